"""Where it all came from: how much descends from how few people, and how close they were."""

from uuid import UUID

from rapport.domain.origins.origins import NodeKind
from rapport.domain.retrospective.month import Month, evidence
from rapport.domain.retrospective.values import Code, Evidence, EvidenceKind, Finding
from rapport.domain.values import dataclass

FEWEST = 4  # connections and opportunities: below this there is nothing to spread
FEW = 3  # introducers at most
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Root:
    """Someone I knew, and what of this month came through them."""

    person_id: UUID
    connections: tuple[UUID, ...]  # people
    opportunities: tuple[UUID, ...]

    @property
    def weight(self) -> int:
        return len(self.connections) + len(self.opportunities)


def roots(month: Month) -> list[Root]:
    """Those through whom something came, most first."""
    people: dict[UUID, list[UUID]] = {}
    openings: dict[UUID, list[UUID]] = {}
    for judged in month.connections:
        if root := month.tree.first_person(NodeKind.PERSON, judged.person_id):
            people.setdefault(root, []).append(judged.person_id)
    for opportunity in month.opportunities:
        if root := month.tree.first_person(NodeKind.OPPORTUNITY, opportunity.id):
            openings.setdefault(root, []).append(opportunity.id)
    found = [
        Root(uid, tuple(people.get(uid, ())), tuple(openings.get(uid, ()))) for uid in {**people, **openings}
    ]
    return sorted(found, key=lambda root: (-root.weight, month.facts.people[root.person_id].name, str(root)))


def findings(month: Month) -> list[Finding]:
    total = len(month.connections) + len(month.opportunities)
    if total < FEWEST:
        return []
    every = roots(month)
    top = _top(every, total)
    if top:
        return [_few(month, top, every, total)]
    through = sum(root.weight for root in every)
    code = Code.SPREAD_ORIGINS if through >= HALF * total else Code.OWN_ORIGINS
    numbers = (("introducers", len(every)), ("descended", through), ("total", total))
    return [Finding(code, numbers, _behind(month, every))]


def _top(every: list[Root], total: int) -> list[Root]:
    """The most people, three at best, who together gave more than half and stand out from all others.

    To stand out: the least of them gave two or more (three, if alone), and twice what the next one gave.
    """
    for count in range(min(FEW, len(every)), 0, -1):
        held = sum(root.weight for root in every[:count])
        least = every[count - 1].weight
        following = every[count].weight if count < len(every) else 0
        if held > HALF * total and least >= max(3 if count == 1 else 2, 2 * following):
            return every[:count]
    return []


def _few(month: Month, top: list[Root], every: list[Root], total: int) -> Finding:
    close = sum(month.is_close(root.person_id) for root in top)
    code = Code.FEW_INTRODUCERS
    if close == len(top):
        code = Code.FEW_CLOSE_INTRODUCERS
    elif close == 0 and all(month.knows_how_close(root.person_id) for root in top):
        code = Code.FEW_DISTANT_INTRODUCERS
    numbers = (
        ("introducers", len(top)),
        ("close", close),
        ("descended", sum(root.weight for root in top)),
        ("connections", sum(len(root.connections) for root in top)),
        ("opportunities", sum(len(root.opportunities) for root in top)),
        ("total", total),
        ("all_introducers", len(every)),
    )
    return Finding(code, numbers, _behind(month, top), subjects=tuple(root.person_id for root in top))


def _behind(month: Month, some: list[Root]) -> tuple[Evidence, ...]:
    """The people, the gatherings on the way, the encounters, and what opened."""
    met = {uid for root in some for uid in root.connections}
    opened = [uid for root in some for uid in root.opportunities]
    paths = [month.tree.path(NodeKind.PERSON, judged.person_id) for judged in month.connections]
    paths += [month.tree.path(NodeKind.OPPORTUNITY, uid) for uid in opened]
    heads = {root.person_id for root in some}
    on_the_way = [
        uid
        for path in paths
        if path and path[0][1] in heads
        for kind, uid in path
        if kind is NodeKind.GATHERING
    ]
    return (
        *evidence(EvidenceKind.PERSON, (root.person_id for root in some)),
        *evidence(EvidenceKind.GATHERING, on_the_way),
        *evidence(
            EvidenceKind.INTERACTION, (j.interaction_id for j in month.connections if j.person_id in met)
        ),
        *evidence(EvidenceKind.OPPORTUNITY, opened),
    )
