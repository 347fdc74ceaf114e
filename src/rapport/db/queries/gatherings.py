"""Gatherings and series, with what came of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet, Sum

from rapport.db.models import Gathering as Row
from rapport.db.models import Interaction, Participant, Ruling, Series
from rapport.db.queries.prepared import prepared
from rapport.db.queries.values import Named, Paging, named, window
from rapport.domain.challenge.referee import Verdict
from rapport.domain.gatherings.gatherings import Attendance, GatheringKind
from rapport.domain.people.people import Place
from rapport.domain.text import fold
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Yield:
    """What came of one gathering, or of all dates of a series; each person counts once."""

    people: int = 0  # met and named
    others: int = 0  # met, neither named nor memorable
    memorable: int = 0  # said to be
    connections: int = 0
    hellos: int = 0  # of those named


@dataclass(frozen=True, slots=True)
class GatheringRow:
    id: UUID
    name: str
    on: date
    starts_at: time | None  # the owner's local time
    size: int | None  # people there
    kind: GatheringKind
    place: str
    found_how: str
    invited_by: Named | None
    series: Named | None
    stretch: bool
    attendance: Attendance
    note: str
    assumed: bool
    ends_at: time | None  # before starts_at: on the next day
    city: str
    spot: Place | None  # on the map
    is_online: bool
    url: str
    price: float | None  # in `currency`; 0: free; None: not said
    currency: str
    topics: tuple[str, ...]
    cancelled_on: date | None
    debriefed_on: date | None
    minutes: int | None  # spent there
    plan: str  # whom to find, one a line
    came: Yield = Yield()

    @property
    def key(self) -> str:
        """What makes dates belong together: the name of the series, or one's own."""
        return fold(self.series.name if self.series else self.name)


@dataclass(frozen=True, slots=True)
class SeriesRow:
    id: UUID
    name: str
    place: str
    rhythm_days: int | None
    note: str
    dates: int  # gone to
    last_on: date | None  # the last date gone to
    let_go_on: date | None
    came: Yield = Yield()


COLUMNS = (
    "id", "name", "on", "starts_at", "size", "kind", "place", "found_how",
    "invited_by_id", "invited_by__name", "invited_by__binned_at",
    "series_id", "series__name", "series__binned_at", "stretch", "attendance", "note", "assumed",
    "ends_at", "city", "latitude", "longitude", "is_online", "url", "price", "currency", "topics",
    "cancelled_on", "debriefed_on", "minutes", "plan",
)  # fmt: skip

NOT_AHEAD = (Attendance.WENT, Attendance.SKIPPED)  # settled, even on the day itself


def upcoming(owner_id: UUID, today: date) -> list[GatheringRow]:
    """From today on, the next first; what is settled already is left out."""
    ahead = _live(owner_id).filter(on__gte=today).exclude(attendance__in=NOT_AHEAD)
    return _values(ahead.order_by("on", "starts_at", "folded"))


def past(owner_id: UUID, today: date, page: int) -> tuple[tuple[GatheringRow, ...], Paging]:
    """Before today or settled, the latest first, with what came of each."""
    gone = _live(owner_id).filter(Q(on__lt=today) | Q(attendance__in=NOT_AHEAD))
    paging = Paging(max(page, 1), gone.count())
    rows = paging.cut(_values(gone.order_by("-on", "folded", "id"), window(page)))
    return tuple(_with_yield(owner_id, list(rows))), paging


def one(owner_id: UUID, gathering_id: UUID) -> GatheringRow | None:
    found = _with_yield(owner_id, _values(_live(owner_id).filter(pk=gathering_id)))
    return found[0] if found else None


def untold(owner_id: UUID, since: date, until: date) -> list[GatheringRow]:
    """Gone to or planned for these days, with nobody written down and no debrief; the latest first."""
    met = Interaction.objects.of(owner_id).live().filter(gathering__isnull=False)
    open_ = _live(owner_id).filter(on__range=(since, until), debriefed_on__isnull=True, cancelled_on=None)
    open_ = open_.exclude(attendance=Attendance.SKIPPED).exclude(pk__in=met.values("gathering_id"))
    return _values(open_.order_by("-on", "folded"))


def called(owner_id: UUID, name: str, until: date) -> list[GatheringRow]:
    """Those whose name holds these words, until that day, the latest first; cancelled ones are left out."""
    found = _live(owner_id).filter(folded__contains=fold(name), on__lte=until, cancelled_on=None)
    return _values(found.order_by("-on", "folded"), slice(50))


def of_day(owner_id: UUID, day: date) -> list[GatheringRow]:
    return _with_yield(owner_id, _values(_live(owner_id).filter(on=day).order_by("starts_at", "folded")))


def of_series(owner_id: UUID, series_id: UUID) -> list[GatheringRow]:
    """The latest first."""
    return _with_yield(owner_id, _values(_live(owner_id).filter(series_id=series_id).order_by("-on")))


