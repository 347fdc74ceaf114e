"""Gatherings gone to, with what each gave: the ground for what is learned from them."""

from collections import Counter, defaultdict
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from rapport.db.models import Gathering, Interaction, Introduction, Opportunity, Participant, Ruling
from rapport.db.queries.prepared import prepared
from rapport.domain.asks.introductions import Step
from rapport.domain.challenge.referee import Verdict
from rapport.domain.gatherings.gatherings import Attendance, GatheringKind
from rapport.domain.gatherings.yields import Visit

KNOWN = (Verdict.ALREADY_KNOWN, Verdict.REACHED_OUT)  # no encounter with anybody new
COUNTED = (Verdict.CONNECTION, Verdict.REKINDLED)
TOLD = Q(debriefed_on__isnull=False)
NAMED = 900  # ids in one statement


def visits(owner_id: UUID) -> list[Visit]:
    """All whose evening was told of, the earliest first. Seven queries, however many there are.

    A gathering gone to of which nothing is written says nothing; one debriefed with nobody met says nothing
    came of it.
    """
    ids = [pk for (pk,) in _gone_to(owner_id)]
    if not ids:
        return []
    gone = Gathering.objects.of(owner_id).live().filter(attendance=Attendance.WENT)
    among = Q(gathering_id__in=ids) if len(ids) <= NAMED else Q(gathering__isnull=False)
    held = Interaction.objects.of(owner_id).live().filter(among)
    others = dict(held.values_list("gathering_id").annotate(Sum("others")).order_by())
    met, memorable = _met(owner_id, ids)
    opened, introduced = _opened(owner_id), _introduced(owner_id)
    gone = gone.filter(TOLD | Q(pk__in=held.values("gathering_id")))
    spent = dict(held.filter(minutes__gt=0).values_list("gathering_id").annotate(Sum("minutes")).order_by())
    columns = gone.order_by("on", "folded").values_list(
        "id", "name", Coalesce("series__folded", "folded"), "on", "size", "kind", "minutes"
    )
    return [
        Visit(
            id=pk,
            name=name,
            key=key,
            on=on,
            size=size,
            kind=GatheringKind(kind),
            minutes=minutes or spent.get(pk),
            memorable=memorable[pk],
            met=met[pk] + others.get(pk, 0),
            opened=opened[pk],
            introduced=introduced[pk],
        )
        for pk, name, key, on, size, kind, minutes in columns
    ]


@prepared
def _gone_to(owner_id: UUID) -> "QuerySet[Any, Any]":
    return Gathering.objects.of(owner_id).live().filter(attendance=Attendance.WENT).values_list("id")


def _met(owner_id: UUID, ids: list[UUID]) -> tuple[Counter[UUID], Counter[UUID]]:
    """People met for the first time at each gathering, and those among them whom one would remember."""
    among = Q(interaction__gathering__isnull=False, owner_id=owner_id)
    if len(ids) <= NAMED:  # asked for by owner too, the engine would walk through all of the owner's rows
        among = Q(interaction__gathering_id__in=ids)
    ruled = Ruling.objects.filter(among)
    verdicts = {
        (interaction, person): Verdict(verdict)
        for interaction, person, verdict in ruled.values_list("interaction_id", "person_id", "verdict")
    }
    there = Participant.objects.filter(
        among, interaction__binned_at__isnull=True, person__binned_at__isnull=True
    )
    met: defaultdict[UUID, dict[UUID, bool]] = defaultdict(dict)
    columns = there.values_list("interaction_id", "interaction__gathering_id", "person_id", "memorable")
    for interaction, gathering, person, said in columns:
        verdict = verdicts.get((interaction, person))
        if verdict is None or verdict in KNOWN:
            continue
        is_memorable = verdict in COUNTED if said is None else bool(said)
        met[gathering][person] = is_memorable or met[gathering].get(person, False)
    everybody = Counter({gathering: len(people) for gathering, people in met.items()})
    remembered = Counter({gathering: sum(people.values()) for gathering, people in met.items()})
    return everybody, remembered


def _opened(owner_id: UUID) -> Counter[UUID]:
    """What opened up there, or through somebody met there."""
    rows: Any = Opportunity.objects.of(owner_id).live().annotate(via=F("person__met_at_id"))
    found: Counter[UUID] = Counter()
    for gathering, via in rows.values_list("gathering_id", "via"):
        if gathering or via:
            found[gathering or via] += 1
    return found


def _introduced(owner_id: UUID) -> Counter[UUID]:
    """Whom somebody met there brought to me."""
    rows = (
        Introduction.objects.of(owner_id)
        .live()
        .filter(introducer__met_at__isnull=False, other=None, step__in=(Step.CONNECTED, Step.HAPPENED))
    )
    return Counter(rows.values_list("introducer__met_at_id", flat=True))
