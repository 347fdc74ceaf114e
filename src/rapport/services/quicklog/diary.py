"""A diary file taken in: previewed, saved as one batch, the same file again adding nothing."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from rapport.db.models import DiaryEntry as Row
from rapport.domain.values import dataclass
from rapport.formats.diary import Diary, DiaryEntry, DiaryProblem, read_diary
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.quicklog.prepare import prepare
from rapport.services.quicklog.save import RulingGiven, Unclear, rulings_given, settle_names, write

LARGEST = 10 * 1024 * 1024  # bytes of one diary, at every door

Progress = Callable[[int, int], None]  # entries done, entries in all; raising from it cancels


@dataclass(frozen=True, slots=True)
class Taken:
    """One entry that was (or would be) saved."""

    line: int
    on: date
    text: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """One entry left out, because only its writer can say what it means."""

    line: int
    on: date
    text: str
    names: tuple[tuple[str, tuple[str, ...]], ...]  # a typed name, and whom it may mean
    questions: tuple[tuple[str, str], ...]  # a question's code, and the words it is about


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a diary file brought, or would bring."""

    batch_id: UUID | None  # None: a preview, or nothing new
    taken: tuple[Taken, ...]
    seen: int  # entries that were here already
    open: tuple[Open, ...]
    problems: tuple[DiaryProblem, ...]
    people_made: int
    rulings: tuple[RulingGiven, ...]


class _Preview(Exception):
    """Carries the outcome out of a transaction that must not be kept."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome


def take_in(
    owner_id: UUID,
    data: bytes,
    *,
    at: datetime,
    language: str = "en",
    name: str = "",
    keep: bool = True,
    encoding: str | None = None,
    progress: Progress = lambda done, total: None,
) -> Outcome:
    """Save every entry that reads clearly and is not here yet, all in one batch.

    With `keep` False nothing is saved: the same steps are taken in a transaction that is rolled back, so a
    preview says exactly what saving will do. Raising from `progress` cancels, and nothing is saved.
    """
    diary = read_diary(data, encoding=encoding)
    try:
        with transaction.atomic():
            with journal(owner_id, Verb.DIARY, at=at, subject=name) as book:
                walk = _Pass(book, owner_id, language)
                walk.through(diary.entries, progress)
            outcome = walk.outcome(diary, kept=keep)
            if not keep:
                raise _Preview(outcome)
    except _Preview as preview:
        return preview.outcome
    return outcome


class _Pass:
    """One walk through the entries, in the order of the file."""

    def __init__(self, book: Journal, owner_id: UUID, language: str) -> None:
        self.book, self.owner_id, self.language = book, owner_id, language
        self.taken: list[Taken] = []
        self.open: list[Open] = []
        self.interactions: list[UUID] = []
        self.people: set[UUID] = set()
        self.people_made = 0
        self.seen = 0

    def through(self, entries: tuple[DiaryEntry, ...], progress: Progress) -> None:
        """Take every entry that is not here yet."""
        here = set(Row.objects.of(self.owner_id).values_list("digest", flat=True))
        fresh = [entry for entry in entries if entry.digest not in here]
        self.seen = len(entries) - len(fresh)
        for done, entry in enumerate(fresh):
            progress(done, len(fresh))
            self.take(entry)
        progress(len(fresh), len(fresh))

    def outcome(self, diary: Diary, *, kept: bool) -> Outcome:
        """To be asked when the journal is closed: the rulings are made then."""
        return Outcome(
            batch_id=self.book.batch.pk if kept and self.book.changes else None,
            taken=tuple(self.taken),
            seen=self.seen,
            open=tuple(self.open),
            problems=diary.problems,
            people_made=self.people_made,
            rulings=rulings_given(self.owner_id, self.interactions, self.people),
        )

    def take(self, entry: DiaryEntry) -> None:
        prepared = prepare(self.owner_id, entry.text, entry.on, self.language, in_diary=True)
        try:
            picked = settle_names(prepared, {})
        except Unclear as unclear:
            names = tuple((n.typed, tuple(c.name for c in n.candidates)) for n in unclear.names)
            names += tuple((r.typed, tuple(t.plain for t in r.targets)) for r in unclear.rows)
            questions = tuple((q.value, text) for q, text in unclear.questions)
            self.open.append(Open(entry.line, entry.on, entry.text, names, questions))
            return
        scribe = write(self.book, prepared.reading, picked, assumed=entry.assumed)
        self.book.add(Row(digest=entry.digest, on=entry.on, text=entry.text))
        kinds = tuple(type(statement).__name__ for statement in prepared.reading.statements)
        self.taken.append(Taken(entry.line, entry.on, entry.text, kinds))
        self.interactions += scribe.interactions
        self.people.update(scribe.people)
        self.people_made += len(scribe.made)
