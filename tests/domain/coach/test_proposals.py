"""What is open becomes candidates: each with its reason, its numbers, and where the draft could go."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.asks.asks import Answer, Ask
from rapport.domain.coach.cards import USUAL, Candidate, Kind, Why
from rapport.domain.coach.proposals import (
    Ahead,
    CloseTie,
    DormantTie,
    GoalProgress,
    NearGathering,
    Open,
    OpenAsk,
    OpenFollowUp,
    OpenHello,
    OpenMessage,
    OpenNeed,
    OpenPitch,
    OpenPromise,
    Who,
    propose,
)
from rapport.domain.learning.arms import Arm
from rapport.domain.people.people import Person
from rapport.domain.pitches.pitches import Pitch, PitchStep, Stage
from rapport.domain.ways import Way
from tests.cast import ALMA, ANA, DAN, JESS, KAREN, MAE, MARY, NORA, RUBY, TOM, day

TODAY = day(15)  # a Friday
SUNDAYS = frozenset({6})


def who(person: Person) -> Who:
    return Who(person.id, person.name, f"{person.name.split()[0].lower()}@example.org")


def proposed(today: date = TODAY, **things: Any) -> list[Candidate]:
    return propose(Open(rest_weekdays=SUNDAYS, **things), today)


def the_one(today: date = TODAY, **things: Any) -> Candidate:
    (found,) = proposed(today, **things)
    return found


def nothing(today: date = TODAY, **things: Any) -> bool:
    return [c.kind for c in proposed(today, **things)] == [Kind.LOG_SOMEONE]


def test_a_follow_up_comes_on_its_day_and_says_how_late_it_is() -> None:
    step = OpenFollowUp(UUID(int=1), day(13), "send the menu", who(NORA))
    assert nothing(day(12), follow_ups=(step,))
    assert the_one(day(13), follow_ups=(step,)).why is Why.DUE_TODAY
    late = the_one(follow_ups=(step,))
    assert late == Candidate(
        kind=Kind.FOLLOW_UP,
        way=Way.FOLLOW_UP,
        key=f"follow_up:{step.id}",
        minutes=10,
        why=Why.OVERDUE,
        numbers=(("days", 2),),
        due_on=day(13),
        subject_id=NORA.id,
        subject="Nora Lindqvist",
        detail="send the menu",
        email="nora@example.org",
    )


def test_a_follow_up_may_be_with_nobody_in_particular() -> None:
    found = the_one(follow_ups=(OpenFollowUp(UUID(int=1), TODAY, "print cards"),))
    assert (found.subject, found.subject_id, found.detail) == ("", None, "print cards")


def test_a_promise_without_a_date_comes_at_once_and_one_with_a_date_two_days_before() -> None:
    play_date = OpenPromise(UUID(int=1), who(NORA), "a puppy play date", day(1))
    assert the_one(promises=(play_date,)).numbers == (("days", 14),)
    dated = replace(play_date, due_on=day(18))
    assert nothing(promises=(dated,))
    assert the_one(day(16), promises=(dated,)).why is Why.PROMISED
    assert the_one(day(18), promises=(dated,)).why is Why.DUE_TODAY
    assert the_one(day(20), promises=(dated,)).why is Why.OVERDUE


def test_a_hello_is_followed_up_from_the_next_day_to_the_fourth() -> None:
    hello = OpenHello(who(RUBY), day(15), "the conference")
    shown = [n for n in range(14, 22) if not nothing(day(n), hellos=(hello,))]
    assert shown == [16, 17, 18, 19]


def test_who_wrote_waits_for_an_answer() -> None:
    found = the_one(messages=(OpenMessage(who(MAE), day(12), "about the supplement"),))
    assert (found.kind, found.why, found.numbers) == (Kind.ANSWER, Why.WROTE_TO_YOU, (("days", 3),))


def test_tom_is_reminded_once_after_five_working_days_and_never_months_later() -> None:
    ask = Ask(UUID(int=1), day(8), TOM.id, "a VR studio")
    found = the_one(asks=(OpenAsk(ask, who(TOM)),))
    assert (found.kind, found.numbers, found.due_on) == (Kind.REMIND_ASK, (("days", 7),), day(14))
    assert nothing(day(13), asks=(OpenAsk(ask, who(TOM)),))
    assert nothing(asks=(OpenAsk(replace(ask, reminded_on=day(14)), who(TOM)),))
    assert nothing(day(60), asks=(OpenAsk(ask, who(TOM)),))
    answered = replace(ask, answers=((day(9), Answer.KNOWS_NO_ONE),))
    assert nothing(asks=(OpenAsk(answered, who(TOM)),))


def a_pitch(number: int, to: str, stage: Stage, fright: int | None = None) -> OpenPitch:
    return OpenPitch(
        Pitch(UUID(int=number), to, (PitchStep(day(11), stage),), fright=fright), "hello@example.org"
    )


def test_a_pitch_without_answer_is_nudged_on_its_third_working_day() -> None:
    sent = a_pitch(1, "Cedar Review", Stage.SENT)
    found = the_one(pitches=(sent,))
    assert (found.kind, found.subject, found.due_on) == (Kind.NUDGE_PITCH, "Cedar Review", day(14))
    assert (found.numbers, found.email) == ((("days", 4),), "hello@example.org")
    assert nothing(day(13), pitches=(sent,))
    assert nothing(day(60), pitches=(sent,))


def test_tonight_tomorrow_and_the_debrief_after() -> None:
    night = NearGathering(UUID(int=1), "Ladies' Night", day(20))
    kinds = {n: (c.kind, c.why) for n in range(19, 24) for c in proposed(day(n), gatherings=(night,))}
    assert kinds == {
        19: (Kind.GO_TO_GATHERING, Why.ON_TOMORROW),
        20: (Kind.GO_TO_GATHERING, Why.ON_TODAY),
        21: (Kind.DEBRIEF, Why.WAS_YESTERDAY),
        22: (Kind.DEBRIEF, Why.WAS_YESTERDAY),
        23: (Kind.DEBRIEF, Why.WAS_YESTERDAY),
    }
    assert nothing(day(24), gatherings=(night,))
    assert nothing(day(18), gatherings=(night,))


def test_whoever_is_close_may_be_asked_by_how_ready_they_are_and_the_coach_chooses() -> None:
    ties = (CloseTie(who(KAREN), 0.9, 0.41), CloseTie(who(JESS), 0.5, 0.1), CloseTie(who(TOM), 0.2, 0.02))
    found = proposed(close=ties)
    assert [(c.subject, c.arm, c.readiness) for c in found] == [
        ("Karen Holt", Arm.ASK_HIGH, 0.41),
        ("Jess Moran", Arm.ASK_MIDDLE, 0.1),
        ("Tom Reed", Arm.ASK_LOW, 0.02),
    ]


def test_a_goal_to_ask_with_nobody_close_names_nobody() -> None:
    nobody = the_one(goals=(GoalProgress(Way.ASK, done=1, of=4, days_left=12),))
    assert (nobody.key, nobody.why, nobody.subject) == ("ask", Why.GOAL_OPEN, "")


def test_a_gathering_to_come_is_weighed_by_its_kind_and_by_what_it_gave() -> None:
    friday = Ahead(UUID(int=1), "Freelance Friday", TODAY, Arm.SERIES, 0.6, UUID(int=9))
    fair = Ahead(UUID(int=2), "The fair", day(20), Arm.CONFERENCE, 0.2)
    far_off = Ahead(UUID(int=3), "Next month", day(40), Arm.SMALL, 0.9)
    tonight, later = proposed(ahead=(friday, fair, far_off))
    assert (tonight.kind, tonight.arm, tonight.series_id) == (Kind.GO_TO_GATHERING, Arm.SERIES, UUID(int=9))
    assert (later.kind, later.subject, dict(later.numbers)) == (Kind.FIND_GATHERING, "The fair", {"days": 5})


def test_with_a_gathering_in_sight_none_needs_to_be_looked_for() -> None:
    goal = GoalProgress(Way.GATHERING, 1, 4, 12)
    friday = Ahead(UUID(int=1), "Freelance Friday", day(16), Arm.SMALL, 0.6)
    found = the_one(goals=(goal,), ahead=(friday,))
    assert (found.subject, dict(found.numbers)["of"]) == ("Freelance Friday", 4)


def test_a_goal_that_is_done_proposes_nothing() -> None:
    assert nothing(goals=(GoalProgress(Way.PITCH, 8, 8, 12), GoalProgress(Way.ASK, 5, 4, 12)))


def test_a_goal_for_gatherings_looks_for_one() -> None:
    found = the_one(goals=(GoalProgress(Way.GATHERING, 1, 4, 12),))
    assert (found.kind, found.why, dict(found.numbers)["of"]) == (Kind.FIND_GATHERING, Why.GOAL_OPEN, 4)


def test_needs_and_dormant_ties_are_small_things_to_give() -> None:
    need = OpenNeed(UUID(int=1), who(ANA), "a UX designer", day(10))
    dormant = DormantTie(who(DAN), day(-400), "the office move")
    give, wake = proposed(needs=(need,), dormant=(dormant,))
    assert (give.kind, give.why, give.detail) == (Kind.GIVE, Why.THEY_NEED, "a UX designer")
    assert (wake.kind, wake.why, wake.detail) == (Kind.RECONNECT, Why.DORMANT, "the office move")
    assert dict(wake.numbers) == {"days": 415}


def test_three_dormant_ties_stand_for_choice() -> None:
    ties = tuple(DormantTie(who(person), day(-400)) for person in (DAN, TOM, ALMA, MARY))
    assert [c.subject for c in proposed(dormant=ties)] == [DAN.name, TOM.name, ALMA.name]


def test_what_a_tie_is_worth_goes_into_its_weight() -> None:
    (wake,) = proposed(dormant=(DormantTie(who(DAN), day(-400), worth=0.6),))
    assert dict(wake.numbers) == {"days": 415, "worth": 0.6}


def test_a_goal_of_giving_speaks_of_its_numbers_only_where_it_helps() -> None:
    goals = (GoalProgress(Way.GIVE, 0, 3, 12), GoalProgress(Way.ASK, 0, 3, 12))
    need = OpenNeed(UUID(int=1), who(ANA), "a UX designer", day(10))
    ask = OpenAsk(Ask(UUID(int=1), day(8), TOM.id), who(TOM))
    by_kind = {c.kind: dict(c.numbers) for c in proposed(goals=goals, needs=(need,), asks=(ask,))}
    assert by_kind[Kind.GIVE]["of"] == 3
    assert "of" not in by_kind[Kind.REMIND_ASK]


def test_who_just_began_is_told_where_to_begin() -> None:
    found = proposed(knows_anybody=False, has_goals=False)
    assert [(c.kind, c.why) for c in found] == [
        (Kind.CHOOSE_GOALS, Why.FIRST_STEP),
        (Kind.LOG_SOMEONE, Why.FIRST_STEP),
    ]


def test_every_kind_of_card_has_its_minutes_and_its_way() -> None:
    assert set(USUAL) == set(Kind)
    assert all(5 <= minutes <= 45 for _, minutes in USUAL.values())


NUMBERS = st.integers(1, 40)


@settings(deadline=None)
@given(
    st.lists(st.builds(lambda n, d: OpenFollowUp(UUID(int=n), day(d), "x", who(NORA)), NUMBERS, NUMBERS)),
    st.lists(
        st.builds(lambda n, d: NearGathering(UUID(int=n), "Freelance Friday", day(d)), NUMBERS, NUMBERS)
    ),
    st.booleans(),
    NUMBERS,
)
def test_there_is_always_something_and_never_anything_twice(
    follow_ups: list[OpenFollowUp], gatherings: list[NearGathering], knows: bool, number: int
) -> None:
    one_each = {step.id: step for step in follow_ups}.values()
    once = {gathering.id: gathering for gathering in gatherings}.values()
    found = proposed(
        day(number), follow_ups=tuple(one_each), gatherings=tuple(once), knows_anybody=knows, has_goals=knows
    )
    assert found
    keys = [candidate.key for candidate in found]
    assert len(set(keys)) == len(keys)
    assert all(len(key) <= 100 for key in keys)  # what the database keeps


def test_someone_who_is_thinking_is_reminded_of_that() -> None:
    thinking = Ask(UUID(int=7), day(1), TOM.id, answers=((day(4), Answer.THINKING),))
    proposed = propose(Open(asks=(OpenAsk(thinking, who(TOM)),)), day(13))
    (found,) = [candidate for candidate in proposed if candidate.way is Way.ASK]
    assert (found.kind, found.why, found.numbers) == (Kind.REMIND_ASK, Why.THINKING, (("days", 9),))
