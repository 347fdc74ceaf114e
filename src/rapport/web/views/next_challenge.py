"""The next challenge: a proposal with its reasons, in a form that is the user's to change."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rapport.domain.days import is_plausible
from rapport.services.challenge import challenge as challenges
from rapport.services.challenge.challenge import Draft
from rapport.services.coach.next_challenge import NextChallenge, next_challenge
from rapport.services.owners import OwnerView
from rapport.web import trials
from rapport.web.caching import unchanged_is_304
from rapport.web.forms.challenge import LOOK_AHEAD, ChallengeForm, challenge_values
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import missing_is_404, show
from rapport.wording import dates
from rapport.wording import next_challenge as words
from rapport.wording import simulate as simulated
from rapport.wording.words import heading


@require_safe
@missing_is_404
def page(request: HttpRequest, challenge_id: UUID | None = None) -> HttpResponse:
    """What could come next, and why; nothing is begun here. The model runs only when it is asked."""
    shown = _modelled if "model" in request.GET else _as_it_is
    return shown(request, challenge_id)


@unchanged_is_304
def _as_it_is(request: HttpRequest, challenge_id: UUID | None) -> HttpResponse:
    owner = owner_of(request)
    found = next_challenge(owner.id, today_of(owner), challenge_id)
    return show(request, "challenge/next", _context(found, owner) if found else {"proposal": None})


def _modelled(request: HttpRequest, challenge_id: UUID | None) -> HttpResponse:
    """With what the paces do to made-up people over so many days, or how far that is."""
    owner = owner_of(request)
    found = next_challenge(owner.id, today_of(owner), challenge_id)
    if found is None:
        return show(request, "challenge/next", {"proposal": None})
    context = _context(found, owner)
    outcomes, trial = trials.outcomes(owner.weekly_minutes, found.proposal.days)
    if trial is not None:
        return trials.show_waiting(request, "challenge/next", context, trial)
    return show(request, "challenge/next", context | {"compared": simulated.told(outcomes)})


def _context(found: NextChallenge, owner: OwnerView) -> dict[str, Any]:
    draft, holidays = _draft(found, owner)
    values = challenge_values(draft, holidays)
    return {
        "proposal": found.proposal,
        "name": found.last.name or _("your last challenge"),
        "summary": words.summary(found.proposal),
        "reasons": [words.reason(one, found.names) for one in found.proposal.reasons],
        "goals": [{"label": heading(goal.way), "count": goal.count} for goal in found.proposal.goals],
        "starts_on": dates.day(draft.starts_on),
        "model": str(simulated.A_MODEL),
        "compared": (),
        "trial": None,
        "form": ChallengeForm(initial=values, country=owner.country),
    }


def _draft(found: NextChallenge, owner: OwnerView) -> tuple[Draft, dict[Any, str]]:
    """It begins when nothing else runs any more."""
    proposal = found.proposal
    day_after = max([one.ends_on for one in challenges.every(owner.id)]) + timedelta(days=1)
    first = max(today_of(owner), day_after)
    if not is_plausible(first + timedelta(days=proposal.days)):
        raise LookupError(str(first))
    span = max(LOOK_AHEAD, proposal.days)
    holidays = challenges.public_holidays(owner.country, first, span) if owner.country else {}
    ends_on = first + timedelta(days=proposal.days - 1)
    draft = Draft(
        starts_on=first,
        days=proposal.days,
        intention=found.last.intention,
        rest_weekdays=proposal.rest_weekdays,
        rest_dates=frozenset(day for day in holidays if day <= ends_on),
        action_goals=proposal.goals,
    )
    return draft, dict(holidays)
