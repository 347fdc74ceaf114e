"""What Today shows of the coach: why a card stands where it stands, what was not chosen, all my hours."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rapport.domain.challenge.pace import Shape
from rapport.domain.coach.cards import Action
from rapport.services.coach.today import AllHours, TodayPage
from rapport.wording import cards, coach, dates

CHANGEABLE = (Shape.LIGHTER, Shape.UNMOVED, Shape.AFTER_EFFORT, Shape.ALL_HOURS)


def why(action: Action, actions: Sequence[Action]) -> str:
    """The reason, and the numbers that ranked it in words."""
    said = cards.why(action.candidate)
    return " ".join(filter(None, (said, coach.reason(action, tuple(actions)))))


def others(told: TodayPage) -> list[dict[str, str]]:
    """What could be done too, each with why it waits."""
    return [{"title": cards.title(one.candidate), "why": coach.why_not(one.why_not)} for one in told.others]


def change(told: TodayPage) -> str:
    """Where the pace is changed, when the day says that it is another than usual."""
    return reverse("pace") if told.plan.shape in CHANGEABLE else ""


def hours(told: TodayPage) -> dict[str, Any] | None:
    """The week at all hours, with its last day; once it is over, the question whether to go on."""
    if told.hours is None:
        return None
    return {"is_over": told.hours.is_over, "text": _hours(told.hours, told)}


def _hours(all_hours: AllHours, told: TodayPage) -> str:
    if all_hours.is_over:
        return _("Your week at all your hours is over. Another one, or the usual pace?")
    until = dates.day(all_hours.until, told.on)
    return _("All your hours, until %(day)s. Your energy does not slow the days down.") % {"day": until}
