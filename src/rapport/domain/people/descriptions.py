"""A kind of person in a few words, in English or French, and how well somebody fits it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from math import log
from re import split

from rapport.domain.people.description_words import LEFT_OUT, MEANINGS
from rapport.domain.people.search import words
from rapport.domain.values import dataclass

EMPTY = frozenset(LEFT_OUT.split())

MOST_WORDS = 6
LEAST_STEM = 3  # letters: a shorter word stands as it is


class Facet(StrEnum):
    """Where something about a person is written."""

    ROLE = "role"
    ORGANISATION = "organisation"
    TAGS = "tags"
    OFFER = "offer"
    NOTE = "note"
    NEED = "need"
    CITY = "city"


WEIGHTS = {  # how much it says about what somebody is, or is near to
    Facet.ROLE: 1.0,
    Facet.ORGANISATION: 1.0,
    Facet.TAGS: 0.9,
    Facet.OFFER: 0.8,
    Facet.NOTE: 0.6,
    Facet.NEED: 0.5,
    Facet.CITY: 1.0,
}
PLACE = 0.3  # of a word that is a place, beside words that say what somebody does
LEAST_RARITY = 0.2  # of a word that everybody's entry has
WHERE = frozenset(("in", "near", "around", "a", "au", "aux", "vers"))
LEAST = 0.25  # below, somebody does not fit
FEMININE = (
    ("trices", "teur"), ("trice", "teur"), ("teuses", "teur"), ("teuse", "teur"), ("euses", "eur"),
    ("euse", "eur"), ("ieres", "ier"), ("iere", "ier"), ("iennes", "ien"), ("ienne", "ien"), ("ives", "if"),
    ("ive", "if"), ("elles", "el"), ("elle", "el"), ("ees", "e"), ("ee", "e"), ("aux", "al"), ("ales", "al"),
    ("ale", "al"), ("resses", "re"), ("resse", "re"), ("ies", "y"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a description: as it was typed, and the stems that mean it."""

    word: str
    stems: frozenset[str]
    is_where: bool = False  # it stands behind "in" or "à"


@dataclass(frozen=True, slots=True)
class Hit:
    """What of somebody's entry says a word: where, and the text it stands in."""

    term: str
    facet: Facet
    text: str


@dataclass(frozen=True, slots=True)
class Fit:
    """How well somebody fits, from 0 to 1, and what says so: the most telling first."""

    share: float
    hits: tuple[Hit, ...] = ()


NONE = Fit(0.0)


def read(text: str) -> tuple[Term, ...]:
    """The words that tell something, each with what means the same."""
    found: dict[str, Term] = {}
    before = ""
    for word in words(text):
        if word not in EMPTY and (len(word) > 1 or word.isdigit()):
            found.setdefault(stem(word), Term(word, _meant(stem(word)), before in WHERE))
        before = word
    return tuple(found.values())[:MOST_WORDS]


def prefixes(term: Term) -> tuple[str, ...]:
    """The beginnings by which a full-text search finds all that means it."""
    return tuple(sorted({_beginning(each) for each in term.stems}))


def _beginning(found: str) -> str:
    """What all forms of a stem begin with: editeur and editrice with edit."""
    if len(found) <= LEAST_STEM + 2:
        return found
    if found.endswith("eur"):
        return found[:-3].removesuffix("t") if found.endswith("teur") and len(found) > 6 else found[:-3]
    return found[:-2] if found.endswith(("ier", "ien", "if", "el", "al")) else found[:-1]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A folded word without its plural, its feminine and its last e: studios, studio; éditrices, editeur."""
    if len(word) <= LEAST_STEM or word.isdigit():
        return word
    for ending, other in FEMININE:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            word = word.removesuffix(ending) + other
            break
    else:
        if word[-1] in "sx" and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
    return word.removesuffix("e") if len(word) > LEAST_STEM + 1 else word


def rarity(found: int, people: int) -> float:
    """What a word tells that so many entries have, from LEAST_RARITY to 1."""
    if people <= 1 or found <= 1:
        return 1.0
    return max(LEAST_RARITY, 1 - log(min(found, people)) / log(people) * (1 - LEAST_RARITY))


def weights(
    terms: Iterable[Term], entries: Iterable[Iterable[tuple[Facet, str]]], people: int
) -> dict[str, float]:
    """What each word tells among so many people: a place a little, and what many entries have less."""
    read_ = [[(facet, stems_of(text)) for facet, text in entry] for entry in entries]
    found = {}
    for term in terms:
        there = [{facet for facet, said in entry if not term.stems.isdisjoint(said)} for entry in read_]
        holding = [facets for facets in there if facets]
        cities = sum(Facet.CITY in facets for facets in holding)
        is_place = 2 * cities >= len(holding) if holding else term.is_where
        found[term.word] = PLACE if is_place else rarity(len(holding), people)
    return found


def fit(terms: Iterable[Term], entry: Iterable[tuple[Facet, str]], worth: Mapping[str, float]) -> Fit:
    """How much of the description this entry says; `worth` of each word, 1 where it has none.

    A city alone fits only where nothing but places was described.
    """
    read_ = [(facet, text, stems_of(text)) for facet, text in entry if text]
    whole, found, hits = 0.0, 0.0, []
    says_more = False
    for term in terms:
        weight = worth.get(term.word, 1.0)
        whole += weight
        here = [
            (WEIGHTS[facet], facet, text) for facet, text, there in read_ if not term.stems.isdisjoint(there)
        ]
        if here:
            share, facet, text = max(here, key=lambda one: one[0])
            found += weight * share
            said = _passage(text, term) if facet is Facet.NOTE else text
            hits.append((weight * share, Hit(term.word, facet, said)))
            says_more = says_more or facet is not Facet.CITY
    wants_more = any(worth.get(term.word, 1.0) > PLACE for term in terms)
    if not hits or (wants_more and not says_more) or found / whole < LEAST:
        return NONE
    hits.sort(key=lambda one: (-one[0], one[1].term))
    return Fit(found / whole, tuple(hit for _, hit in hits))


def _passage(text: str, term: Term) -> str:
    """The sentence of a note that says the word."""
    parts = [part.strip() for part in split(r"(?<=[.!?])\s+|\n", text)]
    return next((part for part in parts if not term.stems.isdisjoint(stems_of(part))), text)


@lru_cache(maxsize=4096)
def stems_of(text: str) -> frozenset[str]:
    return frozenset(map(stem, words(text)))


@lru_cache(maxsize=1)
def _meanings() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in MEANINGS.strip().splitlines():
        alike = frozenset(map(stem, line.split()))
        for each in alike:
            found[each] = found.get(each, frozenset()) | alike
    return found


def _meant(found: str) -> frozenset[str]:
    return _meanings().get(found, frozenset()) | {found}
