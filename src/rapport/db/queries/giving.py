"""Help, needs and offers, as pages show them."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from rapport.db.models import Help, Need, NeedMatch, Offer
from rapport.db.queries.values import ALL, Named, named
from rapport.domain.giving.giving import Help as Fact
from rapport.domain.values import dataclass

MINE_OR_LIVE = Q(person__binned_at__isnull=True)  # no person is me; one in the bin hides the row


@dataclass(frozen=True, slots=True)
class HelpRow:
    id: UUID
    person: Named
    by_me: bool
    what: str
    promised_on: date | None
    due_on: date | None
    given_on: date | None
    assumed: bool

    @property
    def is_open(self) -> bool:
        """Promised, not given yet."""
        return self.given_on is None

    @property
    def fact(self) -> Fact:
        return Fact(
            self.id, self.person.id, self.what, self.by_me, self.promised_on, self.due_on, self.given_on
        )

    @property
    def on(self) -> date:
        """The day it belongs to: given, or else promised."""
        day = self.given_on or self.promised_on
        if day is None:
            raise ValueError("help that was neither promised nor given")  # the database refuses such a row
        return day


@dataclass(frozen=True, slots=True)
class NeedRow:
    id: UUID
    person: Named | None  # None: me
    what: str
    on: date
    met_on: date | None
    assumed: bool


@dataclass(frozen=True, slots=True)
class OfferRow:
    id: UUID
    person: Named | None  # None: me
    what: str
    on: date
    assumed: bool


def helps(owner_id: UUID, where: Q = ALL) -> list[HelpRow]:
    """Newest first."""
    columns = (
        "id",
        "person_id",
        "person__name",
        "by_me",
        "what",
        "promised_on",
        "due_on",
        "given_on",
        "assumed",
    )
    rows = [
        HelpRow(pk, Named(person, name), *rest)
        for pk, person, name, *rest in _live(Help, owner_id, where, columns)
    ]
    return sorted(rows, key=lambda row: (row.on, str(row.id)), reverse=True)


def needs(owner_id: UUID, where: Q = ALL) -> list[NeedRow]:
    """Newest first."""
    columns = ("id", "person_id", "person__name", "what", "on", "met_on", "assumed")
    rows = _live(Need, owner_id, where, columns).order_by("-on", "-id")
    return [NeedRow(pk, named(person, name), *rest) for pk, person, name, *rest in rows]


def offers(owner_id: UUID, where: Q = ALL) -> list[OfferRow]:
    """Newest first."""
    columns = ("id", "person_id", "person__name", "what", "on", "assumed")
    rows = _live(Offer, owner_id, where, columns).order_by("-on", "-id")
    return [OfferRow(pk, named(person, name), *rest) for pk, person, name, *rest in rows]


def answered(owner_id: UUID) -> frozenset[tuple[UUID, UUID]]:
    """Need and offer of every pair that the user said something to."""
    return frozenset(NeedMatch.objects.of(owner_id).values_list("need_id", "offer_id"))


def told_of(owner_id: UUID, people: Collection[UUID]) -> frozenset[UUID]:
    """Those of them of whom a need or help is written down. Two queries."""
    theirs, only = Q(person_id__in=people), ("person_id",)
    return frozenset(pk for model in (Need, Help) for (pk,) in _live(model, owner_id, theirs, only))


def _live(model: Any, owner_id: UUID, where: Q, columns: tuple[str, ...]) -> Any:
    return model.objects.of(owner_id).live().filter(where, MINE_OR_LIVE).values_list(*columns)
