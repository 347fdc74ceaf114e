"""What the list of people and the page of one person show."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from django.db.models import Q

from rapport.db.queries import (
    asks,
    followups,
    giving,
    history,
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
from rapport.db.queries.people_lists import Facets, PersonRow, Through
from rapport.db.queries.person_page import CameIn, ContactPointRow, PersonFacts
from rapport.db.queries.pitches import PitchRow
from rapport.db.queries.values import Named, Paging
from rapport.domain.giving.giving import Flow, flow
from rapport.domain.history.ties import Explanation, due_on, explain
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.people.search import terms
from rapport.domain.people_filters import PeopleFilter, Sort, is_everybody
from rapport.domain.values import dataclass
from rapport.services.interactions import followups as steps_taken
from rapport.services.interactions.followups import Likely
from rapport.services.people import search

__all__ = [
    "AskRow",
    "CameIn",
    "ContactPointRow",
    "Entry",
    "EntryKind",
    "Facets",
    "FollowUpRow",
    "HelpRow",
    "InteractionRow",
    "IntroductionRow",
    "Likely",
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
    "Rhythm",
    "Sort",
    "Through",
    "everyone",
    "facets",
    "listing",
    "read",
]

ANY_DAY: Final = date.max  # where no day matters


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
class Rhythm:
    """When to be in touch again, and since when that is counted."""

    due_on: date
    days: int
    last_on: date
    channel: Channel | None  # of the last contact; None where a mailbox or a calendar tells of it


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
    likely: tuple[Likely, ...]  # those of them that a contact since may have been
    flow: Flow  # which way help went
    due_on: date | None  # by the cadence
    rhythm: Rhythm | None  # what that is counted from
    history: Explanation | None  # what mailboxes and calendars tell
    came_in: CameIn  # what the files they came in from say


def listing(
    owner_id: UUID, wanted: PeopleFilter | None = None, *, page: int = 1, today: date = ANY_DAY
) -> PeoplePage:
    """People, 50 a page. Three queries; a few more where words are looked for.

    `today` is the day that filters by contact, closeness and what is due count from.
    """
    wanted = wanted or PeopleFilter()
    if not terms(wanted.search):
        asked = replace(wanted, search="") if wanted.search else wanted
        return PeoplePage(*people_lists.narrowed(owner_id, asked, page, today), wanted)
    if is_everybody(replace(wanted, search="")) and wanted.sort is None:
        people, paging = search.page(owner_id, wanted.search, page)
        return PeoplePage(*people_lists.these(owner_id, wanted, people, paging), wanted)
    searched = search.rows(owner_id, wanted.search)
    return PeoplePage(*people_lists.narrowed(owner_id, wanted, page, today, searched), wanted)


def everyone(owner_id: UUID, wanted: PeopleFilter, *, today: date) -> list[UUID]:
    """All that a filter lets through, by name."""
    searched = search.rows(owner_id, wanted.search) if wanted.search else None
    return people_lists.ids(owner_id, wanted, today, searched)


def facets(owner_id: UUID) -> Facets:
    """Tags, cities, origins and sources there are. Five queries."""
    return people_lists.facets(owner_id)


def read(owner_id: UUID, person_id: UUID, *, today: date = ANY_DAY) -> PersonPage:
    """Everything about one person; `today` is the day that their history is told on. Raises LookupError."""
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
    waiting = tuple(step for step in steps if step.done_on is None and step.dropped_on is None)
    return PersonPage(
        person=person,
        thread=_newest_first(entries),
        chain=chain,
        brought=brought,
        needs=tuple(need for need in needs if need.met_on is None),
        offers=tuple(offers),
        promises=tuple(help_ for help_ in helps if help_.is_open),
        follow_ups=waiting,
        likely=steps_taken.likely(owner_id, waiting),
        flow=flow((help_.fact for help_ in helps), today),
        due_on=due_on(person.cadence_days, person.last_on),
        rhythm=_rhythm(person, entries),
        history=_history(owner_id, person, today),
        came_in=person_page.came_in(owner_id, person_id),
    )


def _rhythm(person: PersonFacts, entries: list[Entry]) -> Rhythm | None:
    """Counted from the last real contact of any kind, wherever it is told."""
    due, last_on = due_on(person.cadence_days, person.last_on), person.last_on
    if due is None or last_on is None or person.cadence_days is None:
        return None
    last = (entry.row for entry in entries if entry.on == last_on and isinstance(entry.row, InteractionRow))
    real = (row.channel for row in last if _is_real(row))
    return Rhythm(due, person.cadence_days, last_on, next(real, None))


def _is_real(row: InteractionRow) -> bool:
    """They took part: as domain.history.ties.last_on counts."""
    return row.channel is Channel.IN_PERSON or row.direction is not Direction.OUTBOUND


def _history(owner_id: UUID, person: PersonFacts, today: date) -> Explanation | None:
    sums = history.sums(owner_id, [person.id]).get(person.id)
    return explain(sums, person.closeness, today) if sums else None


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
