"""Challenges, and what was ruled in them."""

from dataclasses import asdict, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet, Sum

from rapport.db.models import Challenge as Row
from rapport.db.models import Interaction, Ruling
from rapport.db.queries.prepared import prepared
from rapport.domain.challenge.challenge import ActionGoal, Challenge
from rapport.domain.challenge.referee import Calendar, Period, Rule, Verdict
from rapport.domain.learning.learning import Way

COLUMNS = (
    "id", "starts_on", "days", "name", "intention", "rest_weekdays", "rest_dates", "rule", "action_goals",
    "hope_count", "hope", "ended_on",
)  # fmt: skip


def rule_from(stored: dict[str, Any]) -> Rule:
    """Unknown keys (of a newer version) are left out, missing ones take their default."""
    known = {field.name for field in fields(Rule)}
    return Rule(**{name: value for name, value in stored.items() if name in known})


def rule_to(rule: Rule) -> dict[str, Any]:
    return asdict(rule)


def value(row: Row) -> Challenge:
    return _value(*(getattr(row, column) for column in COLUMNS))


def _value(*stored: Any) -> Challenge:
    values = dict(zip(COLUMNS, stored, strict=True))
    values["rest_weekdays"] = frozenset(values["rest_weekdays"])
    values["rest_dates"] = frozenset(map(date.fromisoformat, values["rest_dates"]))
    values["rule"] = rule_from(values["rule"])
    values["action_goals"] = tuple(
        ActionGoal(Way(goal["way"]), goal["count"]) for goal in values["action_goals"]
    )
    return Challenge(**values)


def every(owner_id: UUID) -> list[Challenge]:
    """Oldest first."""
    return [_value(*row) for row in _every(owner_id)]


@prepared
def _every(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Row.objects.of(owner_id).live().order_by("starts_on").values_list(*COLUMNS)


def calendar(owner_id: UUID) -> Calendar:
    return Calendar(tuple(Period(c.id, c.starts_on, c.ends_on, c.rule) for c in every(owner_id)))


def verdicts(owner_id: UUID, challenge: Challenge) -> list[tuple[date, Verdict]]:
    """Each verdict given in the challenge, with its day; whoever was met without a name was a hello."""
    counted = _counted(owner_id, challenge.id)
    counted += [
        (on, Verdict.HELLO, n) for on, n in _unnamed(owner_id, challenge.starts_on, challenge.ends_on)
    ]
    each: list[tuple[date, Verdict]] = []
    for on, verdict, n in counted:
        each += [(on, Verdict(verdict))] * n
    return each


@prepared
def _counted(owner_id: UUID, challenge_id: UUID) -> "QuerySet[Any, Any]":
    rulings = Ruling.objects.of(owner_id).filter(challenge_id=challenge_id)
    return rulings.values_list("on", "verdict").annotate(n=Count("*"))


@prepared
def _unnamed(owner_id: UUID, since: date, until: date) -> "QuerySet[Any, Any]":
    met = Interaction.objects.of(owner_id).live().filter(others__gt=0, on__gte=since, on__lte=until)
    return met.values_list("on").annotate(n=Sum("others"))
