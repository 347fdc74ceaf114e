"""Who could be asked for an introduction, whoever it is to: a few narrow queries."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from rapport.db import models
from rapport.db.queries.introducers import brought, helped
from rapport.db.queries.prepared import prepared
from rapport.domain.asks.introducers import HELPED_WITHIN, Candidate, rank
from rapport.domain.coach.open_things import CloseTie, Who

CLOSEST = 30  # ties that stand for choice
KNOWN = 0.1  # closeness: from there on one may ask at all


def askable(owner_id: UUID, today: date) -> tuple[CloseTie, ...]:
    """The readiest first, as the page of who to ask has them. Five queries at most."""
    near = _closest(owner_id)
    if not near:
        return ()
    names = {pk: name for pk, name, _ in near}
    led = brought(owner_id)
    asked: dict[UUID, date] = dict(asked_last(owner_id))
    given = helped(owner_id, today - HELPED_WITHIN, today)
    found = rank(
        (
            Candidate(
                id=pk,
                closeness=closeness,
                brought=led[pk].weight if pk in led else 0.0,
                asked_on=(asked[pk],) if pk in asked else (),
                helped_on=given.get(pk),
            )
            for pk, _, closeness in near
        ),
        today,
        is_certain=False,
    )
    return tuple(
        CloseTie(Who(one.id, names[one.id]), one.candidate.closeness, one.readiness) for one in found
    )


@prepared
def asked_last(owner_id: UUID) -> "QuerySet[Any, Any]":
    """Everybody asked, and the last day."""
    return models.Ask.objects.of(owner_id).live().values_list("person_id").annotate(last=Max("on"))


@prepared
def _closest(owner_id: UUID) -> "QuerySet[Any, Any]":
    rows = models.Tie.objects.of(owner_id).filter(closeness__gte=KNOWN, person__binned_at__isnull=True)
    return rows.order_by("-closeness", "id").values_list("person_id", "person__name", "closeness")[:CLOSEST]
