"""What came of each try: connections, days or weeks later, credited to the last thing done that led there.

A connection is credited once. Whom I met through an introduction counts for the ask behind it, or for the
reminder if that came in between, or for help given to the introducer if nobody was asked. A hello that became
a connection counts for the follow-up; one made on the spot counts for the gathering. What is a connection is
the referee's word alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, NamedTuple
from uuid import NAMESPACE_OID, UUID, uuid5

from rapport.domain.asks.asks import Answer, Ask
from rapport.domain.asks.chances import Band
from rapport.domain.asks.chances import band_of as band
from rapport.domain.asks.introducers import usual_band
from rapport.domain.challenge.referee import Verdict
from rapport.domain.gatherings.gatherings import GatheringKind, SizeBand, band_of
from rapport.domain.gatherings.yields import Visit
from rapport.domain.learning.arms import Arm, reconnect_arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.pitches.pitches import CAME_OF_IT, Pitch, Stage
from rapport.domain.values import dataclass

ASK_LEADS_FOR: Final = timedelta(days=60)  # an introduction this long after an ask came of it (judgement)
HELP_LEADS_FOR: Final = timedelta(days=60)  # COACH.md §3.1: help counts for so long
HELLO_COOLS: Final = timedelta(days=14)  # a second encounter later than that is no follow-up (judgement)
WOKEN_WITHIN: Final = timedelta(days=60)  # an old tie may take so long to answer (judgement)
SAME_TRY: Final = timedelta(days=3)  # a card ticked and the message logged for it are one try
OVER: Final = timedelta(days=90)  # nothing more is awaited of anything

ASK_ARMS: Final = {Band.HIGH: Arm.ASK_HIGH, Band.MIDDLE: Arm.ASK_MIDDLE, Band.LOW: Arm.ASK_LOW}
SIZE_ARMS: Final[Mapping[SizeBand | None, Arm]] = {
    SizeBand.FEW: Arm.SMALL,
    SizeBand.SMALL: Arm.MIDDLE,
    SizeBand.LARGE: Arm.LARGE,
    SizeBand.CONFERENCE: Arm.CONFERENCE,
    None: Arm.MIDDLE,  # nobody said how large: as the guess for it stands between
}
NOT_CROWDED: Final = (SizeBand.FEW, SizeBand.SMALL, None)  # what one returns to as to a circle


class Asked(NamedTuple):
    ask: Ask
    closeness: float  # of who was asked


class Brought(NamedTuple):
    """Somebody introduced to me."""

    person_id: UUID
    by: UUID
    on: date | None  # None: nobody wrote it down
    ask_id: UUID | None = None


class Judged(NamedTuple):
    """One encounter with somebody who was new or long silent, as the referee read it."""

    person_id: UUID
    on: date
    verdict: Verdict
    from_me: bool  # I wrote, or we both took part
    at_gathering: bool
    dormant: bool  # the tie had fallen silent before
    closeness: float = 0.0


class Gave(NamedTuple):
    """Help given, or two people brought together."""

    id: UUID
    on: date
    people: tuple[UUID, ...]


class Ticked(NamedTuple):
    """A card of Today that was done."""

    key: str
    on: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Past:
    """All that was done, and all that the referee counted."""

    today: date
    asks: tuple[Asked, ...] = ()
    brought: tuple[Brought, ...] = ()
    judged: tuple[Judged, ...] = ()  # in date order
    gave: tuple[Gave, ...] = ()
    pitches: tuple[Pitch, ...] = ()
    visits: tuple[Visit, ...] = ()
    hours: Mapping[UUID, int] | None = None  # of gatherings
    series: Mapping[UUID, UUID] | None = None  # of gatherings
    ticked: tuple[Ticked, ...] = ()
    energy: Mapping[date, int] | None = None  # of check-ins


def attempts(past: Past) -> tuple[Attempt, ...]:
    """Every try, the earliest first, with what came of it so far."""
    found = [
        *_asks(past),
        *_hellos(past),
        *_woken(past),
        *_pitches(past),
        *_visits(past),
    ]
    return tuple(sorted((_dressed(one, past) for one in found), key=lambda one: (one.on, one.key)))


def visit_arm(size: int | None, kind: GatheringKind, *, again: bool) -> Arm:
    """Of a gathering; `again`: one has been there before."""
    band = band_of(size, kind)
    return Arm.SERIES if again and band in NOT_CROWDED else SIZE_ARMS[band]


def ready_arm(readiness: float) -> Arm:
    """Of an ask, by how ready they are."""
    return ASK_ARMS[band(readiness)]


def circle(key: str, series_id: UUID | None = None) -> UUID:
    """What the dates of one series, or of one name, are known by."""
    return series_id or uuid5(NAMESPACE_OID, key)


def ask_arm(closeness: float) -> Arm:
    """Of somebody of whom only closeness is known."""
    return ASK_ARMS[usual_band(closeness)]


def _asks(past: Past) -> Iterator[Attempt]:
    """Asks, their reminders, and help given: one of them brought whoever was introduced to me."""
    came: dict[str, int] = defaultdict(int)
    first = _first(past.judged, Verdict.CONNECTION)
    for brought in past.brought:
        met_on = first.get(brought.person_id)
        if met_on and (cause := _cause(brought, brought.on or met_on, past)):
            came[cause] += 1
    for ask, closeness in past.asks:
        settled = not ask.answer.is_open and ask.answer is not Answer.INTRODUCED
        who = ask.person_id
        yield Attempt(
            ask_arm(closeness), ask.on, came[f"ask:{ask.id}"], settled, f"ask:{who}", subject_id=who
        )
        if ask.reminded_on:
            key = f"remind_ask:{ask.id}"
            yield Attempt(Arm.NUDGE, ask.reminded_on, came[key], settled, key, subject_id=who)
    for one in past.gave:
        key = f"give:{one.id}"
        yield Attempt(Arm.GIVE, one.on, came[key], False, key, subject_id=one.people[0])


def _cause(brought: Brought, on: date, past: Past) -> str | None:
    """The key of the try that led to this introduction; None: it came unasked."""
    of_them = [ask for ask, _ in past.asks if ask.person_id == brought.by and ask.on <= on]
    asked = next((ask for ask, _ in past.asks if ask.id == brought.ask_id), None)
    asked = asked or max(
        (ask for ask in of_them if on - ask.on <= ASK_LEADS_FOR), key=lambda a: a.on, default=None
    )
    if asked:
        reminded = asked.reminded_on is not None and asked.reminded_on <= on
        return f"remind_ask:{asked.id}" if reminded else f"ask:{asked.id}"
    helped = [
        one for one in past.gave if brought.by in one.people and one.on <= on <= one.on + HELP_LEADS_FOR
    ]
    last = max(helped, key=lambda one: one.on, default=None)
    return f"give:{last.id}" if last else None


def _hellos(past: Past) -> Iterator[Attempt]:
    """Whoever was met in passing and written to soon after: did it become a connection?"""
    hellos, connected = _first(past.judged, Verdict.HELLO), _first(past.judged, Verdict.CONNECTION)
    followed: dict[UUID, date] = {}
    for one in past.judged:
        met_on = hellos.get(one.person_id)
        if met_on and met_on < one.on <= met_on + HELLO_COOLS and one.from_me and not one.at_gathering:
            followed.setdefault(one.person_id, one.on)
    for person, on in _on_cards(past.ticked, "follow_up_hello"):
        followed[person] = min(on, followed.get(person, on))
    for person, on in followed.items():
        connected_on = connected.get(person)
        came = int(connected_on is not None and connected_on >= on)
        yield Attempt(
            Arm.FOLLOW_UP, on, came, bool(came), f"follow_up_hello:{person}", subject_id=person
        )  # fmt: skip


def _woken(past: Past) -> Iterator[Attempt]:
    """Old ties written to again; each silence is one try, however often one wrote in it."""
    tries: dict[UUID, list[Judged]] = defaultdict(list)
    for one in past.judged:
        if one.dormant and one.from_me and not one.at_gathering:
            tries[one.person_id].append(one)
    on_cards: dict[UUID, list[date]] = defaultdict(list)
    for person, on in _on_cards(past.ticked, "reconnect"):
        on_cards[person].append(on)
    woken = {(one.person_id, one.on) for one in past.judged if one.verdict is Verdict.REKINDLED}
    for person in tries.keys() | on_cards.keys():
        near = max((one.closeness for one in tries[person]), default=0.0)
        days = sorted({one.on for one in tries[person]} | set(on_cards[person]))
        came_on = [on for who, on in woken if who == person]
        for on in _apart(days, WOKEN_WITHIN):
            came = int(any(on <= day <= on + WOKEN_WITHIN for day in came_on))
            key = f"reconnect:{person}"
            yield Attempt(reconnect_arm(near), on, came, bool(came), key, subject_id=person)


def _pitches(past: Past) -> Iterator[Attempt]:
    """A pitch counts when it led to a call; if a nudge came in between, the nudge led there."""
    for pitch in past.pitches:
        if pitch.sent_on is None:
            continue
        nudged = [step.on for step in pitch.steps if step.stage is Stage.FOLLOWED_UP]
        call = min((step.on for step in pitch.steps if step.stage in CAME_OF_IT), default=None)
        behind = [on for on in nudged if call and on <= call]
        settled = pitch.stage.is_closed or call is not None
        came = int(call is not None and not behind)
        yield Attempt(Arm.PITCH, pitch.sent_on, came, settled, f"pitch:{pitch.id}", subject_id=pitch.id)
        for on in nudged:
            came = int(bool(behind) and on == behind[-1])
            yield Attempt(Arm.NUDGE, on, came, settled, f"nudge_pitch:{pitch.id}", subject_id=pitch.id)


def _visits(past: Past) -> Iterator[Attempt]:
    """Only those of which something was told."""
    seen: set[str] = set()
    for visit in sorted(past.visits, key=lambda one: (one.on, one.name)):
        arm = visit_arm(visit.size, visit.kind, again=visit.key in seen)
        seen.add(visit.key)
        yield Attempt(
            arm,
            visit.on,
            visit.memorable,
            True,
            f"go_to_gathering:{visit.id}",
            visit.minutes or 0,
            subject_id=circle(visit.key, (past.series or {}).get(visit.id)),
            hour=(past.hours or {}).get(visit.id),
        )


def _dressed(one: Attempt, past: Past) -> Attempt:
    """With the minutes its card was given, how the next days felt, and settled once long past."""
    minutes = one.minutes or next(
        (t.minutes for t in past.ticked if t.key == one.key and abs(t.on - one.on) <= SAME_TRY), 0
    )
    energy = past.energy or {}
    after = next((energy[day] for n in (1, 2) if (day := one.on + timedelta(days=n)) in energy), None)
    settled = one.settled or past.today - one.on > OVER
    return replace(one, minutes=minutes, energy_after=after, settled=settled)


def _first(judged: Iterable[Judged], verdict: Verdict) -> dict[UUID, date]:
    """The first day each person was ruled so."""
    found: dict[UUID, date] = {}
    for one in judged:
        if one.verdict is verdict:
            found[one.person_id] = min(one.on, found.get(one.person_id, one.on))
    return found


def _on_cards(ticked: Iterable[Ticked], kind: str) -> Iterator[tuple[UUID, date]]:
    """People of whom such a card was done."""
    for one in ticked:
        name, _, subject = one.key.partition(":")
        if name == kind and subject:
            yield UUID(subject), one.on


def _apart(days: Iterable[date], gap: timedelta) -> Iterator[date]:
    """The first of each run of days closer to each other than that."""
    last: date | None = None
    for day in sorted(days):
        if last is None or day - last > gap:
            yield day
            last = day
