"""Letters in the user's own words: kept, chosen, let go."""

from datetime import datetime
from typing import Any
from uuid import UUID

from rapport.db.models import Template
from rapport.db.queries import letters as queries
from rapport.db.queries.letters import TemplateRow
from rapport.domain.asks.letters import LANGUAGES, LetterKind, Own, Words
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.errors import Invalid, Problem
from rapport.services.journal.journal import Verb, journal
from rapport.services.rows import Saved

__all__ = [
    "Draft",
    "TemplateRow",
    "choose",
    "create",
    "discard",
    "edit",
    "listing",
    "own",
    "read",
    "restore",
]

SUBJECT, NAME = 200, 80  # characters


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter with places to fill, to keep under a name."""

    kind: LetterKind
    language: str
    words: Words
    name: str = ""


def own(owner_id: UUID, language: str) -> Own:
    """The words to start from in this language, of every kind that has some. One query."""
    chosen: dict[LetterKind, Words] = {}
    for row in queries.every(owner_id, language):
        chosen.setdefault(row.kind, row.words)
    return Own(language, chosen)


def listing(owner_id: UUID, language: str) -> dict[LetterKind, tuple[TemplateRow, ...]]:
    """All in this language by kind, the one to start from first. One query."""
    found: dict[LetterKind, tuple[TemplateRow, ...]] = {}
    for row in queries.every(owner_id, language):
        found[row.kind] = (*found.get(row.kind, ()), row)
    return found


def read(owner_id: UUID, template_id: UUID) -> TemplateRow:
    """Raises LookupError."""
    found = queries.one(owner_id, template_id)
    if found is None:
        raise LookupError(str(template_id))
    return found


def create(owner_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Keep words of one's own; from now on letters of this kind start from them. Raises Invalid."""
    columns = _columns(owner_id, draft)
    with journal(owner_id, Verb.CREATE, at=at, subject=_subject(draft)) as book:
        row = book.add(Template(**columns, chosen_at=at))
    return rows.saved(book, row.pk)


def edit(owner_id: UUID, template_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Raises LookupError, Invalid."""
    row = rows.live(Template, owner_id, template_id)
    columns = _columns(owner_id, draft, but=template_id)
    with journal(owner_id, Verb.EDIT, at=at, subject=_subject(draft)) as book:
        book.change(row, **columns)
    return rows.saved(book, row.pk)


def choose(owner_id: UUID, template_id: UUID, *, at: datetime) -> Saved:
    """Start from this one. Raises LookupError."""
    row = rows.live(Template, owner_id, template_id)
    return rows.change(owner_id, row, at=at, subject=row.name or row.subject or row.kind, chosen_at=at)


def discard(owner_id: UUID, template_id: UUID, *, at: datetime) -> Saved:
    """Into the bin; without any, the product's own words stand in. Raises LookupError."""
    row = rows.live(Template, owner_id, template_id)
    return rows.discard(owner_id, row, at=at, subject=row.name or row.subject or row.kind)


def restore(owner_id: UUID, template_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError, Invalid when another one is called so now."""
    row = rows.binned(Template, owner_id, template_id)
    _refuse_taken(owner_id, LetterKind(row.kind), row.language, row.name)
    return rows.restore(owner_id, row, at=at, subject=row.name or row.subject or row.kind)


def _columns(owner_id: UUID, draft: Draft, but: UUID | None = None) -> dict[str, Any]:
    if draft.language not in LANGUAGES:
        raise Invalid("language", Problem.UNKNOWN)
    name = checks.line("name", draft.name, NAME)
    columns = {
        "kind": draft.kind,
        "language": draft.language,
        "name": name,
        "subject": checks.line("subject", draft.words.subject, SUBJECT),
        "body": checks.text("body", draft.words.body, required=True),
    }
    _refuse_taken(owner_id, draft.kind, draft.language, name, but)
    return columns


def _refuse_taken(
    owner_id: UUID, kind: LetterKind, language: str, name: str, but: UUID | None = None
) -> None:
    called = Template.objects.of(owner_id).live().filter(kind=kind, language=language, name=name)
    if (called.exclude(pk=but) if but else called).exists():
        raise Invalid("name", Problem.TAKEN)


def _subject(draft: Draft) -> str:
    return draft.name or draft.words.subject or draft.kind
