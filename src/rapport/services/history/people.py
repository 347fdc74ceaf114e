"""What all traces of a person add up to: kept, worked out again, and what it says about tie and origin."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID, uuid4

from rapport.db.models import PersonHistory, TieScale, Trace
from rapport.db.queries import history as queries
from rapport.domain.history.history import Sums, to_json
from rapport.domain.history.tallies import Tally
from rapport.services.challenge import rulings
from rapport.services.history.trace_rows import slices

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
