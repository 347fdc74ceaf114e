"""Corrections written: into the bin, out of it, put right; each by the verb of its noun, all in one batch."""

from uuid import UUID

from rapport.db.models import (
    Ask,
    FollowUp,
    Gathering,
    Help,
    Interaction,
    Introduction,
    Need,
    Note,
    Offer,
    Opportunity,
    Participant,
    Pitch,
)
from rapport.domain.asks.introductions import Step
from rapport.domain.gatherings.gatherings import Attendance, GatheringKind
from rapport.domain.interactions.interactions import Channel, Direction, Participation
from rapport.domain.nouns import Noun
from rapport.domain.quicklog.quicklog import Amend, Bin, Restore
from rapport.services import rows
from rapport.services.asks import asks, introductions
from rapport.services.gatherings import gatherings
from rapport.services.giving import giving
from rapport.services.interactions import followups, interactions, notes
from rapport.services.journal.journal import within
from rapport.services.keeping import bin as binned
from rapport.services.people import people
from rapport.services.pitches import opportunities, pitches
from rapport.services.quicklog.scribe import Scribe


def write(scribe: Scribe, said: Bin | Restore | Amend) -> None:
    """What the line says about one row. Raises LookupError when it is gone, Invalid when it cannot be."""
    pk = scribe.picked.get(said.ref.key)
    target = next((each for each in said.ref.targets if each.id == pk), None)
    if target is None:
        return  # left out
    book = scribe.book
    if target.noun is Noun.INTERACTION:
        scribe.interactions.append(target.id)
        scribe.touched |= _there(scribe, target.id)
    with within(book):
        if isinstance(said, Bin):
            binned.discard(book.owner_id, target.noun, target.id, at=book.batch.at)
        elif isinstance(said, Restore):
            binned.restore(book.owner_id, target.noun, target.id, at=book.batch.at)
        else:
            _AMEND[target.noun](scribe, target.id, said)


def _there(scribe: Scribe, pk: UUID) -> set[UUID]:
    there = Participant.objects.of(scribe.book.owner_id).filter(interaction_id=pk)
    return set(there.values_list("person_id", flat=True))


def _amend_interaction(scribe: Scribe, pk: UUID, new: Amend) -> None:
    owner_id = scribe.book.owner_id
    row = rows.live(Interaction, owner_id, pk)
    channel = new.channel or Channel(row.channel)
    became_live = new.channel is not None and new.channel.is_live
    on = new.day or row.on
    where = scribe.place(new.gathering, on, Attendance.WENT) if new.gathering else row.gathering_id
    draft = interactions.Draft(
        on=on,
        people=_participations(scribe, pk, new),
        channel=channel,
        direction=Direction.MUTUAL if became_live else Direction(row.direction),
        minutes=row.minutes if new.minutes is None else new.minutes,
        gathering_id=where,
        others=row.others if new.others is None else new.others,
        lost_touch=row.lost_touch if new.lost_touch is None else new.lost_touch,
        substance=row.substance if new.substance is None else new.substance,
        note=row.note,
        tags=tuple(row.tags.split()),
    )
    interactions.edit(owner_id, pk, draft, at=scribe.book.batch.at)
    scribe.touched |= _there(scribe, pk)


def _participations(scribe: Scribe, pk: UUID, new: Amend) -> tuple[Participation, ...]:
    """Who was there, and whoever is added; what is said of one weighs more than what is said of all."""
    there = Participant.objects.of(scribe.book.owner_id).filter(
        interaction_id=pk, person__binned_at__isnull=True
    )
    memorable = {
        person_id: before if new.memorable is None else new.memorable
        for person_id, before in there.order_by("id").values_list("person_id", "memorable")
    }
    for met in new.people:
        if person_id := scribe.who(met.name):
            said = new.memorable if met.memorable is None else met.memorable
            memorable[person_id] = memorable.get(person_id) if said is None else said
    return tuple(Participation(person_id, said) for person_id, said in memorable.items())


def _amend_person(scribe: Scribe, pk: UUID, new: Amend) -> None:
    people.rename(scribe.book, pk, new.name)


def _amend_pitch(scribe: Scribe, pk: UUID, new: Amend) -> None:
    row = rows.live(Pitch, scribe.book.owner_id, pk)
    draft = pitches.Draft(new.name, row.person_id, row.why, row.fright, row.hopeful)
    pitches.edit(scribe.book.owner_id, pk, draft, at=scribe.book.batch.at)


