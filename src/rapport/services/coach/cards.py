"""Answering a card of Today: the answer is kept, and a card that is done becomes the fact it speaks of."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from rapport.db.models import (
    Action,
    Ask,
    FollowUp,
    Gathering,
    Help,
    Listing,
    Need,
    Person,
    Pitch,
    PitchStep,
    Series,
)  # fmt: skip
from rapport.domain.coach.coach import Kind, Reply
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.gatherings.listings import ListingReply
from rapport.domain.interactions.interactions import Channel, Direction, Participation
from rapport.domain.pitches.pitches import Stage
from rapport.domain.ways import Way
from rapport.services import rows
from rapport.services.asks import asks
from rapport.services.gatherings import listings
from rapport.services.gatherings import yields as gathering_yields
from rapport.services.giving import giving
from rapport.services.interactions import interactions
from rapport.services.journal.journal import Journal, Verb, journal, within


def reply(owner_id: UUID, key: str, answer: Reply, *, on: date, way: Way, minutes: int, at: datetime) -> UUID:
    """Keep the answer; the batch, for undo. Raises LookupError when the card's subject is gone."""
    with journal(owner_id, Verb.CARD, at=at, subject=key) as book:
        row = Action.objects.of(owner_id).filter(on=on, key=key[:100]).first()
        if answer is Reply.DONE and (row is None or row.reply != Reply.DONE):
            _happened(book, key, on)
        if row is None:
            book.add(Action(on=on, key=key[:100], way=way, reply=answer, minutes=minutes))
        else:
            book.change(row, reply=answer, minutes=minutes)
        batch_id: UUID = book.batch.pk
    return batch_id


def _happened(book: Journal, key: str, on: date) -> None:
    """Write down what doing this card means; cards without a subject wait for a line that names it."""
    kind, _, subject = key.partition(":")
    if not subject:
        return
    pk = UUID(subject)
    match Kind(kind):
        case Kind.FOLLOW_UP:
            book.change(_row(book, FollowUp, pk), done_on=on)
        case Kind.KEEP_PROMISE:
            book.change(_row(book, Help, pk), given_on=on)
        case Kind.REMIND_ASK:
            book.change(_row(book, Ask, pk), reminded_on=on)
        case Kind.NUDGE_PITCH:
            book.add(PitchStep(pitch=_row(book, Pitch, pk), on=on, stage=Stage.FOLLOWED_UP))
        case Kind.PITCH:
            book.add(PitchStep(pitch=_row(book, Pitch, pk), on=on, stage=Stage.SENT))
        case Kind.ASK:
            asks.record(book, _row(book, Person, pk).pk, on)
        case Kind.GO_TO_GATHERING | Kind.FIND_GATHERING:
            _said_yes(book, pk, on)
        case Kind.GIVE:
            need = _row(book, Need, pk)
            if need.person_id:
                giving.record_help(book, need.person_id, need.what, on, by_me=True)
            book.change(need, met_on=on)
        case Kind.FOLLOW_UP_HELLO | Kind.ANSWER | Kind.RECONNECT:
            _wrote(book, _row(book, Person, pk).pk, on)
        case _:
            pass


def _said_yes(book: Journal, pk: UUID, on: date) -> None:
    """To a gathering, to what a feed announces, or to the next date of a series that gave."""
    if Series.objects.of(book.owner_id).live().filter(pk=pk).exists():
        gave = gathering_yields.yields_of(book.owner_id, pk, on)
        if gave is not None and gave.next_on is not None:
            with within(book):
                gathering_yields.go_regularly(
                    book.owner_id, pk, gave.rhythm_days, gave.next_on, at=book.batch.at
                )
        return
    if Listing.objects.of(book.owner_id).filter(pk=pk).exists():
        with within(book):
            pk = listings.reply(book.owner_id, pk, ListingReply.GOING, at=book.batch.at).id
    gathering = _row(book, Gathering, pk)
    if gathering.on > on:  # before the day, one has only got ready, or said yes
        came = Attendance.GOING if gathering.attendance == Attendance.MAYBE else gathering.attendance
        book.change(gathering, attendance=came)
    else:
        book.change(gathering, attendance=Attendance.WENT)


def _wrote(book: Journal, person_id: UUID, on: date) -> None:
    draft = interactions.Draft(
        on=on,
        people=(Participation(person_id),),
        channel=Channel.MESSAGE,
        direction=Direction.OUTBOUND,
    )
    interactions.record(book, draft)


def _row(book: Journal, model: Any, pk: UUID) -> Any:
    return rows.live(model, book.owner_id, pk)
