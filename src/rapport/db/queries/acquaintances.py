"""What shows that two of my people know each other: traces, exchanges, gatherings, introductions, traits.

People are told by their ids as the engine keeps them: there may be a million pairs of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from rapport.db.models import (
    Acquaintance,
    Address,
    Gathering,
    Introduction,
    Participant,
    Person,
    Trace,
    TraceParty,
)
from rapport.db.queries.prepared import prepared_for_few
from rapport.domain.asks.introductions import Step
from rapport.domain.history.acquaintances import FEW, USUAL_GATHERING, Shared, Sign, Who
from rapport.domain.imports.imports import TraceKind

Some = Collection[UUID] | None  # these people, or None: everybody
Rows = Iterable[tuple[Any, ...]]
PART = ("interaction_id", "person_id", "interaction__on", "interaction__others", "interaction__gathering_id")
HOST = ("id", "name", "on", "size", "invited_by_id", "invited_by__binned_at")
MET = ("id", "met_at_id")
KINDS = {str(TraceKind.MAIL): Sign.MAIL, str(TraceKind.MEETING): Sign.MEETING}
TABLES = {
    "acquaintance": Acquaintance._meta.db_table,
    "trace": Trace._meta.db_table,
    "party": TraceParty._meta.db_table,
    "address": Address._meta.db_table,
    "person": Person._meta.db_table,
}
STORED = "SELECT id, person_id, other_id, probability, evidence FROM {acquaintance} WHERE owner_id = %s"
SMALL = """
    SELECT p.trace_id, a.person_id, t.kind, t.at, t.size, t.title
    FROM {trace} t
    JOIN {party} p ON p.trace_id = t.id
    JOIN {address} a ON a.id = p.address_id
    JOIN {person} n ON n.id = a.person_id AND n.binned_at IS NULL
    WHERE t.owner_id = %s AND NOT t.is_bulk AND t.size BETWEEN 2 AND %s"""
THEIRS = """ AND t.id IN (
    SELECT q.trace_id FROM {party} q JOIN {address} b ON b.id = q.address_id
    WHERE b.person_id IN ({marks}))"""


def stored(owner_id: UUID, some: Some = None) -> Iterator[tuple[int, Who, Who, float, str]]:
    """Rows as they stand: number, person, other, probability, evidence as text."""
    query, values = STORED, [owner_id]
    if some is not None:
        marks = ", ".join(["%s"] * len(some))
        query += f" AND (person_id IN ({marks}) OR other_id IN ({marks}))"
        values += [*some, *some]
    with connection.cursor() as cursor:
        cursor.execute(query.format(**TABLES), [_plain(value) for value in values])
        yield from cursor


def traces(owner_id: UUID, some: Some = None) -> Iterator[Shared]:
    """Small mails and meetings that two of my people were on."""
    query, values = SMALL, [owner_id, FEW]
    if some is not None:
        query += THEIRS.replace("{marks}", ", ".join(["%s"] * len(some)))
        values += list(some)
    with connection.cursor() as cursor:
        cursor.execute(query.format(**TABLES) + " ORDER BY p.trace_id", [_plain(value) for value in values])
        trace, there, told = None, set[Any](), ("", "", 0, "")
        for number, person, *rest in cursor:
            if number != trace:
                if len(there) > 1:
                    yield _shared(there, *told)
                trace, there, told = number, set(), tuple(rest)
            there.add(person)
        if len(there) > 1:
            yield _shared(there, *told)


def exchanges(owner_id: UUID, some: Some = None) -> Iterator[Shared]:
    """What I wrote down of several people at once, and who was at which gathering."""
    parts, hosts, met = _there(owner_id) if some is None else _theirs(owner_id, some)
    company: dict[UUID, set[Who]] = defaultdict(set)
    guests: dict[UUID, set[Who]] = defaultdict(set)
    told: dict[UUID, tuple[date, int]] = {}
    for exchange, person, on, others, gathering in chain(*parts):
        if gathering:
            guests[gathering].add(_plain(person))
        else:
            company[exchange].add(_plain(person))
            told[exchange] = on, others
    for person, gathering in met:
        guests[gathering].add(_plain(person))
    for exchange, crowd in company.items():
        on, others = told[exchange]
        yield Shared(Sign.TOGETHER, on, len(crowd) + others, crowd)
    yield from _gatherings(hosts, guests)


def _there(owner_id: UUID) -> tuple[list[Rows], Rows, Rows]:
    """Who took part in what, the gatherings, and who was met at one."""
    parts, met = _parts().filter(owner_id=owner_id), _met(owner_id)
    somebody = Q(pk__in=parts.values("interaction__gathering_id")) | Q(pk__in=met.values("met_at"))
    hosts = Gathering.objects.of(owner_id).live().filter(somebody)
    return [parts.values_list(*PART)], hosts.values_list(*HOST), met.values_list(*MET)


def _theirs(owner_id: UUID, some: Collection[UUID]) -> tuple[list[Rows], Rows, Rows]:
    """The same, where these people were.

    Asked for by owner too, or for both at once, the engine would walk through all of the owner's rows.
    """
    people = tuple(some)
    places = chain(_visited(people), _met_where(people, owner_id), _hosted(people, owner_id))
    at = tuple({pk for (pk,) in places if pk})
    return [_together(people), _guests(at)], _hosts(at, owner_id), _met_there(at, owner_id)


@prepared_for_few
def _visited(people: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    return _parts().filter(person_id__in=people).values_list("interaction__gathering_id")


@prepared_for_few
def _met_where(people: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
    return _met(owner_id).filter(pk__in=people).values_list("met_at_id")


@prepared_for_few
def _hosted(people: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
    return Gathering.objects.of(owner_id).live().filter(invited_by_id__in=people).values_list("id")


@prepared_for_few
def _together(people: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    theirs = _parts().filter(person_id__in=people)
    return _parts().filter(interaction_id__in=theirs.values("interaction_id")).values_list(*PART)


@prepared_for_few
def _guests(gatherings: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    return _parts().filter(interaction__gathering_id__in=gatherings).values_list(*PART)


@prepared_for_few
def _hosts(gatherings: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
    return Gathering.objects.of(owner_id).live().filter(pk__in=gatherings).values_list(*HOST)


@prepared_for_few
def _met_there(gatherings: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
    return _met(owner_id).filter(met_at_id__in=gatherings).values_list(*MET)


def _met(owner_id: UUID) -> "QuerySet[Person]":
    return Person.objects.of(owner_id).live().filter(met_at__binned_at__isnull=True, met_at__isnull=False)


def _parts() -> "QuerySet[Participant]":
    return Participant.objects.filter(interaction__binned_at__isnull=True, person__binned_at__isnull=True)


def _gatherings(rows: Rows, guests: dict[UUID, set[Who]]) -> Iterator[Shared]:
    for pk, name, on, size, host, binned in rows:
        there = guests.get(pk, set())
        knows = _plain(host) if host and binned is None and there else None
        if knows:
            there.add(knows)
        yield Shared(Sign.GATHERING, on, size or max(USUAL_GATHERING, len(there)), there, name, knows)


def introductions(owner_id: UUID, some: Some = None) -> Iterator[tuple[Sign, Who, Who, date | None]]:
    """Who brought whom to me, and whom I brought together."""
    rows: Rows = _moves(owner_id)
    origins: Rows = _origins(owner_id=owner_id)
    if some is not None:
        people = tuple(some)
        rows, origins = _moves_of(people, owner_id), _origins_of(people)
    told = set()
    for introducer, person, other, on, step in rows:
        if introducer is None:
            if step in (Step.CONNECTED, Step.HAPPENED):
                yield Sign.BROUGHT, _plain(person), _plain(other), on
            continue
        for each in filter(None, (person, other)):
            told.add((introducer, each))
            yield Sign.INTRODUCED, _plain(introducer), _plain(each), on
    for person, introducer in origins:
        if (introducer, person) not in told:
            yield Sign.INTRODUCED, _plain(introducer), _plain(person), None


@prepared_for_few
def _moves_of(people: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
    theirs = Q(introducer_id__in=people) | Q(person_id__in=people) | Q(other_id__in=people)
    return _moves(owner_id).filter(theirs)


def _moves(owner_id: UUID) -> "QuerySet[Any, Any]":
    live = {"introducer__binned_at": None, "person__binned_at": None, "other__binned_at": None}
    rows = Introduction.objects.of(owner_id).live().filter(**live)
    return rows.values_list("introducer_id", "person_id", "other_id", "on", "step")


@prepared_for_few
def _origins_of(people: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    return _origins(Q(pk__in=people) | Q(introduced_by_id__in=people))


def _origins(*asked: Q, **of: Any) -> "QuerySet[Any, Any]":
    rows = Person.objects.live().filter(*asked, introduced_by__binned_at__isnull=True, **of)
    return rows.filter(introduced_by__isnull=False).values_list("id", "introduced_by_id")


def _shared(there: set[Any], kind: str, at: Any, size: int, title: str) -> Shared:
    on = date.fromisoformat(at[:10]) if isinstance(at, str) else at.date()
    return Shared(KINDS[kind], on, size, there, title if kind == TraceKind.MEETING else "")


def _plain(value: Any) -> Any:
    return value.hex if isinstance(value, UUID) and not connection.features.has_native_uuid_field else value
