"""How fast: what the pace rests on, all my hours for a week, days off, and a pace tried out on a model."""

from datetime import date
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport import clock
from rapport.services.coach import coaching, simulate
from rapport.services.coach import today as days
from rapport.services.errors import Invalid
from rapport.web import notices, trials
from rapport.web.caching import unchanged_is_304
from rapport.web.coaching import hours
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, go_back, show
from rapport.wording import cards, dates
from rapport.wording import simulate as words

WEEKS: Final = (4, 6, 12)
MOST_HOURS: Final = 40


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What the pace is, and what it could be; the model runs only when it is asked."""
    weeks = _number(request.GET.get("weeks", ""), 1, 12)
    return _as_it_is(request) if weeks is None else _tried(request, weeks)


@unchanged_is_304
def _as_it_is(request: HttpRequest) -> HttpResponse:
    return show(request, "pace/page", _context(request))


def _tried(request: HttpRequest, weeks: int) -> HttpResponse:
    """With the paces compared, or how far that is."""
    context = _context(request) | {"weeks": weeks}
    outcomes, trial = trials.outcomes(context["tried_hours"] * 60, weeks * 7)
    if trial is not None:
        return trials.show_waiting(request, "pace/page", context, trial)
    if outcomes:
        context |= {
            "outcomes": [words.row(one) for one in outcomes],
            "compared": words.told(outcomes),
            "people": outcomes[0].people,
        }
    return show(request, "pace/page", context)


@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """No pace is tried out any more."""
    simulate.stop()
    notices.say(request, _("Stopped. Nothing was changed."), level="info")
    return go_back(request, "pace")


def _context(request: HttpRequest) -> dict[str, Any]:
    owner = owner_of(request)
    today = today_of(owner)
    told, told_coach = days.open_today(owner.id, today), coaching.read(owner.id)
    typed = _number(request.GET.get("hours", ""), 1, MOST_HOURS)
    return {
        "shape": cards.day_in_words(told.plan, told.energy, told.felt),
        "hours": hours(told),
        "off": [
            {"value": day.isoformat(), "label": dates.day(day, today)}
            for day in sorted(told_coach.days_off)
            if day >= today
        ],
        "today": today.isoformat(),
        "country": owner.country,
        "with_holidays": told_coach.with_holidays,
        "weekly": _spoken(owner.weekly_minutes / 60),
        "most_hours": MOST_HOURS,
        "model": str(words.A_MODEL),
        "weeks_choices": WEEKS,
        "weeks": WEEKS[0],
        "outcomes": (),
        "trial": None,
        "tried_hours": typed or max(1, round(owner.weekly_minutes / 60)),
    }


@require_POST
def all_hours(request: HttpRequest) -> HttpResponse:
    """I'm fine, use all my hours: a week from today."""
    owner = owner_of(request)
    saved = coaching.use_all_hours(owner.id, today_of(owner), at=clock.now())
    done(request, _("All your hours, for seven days. Then you are asked again."), saved.batch_id)
    return go("today")


@require_POST
def usual(request: HttpRequest) -> HttpResponse:
    """Back to the pace that listens to energy."""
    saved = coaching.end_all_hours(owner_of(request).id, at=clock.now())
    done(request, _("The usual pace again."), saved.batch_id)
    return go("today")


@require_POST
def days_off(request: HttpRequest) -> HttpResponse:
    """A day off, or none after all."""
    owner = owner_of(request)
    try:
        if request.POST.get("work"):
            saved = coaching.work_on(owner.id, date.fromisoformat(request.POST["work"]), at=clock.now())
            text = _("No day off, then.")
        else:
            saved = coaching.take_off(
                owner.id, date.fromisoformat(request.POST.get("on", "")), at=clock.now()
            )
            text = _("A day off. Nothing is asked of you then.")
    except (ValueError, Invalid):
        notices.say(request, _("That is no day. Nothing was saved."), level="error")
        return go("pace", at="days-off")
    done(request, text, saved.batch_id)
    return go("pace", at="days-off")


@require_POST
def holidays(request: HttpRequest) -> HttpResponse:
    """Whether public holidays rest."""
    owner = owner_of(request)
    rest = "rest" in request.POST
    saved = coaching.with_holidays(owner.id, rest, at=clock.now())
    done(
        request, _("Holidays are rest days.") if rest else _("Holidays are days like others."), saved.batch_id
    )
    return go("pace", at="days-off")


def _number(text: str, low: int, high: int) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and low <= int(text[:4]) <= high else None


def _spoken(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
