"""Letters to start from: what each is for, and how its places are filled."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from rapport.domain.values import dataclass


class LetterKind(StrEnum):
    """What a letter is for."""

    ASK = "ask"  # could you introduce me to …?
    REMIND_ASK = "remind_ask"
    BLURB = "blurb"  # the lines others may forward
    AGREE = "agree"  # yes, please introduce us
    NO_THANKS = "no_thanks"  # rather not, said kindly
    OPT_IN = "opt_in"  # would you like to meet …?
    NOT_NOW = "not_now"  # the other side said no, and is not named
    CONNECT = "connect"  # the two of you, meet
    GREET = "greet"  # to whom I was introduced
    DID_IT_HAPPEN = "did_it_happen"
    THANKS = "thanks"  # for introducing us
    PITCH = "pitch"
    NUDGE_PITCH = "nudge_pitch"
    RECONNECT = "reconnect"
    FOLLOW_UP = "follow_up"  # to someone met
    NEXT_STEP = "next_step"  # what I said I would do
    KEEP_PROMISE = "keep_promise"


class Place(StrEnum):
    """What can be filled into a letter, written {first}."""

    FIRST = "first"  # first name of whom it goes to
    NAME = "name"  # their whole name
    ME = "me"  # my name
    ABOUT = "about"  # two lines about me that others may forward
    TARGET = "target"  # whom I would like to meet
    ORGANISATION = "organisation"
    OTHER = "other"  # the one they could meet, with the whole name
    OTHER_FIRST = "other_first"
    WHY = "why"  # one sentence
    DETAIL = "detail"  # what it is about, where we met


_ALL = (Place.FIRST, Place.NAME, Place.ME)
_TWO = (*_ALL, Place.OTHER, Place.OTHER_FIRST)
PLACES: Final[Mapping[LetterKind, tuple[Place, ...]]] = {
    LetterKind.ASK: (*_ALL, Place.TARGET, Place.ORGANISATION, Place.WHY, Place.ABOUT),
    LetterKind.REMIND_ASK: (*_ALL, Place.TARGET, Place.ORGANISATION),
    LetterKind.BLURB: (Place.ME, Place.ABOUT, Place.TARGET, Place.ORGANISATION),
    LetterKind.AGREE: (*_TWO, Place.ABOUT),
    LetterKind.NO_THANKS: _TWO,
    LetterKind.OPT_IN: (*_TWO, Place.WHY),
    LetterKind.NOT_NOW: _TWO,
    LetterKind.CONNECT: (*_TWO, Place.WHY),
    LetterKind.GREET: (*_TWO, Place.WHY),
    LetterKind.DID_IT_HAPPEN: _TWO,
    LetterKind.THANKS: _TWO,
    LetterKind.PITCH: (*_ALL, Place.ORGANISATION, Place.WHY, Place.ABOUT),
    LetterKind.NUDGE_PITCH: (*_ALL, Place.ORGANISATION),
    LetterKind.RECONNECT: (*_ALL, Place.DETAIL),
    LetterKind.FOLLOW_UP: (*_ALL, Place.DETAIL),
    LetterKind.NEXT_STEP: (*_ALL, Place.DETAIL),
    LetterKind.KEEP_PROMISE: (*_ALL, Place.DETAIL),
}
LANGUAGES: Final = ("en", "fr")  # what the product has words in
MISSING: Final = "…"  # stands where a value is still to be written

_PLACE = re.compile(r"\{([a-z_]+)\}")
_PIECE = re.compile(r"\[([^\[\]]*)\]|\{([a-z_]+)\}")
_GAP = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Words:
    """A letter with its places still open."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Own:
    """The user's own words in one language, for the kinds they have written some."""

    language: str
    words: Mapping[LetterKind, Words]


@dataclass(frozen=True, slots=True)
class Letter:
    """Ready to be read over and sent."""

    subject: str
    body: str
    email: str = ""  # where it could go, several with commas; "" when no address is known


def fill(kind: LetterKind, words: Words, values: Mapping[str, str], email: str = "") -> Letter:
    """The letter with its places filled, in one pass: what stands in a value is never read as a place.

    A piece [in brackets] goes when a place in it has no value; elsewhere such a place becomes "…". A place
    that this kind of letter does not know stays as it is typed, and so do brackets without a place.
    """
    known = {str(place): "" for place in PLACES[kind]} | {name: said.strip() for name, said in values.items()}
    subject = " ".join(_filled(words.subject, known).split())
    body = _filled(words.body.replace("\r\n", "\n"), known)
    return Letter(subject, _GAP.sub("\n\n", body).strip(), email)


def unknown_places(kind: LetterKind, words: Words) -> tuple[str, ...]:
    """Names in braces that will stay as they are typed."""
    known = {str(place) for place in PLACES[kind]}
    named = _PLACE.findall(f"{words.subject}\n{words.body}")
    return tuple(dict.fromkeys(name for name in named if name not in known))


def _filled(text: str, values: Mapping[str, str]) -> str:
    def one(found: re.Match[str]) -> str:
        piece, name = found.groups()
        if name is not None:
            return (values[name] or MISSING) if name in values else found[0]
        places = _PLACE.findall(piece)
        if not places or any(place not in values for place in places):
            return _filled_places(found[0], values)
        return _filled_places(piece, values) if all(values[place] for place in places) else ""

    return _PIECE.sub(one, text)


def _filled_places(text: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda found: values.get(found[1], found[0]) or MISSING, text)
