"""What to do with each thing that another program kept beside its people."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import blake2b
from uuid import UUID

from rapport.domain.imports.imports import EntryKind, IncomingEntry, Source
from rapport.domain.imports.plan import Fate, KnownRecord
from rapport.domain.values import dataclass

MOST_ROUNDS = 10_000  # of a reminder that comes back since long ago


@dataclass(frozen=True, slots=True)
class Entry:
    """One of them, with whom it tells of and what becomes of it."""

    said: IncomingEntry
    people: tuple[UUID, ...]  # those of it who are here
    fate: Fate  # NEW, CHANGED or SEEN
    key: str  # under which it is remembered
    digest: str


def placed(
    said: IncomingEntry,
    called: Mapping[tuple[Source, str], UUID | None],
    known: Mapping[tuple[Source, str], KnownRecord],
) -> Entry | None:
    """What becomes of it; None: nobody it names is in the file.

    `called` are the people of the file by what it calls them, None for whom the user deleted.
    """
    named = [called[said.source, key] for key in said.people if (said.source, key) in called]
    if said.people and not named:
        return None
    if said.kind is EntryKind.HOW_MET and called.get((said.source, said.people[0])) is None:
        named = []  # who introduced somebody that is not here
    people = tuple(dict.fromkeys(pid for pid in named if pid is not None))
    key, digest = _short(f"{said.kind}|{said.key}", 16), _digest(said)
    before = known.get((said.source, key))
    if before is not None:
        is_same = before.digest == digest or before.person_id is None
        return Entry(said, people, Fate.SEEN if is_same or not people else Fate.CHANGED, key, digest)
    return Entry(said, people, Fate.SEEN if said.people and not people else Fate.NEW, key, digest)


def due_on(said: IncomingEntry, today: date) -> date:
    """The day a next step is for: one that comes back, its next round; one without a day, today."""
    day = said.on or today
    if day >= today or not (said.months or said.days):
        return day
    for count in range(1, MOST_ROUNDS):
        found = _later(day, count * said.months) + timedelta(days=count * said.days)
        if found >= today:
            return found
    return today


def _later(day: date, months: int) -> date:
    """So many months on; the last of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _digest(said: IncomingEntry) -> str:
    """Of everything it says, wherever it stands in the file."""
    parts = [str(part) for part in said[1:]]
    return _short("\x1f".join(parts), 32)


def _short(text: str, size: int) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
