"""Starting from one's own past: tries found in mailbox and calendar, each told in one tap, and taken back."""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from rapport.db.models import Remembered
from rapport.db.queries import backfill as queries
from rapport.db.queries.backfill import RememberedRow, Trails
from rapport.domain.coach.backfill import Found, find
from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.attempts import Remembering
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.coach import learned
from rapport.services.journal.journal import Verb, journal
from rapport.services.remember import by_revision
from rapport.services.rows import Saved

__all__ = [
    "Memory",
    "Past",
    "RememberedRow",
    "ask_again",
    "count",
    "not_mine",
    "open_past",
    "tell_failed",
    "waiting",
]

LOOK_BACK: Final = timedelta(days=550)  # an older try was another life (judgement)
MOST_CAME: Final = 20
MOST_FAILED: Final = 20  # asks that led nowhere, told in a number
FAILED: Final = "told:ask:"  # keys of those
FIRST_MEETINGS: Final = (Arm.PITCH, Arm.FOLLOW_UP)


@dataclass(frozen=True, slots=True)
class Memory:
    """Something that looks like a try, waiting for a word."""

    key: str
    arm: Arm
    on: date
    hour: int
    came: int  # as far as traces tell
    name: str  # with whom; empty for gatherings
    person_id: UUID | None
    about: str  # the title of a gathering, or whom an introduction was to
    minutes: int


@dataclass(frozen=True, slots=True)
class Past:
    """What the mailbox and the calendar remember."""

    waiting: tuple[Memory, ...]  # the latest first
    told: tuple[RememberedRow, ...]
    failed: int  # asks that led nowhere, as told in a number
    has_traces: bool


@by_revision
def open_past(owner_id: UUID, today: date) -> Past:
    """A fixed number of queries, over the latest messages and meetings."""
    every = queries.told(owner_id)
    answered = {row.key for row in every}
    found = [one for one in _found(owner_id, today) if one.key not in answered]
    failed = [row for row in every if row.key.startswith(FAILED)]
    told = tuple(row for row in every if not row.key.startswith(FAILED))
    return Past(tuple(found), told, len(failed), bool(found) or queries.is_any(owner_id))


def waiting(owner_id: UUID) -> bool:
    """Whether there is a past, and nothing was said of it yet. Two queries at most."""
    return queries.is_any(owner_id) and not Remembered.objects.of(owner_id).exists()


def count(owner_id: UUID, key: str, came: int, today: date, *, at: datetime) -> Saved:
    """It was such a try, and led to so many. Raises LookupError, Invalid."""
    led = checks.number("came", came, 0, MOST_CAME) or 0
    return _tell(owner_id, key, today, led, Remembering.COUNTED, at=at)


def not_mine(owner_id: UUID, key: str, today: date, *, at: datetime) -> Saved:
    """It was something else. Raises LookupError."""
    return _tell(owner_id, key, today, 0, Remembering.NOT_MINE, at=at)


def ask_again(owner_id: UUID, key: str, *, at: datetime) -> Saved:
    """Unsay it. Raises LookupError."""
    row = Remembered.objects.of(owner_id).filter(key=key).first()
    if row is None:
        raise LookupError(key)
    pk: UUID = row.pk
    with journal(owner_id, Verb.ANSWER, at=at) as book:
        book.remove(row)
    return rows.saved(book, pk)


def tell_failed(owner_id: UUID, asks: int, today: date, *, at: datetime) -> Saved:
    """How many asks of the last year led nowhere: no header shows them. Raises Invalid."""
    wanted = checks.number("asks", asks, 0, MOST_FAILED) or 0
    with journal(owner_id, Verb.ANSWER, at=at) as book:
        for row in Remembered.objects.of(owner_id).filter(key__startswith=FAILED):
            book.remove(row)
        for number in range(wanted):
            on = today - timedelta(days=30 + 10 * number)
            book.add(
                Remembered(
                    key=f"{FAILED}{number}", arm=Arm.ASK_MIDDLE, on=on, came=0, reply=Remembering.COUNTED
                )
            )
    return rows.saved(book, book.batch.pk)


def _tell(owner_id: UUID, key: str, today: date, came: int, reply: Remembering, *, at: datetime) -> Saved:
    one = next((memory for memory in open_past(owner_id, today).waiting if memory.key == key), None)
    if one is None:
        raise LookupError(key)
    most = MOST_CAME if ARMS[one.arm].many else 1
    with journal(owner_id, Verb.ANSWER, at=at, subject=one.name or one.about) as book:
        row = book.add(
            Remembered(
                key=one.key,
                arm=one.arm,
                on=one.on,
                hour=one.hour,
                minutes=one.minutes,
                came=min(came, most),
                reply=reply,
                person_id=one.person_id,
            )
        )
    return rows.saved(book, row.pk)


def _found(owner_id: UUID, today: date) -> list[Memory]:
    """From before the first try that was written down here: later ones are known already."""
    seen = queries.trails(owner_id)
    if not seen.trails:
        return []
    own = [one.on for one in learned.tries(owner_id, today) if not one.remembered]
    until = min([*own, today])
    zone = seen.trails[0].at.tzinfo
    since = datetime(today.year, today.month, today.day, tzinfo=zone) - LOOK_BACK
    kept = [trail for trail in seen.trails if trail.at.date() <= until]
    found = find(kept, seen.people, since)
    strangers = {one.who for one in found if one.arm in FIRST_MEETINGS and one.who is not None}
    oldest = min(trail.at for trail in seen.trails)
    first = {} if seen.is_all else queries.first_seen(owner_id, strangers)
    known = {who for who, at in first.items() if at < oldest}  # by traces too old to be looked at
    return [_memory(one, seen) for one in found if one.who not in known]


def _memory(one: Found, seen: Trails) -> Memory:
    who = seen.people.get(one.who) if one.who is not None else None
    return Memory(
        key=one.key,
        arm=one.arm,
        on=one.at.date(),
        hour=one.at.hour,
        came=one.came,
        name=who.name if who else "",
        person_id=who.person_id if who else None,
        about=one.about,
        minutes=one.minutes,
    )
