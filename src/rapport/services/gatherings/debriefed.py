"""What a debrief brought: the verdicts, who is new, and what is to be done within two days."""

from uuid import UUID

from django.db.models import Q

from rapport.db.models import Change, Gathering, Interaction
from rapport.db.queries import followups, giving
from rapport.db.queries import today as today_queries
from rapport.db.queries.followups import FollowUpRow
from rapport.db.queries.giving import HelpRow
from rapport.domain.values import dataclass
from rapport.services.quicklog.confirm import read_back as line_read_back
from rapport.services.quicklog.save import RulingGiven

__all__ = ["Debriefed", "FollowUpRow", "HelpRow", "RulingGiven", "read_back"]


@dataclass(frozen=True, slots=True)
class Debriefed:
    gathering_id: UUID
    name: str
    is_undone: bool
    rulings: tuple[RulingGiven, ...]
    people_made: tuple[tuple[UUID, str], ...]
    steps: tuple[FollowUpRow, ...]  # the earliest first
    promises: tuple[HelpRow, ...]
    emails: dict[UUID, str]  # where the drafts could go


def read_back(owner_id: UUID, batch_id: UUID) -> Debriefed:
    """Raises LookupError, also when the batch was no debrief."""
    line = line_read_back(owner_id, batch_id)
    rows: dict[str, list[UUID]] = {}
    changes = Change.objects.of(owner_id).filter(batch_id=batch_id)
    for table, row in changes.values_list("table", "row"):
        rows.setdefault(table, []).append(row)
    met = Interaction.objects.of(owner_id).filter(pk__in=rows.get("Interaction", ()))
    told = Q(pk__in=rows.get("Gathering", ())) | Q(pk__in=met.values("gathering_id"))  # told twice, unchanged
    there = Gathering.objects.of(owner_id).filter(told).first()
    if there is None:
        raise LookupError(str(batch_id))
    steps = followups.rows(owner_id, Q(pk__in=rows.get("FollowUp", ())) & followups.OPEN)
    return Debriefed(
        gathering_id=there.pk,
        name=there.name,
        is_undone=line.is_undone,
        rulings=line.rulings,
        people_made=line.people_made,
        steps=tuple(steps),
        promises=tuple(giving.helps(owner_id, Q(pk__in=rows.get("Help", ())))),
        emails=today_queries.emails(owner_id, [step.person.id for step in steps if step.person]),
    )
