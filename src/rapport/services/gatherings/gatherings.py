"""Meetings of people: planned, gone to, in series."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from rapport.db.models import Gathering, Person, Series
from rapport.domain.gatherings.gatherings import Attendance, GatheringKind
from rapport.domain.links import web_address
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.errors import Invalid, Problem
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.rows import Saved

__all__ = [
    "Draft",
    "SeriesDraft",
    "attend",
    "create",
    "discard",
    "discard_series",
    "edit",
    "edit_series",
    "join_series",
    "record",
    "restore",
    "restore_series",
]


@dataclass(frozen=True, slots=True)
class Draft:
    """A gathering to write down, or what its page should say."""

    name: str
    on: date
    attendance: Attendance = Attendance.GOING
    starts_at: time | None = None  # the owner's local time
    ends_at: time | None = None  # before starts_at: on the next day
    size: int | None = None  # people there
    kind: GatheringKind = GatheringKind.MEETUP
    place: str = ""
    city: str = ""  # empty: the owner's own, as far as distance goes
    is_online: bool = False
    url: str = ""
    price: float | None = None  # 0: free; None: not said
    currency: str = ""  # ISO 4217
    topics: tuple[str, ...] = ()
    found_how: str = ""
    invited_by: UUID | None = None
    stretch: bool = False  # outside the comfort zone, on purpose
    note: str = ""
    series_id: UUID | None = None  # None: a second date under one name makes a series by itself


@dataclass(frozen=True, slots=True)
class SeriesDraft:
    """What the page of a series should say; a series is made by its second date."""

    name: str
    place: str = ""
    rhythm_days: int | None = None  # days between dates
    note: str = ""


def create(owner_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Raises Invalid; TAKEN when one of that name is on that day already."""
    columns = _columns(owner_id, draft)
    _refuse_taken(owner_id, columns)
    with journal(owner_id, Verb.CREATE, at=at, subject=columns["name"]) as book:
        row = book.add(Gathering(**columns))
        join_series(book, row)
    return rows.saved(book, row.pk)


