"""The days of the challenge, and everything of one day."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rapport.domain.challenge.challenge import Board, Challenge
from rapport.domain.challenge.referee import DEFAULT_RULE, Rule, Verdict
from rapport.services.challenge import challenge as challenges
from rapport.services.interactions import pages as interaction_pages
from rapport.services.interactions.pages import DayPage, InteractionRow
from rapport.web.caching import unchanged_is_304
from rapport.web.days import squares
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import missing_is_404, show
from rapport.wording import board as words
from rapport.wording import dates, verdicts
from rapport.wording.words import heading, word

SHOWN_ALWAYS = (Verdict.CONNECTION, Verdict.HELLO)  # told even when there were none


@require_safe
@missing_is_404
@unchanged_is_304
def page(request: HttpRequest, challenge_id: UUID | None = None) -> HttpResponse:
    """The board of the current challenge, or of an earlier one."""
    owner = owner_of(request)
    today = today_of(owner)
    every = challenges.every(owner.id)
    challenge = _wanted(every, challenge_id, challenges.current(owner.id, today))
    context: dict[str, Any] = {"challenge": challenge, "today": today}
    if challenge:
        board = challenges.board(owner.id, challenge, today)
        request.challenge_day = board.today.number if board.today else None  # type: ignore[attr-defined]  # letterhead
        context |= _told(board, today) | {"others": [_named(c) for c in every if c.id != challenge.id]}
    return show(request, "board/page", context)


@require_safe
@unchanged_is_304
def day(request: HttpRequest, on: date) -> HttpResponse:
    """Everything of one day."""
    owner = owner_of(request)
    today = today_of(owner)
    try:
        before, after = on - timedelta(days=1), on + timedelta(days=1)
    except OverflowError as error:
        raise Http404 from error
    challenge = next((c for c in challenges.every(owner.id) if on in c), None)
    told = interaction_pages.of_day(owner.id, on)
    rule = challenge.rule if challenge else None
    context = {
        "day": told,
        "on": on,
        "heading": capfirst(dates.day(on)),
        "number": words.of_challenge(challenge, on) if challenge else "",
        "is_rest": bool(challenge and challenge.is_rest(on)),
        "is_ahead": on > today,
        "interactions": [_interaction(row, rule) for row in told.interactions],
        "lines": _lines(told),
        "before": before,
        "after": after,
    }
    return show(request, "board/day", context)


def _wanted(every: list[Challenge], wanted: UUID | None, current: Challenge | None) -> Challenge | None:
    if wanted is None:
        return current
    found = next((c for c in every if c.id == wanted), None)
    if found is None:
        raise LookupError(str(wanted))
    return found


def _named(challenge: Challenge) -> dict[str, str]:
    name = challenge.name or _("Challenge of %(day)s") % {"day": dates.short_day(challenge.starts_on)}
    return {"name": name, "url": reverse("board-of", args=[challenge.id])}


def _told(board: Board, today: date) -> dict[str, Any]:
    challenge = board.challenge
    counts = {verdict: sum(day.count(verdict) for day in board.days) for verdict in Verdict}
    return {
        "title": challenge.name or _("Board"),
        "span": _("%(first)s to %(last)s")
        % {"first": dates.day(challenge.starts_on), "last": dates.day(challenge.ends_on)},
        "days": squares(board, today),
        "tally": words.tally(board),
        "counts": [
            {"code": verdict.value, "label": heading(verdict), "count": count}
            for verdict, count in counts.items()
            if count or verdict in SHOWN_ALWAYS
        ],
        "rule": verdicts.rule_in_words(challenge.rule),
        "goals": [{"label": heading(goal.way), "count": goal.count} for goal in challenge.action_goals],
        "rests": words.rest_days(challenge),
        "is_running": today in challenge,
    }


def _interaction(row: InteractionRow, rule: Rule | None) -> dict[str, Any]:
    """One encounter, with the referee's word on each person."""
    how = [word(row.channel)]
    if row.minutes:
        how.append(_("%(minutes)s min") % {"minutes": row.minutes})
    return {
        "id": row.id,
        "title": row.gathering.name if row.gathering else dates.listed([p.person.name for p in row.people]),
        "how": ", ".join(how),
        "others": words.hellos(row.others) if row.others else "",
        "gathering": row.gathering,
        "note": row.note,
        "text": row.text,
        "tags": " ".join(f"#{tag}" for tag in row.tags),
        "assumed": row.assumed,
        "people": [
            {
                "name": part.person.name,
                "url": reverse("person", args=[part.person.id]),
                "code": part.ruling.verdict.value,
                "told": verdicts.tell(
                    part.person.name,
                    part.ruling.verdict,
                    part.ruling.reasons,
                    in_challenge=rule is not None,
                    rule=rule or DEFAULT_RULE,
                ),
            }
            for part in row.people
            if part.ruling
        ],
    }


def _lines(day: DayPage) -> list[dict[str, str]]:
    """What else the day held, one line each: what it was, about whom, and where it stands."""
    lines = [
        _line(_("Gathering"), g.name, word(g.attendance), reverse("gathering", args=[g.id]))
        for g in day.gatherings
    ]
    lines += [
        _line(_("Ask"), ask.person.name, word(ask.answer), reverse("ask", args=[ask.id]), ask.target)
        for ask in day.asks
    ]
    lines += [
        _line(
            _("Introduction"),
            made.person.name,
            _("by %(name)s") % {"name": made.introducer.name} if made.introducer else _("by you"),
            reverse("person", args=[made.person.id]),
        )
        for made in day.introductions
    ]
    lines += [
        _line(_("Pitch"), pitch.organisation, word(pitch.stage), reverse("pitch", args=[pitch.id]))
        for pitch in day.pitches
    ]
    lines += [
        _line(
            _("Help") if given.given_on else _("Promise"),
            given.person.name,
            _("by you") if given.by_me else _("by them"),
            reverse("person", args=[given.person.id]),
            given.what,
        )
        for given in day.helps
    ]
    lines += [_line(_("Opportunity"), one.what, _("opened up")) for one in day.opportunities]
    return lines


def _line(kind: str, name: str, state: str, url: str = "", note: str = "") -> dict[str, str]:
    return {"kind": kind, "name": name, "state": state, "url": url, "note": note}
