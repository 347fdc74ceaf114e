"""What shows that two of my people know each other: traces, exchanges, gatherings, introductions, traits.

People are told by their ids as the engine keeps them: there may be a million pairs of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from itertools import chain
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

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
from rapport.domain.acquaintances import FEW, USUAL_GATHERING, Shared, Sign, Who
from rapport.domain.imports import TraceKind
from rapport.domain.introductions import Step

Some = Collection[UUID] | None  # these people, or None: everybody
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
    columns = (
        "interaction_id",
        "person_id",
        "interaction__on",
        "interaction__others",
        "interaction__gathering_id",
    )
    for exchange, person, on, others, gathering in chain(*(each.values_list(*columns) for each in parts)):
        if gathering:
            guests[gathering].add(_plain(person))
        else:
            company[exchange].add(_plain(person))
            told[exchange] = on, others
    for person, gathering in met.values_list("id", "met_at_id"):
        guests[gathering].add(_plain(person))
    for exchange, crowd in company.items():
        on, others = told[exchange]
        yield Shared(Sign.TOGETHER, on, len(crowd) + others, crowd)
    yield from _gatherings(hosts, guests)


def _there(owner_id: UUID) -> tuple[list[Any], Any, Any]:
    """Who took part in what, the gatherings, and who was met at one."""
    parts, met = _parts().filter(owner_id=owner_id), _met(owner_id)
    somebody = Q(pk__in=parts.values("interaction__gathering_id")) | Q(pk__in=met.values("met_at"))
    return [parts], Gathering.objects.of(owner_id).live().filter(somebody), met


def _theirs(owner_id: UUID, some: Collection[UUID]) -> tuple[list[Any], Any, Any]:
    """The same, where these people were.

    Asked for by owner too, or for both at once, the engine would walk through all of the owner's rows.
    """
    hosts, met = Gathering.objects.of(owner_id).live(), _met(owner_id)
    parts = _parts().filter(person_id__in=some)
    at = {pk for pk in parts.values_list("interaction__gathering_id", flat=True) if pk}
    at.update(met.filter(pk__in=some).values_list("met_at_id", flat=True))
    at.update(hosts.filter(invited_by_id__in=some).values_list("id", flat=True))
    found = [
        _parts().filter(interaction_id__in=parts.values("interaction_id")),
        _parts().filter(interaction__gathering_id__in=at),
    ]
    return found, hosts.filter(pk__in=at), met.filter(met_at_id__in=at)


def _met(owner_id: UUID) -> Any:
    return Person.objects.of(owner_id).live().filter(met_at__binned_at__isnull=True, met_at__isnull=False)


def _parts() -> Any:
    return Participant.objects.filter(interaction__binned_at__isnull=True, person__binned_at__isnull=True)


def _gatherings(rows: Any, guests: dict[UUID, set[Who]]) -> Iterator[Shared]:
    columns = ("id", "name", "on", "size", "invited_by_id", "invited_by__binned_at")
    for pk, name, on, size, host, binned in rows.values_list(*columns):
        there = guests.get(pk, set())
        knows = _plain(host) if host and binned is None and there else None
        if knows:
            there.add(knows)
        yield Shared(Sign.GATHERING, on, size or max(USUAL_GATHERING, len(there)), there, name, knows)


def introductions(owner_id: UUID, some: Some = None) -> Iterator[tuple[Sign, Who, Who, date | None]]:
    """Who brought whom to me, and whom I brought together."""
    rows = (
        Introduction.objects.of(owner_id)
        .live()
        .filter(
            introducer__binned_at__isnull=True, person__binned_at__isnull=True, other__binned_at__isnull=True
        )
    )
    origins = Person.objects.live().filter(introduced_by__binned_at__isnull=True)
    if some is None:
        origins = origins.filter(owner_id=owner_id)
    else:
        rows = rows.filter(Q(introducer_id__in=some) | Q(person_id__in=some) | Q(other_id__in=some))
        origins = origins.filter(Q(pk__in=some) | Q(introduced_by_id__in=some))
    told = set()
    columns = ("introducer_id", "person_id", "other_id", "on", "step")
    for introducer, person, other, on, step in rows.values_list(*columns):
        if introducer is None:
            if step in (Step.CONNECTED, Step.HAPPENED):
                yield Sign.BROUGHT, _plain(person), _plain(other), on
            continue
        for each in filter(None, (person, other)):
            told.add((introducer, each))
            yield Sign.INTRODUCED, _plain(introducer), _plain(each), on
    for person, introducer in origins.filter(introduced_by__isnull=False).values_list(
        "id", "introduced_by_id"
    ):
        if (introducer, person) not in told:
            yield Sign.INTRODUCED, _plain(introducer), _plain(person), None


def _shared(there: set[Any], kind: str, at: Any, size: int, title: str) -> Shared:
    on = date.fromisoformat(at[:10]) if isinstance(at, str) else at.date()
    return Shared(KINDS[kind], on, size, there, title if kind == TraceKind.MEETING else "")


def _plain(value: Any) -> Any:
    return value.hex if isinstance(value, UUID) and not connection.features.has_native_uuid_field else value
