"""Who is nobody new, since messages or meetings are older than the first entry about them."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Min

from rapport.db.models import Participant, Person
from rapport.db.queries import challenge as challenge_queries
from rapport.db.queries import history as queries
from rapport.services.history.trace_rows import slices
from rapport.services.journal.journal import Journal


def mark_known(book: Journal, people: Collection[UUID], today: date) -> None:
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
