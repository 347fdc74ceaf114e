"""Who looks like whom: searched when people changed, kept as rows that any door reads.

The search compares everybody with whoever might be the same, which takes seconds for thousands of people.
So there is one way for books of every size: a search leaves rows, and a page reads them. A small book is
searched again when its page is opened and somebody changed; a large one by an import, or when asked.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import cast
from uuid import UUID

from django.db import transaction

from rapport.db.models import Likeness, LikenessSearch, Owner, Person
from rapport.db.queries import duplicates as queries
from rapport.domain.duplicates.finding import find
from rapport.domain.duplicates.values import Candidate, Candidates, Record
from rapport.domain.values import dataclass

QUICK = 3_000  # people, up to whom a page can wait for the search (a second or two)
ROUNDED = 1e-3  # a candidate's weight is rounded to this, the threshold is not
AT_ONCE = 200  # rows in one statement


@dataclass(frozen=True, slots=True)
class Searched:
    """The last search: when, among how many, and how often the sure pairs are wrong (95 % interval)."""

    at: datetime
    people: int
    false_share: float
    low: float
    high: float
    is_current: bool  # nobody changed since


def latest(owner_id: UUID, *, at: datetime) -> Searched | None:
    """The last search, made again first where that is quick; None: a large book was never searched."""
    row = _row(owner_id)
    revision = _revision(owner_id)
    if row is not None and row.revision == revision:
        return _told(row, is_current=True)
    if Person.objects.of(owner_id).live().count() <= QUICK:
        return search(owner_id, at=at)
    return _told(row, is_current=False) if row is not None else None


def search(owner_id: UUID, *, at: datetime) -> Searched:
    """Look again, unless all that is compared is as it was; its rows replace those of the last search."""
    revision, row = _revision(owner_id), _row(owner_id)
    records, told = queries.records(owner_id), queries.told_apart(owner_id)
    country = queries.country(owner_id)
    digest = _digest(records, told, country)
    if row is None or row.digest != digest:
        found = find(records, [frozenset(pair) for pair in told], country=country)
        row = LikenessSearch(owner_id=owner_id, at=at, digest=digest, people=len(records))
        row.false_share, row.low, row.high = found.bulk.false_share, found.bulk.low, found.bulk.high
        row.revision = revision
        _keep(owner_id, found, row)
    elif row.revision != revision:
        LikenessSearch.objects.filter(pk=row.pk).update(revision=revision)
    return _told(row, is_current=True)


def forget(owner_id: UUID) -> None:
    """Somebody was merged: the next search looks again, even when that was taken back."""
    LikenessSearch.objects.of(owner_id).update(digest="")


def _keep(owner_id: UUID, found: Candidates, row: LikenessSearch) -> None:
    """In the place of the last search; whoever went while it was made is left out."""
    with transaction.atomic():
        there = set(Person.objects.of(owner_id).values_list("pk", flat=True))
        Likeness.objects.of(owner_id).delete()
        LikenessSearch.objects.of(owner_id).delete()
        made = [each for each in _rows(owner_id, found) if {each.first_id, each.second_id} <= there]
        Likeness.objects.bulk_create(made, batch_size=AT_ONCE)
        row.save(force_insert=True)


def _rows(owner_id: UUID, found: Candidates) -> Iterable[Likeness]:
    home = {key: at for at, group in enumerate(found.groups) if group.sure for key in group.ids}
    least = found.bulk.threshold - ROUNDED
    for pair in found.pairs:
        together = pair.a in home and home.get(pair.a) == home.get(pair.b)
        yield Likeness(
            owner_id=owner_id,
            first_id=cast("UUID", pair.a),
            second_id=cast("UUID", pair.b),
            weight=pair.weight,
            probability=pair.probability,
            reasons=_plain(pair),
            is_sure=together and pair.weight >= least,
        )


def _plain(pair: Candidate) -> list[list[object]]:
    return [[each.field, each.agreement, each.value, each.bits] for each in pair.reasons]


def _digest(records: Sequence[Record], told: object, country: str) -> str:
    seen = sha256(repr((told, country)).encode("utf-8", "surrogatepass"))
    for record in records:
        seen.update(repr(record).encode("utf-8", "surrogatepass"))
    return seen.hexdigest()


def _row(owner_id: UUID) -> LikenessSearch | None:
    return LikenessSearch.objects.of(owner_id).first()


def _revision(owner_id: UUID) -> int:
    number: int = Owner.objects.values_list("revision", flat=True).get(pk=owner_id)
    return number


def _told(row: LikenessSearch, *, is_current: bool) -> Searched:
    return Searched(row.at, row.people, row.false_share, row.low, row.high, is_current)
