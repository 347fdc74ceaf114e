"""Whatever the facts, the look back holds: it never stumbles, and rests only on what is there."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.asks.asks import Answer, Ask
from rapport.domain.asks.introductions import Introduction, Step
from rapport.domain.challenge.challenge import ActionGoal, Challenge
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.challenge.referee import Reason, Ruling, Verdict
from rapport.domain.gatherings.gatherings import Attendance, Gathering
from rapport.domain.giving.giving import Help, Need
from rapport.domain.interactions.followups import FollowUp
from rapport.domain.interactions.interactions import Channel, Direction, Interaction, Participation
from rapport.domain.learning.learning import Way
from rapport.domain.origins.facts import Facts, Judged
from rapport.domain.origins.origins import grow
from rapport.domain.people.people import Person, Told
from rapport.domain.pitches.opportunities import Opportunity
from rapport.domain.pitches.pitches import Pitch, PitchStep, Stage
from rapport.domain.retrospective.retrospective import look_back
from rapport.domain.retrospective.values import EvidenceKind
from tests.months import FIRST_DAY

PEOPLE = [UUID(int=n) for n in range(1, 9)]
GATHERINGS = [UUID(int=n) for n in range(100, 105)]
PITCHES = [UUID(int=n) for n in range(200, 204)]
days = st.integers(-40, 70).map(lambda n: FIRST_DAY + timedelta(days=n))
someone = st.sampled_from(PEOPLE)
somewhere = st.sampled_from(GATHERINGS)
maybe_day = st.none() | days
level = st.none() | st.integers(1, 5)


def ids(start: int) -> st.SearchStrategy[UUID]:
    return st.integers(start, start + 10_000).map(lambda n: UUID(int=n))


def some(of: st.SearchStrategy[Any], most: int = 8) -> st.SearchStrategy[tuple[Any, ...]]:
    """Each id once."""
    return st.lists(of, max_size=most, unique_by=lambda one: one.id).map(tuple)


people = st.tuples(
    *(
        st.builds(
            Person, st.just(key), st.text(min_size=1, max_size=5), st.booleans(),
            st.none() | st.sampled_from(Told), introduced_by=st.none() | someone,
            met_at=st.none() | somewhere,
        )
        for key in PEOPLE
    )
)  # fmt: skip
gatherings = st.tuples(
    *(
        st.builds(
            Gathering, st.just(key), st.sampled_from(["Friday", "Fair"]), days,
            st.none() | st.integers(1, 5000), attendance=st.sampled_from(Attendance),
            series_id=st.none() | ids(9_000_000), invited_by=st.none() | someone, stretch=st.booleans(),
        )
        for key in GATHERINGS
    )
)  # fmt: skip
interactions = some(
    st.builds(
        Interaction, ids(10_000), days, st.sampled_from(Channel), st.sampled_from(Direction),
        st.lists(st.builds(Participation, someone, st.none() | st.booleans()), max_size=4).map(tuple),
        st.none() | st.integers(0, 300), st.none() | somewhere, st.integers(0, 12),
    ),
    12,
)  # fmt: skip
asks = some(
    st.builds(
        Ask, ids(30_000), days, someone,
        answers=st.lists(st.tuples(days, st.sampled_from(Answer)), max_size=2).map(tuple),
    ),
    25,
)  # fmt: skip
introductions = some(
    st.builds(
        Introduction,
        ids(50_000),
        days,
        someone,
        st.none() | someone,
        st.none() | someone,
        st.sampled_from(Step),
    )
)
steps = st.lists(st.builds(PitchStep, days, st.sampled_from(Stage)), max_size=3).map(
    lambda some: tuple(sorted(some, key=lambda step: step.on))
)
pitches = some(
    st.builds(
        Pitch, ids(70_000), st.just("Acme"), steps, st.none() | someone, level, st.none() | st.booleans()
    )
)
goals = st.builds(ActionGoal, st.sampled_from(Way), st.integers(0, 9))
challenges = st.builds(
    Challenge, st.just(UUID(int=1_000_000)), st.just(FIRST_DAY), st.integers(1, 60),
    rest_weekdays=st.frozensets(st.integers(0, 6)), hope_count=st.none() | st.integers(0, 60),
    action_goals=st.lists(goals, max_size=3).map(tuple),
    ended_on=st.none() | st.integers(0, 50).map(lambda n: FIRST_DAY + timedelta(days=n)),
)  # fmt: skip


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    challenge, met = draw(challenges), draw(interactions)
    rulings = st.builds(Ruling, st.sampled_from(Verdict), st.tuples(st.sampled_from(Reason)))
    ruled = [
        Judged(one.id, part.person_id, one.on, draw(rulings))
        for one in met
        for part in one.people
        if one.on in challenge
    ]
    openings = st.builds(
        Opportunity, ids(300_000), st.just("a column"), days, st.none() | someone, st.none() | somewhere
    )
    helps = st.builds(
        Help, ids(90_000), someone, st.just("help"), st.booleans(), maybe_day, maybe_day, maybe_day
    )
    needs = st.builds(Need, ids(110_000), st.just("a designer"), days, st.none() | someone, maybe_day)
    follow_ups = st.builds(
        FollowUp, ids(130_000), days, days, st.none() | someone, done_on=maybe_day, dropped_on=maybe_day
    )
    return Facts(
        challenge=challenge,
        today=draw(days),
        people={person.id: person for person in draw(people)},
        closeness=draw(st.dictionaries(someone, st.floats(0, 1))),
        interactions=met,
        judged=tuple(ruled),
        gatherings=draw(gatherings),
        asks=draw(asks),
        introductions=draw(introductions),
        pitches=draw(pitches),
        helps=draw(some(helps)),
        needs=draw(some(needs)),
        follow_ups=draw(some(follow_ups)),
        opportunities=draw(some(openings)),
        checkins=tuple(draw(st.lists(st.builds(CheckIn, days, level, level), max_size=12))),
    )


def known_ids(facts: Facts) -> dict[EvidenceKind, set[UUID]]:
    def ids_of(some: tuple[Any, ...]) -> set[UUID]:
        return {one.id for one in some}

    return {
        EvidenceKind.CHALLENGE: {facts.challenge.id},
        EvidenceKind.PERSON: set(facts.people),
        EvidenceKind.INTERACTION: ids_of(facts.interactions),
        EvidenceKind.GATHERING: ids_of(facts.gatherings),
        EvidenceKind.ASK: ids_of(facts.asks),
        EvidenceKind.INTRODUCTION: ids_of(facts.introductions),
        EvidenceKind.PITCH: ids_of(facts.pitches),
        EvidenceKind.HELP: ids_of(facts.helps),
        EvidenceKind.NEED: ids_of(facts.needs),
        EvidenceKind.FOLLOW_UP: ids_of(facts.follow_ups),
        EvidenceKind.OPPORTUNITY: ids_of(facts.opportunities),
    }


@settings(max_examples=60, deadline=None)
@given(facts())
def test_a_look_back_rests_on_the_facts_alone(facts: Facts) -> None:
    look = look_back(facts)
    known = known_ids(facts)
    checked = {one.on for one in facts.checkins}
    for finding in look.findings:
        for piece in finding.evidence:
            if piece.kind is EvidenceKind.CHECK_IN:
                assert piece.on in checked
            else:
                assert piece.id in known[piece.kind]
        assert all(
            uid in known[EvidenceKind.PERSON] | known[EvidenceKind.GATHERING] for uid in finding.subjects
        )
        assert all(number >= 0 for _, number in finding.numbers)
        assert all(0 <= share.low <= share.high <= 1 for share in finding.shares)
        assert len(dict(finding.numbers)) == len(finding.numbers)
    assert look == look_back(facts)


@settings(max_examples=60, deadline=None)
@given(facts())
def test_the_tree_holds_everything_once_and_never_runs_in_a_circle(facts: Facts) -> None:
    tree = grow(facts)
    nodes = [(node.kind, node.id) for node in tree.root.below()]
    assert len(nodes) == len(set(nodes)) == len(tree.parents)
    assert set(nodes) == set(tree.parents)
