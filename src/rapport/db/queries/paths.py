"""Warm paths by plain self-joins that meet in the middle: exact on both engines, nothing kept in memory.

The far half is read backwards from the target: whom they know, and whom those know. There my own ties
meet it. Each step between two others reads the index `acquaintance_path` alone.
"""

from collections.abc import Collection
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from rapport.db.models import Acquaintance as Row
from rapport.db.models import Tie
from rapport.domain.asks.paths import Path, path_of
from rapport.domain.history.acquaintances import Acquaintance, from_json

TABLES = {"acquaintance": Row._meta.db_table, "tie": Tie._meta.db_table}
# Parameters: target, target; then the limit where there is one.
NEAR = "SELECT other_id AS via, probability AS p FROM {acquaintance} WHERE person_id = %s"
FAR = """
    SELECT a.other_id AS first, near.via AS via, near.p * a.probability * t.closeness AS p
    FROM near
    JOIN {acquaintance} a ON a.person_id = near.via
    JOIN {tie} t ON t.person_id = a.other_id
    WHERE a.other_id <> %s"""
CLOSE = "SELECT near.via, NULL, near.p * t.closeness FROM near JOIN {tie} t ON t.person_id = near.via"
BEST = (
    f"WITH near AS ({NEAR}) {FAR} UNION ALL {CLOSE}"
    " UNION ALL SELECT t.person_id, NULL, t.closeness FROM {tie} t WHERE t.person_id = %s"
    " ORDER BY 3 DESC LIMIT %s"
).format(**TABLES)
# The same to several targets at once, with the two halves apart: what leads to me, and what leads to them.
REACHING = """
    WITH near AS (
        SELECT person_id AS target, other_id AS via, probability AS p FROM {acquaintance}
        WHERE person_id IN ({marks})
    )
    SELECT near.target, a.other_id, near.via, near.p * a.probability, t.closeness
    FROM near
    JOIN {acquaintance} a ON a.person_id = near.via
    JOIN {tie} t ON t.person_id = a.other_id
    WHERE a.other_id <> near.target
    UNION ALL
    SELECT near.target, near.via, NULL, near.p, t.closeness FROM near JOIN {tie} t ON t.person_id = near.via
    ORDER BY 4 DESC LIMIT {limit}"""
AT_ONCE = 200  # targets in one statement
MOST_WAYS = 3_000  # to each set of targets; the likeliest, which are all that is shown


class Way(NamedTuple):
    """How `first`, one of my people, may lead to a target."""

    target: UUID
    first: UUID
    via: UUID | None
    probability: float  # of the acquaintances from `first` on
    closeness: float  # of `first` to me


def best(target: UUID, limit: int = 5) -> list[Path]:
    """The likeliest paths from me to this person, the direct one among them; one query."""
    wanted = _plain(target)
    with connection.cursor() as cursor:
        cursor.execute(BEST, (wanted, wanted, wanted, limit))
        return [path_of(first, via, wanted, p) for first, via, p in cursor.fetchall()]


def reaching(targets: Collection[UUID]) -> list[Way]:
    """The likeliest ways to each of these people through one or two others. One query for AT_ONCE of them."""
    wanted = sorted(targets)
    found: list[Way] = []
    for start in range(0, len(wanted), AT_ONCE):
        some = [_plain(target) for target in wanted[start : start + AT_ONCE]]
        query = REACHING.format(**TABLES, marks=", ".join(["%s"] * len(some)), limit=MOST_WAYS)
        with connection.cursor() as cursor:
            cursor.execute(query, some)
            found += [Way(_id(t), _id(f), _id(v) if v else None, p, c) for t, f, v, p, c in cursor]
    return found


def between(pairs: Collection[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], Acquaintance]:
    """That two people know each other and what shows it, for these few pairs. One query."""
    people = {person for pair in pairs for person in pair}
    rows = Row.objects.filter(person_id__in=people, other_id__in=people)
    columns = ("person_id", "other_id", "probability", "evidence")
    return {
        (a, b): Acquaintance(probability, from_json(told))
        for a, b, probability, told in rows.values_list(*columns)
        if (a, b) in pairs
    }


def _plain(value: UUID) -> Any:
    return value if connection.features.has_native_uuid_field else value.hex


def _id(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)
