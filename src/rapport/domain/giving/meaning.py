"""What a need or an offer is about: its concepts, its telling words, and what narrows them down."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from rapport.domain.concepts.concepts import SIDES, Form, lexicon
from rapport.domain.concepts.facets import CITIES, DAYS, SAME_CITY
from rapport.domain.concepts.small_words import (
    ENGLISH,
    FALSE_FRIENDS,
    FRENCH,
    HAVING,
    REPAIRING,
    TEACHING,
    WEAK,
)
from rapport.domain.stems import singular, stem
from rapport.domain.text import fold
from rapport.domain.values import dataclass

WORD = re.compile(r"[^\W_]+")
FRENCH_LETTERS = frozenset("àâçèéêëîïôùûœ")
ELIDED = re.compile(r"\b(?:[dlnj]|qu)['’]", re.IGNORECASE)
FOR = frozenset({"for", "pour", "before", "avant", "after", "apres", "during", "pendant"})
LESSONS = frozenset({"lesson", "lessons", "class", "classes", "cours"})
ASIDE = frozenset({"who", "which", "that", "with", "qui", "avec", "dont", "ou", "while", "when", "quand"})
BREAK = frozenset(",;:.(–—")
NEAR = 3  # words that may stand between those of one form
SURE, LIKELY = 1.0, 0.5  # what a word says about the language: a word of its grammar; one of the lexicon
MODES = {"teach": TEACHING, "repair": REPAIRING, "have": HAVING}
MODE_WORDS = {
    side: {singular(word): mode for mode, said in MODES.items() for word in said[side].split()}
    for side in SIDES
}


class Token(NamedTuple):
    said: str  # as it was written
    folded: str
    bare: str  # in the singular
    at: int  # 0: the first, where a capital says nothing
    is_apart: bool  # a comma or the like stands before it


Claim = tuple[Form, tuple[int, ...]]  # a form, and where its words stand


class Word(NamedTuple):
    """A word that is no concept: by its keys it meets the same word elsewhere."""

    said: str
    keys: frozenset[str]
    is_weak: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text says, as far as it can be told."""

    language: str  # "en", "fr"; empty: either
    concepts: tuple[tuple[str, str], ...]  # what it is about; and how each was said
    purposes: tuple[tuple[str, str], ...]  # concepts of what it is for
    words: tuple[Word, ...]
    tongues: tuple[tuple[str, str], ...]  # languages it speaks of, in order; and how each was said
    cities: tuple[str, ...]
    days: frozenset[int]  # 0 Monday …
    modes: frozenset[str]


@lru_cache(maxsize=8192)  # the same needs are read again whenever the page is
def meaning(text: str) -> Meaning:
    """Read one need or offer."""
    tokens = _tokens(text)
    language = _language(text, tokens)
    sides = (language,) if language else SIDES
    claims = _claims(tokens, sides, is_sure=bool(language))
    taken = {position for _, positions in claims for position in positions}
    rest = [token for position, token in enumerate(tokens) if position not in taken]
    behind = _behind(tokens)
    about, purposes = _by_purpose(tokens, claims, behind)
    tongues = [(form.concept, _said(tokens, at)) for form, at in claims if form.concept in lexicon().tongues]
    codes = [(f"@{token.folded}", token.said) for token in rest if _is_code(token)]
    tongues += [code for code in codes if code[0] in lexicon().tongues]
    bare = [t for t in rest if not _is_city(t) and not _mode(t, sides) and _tells(t, sides)]
    aside = _aside(tokens)
    main = {token.at for token in bare if token.at < aside}
    return Meaning(
        language,
        about,
        purposes,
        tuple(_word(token, language, is_beside=token.at >= aside and bool(main or about)) for token in bare),
        tuple(tongues),
        tuple(SAME_CITY.get(token.folded, token.folded) for token in rest if _is_city(token)),
        frozenset(DAYS[token.bare] for token in tokens if token.bare in DAYS),
        frozenset(_modes(tokens, taken, sides)),
    )


Said = tuple[tuple[str, str], ...]  # concepts, and how each was said


def _behind(tokens: list[Token]) -> int:
    """Where what it is for begins."""
    return next((token.at for token in tokens if token.folded in FOR), len(tokens))


def _aside(tokens: list[Token]) -> int:
    """Where it is said for whom, with what, or in which way: words behind it say little of what it is."""
    return next(
        (t.at for t in tokens if t.at and (t.is_apart or t.folded in FOR or t.folded in ASIDE)), len(tokens)
    )


def _by_purpose(tokens: list[Token], claims: list[Claim], behind: int) -> tuple[Said, Said]:
    """What it is about, and what it is for, where something stands before."""
    about: dict[str, str] = {}
    purposes: dict[str, str] = {}
    forms = lexicon()
    for form, at in claims:
        if form.concept in forms.tongues:
            continue
        is_for = form.concept in forms.faint or (at[0] > behind and bool(about))
        (purposes if is_for else about)[form.concept] = _said(tokens, at)
    return tuple(about.items()), tuple(pair for pair in purposes.items() if pair[0] not in about)


def _is_city(token: Token) -> bool:
    return token.folded in CITIES and token.said[:1].isupper()


def _mode(token: Token, sides: Iterable[str]) -> str:
    return next((MODE_WORDS[side][token.bare] for side in sides if token.bare in MODE_WORDS[side]), "")


