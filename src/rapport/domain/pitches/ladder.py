"""The ladder of pitches from easy to scary, in the user's own order, and which of them to send this week."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from statistics import fmean
from uuid import UUID

from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.challenge.pace import smoothed_energy
from rapport.domain.interactions.followups import IsRest
from rapport.domain.pitches.pitches import FRIGHTENING, Pitch, Stage
from rapport.domain.values import dataclass

A_WEEK = 2  # pitches: one within reach, one that is scary
WEEK = 7  # days ahead that a batch is laid over
UNSAID = 3  # of 5: a fright nobody named stands in the middle
ENOUGH_ENERGY = 0.5  # of 1: below it, a week is eased and asks nothing scary (COACH.md §3.5)
GOOD_DAY = 3.5  # of 5: the mean energy of a weekday that can bear the scary one (judgement)
SEEN_OFTEN = 2  # check-ins on a weekday before it says anything
LOOK_BACK = timedelta(weeks=8)  # an older weekday was another life


class PickWhy(StrEnum):
    """Why this pitch, on this day."""

    DRAFTED = "drafted"  # it is written already
    EASIEST = "easiest"  # the lowest rung
    NEXT_RUNG = "next_rung"  # one further up
    GOOD_DAY = "good_day"  # scary, on a weekday with good energy
    SCARY = "scary"  # scary, and no weekday is known to be good


class Week(StrEnum):
    """What the days ahead can bear."""

    FULL = "full"
    LIGHT = "light"  # energy was low: one, and an easy one
    PLANNED = "planned"  # as many are planned already
    NO_DAY = "no_day"  # every day ahead is a rest day
    EMPTY = "empty"  # the ladder is


@dataclass(frozen=True, slots=True)
class Pick:
    """One pitch of the batch."""

    pitch_id: UUID
    on: date
    why: PickWhy
    energy: float | None = None  # of 5: usual on that weekday, where it was told


@dataclass(frozen=True, slots=True)
class Batch:
    """A proposal for the week ahead: in the order of days."""

    week: Week
    picks: tuple[Pick, ...] = ()


def in_order(pitches: Iterable[Pitch]) -> list[Pitch]:
    """From easy to scary: as the user ordered them; one not placed yet stands by its fright."""
    every = list(pitches)
    placed = sorted(
        (pitch for pitch in every if pitch.rung is not None),
        key=lambda pitch: (pitch.rung or 0, pitch.organisation, str(pitch.id)),
    )
    for pitch in sorted((pitch for pitch in every if pitch.rung is None), key=_by_fright):
        at = len(placed)
        while at and _fright(placed[at - 1]) > _fright(pitch):
            at -= 1
        placed.insert(at, pitch)
    return placed


def moved(pitches: Iterable[Pitch], pitch_id: UUID, by: int) -> tuple[UUID, ...]:
    """All in order, after one went past its unsent neighbour: -1 towards easy, 1 towards scary.

    Those sent keep their place, so that one can tell later what came of which rung.
    """
    order = in_order(pitches)
    ids = [pitch.id for pitch in order]
    unsent = [pitch.id for pitch in order if pitch.is_unsent]
    if pitch_id not in unsent:
        raise LookupError(str(pitch_id))
    at = unsent.index(pitch_id) + (1 if by > 0 else -1)
    if 0 <= at < len(unsent):
        ids.remove(pitch_id)
        ids.insert(ids.index(unsent[at]) + (1 if by > 0 else 0), pitch_id)
    return tuple(ids)


def propose_batch(
    pitches: Iterable[Pitch], checkins: Sequence[CheckIn], today: date, is_rest: IsRest
) -> Batch:
    """Two for the week ahead, less what is planned: an easy one first, the scary one on a good day."""
    ladder = [pitch for pitch in in_order(pitches) if pitch.is_unsent]
    until = today + timedelta(days=WEEK)
    planned = [p for p in ladder if p.planned_on and today <= p.planned_on < until]
    free = [pitch for pitch in ladder if pitch not in planned]
    if not free:
        return Batch(Week.PLANNED if planned else Week.EMPTY)
    light = smoothed_energy(checkins, today, _said_today(checkins, today)) < ENOUGH_ENERGY
    room = (1 if light else A_WEEK) - len(planned)
    if room <= 0:
        return Batch(Week.PLANNED)
    taken = {pitch.planned_on for pitch in planned}
    ahead = (today + timedelta(days=n) for n in range(WEEK))
    days = [day for day in ahead if not is_rest(day) and day not in taken]
    if not days:
        return Batch(Week.NO_DAY)
    chosen = [_first(free)]
    if room > 1 and not any(pitch.is_scary for pitch in (*planned, *chosen)):
        chosen += _further(free, chosen[0])
    return Batch(Week.LIGHT if light else Week.FULL, _laid_out(chosen, days, _usual(checkins, today)))


def _first(free: Sequence[Pitch]) -> Pitch:
    """What is written already, unless it is scary; else the lowest rung."""
    drafts = [pitch for pitch in free if pitch.stage is Stage.DRAFT and not pitch.is_scary]
    return drafts[0] if drafts else free[0]


def _further(free: Sequence[Pitch], first: Pitch) -> list[Pitch]:
    """The lowest scary one; where nothing is scary, the next rung."""
    others = [pitch for pitch in free if pitch is not first]
    scary = [pitch for pitch in others if pitch.is_scary]
    return (scary or others)[:1]


def _laid_out(chosen: Sequence[Pitch], days: Sequence[date], usual: dict[int, float]) -> tuple[Pick, ...]:
    """The first at once; the second on the day with most energy, or two days later."""
    first, *more = chosen
    on = {first.id: days[0]}
    if more and len(days) > 1:
        good = [day for day in days[1:] if usual.get(day.weekday(), 0.0) >= GOOD_DAY]
        later = days[min(2, len(days) - 1)]
        on[more[0].id] = max(good, key=lambda day: (usual[day.weekday()], -day.toordinal()), default=later)
    return tuple(
        Pick(
            pitch.id, on[pitch.id], _why(pitch, first, usual, on[pitch.id]), usual.get(on[pitch.id].weekday())
        )
        for pitch in chosen
        if pitch.id in on
    )


def _why(pitch: Pitch, first: Pitch, usual: dict[int, float], on: date) -> PickWhy:
    if pitch.is_scary and pitch is not first:
        return PickWhy.GOOD_DAY if usual.get(on.weekday(), 0.0) >= GOOD_DAY else PickWhy.SCARY
    if pitch.stage is Stage.DRAFT:
        return PickWhy.DRAFTED
    return PickWhy.EASIEST if pitch is first else PickWhy.NEXT_RUNG


def _usual(checkins: Sequence[CheckIn], today: date) -> dict[int, float]:
    """Mean energy by weekday (0 Monday), of those told often enough."""
    told: dict[int, list[int]] = {}
    for checkin in checkins:
        if checkin.energy is not None and today - LOOK_BACK <= checkin.on <= today:
            told.setdefault(checkin.on.weekday(), []).append(checkin.energy)
    return {weekday: fmean(values) for weekday, values in told.items() if len(values) >= SEEN_OFTEN}


def _said_today(checkins: Sequence[CheckIn], today: date) -> int | None:
    return next((checkin.energy for checkin in checkins if checkin.on == today), None)


def _fright(pitch: Pitch) -> int:
    if pitch.fright is not None:
        return pitch.fright
    return FRIGHTENING if pitch.feared else UNSAID


def _by_fright(pitch: Pitch) -> tuple[int, str, str]:
    return (_fright(pitch), pitch.organisation.casefold(), str(pitch.id))


def hardest(pitches: Iterable[Pitch]) -> tuple[int | None, date | None]:
    """The fright of the hardest one sent, and the last day on which one went beyond all before it."""
    sent = sorted((p.sent_on, p.fright) for p in pitches if p.sent_on and p.fright)
    most, beyond = None, None
    for on, fright in sent:
        if most is not None and fright > most:
            beyond = on
        most = max(fright, most or 0)
    return most, beyond