def edit(owner_id: UUID, gathering_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Raises LookupError, Invalid."""
    row = rows.live(Gathering, owner_id, gathering_id)
    columns = _columns(owner_id, draft)
    _refuse_taken(owner_id, columns, gathering_id)
    renamed = columns["folded"] != row.folded
    if columns["city"] == row.city:  # where a feed said it is, to the metre
        columns |= {"latitude": row.latitude, "longitude": row.longitude}
    with journal(owner_id, Verb.EDIT, at=at, subject=columns["name"]) as book:
        book.change(row, **columns)
        if renamed:
            join_series(book, row)
    return rows.saved(book, row.pk)


def attend(owner_id: UUID, gathering_id: UUID, attendance: Attendance, *, at: datetime) -> Saved:
    """Going, maybe, went, skipped. Raises LookupError."""
    row = rows.live(Gathering, owner_id, gathering_id)
    return rows.change(owner_id, row, at=at, subject=row.name, attendance=attendance)


def discard(owner_id: UUID, gathering_id: UUID, *, at: datetime) -> Saved:
    """Into the bin; who was met there stays. Raises LookupError."""
    row = rows.live(Gathering, owner_id, gathering_id)
    return rows.discard(owner_id, row, at=at, subject=row.name)


def restore(owner_id: UUID, gathering_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError, Invalid when another took its name and day."""
    row = rows.binned(Gathering, owner_id, gathering_id)
    _refuse_taken(owner_id, {"folded": row.folded, "on": row.on})
    return rows.restore(owner_id, row, at=at, subject=row.name)


def edit_series(owner_id: UUID, series_id: UUID, draft: SeriesDraft, *, at: datetime) -> Saved:
    """Raises LookupError, Invalid."""
    row = rows.live(Series, owner_id, series_id)
    name = checks.line("name", draft.name, checks.NAME, required=True)
    if _series_named(owner_id, name).exclude(pk=series_id).exists():
        raise Invalid("name", Problem.TAKEN)
    return rows.change(
        owner_id,
        row,
        at=at,
        subject=name,
        name=name,
        folded=fold(name)[: checks.NAME],
        place=checks.line("place", draft.place, checks.NAME),
        rhythm_days=checks.number("rhythm_days", draft.rhythm_days, 1, 3660),
        note=checks.text("note", draft.note),
    )


def discard_series(owner_id: UUID, series_id: UUID, *, at: datetime) -> Saved:
    """Into the bin; its dates stay, each for itself. Raises LookupError."""
    row = rows.live(Series, owner_id, series_id)
    return rows.discard(owner_id, row, at=at, subject=row.name)


def restore_series(owner_id: UUID, series_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError, Invalid when another took its name."""
    row = rows.binned(Series, owner_id, series_id)
    if _series_named(owner_id, row.name).exists():
        raise Invalid("name", Problem.TAKEN)
    return rows.restore(owner_id, row, at=at, subject=row.name)


def _series_named(owner_id: UUID, name: str) -> Any:
    return Series.objects.of(owner_id).live().filter(folded=fold(name)[: checks.NAME])


def _columns(owner_id: UUID, draft: Draft) -> dict[str, Any]:
    checks.owned("invited_by", Person, owner_id, draft.invited_by)
    checks.owned("series_id", Series, owner_id, draft.series_id)
    name = checks.line("name", draft.name, checks.NAME, required=True)
    return {
        "name": name,
        "folded": fold(name)[: checks.NAME],
        "on": checks.day("on", draft.on),
        "attendance": draft.attendance,
        "starts_at": draft.starts_at,
        "ends_at": draft.ends_at,
        "size": checks.number("size", draft.size, 1, 1_000_000),
        "kind": draft.kind,
        "place": checks.line("place", draft.place, checks.NAME),
        **_where(owner_id, draft),
        "is_online": draft.is_online,
        "url": _address(draft.url),
        "price": _price(draft.price),
        "currency": checks.line("currency", draft.currency.upper(), 3),
        "topics": checks.tags("topics", draft.topics),
        "found_how": checks.line("found_how", draft.found_how, checks.NAME),
        "invited_by_id": draft.invited_by,
        "stretch": draft.stretch,
        "note": checks.text("note", draft.note),
        "series_id": draft.series_id,
    }


def _where(owner_id: UUID, draft: Draft) -> dict[str, Any]:
    """The city, and where it lies; without one, nobody knows how far it is."""
    city = checks.line("city", draft.city, checks.NAME)
    if not city:
        return {"city": "", "latitude": None, "longitude": None}
    from rapport.services import owners, places  # start-up counts: a line logged names no city

    found = places.locate(city, near=owners.read(owner_id).place)
    return {
        "city": city,
        "latitude": found.latitude if found else None,
        "longitude": found.longitude if found else None,
    }


def _address(url: str) -> str:
    said = checks.line("url", url, 1000)
    if not said:
        return ""
    if (address := web_address(said)) is None:
        raise Invalid("url", Problem.NOT_A_LINK)
    return address


def _price(price: float | None) -> float | None:
    if price is not None and not 0 <= price <= 1_000_000:
        raise Invalid("price", Problem.OUT_OF_RANGE)
    return price


def _refuse_taken(owner_id: UUID, columns: dict[str, Any], besides: UUID | None = None) -> None:
    same = Gathering.objects.of(owner_id).live().filter(folded=columns["folded"], on=columns["on"])
    if (same.exclude(pk=besides) if besides else same).exists():
        raise Invalid("name", Problem.TAKEN)


def join_series(book: Journal, row: Gathering) -> None:
    """A second date under one name makes a series."""
    if row.series_id is None:
        book.change(row, series_id=_series(book, row.name, row.on))


def record(
    book: Journal,
    name: str,
    on: date,
    attendance: Attendance,
    *,
    size: int | None = None,
    stretch: bool = False,
    invited_by: UUID | None = None,
    found_how: str = "",
    starts_at: time | None = None,
    assumed: bool = False,
) -> UUID:
    """The gathering of that name on that day, made if need be; what is newly said about it is kept."""
    same = Gathering.objects.of(book.owner_id).live().filter(folded=fold(name))
    row = same.filter(on=on).first()
    if row is None:
        row = book.add(
            Gathering(
                name=name,
                folded=fold(name),
                on=on,
                attendance=attendance,
                series_id=_series(book, name, on),
                assumed=assumed,
            )
        )
    said: dict[str, object] = {"attendance": attendance}
    said |= {"size": size} if size is not None else {}
    said |= {"stretch": True} if stretch else {}
    said |= {"invited_by_id": invited_by} if invited_by else {}
    said |= {"found_how": found_how} if found_how else {}
    said |= {"starts_at": starts_at} if starts_at is not None else {}
    book.change(row, **said)
    pk: UUID = row.pk
    return pk


def _series(book: Journal, name: str, on: date) -> UUID | None:
    """A second date under one name makes a series."""
    earlier = list(Gathering.objects.of(book.owner_id).live().filter(folded=fold(name)).exclude(on=on))
    if not earlier:
        return None
    series = Series.objects.of(book.owner_id).live().filter(folded=fold(name)).first()
    if series is None:
        series = book.add(Series(name=name, folded=fold(name)))
    for row in earlier:
        book.change(row, series_id=series.pk)
    pk: UUID = series.pk
    return pk
