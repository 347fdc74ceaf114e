"""What all traces of a person add up to: kept, worked out again, and what it says about tie and origin."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db.models import Min

from rapport.db.models import Participant, Person, PersonHistory, TieScale, Trace
from rapport.db.queries import challenge as challenge_queries
from rapport.db.queries import history as queries
from rapport.domain.history.history import Sums, to_json
from rapport.domain.history.tallies import Tally
from rapport.services.challenge import rulings
from rapport.services.history.trace_rows import slices

if TYPE_CHECKING:
    from rapport.services.journal.undo import Journal  # undo takes traces back: no circle

RENEW_ABOVE = 0.05  # of all traces: so many changed, and what is usual is worked out again


def store(owner_id: UUID, sums: Mapping[UUID, Sums]) -> None:
    """Write these people's sums down, in the place of earlier ones."""
    for people in slices(sums):
        rows = PersonHistory.objects.of(owner_id).filter(person_id__in=people)
        rows._raw_delete(rows.db)  # nothing hangs on them
        PersonHistory.objects.bulk_create(
            PersonHistory(id=uuid4(), owner_id=owner_id, person_id=person, sums=to_json(sums[person]))
            for person in people
        )


def recompute(owner_id: UUID, people: Collection[UUID]) -> None:
    """Work these people's sums out again from all their traces."""
    for some in slices(people):
        tallies: defaultdict[UUID, Tally] = defaultdict(Tally)
        for person, seen in queries.traces_of(owner_id, some):
            tallies[person].add(seen)
        for person, key, hours, by_them in queries.replies_of(owner_id, some):
            tallies[person].answered(int(key[:12], 16), hours, by_them=by_them)
        PersonHistory.objects.of(owner_id).filter(person_id__in=some).delete()
        store(owner_id, {person: tally.sums() for person, tally in tallies.items()})


def weigh(owner_id: UUID, people: Collection[UUID], changed: int, today: date) -> None:
    """These people's ties; everybody's, when so many traces changed that what is usual may have moved."""
    if not people:
        return
    there = Trace.objects.of(owner_id).count()
    if changed >= RENEW_ABOVE * there or not TieScale.objects.of(owner_id).exists():
        rulings.weigh_all(owner_id, today)
    else:
        rulings.weigh(owner_id, people, today)


def mark_known(book: "Journal", people: Collection[UUID], today: date) -> None:
    """Whoever I was in touch with before the first entry about them is nobody new.

    Where nothing is written down yet, the first day of the present challenge takes the place of an entry.
    """
    owner_id = book.owner_id
    sums = queries.sums(owner_id, people)
    began = {person: since for person, each in sums.items() if (since := each.two_way_since)}
    periods = challenge_queries.calendar(owner_id).periods
    present = max((p.starts_on for p in periods if p.starts_on <= today), default=None)
    for some in slices(began):
        logged = Participant.objects.of(owner_id).filter(
            person_id__in=some, interaction__binned_at__isnull=True
        )
        first = dict(logged.values_list("person_id").annotate(Min("interaction__on")))
        there = Person.objects.of(owner_id).filter(pk__in=some, binned_at__isnull=True)
        for row in there.filter(known_before=False):
            limit = first.get(row.pk, present)
            if limit is None or began[row.pk] < limit:
                book.change(row, known_before=True)
