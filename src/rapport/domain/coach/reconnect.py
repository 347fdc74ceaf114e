"""Whom to write to again: ties once real and now quiet, by what they were and what they may bring today.

Dormant ties give fresher help than active ones, and people choose the comfortable one although the less
familiar helps more (Levin, Walter, Murnighan 2011; Walter et al. 2015). So a tie is worth what it was, times
how fresh it is, times what may come of it now; how close it still feels is not asked.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from rapport.domain.giving.matches import ENOUGH, compare
from rapport.domain.giving.meaning import meaning
from rapport.domain.history.ties import DORMANT_AFTER, TOLD_CLOSE, TOLD_NOT_CLOSE
from rapport.domain.people.organisations import matching, matching_each
from rapport.domain.people.people import Told
from rapport.domain.values import dataclass

FEW = 5  # at a time: a handful, never a list
LATER = timedelta(days=90)  # "not now"
WROTE_LATELY = timedelta(days=90)  # my last message is still on its way
MOST_UNANSWERED = 2  # messages of mine without a word back: nobody is chased
HALF_WAY = 4.0  # exchanges written down that make half of a strong tie (judgement)
FRESH_YEARS, FADING_YEARS = 5.0, 5.0  # fresh for so long; then half in as many more (judgement)
YEAR = 365.25  # days


class Worth(StrEnum):
    """What they may bring now, or I them."""

    DREAM = "dream"  # they are where I dream of pitching
    OFFERS = "offers"  # they offer what I look for
    MOVED = "moved"  # they are somewhere new
    NEEDS = "needs"  # they look for what I offer
    TOPICS = "topics"  # what I care about is theirs too
    LED = "led"  # I met others through them


WEIGHTS = {  # what each adds to a tie of weight 1 (judgement)
    Worth.DREAM: 0.8,
    Worth.OFFERS: 0.6,
    Worth.MOVED: 0.5,
    Worth.NEEDS: 0.4,
    Worth.TOPICS: 0.3,
    Worth.LED: 0.3,
}


@dataclass(frozen=True, slots=True)
class Quiet:
    """Somebody long silent, with what is known of them."""

    id: UUID
    name: str
    last_on: date  # the last day they took part
    exchanges: int = 0  # written down
    lifetime: float = 0.0  # what traces add up to (domain.history.Sums.lifetime)
    was_strong: bool = False  # by traces, in the third with most history
    told: Told | None = None
    organisation: str = ""
    before: str = ""  # the organisation they were at when they fell silent, where it changed since
    role: str = ""
    tags: frozenset[str] = frozenset()
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    led_to: int = 0  # people met through them
    wrote_on: tuple[date, ...] = ()  # messages of mine since they fell silent


@dataclass(frozen=True, slots=True)
class Seeking:
    """What I look for and have, as it is written down."""

    topics: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    dreams: tuple[str, ...] = ()  # organisations of the dream list


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that may come of it, and what shows it: an organisation, words, a topic, a number."""

    worth: Worth
    detail: str


@dataclass(frozen=True, slots=True)
class Dormant:
    """A tie to wake, with what it is ranked by."""

    who: Quiet
    strength: float  # 0 to 1: what the tie was
    freshness: float  # 0 to 1
    signs: tuple[Sign, ...]  # what weighs most first
    score: float

    @property
    def worth(self) -> float:
        """The score between 0 and 1."""
        return self.score / (1 + self.score)


def ranked(
    people: Iterable[Quiet],
    seeking: Seeking,
    today: date,
    *,
    hidden: Mapping[UUID, date | None] | None = None,
    threshold: float | None = None,
) -> list[Dormant]:
    """The most promising first. `hidden`: until which day each was put aside, None for good.

    `threshold`: where the third with most history begins, as far as traces tell (domain.history.ties.Scale).
    """
    aside = hidden or {}
    quiet = [
        who
        for who in people
        if is_dormant(who, today) and not _is_aside(who.id, aside, today) and not _is_chased(who, today)
    ]
    named = sorted({who.organisation for who in quiet if who.organisation})
    dreams = matching_each(seeking.dreams, named) if named else {}
    found = [_weighed(who, _signs(who, seeking, dreams), today, threshold) for who in quiet]
    return sorted(found, key=lambda each: (-each.score, -each.who.last_on.toordinal(), str(each.who.id)))


def is_dormant(who: Quiet, today: date) -> bool:
    """Silent for DORMANT_AFTER days."""
    return (today - who.last_on).days >= DORMANT_AFTER


def strength(who: Quiet, threshold: float | None = None) -> float:
    """What the tie was, 0 to 1: by what is written down, by its traces, or by what the user says of it."""
    written = 1 - 2 ** (-who.exchanges / HALF_WAY)
    traced = 0.5 if who.was_strong else 0.0
    if threshold and who.lifetime > 0:
        traced = max(traced, who.lifetime / (who.lifetime + threshold))
    seen = max(written, traced)
    if who.told is Told.CLOSE:
        return max(seen, TOLD_CLOSE)
    return min(seen, TOLD_NOT_CLOSE) if who.told is Told.NOT_CLOSE else seen


def freshness(last_on: date, today: date) -> float:
    """A tie of a few years ago is as good as new; of another life, less so."""
    years = (today - last_on).days / YEAR
    return float(2.0 ** (-max(0.0, years - FRESH_YEARS) / FADING_YEARS))


def _weighed(who: Quiet, signs: Sequence[Sign], today: date, threshold: float | None) -> Dormant:
    was, fresh = strength(who, threshold), freshness(who.last_on, today)
    worth = 1 + sum(WEIGHTS[sign.worth] for sign in signs)
    order = sorted(signs, key=lambda sign: -WEIGHTS[sign.worth])
    return Dormant(who, was, fresh, tuple(order), was * fresh * worth)


def _signs(who: Quiet, seeking: Seeking, dreams: Mapping[str, frozenset[str]]) -> list[Sign]:
    """One of each kind at most."""
    found: list[tuple[Worth, str]] = []
    if who.organisation:
        found.append((Worth.DREAM, next((name for name, at in dreams.items() if who.organisation in at), "")))
        moved = who.before and not matching(who.before, [who.organisation])
        found.append((Worth.MOVED, who.organisation if moved else ""))
    can = (*who.offers, who.role, *who.tags)
    found.append((Worth.OFFERS, _shared(seeking.needs, can)))
    found.append((Worth.NEEDS, _shared(who.needs, seeking.offers)))
    theirs = {tag.casefold() for tag in who.tags}
    topics = [topic for topic in sorted(seeking.topics) if topic.casefold() in theirs]
    found.append((Worth.TOPICS, ", ".join(topics)))
    found.append((Worth.LED, str(who.led_to) if who.led_to else ""))
    return [Sign(worth, detail) for worth, detail in found if detail]


def _shared(sought: Sequence[str], given: Iterable[str]) -> str:
    """What is sought that something given may meet; "" when nothing is."""
    have = [meaning(text) for text in given if text] if sought else []
    return next((text for text in sought if any(compare(meaning(text), it)[0] >= ENOUGH for it in have)), "")


def _is_aside(person_id: UUID, aside: Mapping[UUID, date | None], today: date) -> bool:
    if person_id not in aside:
        return False
    until = aside[person_id]
    return until is None or until > today


def _is_chased(who: Quiet, today: date) -> bool:
    """I wrote lately, or more than once, and nothing came back."""
    if len(who.wrote_on) >= MOST_UNANSWERED:
        return True
    return any(today - on < WROTE_LATELY for on in who.wrote_on)
