"""The month of the story on its eighth day, and the opposite month: the same coach, the other advice."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random
from uuid import UUID

from rapport.domain.challenge.challenge import Challenge
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.challenge.pace import Shape
from rapport.domain.coach.cards import Candidate, Kind, Why, card
from rapport.domain.coach.coach import History, Plan, Settings, Verdict, plan_day, weigh
from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.attempts import Attempt
from tests.cast import ALMA, DAN, JESS, KAREN, MAE, MARY, NORA, TOM, day

EIGHTH = day(8)
WISHES = Settings(weekly_minutes=360, challenge=Challenge(UUID(int=1), day(1), 30))
FULL_DAY = 60  # minutes: six hours over six days
GOAL = (("done", 28.0), ("of", 40.0), ("days_left", 19.0))  # forty asks, as she meant to
FRIENDS, OTHERS = (KAREN.id, JESS.id), tuple(UUID(int=n) for n in range(1, 27))


def asks(yes: Iterable[UUID]) -> list[Attempt]:
    """Two close friends, ten who know her a little, sixteen who hardly do, over the first week."""
    arms = [Arm.ASK_HIGH] * 2 + [Arm.ASK_MIDDLE] * 10 + [Arm.ASK_LOW] * 16
    said_yes = set(yes)
    return [
        Attempt(arm, day(1 + n % 6), int(who in said_yes), who in said_yes, minutes=5, subject_id=who)
        for n, (arm, who) in enumerate(zip(arms, (*FRIENDS, *OTHERS), strict=True))
    ]


def evenings(small: int, large: int) -> list[Attempt]:
    """Freelance Friday on the first day, and a crowd on the sixth."""
    return [
        Attempt(Arm.SMALL, day(1), small, settled=True, minutes=60),
        Attempt(Arm.LARGE, day(6), large, settled=True, minutes=60),
    ]


def felt(*energies: int) -> tuple[CheckIn, ...]:
    return tuple(CheckIn(day(n), each) for n, each in enumerate(energies, 1))


STORY = History(
    checkins=felt(4, 4, 3, 3, 2, 2, 2),
    attempts=(*asks([KAREN.id]), *evenings(small=3, large=0)),
)
OPPOSITE = History(
    checkins=felt(4, 4, 5, 5, 5, 5, 5),
    attempts=(*asks([KAREN.id, *OTHERS[:9:2], *OTHERS[10:16]]), *evenings(small=0, large=3)),
)


def asking(who: UUID, name: str, arm: Arm, readiness: float) -> Candidate:
    found = replace(card(Kind.ASK, Why.EXPECTED, who, GOAL), subject_id=who, subject=name)
    return replace(found, arm=arm, readiness=readiness)


def looking_at(name: str, arm: Arm) -> Candidate:
    found = card(Kind.FIND_GATHERING, Why.EXPECTED, name)
    return replace(found, subject=name, arm=arm)


DAN_ASK = asking(DAN.id, DAN.name, Arm.ASK_HIGH, 0.45)  # as close as Karen
MAE_ASK = asking(MAE.id, MAE.name, Arm.ASK_MIDDLE, 0.1)
STRANGERS = [asking(who.id, who.name, Arm.ASK_LOW, 0.02) for who in (TOM, ALMA, NORA, MARY)]
SMALL_ONE, CROWD = looking_at("Ladies’ Night", Arm.SMALL), looking_at("Conference party", Arm.LARGE)
TOM_ASK = STRANGERS[0]
OPEN = (DAN_ASK, MAE_ASK, *STRANGERS, SMALL_ONE, CROWD)


def planned(history: History, minutes: int | None = None, candidates: Sequence[Candidate] = OPEN) -> Plan:
    return plan_day(history, candidates, WISHES, EIGHTH, None, minutes, Random(3))


def names(plan: Plan) -> list[str]:
    return [action.candidate.subject for action in plan.actions]


def verdict(history: History, candidate: Candidate) -> tuple[Verdict, dict[str, float]]:
    told = weigh(history, OPEN, WISHES, EIGHTH, None, None, Random(3)).why_nots([candidate.key])[
        candidate.key
    ]
    return told.code, dict(told.numbers)


def test_after_twenty_eight_asks_and_one_introduction_it_asks_no_more_strangers() -> None:
    cards = names(planned(STORY, minutes=60))
    assert not {each.subject for each in STRANGERS} & set(cards)
    code, numbers = verdict(STORY, TOM_ASK)
    assert code is Verdict.LOWER
    assert numbers["score"] < numbers["against"] / 2  # for 45 minutes, and that though a goal pulls


def test_it_prefers_a_friend_like_karen_and_small_gatherings_and_says_by_which_numbers() -> None:
    cards = planned(STORY, minutes=40).actions
    assert [action.candidate.subject for action in cards] == [DAN.name, "Ladies’ Night"]
    small = cards[1]
    told = dict(small.terms)
    assert (told["came"], told["tried"]) == (3, 1)
    assert told["estimate"] > ARMS[Arm.SMALL].prior


def test_it_eases_the_load_of_somebody_who_tires_and_says_by_how_much() -> None:
    plan = planned(STORY)
    assert plan.shape in (Shape.LIGHTER, Shape.AFTER_EFFORT)
    assert plan.minutes <= FULL_DAY / 2
    assert plan.pace.lighter > 0.3


def test_the_opposite_month_leads_to_the_opposite() -> None:
    plan = planned(OPPOSITE)
    cards = names(plan)
    assert cards[0] == DAN.name
    assert {each.subject for each in STRANGERS} & set(cards)
    assert "Ladies’ Night" not in cards
    assert plan.minutes >= FULL_DAY * 0.9
    assert plan.pace.lighter == 0


def test_in_the_opposite_month_it_is_the_crowd_that_is_worth_an_evening() -> None:
    two = (SMALL_ONE, CROWD)
    assert names(planned(OPPOSITE, 40, two)) == ["Conference party"]
    assert names(planned(STORY, 40, two)) == ["Ladies’ Night"]
