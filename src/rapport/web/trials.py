"""Paces tried out on made-up people: what is soon there is shown at once, else how far it is, and a Stop."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from rapport.services.coach import simulate
from rapport.services.coach.simulate import Outcome, Stopped, Trial
from rapport.web.pages import show

PATIENCE: Final = 1.5  # seconds before a page shows that it is being tried
LOOK_AGAIN: Final = 1  # seconds


def outcomes(weekly_minutes: int, days: int) -> tuple[tuple[Outcome, ...], Trial | None]:
    """What came of the paces, or the trial that still runs."""
    trial = simulate.begin(weekly_minutes, days)
    if not trial.wait(PATIENCE):
        return (), trial
    try:
        return trial.outcomes(), None
    except Stopped:  # in another window
        return (), None


def show_waiting(request: HttpRequest, template: str, context: dict[str, Any], trial: Trial) -> HttpResponse:
    """The page with how far the trial is; it asks for itself again."""
    waiting = {"trial": {"done": trial.done, "of": trial.of}, "here": request.path}
    answer = show(request, template, context | waiting)
    answer["Refresh"] = str(LOOK_AGAIN)
    return answer
