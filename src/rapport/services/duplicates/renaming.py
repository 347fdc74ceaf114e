"""Whatever names one person names another from now on, each thing once."""

from typing import Any, Final
from uuid import UUID

from django.db.models import Model, Q

from rapport.db import models as rows
from rapport.services.journal.bulk_undo import references
from rapport.services.journal.journal import Journal

THEIR_OWN: Final = {rows.ContactPoint, rows.Participant, rows.Introduction}  # told once, each in its way


def rename(book: Journal, old: UUID, new: UUID) -> None:
    """Every row that names `old`, live or binned; nothing but their own row and their addresses is left."""
    _participants(book, old, new)
    _introductions(book, old, new)
    _distinct(book, old, new)
    _cards(book, old, new)
    _filters(book, old, new)
    for model, column in references():
        if model not in THEIR_OWN:
            _column(book, model, column, old, new)


def _of(book: Journal, model: Any) -> Any:
    return model.objects.of(book.owner_id)


def _column(book: Journal, model: type[Model], column: str, old: UUID, new: UUID) -> None:
    named = _of(book, model).filter(**{column: old})
    if model is rows.Person:
        named = named.exclude(pk__in=(old, new))  # who came through whom is settled with their own facts
    for row in named:
        book.change(row, **{column: new})


def _participants(book: Journal, old: UUID, new: UUID) -> None:
    """Once in each exchange, memorable where either was said to be."""
    parts = _of(book, rows.Participant).select_related("interaction")
    there = {part.interaction_id: part for part in parts.filter(person_id=new)}
    for part in parts.filter(person_id=old):
        twin = there.get(part.interaction_id)
        if twin is None:
            book.change(part, person_id=new)
            continue
        book.remove(part)
        if part.memorable is not None:
            book.change(twin, memorable=bool(twin.memorable or part.memorable))


def _introductions(book: Journal, old: UUID, new: UUID) -> None:
    """One that would bring somebody together with themselves, or by themselves, goes."""
    columns = ("introducer_id", "person_id", "other_id")
    named = Q(introducer_id=old) | Q(person_id=old) | Q(other_id=old)
    for row in _of(book, rows.Introduction).filter(named):
        after = {name: new if getattr(row, name) == old else getattr(row, name) for name in columns}
        if list(after.values()).count(new) > 1:
            for move in row.moves.all():
                book.remove(move)
            book.remove(row)
        else:
            book.change(row, **after)


def _distinct(book: Journal, old: UUID, new: UUID) -> None:
    """Whoever was told apart from the one is told apart from both; the two themselves are one now."""
    named = Q(first_id=old) | Q(second_id=old)
    pairs = _of(book, rows.Distinct)
    for row in pairs.filter(named):
        third = row.second_id if row.first_id == old else row.first_id
        first, second = sorted((new, third))
        if third == new or pairs.filter(first_id=first, second_id=second).exists():
            book.remove(row)
        else:
            book.change(row, first_id=first, second_id=second)


def _cards(book: Journal, old: UUID, new: UUID) -> None:
    """Answers to cards of Today about them."""
    answers = _of(book, rows.Action)
    for row in answers.filter(key__endswith=f":{old}"):
        key = row.key.replace(str(old), str(new))
        if answers.filter(on=row.on, key=key).exists():
            book.remove(row)
        else:
            book.change(row, key=key)


def _filters(book: Journal, old: UUID, new: UUID) -> None:
    """Kept lists of whom they brought."""
    for row in _of(book, rows.SavedFilter):
        if row.query.get("through") == str(old):
            book.change(row, query={**row.query, "through": str(new)})
