"""Everything that happened in a stretch of days, as values: what the retrospective and the pictures read."""

from datetime import date
from uuid import UUID

from rapport.domain.asks.asks import Ask
from rapport.domain.asks.introductions import Introduction
from rapport.domain.challenge.challenge import Challenge
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.challenge.referee import Ruling
from rapport.domain.gatherings.gatherings import Gathering
from rapport.domain.giving.giving import Help, Need, Offer
from rapport.domain.interactions.followups import FollowUp
from rapport.domain.interactions.interactions import Interaction
from rapport.domain.people.people import Person
from rapport.domain.pitches.opportunities import Opportunity
from rapport.domain.pitches.pitches import Pitch
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Judged:
    """One ruling, and what it is about."""

    interaction_id: UUID
    person_id: UUID
    on: date
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Reflection:
    """A note kept as written."""

    id: UUID
    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The challenge, its days, and all that leads to them; `people` holds everybody named in the rest.

    Interactions and introductions from before the challenge are there too (they tell who is close and who
    came through whom); rulings are those of this challenge only.
    """

    challenge: Challenge
    today: date
    people: dict[UUID, Person]
    closeness: dict[UUID, float]  # 0 stranger … 1, as of the first day; missing: no history
    interactions: tuple[Interaction, ...] = ()
    judged: tuple[Judged, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    asks: tuple[Ask, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    pitches: tuple[Pitch, ...] = ()
    helps: tuple[Help, ...] = ()
    needs: tuple[Need, ...] = ()
    offers: tuple[Offer, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    checkins: tuple[CheckIn, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    assumed: frozenset[UUID] = frozenset()  # ids of facts that are marked as assumed
