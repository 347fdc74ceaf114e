"""How can I help? Asked once, after each new connection."""

from collections.abc import Sequence
from uuid import UUID

from rapport.db.queries import giving as queries
from rapport.domain.challenge.referee import Verdict
from rapport.services.quicklog.save import RulingGiven

AT_ONCE = 3  # questions after an evening with many: more would be a form


def unasked(owner_id: UUID, given: Sequence[RulingGiven]) -> tuple[RulingGiven, ...]:
    """New connections of whom no need and no help is written down. Two queries, where there are any."""
    new = {one.person_id: one for one in given if one.is_new and one.verdict is Verdict.CONNECTION}
    told = queries.told_of(owner_id, new) if new else frozenset()
    return tuple(one for pk, one in new.items() if pk not in told)[:AT_ONCE]
