"""Finding people as one types: what is indexed of a person, what a typed line looks for, who comes first."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from rapport.domain.text import fold

MOST_TERMS = 8  # words of a query: more narrow nothing down
LONGEST_TERM = 40  # characters
LONGEST_TEXT = 4_000  # characters of notes that are indexed for one person
STEPS = 200  # ranks between a stranger and the closest: finer differences are not told apart
_OWNER_BITS, _STEP_BITS, _PLACE_BITS = 19, 20, 24  # of a row's number, which fits 63 bits

_WORD = re.compile(r"[^\W_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_LETTERS = bytes(ord(chr(code).lower()) if chr(code).isalnum() and code < 128 else 32 for code in range(256))
_NOT_SIMPLE = b"\x01"
# Left to `re` to compile when they are first met: every command imports this file, and few meet them.
_CJK = r"([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])"
_NUMBER = r"\+?\(?\d[\d\s().\-/\u00a0\u202f]{3,}\d"
_NOT_DIGIT = re.compile(r"\D+")
_INNER = re.compile(r"(?<=\w)['’ʼ\-‐‑.](?=\w)")
_CODE = re.compile(
    r"[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]"
)  # ITU E.164; else three digits
# As Germans and Scandinavians write these without their keys: Mueller, Soeren, Aase.
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


def words(text: str) -> list[str]:
    """Folded words, each once; each Chinese, Japanese or Korean character is one."""
    return list(_words(text))


def _words(text: str) -> dict[str, None]:
    letters = _latin(text)
    if letters is None:
        text = _FOREIGN.sub(_plain, text)
        letters = _latin(text) if text.isascii() else None
    found = dict.fromkeys(_WORD.findall(text.lower()) if letters is None else letters.split())
    if len(text) > LONGEST_TERM and max(map(len, found), default=0) > LONGEST_TERM:
        found = dict.fromkeys([word[:LONGEST_TERM] for word in found])
    return found


def _latin(text: str) -> str | None:
    """Western text as small letters without accents, a space for all else; None where that is not simple."""
    if text.isascii():
        return text.encode().translate(_LETTERS).decode()
    try:
        letters = text.encode("latin-1").translate(_western())
    except UnicodeEncodeError:
        return None
    return None if _NOT_SIMPLE in letters else letters.decode("ascii")


@cache
def _western() -> bytes:
    """What each character of Latin-1 is in a word: one small letter, a space, or not simple (ß is two)."""
    upper = []
    for char in map(chr, range(0x80, 0x100)):
        folded = fold(char)
        is_letter = len(folded) == 1 and folded.isascii() and folded.isalnum()
        upper.append(ord(folded) if is_letter else _NOT_SIMPLE[0] if char.isalnum() else ord(" "))
    return _LETTERS[:0x80] + bytes(upper)


def _plain(found: re.Match[str]) -> str:
    return _spaced(found[0])


@lru_cache(maxsize=8192)  # mostly one letter with an accent
def _spaced(text: str) -> str:
    folded = fold(text)
    return folded if folded.isascii() else re.sub(_CJK, r" \1 ", folded)


def document(spellings: Iterable[str], texts: Iterable[str], phones: Iterable[str]) -> str:
    """What is indexed of one person: each word once, names first. `phones` are in E.164."""
    said: list[str] = []
    for spelling in spellings:
        said.append(spelling)
        if not spelling.isascii():
            small = spelling.lower()
            if (out := small.translate(_SPELLED_OUT)) != small:
                said.append(out)
        if (joined := _INNER.sub("", spelling)) != spelling:
            said.append(joined)  # O'Brien is obrien too
    said += [text[:LONGEST_TEXT] for text in texts if text]
    found = _words("\n".join(said))
    for phone in phones:
        found.update(dict.fromkeys(_numbers(phone)))
    return " ".join(found)


def _numbers(phone: str) -> list[str]:
    """A number with its country code, and as it is dialled at home."""
    is_whole = phone[:1] == "+"
    digits = phone[1:] if is_whole and phone[1:].isdecimal() else _NOT_DIGIT.sub("", phone)
    if not is_whole or len(digits) < 7:
        return [digits]
    code = _CODE.match(digits)
    home = digits[code.end() if code else 3 :]
    return [digits, home, f"0{home}"]


def terms(typed: str) -> tuple[str, ...]:
    """What a typed line looks for: the beginnings of words; a telephone number in any spacing is one."""
    numbers = [_NOT_DIGIT.sub("", number) for number in re.findall(_NUMBER, typed)]
    rest = re.sub(_NUMBER, " ", typed)
    found = dict.fromkeys([*words(rest), *(number for number in numbers if number)])
    return tuple(list(found)[:MOST_TERMS])


def first_number(owner: int, closeness: float) -> int:
    """The smallest row number of an owner's people who are this close: the closest have the smallest.

    Closeness is from 0 to 1. Search reads rows in the order of their numbers, so it need not sort.
    """
    step = STEPS - round(max(0.0, min(1.0, closeness)) * STEPS)
    return (owner << (_STEP_BITS + _PLACE_BITS)) | (step << _PLACE_BITS)


def numbers_of(owner: int) -> tuple[int, int]:
    """The first and last row number an owner's people may have."""
    low = owner << (_STEP_BITS + _PLACE_BITS)
    return low, low + (1 << (_STEP_BITS + _PLACE_BITS)) - 1


def is_ranked(number: int, owner: int, closeness: float) -> bool:
    """Whether a row's number says this closeness."""
    return number >> _PLACE_BITS == first_number(owner, closeness) >> _PLACE_BITS


def slipped(term: str, vocabulary: Sequence[str]) -> list[str]:
    """Words that begin as `term` does but for a slip: a letter wrong, missing, doubled or swapped.

    One slip from four letters on, two from eight. Optimal string alignment (rapidfuzz).
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    length = len(term)
    if length < 4 or term.isdigit():
        return []
    slips = 2 if length >= 8 else 1
    whole = process.extract(term, vocabulary, scorer=OSA.distance, score_cutoff=slips, limit=None)
    if whole:
        return [word for word, _distance, _at in whole]
    begun = {word[: length + extra]: None for word in vocabulary for extra in (0, 1) if len(word) > length}
    cut = process.extract(term, list(begun), scorer=OSA.distance, score_cutoff=slips, limit=None)
    return [word for word, _distance, _at in cut]
