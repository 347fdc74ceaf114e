"""Gatherings as feeds announce them, and what was said to them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from rapport.db.models import Listing as Row
from rapport.db.queries.values import Named, named
from rapport.domain.gatherings.listings import ListingReply, ListingStatus
from rapport.domain.people.people import Place
from rapport.domain.text import fold
from rapport.domain.values import dataclass

MOST = 400  # announced dates that are ranked: the next ones


@dataclass(frozen=True, slots=True)
class ListingRow:
    id: UUID
    feed: Named | None  # None: pasted by the user
    uid: str
    name: str
    on: date  # the owner's day
    starts_at: datetime | None  # None: the whole day
    ends_at: datetime | None
    is_recurring: bool
    place: str
    city: str
    spot: Place | None  # on the map
    is_online: bool
    url: str
    about: str
    host: str
    size: int | None
    price: float | None
    currency: str
    status: ListingStatus
    moved_from: date | None
    reply: ListingReply | None
    gathering_id: UUID | None
    time_zone: str  # IANA's name of its place's, or empty

    @property
    def key(self) -> str:
        return fold(self.name)


COLUMNS = (
    "id", "subscription_id", "subscription__name", "subscription__url", "uid", "name", "on", "starts_at",
    "ends_at", "is_recurring", "place", "city", "latitude", "longitude", "is_online", "url", "about", "host",
    "size", "price", "currency", "status", "moved_from", "reply", "gathering_id", "time_zone",
)  # fmt: skip
HELD = (str(ListingStatus.PLANNED), str(ListingStatus.MOVED))


def ahead(owner_id: UUID, today: date) -> list[ListingRow]:
    """From today on, unanswered and held, the next first; what was said no to once does not come again."""
    refused = _live(owner_id).filter(reply=ListingReply.NOT_FOR_ME).values("uid")
    open_ = _live(owner_id).filter(on__gte=today, reply="", gathering=None, same_as=None, status__in=HELD)
    return _values(open_.exclude(uid__in=refused).order_by("on", "starts_at", "folded"), MOST)


def refused(owner_id: UUID, today: date) -> list[ListingRow]:
    """Said no to, and still ahead."""
    found = _live(owner_id).filter(on__gte=today, reply=ListingReply.NOT_FOR_ME)
    return _values(found.order_by("on", "folded"), MOST)


def one(owner_id: UUID, listing_id: UUID) -> ListingRow | None:
    found = _values(_live(owner_id).filter(pk=listing_id))
    return found[0] if found else None


def of_gatherings(owner_id: UUID, today: date) -> dict[UUID, ListingRow]:
    """What feeds say of the gatherings ahead that were answered, by gathering."""
    found = _values(_live(owner_id).filter(on__gte=today, gathering__isnull=False))
    return {row.gathering_id: row for row in found if row.gathering_id}


def of_gathering(owner_id: UUID, gathering_id: UUID) -> ListingRow | None:
    found = _values(_live(owner_id).filter(gathering_id=gathering_id), 1)
    return found[0] if found else None


def announced(owner_id: UUID, names: Collection[str], after: date) -> dict[str, list[date]]:
    """Later days on which something of these folded names is announced."""
    held = _live(owner_id).filter(folded__in=list(names), on__gt=after, status__in=HELD)
    found: defaultdict[str, list[date]] = defaultdict(list)
    for folded, on in held.order_by("on").values_list("folded", "on").distinct():
        found[folded].append(on)
    return found


def _live(owner_id: UUID) -> Any:
    """Feeds that were let go take their dates along."""
    return Row.objects.of(owner_id).filter(subscription__binned_at__isnull=True)


def _values(found: Any, limit: int | None = None) -> list[ListingRow]:
    return [
        ListingRow(
            id=row[0],
            feed=named(row[1], row[2] or row[3]),
            uid=row[4],
            name=row[5],
            on=row[6],
            starts_at=row[7],
            ends_at=row[8],
            is_recurring=row[9],
            place=row[10],
            city=row[11],
            spot=Place(row[12], row[13]) if row[12] is not None and row[13] is not None else None,
            is_online=row[14],
            url=row[15],
            about=row[16],
            host=row[17],
            size=row[18],
            price=row[19],
            currency=row[20],
            status=ListingStatus(row[21]),
            moved_from=row[22],
            reply=ListingReply(row[23]) if row[23] else None,
            gathering_id=row[24],
            time_zone=row[25],
        )
        for row in found.values_list(*COLUMNS)[:limit]
    ]