def series(owner_id: UUID, series_id: UUID | None = None) -> list[SeriesRow]:
    """By name, each with what came of all its dates; or that one alone."""
    found = Series.objects.of(owner_id).live()
    found = found.filter(pk=series_id) if series_id else found
    gone = _live(owner_id).filter(attendance=Attendance.WENT).exclude(series=None)
    dates = {
        pk: (count, last)
        for pk, count, last in gone.values_list("series_id").annotate(Count("id"), Max("on")).order_by()
    }
    came = _yields(owner_id, "series_id", Q(gathering__series__isnull=False))
    columns = found.order_by("folded").values_list("id", "name", "place", "rhythm_days", "note", "let_go_on")
    return [
        SeriesRow(pk, name, place, rhythm, note, *dates.get(pk, (0, None)), let_go, came.get(pk, Yield()))
        for pk, name, place, rhythm, note, let_go in columns
    ]


@prepared
def kept_series(owner_id: UUID) -> "QuerySet[Any, Any]":
    """Id, folded name, name and rhythm of those not let go."""
    rows = Series.objects.of(owner_id).live().filter(let_go_on__isnull=True)
    return rows.order_by("folded").values_list("id", "folded", "name", "rhythm_days")


def dates(owner_id: UUID) -> dict[UUID, list[tuple[date, Attendance]]]:
    """All days of each series, the earliest first; cancelled ones are left out."""
    rows = _live(owner_id).filter(series__isnull=False, cancelled_on=None).order_by("on")
    found: defaultdict[UUID, list[tuple[date, Attendance]]] = defaultdict(list)
    for series_id, on, code in rows.values_list("series_id", "on", "attendance"):
        found[series_id].append((on, Attendance(code)))
    return found


def let_go(owner_id: UUID) -> dict[str, UUID]:
    """Series that give nothing and are not proposed any more, by folded name."""
    rows = Series.objects.of(owner_id).live().filter(let_go_on__isnull=False)
    return dict(rows.values_list("folded", "id"))


def stretches(owner_id: UUID, since: date) -> list[date]:
    """Days of gatherings outside the comfort zone, gone to or planned."""
    rows = _live(owner_id).filter(on__gte=since, stretch=True, cancelled_on=None)
    return list(rows.exclude(attendance=Attendance.SKIPPED).values_list("on", flat=True))


def choices(owner_id: UUID, limit: int | None = 200) -> list[GatheringRow]:
    """The latest ones, for a form to choose from; without a limit, all."""
    return _values(_live(owner_id).order_by("-on", "folded"), slice(limit))


def _live(owner_id: UUID) -> Any:
    return Row.objects.of(owner_id).live()


def _values(found: Any, part: slice = slice(None)) -> list[GatheringRow]:
    return [
        GatheringRow(
            id=row[0],
            name=row[1],
            on=row[2],
            starts_at=row[3],
            size=row[4],
            kind=GatheringKind(row[5]),
            place=row[6],
            found_how=row[7],
            invited_by=named(*row[8:11]),
            series=named(*row[11:14]),
            stretch=row[14],
            attendance=Attendance(row[15]),
            note=row[16],
            assumed=row[17],
            ends_at=row[18],
            city=row[19],
            spot=Place(row[20], row[21]) if row[20] is not None and row[21] is not None else None,
            is_online=row[22],
            url=row[23],
            price=row[24],
            currency=row[25],
            topics=tuple(row[26].split()),
            cancelled_on=row[27],
            debriefed_on=row[28],
            minutes=row[29],
            plan=row[30],
        )
        for row in found.values_list(*COLUMNS)[part]
    ]


def _with_yield(owner_id: UUID, rows: Iterable[GatheringRow]) -> list[GatheringRow]:
    rows = list(rows)
    came = _yields(owner_id, "id", Q(gathering__in=[row.id for row in rows]))
    return [replace(row, came=came.get(row.id, Yield())) for row in rows]


def _yields(owner_id: UUID, by: str, where: Q) -> dict[UUID, Yield]:
    """Three queries: who was there, who else, what was ruled. `by` is a column of the gathering."""
    held = Interaction.objects.of(owner_id).live().filter(where, gathering__binned_at__isnull=True)
    there = Participant.objects.of(owner_id).filter(interaction__in=held, person__binned_at__isnull=True)
    ruled = Ruling.objects.of(owner_id).filter(interaction__in=held)
    key = f"interaction__gathering__{by}"
    people = _counts(there, key, Q(), Q(memorable=True))
    verdicts = _counts(ruled, key, Q(verdict=Verdict.CONNECTION), Q(verdict=Verdict.HELLO))
    others = dict(held.values_list(f"gathering__{by}").annotate(Sum("others")).order_by())
    return {
        pk: Yield(
            people=people[pk][0],
            others=more,
            memorable=people[pk][1],
            connections=verdicts[pk][0],
            hellos=verdicts[pk][1],
        )
        for pk, more in others.items()
    }


def _counts(rows: Any, key: str, first: Q, second: Q) -> dict[UUID, tuple[int, int]]:
    """How many different people fit each condition, by `key`; nobody where there is no row."""
    found = rows.values_list(key).annotate(
        one=Count("person", distinct=True, filter=first or None),
        two=Count("person", distinct=True, filter=second),
    )
    counts: dict[UUID, tuple[int, int]] = defaultdict(lambda: (0, 0))
    counts.update({pk: (one, two) for pk, one, two in found.order_by()})
    return counts
