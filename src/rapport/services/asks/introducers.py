"""Who could introduce me to somebody: a person, an organisation, or a kind of person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from uuid import UUID

from rapport.db.queries import introducers as queries
from rapport.db.queries import organisations, paths
from rapport.db.queries.introducers import Brought, Somebody
from rapport.domain.asks.asks import Ask
from rapport.domain.asks.chances import Band, Chance, chance, tally
from rapport.domain.asks.introducers import (
    HELPED_WITHIN,
    Candidate,
    Introducer,
    Lead,
    best_leads,
    rank,
    usual_band,
)
from rapport.domain.learning.learning import Learned
from rapport.domain.people import descriptions
from rapport.domain.people.descriptions import Facet, Fit, Hit
from rapport.domain.people.organisations import matching
from rapport.domain.people.people import Match
from rapport.domain.values import dataclass
from rapport.services.asks.introducer_reasons import LEAST, Reason, reasons
from rapport.services.asks.writing import Yield, yield_of
from rapport.services.people import lookup
from rapport.services.people.lookup import Somebody as Choice

__all__ = [
    "Kind",
    "Proposal",
    "Somebody",
    "Wanted",
    "WhoPage",
    "Yield",
    "understand",
    "who",
]

SHOWN = 7
CLOSE = 0.5  # from here on closeness alone is a reason to ask
CLOSEST = 30  # ties that stand for choice whatever is known of them
FITTING = 150  # people who fit a description, the best
THEMSELVES = 5
UNKNOWN_TIE = 0.05  # closeness of somebody with whom nothing is shared yet


class Kind(StrEnum):
    """What is wanted."""

    ANYBODY = "anybody"
    PERSON = "person"
    ORGANISATION = "organisation"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom one would like to meet, as it was understood."""

    kind: Kind
    text: str = ""
    person: Somebody | None = None
    choices: tuple[Choice, ...] = ()  # several go by that name: which one?
    near: tuple[Choice, ...] = ()  # spelled nearly so
    spellings: tuple[str, ...] = ()  # of an organisation, as it is written where people of mine are at it

    @property
    def is_certain(self) -> bool:
        """One person, or the people of one organisation where I know somebody."""
        return self.kind is Kind.PERSON or bool(self.spellings)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody to ask."""

    person: Somebody
    introducer: Introducer
    chance: Chance
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class WhoPage:
    wanted: Wanted
    proposals: tuple[Proposal, ...]  # the best first
    fitting: int  # people who are or know what is wanted, me aside; 0: nothing points to it
    more: int  # who could be asked too
    themselves: tuple[tuple[Somebody, tuple[Hit, ...]], ...]  # of mine, who are what is wanted
    yielded: Yield
    is_thin: bool = False  # nothing speaks for anybody here: the closest there are, and they are not close


def who(
    owner_id: UUID, text: str, today: date, *, person_id: UUID | None = None, words_only: bool = False
) -> WhoPage:
    """The people to ask, the best first. A fixed number of queries, and one for each word described."""
    wanted = understand(owner_id, text, person_id=person_id, words_only=words_only)
    fits = _fitting(owner_id, wanted)
    asked = queries.asks(owner_id, today)
    if wanted.choices:
        return WhoPage(wanted, (), 0, 0, (), yield_of(asked))
    leads = _leads(fits, wanted)
    brought = queries.brought(owner_id)
    people = _candidates(owner_id, wanted, fits, leads, brought)
    helped = queries.helped(owner_id, today - HELPED_WITHIN, today)
    on: dict[UUID, list[date]] = defaultdict(list)
    for ask, _ in asked:
        on[ask.person_id].append(ask.on)
    candidates = [
        Candidate(
            id=one.id,
            closeness=UNKNOWN_TIE if one.closeness is None else one.closeness,
            own=fits[one.id].share if one.id in fits and wanted.kind is not Kind.PERSON else 0.0,
            leads=best_leads(leads.get(one.id, ())),
            brought=brought[one.id].weight if one.id in brought else 0.0,
            asked_on=tuple(on.get(one.id, ())),
            helped_on=helped.get(one.id),
        )
        for one in people.values()
    ]
    worth = [one for one in candidates if _is_worth_asking(one)]
    is_thin = not worth and not wanted.is_certain
    ranked = rank(candidates if is_thin else worth, today, is_certain=wanted.is_certain)
    return WhoPage(
        wanted,
        _proposals(owner_id, ranked[:SHOWN], people, fits, brought, tally(_banded(asked), today)),
        len(fits),
        max(0, len(ranked) - SHOWN),
        tuple((people[pk], fit.hits) for pk, fit in list(fits.items())[:THEMSELVES] if pk in people),
        yield_of(asked),
        is_thin and bool(ranked),
    )


def _is_worth_asking(candidate: Candidate) -> bool:
    """Something speaks for it: what they are, whom they know or brought, or that they are close."""
    known = candidate.own or candidate.brought or any(lead.worth >= LEAST for lead in candidate.leads)
    return bool(known) or candidate.closeness >= CLOSE


def understand(
    owner_id: UUID, text: str, *, person_id: UUID | None = None, words_only: bool = False
) -> Wanted:
    """A person of mine, an organisation where one of mine is or that I pitch to, or else words."""
    said = " ".join(text.replace("\0", " ").split())  # PostgreSQL takes no NUL, nobody means one
    if person_id is not None and (one := queries.somebody(owner_id, [person_id]).get(person_id)):
        return Wanted(Kind.PERSON, one.name, one)
    if not said:
        return Wanted(Kind.ANYBODY)
    if words_only:
        return Wanted(Kind.DESCRIPTION, said)
    found = lookup.find(owner_id, said, parts=False)
    if found.match is Match.KNOWN:
        person = queries.somebody(owner_id, [found.people[0].id])[found.people[0].id]
        return Wanted(Kind.PERSON, said, person)
    if found.match is Match.AMBIGUOUS:
        return Wanted(Kind.PERSON, said, choices=found.people)
    spellings = tuple(matching(said, organisations.every(owner_id)))
    if spellings or matching(said, organisations.dreamed_of(owner_id)):
        return Wanted(Kind.ORGANISATION, said, spellings=spellings)
    return Wanted(Kind.DESCRIPTION, said, near=found.people)


def _fitting(owner_id: UUID, wanted: Wanted) -> dict[UUID, Fit]:
    """Who is what is wanted, and what says so."""
    match wanted.kind:
        case Kind.PERSON:
            return {wanted.person.id: Fit(1.0)} if wanted.person else {}
        case Kind.ORGANISATION if wanted.spellings:
            there = organisations.people_at(owner_id, wanted.spellings)
            return {
                one.id: Fit(1.0, (Hit(wanted.text, Facet.ORGANISATION, one.organisation),)) for one in there
            }
        case Kind.ORGANISATION | Kind.DESCRIPTION:
            return _described(owner_id, wanted.text)
    return {}


def _described(owner_id: UUID, text: str) -> dict[UUID, Fit]:
    terms = descriptions.read(text)
    found = queries.holding(owner_id, terms)
    ids = {pk for some in found.values() for pk in some}
    stems = {each for term in terms for each in term.stems}
    for pk, what in queries.needing_or_offering(owner_id):
        if not stems.isdisjoint(descriptions.stems_of(what)):
            ids.add(pk)
    entries = queries.entries(owner_id, ids)
    weights = descriptions.weights(terms, entries.values(), queries.people(owner_id))
    fits = {pk: descriptions.fit(terms, entry, weights) for pk, entry in entries.items()}
    best = sorted((pk for pk in fits if fits[pk].share), key=lambda pk: (-fits[pk].share, str(pk)))
    return {pk: fits[pk] for pk in best[:FITTING]}


def _leads(fits: Mapping[UUID, Fit], wanted: Wanted) -> dict[UUID, list[Lead]]:
    """Who of mine leads to whom of those who fit."""
    found: dict[UUID, list[Lead]] = defaultdict(list)
    for way in paths.reaching(list(fits)) if fits else ():
        if wanted.person is None or wanted.person.id not in (way.first, way.via):
            found[way.first].append(Lead(way.target, way.probability, fits[way.target].share, way.via))
    return found


def _candidates(
    owner_id: UUID,
    wanted: Wanted,
    fits: Mapping[UUID, Fit],
    leads: Mapping[UUID, Sequence[Lead]],
    brought: Mapping[UUID, Brought],
) -> dict[UUID, Somebody]:
    """Who stands for choice; to one person only those who lead there."""
    ids = set(leads)
    if wanted.kind is not Kind.PERSON:
        ids |= set(fits)
    if not wanted.is_certain:
        ids |= set(brought) | set(queries.closest(owner_id, CLOSEST))
    if wanted.person:
        ids.discard(wanted.person.id)
    return queries.somebody(owner_id, ids)


def _proposals(
    owner_id: UUID,
    ranked: Sequence[Introducer],
    people: Mapping[UUID, Somebody],
    fits: Mapping[UUID, Fit],
    brought: Mapping[UUID, Brought],
    learned: Learned,
) -> tuple[Proposal, ...]:
    told = reasons(owner_id, ranked, fits, brought)
    chances = {band: chance(band, learned) for band in Band}
    return tuple(Proposal(people[one.id], one, chances[one.band], told[one.id]) for one in ranked)


def _banded(asked: Iterable[tuple[Ask, float]]) -> Iterable[tuple[Ask, Band]]:
    return ((ask, usual_band(near)) for ask, near in asked)
