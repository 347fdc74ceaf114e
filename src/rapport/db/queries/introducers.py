"""What could speak for asking somebody: what they are, how close, what they brought, when they were asked."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, QuerySet

from rapport.db.models import Ask, AskAnswer, Help, Introduction, Need, Offer, Person, Tie
from rapport.db.queries import search
from rapport.db.queries.prepared import prepared
from rapport.domain.asks.asks import Answer
from rapport.domain.asks.asks import Ask as Asked
from rapport.domain.people.descriptions import Facet, Term, prefixes
from rapport.domain.values import dataclass

MOST_FOUND = 400  # people whose entry has a word: the closest of them
Entries = dict[UUID, list[tuple[Facet, str]]]


@dataclass(frozen=True, slots=True)
class Somebody:
    """One of my people, and the tie between us."""

    id: UUID
    name: str
    organisation: str
    role: str
    city: str
    closeness: float | None  # None: nothing is known between us
    interactions: int
    last_on: date | None


@dataclass(frozen=True, slots=True)
class Brought:
    """Whom somebody introduced to me, or took me to meet."""

    names: tuple[str, ...]  # the latest first
    further: int  # who came through those in turn
    last_on: date | None

    @property
    def weight(self) -> float:
        return len(self.names) + self.further / 2


def holding(owner_id: UUID, terms: Iterable[Term]) -> dict[str, list[UUID]]:
    """Who may have each word in their entry, the closest first. One query a word."""
    return {term.word: search.people(owner_id, (prefixes(term),), MOST_FOUND) for term in terms}


def entries(owner_id: UUID, ids: Collection[UUID]) -> Entries:
    """What is written about these people, and what they need and offer. Three queries."""
    found: Entries = defaultdict(list)
    rows = Person.objects.of(owner_id).live().filter(pk__in=ids)
    for pk, role, organisation, tags, city, note, met in rows.values_list(
        "id", "role", "organisation", "tags", "city", "note", "how_met"
    ):
        found[pk] += [
            (Facet.ROLE, role), (Facet.ORGANISATION, organisation), (Facet.TAGS, tags), (Facet.CITY, city),
            (Facet.NOTE, note), (Facet.NOTE, met),
        ]  # fmt: skip
    for facet, model in ((Facet.NEED, Need), (Facet.OFFER, Offer)):
        said: Any = model.objects.of(owner_id).live().filter(person_id__in=ids)
        for pk, what in said.values_list("person_id", "what"):
            found[pk].append((facet, what))
    return found


def needing_or_offering(owner_id: UUID) -> list[tuple[UUID, str]]:
    """Everybody of whom a need or an offer is known, with it. Two queries."""
    found: list[tuple[UUID, str]] = []
    for model in (Need, Offer):
        rows: Any = model.objects.of(owner_id).live().filter(person__binned_at__isnull=True)
        found += rows.filter(person_id__isnull=False).values_list("person_id", "what")
    return found


def somebody(owner_id: UUID, ids: Collection[UUID]) -> dict[UUID, Somebody]:
    """Those of them who are not in the bin. One query."""
    return {one.id: one for one in _some(Person.objects.of(owner_id).live().filter(pk__in=ids))}


def closest(owner_id: UUID, many: int) -> list[UUID]:
    rows = Tie.objects.of(owner_id).filter(person__binned_at__isnull=True).order_by("-closeness", "person_id")
    return list(rows.values_list("person_id", flat=True)[:many])


def brought(owner_id: UUID) -> dict[UUID, Brought]:
    """Of everybody who brought me somebody: by name, or to a gathering where I met them. Two queries."""
    told: dict[UUID, dict[UUID, tuple[date | None, str]]] = defaultdict(
        dict
    )  # introducer: person: when, name
    for pk, introducer, name in introduced(owner_id):
        told[introducer][pk] = (None, name)
    for pk, host, name, on in _taken_along(owner_id):
        told[host][pk] = (on, name)
    for introducer, pk, name, on in _made(owner_id):
        told[introducer][pk] = (on, name)
    found = {}
    for introducer, them in told.items():
        them.pop(introducer, None)
        latest = sorted(them.values(), key=lambda one: (one[0] or date.min, one[1]), reverse=True)
        if latest:
            days = [on for on, _ in latest if on]
            further = len(_through(introducer, told) - them.keys() - {introducer})
            found[introducer] = Brought(tuple(name for _, name in latest), further, max(days, default=None))
    return found


@prepared
def introduced(owner_id: UUID) -> "QuerySet[Any, Any]":
    """Whoever was introduced to me: id, by whom, name."""
    rows = Person.objects.of(owner_id).live().filter(introduced_by__isnull=False)
    return rows.values_list("id", "introduced_by_id", "name")


@prepared
def _taken_along(owner_id: UUID) -> "QuerySet[Any, Any]":
    """Whom I met where somebody took me, and nobody introduced: id, by whom, name, the day."""
    rows = Person.objects.live().filter(met_at__owner_id=owner_id, met_at__invited_by__isnull=False)
    rows = rows.filter(introduced_by=None)
    return rows.values_list("id", "met_at__invited_by_id", "name", "met_at__on")


@prepared
def _made(owner_id: UUID) -> "QuerySet[Any, Any]":
    """Introductions to me: by whom, to whom, their name, the day."""
    rows = Introduction.objects.of(owner_id).live().filter(introducer__isnull=False, other__isnull=True)
    rows = rows.filter(person__binned_at__isnull=True)
    return rows.values_list("introducer_id", "person_id", "person__name", "on")


def _through(person: UUID, told: Mapping[UUID, Collection[UUID]]) -> set[UUID]:
    """Everybody who came through them, in whatever number of steps."""
    found: set[UUID] = set()
    ahead = [person]
    while ahead:
        for each in told.get(ahead.pop(), ()):
            if each not in found:
                found.add(each)
                ahead.append(each)
    return found


def asks(owner_id: UUID, until: date) -> list[tuple[Asked, float]]:
    """Every ask with its answers, and how close the asked person is. Two queries."""
    answers: dict[UUID, list[tuple[date, Answer]]] = defaultdict(list)
    for ask, on, answer in _answers(owner_id, until):
        answers[ask].append((on, Answer(answer)))
    return [
        (Asked(pk, on, person, target, tuple(answers[pk]), reminded), near or 0.0)
        for pk, on, person, target, reminded, near in _asks(owner_id, until)
    ]


@prepared
def _asks(owner_id: UUID, until: date) -> "QuerySet[Any, Any]":
    rows = Ask.objects.of(owner_id).live().filter(on__lte=until, person__binned_at__isnull=True)
    return rows.order_by("on", "id").values_list(
        "id", "on", "person_id", "target", "reminded_on", "person__tie__closeness"
    )


@prepared
def _answers(owner_id: UUID, until: date) -> "QuerySet[Any, Any]":
    rows = AskAnswer.objects.of(owner_id).filter(on__lte=until)
    return rows.order_by("on", "id").values_list("ask_id", "on", "answer")


def helped(owner_id: UUID, since: date, until: date) -> dict[UUID, date]:
    """Whom I helped in that time, and when last."""
    return dict(_helped(owner_id, since, until))


@prepared
def _helped(owner_id: UUID, since: date, until: date) -> "QuerySet[Any, Any]":
    rows = Help.objects.of(owner_id).live().filter(by_me=True, given_on__range=(since, until))
    return rows.values_list("person_id").annotate(Max("given_on"))


def people(owner_id: UUID) -> int:
    """How many there are."""
    count: int = Person.objects.of(owner_id).live().aggregate(n=Count("id"))["n"]
    return count


def _some(rows: Any) -> list[Somebody]:
    columns = rows.annotate(near=F("tie__closeness")).values_list(
        "id", "name", "organisation", "role", "city", "near", "tie__interactions", "tie__last_on"
    )
    return [
        Somebody(pk, name, organisation, role, city, near, many or 0, last)
        for pk, name, organisation, role, city, near, many, last in columns
    ]
