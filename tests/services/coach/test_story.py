"""The story replayed to day 8, and its opposite: what the coach makes of each."""

from datetime import timedelta
from uuid import UUID

import pytest

from rapport.domain.asks.asks import Answer
from rapport.domain.challenge.pace import Shape
from rapport.domain.coach.cards import Kind
from rapport.domain.coach.coach import Candidate, Verdict
from rapport.domain.gatherings.gatherings import Attendance, GatheringKind
from rapport.domain.learning.arms import Arm
from rapport.domain.learning.learning import learn
from rapport.services.challenge import challenge
from rapport.services.coach import day as coach_day
from rapport.services.coach import learned
from rapport.services.coach.day import Day
from rapport.services.coach.today import open_today
from tests.months import FIRST_DAY, AMonth, like_the_story, opposite_of_the_story
from tests.services.conftest import NOW
from tests.services.lived import live
from tests.services.makers import a_gathering

DAY_8 = FIRST_DAY + timedelta(days=7)
AFTER = FIRST_DAY + timedelta(days=30)


@pytest.fixture
def month(owner_id: UUID) -> UUID:
    return challenge.start(owner_id, challenge.Draft(starts_on=FIRST_DAY, days=42), at=NOW)


def weighed(day: Day, *, kind: Kind, name: str) -> float:
    """The score of what is about them: on the cards, or as why-not tells it."""
    one = next(each for each in day.candidates if each.kind is kind and each.subject == name)
    plan = day.weigh().plan
    on_cards = {action.candidate.key: action.score for action in plan.actions}
    return on_cards.get(one.key) or dict(day.weigh().why_nots([one.key])[one.key].numbers)["score"]


def with_two_to_ask(month: AMonth) -> AMonth:
    """One like Karen, and one like the many who were asked in vain; neither was asked yet."""
    close = month.friend("Nina", 0.9)
    month.met(-5, close)
    month.met(-6, month.friend("Otto", 0.1))
    return month


def evenings(owner_id: UUID) -> None:
    """Two tonight, of which one has not said yet whether one goes."""
    a_gathering(owner_id, "A supper club", DAY_8, Attendance.MAYBE, size=12)
    a_gathering(
        owner_id, "The congress", DAY_8, Attendance.MAYBE, size=4000, kind=GatheringKind.CONFERENCE
    )  # fmt: skip


def asked(day: Day) -> list[Candidate]:
    return [action.candidate for action in day.weigh().plan.actions if action.candidate.kind is Kind.ASK]


def test_on_day_8_mass_asking_is_over_and_each_who_was_asked_says_why(owner_id: UUID, month: UUID) -> None:
    live(owner_id, with_two_to_ask(like_the_story()), DAY_8)
    day = coach_day.gather(owner_id, DAY_8)
    assert [each.arm for each in asked(day) if each.arm is Arm.ASK_LOW] == []
    friends = [c.key for c in day.candidates if c.kind is Kind.ASK and c.subject.startswith("Old friend")]
    assert friends
    assert {answer.code for answer in day.weigh().why_nots(friends).values()} == {Verdict.ASKED_LATELY}


def test_on_day_8_one_like_karen_comes_before_an_acquaintance(owner_id: UUID, month: UUID) -> None:
    live(owner_id, with_two_to_ask(like_the_story()), DAY_8)
    rested = coach_day.gather(owner_id, DAY_8, energy=4, minutes=300)
    assert weighed(rested, kind=Kind.ASK, name="Nina") > 2 * weighed(rested, kind=Kind.ASK, name="Otto")


def test_on_day_8_a_supper_comes_before_a_congress(owner_id: UUID, month: UUID) -> None:
    live(owner_id, like_the_story(), DAY_8)
    before = learn((), DAY_8)
    now = learn(learned.tries(owner_id, DAY_8), DAY_8)
    assert now.of(Arm.SMALL).mean > before.of(Arm.SMALL).mean
    evenings(owner_id)
    names = {c.subject: c.arm for c in coach_day.gather(owner_id, DAY_8).candidates}
    assert (names["A supper club"], names["The congress"]) == (Arm.SMALL, Arm.CONFERENCE)


def test_on_day_8_the_load_is_eased_and_it_says_so(owner_id: UUID, month: UUID) -> None:
    live(owner_id, like_the_story(), DAY_8)
    page = open_today(owner_id, DAY_8)
    assert page.plan.shape in (Shape.AFTER_EFFORT, Shape.LIGHTER, Shape.LOW_ENERGY)
    assert page.plan.pace.bank < 0  # forty asks in two days are paid back in rest
    assert page.plan.minutes < 40  # a day's part of four hours


def opposite(month: AMonth) -> AMonth:
    """Whoever was introduced was met, and remembered."""
    for one in list(month.introductions):
        introduced = (one.on - FIRST_DAY).days + 2
        month.met(introduced, one.person_id)
    return month


def test_the_opposite_month_leads_to_the_opposite(owner_id: UUID, month: UUID) -> None:
    live(owner_id, opposite(opposite_of_the_story()), AFTER)
    found = learn(learned.tries(owner_id, AFTER), AFTER)
    assert found.of(Arm.ASK_LOW).mean > found.of(Arm.ASK_HIGH).mean  # many who are far, not the few close
    assert found.of(Arm.CONFERENCE).mean > found.of(Arm.SMALL).mean
    assert found.of(Arm.PITCH).mean < learn((), AFTER).of(Arm.PITCH).mean
    page = open_today(owner_id, AFTER)
    assert page.plan.shape not in (Shape.LIGHTER, Shape.LOW_ENERGY)
    assert page.plan.pace.capacity == 1.0


def test_the_story_learns_from_its_thirty_days_what_its_opposite_does_not(
    owner_id: UUID, month: UUID
) -> None:
    story = like_the_story()
    for one in list(story.introductions):
        story.met((one.on - FIRST_DAY).days + 3, one.person_id)
    live(owner_id, story, AFTER)
    found = learn(learned.tries(owner_id, AFTER), AFTER)
    assert found.of(Arm.ASK_HIGH).mean > 3 * found.of(Arm.ASK_LOW).mean
    assert found.of(Arm.SMALL).mean > found.of(Arm.CONFERENCE).mean


def test_answers_are_told_of_thinking(owner_id: UUID, month: UUID) -> None:
    """A reminder of somebody who thinks about it is a try of its own."""
    one = AMonth()
    tom = one.friend("Tom", 0.9)
    one.asked(1, tom, Answer.THINKING)
    live(owner_id, one, DAY_8 + timedelta(days=3))
    day = coach_day.gather(owner_id, DAY_8 + timedelta(days=3))
    (reminder,) = [c for c in day.candidates if c.kind is Kind.REMIND_ASK]
    assert reminder.arm is Arm.NUDGE
