"""Letters in the user's own words."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from rapport.db.models import Template as Row
from rapport.db.queries.prepared import prepared
from rapport.domain.asks.letters import LetterKind, Words
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class TemplateRow:
    id: UUID
    kind: LetterKind
    language: str
    name: str
    words: Words


COLUMNS = ("id", "kind", "language", "name", "subject", "body")


def every(owner_id: UUID, language: str) -> list[TemplateRow]:
    """Of each kind, the one to start from first; then the others as they were chosen last."""
    return [_row(*columns) for columns in _every(owner_id, language)]


def one(owner_id: UUID, template_id: UUID) -> TemplateRow | None:
    found = Row.objects.of(owner_id).live().filter(pk=template_id).values_list(*COLUMNS).first()
    return _row(*found) if found else None


@prepared
def _every(owner_id: UUID, language: str) -> "QuerySet[Any, Any]":
    rows = Row.objects.of(owner_id).live().filter(language=language)
    return rows.order_by("-chosen_at", "name", "id").values_list(*COLUMNS)


def _row(pk: UUID, kind: str, language: str, name: str, subject: str, body: str) -> TemplateRow:
    return TemplateRow(pk, LetterKind(kind), language, name, Words(subject, body))
