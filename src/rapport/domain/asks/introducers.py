"""Who could introduce me: how close they are, what speaks for their knowing somebody, how ready they are.

Fit f: what they themselves are and whom they know, each lead as likely as its acquaintances and as fitting
as the one it leads to: f = 1 - (1 - own) * product of (1 - probability * fit) over their best leads,
a lead of two steps by half, since one more must be willing.
For a kind of person, who brought somebody before knows people to bring: that adds to f.

Readiness (COACH.md §3.1): R = 1/2 [1 - (1 - c^3)(1 - f^3)] + 1/2 c f, times 1/2 where they were asked
before, times 3/2 where I helped them in the last 60 days. It says who jumps to help: a close friend, or an
obvious fit. To one certain person only those lead who know them, however close others are: there people
stand in the order of c f, the likelihood of the whole path.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from rapport.domain.asks.asks import may_ask_on
from rapport.domain.asks.chances import Band, band_of
from rapport.domain.values import dataclass

OWN = 0.8  # of a fit: somebody of that kind knows others of it ("no-brainer" in COACH.md §3.1)
UNKNOWN = 0.1  # fit of somebody about whom nothing is known (COACH.md §3.1)
EACH_BROUGHT = 0.15  # what each person who came through them adds to it
MOST_BROUGHT = 4
SECOND_STEP = 0.5  # that somebody asked on my behalf asks on (judgement)
LEADS = 5  # the best, each to another person
HELPED_WITHIN = timedelta(days=60)
HELPED, ASKED_BEFORE = 1.5, 0.5


class Ground(StrEnum):
    """What speaks for asking somebody."""

    FITS = "fits"  # they are what is wanted
    KNOWS = "knows"  # somebody who is
    THROUGH = "through"  # somebody who knows somebody who is
    BROUGHT = "brought"  # people, before


@dataclass(frozen=True, slots=True)
class Lead:
    """Somebody they know who is the one, or fits; through `via` where it is two steps."""

    target: UUID
    probability: float  # of the acquaintances on the way
    fit: float = 1.0
    via: UUID | None = None

    @property
    def worth(self) -> float:
        """Of two steps the one between must be willing too."""
        return self.probability * self.fit * (1.0 if self.via is None else SECOND_STEP)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of my people, and what could speak for asking them."""

    id: UUID
    closeness: float
    own: float = 0.0  # how well they fit themselves
    leads: tuple[Lead, ...] = ()
    brought: float = 0.0  # people who came to me through them; through those in turn, each a half
    asked_on: tuple[date, ...] = ()
    helped_on: date | None = None  # by me, the last time


@dataclass(frozen=True, slots=True)
class Introducer:
    """Somebody to ask, with what put them where they stand."""

    candidate: Candidate
    fit: float
    readiness: float
    band: Band
    again_on: date | None  # may be asked from then on; None: any day

    @property
    def id(self) -> UUID:
        return self.candidate.id

    @property
    def last_asked(self) -> date | None:
        return max(self.candidate.asked_on, default=None)


def best_leads(leads: Iterable[Lead]) -> tuple[Lead, ...]:
    """One for each person they lead to, the worthiest first."""
    found: dict[UUID, Lead] = {}
    for lead in sorted(leads, key=lambda lead: (-lead.worth, lead.via is not None, str(lead.target))):
        found.setdefault(lead.target, lead)
    return tuple(list(found.values())[:LEADS])


def fit_of(candidate: Candidate, *, is_certain: bool) -> float:
    """How likely they lead to the one who is wanted; `is_certain`: one person, or one organisation."""
    stranger = 1 - OWN * candidate.own
    for lead in best_leads(candidate.leads):
        stranger *= 1 - lead.worth
    if not is_certain:
        stranger *= (1 - UNKNOWN) * (1 - EACH_BROUGHT) ** min(candidate.brought, MOST_BROUGHT)
    return 1 - stranger


def readiness(closeness: float, fit: float, *, was_asked: bool = False, was_helped: bool = False) -> float:
    """R of COACH.md §3.1, from 0 to 1."""
    either = 1 - (1 - closeness**3) * (1 - fit**3)
    found = 0.5 * either + 0.5 * closeness * fit
    found *= (ASKED_BEFORE if was_asked else 1.0) * (HELPED if was_helped else 1.0)
    return min(1.0, found)


def rank(candidates: Iterable[Candidate], today: date, *, is_certain: bool) -> list[Introducer]:
    """The best to ask first; whoever cannot be asked again yet keeps their place, with the day."""
    found = [_introducer(each, today, is_certain=is_certain) for each in candidates]
    return sorted(found, key=lambda one: (-_order(one, is_certain=is_certain), str(one.id)))


def usual_band(closeness: float) -> Band:
    """Of somebody of whom only closeness is known: how earlier asks are counted."""
    return band_of(readiness(closeness, UNKNOWN))


def _introducer(candidate: Candidate, today: date, *, is_certain: bool) -> Introducer:
    fit = fit_of(candidate, is_certain=is_certain)
    helped = candidate.helped_on is not None and today - HELPED_WITHIN <= candidate.helped_on <= today
    ready = readiness(candidate.closeness, fit, was_asked=bool(candidate.asked_on), was_helped=helped)
    again = may_ask_on(candidate.asked_on)
    return Introducer(candidate, fit, ready, band_of(ready), again if again and again > today else None)


def _order(one: Introducer, *, is_certain: bool) -> float:
    return one.candidate.closeness * one.fit if is_certain else one.readiness
