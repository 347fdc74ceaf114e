"""What speaks for asking somebody, in sentences with their numbers and days."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.domain.asks.introducers import Ground
from rapport.domain.history.acquaintances import Evidence, Sign
from rapport.domain.people.descriptions import Facet, Hit
from rapport.services.asks.introducer_reasons import Link, Reason
from rapport.wording import dates

KNOWN: Final = 0.5  # probability from which on two people know each other, below they may
NAMES: Final = 2  # of people somebody brought
EXCERPT: Final = 90  # characters of a note


def reason(told: Reason, name: str) -> str:
    """One thing that speaks for asking them."""
    if told.ground is Ground.FITS:
        return fits(name, told.hits)
    if told.brought is not None:
        return _brought(told, name)
    first = told.links[0]
    if told.ground is Ground.KNOWS:
        return _sentence(_knows(first), _what(told.hits), _how(first))
    second = told.links[1]
    parts = {
        "first": _knows(first),
        "how": _how(first),
        "second": _knows(second),
        "what": _what(told.hits),
        "then": _how(second),
    }
    return _("%(first)s (%(how)s). %(second)s%(what)s: %(then)s.") % parts


def fits(name: str, hits: Sequence[Hit]) -> str:
    """What of somebody's entry says that they are what is wanted."""
    return _("%(name)s: %(said)s.") % {"name": name, "said": said_of(hits)}


def said_of(hits: Sequence[Hit]) -> str:
    """What of an entry says it, without the name."""
    return "; ".join(dict.fromkeys(_of_facet(hit) for hit in hits))


FACETS: Final[Mapping[Facet, Callable[[str], str]]] = {
    Facet.ROLE: lambda text: text,
    Facet.ORGANISATION: lambda text: _("at %(organisation)s") % {"organisation": text},
    Facet.TAGS: lambda text: " ".join(f"#{tag}" for tag in text.split()),
    Facet.OFFER: lambda text: _("can give: %(what)s") % {"what": text},
    Facet.NEED: lambda text: _("looks for: %(what)s") % {"what": text},
    Facet.NOTE: lambda text: _("your note says “%(note)s”") % {"note": _short(text)},
    Facet.CITY: lambda text: _("lives in %(city)s") % {"city": text},
}


def _brought(told: Reason, name: str) -> str:
    assert told.brought is not None
    names, further = told.brought.names, told.brought.further
    shown = list(names[:NAMES])
    if len(names) > NAMES:
        more = len(names) - NAMES
        shown.append(ngettext("%(count)s more", "%(count)s more", more) % {"count": more})
    parts = {"name": name, "people": dates.listed(shown), "count": further}
    if further:
        return (
            ngettext(
                "%(name)s brought you %(people)s, and %(count)s more came of that.",
                "%(name)s brought you %(people)s, and %(count)s more came of that.",
                further,
            )
            % parts
        )
    return _("%(name)s brought you %(people)s.") % parts


def _knows(link: Link) -> str:
    parts = {"name": link.person.name, "other": link.other.name}
    if link.probability >= KNOWN:
        return _("%(name)s knows %(other)s") % parts
    return _("%(name)s may know %(other)s") % parts


def _what(hits: Sequence[Hit]) -> str:
    said = said_of(hits)
    return _(" (%(detail)s)") % {"detail": said} if said else ""


def _sentence(knows: str, what: str, how: str) -> str:
    return _("%(knows)s%(what)s: %(how)s.") % {"knows": knows, "what": what, "how": how}


def _how(link: Link) -> str:
    return "; ".join(_sign(sign, link) for sign in link.evidence)


def _sign(told: Evidence, link: Link) -> str:
    """One sign, with its number and its last day."""
    day = dates.short_day(told.last) if told.last else ""
    parts = {"count": told.times, "day": day, "what": told.detail}
    match told.sign:
        case Sign.INTRODUCED:
            return _introduced(link, day)
        case Sign.BROUGHT:
            return _("you brought them together on %(day)s") % parts
        case Sign.ORGANISATION:
            if told.last:
                return _("both at %(what)s, last seen there on %(day)s") % parts
            return _("both at %(what)s") % parts
        case Sign.CIRCLE:
            return _("same city, same topics: %(what)s") % parts
        case Sign.GATHERING if told.times == 1:
            return _("both at %(what)s on %(day)s") % parts
    return _counted(told) % parts


def _counted(told: Evidence) -> str:
    match told.sign:
        case Sign.TOGETHER:
            return ngettext(
                "you met them together on %(day)s",
                "you met them together %(count)s times, the last on %(day)s",
                told.times,
            )
        case Sign.MEETING:
            return ngettext(
                "a small meeting with both on %(day)s",
                "%(count)s small meetings with both, the last on %(day)s",
                told.times,
            )
        case Sign.GATHERING:
            return ngettext(
                "%(count)s gathering with both, the last on %(day)s",
                "%(count)s gatherings with both, the last on %(day)s",
                told.times,
            )
    return ngettext(
        "a mail to few with both on %(day)s",
        "%(count)s mails to few with both, the last on %(day)s",
        told.times,
    )


def _introduced(link: Link, day: str) -> str:
    who = link.introducer or link.person
    whom = link.other if who.id == link.person.id else link.person
    parts = {"name": who.name, "other": whom.name, "day": day}
    if not day:
        return _("%(name)s introduced you to %(other)s") % parts
    return _("%(name)s introduced you to %(other)s on %(day)s") % parts


def _of_facet(hit: Hit) -> str:
    return FACETS[hit.facet](hit.text)


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= EXCERPT else said[: EXCERPT - 1].rstrip() + "…"