def _modes(tokens: list[Token], taken: Collection[int], sides: Iterable[str]) -> Iterator[str]:
    """What is to be done with it; "riding lessons" are lessons, though "rent a flat" is the flat."""
    for at, token in enumerate(tokens):
        mode = _mode(token, sides)
        if mode and (at not in taken or token.folded in LESSONS):
            yield mode


def _tokens(text: str) -> list[Token]:
    text = ELIDED.sub(" ", text)
    found: list[Token] = []
    end = 0
    for match in WORD.finditer(text):
        said = match.group()
        folded = fold(said)
        is_apart = not BREAK.isdisjoint(text[end : match.start()])
        found.append(Token(said, folded, singular(folded), len(found), is_apart))
        end = match.end()
    return found


def _language(text: str, tokens: Iterable[Token]) -> str:
    """By small words, by accents, and by words that the lexicon knows in one language alone."""
    forms = lexicon()
    english = french = 0.0
    for token in tokens:
        if _is_code(token):
            continue
        if token.folded in ENGLISH and token.folded not in FRENCH and token.said != "à":
            english += SURE
        elif (token.folded in FRENCH and token.folded not in ENGLISH) or _is_french(token.said):
            french += SURE
        else:
            knows = [
                any(len(f.words) == 1 for f in forms.starting(side, token.folded, token.bare))
                for side in SIDES
            ]
            english += LIKELY if knows == [True, False] else 0
            french += LIKELY if knows == [False, True] else 0
    french += SURE * len(ELIDED.findall(text))
    return "" if english == french else "en" if english > french else "fr"


def _is_french(said: str) -> bool:
    return not FRENCH_LETTERS.isdisjoint(said.lower())


def _is_code(token: Token) -> bool:
    """EN, FR …: a language as translators write it, or another short name."""
    return len(token.said) == 2 and token.said.isupper()


def _claims(tokens: list[Token], sides: Iterable[str], *, is_sure: bool) -> list[Claim]:
    """The forms that are said here; what a longer one takes is not read again by a shorter one."""
    found = {
        (form, where)
        for side in sides
        for start, token in enumerate(tokens)
        for form in lexicon().starting(side, token.folded, token.bare)
        if (where := _places(form, tokens, start)) and (is_sure or _is_clear(form, tokens, where))
    }
    ordered = sorted(
        found, key=lambda c: (-len(c[1]), c[1][-1] - c[1][0], -_letters(c[0]), c[1], c[0].concept)
    )
    claims: list[Claim] = []
    taken: dict[int, tuple[int, ...]] = {}
    for form, where in ordered:
        if all(taken.get(position, where) == where for position in where):
            claims.append((form, where))
            taken.update(dict.fromkeys(where, where))
    return sorted(claims, key=lambda claim: claim[1])


def _letters(form: Form) -> int:
    return sum(map(len, form.words))


def _is_clear(form: Form, tokens: list[Token], where: tuple[int, ...]) -> bool:
    """Where the language is open, one word that means two things is no concept."""
    return len(form.words) > 1 or not _is_false(tokens[where[0]])


def _places(form: Form, tokens: list[Token], start: int) -> tuple[int, ...]:
    """Where the words of a form stand, its first one at `start`; empty where one is missing or too far."""
    places = [start]
    if len(form.words) == 1:
        return (start,)
    span = len(form.words) - 1 + NEAR
    near = range(max(0, start - span), min(len(tokens), start + span + 1))
    for word in form.words[1:]:
        at = min(
            (i for i in near if i not in places and _is_word(word, tokens[i])),
            key=lambda i: (abs(i - start), i < start),
            default=None,
        )
        if at is None:
            return ()
        places.append(at)
    return tuple(sorted(places)) if max(places) - min(places) <= span else ()


def _is_word(word: str, token: Token) -> bool:
    return token.folded.startswith(word[:-1]) if word.endswith("*") else token.bare == word


def _is_false(token: Token) -> bool:
    return token.folded in FALSE_FRIENDS or token.bare in FALSE_FRIENDS


def _tells(token: Token, sides: Iterable[str]) -> bool:
    small = {"en": ENGLISH, "fr": FRENCH}
    return (
        len(token.folded) > 1
        and not token.folded.isdigit()
        and not _is_code(token)
        and not any(token.folded in small[side] or token.bare in small[side] for side in sides)
    )


def _word(token: Token, language: str, *, is_beside: bool) -> Word:
    """Across languages only names meet; a word that means two things meets nothing that is not sure."""
    is_false = _is_false(token)
    keys = {f"{side}:{stem(token.folded, side)}" for side in ((language,) if language else SIDES)}
    if is_false and not language:
        keys = {f"?:{token.bare}"}
    if not is_false and _is_name(token):
        keys.add(f"=:{token.folded}")
    is_weak = is_beside or token.bare in WEAK or any(key[3:] in WEAK for key in keys)
    return Word(token.said, frozenset(keys), is_weak)


def _is_name(token: Token) -> bool:
    said = token.said
    return (said.isupper() and len(said) > 1) or any(c.isdigit() for c in said) or (
        said[:1].isupper() and token.at > 0
    )  # fmt: skip


def _said(tokens: list[Token], places: tuple[int, ...]) -> str:
    return " ".join(tokens[place].said for place in places)
