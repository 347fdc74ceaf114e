"""What the coach is given for one day: what was tried, what could be done, what the user asked for."""

from datetime import date
from random import Random
from typing import Final
from uuid import UUID

from rapport.db.queries import owners
from rapport.db.queries import today as queries
from rapport.domain.challenge.challenge import Challenge
from rapport.domain.coach.coach import Candidate, History, Settings, Weighed, weigh
from rapport.domain.coach.credit import circle, visit_arm
from rapport.domain.coach.open_things import Ahead, Open
from rapport.domain.coach.proposals import AHEAD, propose
from rapport.domain.gatherings.gatherings import kind_in
from rapport.domain.values import dataclass
from rapport.services.challenge import challenge as challenges
from rapport.services.coach import coaching, learned
from rapport.services.coach.coaching import CoachingRow
from rapport.services.gatherings import fits as gathering_fits
from rapport.services.gatherings import yields as gathering_yields
from rapport.services.gatherings.fits import Coming

MOST_AHEAD: Final = 12  # gatherings to come that stand for choice: the best


@dataclass(frozen=True, slots=True)
class Day:
    """All that a plan is made of; asking it again gives the same answer."""

    owner_id: UUID
    today: date
    challenge: Challenge | None
    told: CoachingRow
    history: History
    open: Open
    settings: Settings
    energy: int | None  # said, or checked in today
    minutes: int | None
    candidates: tuple[Candidate, ...]

    def weigh(self) -> Weighed:
        """The plan, and why nothing else is on it."""
        return weigh(
            self.history, self.candidates, self.settings, self.today, self.energy, self.minutes, self._luck()
        )

    def _luck(self) -> Random:
        """The same on the same day."""
        return Random(f"{self.owner_id}:{self.today}")


def gather(owner_id: UUID, today: date, energy: int | None = None, minutes: int | None = None) -> Day:
    """A fixed number of queries, whatever there is."""
    weekly_minutes, rest, nudge_after = owners.spare_time(owner_id)
    challenge = challenges.current(owner_id, today)
    told = coaching.read(owner_id)
    is_running = challenge is not None and today in challenge
    off = coaching.holidays(owner_id, today, told, own_rest=is_running)
    pitches = queries.pitches(owner_id)
    history = queries.history(owner_id, today, learned.tries(owner_id, today), pitches)
    felt = next((c for c in history.checkins if c.on == today), None)
    said = energy if energy is not None else felt.energy if felt else None
    open_ = queries.open_things(
        owner_id,
        challenge,
        today,
        rest,
        nudge_after,
        pitches=pitches,
        ahead=ahead(owner_id, today),
        holidays=off,
    )
    settings = Settings(
        weekly_minutes,
        challenge,
        rest,
        flat_until=told.flat_until,
        holidays=off,
        priors=dict(told.guesses),
    )
    candidates = tuple(propose(open_, today, said))
    return Day(owner_id, today, challenge, told, history, open_, settings, said, minutes, candidates)


def ahead(owner_id: UUID, today: date) -> tuple[Ahead, ...]:
    """Gatherings of the next days to say yes to, and dates of series that gave, the best fit first."""
    until, found = today + AHEAD, []
    visited = {visit.key for visit in gathering_fits.visited(owner_id)}
    planned: set[str] = set()
    if queries.is_any_ahead(owner_id, today):
        coming = gathering_fits.coming(owner_id, today)
        found = [one for one in _announced(coming, visited) if today <= one.on <= until]
        planned = {fit.gathering.key for fit in coming.maybe}
    if visited:
        found += [one for key, one in _again(owner_id, today) if one.on <= until and key not in planned]
    first: dict[UUID, Ahead] = {}
    for one in sorted(found, key=lambda each: (-each.fit, each.on, str(each.id))):
        first.setdefault(one.series_id or one.id, one)  # a series comes up once
    return tuple(list(first.values())[:MOST_AHEAD])


def _announced(coming: Coming, visited: set[str]) -> list[Ahead]:
    """Those said maybe to, and those a feed announces."""
    maybe = [
        Ahead(
            one.gathering.id,
            one.gathering.name,
            one.gathering.on,
            visit_arm(one.gathering.size, one.gathering.kind, again=one.gathering.key in visited),
            one.fit.score / (1 + one.fit.score),
            _circle(one.gathering.key, one.gathering.series.id if one.gathering.series else None, visited),
        )
        for one in coming.maybe
        if not one.is_cancelled
    ]
    worth = [
        Ahead(
            one.listing.id,
            one.listing.name,
            one.listing.on,
            visit_arm(one.listing.size, kind_in(one.listing.name), again=one.listing.key in visited),
            one.fit.score / (1 + one.fit.score),
            _circle(one.listing.key, None, visited),
        )
        for one in coming.worth
    ]
    return [*maybe, *worth]


def _again(owner_id: UUID, today: date) -> list[tuple[str, Ahead]]:
    """The next date of each series that gave, where none is planned."""
    return [
        (
            one.key,
            Ahead(
                one.series_id,
                one.name,
                one.on,
                visit_arm(None, kind_in(one.name), again=True),
                one.per_hour / (1 + one.per_hour),
                circle(one.key, one.series_id),
            ),
        )
        for one in gathering_yields.coming_again(owner_id, today)
    ]


def _circle(key: str, series_id: UUID | None, visited: set[str]) -> UUID | None:
    return circle(key, series_id) if key in visited else None
