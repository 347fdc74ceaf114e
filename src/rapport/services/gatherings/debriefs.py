"""The minute after a gathering: everybody met, written down and judged in one step."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from rapport.db.models import Gathering, Interaction, Person
from rapport.db.queries import gathering_people, gatherings, interaction_rows, rest
from rapport.db.queries.gatherings import GatheringRow
from rapport.db.queries.interaction_rows import InteractionRow
from rapport.domain.gatherings.debrief import LATEST, Entry, is_time, next_steps
from rapport.domain.gatherings.gatherings import Attendance, band_of
from rapport.domain.gatherings.yields import usual_minutes
from rapport.domain.interactions.interactions import Participation
from rapport.domain.people.people import Match
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services import checks, owners, rows
from rapport.services.errors import Invalid, Problem
from rapport.services.gatherings.fits import hours
from rapport.services.giving import giving
from rapport.services.interactions import followups, interactions
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.people import lookup, people
from rapport.services.people.lookup import Somebody
from rapport.services.rows import Saved, saved

__all__ = [
    "DebriefPage",
    "Draft",
    "Expected",
    "GatheringRow",
    "Who",
    "find",
    "open_debrief",
    "save",
    "waiting",
    "who",
]

MOST = 200  # people in one debrief
EXPECTED = 12  # rows for those who may have been there


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody who may have been there."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class DebriefPage:
    gathering: GatheringRow
    met: tuple[InteractionRow, ...]  # written down already
    expected: tuple[Expected, ...]  # not yet, the likeliest first
    plan: tuple[str, ...]  # whom one wanted to find
    minutes: int  # how long one was there, as far as is known or usual
    is_early: bool  # it has not begun


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a typed name may mean."""

    people: tuple[Somebody, ...]  # to choose from; empty: somebody new
    is_sure: bool  # one person, called exactly so


@dataclass(frozen=True, slots=True)
class Draft:
    """An evening as it was told."""

    entries: tuple[Entry, ...]
    minutes: int | None = None
    others: int = 0  # met, neither named nor memorable
    note: str = ""
    remind: bool = True  # of a few lines to everybody one would remember, within two days


def open_debrief(owner_id: UUID, gathering_id: UUID, today: date) -> DebriefPage:
    """A fixed number of queries. Raises LookupError."""
    row = gatherings.one(owner_id, gathering_id)
    if row is None:
        raise LookupError(str(gathering_id))
    met = tuple(interaction_rows.at_gathering(owner_id, gathering_id))
    told = {part.person.id for one in met for part in one.people}
    return DebriefPage(
        gathering=row,
        met=met,
        expected=tuple(one for one in _expected(owner_id, row) if one.id not in told)[:EXPECTED],
        plan=tuple(row.plan.splitlines()),
        minutes=row.minutes or _lasted(row) or usual_minutes(band_of(row.size, row.kind)),
        is_early=row.on > today,
    )


def waiting(owner_id: UUID, today: date, now: datetime) -> tuple[GatheringRow, ...]:
    """Gatherings to tell of: over, gone to or planned, and nobody written down; the latest first. One query.

    `now`: this moment; a demo stands still, and there the end of its day is meant.
    """
    owner = owners.read(owner_id)
    here = now.astimezone(ZoneInfo(owner.time_zone)).replace(tzinfo=None)
    moment = datetime.combine(owner.stands_on, here.time()) if owner.stands_on else here
    found = gatherings.untold(owner_id, today - LATEST, today)
    return tuple(row for row in found if row.on < today or is_time(*hours(row), row.on, moment))


def find(owner_id: UUID, reference: str, until: date, on: date | None = None) -> tuple[GatheringRow, ...]:
    """Which gathering is meant: by its id, or by its name, and its day; of one name the latest alone."""
    with suppress(ValueError):
        found = gatherings.one(owner_id, UUID(reference))
        return (found,) if found else ()
    rows = gatherings.called(owner_id, reference, on or until)
    rows = [row for row in rows if on is None or row.on == on]
    exact = [row for row in rows if fold(row.name) == fold(reference)]
    latest: dict[str, GatheringRow] = {}
    for row in exact or rows:
        latest.setdefault(fold(row.name), row)
    return tuple(latest.values())


