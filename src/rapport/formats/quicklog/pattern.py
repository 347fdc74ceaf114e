"""The small language the lexicons write their sentences in, compiled.

one|another     any of these words          [maybe this]     optional
(this | that)   alternatives                <people>         a slot; <to:people> names it "to"
{set}           a set of the lexicon        word~            the word and its e, s, es endings
*               any adjectives              $                the end of the clause
"""

import re
from functools import cache
from typing import NamedTuple

from rapport.domain.text import fold
from rapport.formats.quicklog.tokens import tokenise

_PIECE = re.compile(r"\s*(\[|\]|\(|\)|<[a-z_:]+>|\*|\$|[^\s\[\]()<>]+)")
_ENDINGS = ("", "e", "s", "es")
POSSESSIVE = "'s"  # alone: of the name before it, "Ana's"; among others it is short for "is"
HERE = "here"  # a slot that reads nothing: it remembers the place


class Words(NamedTuple):
    """One word out of a set."""

    words: frozenset[str]


class Slot(NamedTuple):
    """A place where something is read: people, a date, the rest of the clause."""

    name: str
    kind: str


class Choice(NamedTuple):
    """One of several sequences; with `maybe`, or none of them."""

    options: tuple["Sequence", ...]
    maybe: bool


class Adjectives(NamedTuple):
    """Any number of adjectives; remembers those that say how deep the exchange was."""

    words: frozenset[str]


class End(NamedTuple):
    """The end of the clause; reads nothing."""


Element = Words | Slot | Choice | Adjectives | End
Sequence = tuple[Element, ...]


class Caught(NamedTuple):
    """What a slot read, and the tokens it stands on."""

    name: str
    value: object
    start: int
    end: int


class Match(NamedTuple):
    """A pattern found: where it ends, what its slots hold, how many plain words it explained."""

    start: int
    end: int
    caught: tuple[Caught, ...] = ()
    words: int = 0


def compile_pattern(source: str, sets: dict[str, str], adjectives: frozenset[str]) -> Sequence:
    """A pattern as a sequence of elements."""
    if "{" in source:
        for name, members in sets.items():
            source = source.replace("{" + name + "}", members)
    pieces = _PIECE.findall(source)
    sequence, rest = _sequence(pieces, 0, Adjectives(adjectives))
    if rest != len(pieces):
        raise ValueError(source)
    return sequence


def _sequence(pieces: list[str], at: int, adjectives: Adjectives) -> tuple[Sequence, int]:
    found: list[Element] = []
    while at < len(pieces) and pieces[at] not in ("]", ")", "|"):
        piece = pieces[at]
        at += 1
        if piece in ("[", "("):
            choice, at = _choice(pieces, at, adjectives, maybe=piece == "[")
            found.append(choice)
        elif piece[0] == "<":
            name, _, kind = piece[1:-1].partition(":")
            found.append(Slot(name, kind or name))
        elif piece == "*":
            found.append(adjectives)
        elif piece == "$":
            found.append(End())
        else:
            found.extend(_words(piece))
    return tuple(found), at


def _choice(pieces: list[str], at: int, adjectives: Adjectives, *, maybe: bool) -> tuple[Choice, int]:
    options: list[Sequence] = []
    while True:
        option, at = _sequence(pieces, at, adjectives)
        options.append(option)
        at += 1
        if pieces[at - 1] != "|":
            return Choice(tuple(options), maybe), at


@cache
def _words(piece: str) -> Sequence:
    """Glued alternatives: one set of words, or sequences where one holds an elision ("j'ai")."""
    if piece == POSSESSIVE:
        return (Words(frozenset({piece})),)
    if piece.isascii() and piece.replace("|", "").isalpha():  # most: nothing to inflect or to cut
        return (Words(frozenset(piece.lower().split("|"))),)
    words = [word for part in piece.split("|") for word in _inflect(part)]
    spelled = [_spelled(word) for word in words]
    if all(len(tokens) == 1 for tokens in spelled):
        return (Words(frozenset(tokens[0] for tokens in spelled)),)
    options = tuple(tuple(Words(frozenset({token})) for token in tokens) for tokens in spelled)
    return options[0] if len(options) == 1 else (Choice(options, maybe=False),)


def _spelled(word: str) -> tuple[str, ...]:
    """The tokens of a word as a text would hold them; most words are one."""
    if word == POSSESSIVE or word.endswith("'") or word.replace("-", "").isalpha():
        return (word,)
    return tuple(token.fold for token in tokenise(word))


def _inflect(word: str) -> list[str]:
    word = fold(word)
    return [word[:-1] + ending for ending in _ENDINGS] if word.endswith("~") else [word]


def first_words(sequence: Sequence) -> tuple[frozenset[str], bool]:
    """The words a sequence may begin with, and whether it may begin with something else (a slot, nothing)."""
    words: frozenset[str] = frozenset()
    for element in sequence:
        if isinstance(element, Words):
            return words | element.words, False
        if isinstance(element, Adjectives):
            words |= element.words
            continue
        if isinstance(element, Slot) and element.kind == HERE:
            continue
        if not isinstance(element, Choice):
            return words, True
        open_ended = False
        for option in element.options:
            more, is_open = first_words(option)
            words |= more
            open_ended |= is_open
        if open_ended:
            return words, True
        if not element.maybe:
            return words, False
    return words, True
