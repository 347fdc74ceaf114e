"""The letter a card of Today begins with."""

from collections.abc import Mapping
from typing import Final

from rapport.domain.asks.letters import Letter, LetterKind, Own, Place
from rapport.domain.coach.cards import Candidate, Kind
from rapport.wording.letters import first, write

LETTERS: Final[Mapping[Kind, LetterKind]] = {
    Kind.FOLLOW_UP: LetterKind.NEXT_STEP,
    Kind.FOLLOW_UP_HELLO: LetterKind.FOLLOW_UP,
    Kind.KEEP_PROMISE: LetterKind.KEEP_PROMISE,
    Kind.REMIND_ASK: LetterKind.REMIND_ASK,
    Kind.NUDGE_PITCH: LetterKind.NUDGE_PITCH,
    Kind.ASK: LetterKind.ASK,
    Kind.PITCH: LetterKind.PITCH,
    Kind.RECONNECT: LetterKind.RECONNECT,
}
TO_ORGANISATIONS: Final = frozenset({Kind.PITCH, Kind.NUDGE_PITCH})
ABOUT_WHOM: Final = frozenset({Kind.ASK, Kind.REMIND_ASK})  # their detail says who is sought


def letter(card: Candidate, me: str, about: str, own: Own) -> Letter | None:
    """The draft for a card; None where there is nothing to write."""
    kind = LETTERS.get(card.kind)
    if kind is None or not card.subject:
        return None
    values: dict[str, str] = {Place.ME: me, Place.ABOUT: about}
    if card.kind in TO_ORGANISATIONS:
        values |= {Place.ORGANISATION: card.subject}
    else:
        values |= {Place.NAME: card.subject, Place.FIRST: first(card.subject)}
    if card.kind is not Kind.RECONNECT:  # what was noted of them last is for me, and stands on the card
        values[Place.TARGET if card.kind in ABOUT_WHOM else Place.DETAIL] = card.detail
    return write(kind, values, own, card.email)
