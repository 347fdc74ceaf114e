"""What the list of people and the page of one person show."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Q

from rapport.db.queries import (
    asks,
    followups,
    giving,
    interaction_rows,
    introductions,
    notes,
    origins,
    people_lists,
    person_page,
    pitches,
)
from rapport.db.queries.asks import AskRow
from rapport.db.queries.followups import FollowUpRow
from rapport.db.queries.giving import HelpRow, NeedRow, OfferRow
from rapport.db.queries.interaction_rows import InteractionRow, Part
from rapport.db.queries.introductions import IntroductionRow
from rapport.db.queries.notes import NoteRow
from rapport.db.queries.origins import Link
from rapport.db.queries.people_lists import Facets, PeopleFilter, PersonRow, Sort
from rapport.db.queries.person_page import ContactPointRow, PersonFacts
from rapport.db.queries.pitches import PitchRow
from rapport.db.queries.values import Named, Paging
from rapport.domain.ties import due_on

__all__ = [
    "AskRow",
    "ContactPointRow",
    "Entry",
    "EntryKind",
    "Facets",
    "FollowUpRow",
    "HelpRow",
    "InteractionRow",
    "IntroductionRow",
    "Link",
    "Named",
    "NeedRow",
    "NoteRow",
    "OfferRow",
    "Paging",
    "Part",
    "PeopleFilter",
    "PeoplePage",
    "PersonFacts",
    "PersonPage",
    "PersonRow",
    "PitchRow",
    "Sort",
    "facets",
    "listing",
    "read",
]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    rows: tuple[PersonRow, ...]
    paging: Paging
    wanted: PeopleFilter


class EntryKind(StrEnum):
    """What an entry of the thread is about; says which row `Entry.row` is."""

    INTERACTION = "interaction"
    ASK = "ask"
    INTRODUCTION = "introduction"
    PITCH = "pitch"
    HELP = "help"
    NEED = "need"
    OFFER = "offer"
    NOTE = "note"
    FOLLOW_UP = "follow_up"


AnyRow = (
    InteractionRow
    | AskRow
    | IntroductionRow
    | PitchRow
    | HelpRow
    | NeedRow
    | OfferRow
    | NoteRow
    | FollowUpRow
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated thing between me and a person."""

    on: date
    kind: EntryKind
    row: AnyRow
    part: Part | None = None  # of an interaction: this person's part, with the ruling


@dataclass(frozen=True, slots=True)
class PersonPage:
    person: PersonFacts
    thread: tuple[Entry, ...]  # newest first
    chain: tuple[Link, ...]  # how they came to me: the nearest step first
    brought: tuple[Named, ...]  # who came through them
    needs: tuple[NeedRow, ...]  # not met yet
    offers: tuple[OfferRow, ...]
    promises: tuple[HelpRow, ...]  # not kept yet, mine and theirs
    follow_ups: tuple[FollowUpRow, ...]  # open
    due_on: date | None  # by the cadence


def listing(owner_id: UUID, wanted: PeopleFilter | None = None, *, page: int = 1) -> PeoplePage:
    """People, 50 a page. Three queries."""
    wanted = wanted or PeopleFilter()
    rows, paging = people_lists.listing(owner_id, wanted, page)
    return PeoplePage(rows, paging, wanted)


def facets(owner_id: UUID) -> Facets:
    """Tags and cities there are."""
    return people_lists.facets(owner_id)


def read(owner_id: UUID, person_id: UUID) -> PersonPage:
    """Everything about one person. Raises LookupError."""
    person = person_page.one(owner_id, person_id)
    if person is None:
        raise LookupError(str(person_id))
    theirs = Q(person_id=person_id)
    helps, needs = giving.helps(owner_id, theirs), giving.needs(owner_id, theirs)
    offers, steps = giving.offers(owner_id, theirs), followups.rows(owner_id, theirs)
    chain, brought = origins.around(owner_id, person_id)
    entries = _dealings(owner_id, person_id)
    entries += [Entry(help_.on, EntryKind.HELP, help_) for help_ in helps]
    entries += [Entry(need.on, EntryKind.NEED, need) for need in needs]
    entries += [Entry(offer.on, EntryKind.OFFER, offer) for offer in offers]
    entries += [Entry(step.made_on, EntryKind.FOLLOW_UP, step) for step in steps]
    return PersonPage(
        person=person,
        thread=_newest_first(entries),
        chain=chain,
        brought=brought,
        needs=tuple(need for need in needs if need.met_on is None),
        offers=tuple(offers),
        promises=tuple(help_ for help_ in helps if help_.is_open),
        follow_ups=tuple(step for step in steps if step.done_on is None and step.dropped_on is None),
        due_on=due_on(person.cadence_days, person.last_on),
    )


def _dealings(owner_id: UUID, person_id: UUID) -> list[Entry]:
    entries = [
        Entry(row.on, EntryKind.INTERACTION, row, row.part_of(person_id))
        for row in interaction_rows.with_person(owner_id, person_id)
    ]
    entries += [Entry(ask.on, EntryKind.ASK, ask) for ask in asks.of_person(owner_id, person_id)]
    entries += [
        Entry(made.on, EntryKind.INTRODUCTION, made) for made in introductions.of_person(owner_id, person_id)
    ]
    entries += [
        Entry(pitch.stage_on, EntryKind.PITCH, pitch)
        for pitch in pitches.of_person(owner_id, person_id)
        if pitch.stage_on
    ]
    entries += [Entry(note.on, EntryKind.NOTE, note) for note in notes.rows(owner_id, Q(person_id=person_id))]
    return entries


def _newest_first(entries: list[Entry]) -> tuple[Entry, ...]:
    kinds = {kind: rank for rank, kind in enumerate(EntryKind)}
    ordered = sorted(entries, key=lambda entry: (kinds[entry.kind], str(entry.row.id)))
    return tuple(sorted(ordered, key=lambda entry: entry.on, reverse=True))
