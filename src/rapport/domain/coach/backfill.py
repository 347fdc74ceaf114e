"""Tries from before Rapport, found in the headers of mail and in calendars: the user says which they were.

Nothing is read but who, when, in which direction and, of a meeting, its title. So each is only a likeness: a
first message to a stranger may be a pitch, or an order of flowers. What led nowhere leaves no introduction
behind: asks that failed cannot be found this way, and are asked for in a number (`services/coach/backfill`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from rapport.domain.coach.credit import ask_arm, visit_arm
from rapport.domain.gatherings.gatherings import GatheringKind, kind_in
from rapport.domain.imports.imports import TraceKind
from rapport.domain.learning.arms import CLOSE_ENOUGH, Arm, reconnect_arm
from rapport.domain.text import fold

EACH: Final = 5  # of a kind: the last ones (COACH.md §3.3)
SILENT_FOR: Final = timedelta(days=365)  # an old tie (COACH.md §3.1)
FOLLOWED_WITHIN: Final = timedelta(days=8)  # COACH.md §3.6: a hello is dropped after 8 days
ASKED_WITHIN: Final = timedelta(days=21)  # before the introduction (judgement)
ANSWERED_WITHIN: Final = timedelta(days=30)
CAME_WITHIN: Final = timedelta(days=60)
MANY: Final = 5  # others on a calendar entry that make it a gathering rather than a meeting (judgement)
TOO_OFTEN: Final = 6  # times under one title: a meeting of one's own work, not a gathering (judgement)
EVENT_WORDS: Final = (
    "meetup", "meet-up", "drinks", "apero", "networking", "club", "circle", "breakfast", "rencontre",
    "soiree",
)  # fmt: skip


class Trail(NamedTuple):
    """One message or meeting that is no bulk mail."""

    key: str
    kind: TraceKind
    at: datetime  # as the owner's clock showed it
    from_me: bool
    size: int  # people on it beside me
    parties: tuple[int, ...] = ()  # their addresses, by number
    sender: int | None = None  # None: me, or nobody
    answers: bool = False  # it answers another one
    minutes: int | None = None
    title: str = ""


class Somebody(NamedTuple):
    """Whose an address is."""

    name: str
    person_id: UUID | None = None
    closeness: float = 0.0


class Found(NamedTuple):
    """Something that looks like a try."""

    key: str
    arm: Arm
    at: datetime
    came: int  # as far as traces tell
    who: int | None = None  # an address
    about: str = ""  # a title
    minutes: int = 0


class Tracks:
    """All trails in the order of time, and of each address those with it."""

    def __init__(self, trails: Iterable[Trail], people: Mapping[int, Somebody]) -> None:
        self.trails = sorted(trails, key=lambda trail: (trail.at, trail.key))
        self.people = people
        self.of: dict[int, list[Trail]] = defaultdict(list)
        for trail in self.trails:
            for party in trail.parties:
                self.of[party].append(trail)

    def before(self, who: int, at: datetime) -> list[Trail]:
        return [trail for trail in self.of[who] if trail.at < at]

    def wrote_back(self, who: int, after: datetime, within: timedelta = ANSWERED_WITHIN) -> int:
        """How many messages came from them, or meetings were held with them alone, in that time."""
        return sum(
            after < trail.at <= after + within and (trail.sender == who or _is_talk(trail))
            for trail in self.of[who]
        )

    def near(self, who: int) -> float:
        return self.people[who].closeness if who in self.people else 0.0


def find(trails: Iterable[Trail], people: Mapping[int, Somebody], since: datetime) -> tuple[Found, ...]:
    """The last few of each kind, the newest first; `since`: earlier trails only tell who was known."""
    tracks = Tracks(trails, people)
    kinds: tuple[Iterator[Found], ...] = (
        _asks(tracks),
        _woken(tracks),
        _followed(tracks),
        _pitches(tracks),
        _events(tracks),
    )
    found: dict[str, Found] = {}  # one message is one try: the likelier reading stands first
    for kind in kinds:
        fresh = {one.key: one for one in kind if one.at >= since and one.key not in found}
        late = sorted(fresh.values(), key=lambda one: one.at, reverse=True)
        found.update({one.key: one for one in late[:EACH]})
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.key), reverse=True))


def _asks(tracks: Tracks) -> Iterator[Found]:
    """Somebody I had written to brought in a third, new to me: I may have asked for it."""
    for trail in tracks.trails:
        if trail.kind is not TraceKind.MAIL or trail.sender is None or trail.size != 2 or trail.answers:
            continue
        new = next((who for who in trail.parties if who != trail.sender), None)
        if new is None or tracks.before(new, trail.at):
            continue
        mine = [
            one
            for one in tracks.before(trail.sender, trail.at)
            if _is_letter(one) and trail.at - one.at <= ASKED_WITHIN
        ]
        if mine:
            came = int(tracks.wrote_back(new, trail.at, CAME_WITHIN) > 0)
            arm = ask_arm(tracks.near(trail.sender))
            yield Found(mine[-1].key, arm, mine[-1].at, came, trail.sender, _name(tracks, new))


def _woken(tracks: Tracks) -> Iterator[Found]:
    """A message to somebody after a year of silence."""
    for trail in tracks.trails:
        if not _is_letter(trail):
            continue
        (who,) = trail.parties
        before = tracks.before(who, trail.at)
        if before and trail.at - before[-1].at >= SILENT_FOR:
            came = int(tracks.wrote_back(who, trail.at, CAME_WITHIN) > 0)
            yield Found(trail.key, reconnect_arm(tracks.near(who)), trail.at, came, who)


def _followed(tracks: Tracks) -> Iterator[Found]:
    """A message to somebody met for the first time a few days before."""
    for trail in tracks.trails:
        if not _is_letter(trail):
            continue
        (who,) = trail.parties
        before = tracks.before(who, trail.at)
        met = before and all(one.kind is TraceKind.MEETING for one in before)
        if met and trail.at - before[0].at <= FOLLOWED_WITHIN:
            came = int(tracks.wrote_back(who, trail.at) > 0)
            yield Found(trail.key, Arm.FOLLOW_UP, trail.at, came, who)


def _pitches(tracks: Tracks) -> Iterator[Found]:
    """A first message to a stranger, answered by more than a line if it came to something."""
    for trail in tracks.trails:
        if _is_letter(trail) and not trail.answers:
            (who,) = trail.parties
            if not tracks.before(who, trail.at) and tracks.near(who) < CLOSE_ENOUGH:
                came = int(tracks.wrote_back(who, trail.at, CAME_WITHIN) > 1)
                yield Found(trail.key, Arm.PITCH, trail.at, came, who)


def _events(tracks: Tracks) -> Iterator[Found]:
    """Calendar entries with many people, or called like a gathering."""
    titles = Counter(fold(trail.title) for trail in tracks.trails if trail.kind is TraceKind.MEETING)
    seen: set[str] = set()
    for trail in tracks.trails:
        title = fold(trail.title)
        if trail.kind is not TraceKind.MEETING or not title or titles[title] >= TOO_OFTEN:
            continue
        kind = kind_in(trail.title)
        if trail.size >= MANY or kind is not GatheringKind.MEETUP or _sounds_social(title):
            arm = visit_arm(trail.size or None, kind, again=title in seen)
            new = [who for who in trail.parties if not tracks.before(who, trail.at)]
            came = sum(tracks.wrote_back(who, trail.at, CAME_WITHIN) > 0 for who in new)
            yield Found(trail.key, arm, trail.at, came, None, trail.title, trail.minutes or 0)
        seen.add(title)


def _is_letter(trail: Trail) -> bool:
    """From me to one person."""
    return trail.kind is TraceKind.MAIL and trail.from_me and len(trail.parties) == 1 == trail.size


def _is_talk(trail: Trail) -> bool:
    return trail.kind is TraceKind.MEETING and trail.size == 1


def _sounds_social(title: str) -> bool:
    words: Sequence[str] = title.split()
    return any(word in words for word in EVENT_WORDS)


def _name(tracks: Tracks, who: int) -> str:
    return tracks.people[who].name if who in tracks.people else ""
