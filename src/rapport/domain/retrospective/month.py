"""The facts of one challenge, cut to its days and counted once for all findings."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from rapport.domain.asks.asks import Ask
from rapport.domain.challenge.referee import Verdict
from rapport.domain.gatherings.gatherings import Attendance, Gathering
from rapport.domain.interactions.interactions import Direction
from rapport.domain.origins.facts import Facts, Judged
from rapport.domain.origins.origins import Tree, grow
from rapport.domain.people.people import Told
from rapport.domain.pitches.opportunities import Opportunity
from rapport.domain.pitches.pitches import Pitch
from rapport.domain.retrospective.values import Evidence, EvidenceKind
from rapport.domain.values import dataclass

CLOSE = 0.5  # closeness from here on is close, unless the user says otherwise
ENOUGH = 5  # tries below this tell too little to say anything


@dataclass(frozen=True, slots=True)
class Done:
    """One action of mine. An evening out is one, whomever one met there."""

    on: date
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Month:
    """The challenge up to today. Built by `read`."""

    facts: Facts
    days: tuple[date, ...]  # the challenge's days so far
    connections: tuple[Judged, ...]
    gone: tuple[Gathering, ...]
    asks: tuple[Ask, ...]
    pitches: tuple[Pitch, ...]  # sent in these days
    opportunities: tuple[Opportunity, ...]
    done: tuple[Done, ...]  # every action in the facts, from before the challenge too
    tree: Tree

    @property
    def over(self) -> bool:
        """The last day has come."""
        return self.facts.today >= self.facts.challenge.ends_on

    @property
    def rest_days(self) -> int:
        return sum(self.facts.challenge.is_rest(day) for day in self.days)

    @property
    def days_with(self) -> int:
        return len({judged.on for judged in self.connections})

    def is_close(self, person_id: UUID) -> bool:
        """As the user says, else by the history before the first day."""
        person = self.facts.people.get(person_id)
        if person and person.told:
            return person.told is Told.CLOSE
        return self.facts.closeness.get(person_id, 0.0) >= CLOSE

    def knows_how_close(self, person_id: UUID) -> bool:
        """The user said, or there is a history from before the first day."""
        person = self.facts.people.get(person_id)
        return bool(person and person.told) or person_id in self.facts.closeness

    def done_within(self, first: date, last: date) -> int:
        return sum(first <= done.on <= last for done in self.done)


def read(facts: Facts) -> Month:
    days = tuple(day for day in facts.challenge.dates() if day <= facts.today)
    within = frozenset(days)
    judged = sorted(facts.judged, key=lambda j: (j.on, str(j.person_id), str(j.interaction_id)))
    return Month(
        facts=facts,
        days=days,
        connections=tuple(j for j in judged if j.ruling.verdict is Verdict.CONNECTION and j.on in within),
        gone=tuple(g for g in _gone(facts) if g.on in within),
        asks=tuple(sorted((a for a in facts.asks if a.on in within), key=lambda a: (a.on, str(a.id)))),
        pitches=tuple(
            sorted((p for p in facts.pitches if p.sent_on in within), key=lambda p: (p.sent_on, str(p.id)))
        ),
        opportunities=tuple(
            sorted((o for o in facts.opportunities if o.on in within), key=lambda o: (o.on, str(o.id)))
        ),
        done=_done(facts),
        tree=grow(facts),
    )


def evidence(kind: EvidenceKind, ids: Iterable[UUID]) -> tuple[Evidence, ...]:
    """One piece for each id, each once, in the order given."""
    return tuple(Evidence(kind, uid) for uid in dict.fromkeys(ids))


def weeks(days: tuple[date, ...]) -> list[tuple[date, date]]:
    """Whole weeks of days, counted from the first; a rest of fewer than seven is left out."""
    return [(days[n], days[n] + timedelta(days=6)) for n in range(0, len(days) - 6, 7)]


def _gone(facts: Facts) -> list[Gathering]:
    seen = {interaction.gathering_id for interaction in facts.interactions}
    gone = [
        gathering
        for gathering in facts.gatherings
        if gathering.on <= facts.today
        and gathering.attendance is not Attendance.SKIPPED
        and (gathering.attendance is Attendance.WENT or gathering.id in seen)
    ]
    return sorted(gone, key=lambda gathering: (gathering.on, gathering.name, str(gathering.id)))


def _done(facts: Facts) -> tuple[Done, ...]:
    done = [Done(ask.on, Evidence(EvidenceKind.ASK, ask.id)) for ask in facts.asks]
    done += [Done(p.sent_on, Evidence(EvidenceKind.PITCH, p.id)) for p in facts.pitches if p.sent_on]
    gone = _gone(facts)
    done += [Done(gathering.on, Evidence(EvidenceKind.GATHERING, gathering.id)) for gathering in gone]
    evenings = {gathering.id for gathering in gone}
    # A message that carried an ask or a pitch is that ask or pitch, not one more action.
    carried = {(ask.on, ask.person_id) for ask in facts.asks}
    carried |= {(p.sent_on, p.person_id) for p in facts.pitches if p.sent_on and p.person_id}
    for interaction in facts.interactions:
        if interaction.direction is Direction.INBOUND or interaction.gathering_id in evenings:
            continue
        with_whom = {(interaction.on, part.person_id) for part in interaction.people}
        if interaction.direction is Direction.OUTBOUND and with_whom and with_whom <= carried:
            continue
        done.append(Done(interaction.on, Evidence(EvidenceKind.INTERACTION, interaction.id)))
    in_days = (one for one in done if one.on <= facts.today)
    return tuple(sorted(in_days, key=lambda one: (one.on, one.evidence.kind, str(one.evidence.id))))
