"""The last seven days in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.domain.learning.week import Moved, Week
from rapport.wording.coach import ARM_NAMES, chance, tried
from rapport.wording.phrases import level
from rapport.wording.words import word

HARDLY = 0.1  # connections


def told(week: Week) -> list[str]:
    """What was done, what came of it, and what it taught: one to three sentences."""
    if not week.tries:
        return [_("Nothing was tried in the last seven days. Nothing is lost by that.")]
    lines = [_done(week), f"{_expected(week)} {_came(week)}"]
    return [*lines, _learned(week.learned)] if week.learned else lines


def _done(week: Week) -> str:
    tries = ngettext("%(count)s try", "%(count)s tries", week.tries) % {"count": week.tries}
    ways = ", ".join(f"{word(way)} ({count})" for way, count in week.tried)
    return _("%(tries)s in seven days: %(ways)s.") % {"tries": tries, "ways": ways}


def _expected(week: Week) -> str:
    """By what was known before; never a quota."""
    said = round(week.expected, 1)
    if said < HARDLY:
        return _("From what was known before, hardly a connection was to be expected.")
    return ngettext(
        "From what was known before, about %(expected)s connection was to be expected.",
        "From what was known before, about %(expected)s connections were to be expected.",
        _many(said),
    ) % {"expected": level(said)}


def _many(figure: float) -> int:
    """The number whose form a figure takes: "0.3 connections", and in French "0,3 connexion"."""
    if figure.is_integer():
        return int(figure)
    return 0 if figure < 2 else 2


def _came(week: Week) -> str:
    came = ngettext("%(count)s came.", "%(count)s came.", week.came) % {"count": week.came}
    if not week.awaited:
        return came
    more = ngettext(
        "%(count)s try may still be answered.", "%(count)s tries may still be answered.", week.awaited
    ) % {"count": week.awaited}
    return f"{came} {more}"


def _learned(one: Moved) -> str:
    said = {
        "name": str(ARM_NAMES[one.arm]),
        "before": chance(one.arm, one.before),
        "now": chance(one.arm, one.now),
        "tried": tried(one.came, one.tried),
    }
    if one.is_more:
        return (
            _(
                "One thing learned. %(name)s brings you more than was thought:"
                " expect %(now)s, not %(before)s (%(tried)s)."
            )
            % said
        )
    return (
        _(
            "One thing learned. %(name)s brings you less than was thought:"
            " expect %(now)s, not %(before)s (%(tried)s)."
        )
        % said
    )
