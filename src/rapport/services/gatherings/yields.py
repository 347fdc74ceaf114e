"""What gatherings give: by series and by size, what to do about it, and doing it."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from rapport.db.models import Gathering, Series
from rapport.db.queries import gatherings, listings
from rapport.db.queries.gatherings import SeriesRow
from rapport.domain.gatherings import rhythm
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.gatherings.yields import (
    Advice,
    Came,
    SeriesYield,
    SizeYield,
    by_series,
    by_size,
    together,
)
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.gatherings.fits import visited
from rapport.services.gatherings.gatherings import join_series
from rapport.services.journal.journal import Verb, journal
from rapport.services.remember import by_revision
from rapport.services.rows import Saved, saved

__all__ = [
    "Again",
    "Gave",
    "Yields",
    "as_series",
    "coming_again",
    "go_regularly",
    "let_go",
    "open_yields",
    "take_up_again",
    "yields_of",
]


@dataclass(frozen=True, slots=True)
class Gave:
    """One series or name, what it gave, and what could be done."""

    told: SeriesYield
    series: SeriesRow | None  # None: one name, no second date
    rhythm_days: int  # proposed
    next_on: date | None  # planned already, announced, or counted; None where nothing is proposed
    is_planned: bool  # that date is written down


@dataclass(frozen=True, slots=True)
class Yields:
    series: tuple[Gave, ...]  # those that gave most first
    sizes: tuple[SizeYield, ...]
    total: Came  # of all gatherings


@dataclass(frozen=True, slots=True)
class Days:
    """The days of all series, and those that are announced by name."""

    of_series: Mapping[UUID, list[tuple[date, Attendance]]]
    announced: Mapping[str, list[date]]
    today: date


@dataclass(frozen=True, slots=True)
class Again:
    """The next date of a series that gave, where none is planned."""

    key: str
    series_id: UUID
    name: str
    on: date
    per_hour: float  # people to remember


def coming_again(owner_id: UUID, today: date) -> tuple[Again, ...]:
    """Counted from the dates gone to. Two queries beside the visits, which several pages share."""
    kept = {folded: (pk, name, every) for pk, folded, name, every in gatherings.kept_series(owner_id)}
    visits = visited(owner_id) if kept else []
    with_rhythm = {key for key, (_, _, every) in kept.items() if every}
    giving = [
        told
        for told in by_series(visits, again=kept, with_rhythm=with_rhythm)
        if told.key in kept and told.advice in PROPOSED
    ]
    dates = gatherings.dates(owner_id) if giving else {}
    found = []
    for told in giving:
        pk, name, every = kept[told.key]
        days = dates.get(pk, [])
        gone = [on for on, attendance in days if attendance is Attendance.WENT]
        is_planned = any(on >= today and attendance in PLANNED for on, attendance in days)
        on = None if is_planned else rhythm.next_date(gone, every or rhythm.proposed_days(gone), today)
        if on is not None and on > today:
            found.append(Again(told.key, pk, name, on, told.came.rate.per_hour))
    return tuple(found)


@by_revision
def open_yields(owner_id: UUID, today: date) -> Yields:
    """What all gatherings gone to gave. A fixed number of queries."""
    visits = visited(owner_id)
    series = {fold(row.name): row for row in gatherings.series(owner_id)}
    with_rhythm = {key for key, row in series.items() if row.rhythm_days}
    found = by_series(visits, again=series, with_rhythm=with_rhythm)
    days = Days(gatherings.dates(owner_id), listings.announced(owner_id, series, today), today)
    gave = tuple(_gave(told, series.get(told.key), days) for told in found)
    return Yields(gave, tuple(by_size(visits)), together(visits))


def yields_of(owner_id: UUID, series_id: UUID, today: date) -> Gave | None:
    """Of one series; None where nothing is known yet."""
    return next(
        (one for one in open_yields(owner_id, today).series if one.series and one.series.id == series_id),
        None,
    )


def go_regularly(owner_id: UUID, series_id: UUID, days: int, next_on: date | None, *, at: datetime) -> Saved:
    """Set the rhythm, and write the next date down as one to go to. Raises LookupError, Invalid."""
    row = rows.live(Series, owner_id, series_id)
    kept = checks.number("rhythm_days", days, 1, 3660)
    day = checks.day("next_on", next_on) if next_on else None
    with journal(owner_id, Verb.EDIT, at=at, subject=row.name) as book:
        book.change(row, rhythm_days=kept, let_go_on=None)
        if day is not None and not _is_there(owner_id, row, day):
            last = Gathering.objects.of(owner_id).live().filter(series_id=row.pk).order_by("-on").first()
            book.add(_next(row, last, day))
    return saved(book, row.pk)


def let_go(owner_id: UUID, series_id: UUID, on: date, *, at: datetime) -> Saved:
    """Not proposed any more; what was stays. Raises LookupError."""
    row = rows.live(Series, owner_id, series_id)
    return rows.change(owner_id, row, at=at, subject=row.name, let_go_on=on, rhythm_days=None)


def take_up_again(owner_id: UUID, series_id: UUID, *, at: datetime) -> Saved:
    """Raises LookupError."""
    row = rows.live(Series, owner_id, series_id)
    return rows.change(owner_id, row, at=at, subject=row.name, let_go_on=None)


def as_series(owner_id: UUID, gathering_id: UUID, *, at: datetime) -> Saved:
    """A gathering that comes again, though one date alone is written down. Raises LookupError."""
    row = rows.live(Gathering, owner_id, gathering_id)
    with journal(owner_id, Verb.EDIT, at=at, subject=row.name) as book:
        join_series(book, row)
        if row.series_id is None:
            made = book.add(Series(name=row.name, folded=row.folded))
            book.change(row, series_id=made.pk)
    return saved(book, row.series_id or row.pk)


def _gave(told: SeriesYield, series: SeriesRow | None, days: Days) -> Gave:
    if series is None or told.advice not in PROPOSED or series.let_go_on:
        return Gave(told, series, rhythm.MONTHLY, None, False)
    dates = days.of_series.get(series.id, [])
    gone = [on for on, attendance in dates if attendance is Attendance.WENT]
    planned = [on for on, attendance in dates if attendance in PLANNED and on >= days.today]
    if planned:
        return Gave(told, series, series.rhythm_days or rhythm.proposed_days(gone), min(planned), True)
    announced = days.announced.get(told.key, [])
    every = series.rhythm_days or rhythm.proposed_days([*gone, *announced])
    return Gave(told, series, every, rhythm.next_date(gone, every, days.today, announced), False)


PLANNED = (Attendance.GOING, Attendance.MAYBE)
PROPOSED = (Advice.GO_REGULARLY, Advice.KEEP_RHYTHM)


def _is_there(owner_id: UUID, row: Series, day: date) -> bool:
    there = Gathering.objects.of(owner_id).live().filter(on=day)
    return there.filter(series_id=row.pk).exists() or there.filter(folded=row.folded).exists()


def _next(row: Series, last: Gathering | None, day: date) -> Gathering:
    """One more date, as the last one was."""
    same = ("starts_at", "ends_at", "size", "kind", "place", "city", "latitude", "longitude", "is_online",
            "url", "price", "currency", "topics")  # fmt: skip
    facts = {name: getattr(last, name) for name in same} if last else {"place": row.place}
    return Gathering(name=row.name, folded=row.folded, on=day, series_id=row.pk, **facts)
