"""A challenge begun, changed, ended early, or thrown away."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from rapport import clock
from rapport.domain.challenge.challenge import Challenge
from rapport.domain.challenge.presets import Preset
from rapport.domain.challenge.referee import DEFAULT_RULE
from rapport.services.challenge import challenge as services
from rapport.services.challenge.challenge import CannotStart
from rapport.services.journal import undo
from rapport.services.owners import OwnerView
from rapport.web.forms.challenge import (
    LOOK_AHEAD,
    ChallengeForm,
    RuleForm,
    challenge_values,
    reshaped,
    rule_values,
    suggestion,
)
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, missing_is_404, show
from rapport.wording import dates
from rapport.wording.words import heading


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a challenge, from one of the usual lengths."""
    owner = owner_of(request)
    running = _running(owner)
    instead = bool(running) and "yes" in (request.GET.get("instead"), request.POST.get("instead"))
    form, preset = first_form(request, owner, first_day=_tomorrow(owner) if instead else None)
    old = running.id if running and instead else None
    if request.method == "POST" and form.is_valid() and start(form, owner, instead_of=old):
        done(request, _is_set(owner, running), last_batch(owner.id))
        return go("board")
    context = {"form": form, **choices(preset), "instead": instead, "running": None}
    if running:
        context["running"] = {
            "name": running.name or _("Your challenge"),
            "ends_on": dates.day(running.ends_on),
            "next_on": dates.day(running.ends_on + timedelta(days=1)),
            "is_in_the_way": bool(form.errors.get("starts_on")),
        }
    return show(request, "challenge/new", context)


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def edit(request: HttpRequest, challenge_id: UUID) -> HttpResponse:
    """Change the days, the goals or the rule; every day is judged again."""
    owner = owner_of(request)
    challenge = services.read(owner.id, challenge_id)
    posted = request.POST or None
    form = ChallengeForm(posted, initial=values_of(challenge, owner), country=owner.country)
    rule = RuleForm(posted, initial=rule_values(challenge.rule), prefix="rule")
    if request.method == "POST" and form.is_valid() and rule.is_valid():
        try:
            services.edit(owner.id, challenge_id, form.draft(rule.rule()), at=clock.now())
        except CannotStart as error:
            form.add_error("starts_on" if error.code == "overlap" else "days", why_not(error))
        else:
            done(request, _("Changed, and every day judged again."), last_batch(owner.id))
            return go("board-of", challenge_id)
    return show(request, "challenge/edit", {"form": form, "rule": rule, "challenge": challenge})


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def end(request: HttpRequest, challenge_id: UUID) -> HttpResponse:
    """Stop today; all that was logged stays."""
    owner = owner_of(request)
    challenge, today = services.read(owner.id, challenge_id), today_of(owner)
    if request.method == "POST":
        services.end(owner.id, challenge_id, today, at=clock.now())
        done(request, _("It ends today. What you began stays yours."), last_batch(owner.id))
        return go("board-of", challenge_id)
    return show(request, "challenge/end", {"challenge": challenge})


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def discard(request: HttpRequest, challenge_id: UUID) -> HttpResponse:
    """Into the bin; the people and what happened stay."""
    owner = owner_of(request)
    challenge = services.read(owner.id, challenge_id)
    if request.method == "POST":
        services.discard(owner.id, challenge_id, at=clock.now())
        done(request, _("The challenge is in the bin, for 30 days."), last_batch(owner.id))
        return go("board")
    return show(request, "challenge/discard", {"challenge": challenge})


def first_form(
    request: HttpRequest, owner: OwnerView, *, first_day: date | None = None
) -> tuple[ChallengeForm, Preset]:
    """The form for a new challenge, filled with what is usual; it begins when nothing else runs any more."""
    preset = _preset(request)
    first_day, rests = first_day or _first_day(owner), frozenset(owner.rest_weekdays)
    draft = suggestion(preset, first_day, rests, owner.country)
    values = challenge_values(draft, dict.fromkeys(draft.rest_dates, ""))
    if "preset" not in request.POST:
        return ChallengeForm(request.POST or None, initial=values, country=owner.country), preset
    usual = [suggestion(one, first_day, rests, owner.country).action_goals for one in Preset]
    typed = reshaped(request.POST, usual)
    return ChallengeForm(initial=values | typed, country=owner.country), preset


def start(form: ChallengeForm, owner: OwnerView, *, instead_of: UUID | None = None) -> bool:
    """Begin what the form asks for; False, with the reason in the form, when its days do not fit."""
    try:
        services.start(owner.id, form.draft(DEFAULT_RULE), at=clock.now(), instead_of=instead_of)
    except CannotStart as error:
        form.add_error("starts_on" if error.code == "overlap" else "days", why_not(error))
        return False
    return True


def choices(preset: Preset) -> dict[str, Any]:
    """The usual lengths, each a button that fills in the days and goals anew."""
    presets = [{"label": heading(one), "value": one.value, "current": one is preset} for one in Preset]
    return {"presets": presets}


def values_of(challenge: Challenge, owner: OwnerView) -> dict[str, Any]:
    span = max(challenge.days, LOOK_AHEAD)
    holidays = services.public_holidays(owner.country, challenge.starts_on, span) if owner.country else {}
    return challenge_values(challenge, holidays)


def why_not(error: CannotStart) -> str:
    """Why these days do not fit."""
    if error.other:
        return _("Another challenge runs from %(first)s to %(last)s. One day belongs to one challenge.") % {
            "first": dates.day(error.other.starts_on),
            "last": dates.day(error.other.ends_on),
        }
    return ngettext(
        "A challenge has from 1 to %(days)s day.",
        "A challenge has from 1 to %(days)s days.",
        services.LONGEST,
    ) % {"days": services.LONGEST}


def last_batch(owner_id: UUID) -> UUID | None:
    """What was just written, for undo."""
    last = undo.last_undoable(owner_id)
    return last.id if last else None


def _preset(request: HttpRequest) -> Preset:
    try:
        return Preset(request.POST.get("preset") or request.GET.get("preset", ""))
    except ValueError:
        return Preset.MONTH


def _running(owner: OwnerView) -> Challenge | None:
    """The challenge that today belongs to."""
    today = today_of(owner)
    return next((one for one in services.every(owner.id) if today in one), None)


def _tomorrow(owner: OwnerView) -> date:
    return today_of(owner) + timedelta(days=1)


def _is_set(owner: OwnerView, before: Challenge | None) -> str:
    """What was begun, and what became of the one that ran."""
    if before is None:
        return _("Your challenge is set.")
    after = services.read(owner.id, before.id)
    if after.ends_on < before.ends_on:
        return _("Your challenge is set. The one before ends on %(day)s; all you did in it stays.") % {
            "day": dates.day(after.ends_on)
        }
    return _("Your challenge is set. The one that runs goes on until %(day)s.") % {
        "day": dates.day(after.ends_on)
    }


def _first_day(owner: OwnerView) -> date:
    """Today, or the day after the last challenge that still runs."""
    running = [c.ends_on for c in services.every(owner.id)]
    return max([today_of(owner), *(day + timedelta(days=1) for day in running)])
