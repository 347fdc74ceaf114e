"""Taking back many rows made at once: derived rows first, and nobody who has been written about since."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import F, Model, Q

from rapport.db import models as rows
from rapport.db.models import Batch, BulkChange, Change, Person
from rapport.services.history import history

AT_ONCE = 500  # ids in one statement
DERIVED: tuple[type[Model], ...] = (
    rows.Ruling,
    rows.Tie,
    rows.SearchRow,
    rows.PersonHistory,
    rows.MapPlace,
)
PAIRS: dict[type[Model], tuple[str, str]] = {  # of two people
    rows.Distinct: ("first_id", "second_id"),
    rows.Likeness: ("first_id", "second_id"),
    rows.Acquaintance: ("person_id", "other_id"),
}


def reverse(batch: Batch, today: date) -> int:
    """Remove what the batch made; how many of its people stay, with all that came with them."""
    steps = list(batch.bulk_changes.order_by("-position"))
    if any(step.table == rows.Trace.__name__ for step in steps):
        history.remove(batch.owner_id, batch.pk, today)
        rows.SourceFile.objects.of(batch.owner_id).delete()  # they may be read again
        steps = [step for step in steps if step.table != rows.Trace.__name__]
    people = [UUID(pk) for step in steps if step.table == Person.__name__ for pk in step.rows]
    kept = _written_about(batch, people)
    for step in steps:
        _remove(step, kept)
    return len(kept)


def _remove(step: BulkChange, kept: set[UUID]) -> None:
    model: Any = apps.get_model("rapport", step.table)
    for ids in _slices(step.rows):
        found = model.objects.filter(pk__in=ids)
        if model is Person:
            found = found.exclude(pk__in=kept)
            _forget_derived([UUID(pk) for pk in ids if UUID(pk) not in kept])
        elif _belongs_to_a_person(model):
            found = found.exclude(person_id__in=kept)
        found._raw_delete(found.db)  # no row hangs on these: `_written_about` has looked


def _forget_derived(people: list[UUID]) -> None:
    for model in DERIVED:
        found: Any = model._default_manager.filter(person_id__in=people)
        found._raw_delete(found.db)
    rows.Address.objects.filter(person_id__in=people).update(person=None)
    for model, (one, other) in PAIRS.items():
        model._default_manager.filter(Q(**{f"{one}__in": people}) | Q(**{f"{other}__in": people})).delete()


def _written_about(batch: Batch, people: Sequence[UUID]) -> set[UUID]:
    """Who of them was changed later, or is named by a row that this batch did not make."""
    made = {(step.table, pk) for step in batch.bulk_changes.all() for pk in step.rows}
    later = Change.objects.filter(
        owner_id=batch.owner_id, batch__number__gt=batch.number, batch__undone_at__isnull=True
    )
    found: set[UUID] = set()
    for ids in _slices(people):
        found.update(later.filter(row__in=ids).values_list("row", flat=True))
        for model, column in references():
            naming = model._default_manager.filter(**{f"{column}__in": ids})
            for pk, person_id in naming.values_list("pk", F(column)):
                if (model.__name__, pk.hex if isinstance(pk, UUID) else pk) not in made:
                    found.add(person_id)
    return found


def references() -> list[tuple[type[Model], str]]:
    """Every column that names a person, but for pairs and what is derived from people."""
    left_out = {*DERIVED, *PAIRS, rows.Address}
    return [
        (model, field.attname)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model is Person and model not in left_out
    ]


def _belongs_to_a_person(model: type[Model]) -> bool:
    return any(field.name == "person" for field in model._meta.concrete_fields)


def _slices(values: Iterable[Any]) -> Iterator[list[Any]]:
    them = iter(values)
    while part := list(islice(them, AT_ONCE)):
        yield part
