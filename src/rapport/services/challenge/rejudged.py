"""Who is judged otherwise by a change made elsewhere: the rulings that moved, with their names."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from rapport.db.models import Person
from rapport.domain.challenge.referee import Overruled, Verdict
from rapport.domain.text import fold
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Rejudged:
    """One person on one day: what the referee said before, and says now."""

    interaction_id: UUID
    person_id: UUID
    person: str
    on: date
    was: Verdict
    now: Verdict


def named(owner_id: UUID, moved: Iterable[Overruled]) -> tuple[Rejudged, ...]:
    """By day, then name. One query, and none when nothing moved."""
    found = list(moved)
    if not found:
        return ()
    people = Person.objects.of(owner_id).filter(pk__in={each.person_id for each in found})
    names = dict(people.values_list("id", "name"))
    changed = (
        Rejudged(each.interaction_id, each.person_id, names[each.person_id], each.on, each.was, each.now)
        for each in found
    )
    return tuple(sorted(changed, key=lambda one: (one.on, fold(one.person), one.interaction_id)))
