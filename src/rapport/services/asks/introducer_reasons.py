"""What speaks for asking each person, as it can be told: true, with numbers and dates."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from uuid import UUID

from rapport.db.queries import introducers as queries
from rapport.db.queries import paths
from rapport.db.queries.introducers import Brought
from rapport.db.queries.values import Named
from rapport.domain.asks.introducers import Ground, Introducer, Lead
from rapport.domain.history.acquaintances import Acquaintance, Evidence, Sign
from rapport.domain.people.descriptions import Fit, Hit
from rapport.domain.values import dataclass

LEADS = 2  # told of each person
SIGNS = 2  # told of two who know each other
LEAST = 0.02  # a lead less likely than that is not worth telling


@dataclass(frozen=True, slots=True)
class Link:
    """Two people who know each other, and how that is known."""

    person: Named
    other: Named
    probability: float
    evidence: tuple[Evidence, ...]  # the strongest first
    introducer: Named | None = None  # which of them brought the other to me


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for asking somebody."""

    ground: Ground
    hits: tuple[Hit, ...] = ()  # what of their entry, or of whom they know, says so
    target: Named | None = None  # whom they lead to
    links: tuple[Link, ...] = ()  # the way there: one, or two
    brought: Brought | None = None


def reasons(
    owner_id: UUID, ranked: Sequence[Introducer], fits: Mapping[UUID, Fit], brought: Mapping[UUID, Brought]
) -> dict[UUID, tuple[Reason, ...]]:
    """For each of them, the strongest first. Two queries."""
    told = {one.id: _worth_telling(one) for one in ranked}
    pairs = {pair for pk, leads in told.items() for lead in leads for pair in _pairs(pk, lead)}
    names = queries.somebody(owner_id, {person for pair in pairs for person in pair})
    named = {pk: Named(pk, one.name) for pk, one in names.items()}
    evidence = paths.between(pairs)
    found = {}
    for one in ranked:
        own = fits.get(one.id)
        said = [Reason(Ground.FITS, own.hits)] if own and one.candidate.own and own.hits else []
        for lead in told[one.id]:
            links = [_link(pair, evidence, named) for pair in _pairs(one.id, lead)]
            if all(links):
                ground = Ground.THROUGH if lead.via else Ground.KNOWS
                whole = tuple(link for link in links if link)
                said.append(Reason(ground, fits[lead.target].hits, named[lead.target], whole))
        if one.id in brought:
            said.append(Reason(Ground.BROUGHT, brought=brought[one.id]))
        found[one.id] = tuple(said)
    return found


def _worth_telling(one: Introducer) -> tuple[Lead, ...]:
    """The best leads; beside one of a single step, none of two."""
    leads = [lead for lead in one.candidate.leads if lead.worth >= LEAST]
    near = [lead for lead in leads if lead.via is None]
    return tuple((near or leads)[:LEADS])


def _pairs(person: UUID, lead: Lead) -> Iterable[tuple[UUID, UUID]]:
    steps = [person, *filter(None, (lead.via,)), lead.target]
    return tuple(pairwise(steps))


def _link(
    pair: tuple[UUID, UUID],
    evidence: Mapping[tuple[UUID, UUID], Acquaintance],
    named: Mapping[UUID, Named],
) -> Link | None:
    if pair not in evidence or any(person not in named for person in pair):
        return None
    person, other = (named[each] for each in pair)
    signs = evidence[pair].evidence
    by = next((UUID(sign.detail) for sign in signs if sign.sign is Sign.INTRODUCED), None)
    return Link(person, other, evidence[pair].probability, signs[:SIGNS], named.get(by) if by else None)
