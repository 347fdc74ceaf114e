"""Who of my people is at an organisation, and the warmest way there."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from rapport.db.queries import organisations as queries
from rapport.db.queries import paths, people
from rapport.db.queries.organisations import Somebody
from rapport.db.queries.values import Named
from rapport.domain.people.organisations import matching_each
from rapport.domain.pitches.warm_paths import CLOSE, Insider, Lead, Path, Warmth, path
from rapport.domain.values import dataclass

__all__ = ["Somebody", "There", "WarmPath", "Warmth", "to"]

CLOSEST = 5  # people of one organisation to whom a way is sought


@dataclass(frozen=True, slots=True)
class WarmPath:
    """Through whom, to whom there; sometimes through one more."""

    warmth: Warmth
    through: Named
    there: Somebody
    via: Named | None = None


@dataclass(frozen=True, slots=True)
class There:
    """What I have at one organisation."""

    people: tuple[Somebody, ...] = ()  # the closest first
    path: WarmPath | None = None


def to(owner_id: UUID, organisations: Iterable[str]) -> dict[str, There]:
    """For each name, who is there and the warm path. At most four queries, whatever is asked."""
    wanted = list(dict.fromkeys(organisations))
    known = queries.every(owner_id) if wanted else []
    spelled = matching_each(wanted, known)
    spellings = frozenset().union(*spelled.values())
    found = queries.people_at(owner_id, spellings) if spellings else []
    inside = {name: tuple(one for one in found if one.organisation in spelled[name]) for name in wanted}
    cold = [some for some in inside.values() if not any(one.closeness >= CLOSE for one in some)]
    sought = {one.id for some in cold for one in some[:CLOSEST]}
    leads = [
        Lead(way.first, way.via, way.target, way.closeness, way.probability)
        for way in (paths.reaching(sought) if sought else ())
    ]
    ways = {name: path([_insider(one) for one in some], leads) for name, some in inside.items()}
    between = {pk for way in ways.values() if way for pk in (way.through, way.via) if pk}
    names = {pk: person.name for pk, person in people.some(owner_id, between).items()} if between else {}
    return {name: There(some, _named(ways[name], some, names)) for name, some in inside.items()}


def _named(found: Path | None, there: Sequence[Somebody], names: Mapping[UUID, str]) -> WarmPath | None:
    """With names; none where somebody on it lies in the bin."""
    if found is None or found.through not in names or (found.via and found.via not in names):
        return None
    insider = next(one for one in there if one.id == found.insider)
    via = Named(found.via, names[found.via]) if found.via else None
    return WarmPath(found.warmth, Named(found.through, names[found.through]), insider, via)


def _insider(one: Somebody) -> Insider:
    introducer = one.introducer.id if one.introducer else None
    return Insider(one.id, one.closeness, introducer, one.introducer_closeness)
