"""What the user tells the coach: all my hours for a week, another first guess, a day off, forget it all."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from rapport.db.models import Coaching, Owner, Remembered
from rapport.db.queries import coaching as queries
from rapport.db.queries.coaching import CoachingRow
from rapport.domain.learning.arms import ARMS, Arm
from rapport.services import checks, rows
from rapport.services.challenge import challenge
from rapport.services.errors import Invalid, Problem
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.rows import Saved

__all__ = [
    "CoachingRow", "end_all_hours", "forget", "guess", "holidays", "read", "take_off", "use_all_hours",
    "with_holidays", "work_on",
]  # fmt: skip

WEEK: Final = timedelta(days=7)
AROUND: Final = timedelta(days=92)  # holidays that a plan may look at, on both sides of a day
MOST_GUESS: Final = {True: 10.0, False: 1.0}  # connections a try: a gathering may bring several
MOST_DAYS_OFF: Final = 400


def read(owner_id: UUID) -> CoachingRow:
    return queries.told(owner_id)


def use_all_hours(owner_id: UUID, today: date, *, at: datetime) -> Saved:
    """The declared hours as they are, for seven days from today; then it is asked again."""
    return _tell(owner_id, at=at, flat_until=today + WEEK - timedelta(days=1))


def end_all_hours(owner_id: UUID, *, at: datetime) -> Saved:
    """Back to the usual pace, now."""
    return _tell(owner_id, at=at, flat_until=None)


def guess(owner_id: UUID, guesses: Mapping[Arm, float | None], *, at: datetime) -> Saved:
    """Other first guesses, in connections a try; None: the usual one. Raises Invalid."""
    known = {arm.value: f"{kept:g}" for arm, kept in read(owner_id).guesses}
    for arm, said in guesses.items():
        if said is None or said == ARMS[arm].prior:
            known.pop(arm.value, None)
        elif 0.001 <= said <= MOST_GUESS[ARMS[arm].many]:
            known[arm.value] = f"{said:.6f}".rstrip("0").rstrip(".")
        else:
            raise Invalid(arm.value, Problem.OUT_OF_RANGE)
    return _tell(owner_id, at=at, guesses=known)


def take_off(owner_id: UUID, on: date, *, at: datetime) -> Saved:
    """A day off: nothing is asked, and nothing is lost. Raises Invalid."""
    kept = {*read(owner_id).days_off, checks.day("on", on)}
    latest = sorted(kept)[-MOST_DAYS_OFF:]
    return _tell(owner_id, at=at, days_off=[day.isoformat() for day in latest])


def work_on(owner_id: UUID, on: date, *, at: datetime) -> Saved:
    """No day off after all."""
    kept = read(owner_id).days_off - {on}
    return _tell(owner_id, at=at, days_off=sorted(day.isoformat() for day in kept))


def with_holidays(owner_id: UUID, rest: bool, *, at: datetime) -> Saved:
    """Whether the country's public holidays are rest days."""
    return _tell(owner_id, at=at, with_holidays=rest)


def forget(owner_id: UUID, today: date, *, at: datetime) -> Saved:
    """What was learned up to today counts no more, own guesses and tries from before Rapport included.

    What happened stays written down; taking this step back brings all of it back.
    """
    with journal(owner_id, Verb.SETTINGS, at=at) as book:
        row = _row(book)
        book.change(row, forgotten_on=today, guesses={})
        for one in Remembered.objects.of(owner_id):
            book.remove(one)
    return rows.saved(book, row.pk)


def holidays(owner_id: UUID, today: date, told: CoachingRow, *, own_rest: bool) -> frozenset[date]:
    """Days around today that ask for nothing: days off, and the public holidays of the owner's country.

    `own_rest`: a challenge runs, whose days of rest the user has chosen already, holidays among them.
    """
    if own_rest or not told.with_holidays:
        return told.days_off
    country = Owner.objects.values_list("country", flat=True).get(pk=owner_id)
    if not country:
        return told.days_off
    years = {(today - AROUND).year, (today + AROUND).year}
    return told.days_off.union(*(_public(country, year) for year in years))


@lru_cache(maxsize=64)
def _public(country: str, year: int) -> frozenset[date]:
    return frozenset(challenge.public_holidays(country, date(year, 1, 1), 366))


def _tell(owner_id: UUID, *, at: datetime, **said: Any) -> Saved:
    with journal(owner_id, Verb.SETTINGS, at=at) as book:
        row = book.change(_row(book), **said)
    return rows.saved(book, row.pk)


def _row(book: Journal) -> Any:
    row = Coaching.objects.of(book.owner_id).first()
    return book.add(Coaching()) if row is None else row
