"""What the map asks of the rows: people, gatherings, and who shares history."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any
from uuid import UUID

from django.db.models import Max, Q

from rapport.db.models import (
    Address,
    Gathering,
    Introduction,
    MapPlace,
    Participant,
    Series,
    Trace,
    TraceParty,
)
from rapport.db.models import Person as Row
from rapport.domain.asks.introductions import Step
from rapport.domain.map.map import Facts, Occasion, Someone, Spot

FEW = 8  # people on one entry, up to which it joins each with each
FEW_ON_A_MAIL = 4  # the same for messages and meetings: more is a crowd
LATEST_TRACES = 100_000  # rows looked back at: the work has an end whatever the mailbox held
INTRODUCED = 3.0  # an introduction joins two people like three meetings
ATTENDED = 0.5

Pair = tuple[UUID, UUID]
Pairs = Counter[Pair]


def facts(owner_id: UUID, mailed: "Counter[tuple[int, int]]") -> Facts:
    """Everybody alive, and what joins them; `mailed` counts by addresses."""
    gatherings, occasions = _occasions(owner_id)
    together: Pairs = Counter()
    introducers = _introductions(owner_id, together)
    _exchanges(owner_id, gatherings, together)
    _letters(owner_id, mailed, together)
    people = tuple(_people(owner_id, gatherings, introducers))
    return Facts(people, occasions, dict(together))


def _live(model: Any, owner_id: UUID) -> Any:
    return model.objects.of(owner_id).live()


def _people(owner_id: UUID, gatherings: dict[UUID, UUID], introducers: dict[UUID, UUID]) -> Iterator[Someone]:
    columns = ("id", "name", "tie__closeness", "organisation", "city", "introduced_by_id", "met_at_id")
    rows = _live(Row, owner_id).values_list(*columns)
    for pk, name, closeness, organisation, city, introducer, met_at in rows:
        through = introducer or introducers.get(pk)
        yield Someone(pk, name, closeness or 0.0, organisation, city, through, gatherings.get(met_at))


def _occasions(owner_id: UUID) -> tuple[dict[UUID, UUID], tuple[Occasion, ...]]:
    """Which occasion each gathering is of, and the occasions: the dates of a series are one."""
    series = dict(_live(Series, owner_id).values_list("id", "name"))
    of: dict[UUID, UUID] = {}
    names: dict[UUID, str] = {}
    hosts: dict[UUID, UUID] = {}
    rows = _live(Gathering, owner_id).order_by("on", "id")
    for pk, name, in_series, host in rows.values_list("id", "name", "series_id", "invited_by_id"):
        of[pk] = in_series if in_series in series else pk
        names[of[pk]] = series.get(in_series, name)
        if host:
            hosts.setdefault(of[pk], host)
    return of, tuple(Occasion(pk, name, hosts.get(pk)) for pk, name in names.items())


def _introductions(owner_id: UUID, together: Pairs) -> dict[UUID, UUID]:
    """Who was introduced to me by whom, where it came about; those brought together are counted."""
    rows = _live(Introduction, owner_id).filter(step__in=(Step.CONNECTED, Step.HAPPENED))
    brought: dict[UUID, UUID] = {}
    for introducer, person, other in rows.order_by("on", "id").values_list(
        "introducer_id", "person_id", "other_id"
    ):
        if other is None and introducer:
            brought.setdefault(person, introducer)
        elif other:
            _count(together, (person, other), INTRODUCED)
    return brought


def _exchanges(owner_id: UUID, gatherings: dict[UUID, UUID], together: Pairs) -> None:
    """Those named in one entry, and who was seen at which occasion."""
    rows = Participant.objects.of(owner_id).filter(interaction__binned_at__isnull=True)
    there: dict[UUID, list[UUID]] = defaultdict(list)
    seen: set[Pair] = set()
    columns = rows.values_list("interaction_id", "person_id", "interaction__gathering_id")
    for interaction, person, gathering in columns:
        there[interaction].append(person)
        if gathering in gatherings:
            seen.add((person, gatherings[gathering]))
    for people in there.values():
        if len(people) <= FEW:
            for pair in combinations(people, 2):
                _count(together, pair)
    for pair in seen:
        _count(together, pair, ATTENDED)


def _letters(owner_id: UUID, mailed: "Counter[tuple[int, int]]", together: Pairs) -> None:
    of = dict(Address.objects.of(owner_id).filter(person__isnull=False).values_list("id", "person_id"))
    for (one, other), times in mailed.items():
        if one in of and other in of and of[one] != of[other]:
            _count(together, (of[one], of[other]), times)


def _count(together: Pairs, pair: Iterable[UUID], times: float = 1) -> None:
    one, other = pair
    together[(one, other) if one < other else (other, one)] += times  # type: ignore[assignment]  # halves too


def last_trace(owner_id: UUID) -> tuple[int, int]:
    """Changes when traces come or go."""
    rows = Trace.objects.of(owner_id)
    return rows.aggregate(last=Max("id"))["last"] or 0, rows.count()


def letters(owner_id: UUID) -> "Counter[tuple[int, int]]":
    """How often two addresses were on one message or meeting of a few, of late."""
    rows = TraceParty.objects.filter(
        Q(trace__size__gt=1, trace__size__lte=FEW_ON_A_MAIL), trace__owner_id=owner_id, trace__is_bulk=False
    )
    pairs: Counter[tuple[int, int]] = Counter()
    there: dict[int, list[int]] = defaultdict(list)
    for trace, address in rows.order_by("-id").values_list("trace_id", "address_id")[:LATEST_TRACES]:
        there[trace].append(address)
    for addresses in there.values():
        pairs.update(combinations(sorted(set(addresses)), 2))
    return pairs


def spots(owner_id: UUID) -> dict[UUID, Spot]:
    """Where people stood when the map was last looked at."""
    rows = MapPlace.objects.of(owner_id).values_list("person_id", "x", "y", "island")
    return {person: Spot(x, y, island) for person, x, y, island in rows}


def how_many(owner_id: UUID) -> int:
    """People there are."""
    count: int = _live(Row, owner_id).count()
    return count
