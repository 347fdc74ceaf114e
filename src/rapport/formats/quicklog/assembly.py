"""From what was read to a reading: each statement on its day, what nobody understood as notes."""

from datetime import date

from rapport.domain.quicklog.quicklog import FollowUp, Noted, Reading, Statement
from rapport.formats.quicklog.drafts import Draft, PlainDraft, PlannedDraft
from rapport.formats.quicklog.line import Line
from rapport.formats.quicklog.notebook import Notebook
from rapport.formats.quicklog.textline import SEPARATORS
from rapport.formats.quicklog.tokens import Kind

_TRIMMED = " \t\n\r\f\v\u00a0\u202f,;:–—-"


def assemble(book: Notebook, tags: tuple[str, ...]) -> tuple[Reading, int]:
    """The reading, and how many characters it leaves unexplained."""
    line = book.line
    noted = _noted(book)
    statements = _dated(book, noted)
    first = next((on for draft in book.drafts if (on := _fact_day(draft))), line.on)
    rest = sum(len(text.replace(" ", "")) for _, text in noted)
    doubts = tuple(sorted(book.doubts, key=lambda doubt: doubt.span.start))
    return Reading(line.text, first, tuple(statements), tags, doubts), rest


def _noted(book: Notebook) -> list[tuple[int, str]]:
    """The notes, neighbours joined with what stands between them."""
    line = book.line
    joined: list[tuple[int, int]] = []
    for start, end in book.notes:
        gap = range(joined[-1][1], start) if joined else range(0)
        if (
            joined
            and all(line.folds[at] in SEPARATORS for at in gap)
            and not _between(book, *joined[-1], start)
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    noted: list[tuple[int, str]] = []
    for start, end in joined:
        while end < line.size and (line.folds[end] in (".", "!", "?", "…") or _closes(line, start, end)):
            end += 1
        text = book.text(start, end).strip(_TRIMMED)
        if text.strip(".!?…()"):
            noted.append((start, text))
    return noted


def _closes(line: Line, start: int, end: int) -> bool:
    """The parenthesis here was opened in the note before it."""
    return line.folds[end] == ")" and line.folds[start:end].count("(") > line.folds[start:end].count(")")


def _between(book: Notebook, start: int, end: int, after: int) -> bool:
    return any(end <= draft.start < after for draft in book.drafts) and start < end


def _fact_day(draft: Draft) -> date | None:
    return None if isinstance(draft, PlainDraft) and isinstance(draft.prototype, FollowUp) else draft.day()


def _plan_day(book: Notebook, start: int) -> date | None:
    """ "going to Book Club on thursday at 7pm": the hour and the company are of that day."""
    line = book.line
    before = next((draft for draft in reversed(book.drafts) if draft.start <= start), None)
    if not isinstance(before, PlannedDraft) or before.when is None:
        return None
    is_detail = line.folds[start] in line.lexicon.after_nouns or line.tokens[start].kind is Kind.NUMBER
    is_same = not any(line.is_hard(at) for at in range(before.start, start))
    return before.when.coming if is_detail and is_same else None


def _dated(book: Notebook, noted: list[tuple[int, str]]) -> list[Statement]:
    """Each statement on its day: its own, the one before it, or the first of its sentence."""
    current: date | None = None
    first_of: dict[int, date] = {}
    for draft in reversed(book.drafts):
        day = _fact_day(draft)
        if day is not None:
            first_of[draft.sentence] = day
    placed: list[tuple[int, Statement]] = []
    for draft in book.drafts:
        own = _fact_day(draft)
        day = own or current or first_of.get(draft.sentence) or book.line.on
        current = own or current
        placed.append((draft.start, draft.build(day)))
    fallback = next((day for draft in book.drafts if (day := _fact_day(draft))), book.line.on)
    placed += [(start, Noted(_plan_day(book, start) or fallback, text)) for start, text in noted]
    if not placed:
        placed = [(0, Noted(book.line.on, book.line.text.strip()))]
    return [statement for _, statement in sorted(placed, key=lambda pair: pair[0])]
