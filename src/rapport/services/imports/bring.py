"""Bringing files in: first a plan that can be shown, then all of it as one batch, step by step."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time
from uuid import UUID

from rapport.domain.imports.imports import (
    IncomingEntry,
    IncomingSelf,
    IncomingTrace,
    Mailbag,
    Quarantined,
    Source,
    Trouble,
)
from rapport.domain.imports.plan import Fate, Placement
from rapport.domain.values import dataclass
from rapport.services.history import history
from rapport.services.history.intake import Intake, is_ahead, without_ahead
from rapport.services.imports import rows, source_files, traces
from rapport.services.imports.entries import Beside
from rapport.services.imports.values import MOST_LEFT_OUT, File, FileTold, Plan, Progress
from rapport.services.imports.walk import IsCancelled, Walk
from rapport.services.journal.bulk import STEP, BulkJournal, bulk
from rapport.services.journal.journal import Verb
from rapport.services.people import search_index
from rapport.services.reading.garbage import rarely_collected
from rapport.services.reading.reading import Cancelled

__all__ = ["Cancelled", "Choices", "apply", "plan"]

PEOPLE, TRACES = "people", "traces"
TRACES_ALONE = frozenset({Source.MAILBOX, Source.CALENDAR})  # what the pass for people does not read


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user decided on seeing the plan."""

    not_mine: tuple[str, ...] = ()  # proposed as theirs, and refused
    also_mine: tuple[str, ...] = ()
    both_ways: int = traces.USUAL_BOTH_WAYS  # pen pals with so many messages each way come in; 0: nobody


def nothing(_done: int, _total: int) -> None:
    """Nobody watches."""


@rarely_collected()
def plan(
    owner_id: UUID,
    files: Sequence[File],
    *,
    today: date,
    at: datetime | None = None,
    mine: Iterable[str] = (),
    progress: Progress = nothing,
    is_cancelled: IsCancelled = lambda: False,
) -> Plan:
    """What bringing these files in would do; nothing is written. Raises Cancelled.

    `mine` are addresses that the user said are theirs; what lies after `at` (the end of today) is not taken.
    """
    walk = Walk(owner_id, files, today, progress, is_cancelled)
    now = at or datetime.combine(today, time.max, UTC)
    shared, beside = traces.TracePlan(owner_id, now), Beside(walk)
    for told, item in walk.items():
        if isinstance(item, IncomingTrace | IncomingSelf | Mailbag):
            shared.add(told, item)
        elif isinstance(item, IncomingEntry):
            beside.add(told, item)
        walk.sort(told, item)
    beside.sort()
    shared.finish(walk.plan, mine)
    walk.plan.pen_pals = traces.placed(walk, walk.plan.pen_pals)
    _archives(owner_id, walk.plan, files)
    return walk.plan


@rarely_collected()
def apply(
    owner_id: UUID,
    files: Sequence[File],
    *,
    at: datetime,
    today: date,
    seen: Plan | None = None,
    choices: Choices | None = None,
    progress: Progress = nothing,
    is_cancelled: IsCancelled = lambda: False,
    begun: Callable[[UUID], None] = lambda batch_id: None,
) -> Plan:
    """Bring these files in, as one batch. Raises Cancelled, and then nothing of it is kept.

    Without the plan that was `seen`, traces are left aside: whose they are must be known first.
    """
    walk = Walk(owner_id, _with_people(files, seen), today, progress, is_cancelled, only=PEOPLE)
    with bulk(owner_id, Verb.IMPORT, at=at, subject=", ".join(file.name for file in files)) as book:
        book.when_begun = begun
        try:
            touched = _people(walk, book)
            _archives(owner_id, walk.plan, files, at)
            if choices and choices.also_mine:  # whom I write with is told by my addresses
                mine = choices.also_mine
                seen = plan(owner_id, files, today=today, at=at, mine=mine, is_cancelled=is_cancelled)
            if seen is not None and seen.has_traces:
                touched += _pen_pals(walk, book, seen, choices or Choices())
                _traces(walk, files, book, seen, choices or Choices())
            _relink(book, touched, today)
            if len(touched) >= STEP:
                with book.step():
                    search_index.settle()
            book.met.update(touched)
        except BaseException:
            book.abandon(at)
            raise
    walk.plan.batch_id = book.batch.pk if book.is_kept else None
    return walk.plan


def _archives(owner_id: UUID, plan: Plan, files: Sequence[File], at: datetime | None = None) -> None:
    """Count what Rapport's own archives hold; bring it in where `at` says when."""
    if any(told.source is Source.ARCHIVE for told in plan.files):
        from rapport.services.imports import archives  # few files are one, and it takes time to load

        if at is None:
            archives.look(owner_id, plan, files)
        else:
            archives.bring(owner_id, plan, files, at)


