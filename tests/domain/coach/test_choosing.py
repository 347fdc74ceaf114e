"""What a day has room for: evenings, what they owe, and the last card."""

from dataclasses import replace
from uuid import UUID

from rapport.domain.coach.cards import Kind, Why
from rapport.domain.coach.coach import SMALL, History
from rapport.domain.learning.arms import Arm
from rapport.domain.learning.attempts import Attempt
from tests.cast import DAN, MARY, NORA, day
from tests.domain.coach.days import GIVE, HELLO, MONDAY, PITCH, PROMISE, REMIND, a_card, kinds, plan


def test_an_evening_waits_until_there_is_effort_for_it() -> None:
    evening = replace(
        a_card(Kind.GO_TO_GATHERING, NORA, Why.EXPECTED), arm=Arm.SMALL, due_on=None, minutes=10
    )
    assert kinds(plan(evening, minutes=None)) == [Kind.GO_TO_GATHERING]
    tired = History(attempts=tuple(Attempt(Arm.SMALL, day(n)) for n in (7, 8, 9)))
    assert kinds(plan(evening, REMIND, minutes=None, history=tired)) == [Kind.REMIND_ASK]
    assert kinds(plan(evening, minutes=30)) == []  # and until there is the time


def test_a_day_runs_over_for_what_mostly_fits_and_the_coming_days_give_it_back() -> None:
    made = plan(PITCH, GIVE, minutes=None, challenge=None)  # between challenges: a day of 24 minutes
    assert [(one.candidate.minutes, one.candidate.why) for one in made.actions] == [(45, Why.GOAL_OPEN)]
    assert (made.minutes, made.pace.minutes) == (45, 24)
    longer = plan(replace(PITCH, minutes=60), GIVE, minutes=None, challenge=None).actions[0].candidate
    assert (longer.minutes, longer.why) == (24, Why.SMALL_TODAY)  # less than half of it would fit


def test_a_day_never_runs_over_the_minutes_one_named_nor_when_energy_is_low() -> None:
    pitch = replace(PITCH, minutes=60)
    assert plan(pitch, minutes=40).minutes == 40
    assert plan(pitch, minutes=None, energy=1).minutes == SMALL


def test_a_little_debt_lets_no_good_evening_fall_away_but_a_conference_waits() -> None:
    evening = replace(
        a_card(Kind.GO_TO_GATHERING, NORA, Why.EXPECTED), arm=Arm.SMALL, due_on=None, minutes=10
    )
    often_out = History(attempts=tuple(Attempt(Arm.SMALL, day(n), 1) for n in (7, 8, 9)))
    lent = plan(evening, minutes=None, weekly_minutes=330, history=often_out)
    assert -30 <= lent.pace.bank < 0
    assert kinds(lent) == [Kind.GO_TO_GATHERING]
    fair = replace(evening, arm=Arm.CONFERENCE)
    assert kinds(plan(fair, minutes=None, weekly_minutes=330, history=often_out)) == []


def test_an_evening_leaves_room_for_little_else() -> None:
    evening = replace(a_card(Kind.GO_TO_GATHERING, DAN, Why.ON_TODAY, due_on=MONDAY), arm=Arm.SMALL)
    made = plan(evening, PROMISE, HELLO, REMIND, GIVE, minutes=240)
    assert kinds(made) == [Kind.KEEP_PROMISE, Kind.GO_TO_GATHERING, Kind.FOLLOW_UP_HELLO]


def test_a_series_that_tires_gives_way_to_one_that_gives() -> None:
    def visits(about: UUID, came: int) -> list[Attempt]:
        return [
            Attempt(Arm.SERIES, day(-n), came, settled=True, remembered=True, subject_id=about)
            for n in range(6)
        ]

    club, friday = UUID(int=1), UUID(int=2)
    cards = [
        replace(a_card(Kind.GO_TO_GATHERING, who, Why.EXPECTED), arm=Arm.SERIES, series_id=about, minutes=10)
        for who, about in ((MARY, club), (NORA, friday))
    ]
    history = History(attempts=(*visits(club, 0), *visits(friday, 2)))
    assert [a.candidate.subject for a in plan(*cards, minutes=None, history=history).actions] == [NORA.name]
