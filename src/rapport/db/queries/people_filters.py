"""A filter of people as conditions on rows; each condition is a part of one query."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import DateField, Exists, F, Func, IntegerField, OuterRef, Q, QuerySet, Value

from rapport.db.models import ContactPoint, FollowUp, Need, Offer, Person, Ruling, SearchRow, SourceRecord
from rapport.domain.challenge.referee import Verdict
from rapport.domain.people.search import words
from rapport.domain.people_filters import (
    ANYTHING,
    BANDS,
    Closeness,
    Due,
    LastContact,
    PeopleFilter,
    asleep_since,
    contact_days,
)


class DaysBetween(Func):
    """Whole days from the second date to the first."""

    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "CAST(julianday(%(expressions)s) AS INTEGER)"
        return self.as_sql(compiler, connection, template=template, arg_joiner=") - julianday(", **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="(%(expressions)s)", arg_joiner=" - ", **context)


def matching(owner_id: UUID, wanted: PeopleFilter, today: date, searched: Any = None) -> Any:
    """The people a filter lets through. `searched`: the search rows of whom its words fit."""
    found: Any = Person.objects.of(owner_id).live()
    if searched is not None:
        found = found.filter(pk__in=SearchRow.objects.filter(id__in=searched).values("person_id"))
    if wanted.tag:
        found = found.filter(tags__contains=f" {wanted.tag} ")
    if wanted.city:
        found = found.filter(city=wanted.city)
    if wanted.close:
        found = found.filter(_closeness(wanted.close, today))
    if wanted.since:
        found = found.filter(_last_contact(wanted.since, today))
    if wanted.due:
        found = found.filter(_due(owner_id, wanted.due, today))
    return _by_history(owner_id, found, wanted)


def _by_history(owner_id: UUID, found: Any, wanted: PeopleFilter) -> Any:
    """By what they look for and give, and where they come from."""
    if wanted.needs:
        unmet: Any = Need.objects.of(owner_id)
        found = found.filter(_saying(unmet.filter(met_on=None), wanted.needs))
    if wanted.offers:
        found = found.filter(_saying(Offer.objects.of(owner_id), wanted.offers))
    if wanted.through:
        through = wanted.through
        found = found.filter(Q(introduced_by=through) | Q(met_at=through) | Q(met_at__series=through))
    if wanted.unreachable:
        found = found.exclude(Exists(ContactPoint.objects.filter(person_id=OuterRef("pk"))))
    if wanted.source:
        records = SourceRecord.objects.filter(source=wanted.source, person_id=OuterRef("pk"))
        found = found.filter(Exists(records))
    if wanted.only_connections:
        found = found.filter(pk__in=connections(owner_id, wanted.challenge_id).values("person_id"))
    return found


def connections(owner_id: UUID, challenge_id: UUID | None) -> "QuerySet[Any, Any]":
    """What counted, in one challenge or in any."""
    rulings = Ruling.objects.of(owner_id).filter(verdict=Verdict.CONNECTION)
    return rulings.filter(challenge_id=challenge_id) if challenge_id else rulings


def _closeness(close: Closeness, today: date) -> Q:
    """Who never had a tie is as faint as can be."""
    if close is Closeness.DORMANT:
        return Q(tie__was_strong=True, tie__last_on__lte=asleep_since(today))
    least, below = BANDS[close]
    band = Q(tie__closeness__gte=least, tie__closeness__lt=below)
    return band | Q(tie=None) if close is Closeness.FAINT else band


def _last_contact(since: LastContact, today: date) -> Q:
    first, too_late = contact_days(since, today)
    if first:
        return Q(tie__last_on__gte=first)
    return Q(tie__last_on__lt=too_late) if too_late else Q(tie__last_on=None)


def _due(owner_id: UUID, due: Due, today: date) -> Q:
    steps: Any = FollowUp.objects.of(owner_id).live()
    steps = steps.filter(done_on=None, dropped_on=None, due_on__lte=today)
    step = Q(Exists(steps.filter(person_id=OuterRef("pk"))))
    silent = DaysBetween(Value(today, DateField()), F("tie__last_on"))
    rhythm = Q(cadence_days__isnull=False, tie__last_on__isnull=False) & Q(cadence_days__lte=silent)
    return {Due.STEP: step, Due.RHYTHM: rhythm, Due.ANY: step | rhythm}[due]


def _saying(rows: Any, said: str) -> Q:
    """Those of whom such a row has all the words; accents do not matter, which no engine knows by itself."""
    theirs = rows.live().filter(person_id__isnull=False)
    if said.strip() == ANYTHING:
        return Q(Exists(theirs.filter(person_id=OuterRef("pk"))))
    typed = words(said)
    people = {
        person for person, what in theirs.values_list("person_id", "what") if _holds(words(what), typed)
    }
    return Q(pk__in=people)


def _holds(there: Sequence[str], typed: Sequence[str]) -> bool:
    return all(any(word.startswith(begun) for word in there) for begun in typed)
