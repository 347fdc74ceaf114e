"""Letters in the user's own words."""

from typing import Any
from uuid import UUID

from rapport.db.models import Template as Row
from rapport.domain.letters import LetterKind, Words
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
    rows = Row.objects.of(owner_id).live().filter(language=language)
    return _rows(rows)


def one(owner_id: UUID, template_id: UUID) -> TemplateRow | None:
    found = _rows(Row.objects.of(owner_id).live().filter(pk=template_id))
    return found[0] if found else None


def _rows(rows: Any) -> list[TemplateRow]:
    return [
        TemplateRow(pk, LetterKind(kind), language, name, Words(subject, body))
        for pk, kind, language, name, subject, body in rows.order_by("-chosen_at", "name", "id").values_list(
            *COLUMNS
        )
    ]
