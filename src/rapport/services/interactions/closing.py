"""Closing next steps in the batch of what showed that they are done, and opening them with it again."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Q

from rapport.db.models import FollowUp, Interaction, Participant, Trace
from rapport.db.queries.followups import OPEN
from rapport.domain.history.tallies import FEW
from rapport.domain.imports.imports import TraceKind
from rapport.domain.interactions.closing import (
    Closing,
    Contact,
    Medium,
    Standing,
    closed_by_itself,
    contact_of,
    kept_by,
)
from rapport.domain.interactions.followups import Evidence
from rapport.domain.interactions.followups import FollowUp as Step
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.pitches.pitches import Stage
from rapport.services.journal.journal import Journal

Contacts = Mapping[UUID, list[Contact]]


def after_interaction(book: Journal, row: Interaction, people: Collection[UUID]) -> None:
    """Steps with these people that this interaction fulfils."""
    contact = contact_of(row.on, Channel(row.channel), Direction(row.direction))
    _close(book, Q(person_id__in=list(people)), {person: [contact] for person in people})


def after_traces(book: Journal, people: Collection[UUID]) -> None:
    """Steps with these people that mail of mine or a meeting fulfils, as imports tell."""
    waiting: Any = FollowUp.objects.of(book.owner_id).live()
    waiting = waiting.filter(OPEN, kept_open=False, person__isnull=False).values_list("person_id", "made_on")
    since: dict[UUID, date] = {}
    for person, made_on in waiting:
        if person in people:
            since[person] = min(made_on, since.get(person, made_on))
    if since:
        traced = _traced(book.owner_id, since, min(since.values()))
        _close(book, Q(person_id__in=list(since)), traced)


def after_help(book: Journal, person_id: UUID, what: str, on: date) -> None:
    """A step that was about this very help is done with it."""
    for row in _open(book.owner_id, Q(person_id=person_id, made_on__lte=on)):
        if kept_by(step_of(row), what):
            book.change(row, done_on=on, closed_by=Evidence.HELP)


def after_pitch(book: Journal, person_id: UUID | None, stage: Stage, on: date) -> None:
    """Steps with whom the pitch was written to."""
    if person_id and stage.is_waiting:
        contact = Contact(on, Evidence.PITCH)
        _close(book, Q(person_id=person_id), {person_id: [contact]})


def reopen(book: Journal, row: Interaction) -> None:
    """The interaction goes: steps that it closed are open again, unless something else shows them done."""
    there = Participant.objects.of(book.owner_id).filter(interaction_id=row.pk)
    steps: Any = FollowUp.objects.of(book.owner_id).live()
    closed = steps.filter(
        person_id__in=there.values("person_id"), done_on=row.on, closed_by=Evidence.INTERACTION
    )
    opened = {step.pk: step for step in closed}
    for step in opened.values():
        book.change(step, done_on=None, closed_by="")
    if opened:
        since = {step.person_id: step.made_on for step in opened.values()}
        _close(book, Q(pk__in=list(opened)), _contacts(book.owner_id, since, but=row.pk))


def likely(owner_id: UUID, steps: Collection[Step], names: Mapping[UUID, str]) -> dict[UUID, Closing]:
    """Open steps, and the contact since that may have been each of them. Two queries."""
    asked: dict[UUID, date] = {}
    for step in steps:
        if step.person_id and step.is_open:
            asked[step.person_id] = min(step.made_on, asked.get(step.person_id, step.made_on))
    if not asked:
        return {}
    contacts = _contacts(owner_id, asked)
    closings = {
        step.id: closed_by_itself(step, contacts.get(step.person_id, ()), [names.get(step.person_id, "")])
        for step in steps
        if step.person_id
    }
    return {pk: closing for pk, closing in closings.items() if closing}


def step_of(row: FollowUp) -> Step:
    return Step(
        row.pk, row.due_on, row.made_on, row.person_id, row.what, row.done_on, row.dropped_on, row.kept_open
    )


def _open(owner_id: UUID, where: Q) -> Any:
    rows: Any = FollowUp.objects.of(owner_id).live()
    return rows.filter(OPEN, where).select_related("person")


def _close(book: Journal, where: Q, contacts: Contacts) -> None:
    for row in _open(book.owner_id, where):
        closing = closed_by_itself(step_of(row), contacts.get(row.person_id, ()), [row.person.name])
        if closing and closing.standing is Standing.DONE:
            book.change(row, done_on=closing.by.on, closed_by=closing.by.evidence)


def _contacts(owner_id: UUID, people: Mapping[UUID, date], but: UUID | None = None) -> Contacts:
    """All that was logged with these people, or traced, since the earliest of these days. Two queries."""
    since = min(people.values())
    contacts: defaultdict[UUID, list[Contact]] = defaultdict(list)
    told = Participant.objects.of(owner_id).filter(
        person_id__in=list(people), interaction__binned_at__isnull=True, interaction__on__gt=since
    )
    if but:
        told = told.exclude(interaction_id=but)
    columns = ("person_id", "interaction__on", "interaction__channel", "interaction__direction")
    for person, on, channel, direction in told.values_list(*columns):
        contacts[person].append(contact_of(on, Channel(channel), Direction(direction)))
    for person, found in _traced(owner_id, people, since).items():
        contacts[person] += found
    return contacts


def _traced(owner_id: UUID, people: Collection[UUID], since: date) -> dict[UUID, list[Contact]]:
    """Mail of mine and meetings of a few, after that day."""
    found: defaultdict[UUID, list[Contact]] = defaultdict(list)
    traces = Trace.objects.of(owner_id).filter(
        Q(from_me=True) | Q(kind=TraceKind.MEETING),
        parties__address__person_id__in=list(people),
        at__gte=datetime.combine(since, time.min, UTC),
        is_bulk=False,
        size__lte=FEW,
    )
    for person, at, kind in traces.values_list("parties__address__person_id", "at", "kind").distinct():
        if person in people:
            is_met = kind == TraceKind.MEETING
            evidence = Evidence.MEETING if is_met else Evidence.MESSAGE
            found[person].append(Contact(at.date(), evidence, True, Medium.MEET if is_met else Medium.ANY))
    return found
