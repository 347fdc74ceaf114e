"""What works for me, in words: what came of it, how sure it is, how it felt."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.works import Compared, DayPart, Hours, Line, Works
from rapport.wording.coach import ARM_NAMES, chance
from rapport.wording.phrases import level, odds
from rapport.wording.words import heading

DAY_PARTS: Final[Mapping[DayPart, Promise]] = {
    DayPart.MORNING: gettext_lazy("In the morning"),
    DayPart.AFTERNOON: gettext_lazy("In the afternoon"),
    DayPart.EVENING: gettext_lazy("In the evening"),
}
LED_BEST: Final = 2  # kinds tried before one of them can be called the best


def lead(works: Works) -> str:
    """The page in one or two sentences."""
    if not works.tried:
        return _(
            "Nothing has been tried yet. The coach begins with first guesses;"
            " they give way to your own experience, try by try."
        )
    tries = ngettext("%(count)s try", "%(count)s tries", works.tried) % {"count": works.tried}
    people = ngettext("%(count)s connection", "%(count)s connections", works.came) % {"count": works.came}
    said = _("%(tries)s so far, %(people)s came of them.") % {"tries": tries, "people": people}
    sure = [one for one in works.ranked if not one.is_early]
    if len(sure) < LED_BEST:
        early = _("It is too early to tell what works best for you.")
        return f"{said} {early}"
    best = _("For its time, this has brought you most: %(name)s.") % {"name": _in_a_line(sure[0].arm)}
    return f"{said} {best}"


def row(one: Line) -> dict[str, str]:
    """One kind of try, cell by cell."""
    estimate = one.estimate
    between = {"low": chance(one.arm, estimate.low), "high": chance(one.arm, estimate.high)}
    expected = _("%(low)s to %(high)s") % between
    return {
        "name": str(ARM_NAMES[one.arm]),
        "tried": str(estimate.tried),
        "came": str(estimate.came),
        "expected": _("too early to tell") if one.is_early else expected,
        "minutes": str(one.minutes) if one.minutes_said else _("about %(count)s") % {"count": one.minutes},
        "energy": level(round(one.energy_after, 1)) if one.energy_after is not None else "",
        "remembered": _("%(count)s from before") % {"count": one.remembered} if one.remembered else "",
    }


def hours(one: Hours) -> str:
    """How often what was done in that part of the day led to somebody."""
    said = {
        "part": DAY_PARTS[one.part],
        "came": one.led.came,
        "tried": one.led.tried,
        "low": odds(one.led.low),
        "high": odds(one.led.high),
    }
    if one.is_early:
        return _("%(part)s: %(came)s of %(tried)s led to somebody. Too early to tell.") % said
    return (
        _(
            "%(part)s: %(came)s of %(tried)s led to somebody."
            " The true share lies between %(low)s and %(high)s."
        )
        % said
    )


def compared(one: Compared) -> str:
    """Before Rapport and since; a difference is told only where the numbers can tell it."""
    said = {
        "way": heading(one.way),
        "before": one.before.came,
        "tried_before": one.before.tried,
        "since": one.since.came,
        "tried_since": one.since.tried,
    }
    text = _(
        "%(way)s: %(before)s of %(tried_before)s led to somebody before Rapport,"
        " %(since)s of %(tried_since)s since."
    )
    if one.tells:
        more = _("Such a difference is hardly chance; what else changed, the numbers cannot say.")
    else:
        more = _("With so few tries that may well be chance.")
    return f"{text % said} {more}"


def guess(one: Line) -> str:
    """The first guess, as one would say it, and the usual one beside one's own."""
    said = {"own": chance(one.arm, one.guess), "usual": chance(one.arm, one.usual)}
    if one.guess == one.usual:
        return _("The usual guess: %(usual)s.") % said
    return _("Your guess: %(own)s. The usual one: %(usual)s.") % said


def unit(arm: Arm) -> str:
    """What a guess is counted in."""
    return _("people at one gathering") if ARMS[arm].many else _("in 100 tries")


def _in_a_line(arm: Arm) -> str:
    words = str(ARM_NAMES[arm])
    return words[0].lower() + words[1:]
