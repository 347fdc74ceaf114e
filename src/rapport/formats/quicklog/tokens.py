"""A line cut into words, numbers, marks, quoted stretches and tags, each with its place in the text."""

import re
from enum import Enum, auto
from typing import NamedTuple
from unicodedata import category

from rapport.domain.text import fold

_ELIDED = frozenset({"d", "l", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu"})
_APOSTROPHES = "'’‘ʼ"
_OPENERS = ("«", "“", '"', "@")
_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“"}
_QUOTED_MAX = 80  # characters; a longer stretch is prose, not a name
_NUMBER_MAX = 9  # digits; longer is a code, not a count
# Bounded so that a long line without @ stays linear.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,500}|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,100}\w")


_PLAIN = re.compile("[A-Za-z]+")


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    NUMBER = auto()
    MARK = auto()  # punctuation, emoji, anything else
    QUOTED = auto()
    TAG = auto()
    BREAK = auto()  # end of line
    ADDRESS = auto()


class Token(NamedTuple):
    """One piece of the line; `start` and `end` are offsets in the text as typed."""

    text: str
    fold: str
    start: int
    end: int
    kind: Kind

    @property
    def is_capital(self) -> bool:
        """Begins like a name: with a capital, or in a script that has none."""
        first = self.text[0]
        return self.kind is Kind.WORD and (first.isupper() or first.istitle() or self.is_caseless)

    @property
    def is_caseless(self) -> bool:
        """Written in a script without capitals."""
        return category(self.text[0]) == "Lo"


def tokenise(text: str) -> list[Token]:
    """Every token of the text, in order; only white space is left out."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char == "\n":
            tokens.append(Token(char, char, at, at + 1, Kind.BREAK))
        elif not char.isspace():
            _append(tokens, text, at)
        else:
            at += 1
            continue
        at = tokens[-1].end
    return tokens


def _append(tokens: list[Token], text: str, at: int) -> None:
    char = text[at]
    address = _ADDRESS.match(text, at) if char.isascii() and char.isalnum() else None
    if address:
        _add(tokens, text, at, address.end(), Kind.ADDRESS)
    elif _is_letter(char):
        after_number = bool(tokens) and tokens[-1].kind is Kind.NUMBER and tokens[-1].end == at
        _add_word(tokens, text, at, _word_end(text, at, digits=not after_number))
    elif char.isdecimal():
        _add(tokens, text, at, _number_end(text, at), Kind.NUMBER)
    elif char == "#" and (tag_end := _tag_end(text, at)):
        _add(tokens, text, at, tag_end, Kind.TAG)
    elif char in _QUOTES and (quote_end := _quote_end(text, at)):
        _add(tokens, text, at, quote_end, Kind.QUOTED)
    else:
        _add(tokens, text, at, at + 1, Kind.MARK)


def _add(tokens: list[Token], text: str, start: int, end: int, kind: Kind) -> None:
    piece = text[start:end]
    tokens.append(Token(piece, fold(piece) or piece, start, end, kind))


def _add_word(tokens: list[Token], text: str, start: int, end: int) -> None:
    """A word, cut after an elided article ("l'", "d'") and before a possessive ("'s")."""
    for place in range(start + 1, min(end, start + 8)):
        if text[place] in _APOSTROPHES:
            both_capital = text[start].isupper() and text[place + 1].isupper() and place == start + 1
            if fold(text[start:place]) in _ELIDED and not both_capital:
                _add(tokens, text, start, place + 1, Kind.WORD)
                start = place + 1
            break
    if (
        text[end : end + 1] in tuple(_APOSTROPHES)
        and fold(text[start:end]) in _ELIDED
        and text[end + 1 : end + 2] in _OPENERS
    ):
        end += 1  # "l'« Apéro Code »", "d'@Ana"
    if end - start > 2 and text[end - 2] in _APOSTROPHES and text[end - 1] in "sS":
        _add(tokens, text, start, end - 2, Kind.WORD)
        _add(tokens, text, end - 2, end, Kind.WORD)
    else:
        _add(tokens, text, start, end, Kind.WORD)


def _word_end(text: str, at: int, *, digits: bool) -> int:
    while at < len(text):
        if plain := _PLAIN.match(text, at):  # most words are nothing else
            at = plain.end()
            continue
        char = text[at]
        inside = _is_letter(char) or (digits and char.isdecimal())
        joins = char in "-‐‑" or char in _APOSTROPHES
        if not inside and not (joins and at + 1 < len(text) and _is_letter(text[at + 1])):
            break
        at += 1
    return at


def _number_end(text: str, at: int) -> int:
    end = at
    while end < len(text) and text[end].isdecimal():
        end += 1
    return end


def _tag_end(text: str, at: int) -> int | None:
    if at and not (text[at - 1].isspace() or text[at - 1] in "(,;"):
        return None
    end = at + 1
    while end < len(text) and (_is_letter(text[end]) or text[end].isdecimal() or text[end] in "-_"):
        end += 1
    while text[end - 1] in "-_":
        end -= 1
    has_letter = any(_is_letter(char) for char in text[at + 1 : end])
    return end if has_letter else None


def _quote_end(text: str, at: int) -> int | None:
    closing = text.find(_QUOTES[text[at]], at + 1, at + _QUOTED_MAX)
    inner = text[at + 1 : closing] if closing > 0 else ""
    return closing + 1 if inner.strip() and "\n" not in inner else None


def _is_letter(char: str) -> bool:
    return char.isalpha() or (not char.isascii() and (category(char)[0] == "M" or char in "\u200c\u200d"))


def number(token: Token) -> int | None:
    """The value of a number token of sensible length."""
    return int(token.text) if token.kind is Kind.NUMBER and len(token.text) <= _NUMBER_MAX else None
