"""Who came through whom: the chain of introducers of one person, and whom they brought."""

from uuid import UUID

from django.db.models import Q

from rapport.db.models import Gathering
from rapport.db.models import Person as Row
from rapport.db.queries.values import Named
from rapport.domain.text import fold
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the way from somebody to me: the gathering, or the person, they came through."""

    person: Named | None
    gathering: Named | None


Origins = dict[UUID, tuple[str, UUID | None, UUID | None]]  # name, introduced by, met at
Gatherings = dict[UUID, tuple[str, UUID | None]]  # name, who brought me there


def around(owner_id: UUID, person_id: UUID) -> tuple[tuple[Link, ...], tuple[Named, ...]]:
    """How this person came to me, and who came through them. Two queries."""
    people, gatherings = _origins(owner_id), _gatherings(owner_id)
    return _chain(person_id, people, gatherings), _brought(person_id, people, gatherings)


def comes_through(owner_id: UUID, person_id: UUID, introducer_id: UUID) -> bool:
    """True when `introducer_id` came through that person, who then cannot come through them."""
    links = _chain(introducer_id, _origins(owner_id), _gatherings(owner_id))
    return person_id == introducer_id or any(link.person and link.person.id == person_id for link in links)


def _chain(person_id: UUID, people: Origins, gatherings: Gatherings) -> tuple[Link, ...]:
    """From the nearest step to the one right next to me; empty when no origin is known."""
    links: list[Link] = []
    seen = {person_id}
    at: UUID | None = person_id
    while at is not None and at in people:
        _, introducer, met_at = people[at]
        at = None
        if introducer in people and introducer not in seen:
            at = introducer
        elif met_at in gatherings:
            name, host = gatherings[met_at]
            links.append(Link(None, Named(met_at, name)))
            at = host if host in people and host not in seen else None
        if at is not None:
            seen.add(at)
            links.append(Link(Named(at, people[at][0]), None))
    return tuple(links)


def _brought(person_id: UUID, people: Origins, gatherings: Gatherings) -> tuple[Named, ...]:
    """Introduced by them, or met at a gathering they brought me to; by name."""
    found = []
    for pk, (name, introducer, met_at) in people.items():
        host = gatherings[met_at][1] if introducer is None and met_at in gatherings else None
        if person_id in (introducer, host) and pk != person_id:
            found.append(Named(pk, name))
    return tuple(sorted(found, key=lambda person: (fold(person.name), str(person.id))))


def _origins(owner_id: UUID) -> Origins:
    """Everybody who has an origin or is one."""
    rows = Row.objects.of(owner_id).live()
    introducers = rows.exclude(introduced_by=None).values("introduced_by_id")
    hosts = Gathering.objects.of(owner_id).live().exclude(invited_by=None).values("invited_by_id")
    concerned = (
        Q(introduced_by__isnull=False) | Q(met_at__isnull=False) | Q(pk__in=introducers) | Q(pk__in=hosts)
    )
    columns = rows.filter(concerned).values_list("id", "name", "introduced_by_id", "met_at_id")
    return {pk: (name, introducer, met_at) for pk, name, introducer, met_at in columns}


def _gatherings(owner_id: UUID) -> Gatherings:
    """With who brought me there, or to an earlier date of the series."""
    rows = Gathering.objects.of(owner_id).live().order_by("on", "id")
    found: Gatherings = {}
    hosts: dict[UUID, UUID] = {}
    for pk, name, host, series in rows.values_list("id", "name", "invited_by_id", "series_id"):
        if host and series:
            hosts.setdefault(series, host)
        found[pk] = (name, host or hosts.get(series))
    return found
