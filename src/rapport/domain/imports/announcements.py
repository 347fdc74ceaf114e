"""What a new reading of a feed means for what is known: new dates, moved ones, cancelled ones, gone ones.

And which announcements of several feeds are the same gathering.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio

from rapport.domain.gatherings.listings import FeedKind, ListingStatus
from rapport.domain.imports.imports import IncomingListing
from rapport.domain.text import fold
from rapport.domain.values import dataclass

NEAR = timedelta(minutes=30)  # two feeds may round the hour differently
ALIKE = 85.0  # of 100: names that are the same but for a word or a slip
WITHIN = 95.0  # of 100: one name is the other with more words around it
LEAST_WORDS = 2  # in a name that is part of another
MOST_A_DAY = 300  # announcements of one day that are compared with each other


@dataclass(frozen=True, slots=True)
class Known:
    """An announcement as it is written down."""

    id: UUID
    feed: UUID | None  # None: pasted by the user
    uid: str
    instance: str
    name: str
    on: date
    starts_at: datetime | None
    status: ListingStatus
    moved_from: date | None = None
    place: str = ""
    city: str = ""
    url: str = ""
    is_answered: bool = False
    is_second: bool = False  # another one is shown in its place so far


@dataclass(frozen=True, slots=True)
class Followed:
    """A known announcement and what is told of it now."""

    known: Known
    told: IncomingListing
    status: ListingStatus
    moved_from: date | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What to write down."""

    new: tuple[IncomingListing, ...]
    followed: tuple[Followed, ...]
    gone: tuple[Known, ...]


def follow(known: Sequence[Known], told: Iterable[IncomingListing], kind: FeedKind, today: date) -> Changes:
    """Compare what one feed tells, on days of the owner, with what it told before."""
    by_key: dict[tuple[str, str], IncomingListing] = {}
    for each in told:
        by_key.setdefault((each.uid, each.instance), each)
    waiting = {(each.uid, each.instance): each for each in known}
    pairs = [(waiting.pop(key), each) for key, each in by_key.items() if key in waiting]
    met = {id(now) for _, now in pairs}
    unmatched = [each for each in by_key.values() if id(each) not in met]
    again = _again(list(waiting.values()), unmatched, today)
    matched = {id(now) for _, now in again}
    left = {before.id for before, _ in again}
    new = [each for each in unmatched if id(each) not in matched]
    gone = _gone([each for each in waiting.values() if each.id not in left], by_key.values(), kind, today)
    return Changes(tuple(new), tuple(_followed(*pair) for pair in (*pairs, *again)), tuple(gone))


def _again(
    known: Sequence[Known], told: Sequence[IncomingListing], today: date
) -> list[tuple[Known, IncomingListing]]:
    """Those that go by another instance now: the same day, or the only one left of its uid."""
    pairs = []
    before: dict[str, list[Known]] = defaultdict(list)
    now: dict[str, list[IncomingListing]] = defaultdict(list)
    for each in known:
        if each.on >= today:
            before[each.uid].append(each)
    for one in told:
        now[one.uid].append(one)
    for uid, mine in before.items():
        for each in list(mine):
            same = next((one for one in now[uid] if one.on == each.on), None)
            if same is not None:
                pairs.append((each, same))
                mine.remove(each)
                now[uid].remove(same)
        if len(mine) == len(now[uid]) == 1:
            pairs.append((mine[0], now[uid][0]))
    return pairs


def _followed(known: Known, told: IncomingListing) -> Followed:
    if told.status is not ListingStatus.PLANNED:
        return Followed(known, told, told.status, told.moved_from or known.moved_from)
    if (known.on, known.starts_at) != (told.on, told.starts_at):
        return Followed(known, told, ListingStatus.MOVED, known.moved_from or known.on)
    if known.moved_from is not None:  # it was moved, and is where it was moved to
        return Followed(known, told, ListingStatus.MOVED, known.moved_from)
    return Followed(known, told, ListingStatus.PLANNED, None)


def _gone(
    known: Iterable[Known], told: Iterable[IncomingListing], kind: FeedKind, today: date
) -> list[Known]:
    """Those a feed passes over while it tells of later ones. An empty answer says nothing, and a list of
    news drops what is older than the latest posts."""
    last = max((each.on for each in told), default=None)
    if kind is FeedKind.RSS or last is None:
        return []
    over = (ListingStatus.GONE, ListingStatus.CANCELLED)
    return [each for each in known if today <= each.on <= last and each.status not in over]


def same(known: Iterable[Known]) -> Mapping[UUID, UUID]:
    """Which announcements tell what another one tells already → that other one."""
    days: dict[date, list[Known]] = defaultdict(list)
    for each in known:
        days[each.on].append(each)
    found: dict[UUID, UUID] = {}
    for day in days.values():
        heads: list[Known] = []
        for each in sorted(day, key=_worth)[:MOST_A_DAY]:
            head = next((one for one in heads if is_same(one, each)), None)
            if head is None:
                heads.append(each)
            else:
                found[each.id] = head.id
    return found


def _worth(each: Known) -> tuple[bool, bool, bool, int, UUID]:
    """Answered ones first, then what is shown already, then those that say more."""
    is_off = each.status in (ListingStatus.GONE, ListingStatus.CANCELLED)
    said = sum(map(bool, (each.starts_at, each.place, each.city, each.url)))
    return not each.is_answered, is_off, each.is_second, -said, each.id


def is_same(one: Known, other: Known) -> bool:
    """The same gathering on the same day: by its address, or by hour, name and place."""
    if one.on != other.on:
        return False
    hours = one.starts_at, other.starts_at
    if hours[0] and hours[1] and abs(hours[0] - hours[1]) > NEAR:
        return False
    if one.feed == other.feed and one.feed is not None:
        return False  # one feed knows what it tells
    if one.url and _bare(one.url) == _bare(other.url) and "/" in _bare(one.url):
        return True
    return _is_alike(one.name, other.name, is_exact=None not in hours) and not _is_elsewhere(one, other)


def _is_alike(one: str, other: str, *, is_exact: bool) -> bool:
    a, b = fold(one), fold(other)
    if token_sort_ratio(a, b) >= ALIKE:
        return True
    is_long = min(len(a.split()), len(b.split())) >= LEAST_WORDS
    return is_exact and is_long and token_set_ratio(a, b) >= WITHIN


def _is_elsewhere(one: Known, other: Known) -> bool:
    if one.city and other.city and fold(one.city) != fold(other.city):
        return True
    words = [set(fold(each.place).replace(",", " ").split()) for each in (one, other)]
    return bool(words[0] and words[1]) and not words[0] & words[1]


def _bare(url: str) -> str:
    """The address without what differs from feed to feed."""
    return url.split("#")[0].split("?")[0].split("://", 1)[-1].removeprefix("www.").rstrip("/").lower()
