"""Needs that meet offers: whom one could bring together, because they use the same words."""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from re import findall
from uuid import UUID

from rapport.domain.giving import Need, Offer
from rapport.domain.text import fold
from rapport.domain.values import dataclass

# Words that say nothing of what is sought or given (folded, English and French).
COMMON = frozenset((
    "a", "an", "and", "any", "anyone", "are", "as", "at", "be", "been", "by", "can", "could", "do", "does",
    "few", "for", "from", "get", "give", "good", "has", "have", "help", "her", "him", "his", "how", "i",
    "if", "in", "into", "is", "it", "its", "just", "like", "look", "looking", "me", "more", "my", "need",
    "needs", "new", "of", "off", "offer", "offers", "on", "one", "or", "our", "out", "people", "person",
    "she", "he", "so", "some", "someone", "somebody", "something", "that", "the", "their", "them", "there",
    "they", "this", "to", "too", "up", "us", "want", "wants", "was", "we", "who", "with", "work", "would",
    "you", "your", "aide", "aider", "aux", "avec", "besoin", "bien", "bon", "bonne", "ce", "cet", "cette",
    "ces", "cherche", "chercher", "dans", "des", "de", "du", "elle", "elles", "en", "est", "et", "etre",
    "faire", "ils", "je", "la", "le", "les", "leur", "leurs", "lui", "ma", "mais", "mes", "moi", "mon",
    "ne", "nous", "ou", "par", "pas", "peu", "peut", "plus", "pour", "quelque", "quelques", "quelqu'un",
    "qui", "que", "sa", "sans", "se", "ses", "si", "son", "sur", "ta", "te", "tes", "toi", "ton", "tout",
    "tous", "tres", "trouver", "tu", "un", "une", "vos", "votre", "vous", "au", "il",
))  # fmt: skip
MOST = 50  # suggestions: more than anybody reads


class MatchReply(StrEnum):
    """What the user said to a match."""

    NO = "no"  # not shown again
    PROPOSED = "proposed"  # an introduction or a favour grew from it


@dataclass(frozen=True, slots=True)
class Match:
    """A need and an offer of two different people (me among them), and the words they share."""

    need_id: UUID
    offer_id: UUID
    words: tuple[str, ...]


def matches(needs: Iterable[Need], offers: Iterable[Offer]) -> list[Match]:
    """Open needs × offers, those with the most words in common first; the newest need before older ones."""
    by_word: dict[str, list[Offer]] = defaultdict(list)
    for offer in offers:
        for word in telling_words(offer.what):
            by_word[word].append(offer)
    found: list[tuple[int, int, Match]] = []
    for need in needs:
        shared: dict[Offer, list[str]] = defaultdict(list)
        for word in sorted(telling_words(need.what)) if need.met_on is None else ():
            for offer in by_word.get(word, ()):
                if offer.person_id != need.person_id:
                    shared[offer].append(word)
        found += [
            (-len(words), -need.on.toordinal(), Match(need.id, offer.id, tuple(words)))
            for offer, words in shared.items()
        ]
    found.sort(key=lambda each: (each[0], each[1], str(each[2].need_id), str(each[2].offer_id)))
    return [match for _, _, match in found[:MOST]]


def telling_words(text: str) -> set[str]:
    """The folded words that say what it is about, a plural as its singular."""
    words = findall(r"[^\W_]+(?:'[^\W_]+)?", fold(text))
    return {_singular(word.removeprefix("l'").removeprefix("d'")) for word in words} - COMMON - {""}


def _singular(word: str) -> str:
    """English and French plurals end alike often enough."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and not word.endswith("ss") else word
