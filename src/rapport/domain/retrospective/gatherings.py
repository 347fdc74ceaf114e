"""Small or large, which to return to, and what the ones outside the comfort zone opened."""

from uuid import UUID

from rapport.domain.challenge.referee import Verdict
from rapport.domain.gatherings.gatherings import Gathering
from rapport.domain.learning.learning import Share, share
from rapport.domain.origins.origins import NodeKind
from rapport.domain.retrospective.chance import chance_of_difference, told_apart
from rapport.domain.retrospective.month import ENOUGH, Month, evidence
from rapport.domain.retrospective.values import Code, EvidenceKind, Finding, Number
from rapport.domain.text import fold
from rapport.domain.values import dataclass

GOOD_SHARE = 0.1  # memorable people of those met: the interval lies above one in ten
FEWEST = 2  # memorable people that make a gathering worth a return


@dataclass(frozen=True, slots=True)
class Met:
    """Encounters with new people at one or more gatherings, and how many of them were memorable."""

    memorable: int = 0
    encounters: int = 0
    interactions: tuple[UUID, ...] = ()

    def __add__(self, other: "Met") -> "Met":
        return Met(
            self.memorable + other.memorable,
            self.encounters + other.encounters,
            self.interactions + other.interactions,
        )

    @property
    def share(self) -> Share:
        return share(self.memorable, self.encounters)


@dataclass(frozen=True, slots=True)
class Group:
    """The dates of one series that were gone to, oldest first."""

    dates: tuple[Gathering, ...]
    met: Met

    @property
    def is_series(self) -> bool:
        return len(self.dates) > 1 or self.dates[0].series_id is not None


def findings(month: Month) -> list[Finding]:
    met = met_at(month)
    return [*_by_size(month, met), *_best(month), *_stretch(month, met)]


def met_at(month: Month) -> dict[UUID, Met]:
    """By gathering gone to. People known before or met already are no encounter; `others` all are."""
    verdicts = {(j.interaction_id, j.person_id): j.ruling.verdict for j in month.facts.judged}
    met = {gathering.id: Met() for gathering in month.gone}
    for interaction in sorted(month.facts.interactions, key=lambda i: (i.on, str(i.id))):
        if interaction.gathering_id not in met:
            continue
        memorable, encounters = 0, interaction.others
        for part in interaction.people:
            verdict = verdicts.get((interaction.id, part.person_id))
            if verdict is None or verdict is Verdict.ALREADY_KNOWN:
                continue
            encounters += 1
            counted = verdict in (Verdict.CONNECTION, Verdict.REKINDLED)
            memorable += counted if part.memorable is None else part.memorable
        met[interaction.gathering_id] += Met(memorable, encounters, (interaction.id,) if encounters else ())
    return met


def groups(month: Month) -> list[Group]:
    """Series, and single gatherings; those with most memorable people first, then by the share's low end."""
    met = met_at(month)
    dates: dict[UUID | str, list[Gathering]] = {}
    for gathering in month.gone:
        key = gathering.series_id or fold(gathering.name)
        dates.setdefault(key, []).append(gathering)
    every = [Group(tuple(some), sum((met[g.id] for g in some), Met())) for some in dates.values()]
    every.sort(
        key=lambda g: (-g.met.memorable, -g.met.share.low, g.dates[0].on, g.dates[0].name, str(g.dates[0].id))
    )
    return every


def worth_returning(month: Month) -> list[Group]:
    return [g for g in groups(month) if g.met.memorable >= FEWEST and g.met.share.low >= GOOD_SHARE]


def _by_size(month: Month, met: dict[UUID, Met]) -> list[Finding]:
    small = sum((met[g.id] for g in month.gone if g.is_small is True), Met())
    large = sum((met[g.id] for g in month.gone if g.is_small is False), Met())
    if small.encounters < ENOUGH or large.encounters < ENOUGH:
        return []
    counts = (small.memorable, small.encounters, large.memorable, large.encounters)
    code = Code.GATHERING_SIZE_UNTOLD
    if told_apart(*counts):
        small_wins = small.memorable * large.encounters > large.memorable * small.encounters
        code = Code.SMALL_GATHERINGS_MEMORABLE if small_wins else Code.LARGE_GATHERINGS_MEMORABLE
    names = ("small_memorable", "small_encounters", "large_memorable", "large_encounters")
    numbers: tuple[tuple[str, Number], ...] = (
        *zip(names, counts, strict=True),
        ("chance", chance_of_difference(*counts)),
    )
    rests_on = (
        *evidence(EvidenceKind.GATHERING, (g.id for g in month.gone if g.is_small is not None)),
        *evidence(EvidenceKind.INTERACTION, small.interactions + large.interactions),
    )
    return [Finding(code, numbers, rests_on, (small.share, large.share))]


def _best(month: Month) -> list[Finding]:
    best = next(iter(worth_returning(month)), None)
    if best is None:
        return []
    numbers = (
        ("memorable", best.met.memorable),
        ("encounters", best.met.encounters),
        ("times", len(best.dates)),
    )
    rests_on = (
        *evidence(EvidenceKind.GATHERING, (gathering.id for gathering in best.dates)),
        *evidence(EvidenceKind.INTERACTION, best.met.interactions),
    )
    return [Finding(Code.BEST_GATHERING, numbers, rests_on, (best.met.share,), (best.dates[-1].id,))]


def _stretch(month: Month, met: dict[UUID, Met]) -> list[Finding]:
    """An opportunity came from a stretch gathering when one lies on its way back to me."""
    tried = [gathering for gathering in month.gone if gathering.stretch]
    if not tried:
        return []
    ids = {gathering.id for gathering in tried}
    opened, through = [], []
    for opportunity in month.opportunities:
        way = [uid for _, uid in month.tree.path(NodeKind.OPPORTUNITY, opportunity.id) if uid in ids]
        if way:
            opened.append(opportunity.id)
            through += way
    code = Code.STRETCH_OPENED_OPPORTUNITY if opened else Code.STRETCH_OPENED_NOTHING
    numbers = (
        ("gatherings", len(tried)),
        ("opportunities", len(opened)),
        ("memorable", sum(met[gathering.id].memorable for gathering in tried)),
    )
    subjects = tuple(dict.fromkeys(through)) or tuple(gathering.id for gathering in tried)
    rests_on = (
        *evidence(EvidenceKind.GATHERING, (gathering.id for gathering in tried)),
        *evidence(EvidenceKind.OPPORTUNITY, opened),
    )
    return [Finding(code, numbers, rests_on, subjects=subjects)]