def _amend_gathering(scribe: Scribe, pk: UUID, new: Amend) -> None:
    row = rows.live(Gathering, scribe.book.owner_id, pk)
    draft = gatherings.Draft(
        name=new.name or row.name,
        on=row.on,
        attendance=Attendance(row.attendance),
        starts_at=new.starts_at or row.starts_at,
        size=row.size if new.size is None else new.size,
        kind=GatheringKind(row.kind),
        place=row.place,
        found_how=row.found_how,
        invited_by=row.invited_by_id,
        stretch=row.stretch,
        note=row.note,
        series_id=row.series_id,
    )
    gatherings.edit(scribe.book.owner_id, pk, draft, at=scribe.book.batch.at)


def _amend_ask(scribe: Scribe, pk: UUID, new: Amend) -> None:
    row = rows.live(Ask, scribe.book.owner_id, pk)
    asks.edit(scribe.book.owner_id, pk, asks.Draft(row.person_id, row.on, new.about), at=scribe.book.batch.at)


def _reword_help(scribe: Scribe, pk: UUID, new: Amend) -> None:
    row = rows.live(Help, scribe.book.owner_id, pk)
    draft = giving.HelpDraft(row.person_id, new.about, row.by_me, row.promised_on, row.due_on, row.given_on)
    giving.edit_help(scribe.book.owner_id, pk, draft, at=scribe.book.batch.at)


def _reword_need(scribe: Scribe, pk: UUID, new: Amend) -> None:
    row = rows.live(Need, scribe.book.owner_id, pk)
    draft = giving.NeedDraft(new.about, row.on, row.person_id, row.met_on)
    giving.edit_need(scribe.book.owner_id, pk, draft, at=scribe.book.batch.at)


def _reword_offer(scribe: Scribe, pk: UUID, new: Amend) -> None:
    row = rows.live(Offer, scribe.book.owner_id, pk)
    draft = giving.OfferDraft(new.about, row.on, row.person_id)
    giving.edit_offer(scribe.book.owner_id, pk, draft, at=scribe.book.batch.at)


def _reword_follow_up(scribe: Scribe, pk: UUID, new: Amend) -> None:
    row = rows.live(FollowUp, scribe.book.owner_id, pk)
    draft = followups.Draft(row.due_on, row.made_on, row.person_id, new.about)
    followups.edit(scribe.book.owner_id, pk, draft, at=scribe.book.batch.at)


def _reword_opportunity(scribe: Scribe, pk: UUID, new: Amend) -> None:
    row = rows.live(Opportunity, scribe.book.owner_id, pk)
    draft = opportunities.Draft(new.about, row.on, row.person_id, row.gathering_id, row.pitch_id, row.note)
    opportunities.edit(scribe.book.owner_id, pk, draft, at=scribe.book.batch.at)


def _reword_introduction(scribe: Scribe, pk: UUID, new: Amend) -> None:
    row = rows.live(Introduction, scribe.book.owner_id, pk)
    draft = introductions.Draft(
        row.person_id,
        row.on,
        row.introducer_id,
        row.other_id,
        Step(row.step),
        row.ask_id,
        new.about,
        row.need_id,
        row.offer_id,
    )
    introductions.edit(scribe.book.owner_id, pk, draft, at=scribe.book.batch.at)


def _reword_note(scribe: Scribe, pk: UUID, new: Amend) -> None:
    row = rows.live(Note, scribe.book.owner_id, pk)
    draft = notes.Draft(row.on, new.about, tuple(row.tags.split()), row.person_id)
    notes.edit(scribe.book.owner_id, pk, draft, at=scribe.book.batch.at)


_AMEND = {
    Noun.INTERACTION: _amend_interaction,
    Noun.PERSON: _amend_person,
    Noun.PITCH: _amend_pitch,
    Noun.GATHERING: _amend_gathering,
    Noun.ASK: _amend_ask,
    Noun.HELP: _reword_help,
    Noun.NEED: _reword_need,
    Noun.OFFER: _reword_offer,
    Noun.FOLLOW_UP: _reword_follow_up,
    Noun.OPPORTUNITY: _reword_opportunity,
    Noun.NOTE: _reword_note,
    Noun.INTRODUCTION: _reword_introduction,
}
