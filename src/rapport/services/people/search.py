"""People found while somebody types: as typed, and with a slip forgiven where nobody is found so."""

from collections import OrderedDict
from threading import Lock
from typing import Any
from uuid import UUID

from django.db import connection

from rapport.db.queries import search as queries
from rapport.db.queries.values import Paging, window
from rapport.domain.people.search import slipped, terms

LIMIT = 20
NEAREST = 12  # spellings that one mistyped word may stand for


def find(owner_id: UUID, typed: str, limit: int = LIMIT) -> list[UUID]:
    """Who is meant, the closest tie first."""
    wanted = [(term,) for term in terms(typed)]
    if not wanted:
        return []
    found = queries.people(owner_id, wanted, limit)
    if found:
        return found
    forgiven = _forgiven(owner_id, [term for (term,) in wanted])
    return queries.people(owner_id, forgiven, limit) if forgiven else []


def page(owner_id: UUID, typed: str, number: int) -> tuple[list[UUID], Paging]:
    """A page of all who are meant, the closest tie first."""
    wanted, here = _wanted(owner_id, typed), window(number)
    found = queries.people(owner_id, wanted, here.stop)
    total = len(found) if len(found) < here.stop else queries.how_many(owner_id, wanted)
    paging = Paging(max(number, 1), total)
    return list(paging.cut(found[here])), paging


def rows(owner_id: UUID, typed: str) -> Any:
    """The same as a subquery of all who match, for a list that is filtered further; None for no words."""
    wanted = _wanted(owner_id, typed)
    return queries.matching(owner_id, wanted) if wanted else None


def _wanted(owner_id: UUID, typed: str) -> list[tuple[str, ...]]:
    """The words as typed, or with a slip forgiven where nobody is found so."""
    wanted: list[tuple[str, ...]] = [(term,) for term in terms(typed)]
    if wanted and not queries.people(owner_id, wanted, 1):
        return _forgiven(owner_id, [term for (term,) in wanted]) or wanted
    return wanted


def _forgiven(owner_id: UUID, typed: list[str]) -> list[tuple[str, ...]]:
    """Each word with the words there are that it may be a slip of; empty when one has none."""
    vocabulary = VOCABULARIES.of(owner_id)
    found: list[tuple[str, ...]] = []
    for term in typed:
        spellings = [term] if queries.people(owner_id, [(term,)], 1) else slipped(term, vocabulary)[:NEAREST]
        if not spellings:
            return []
        found.append(tuple(spellings))
    return found


class _Vocabularies:
    """The words indexed for an owner, kept until the next write."""

    def __init__(self) -> None:
        self.kept: OrderedDict[tuple[str, UUID], tuple[tuple[int, int], list[str]]] = OrderedDict()
        self.lock = Lock()

    def of(self, owner_id: UUID) -> list[str]:
        key, state = (str(connection.settings_dict["NAME"]), owner_id), queries.state(owner_id)
        with self.lock:
            known = self.kept.get(key)
            if known and known[0] == state:
                return known[1]
        words = list({word for text in queries.texts(owner_id) for word in text.split()})
        with self.lock:
            self.kept[key] = (state, words)
            while len(self.kept) > 4:
                self.kept.popitem(last=False)
        return words


VOCABULARIES = _Vocabularies()