def _with_people(files: Sequence[File], seen: Plan | None) -> list[File]:
    """Those that may tell of people: not a mailbox or calendar, as the plan has it, in a file of its own."""
    if seen is None or not seen.has_traces:
        return list(files)
    alone = {told.name for told in seen.files if told.source in TRACES_ALONE}
    names = [file.name for file in files]
    return [
        file
        for file in files
        if file.name not in alone or names.count(file.name) > 1 or not file.path.is_file()
    ]


def _people(walk: Walk, book: BulkJournal) -> list[UUID]:
    """Everybody the files tell of; who was touched."""
    waiting: list[Placement] = []
    touched: list[UUID] = []
    beside = Beside(walk)
    for told, item in walk.items():
        if isinstance(item, IncomingEntry):
            beside.add(told, item)
        placement = walk.sort(told, item)
        if placement is not None and placement.fate is not Fate.SEEN:
            waiting.append(placement)
        if len(waiting) >= STEP:
            touched += _keep(walk, book, waiting)
            waiting = []
    touched += _keep(walk, book, waiting)
    return touched + beside.write(book)


def _keep(walk: Walk, book: BulkJournal, waiting: Sequence[Placement]) -> list[UUID]:
    if not waiting:
        return []
    with book.step():
        return list(rows.write(book, waiting, walk.country, walk.new_since))


def _pen_pals(walk: Walk, book: BulkJournal, seen: Plan, choices: Choices) -> list[UUID]:
    """People known from the mailbox alone."""
    if not choices.both_ways:
        return []
    refused = {*choices.also_mine, *traces.own(seen, choices.not_mine)}
    told = FileTold("", Source.MAILBOX)
    placed = [
        walk.sort(told, record)
        for record in traces.people_of(seen.pen_pals, choices.both_ways)
        if record.key not in refused
    ]
    if told.people:
        walk.plan.files.append(told)
    fresh = [each for each in placed if each is not None and each.fate is not Fate.SEEN]
    touched: list[UUID] = []
    for start in range(0, len(fresh), STEP):
        touched += _keep(walk, book, fresh[start : start + STEP])
    return touched


def _traces(people: Walk, files: Sequence[File], book: BulkJournal, seen: Plan, choices: Choices) -> None:
    """Messages and meetings, from a second pass through the files that hold some."""
    mine = {*traces.own(seen, choices.not_mine), *choices.also_mine}
    walk = Walk(people.owner_id, files, people.today, people.progress, people.is_cancelled, only=TRACES)
    run = Intake(book, mine)
    waiting: list[IncomingTrace] = []
    for told, item in walk.items():
        if isinstance(item, IncomingTrace):
            waiting.append(item)
            _count(told, int(not is_ahead(item, run.now)), 1)
        elif isinstance(item, Mailbag):
            walk.sort(told, item)
            _count(told, len(without_ahead(item, run.now).keys), len(item.keys))
            with book.step():
                run.add_bag(item)
        elif isinstance(item, Quarantined) and (
            told.source in TRACES_ALONE or _is_news(people.plan, told, item)
        ):
            walk.plan.leave_out(told, item)
        if len(waiting) >= traces.CHUNK:
            _take(run, book, waiting)
            waiting = []
    _take(run, book, waiting)
    with book.step():
        done = run.finish()
        if not done.ahead:
            source_files.remember(people.owner_id, walk.ends)
    _tell(people.plan, walk.plan, done.known)


def _count(told: FileTold, past: int, read: int) -> None:
    """Of so many read, so many do not lie in the future."""
    told.traces_new += past
    told.traces_ahead += read - past


def _is_news(plan: Plan, told: FileTold, item: Quarantined) -> bool:
    """A file that went away between the two passes."""
    gone = Trouble.GONE
    return item.trouble is gone and (told.name, gone) not in [
        (out.file, out.trouble) for out in plan.left_out
    ]


def _take(run: Intake, book: BulkJournal, waiting: Iterable[IncomingTrace]) -> None:
    with book.step():
        run.add(waiting)


def _tell(plan: Plan, read: Plan, known: int) -> None:
    """Add what the second pass found to what the first one told."""
    by_name = {told.name: told for told in plan.files}
    plan.left_out = [*plan.left_out, *read.left_out][:MOST_LEFT_OUT]
    plan.left_out_count += read.left_out_count
    for told in read.files:
        there = by_name.get(told.name)
        if there is None:
            plan.files.append(told)
        else:
            there.source = there.source or told.source
            there.traces_new += told.traces_new
            there.traces_ahead += told.traces_ahead
            there.left_out += told.left_out
            there.is_unchanged = there.is_unchanged or told.is_unchanged
    for told in plan.files:  # what was there already is counted in all, not by file
        taken = min(known, told.traces_new)
        told.traces_new, told.traces_seen, known = (
            told.traces_new - taken,
            told.traces_seen + taken,
            known - taken,
        )


def _relink(book: BulkJournal, touched: Sequence[UUID], today: date) -> None:
    """Addresses that earlier mailboxes named may now be somebody's."""
    if touched and history.is_any(book.owner_id):
        with book.step():
            book.met |= history.relink(book.owner_id, touched, today)
