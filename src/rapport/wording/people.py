"""One person in sentences: how close, how you met, when you were last in touch."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

from rapport.domain.exports.exports import day_of
from rapport.domain.history.ties import MEMORY
from rapport.domain.people.people import Told
from rapport.services.people.pages import Link, PersonFacts
from rapport.wording import dates
from rapport.wording.numbers import grouped

BANDS = (  # closeness from here on: what one would call it
    (0.75, gettext_lazy("You are close")),
    (0.5, gettext_lazy("You know each other well")),
    (0.2, gettext_lazy("You know each other a little")),
    (0.0, gettext_lazy("You hardly know each other yet")),
)
TOLD = {
    Told.CLOSE: gettext_lazy("You say you are close."),
    Told.NOT_CLOSE: gettext_lazy("You say you are not close."),
}
LABELS: Mapping[str, Promise] = {  # what address books call a number or an address
    "home": pgettext_lazy("of a number or address", "home"),
    "work": pgettext_lazy("of a number or address", "work"),
    "cell": pgettext_lazy("of a number or address", "mobile"),
    "mobile": pgettext_lazy("of a number or address", "mobile"),
    "fax": pgettext_lazy("of a number or address", "fax"),
    "pager": pgettext_lazy("of a number or address", "pager"),
    "main": pgettext_lazy("of a number or address", "main"),
    "other": pgettext_lazy("of a number or address", "other"),
}
FURTHEST = 6  # steps of the way somebody came; more would not be read


def count(people: int) -> str:
    """ "51 people"."""
    return ngettext("%(count)s person", "%(count)s people", people) % {"count": grouped(people)}


def closeness(person: PersonFacts, today: date) -> str:
    """How close, with the numbers it rests on; never a score."""
    told = str(TOLD[person.told]) if person.told else ""
    if not person.interactions or person.first_on is None:
        return " ".join(filter(None, (_("No exchange between you is written down yet."), told)))
    band = next(str(words) for least, words in BANDS if person.closeness >= least)
    return " ".join(filter(None, (_exchanges(person, band, today), told)))


def _exchanges(person: PersonFacts, band: str, today: date) -> str:
    first, last = person.first_on, person.last_on
    parts = {"band": band, "count": person.interactions, "first": dates.short_day(first) if first else ""}
    if last is None and first and first < today - MEMORY:
        return _("%(band)s: you were in touch a long time ago, first on %(first)s.") % parts
    if last is None:
        text = ngettext(
            "%(band)s: you wrote %(count)s time since %(first)s, and no answer has come yet.",
            "%(band)s: you wrote %(count)s times since %(first)s, and no answer has come yet.",
            person.interactions,
        )
        return text % parts
    parts["ago"] = dates.ago((today - last).days)
    if person.interactions == 1:
        return _("%(band)s: one exchange so far, %(ago)s.") % parts
    return (
        ngettext(
            "%(band)s: %(count)s exchange since %(first)s, the last one %(ago)s.",
            "%(band)s: %(count)s exchanges since %(first)s, the last one %(ago)s.",
            person.interactions,
        )
        % parts
    )


def how_met(name: str, chain: Sequence[Link], *, known_before: bool) -> str:
    """The chain of introducers in one sentence; empty when no origin is known."""
    if not chain:
        return _("You knew each other before.") if known_before else ""
    links, said, at = list(chain[:FURTHEST]), [], name
    while links:
        link = links.pop(0)
        if link.person:
            said.append(_("%(other)s introduced you to %(name)s") % {"other": link.person.name, "name": at})
            at = link.person.name
        elif link.gathering:
            host = links.pop(0).person if links and links[0].person else None
            said.append(_met_at(at, link.gathering.name, host.name if host else ""))
            at = host.name if host else at
    sentence = pgettext("between two parts of a sentence", "; ").join(said)
    return _("%(sentence)s.") % {"sentence": capfirst(sentence)}


def _met_at(name: str, gathering: str, host: str) -> str:
    parts = {"name": name, "gathering": gathering, "host": host}
    if host:
        return _("you met %(name)s at %(gathering)s, where %(host)s had invited you") % parts
    return _("you met %(name)s at %(gathering)s") % parts


def point_label(written: str) -> str:
    """ "mobile" for the "cell" of an address book; what somebody wrote themselves stays."""
    words = [LABELS.get(word.lower()) for word in written.replace(",", " ").split()]
    known = [str(word) for word in words if word is not None]
    return ", ".join(dict.fromkeys(known)) if words and len(known) == len(words) else written


def birthday(written: str) -> str:
    """As one says it; what is no day stays as it was written."""
    is_whole = not written.startswith("--")
    day = day_of(written[:10] if is_whole else f"2000{written[1:]}")
    if day is None:
        return written
    return dates.short_day(day) if is_whole else dates.every_year(day)
