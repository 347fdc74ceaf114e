"""Somebody meant by an id, a name, or a part of one."""

from collections.abc import Iterable
from uuid import UUID

from rapport.db.queries import near_names
from rapport.db.queries import people as queries
from rapport.domain.people.people import Match, resolve
from rapport.domain.text import fold
from rapport.domain.values import dataclass

Rows = list[tuple[UUID, str, list[str]]]  # id, name, aliases


@dataclass(frozen=True, slots=True)
class Somebody:
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a reference may mean; by name."""

    match: Match
    people: tuple[Somebody, ...] = ()


def find(owner_id: UUID, reference: str, *, parts: bool = True) -> Found:
    """An id wins, then a whole name, a first or last name, a part of a name, a name with a slip.

    Without `parts`, half a word means nobody: where a name may be somebody new.
    """
    if (pk := _as_id(reference)) and (person := queries.some(owner_id, [pk]).get(pk)):
        return Found(Match.KNOWN, (Somebody(pk, person.name),))
    words = fold(reference).split()
    if not words:
        return Found(Match.UNKNOWN)
    alike = queries.named(owner_id, words)
    found = resolve(reference, alike)
    if found.match in (Match.KNOWN, Match.AMBIGUOUS):
        return _named(found.match, found.ids, alike)
    holding = [pk for pk, name, aliases in alike if parts and _holds((name, *aliases), words)]
    if holding:
        return _named(Match.KNOWN if len(holding) == 1 else Match.AMBIGUOUS, holding, alike)
    slipped = near_names.near(owner_id, reference)
    found = resolve(reference, slipped)
    return _named(found.match, found.ids, slipped)


def namesakes(owner_id: UUID, name: str) -> tuple[Somebody, ...]:
    """Those who are called exactly so, or also called so, however it is spelled."""
    wanted = fold(" ".join(name.split()))
    alike = queries.named(owner_id, wanted.split()[:1])
    same = [(pk, kept) for pk, kept, aliases in alike if wanted in map(fold, (kept, *aliases))]
    return tuple(
        Somebody(pk, kept) for pk, kept in sorted(same, key=lambda one: (fold(one[1]), one[1], str(one[0])))
    )


def offered(owner_id: UUID, limit: int = 1000) -> tuple[str, ...]:
    """Names to choose from while somebody types, the closest first. One query."""
    return tuple(dict.fromkeys(queries.offered(owner_id, limit)))


def details(owner_id: UUID, ids: Iterable[UUID]) -> dict[UUID, str]:
    """What tells people of one name apart: where they work and live."""
    found = queries.some(owner_id, ids)
    return {pk: ", ".join(filter(None, (one.organisation, one.city))) for pk, one in found.items()}


def _holds(spellings: Iterable[str], words: list[str]) -> bool:
    """One spelling has every word in it, whole or as a part."""
    return any(all(word in fold(spelling) for word in words) for spelling in spellings)


def _named(match: Match, ids: Iterable[UUID], rows: Rows) -> Found:
    names = {pk: name for pk, name, _ in rows}
    people = sorted((Somebody(pk, names[pk]) for pk in ids), key=lambda one: (fold(one.name), str(one.id)))
    return Found(match, tuple(people))


def _as_id(reference: str) -> UUID | None:
    try:
        return UUID(reference)
    except ValueError:
        return None
