"""What is coming: the gatherings one goes to, and the announced ones, ranked by fit with the reasons."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from rapport.db.queries import engagements, gathering_people, gathering_visits, gatherings, listings
from rapport.db.queries.gatherings import GatheringRow
from rapport.db.queries.listings import ListingRow
from rapport.domain.gatherings.fit import FORTNIGHT, Busy, Candidate, Fit, Me, rank
from rapport.domain.gatherings.gatherings import Attendance, kind_in
from rapport.domain.gatherings.listings import ListingStatus
from rapport.domain.people.people import Place
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services import owners, places
from rapport.services.owners import OwnerView
from rapport.services.remember import by_revision

__all__ = [
    "Coming",
    "Fit",
    "GatheringRow",
    "ListingRow",
    "Planned",
    "Worth",
    "coming",
    "local",
    "spot_of",
    "visited",
]

KNOWN_NAMED = 5  # people of mine that a candidate carries


@dataclass(frozen=True, slots=True)
class Planned:
    """A gathering one goes to, or may go to."""

    gathering: GatheringRow
    listing: ListingRow | None  # as a feed tells it, where one does
    fit: Fit

    @property
    def is_cancelled(self) -> bool:
        """By its host."""
        told = self.listing is not None and self.listing.status is ListingStatus.CANCELLED
        return told or self.gathering.cancelled_on is not None


@dataclass(frozen=True, slots=True)
class Worth:
    """An announced gathering, not answered yet."""

    listing: ListingRow
    fit: Fit
    starts: datetime | None  # the owner's local time
    more: tuple[date, ...]  # its later dates


@dataclass(frozen=True, slots=True)
class Coming:
    going: tuple[Planned, ...]  # the next first
    maybe: tuple[Planned, ...]  # the best fit first
    worth: tuple[Worth, ...]  # the best fit first


visited = by_revision(gathering_visits.visits)  # several pages learn from it


@by_revision
def coming(owner_id: UUID, today: date) -> Coming:
    """A fixed number of queries, whatever is announced."""
    owner = owners.read(owner_id)
    ahead = gatherings.upcoming(owner_id, today)
    told = listings.of_gatherings(owner_id, today)
    open_, more = _unanswered(owner_id, today, ahead)
    visits = visited(owner_id)
    keys = {row.key for row in ahead} | {row.key for row in open_}
    known = gathering_people.came_before(owner_id, keys, today) if keys else {}
    names = {key: tuple(one.name for one in some[:KNOWN_NAMED]) for key, some in known.items()}
    zone = ZoneInfo(owner.time_zone)
    again = _coming_again(ahead, open_, more, {visit.key for visit in visits})
    candidates = [_planned(row, told.get(row.id), names, again, owner) for row in ahead]
    candidates += [_announced(row, names, again, owner, zone) for row in open_]
    calendar = engagements.ahead(owner_id, datetime.combine(today, time(0), zone))
    busy = (*_evenings(ahead), *(Busy(_here(a, zone), _here(b, zone), title) for a, b, title in calendar))
    me = _me(owner, busy, gatherings.stretches(owner_id, today - FORTNIGHT), knows=bool(calendar))
    fits = rank(candidates, me, visits, today)
    return _sorted(fits, ahead, told, open_, more, zone)


def _unanswered(
    owner_id: UUID, today: date, ahead: Iterable[GatheringRow]
) -> tuple[list[ListingRow], dict[UUID, tuple[date, ...]]]:
    """The first date of each announced gathering, and its later ones; not what is planned or let go."""
    planned = {(fold(row.name), row.on) for row in ahead}
    gone = gatherings.let_go(owner_id)
    first: dict[str, ListingRow] = {}
    later: defaultdict[UUID, list[date]] = defaultdict(list)
    for row in listings.ahead(owner_id, today):
        if row.key in gone or (row.key, row.on) in planned:
            continue
        shown = first.setdefault(row.key, row)
        if row.on > shown.on and row.on not in later[shown.id]:
            later[shown.id].append(row.on)
    return list(first.values()), {pk: tuple(days) for pk, days in later.items()}


def _coming_again(
    ahead: Iterable[GatheringRow],
    open_: Iterable[ListingRow],
    more: Mapping[UUID, tuple[date, ...]],
    visited: set[str],
) -> set[str]:
    """Keys of what has several dates, as far as is known."""
    return {row.key for row in ahead if row.series or row.key in visited} | {
        row.key for row in open_ if row.is_recurring or more.get(row.id) or row.key in visited
    }


def _planned(
    row: GatheringRow,
    told: ListingRow | None,
    known: Mapping[str, tuple[str, ...]],
    again: set[str],
    owner: OwnerView,
) -> Candidate:
    starts, ends = hours(row)
    return Candidate(
        id=row.id,
        name=row.name,
        key=row.key,
        on=row.on,
        starts=starts,
        ends=ends,
        size=row.size,
        kind=row.kind,
        comes_again=row.key in again or bool(told and told.is_recurring),
        place=row.spot or spot_of(row.city, row.place, owner),
        is_online=row.is_online,
        price=row.price,
        currency=row.currency,
        words=" ".join(filter(None, (row.note, *row.topics, told.about if told else ""))),
        invited_by=row.invited_by.name if row.invited_by else "",
        known=known.get(row.key, ()),
        is_stretch=row.stretch,
    )


def _announced(
    row: ListingRow, known: Mapping[str, tuple[str, ...]], again: set[str], owner: OwnerView, zone: ZoneInfo
) -> Candidate:
    return Candidate(
        id=row.id,
        name=row.name,
        key=row.key,
        on=row.on,
        starts=local(row.starts_at, zone),
        ends=local(row.ends_at, zone),
        size=row.size,
        kind=kind_in(row.name),
        comes_again=row.key in again,
        place=None if row.is_online else row.spot or spot_of(row.city, row.place, owner),
        is_online=row.is_online,
        price=row.price,
        currency=row.currency,
        words=f"{row.about} {row.host}",
        known=known.get(row.key, ()),
    )


def _me(owner: OwnerView, busy: Iterable[Busy], stretched_on: Iterable[date], *, knows: bool) -> Me:
    return Me(
        place=owner.place,
        topics=owner.topics,
        rest_weekdays=frozenset(owner.rest_weekdays),
        busy=tuple(busy),
        knows_calendar=knows,
        stretched_on=tuple(stretched_on),
    )


def _evenings(ahead: Iterable[GatheringRow]) -> Iterable[Busy]:
    """Evenings that are given away: what one goes to, not what one may go to."""
    for row in ahead:
        starts, ends = hours(row)
        if row.attendance is Attendance.GOING and starts and not row.cancelled_on:
            yield Busy(starts, ends or starts + timedelta(hours=2), row.name)


def _sorted(
    fits: list[Fit],
    ahead: list[GatheringRow],
    told: Mapping[UUID, ListingRow],
    open_: list[ListingRow],
    more: Mapping[UUID, tuple[date, ...]],
    zone: ZoneInfo,
) -> Coming:
    fit_of = {fit.id: fit for fit in fits}
    rows = {row.id: row for row in open_}
    planned = {row.id: Planned(row, told.get(row.id), fit_of[row.id]) for row in ahead}
    return Coming(
        going=tuple(planned[row.id] for row in ahead if row.attendance is not Attendance.MAYBE),
        maybe=tuple(
            planned[fit.id]
            for fit in fits
            if fit.id in planned and planned[fit.id].gathering.attendance is Attendance.MAYBE
        ),
        worth=tuple(
            Worth(rows[fit.id], fit, local(rows[fit.id].starts_at, zone), more.get(fit.id, ()))
            for fit in fits
            if fit.id in rows
        ),
    )


def hours(row: GatheringRow) -> tuple[datetime | None, datetime | None]:
    """When it begins and ends, in the owner's time; an end before the beginning is on the next day."""
    if row.starts_at is None:
        return None, None
    starts = datetime.combine(row.on, row.starts_at)
    if row.ends_at is None:
        return starts, None
    ends = datetime.combine(row.on, row.ends_at)
    return starts, ends if ends > starts else ends + timedelta(days=1)


def local(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    """On the clock of that zone, without saying so."""
    return _here(moment, zone) if moment else None


def _here(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def clock_of(moment: datetime | None, zone: ZoneInfo) -> time | None:
    """The hour alone."""
    here = local(moment, zone)
    return here.time().replace(second=0, microsecond=0) if here else None


def spot_of(city: str, address: str, owner: OwnerView) -> Place | None:
    """Where that is. At home nothing is looked up: the table of cities is large."""
    if owner.place is None:
        return None
    if city and fold(city.split(",")[0].strip()) == fold(owner.city):
        return owner.place
    if city:
        return places.locate(city, near=owner.place)
    named = [fold(part).strip() for part in address.split(",")]
    if owner.city and fold(owner.city) in named:
        return owner.place
    return places.locate_in(address, near=owner.place) if "," in address else None