def who(owner_id: UUID, name: str) -> Who:
    """Whom a name means: one of exactly that name is sure; half a name, a slip and namesakes are asked."""
    same = lookup.namesakes(owner_id, name)
    if same:
        return Who(same, is_sure=len(same) == 1)
    found = lookup.find(owner_id, name, parts=False)
    return Who(() if found.match is Match.UNKNOWN else found.people, is_sure=False)


def save(owner_id: UUID, gathering_id: UUID, draft: Draft, *, on: date, at: datetime) -> Saved:
    """One interaction with everybody in it, what they need, what was promised, what comes next: one batch.

    `on`: the day it is told on. Raises LookupError, Invalid; then nothing is kept.
    """
    row = rows.live(Gathering, owner_id, gathering_id)
    entries = [entry for entry in draft.entries if not entry.is_empty]
    _check(owner_id, entries)
    minutes = checks.number("minutes", draft.minutes, 1, 1440)
    others = checks.number("others", draft.others, 0, 100_000) or 0
    note = checks.text("note", draft.note)
    with journal(owner_id, Verb.LOG, at=at, subject=row.name) as book:
        known = [_person(book, entry, row.pk) for entry in entries]
        if entries or others or note:
            _met(book, row, list(zip(entries, known, strict=True)), minutes, others, note)
        for entry, person in zip(entries, known, strict=True):
            _said(book, entry, person, row.on)
        is_rest = rest.days(owner_id)
        for step in next_steps(entries, row.on, on, is_rest, remind=draft.remind):
            followups.record(book, known[step.person], step.what, on, step.due_on)
        book.change(row, attendance=Attendance.WENT, debriefed_on=on, minutes=minutes or row.minutes)
    return saved(book, row.pk)


def _check(owner_id: UUID, entries: Sequence[Entry]) -> None:
    if len(entries) > MOST:
        raise Invalid("entries", Problem.TOO_LONG)
    known = [entry.person_id for entry in entries if entry.person_id]
    checks.owned("entries", Person, owner_id, *known)
    if len(set(known)) < len(known):
        raise Invalid("entries", Problem.SAME_PERSON)
    for entry in entries:
        if entry.person_id is None:
            checks.line("name", entry.name, checks.NAME, required=True)
        for field, text in (("need", entry.need), ("promise", entry.promise), ("step", entry.step)):
            checks.line(field, text)
        if entry.step_on is not None:
            checks.day("step_on", entry.step_on)


def _person(book: Journal, entry: Entry, gathering_id: UUID) -> UUID:
    """The one who is known, or somebody new who was met here."""
    if entry.person_id is not None:
        return entry.person_id
    name = checks.line("name", entry.name, checks.NAME, required=True)
    return people.record(book, name, met_at=gathering_id)


def _met(
    book: Journal,
    row: Gathering,
    met: list[tuple[Entry, UUID]],
    minutes: int | None,
    others: int,
    note: str,
) -> None:
    parts = tuple(Participation(person, entry.memorable) for entry, person in met)
    told_before = Interaction.objects.of(book.owner_id).live().filter(gathering_id=row.pk).exists()
    draft = interactions.Draft(
        on=row.on,
        people=parts,
        minutes=None if told_before else minutes,  # the evening is as long as it was, told twice or not
        gathering_id=row.pk,
        others=others,
        note=note,
    )
    interactions.record(book, draft)


def _said(book: Journal, entry: Entry, person_id: UUID, on: date) -> None:
    if entry.need.strip():
        giving.record_need(book, person_id, checks.line("need", entry.need), on)
    if entry.promise.strip():
        what = checks.line("promise", entry.promise)
        giving.record_promise(book, person_id, what, on, by_me=True, due=None)


def _expected(owner_id: UUID, row: GatheringRow) -> list[Expected]:
    """Who brought me, who hosts it, and who came to earlier dates."""
    found: dict[UUID, str] = {}
    if row.invited_by:
        found[row.invited_by.id] = row.invited_by.name
    for face in gathering_people.hosts(owner_id, {row.name, row.series.name if row.series else ""}):
        found.setdefault(face.id, face.name)
    for one in gathering_people.came_before(owner_id, [row.key], row.on).get(row.key, []):
        found.setdefault(one.id, one.name)
    return [Expected(pk, name) for pk, name in found.items()]


def _lasted(row: GatheringRow) -> int | None:
    """As long as it was announced for, when that is an evening."""
    starts, ends = hours(row)
    if starts is None or ends is None:
        return None
    length = ends - starts
    return int(length.total_seconds()) // 60 if length <= timedelta(hours=12) else None
