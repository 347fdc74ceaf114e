"""What shows that two of my people know each other: traces, exchanges, gatherings, introductions, traits.

People are told by their ids as the engine keeps them: there may be a million pairs of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Max, Q, QuerySet

from rapport.db.models import (
    Acquaintance,
    Address,
    ContactPoint,
    Gathering,
    Introduction,
    Participant,
    Person,
    SearchRow,
    Trace,
    TraceParty,
)
from rapport.db.queries import search
from rapport.domain.acquaintances import COLLEAGUES, FEW, USUAL_GATHERING, Shared, Sign, Trait, Who
from rapport.domain.contact_keys import email_key, employer_domain, is_desk
from rapport.domain.imports import TraceKind
from rapport.domain.introductions import Step
from rapport.domain.organisations import words_of
from rapport.domain.people import ContactKind
from rapport.domain.search import MOST_TERMS, words
from rapport.domain.text import fold

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
PLACES = 400  # ids in one statement


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
    parts = [_parts().filter(owner_id=owner_id)]
    hosts = Gathering.objects.of(owner_id).live()
    met = Person.objects.of(owner_id).live().filter(met_at__binned_at__isnull=True, met_at__isnull=False)
    if some is None:
        hosts = hosts.filter(
            Q(pk__in=parts[0].values("interaction__gathering_id")) | Q(pk__in=met.values("met_at"))
        )
    else:
        # Asked for by owner too, or for both at once, the engine would walk through all of the owner's rows.
        there = _parts().filter(person_id__in=some)
        at = {pk for pk in there.values_list("interaction__gathering_id", flat=True) if pk}
        at.update(met.filter(pk__in=some).values_list("met_at_id", flat=True))
        at.update(hosts.filter(invited_by_id__in=some).values_list("id", flat=True))
        parts = [
            _parts().filter(interaction_id__in=there.values("interaction_id")),
            _parts().filter(interaction__gathering_id__in=at),
        ]
        hosts, met = hosts.filter(pk__in=at), met.filter(met_at_id__in=at)
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


def organisations(owner_id: UUID, some: Some = None) -> Iterator[Trait]:
    """Where everybody works, as their entry says it and as their mail address does."""
    rows = Person.objects.of(owner_id).live().exclude(organisation="")
    points = ContactPoint.objects.of(owner_id).filter(kind=ContactKind.EMAIL, person__binned_at__isnull=True)
    wanted: set[str] | None = None
    if some is not None:
        said = set(rows.filter(pk__in=some).values_list("organisation", flat=True))
        addresses = points.filter(person_id__in=some).values_list("value", flat=True)
        domains = {domain for value in addresses if (domain := _domain(value))}
        wanted = domains.union(_one_spelling(each) for each in said)
        found = _holding(owner_id, [*map(_telling, said), *map(words, domains)])
        if len(found) <= PLACES:  # above that, one scan is quicker than a list of ids
            rows, points = rows.filter(pk__in=found), points.filter(person_id__in=found)
    for person, organisation in _raw(rows.values_list("id", "organisation")):
        key = _one_spelling(organisation)
        if key and (wanted is None or key in wanted):
            yield Trait(key, organisation.strip(), person)
    yield from _employed(owner_id, points, wanted)


@lru_cache(maxsize=8192)  # several people work at most of them
def _one_spelling(organisation: str) -> str:
    return " ".join(words_of(organisation))


def _employed(owner_id: UUID, points: Any, wanted: set[str] | None) -> Iterator[Trait]:
    """By the domain of their addresses, with the day it was last seen where several share it."""
    there: dict[str, list[tuple[Who, str]]] = defaultdict(list)
    for person, value in _raw(points.values_list("person_id", "value")):
        domain = _domain(value)
        if domain and (wanted is None or domain in wanted):
            there[domain].append((person, value.strip().lower()))
    shared = {
        domain: them
        for domain, them in there.items()
        if 2 <= len({person for person, _ in them}) <= COLLEAGUES
    }
    seen = _last_seen(owner_id, [address for them in shared.values() for _, address in them])
    for domain, them in shared.items():
        for person, address in them:
            yield Trait(domain, domain, person, seen.get(address))


def _telling(organisation: str) -> list[str]:
    """The longest word that every spelling of its name has."""
    indexed = set(words(organisation)).intersection(words_of(organisation))
    return [max(sorted(indexed), key=len)] if indexed else words(organisation)


def _last_seen(owner_id: UUID, addresses: list[str]) -> dict[str, date]:
    """The day of the last trace with each of these addresses."""
    found: dict[str, date] = {}
    for start in range(0, len(addresses), PLACES):
        rows = TraceParty.objects.filter(
            trace__owner_id=owner_id, address__address__in=addresses[start : start + PLACES]
        )
        last = rows.values_list("address__address").annotate(at=Max("trace__at"))
        found |= {address: at.date() for address, at in last}
    return found


def circles(owner_id: UUID, some: Some = None) -> Iterator[Trait]:
    """The topics of everybody, each in their city."""
    rows = Person.objects.of(owner_id).live().exclude(city="").exclude(tags="")
    if some is not None:
        theirs = rows.filter(pk__in=some).values_list("city", "tags")
        wanted = {(city, tag) for city, tags in theirs for tag in tags.split()}
        rows = rows.filter(
            pk__in=_holding(owner_id, [words(f"{city} {tag}") for city, tag in sorted(wanted)])
        )
    for person, city, tags in _raw(rows.values_list("id", "city", "tags")):
        for key, tag in _topics(city, tags):
            yield Trait(key, tag, person)


@lru_cache(maxsize=8192)
def _topics(city: str, tags: str) -> tuple[tuple[str, str], ...]:
    """What each is compared by, and as it is written."""
    return tuple((f"{fold(city).strip()} {fold(tag)}", tag) for tag in tags.split())


def _holding(owner_id: UUID, wanted: Iterable[list[str]]) -> set[UUID]:
    """People whose entry has all the words of one of these."""
    found: set[UUID] = set()
    for some in wanted:
        if some:
            matching = search.matching(owner_id, [[word] for word in some[:MOST_TERMS]])
            found.update(SearchRow.objects.filter(id__in=matching).values_list("person_id", flat=True))
    return found


def _domain(address: str) -> str | None:
    key = email_key(address)
    return None if key is None or is_desk(key) else employer_domain(key)


def _shared(there: set[Any], kind: str, at: Any, size: int, title: str) -> Shared:
    on = date.fromisoformat(at[:10]) if isinstance(at, str) else at.date()
    return Shared(KINDS[kind], on, size, there, title if kind == TraceKind.MEETING else "")


def _raw(rows: QuerySet[Any, Any]) -> Iterator[Any]:
    """Rows as the engine keeps them: making an id of 32 digits and digits of it again is most of the work."""
    try:
        query, values = rows.query.sql_with_params()
    except EmptyResultSet:
        return
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        yield from cursor.fetchall()


def _plain(value: Any) -> Any:
    return value.hex if isinstance(value, UUID) and not connection.features.has_native_uuid_field else value
