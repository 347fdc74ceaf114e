"""What must hold of any day, whoever it is planned for."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import UUID

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rapport.domain.challenge.challenge import Challenge
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.challenge.pace import Pace, Shape
from rapport.domain.coach.cards import Action, Candidate, Done, Kind, Reply, Why, card
from rapport.domain.coach.coach import MOST_ACTIONS, SMALL, History, Settings, Verdict, plan_day, weigh
from rapport.domain.coach.scores import AGAIN, STARTING, Outlook
from rapport.domain.learning.arms import ARMS, ASKS, Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.learning.learning import learn
from rapport.domain.ways import Way
from tests.cast import ALMA, ANA, MARY, NORA, PRIYA, TEO, TOM, day

MONTH = Challenge(UUID(int=1), day(1), 30)
SUBJECTS = [MARY, NORA, PRIYA, ALMA, TEO, TOM, ANA]
GOAL = (("done", 2.0), ("of", 9.0), ("days_left", 4.0))
KEYS = st.tuples(st.sampled_from(Kind), st.sampled_from(SUBJECTS))
ARMS_OF = {
    Kind.ASK: sorted(ASKS),
    Kind.GO_TO_GATHERING: [Arm.SMALL, Arm.LARGE, Arm.SERIES],
    Kind.RECONNECT: [Arm.RECONNECT_CLOSE, Arm.RECONNECT_FAR],
}


@st.composite
def candidates(draw: st.DrawFn) -> Candidate:
    kind, about = draw(KEYS)
    found = card(kind, draw(st.sampled_from(Why)), about.id)
    return replace(
        found,
        subject_id=about.id,
        subject=about.name,
        arm=draw(st.sampled_from(ARMS_OF.get(kind, [found.arm]))),
        minutes=draw(st.sampled_from([1, 5, 10, 20, 45, 120])),
        numbers=draw(
            st.sampled_from([(), (("days", 3.0),), (("done", 2.0), ("of", 9.0), ("days_left", 4.0))])
        ),
        due_on=draw(st.none() | st.integers(5, 15).map(day)),
        fright=draw(st.none() | st.integers(1, 5)),
        readiness=draw(st.floats(0, 1)),
        series_id=about.id if draw(st.booleans()) else None,
    )


@st.composite
def attempts(draw: st.DrawFn) -> Attempt:
    return Attempt(
        draw(st.sampled_from(Arm)),
        day(draw(st.integers(-60, 12))),
        draw(st.integers(0, 3)),
        draw(st.booleans()),
        minutes=draw(st.integers(0, 90)),
        remembered=draw(st.booleans()),
        subject_id=draw(st.none() | st.sampled_from(SUBJECTS).map(lambda one: one.id)),
    )


@st.composite
def replies(draw: st.DrawFn) -> Done:
    kind, about = draw(KEYS)
    minutes = draw(st.integers(0, 30))
    return Done(
        day(draw(st.integers(-20, 11))), Way.LOG, f"{kind}:{about.id}", draw(st.sampled_from(Reply)), minutes
    )


CANDIDATES = st.lists(candidates(), max_size=10, unique_by=lambda candidate: candidate.key)
HISTORIES = st.builds(
    History,
    st.lists(replies(), max_size=5).map(tuple),
    st.lists(st.builds(CheckIn, st.integers(-9, 10).map(day), st.integers(1, 5)), max_size=6).map(tuple),
    attempts=st.lists(attempts(), max_size=8).map(tuple),
    asked=st.lists(
        st.tuples(st.sampled_from(SUBJECTS).map(lambda one: one.id), st.integers(-40, 11).map(day)),
        max_size=3,
        unique_by=lambda pair: pair[0],
    ).map(tuple),
    hardest=st.none() | st.integers(1, 4),
)
WORKDAYS = st.sampled_from([day(n) for n in (1, 8, 11, 15, 28, 30, 40)])
MINUTES = st.none() | st.integers(0, 120)
ENERGIES = st.none() | st.integers(1, 5)
WISHES = st.builds(
    Settings, st.integers(0, 900), st.sampled_from([MONTH, None]), most_actions=st.integers(0, 9)
)
QUIET = settings(deadline=None)


def done_minutes(history: History, today: date) -> int:
    return sum(done.minutes for done in history.done if done.on == today and done.reply is Reply.DONE)


@QUIET
@given(HISTORIES, CANDIDATES, WISHES, WORKDAYS, ENERGIES, MINUTES, st.integers(0, 99))
def test_never_more_than_four_nor_over_the_minutes(
    history: History,
    candidates: list[Candidate],
    wishes: Settings,
    today: date,
    energy: int | None,
    minutes: int | None,
    seed: int,
) -> None:
    made = plan_day(history, candidates, wishes, today, energy, minutes, Random(seed))
    assert len(made.actions) <= min(MOST_ACTIONS, max(1, wishes.most_actions))
    used = sum(action.candidate.minutes for action in made.actions)
    assert used == 0 or used + done_minutes(history, today) <= made.minutes
    assert minutes is None or made.minutes <= max(minutes, SMALL)
    assert all(action.candidate.minutes > 0 for action in made.actions)
    subjects = [action.candidate.subject_id for action in made.actions]
    assert len(set(subjects)) == len(subjects)
    assert {action.candidate.key for action in made.actions} <= {each.key for each in candidates}


@QUIET
@given(HISTORIES, CANDIDATES, WISHES, WORKDAYS, st.integers(1, 2))
def test_low_energy_is_never_overdrawn(
    history: History, candidates: list[Candidate], wishes: Settings, today: date, energy: int
) -> None:
    made = plan_day(history, candidates, wishes, today, energy, None, Random(1))
    assert len(made.actions) <= 1
    assert sum(action.candidate.minutes for action in made.actions) <= SMALL


@QUIET
@given(HISTORIES, CANDIDATES, WISHES, ENERGIES, MINUTES, st.booleans())
def test_rest_days_and_holidays_ask_for_nothing(
    history: History,
    candidates: list[Candidate],
    wishes: Settings,
    energy: int | None,
    minutes: int | None,
    is_holiday: bool,
) -> None:
    today = day(11) if is_holiday else day(10)
    wishes = replace(wishes, holidays=frozenset({day(11)}), flat_until=day(12))
    made = plan_day(history, candidates, wishes, today, energy, minutes, Random(1))
    assert (made.shape, made.minutes, made.actions) == (Shape.REST, 0, ())


@QUIET
@given(HISTORIES, CANDIDATES, WISHES, WORKDAYS, ENERGIES)
def test_nobody_asked_within_the_month_is_asked(
    history: History, candidates: list[Candidate], wishes: Settings, today: date, energy: int | None
) -> None:
    made = plan_day(history, candidates, wishes, today, energy, 120, Random(1))
    asked = [pair for pair in history.asked if today - pair[1] < timedelta(days=30)]
    asked += [
        (each.subject_id, each.on)
        for each in history.attempts
        if each.arm in ASKS and each.subject_id and today - each.on < timedelta(days=30)
    ]
    for action in made.actions:
        if action.candidate.kind is Kind.ASK:
            assert action.candidate.subject_id not in {person for person, _ in asked}


@QUIET
@given(HISTORIES, CANDIDATES, WISHES, WORKDAYS, st.integers(1, 4), MINUTES)
def test_more_energy_never_plans_less(
    history: History,
    candidates: list[Candidate],
    wishes: Settings,
    today: date,
    energy: int,
    minutes: int | None,
) -> None:
    less, more = (
        plan_day(history, candidates, wishes, today, level, minutes, Random(1))
        for level in (energy, energy + 1)
    )
    assert len(less.actions) <= len(more.actions)
    assert less.minutes <= more.minutes


def by_hand(action: Action) -> float:
    """The formula of COACH.md §3.4, written out once more."""
    told = dict(action.terms)
    worth = told.get("duty", 0) * told.get("late", 1)
    if action.candidate.arm:
        expected = told["estimate"] * told.get("ready", 1) + told.get("after", 0)
        worth += expected / ((ARMS[action.candidate.arm].minutes + STARTING) / 45)
    for factor in ("goal", "put_off", "again"):
        worth *= told.get(factor, 1)
    return worth


@QUIET
@given(HISTORIES, CANDIDATES, WISHES, WORKDAYS, st.integers(0, 99))
def test_the_numbers_behind_a_card_are_the_ones_that_ranked_it(
    history: History, candidates: list[Candidate], wishes: Settings, today: date, seed: int
) -> None:
    made = plan_day(history, candidates, wishes, today, 4, 120, Random(seed))
    learned = learn(history.attempts, today)
    before: list[Kind] = []
    for action in made.actions:
        told, it = dict(action.terms), action.candidate
        if it.why is not Why.STRETCH:
            assert told.get("again", 1.0) == pytest.approx(AGAIN ** before.count(it.kind))
        before.append(it.kind)
        assert len(told) == len(action.terms)
        assert action.score == pytest.approx(by_hand(action))
        if it.arm and not (it.arm is Arm.SERIES and it.series_id):
            own = learned.of(it.arm)
            for name, value in (("prior", own.prior), ("estimate", own.mean), ("low", own.low)):
                assert told[name] == pytest.approx(value)
            assert (told["came"], told["tried"]) == (own.came, own.tried)
    scores = [action.score for action in made.actions if action.candidate.why is not Why.STRETCH]
    assert scores == sorted(scores, reverse=True)


@QUIET
@given(HISTORIES, CANDIDATES, WISHES, WORKDAYS)
def test_what_ranks_a_candidate_is_what_its_card_would_say(
    history: History, candidates: list[Candidate], wishes: Settings, today: date
) -> None:
    outlook = Outlook(history, wishes, today, Pace(Shape.STEADY, 40))
    for each in candidates:
        assert outlook.weigh(each) == pytest.approx(by_hand(outlook.action(each)))


@QUIET
@given(HISTORIES, CANDIDATES, WISHES, WORKDAYS, ENERGIES, MINUTES, st.integers(0, 99))
def test_the_same_day_is_planned_the_same_whatever_the_order(
    history: History,
    candidates: list[Candidate],
    wishes: Settings,
    today: date,
    energy: int | None,
    minutes: int | None,
    seed: int,
) -> None:
    there, back = (
        plan_day(history, order, wishes, today, energy, minutes, Random(seed))
        for order in (candidates, candidates[::-1])
    )
    assert there == back


@QUIET
@given(HISTORIES, CANDIDATES, WISHES, WORKDAYS, ENERGIES, MINUTES)
def test_every_candidate_has_its_reason_for_not_being_chosen(
    history: History,
    candidates: list[Candidate],
    wishes: Settings,
    today: date,
    energy: int | None,
    minutes: int | None,
) -> None:
    assume(candidates)
    made = plan_day(history, candidates, wishes, today, energy, minutes, Random(3))
    chosen = {action.candidate.key for action in made.actions}
    for each in candidates:
        told = weigh(history, candidates, wishes, today, energy, minutes, Random(3)).why_nots([each.key])[
            each.key
        ]
        assert (told.code is Verdict.CHOSEN) == (each.key in chosen)
        assert told.code is not Verdict.UNKNOWN


@QUIET
@given(HISTORIES, CANDIDATES, WISHES, WORKDAYS, ENERGIES)
def test_several_reasons_asked_at_once_are_those_asked_one_by_one(
    history: History, candidates: list[Candidate], wishes: Settings, today: date, energy: int | None
) -> None:
    keys = [each.key for each in candidates]
    at_once = weigh(history, candidates, wishes, today, energy, 60, Random(3)).why_nots(keys)
    one_by_one = {
        key: weigh(history, candidates, wishes, today, energy, 60, Random(3)).why_nots([key])[key]
        for key in keys
    }
    assert at_once == one_by_one
