"""Full-text search over people on both engines: the closest first, because rows are numbered so."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F
from django.db.models.expressions import RawSQL

from rapport.db.models import Owner, SearchRow
from rapport.domain.people.search import numbers_of

Wanted = Sequence[Sequence[str]]  # each: words of which one must be there, or a word that begins so


def matching(owner_id: UUID, wanted: Wanted) -> Any:
    """Numbers of the rows that hold one word of each; a subquery, in no order."""
    low, high = numbers_of(_number(owner_id))
    if connection.vendor == "sqlite":
        sql = "SELECT rowid FROM rapport_search WHERE rapport_search MATCH %s AND rowid BETWEEN %s AND %s"
        return RawSQL(sql, (_fts5(wanted), low, high))
    sql = (
        "SELECT id FROM rapport_searchrow WHERE to_tsvector('simple', text) @@ to_tsquery('simple', %s)"
        " AND id BETWEEN %s AND %s"
    )
    return RawSQL(sql, (_tsquery(wanted), low, high))


def people(owner_id: UUID, wanted: Wanted, limit: int) -> list[UUID]:
    """The closest of those who match. One query."""
    low, high = numbers_of(_number(owner_id))
    if connection.vendor == "sqlite":
        connection.ensure_connection()  # past Django's cursor, which costs as much as the search
        found = connection.connection.execute(FTS5, (_fts5(wanted), low, high, limit))
        return [UUID(pk) for (pk,) in found.fetchall()]
    with connection.cursor() as cursor:
        cursor.execute(TSQUERY, (_tsquery(wanted), low, high, limit))
        return [pk for (pk,) in cursor.fetchall()]


FTS5 = (
    "SELECT s.person_id FROM rapport_search f JOIN rapport_searchrow s ON s.id = f.rowid"
    " WHERE rapport_search MATCH ? AND f.rowid BETWEEN ? AND ? ORDER BY f.rowid LIMIT ?"
)
TSQUERY = (
    "SELECT person_id FROM rapport_searchrow WHERE to_tsvector('simple', text) @@ to_tsquery('simple', %s)"
    " AND id BETWEEN %s AND %s ORDER BY id LIMIT %s"
)


def how_many(owner_id: UUID, wanted: Wanted) -> int:
    """Of those who match. One query."""
    return SearchRow.objects.filter(id__in=matching(owner_id, wanted)).count()


def texts(owner_id: UUID) -> list[str]:
    """All that is indexed, for a look at its vocabulary."""
    return list(SearchRow.objects.of(owner_id).values_list("text", flat=True))


def state(owner_id: UUID) -> tuple[int, int]:
    """Moves on whenever the index may have."""
    revision, number = Owner.objects.values_list(F("revision"), "number").get(pk=owner_id)
    return revision, number


def _number(owner_id: UUID) -> int:
    """The owner's number, which never changes; each store has its own."""
    key = (connection.settings_dict["NAME"], owner_id)
    if key not in NUMBERS:
        NUMBERS[key] = Owner.objects.values_list("number", flat=True).get(pk=owner_id)
    return NUMBERS[key]


NUMBERS: dict[tuple[str, UUID], int] = {}


def _fts5(wanted: Wanted) -> str:
    """`"gar"* AND ("chloe"* OR "cloe"*)`: each word is quoted, so none is an operator."""
    return " AND ".join("(" + " OR ".join(f'"{word}"*' for word in words) + ")" for words in wanted)


def _tsquery(wanted: Wanted) -> str:
    return " & ".join("(" + " | ".join(f"{word}:*" for word in words) + ")" for words in wanted)
