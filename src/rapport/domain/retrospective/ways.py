"""Per way of meeting people: tried, came of it, and where each connection began."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from rapport.domain.asks.asks import Answer
from rapport.domain.asks.introductions import Step
from rapport.domain.challenge.referee import Reason, Verdict
from rapport.domain.learning.learning import Way, share
from rapport.domain.origins.facts import Judged
from rapport.domain.origins.origins import NodeKind
from rapport.domain.retrospective.month import ENOUGH, Month, evidence
from rapport.domain.retrospective.values import Code, Evidence, EvidenceKind, Finding, WayTold

TOLD = (Way.ASK, Way.GATHERING, Way.PITCH, Way.RECONNECT, Way.GIVE, Way.FOLLOW_UP)
WAIT_DAYS = 7  # five working days: a younger ask without an answer tells nothing yet


def ways(month: Month) -> tuple[WayTold, ...]:
    return tuple(told(month, way) for way in TOLD)


def findings(month: Month) -> list[Finding]:
    """Ways tried too seldom to say anything about."""
    found = []
    for way in (Way.ASK, Way.GATHERING, Way.PITCH, Way.RECONNECT):
        one = told(month, way)
        if 0 < one.tried < ENOUGH:
            numbers = (("tried", one.tried), ("came", one.came))
            found.append(Finding(Code.TOO_EARLY_TO_TELL, numbers, one.evidence, (one.share,), way=way))
    return found


def told(month: Month, way: Way) -> WayTold:
    tried, came, rests_on = _COUNTS[way](month) if way in _COUNTS else (0, 0, ())
    began = [judged for judged in month.connections if way_of(month, judged) is way]
    return WayTold(way, share(came, tried), len(began), _minutes(month, way), rests_on)


def way_of(month: Month, judged: Judged) -> Way | None:
    """How a connection began; None: none of the ways is told of."""
    path = month.tree.path(NodeKind.PERSON, judged.person_id)
    through = path[-2][0] if len(path) > 1 else None
    if through is NodeKind.GATHERING:
        return Way.GATHERING
    if through is NodeKind.PERSON:
        return Way.ASK
    if any(pitch.person_id == judged.person_id for pitch in month.facts.pitches):
        return Way.PITCH
    return None


def settled_asks(month: Month) -> list[tuple[UUID, UUID, Answer]]:
    """Asks that tell something: (id, person, answer). An old one without an answer is silence."""
    settled: list[tuple[UUID, UUID, Answer]] = []
    for ask in month.asks:
        if ask.answer is not Answer.ASKED:
            settled.append((ask.id, ask.person_id, ask.answer))
        elif (month.facts.today - ask.on).days >= WAIT_DAYS:
            settled.append((ask.id, ask.person_id, Answer.SILENT))
    return settled


_Count = tuple[int, int, tuple[Evidence, ...]]


def _asks(month: Month) -> _Count:
    settled = settled_asks(month)
    came = sum(answer is Answer.INTRODUCED for _, _, answer in settled)
    return len(settled), came, evidence(EvidenceKind.ASK, (uid for uid, _, _ in settled))


def _gatherings(month: Month) -> _Count:
    """Came of it: a connection was made there."""
    gathering_of = {interaction.id: interaction.gathering_id for interaction in month.facts.interactions}
    gave = {gathering_of.get(judged.interaction_id) for judged in month.connections}
    came = sum(gathering.id in gave for gathering in month.gone)
    return len(month.gone), came, evidence(EvidenceKind.GATHERING, (g.id for g in month.gone))


def _pitches(month: Month) -> _Count:
    came = sum(pitch.came_of_it for pitch in month.pitches)
    return len(month.pitches), came, evidence(EvidenceKind.PITCH, (pitch.id for pitch in month.pitches))


def _reconnects(month: Month) -> _Count:
    """People lost touch with, written to or met again; came of it: rekindled."""
    quiet = {Reason.WAS_DORMANT, Reason.LOST_TOUCH}
    days = frozenset(month.days)
    about = [j for j in month.facts.judged if j.on in days and quiet & set(j.ruling.reasons)]
    about.sort(key=lambda j: (j.on, str(j.person_id), str(j.interaction_id)))
    people = {judged.person_id for judged in about}
    rekindled = {judged.person_id for judged in about if judged.ruling.verdict is Verdict.REKINDLED}
    return (
        len(people),
        len(rekindled),
        evidence(EvidenceKind.INTERACTION, (judged.interaction_id for judged in about)),
    )


def _given(month: Month) -> _Count:
    """Help promised or given, and introductions I made; came of it: given, and both connected."""
    days = frozenset(month.days)
    helps = [
        h for h in month.facts.helps if h.by_me and not days.isdisjoint(_dates(h.promised_on, h.given_on))
    ]
    made = [i for i in month.facts.introductions if i.introducer_id is None and i.on in days]
    came = sum(one.given_on is not None for one in helps)
    came += sum(one.step in (Step.CONNECTED, Step.HAPPENED) for one in made)
    rests_on = evidence(EvidenceKind.HELP, (one.id for one in helps))
    rests_on += evidence(EvidenceKind.INTRODUCTION, (one.id for one in made))
    return len(helps) + len(made), came, rests_on


def _follow_ups(month: Month) -> _Count:
    days = frozenset(month.days)
    due = [one for one in month.facts.follow_ups if one.due_on in days and one.dropped_on is None]
    came = sum(one.done_on is not None for one in due)
    return len(due), came, evidence(EvidenceKind.FOLLOW_UP, (one.id for one in due))


_COUNTS = {
    Way.ASK: _asks,
    Way.GATHERING: _gatherings,
    Way.PITCH: _pitches,
    Way.RECONNECT: _reconnects,
    Way.GIVE: _given,
    Way.FOLLOW_UP: _follow_ups,
}


def _dates(*days: date | None) -> set[date]:
    return {day for day in days if day}


def _minutes(month: Month, way: Way) -> int | None:
    """The minutes written down for exchanges that belong to this way."""
    among = _ids(month, way)
    spent = [one.minutes for one in month.facts.interactions if one.minutes is not None and one.id in among]
    return sum(spent) if spent else None


def _ids(month: Month, way: Way) -> frozenset[UUID]:
    """Interactions of these days that were this way of meeting people."""
    days = frozenset(month.days)
    within = [interaction for interaction in month.facts.interactions if interaction.on in days]
    if way is Way.GATHERING:
        gone = {gathering.id for gathering in month.gone}
        return frozenset(i.id for i in within if i.gathering_id in gone)
    if way is Way.RECONNECT:
        return frozenset(one.id for one in _reconnects(month)[2] if one.id)
    people: Iterable[UUID | None] = ()
    if way is Way.ASK:
        people = (judged.person_id for judged in month.connections if way_of(month, judged) is Way.ASK)
    elif way is Way.PITCH:
        people = (pitch.person_id for pitch in month.pitches)
    among = frozenset(people)
    return frozenset(
        i.id for i in within if i.gathering_id is None and any(part.person_id in among for part in i.people)
    )
