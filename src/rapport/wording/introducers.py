"""Who could introduce you to somebody, in sentences: closeness, reasons, chances, and what asking yields."""

from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.domain.asks.chances import Chance
from rapport.domain.learning.learning import friendly
from rapport.services.asks.introducers import Kind, Proposal, Somebody, Wanted, WhoPage
from rapport.services.asks.writing import Yield
from rapport.wording import dates
from rapport.wording.people import BANDS
from rapport.wording.phrases import level, odds

KNOWN: Final = 0.5  # probability from which on two people know each other, below they may
RARE: Final = 0.015  # a chance below is hardly one


def closeness(one: Somebody, today: date) -> str:
    """ "You know each other well (0.6): 6 exchanges, the last one 5 weeks ago."."""
    near = one.closeness or 0.0
    parts = {
        "band": next(str(words) for least, words in BANDS if near >= least),
        "number": level(round(near, 1)),
        "count": one.interactions,
        "ago": dates.ago((today - one.last_on).days) if one.last_on else "",
    }
    if one.last_on is None:
        return _("%(band)s (%(number)s of 1).") % parts
    if not one.interactions:
        return _("%(band)s (%(number)s of 1); last in touch %(ago)s.") % parts
    return (
        ngettext(
            "%(band)s (%(number)s of 1): %(count)s exchange, %(ago)s.",
            "%(band)s (%(number)s of 1): %(count)s exchanges, the last one %(ago)s.",
            one.interactions,
        )
        % parts
    )


def nothing_points(found: WhoPage) -> str:
    """That the list rests on closeness alone; "" where it does not, or where there is none."""
    if found.is_thin:
        return _(
            "Nobody is close to you yet, as far as is written down, and nothing points to anybody."
            " These you know best."
        )
    sought = (Kind.ORGANISATION, Kind.DESCRIPTION)
    if found.fitting or not found.proposals or found.wanted.kind not in sought:
        return ""
    if found.wanted.kind is Kind.ORGANISATION:
        return _(
            "Nobody you know is at %(organisation)s, as far as is written down."
            " These people are close to you, or have brought you people before."
        ) % {"organisation": found.wanted.text}
    return _(
        "Nothing you have written down points to that. These people are close to you,"
        " or have brought you people before."
    )


def without_reason(one: Somebody) -> str:
    """What is said where nothing speaks for somebody but how close they are."""
    if (one.closeness or 0.0) < KNOWN:
        return _("Nothing points to it yet.")
    return _("Nothing points to it; they are simply close to you.")


def nobody(wanted: Wanted) -> str:
    """Why there is no one to ask."""
    if wanted.person:
        return _(
            "No way to %(name)s is known yet. The more mails, calendars and evenings are in here,"
            " the more of your people are known to know each other."
        ) % {"name": wanted.person.name}
    return _("Nobody is here to ask yet.")


def more(count: int) -> str:
    """Who could be asked too."""
    return ngettext(
        "%(count)s more could be asked, with less hope.",
        "%(count)s more could be asked, with less hope.",
        count,
    ) % {"count": count}


def chance(told: Chance) -> str:
    """ "A yes: about 2 in 5, somewhere between 1 in 4 and 2 in 3."."""
    high = friendly(told.high)
    if told.mean < RARE:
        return _("A yes is unlikely: %(high)s at most.") % {"high": odds(max(told.high, 0.01))}
    parts = {"mean": odds(max(told.mean, 0.01)), "low": odds(told.low), "high": odds(told.high)}
    if friendly(told.low)[0] == 0 or friendly(told.low) == high:
        return _("Chance of a yes: about %(mean)s, %(high)s at most.") % parts
    return _("Chance of a yes: about %(mean)s, somewhere between %(low)s and %(high)s.") % parts


def basis(told: Yield) -> str:
    """What the chances rest on."""
    tried, came = told.few_tried + told.mass_tried, told.few_came + told.mass_came
    if not tried:
        return _("The chances are guesses from what is usual: no ask of yours has been answered yet.")
    return ngettext(
        "The chances rest on %(tried)s ask of yours (%(came)s worked) and on what is usual.",
        "The chances rest on %(tried)s asks of yours (%(came)s worked) and on what is usual.",
        tried,
    ) % {"tried": tried, "came": came}


def asked(proposal: Proposal, today: date) -> str:
    """When they were asked last, and from when on they may be again; "" when never."""
    last, again = proposal.introducer.last_asked, proposal.introducer.again_on
    if last is None:
        return ""
    ago = dates.ago((today - last).days)
    if again is None:
        return _("You asked them %(ago)s; you may ask again.") % {"ago": ago}
    return _("You asked them %(ago)s. You may again from %(day)s on.") % {
        "ago": ago,
        "day": dates.day(again, today),
    }


def heading(wanted: Wanted) -> str:
    """What the page answers."""
    match wanted.kind:
        case Kind.PERSON if wanted.person:
            return _("Who could introduce you to %(name)s?") % {"name": wanted.person.name}
        case Kind.ORGANISATION:
            return _("Who could introduce you at %(organisation)s?") % {"organisation": wanted.text}
        case Kind.ANYBODY:
            return _("Who could introduce you to somebody?")
    return _("Who could introduce you to “%(text)s”?") % {"text": wanted.text}


def known_already(one: Somebody) -> str:
    """That the wanted person is no stranger; "" when they are."""
    if one.closeness is None or not one.interactions:
        return ""
    if one.closeness >= KNOWN:
        return _("You know %(name)s well yourself: why not write to them directly?") % {"name": one.name}
    return _("You have met %(name)s yourself. A word from somebody closer may still open the door.") % {
        "name": one.name
    }


def target(wanted: Wanted) -> str:
    """Whom an ask is for, as a letter names them."""
    if wanted.kind is Kind.ORGANISATION:
        return _("somebody at %(organisation)s") % {"organisation": wanted.text}
    if wanted.person:
        one = wanted.person
        more = ", ".join(filter(None, (one.role, one.organisation)))
        return f"{one.name} ({more})" if more else one.name
    return wanted.text


def mass(told: Yield) -> str:
    """What asking many at once has brought, honestly; of one's own asks, else what others found."""
    if not told.mass_tried:
        return _(
            "Writing to many at once brings little. In the month that Rapport grew from, 40 people were"
            " asked: 3 introduced her to somebody, and all three were close friends."
        )
    parts = {"came": told.mass_came, "tried": told.mass_tried}
    said = ngettext(
        "When you asked many on one day, %(came)s of %(tried)s introduced you to somebody.",
        "When you asked many on one day, %(came)s of %(tried)s introduced you to somebody.",
        told.mass_came,
    )
    far_came, far_tried = told.mass_came - told.close_came, told.mass_tried - told.close_tried
    if told.close_tried and far_tried:
        said += " " + _(
            "Of those close to you it was %(close_came)s of %(close_tried)s,"
            " of the others %(far_came)s of %(far_tried)s."
        )
        parts |= {
            "close_came": told.close_came,
            "close_tried": told.close_tried,
            "far_came": far_came,
            "far_tried": far_tried,
        }
    if told.few_tried:
        said += " " + _("Asking a few at a time: %(few_came)s of %(few_tried)s.")
        parts |= {"few_came": told.few_came, "few_tried": told.few_tried}
    return said % parts
