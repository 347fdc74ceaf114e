"""Needs that meet offers: whom one could bring together, by the words they use and by what these mean."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from heapq import nlargest
from itertools import islice
from typing import TypeVar
from uuid import UUID

from rapport.domain.concepts.concepts import lexicon
from rapport.domain.giving.giving import Need, Offer
from rapport.domain.giving.meaning import Meaning, Word, meaning
from rapport.domain.values import dataclass

MOST = 50  # suggestions: more than anybody reads
AT_ONCE = 2_000  # of the newest needs, and of the newest offers: a page must not wait for more
FOR_EACH = 3  # offers shown for one need, and needs shown for one offer of mine
ENOUGH = 0.7  # of 1: how much of a need must be met (docs/adr/0012)

CONCEPT, WORD, PURPOSE, BESIDE, WEAK_WORD = 1.0, 0.6, 0.4, 0.3, 0.1  # what a part of a need weighs
TONGUE, CITY = 0.5, 0.4
WIDER, NARROWER = 0.8, 0.7  # of a concept's weight: a designer for a logo, a logo for who wants a designer
FOR_IT = 0.6  # of what an offer is for: games, said by a writer for games
OTHER_MODE, ONE_MODE = 0.0, 0.5  # who teaches or repairs a thing need not have it, nor who has it teach
MAKER = 0.85  # who makes it can often repair it
FOCUS = 0.2  # how much it matters that the offer is about nothing else
BY_TONGUE = frozenset(
    {"language_exchange", "interpreting", "translation", "legal_translation", "subtitles"}
)  # nothing without the language


Said = TypeVar("Said", Need, Offer)


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing that a need and an offer have in common, as each says it."""

    needed: str
    offered: str


Reasons = tuple[Shared, ...]  # what weighs most first


@dataclass(frozen=True, slots=True)
class Match:
    """A need and an offer of two different people (me among them), how well they fit, and why."""

    need_id: UUID
    offer_id: UUID
    fit: float  # ENOUGH … 1
    reasons: Reasons


def matches(
    needs: Iterable[Need],
    offers: Iterable[Offer],
    answered: Collection[tuple[UUID, UUID]] = (),
    most: int = MOST,
) -> list[Match]:
    """Open needs × offers, the best fit first, then the newest need; `answered` pairs are left out."""
    offered = _Offered(_newest(offers))
    found: list[tuple[float, int, Match]] = []
    for need in _newest(need for need in needs if need.met_on is None):
        best = islice(_met(need, offered, answered), FOR_EACH)
        found += [(-match.fit, -need.on.toordinal(), match) for match in best]
    found.sort(key=lambda each: (each[0], each[1], str(each[2].need_id), str(each[2].offer_id)))
    return [match for _, _, match in found[:most]]


def _newest(said: Iterable[Said]) -> list[Said]:
    return nlargest(AT_ONCE, said, key=lambda each: (each.on, str(each.id)))


class _Offered:
    """Offers by what they say, so that what many say is read and compared once."""

    def __init__(self, offers: Iterable[Offer]) -> None:
        self.saying: dict[str, list[Offer]] = defaultdict(list)
        for offer in offers:
            self.saying[offer.what].append(offer)
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._meanings = {text: meaning(text) for text in self.saying}
        for text, given in self._meanings.items():
            self.saying[text].sort(key=lambda offer: str(offer.id))
            for key in _offered_keys(given):
                self._by_key[key].append(text)
        self._ranked: dict[str, list[tuple[float, str, Reasons]]] = {}

    def ranked(self, needed: str) -> list[tuple[float, str, Reasons]]:
        """What is said that meets it, the best first."""
        if needed not in self._ranked:
            wanted = meaning(needed)
            near = {text for key in _needed_keys(wanted) for text in self._by_key.get(key, ())}
            fits = ((text, *compare(wanted, self._meanings[text])) for text in near)
            enough = [(fit, text, reasons) for text, fit, reasons in fits if fit >= ENOUGH]
            self._ranked[needed] = sorted(enough, key=lambda each: (-each[0], each[1]))
        return self._ranked[needed]


def _met(need: Need, offered: _Offered, answered: Collection[tuple[UUID, UUID]]) -> Iterator[Match]:
    for fit, text, reasons in offered.ranked(need.what):
        for offer in offered.saying[text]:
            if offer.person_id != need.person_id and (need.id, offer.id) not in answered:
                yield Match(need.id, offer.id, fit, reasons)


def compare(need: Meaning, offer: Meaning) -> tuple[float, Reasons]:
    """How well an offer meets a need, 0 … 1, and by what."""
    if _conflict(need, offer):
        return 0.0, ()
    parts = [*_concepts(need, offer), *_purposes(need, offer)]
    parts += [*_tongues(need, offer), *_words(need, offer)]
    parts += [(CITY, CITY if city in offer.cities else 0.0, None) for city in need.cities]
    total = sum(weight for weight, _, _ in parts)
    gain = sum(gained for _, gained, _ in parts)
    if not total or not _carries(need, offer, parts):
        return 0.0, ()
    focus = 1 - FOCUS + FOCUS * min(1.0, gain / _size(offer))
    reasons = sorted(((gained, shared) for _, gained, shared in parts if shared), key=lambda r: -r[0])
    return gain / total * _mode(need, offer) * focus, tuple(shared for _, shared in reasons)


