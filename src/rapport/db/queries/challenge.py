"""Challenges, and what was ruled in them."""

from dataclasses import asdict, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Sum

from rapport.db.models import Challenge as Row
from rapport.db.models import Interaction, Ruling
from rapport.domain.challenge import ActionGoal, Challenge
from rapport.domain.learning import Way
from rapport.domain.referee import Calendar, Period, Rule, Verdict


def rule_from(stored: dict[str, Any]) -> Rule:
    """Unknown keys (of a newer version) are left out, missing ones take their default."""
    known = {field.name for field in fields(Rule)}
    return Rule(**{name: value for name, value in stored.items() if name in known})


def rule_to(rule: Rule) -> dict[str, Any]:
    return asdict(rule)


def value(row: Row) -> Challenge:
    return Challenge(
        id=row.pk,
        starts_on=row.starts_on,
        days=row.days,
        name=row.name,
        intention=row.intention,
        rest_weekdays=frozenset(row.rest_weekdays),
        rest_dates=frozenset(date.fromisoformat(day) for day in row.rest_dates),
        rule=rule_from(row.rule),
        action_goals=tuple(ActionGoal(Way(goal["way"]), goal["count"]) for goal in row.action_goals),
        hope_count=row.hope_count,
        hope=row.hope,
        ended_on=row.ended_on,
    )


def every(owner_id: UUID) -> list[Challenge]:
    """Oldest first."""
    return [value(row) for row in Row.objects.of(owner_id).live().order_by("starts_on")]


def calendar(owner_id: UUID) -> Calendar:
    return Calendar(tuple(Period(c.id, c.starts_on, c.ends_on, c.rule) for c in every(owner_id)))


def verdicts(owner_id: UUID, challenge: Challenge) -> list[tuple[date, Verdict]]:
    """Each verdict given in the challenge, with its day; whoever was met without a name was a hello."""
    rows = Ruling.objects.of(owner_id).filter(challenge_id=challenge.id)
    counted = list(rows.values_list("on", "verdict").annotate(n=Count("id")))
    span = (challenge.starts_on, challenge.ends_on)
    unnamed = Interaction.objects.of(owner_id).live().filter(others__gt=0, on__range=span)
    counted += [(on, Verdict.HELLO, n) for on, n in unnamed.values_list("on").annotate(n=Sum("others"))]
    return [(on, Verdict(verdict)) for on, verdict, n in counted for _ in range(n)]
