"""A month made from data (tests/months.py), lived in the store up to a day, and judged as any other."""

from datetime import date
from uuid import UUID

from rapport.db import models
from rapport.domain.text import fold
from rapport.services.challenge import rulings
from rapport.services.people import search_index
from tests.months import AMonth

CLOSE = 0.6  # from there on the user would say that they are close


def live(owner_id: UUID, month: AMonth, until: date) -> None:
    """Everything up to that day, with the ids the month gave."""
    facts = month.facts()
    for person in facts.people.values():
        told = "close" if month.closeness.get(person.id, 0.0) >= CLOSE else ""
        models.Person.objects.create(
            owner_id=owner_id,
            id=person.id,
            name=person.name,
            folded=fold(person.name),
            known_before=person.known_before,
            told=told,
        )
    for person in facts.people.values():
        models.Person.objects.filter(pk=person.id).update(introduced_by=person.introduced_by)
    _gatherings(owner_id, month, until)
    _exchanges(owner_id, month, until)
    _asks(owner_id, month, until)
    for pitch in month.pitches:
        row = models.Pitch.objects.create(
            owner_id=owner_id,
            id=pitch.id,
            organisation=pitch.organisation,
            folded=fold(pitch.organisation),
            fright=pitch.fright,
            hopeful=pitch.hopeful,
        )
        for step in pitch.steps:
            if step.on <= until:
                models.PitchStep.objects.create(owner_id=owner_id, pitch=row, on=step.on, stage=step.stage)
    for one in month.checkins:
        if one.on <= until:
            models.CheckIn.objects.create(
                owner_id=owner_id, on=one.on, energy=one.energy, pressure=one.pressure
            )
    rulings.rebuild(owner_id, until)
    rulings.weigh_all(owner_id, until)
    search_index.refresh_all(owner_id)


def _gatherings(owner_id: UUID, month: AMonth, until: date) -> None:
    for one in month.gatherings:
        if one.on > until:
            continue
        if one.series_id:
            models.Series.objects.create(
                owner_id=owner_id, id=one.series_id, name=one.name, folded=fold(one.name)
            )
        models.Gathering.objects.create(
            owner_id=owner_id,
            id=one.id,
            name=one.name,
            folded=fold(one.name),
            on=one.on,
            size=one.size,
            kind=one.kind,
            attendance=one.attendance,
            series_id=one.series_id,
            invited_by_id=one.invited_by,
        )


def _exchanges(owner_id: UUID, month: AMonth, until: date) -> None:
    for one in month.interactions:
        if one.on > until:
            continue
        row = models.Interaction.objects.create(
            owner_id=owner_id,
            id=one.id,
            on=one.on,
            channel=one.channel,
            direction=one.direction,
            minutes=one.minutes,
            gathering_id=one.gathering_id,
            others=one.others,
        )
        for part in one.people:
            models.Participant.objects.create(
                owner_id=owner_id, interaction=row, person_id=part.person_id, memorable=part.memorable
            )


def _asks(owner_id: UUID, month: AMonth, until: date) -> None:
    for ask in month.asks:
        if ask.on > until:
            continue
        row = models.Ask.objects.create(owner_id=owner_id, id=ask.id, on=ask.on, person_id=ask.person_id)
        for on, answer in ask.answers:
            if on <= until:
                models.AskAnswer.objects.create(owner_id=owner_id, ask=row, on=on, answer=answer)
    for one in month.introductions:
        if one.on <= until:
            models.Introduction.objects.create(
                owner_id=owner_id,
                id=one.id,
                on=one.on,
                person_id=one.person_id,
                introducer_id=one.introducer_id,
                step=one.step,
                ask_id=one.ask_id,
            )