Part = tuple[float, float, Shared | None]  # weight, how much of it is met, by what


def _concepts(need: Meaning, offer: Meaning) -> Iterator[Part]:
    given = [(1.0, *each) for each in offer.concepts] + [(FOR_IT, *each) for each in offer.purposes]
    for concept, said in _wanted(need):
        likeness = ((share * _likeness(concept, other), words) for share, other, words in given)
        best, by = max(likeness, default=(0.0, ""))
        yield CONCEPT, CONCEPT * best, Shared(said, by) if best else None


def _wanted(need: Meaning) -> list[tuple[str, str]]:
    """Without what is wider than something else that is said: a lawyer for a contract is a contract's."""
    narrow = {lexicon().wider.get(concept) for concept, _ in need.concepts}
    return [each for each in need.concepts if each[0] not in narrow]


def _purposes(need: Meaning, offer: Meaning) -> Iterator[Part]:
    faint, given = lexicon().faint, dict((*offer.concepts, *offer.purposes))
    for concept, said in need.purposes:
        weight = WEAK_WORD if concept in faint else PURPOSE
        there = concept in given
        yield weight, weight if there else 0.0, Shared(said, given[concept]) if there else None


def _likeness(needed: str, offered: str) -> float:
    if needed == offered:
        return 1.0
    wider = lexicon().wider
    if wider.get(needed) == offered:
        return WIDER
    return NARROWER if wider.get(offered) == needed else 0.0


def _tongues(need: Meaning, offer: Meaning) -> Iterator[Part]:
    weight = CONCEPT if not need.concepts or _is_by_tongue(need) else TONGUE
    offered = dict(offer.tongues)
    for tongue, said in need.tongues:
        there = tongue in offered
        yield weight, weight if there else 0.0, Shared(said, offered[tongue]) if there else None


def _is_by_tongue(need: Meaning) -> bool:
    return any(concept in BY_TONGUE for concept, _ in need.concepts)


def _words(need: Meaning, offer: Meaning) -> Iterator[Part]:
    for word in need.words:
        other = next((each for each in offer.words if not word.keys.isdisjoint(each.keys)), None)
        weight = WEAK_WORD if word.is_weak else BESIDE if need.concepts else WORD
        yield weight, weight if other else 0.0, Shared(word.said, other.said) if other else None


def _carries(need: Meaning, offer: Meaning, parts: list[Part]) -> bool:
    """Something that says what is wanted is shared, not only what narrows it down."""
    if need.concepts:
        given = [other for other, _ in (*offer.concepts, *offer.purposes)]
        return any(_likeness(concept, other) for concept, _ in _wanted(need) for other in given)
    tongues = {tongue for tongue, _ in need.tongues} & {tongue for tongue, _ in offer.tongues}
    if tongues and need.modes & offer.modes:
        return True
    return any(gained >= WORD and shared for _, gained, shared in parts) and _telling(need.words, offer.words)


def _telling(needed: Iterable[Word], offered: Iterable[Word]) -> bool:
    keys = frozenset(key for word in offered if not word.is_weak for key in word.keys)
    return any(not word.is_weak and not word.keys.isdisjoint(keys) for word in needed)


def _conflict(need: Meaning, offer: Meaning) -> bool:
    """Both name cities or languages, and the offer lacks what the need names."""
    if need.cities and offer.cities and not set(need.cities) & set(offer.cities):
        return True
    if need.days and offer.days and not need.days & offer.days:
        return True
    wanted, given = [t for t, _ in need.tongues], [t for t, _ in offer.tongues]
    if wanted and given and not set(wanted) <= set(given):
        return True
    return len(wanted) == len(given) == 2 and wanted == given[::-1]  # the other way round


def _mode(need: Meaning, offer: Meaning) -> float:
    if need.modes and offer.modes:
        return 1.0 if need.modes & offer.modes else OTHER_MODE
    if "repair" in need.modes:
        return MAKER
    return ONE_MODE if {"teach", "repair"} & (need.modes | offer.modes) else 1.0


def _size(offer: Meaning) -> float:
    words = sum(WEAK_WORD if word.is_weak else WORD for word in offer.words)
    return CONCEPT * len(offer.concepts) + TONGUE * len(offer.tongues) + words or CONCEPT


def _offered_keys(of: Meaning) -> Iterator[str]:
    """By what an offer can be found."""
    wider = lexicon().wider
    for concept, _ in (*of.concepts, *of.purposes):
        yield f"#{concept}"
        if concept in wider:
            yield f">{wider[concept]}"
    yield from (f"@{tongue}" for tongue, _ in of.tongues)
    yield from _telling_keys(of)


def _needed_keys(of: Meaning) -> Iterator[str]:
    """By what a need finds offers: all that could carry a match, and no more (see _carries)."""
    if not of.concepts:
        yield from (f"@{tongue}" for tongue, _ in of.tongues)
        yield from _telling_keys(of)
    wider = lexicon().wider
    for concept, _ in _wanted(of):
        yield from (f"#{concept}", f">{concept}")
        if concept in wider:
            yield f"#{wider[concept]}"


def _telling_keys(of: Meaning) -> Iterator[str]:
    for word in of.words:
        if not word.is_weak:
            yield from word.keys
