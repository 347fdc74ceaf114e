"""Notes, as pages show them."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from rapport.db.models import Note as Row
from rapport.db.queries.values import ALL, Named, Paging, named, window
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class NoteRow:
    id: UUID
    on: date
    text: str
    tags: tuple[str, ...]
    person: Named | None
    assumed: bool


def rows(owner_id: UUID, where: Q = ALL) -> list[NoteRow]:
    """Newest first."""
    return _values(_live(owner_id, where))


def page(owner_id: UUID, number: int) -> tuple[tuple[NoteRow, ...], Paging]:
    found = _live(owner_id, Q())
    paging = Paging(max(number, 1), found.count())
    return tuple(paging.cut(_values(found, window(number)))), paging


def _live(owner_id: UUID, where: Q) -> Any:
    return Row.objects.of(owner_id).live().filter(where, person__binned_at__isnull=True)


def _values(found: Any, part: slice = slice(None)) -> list[NoteRow]:
    columns = ("id", "on", "text", "tags", "person_id", "person__name", "assumed")
    return [
        NoteRow(pk, on, text, tuple(tags.split()), named(person, name), assumed)
        for pk, on, text, tags, person, name, assumed in found.order_by("-on", "-id").values_list(*columns)[
            part
        ]
    ]
