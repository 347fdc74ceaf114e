"""Karen introduces Priya weeks after she was asked: the ask is credited, once."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from rapport.domain.asks.asks import Answer, Ask
from rapport.domain.challenge.referee import Verdict
from rapport.domain.coach.credit import Asked, Brought, Gave, Judged, Past, Ticked, attempts
from rapport.domain.gatherings.yields import Visit
from rapport.domain.learning.arms import Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.pitches.pitches import Pitch, PitchStep, Stage
from tests.cast import day

KAREN, PRIYA, TOM, ACME, FRIDAY = (UUID(int=n) for n in range(1, 6))
ASK = UUID(int=20)
TODAY = day(30)


def met(person: UUID, on: date, verdict: Verdict = Verdict.CONNECTION, **facts: bool) -> Judged:
    told = {"from_me": True, "at_gathering": False, "dormant": False} | facts
    return Judged(person, on, verdict, **told)


FIRST = day(1)


def asked(on: date = FIRST, answer: Answer | None = None, reminded: date | None = None) -> Asked:
    answers = ((on + timedelta(days=2), answer),) if answer else ()
    return Asked(Ask(ASK, on, KAREN, "", answers, reminded), 0.9)


def tries(**facts: object) -> dict[Arm, list[Attempt]]:
    found: dict[Arm, list[Attempt]] = {}
    for one in attempts(Past(TODAY, **facts)):  # type: ignore[arg-type]  # any field by its name
        found.setdefault(one.arm, []).append(one)
    return found


def test_an_ask_is_credited_with_whom_it_led_to_weeks_later() -> None:
    found = tries(
        asks=(asked(answer=Answer.INTRODUCED),),
        brought=(Brought(PRIYA, KAREN, day(9), ASK),),
        judged=(met(PRIYA, day(20)),),
    )
    (one,) = found[Arm.ASK_HIGH]
    assert (one.came, one.subject_id, one.key) == (1, KAREN, f"ask:{KAREN}")


def test_an_introduction_alone_is_no_connection_yet() -> None:
    found = tries(asks=(asked(answer=Answer.INTRODUCED),), brought=(Brought(PRIYA, KAREN, day(9), ASK),))
    assert [(one.came, one.settled) for one in found[Arm.ASK_HIGH]] == [(0, False)]


def test_a_no_is_settled_and_silence_is_not() -> None:
    assert tries(asks=(asked(answer=Answer.KNOWS_NO_ONE),))[Arm.ASK_HIGH][0].settled
    assert not tries(asks=(asked(),))[Arm.ASK_HIGH][0].settled


def test_the_reminder_is_credited_where_it_came_in_between_and_the_ask_is_not() -> None:
    found = tries(
        asks=(asked(reminded=day(8)),),
        brought=(Brought(PRIYA, KAREN, day(12), ASK),),
        judged=(met(PRIYA, day(14)),),
    )
    assert (found[Arm.ASK_HIGH][0].came, found[Arm.NUDGE][0].came) == (0, 1)


def test_who_is_introduced_unasked_after_help_counts_for_the_help() -> None:
    found = tries(
        gave=(Gave(UUID(int=30), day(2), (KAREN,)),),
        brought=(Brought(PRIYA, KAREN, day(10)),),
        judged=(met(PRIYA, day(11)),),
    )
    assert found[Arm.GIVE][0].came == 1


def test_an_ask_long_ago_did_not_bring_them() -> None:
    found = tries(
        asks=(asked(on=day(1) - timedelta(days=90)),),
        brought=(Brought(PRIYA, KAREN, day(10)),),
        judged=(met(PRIYA, day(11)),),
    )
    assert found[Arm.ASK_HIGH][0].came == 0


def test_a_hello_that_became_a_connection_counts_for_the_follow_up() -> None:
    hello = met(TOM, day(2), Verdict.HELLO, at_gathering=True)
    found = tries(judged=(hello, met(TOM, day(3))))
    assert [one.came for one in found[Arm.FOLLOW_UP]] == [1]
    silent = tries(judged=(hello, met(TOM, day(3), Verdict.REACHED_OUT)))
    assert [one.came for one in silent[Arm.FOLLOW_UP]] == [0]


def test_meeting_somebody_again_by_chance_at_a_gathering_is_no_follow_up() -> None:
    found = tries(
        judged=(met(TOM, day(2), Verdict.HELLO), met(TOM, day(5), Verdict.CONNECTION, at_gathering=True))
    )
    assert Arm.FOLLOW_UP not in found


def test_an_old_tie_that_answers_is_one_try_however_often_one_wrote() -> None:
    silent = met(TOM, day(2), Verdict.REACHED_OUT, dormant=True)
    again = met(TOM, day(6), Verdict.REACHED_OUT, dormant=True)
    woken = met(TOM, day(9), Verdict.REKINDLED, dormant=True)
    (one,) = tries(judged=(silent, again, woken))[Arm.RECONNECT_FAR]
    assert (one.on, one.came) == (day(2), 1)


def test_a_card_ticked_counts_as_the_try_with_its_minutes() -> None:
    (one,) = tries(ticked=(Ticked(f"reconnect:{TOM}", day(4), 20),))[Arm.RECONNECT_FAR]
    assert (one.on, one.minutes, one.came) == (day(4), 20, 0)


@pytest.mark.parametrize(
    ("stages", "pitch", "nudges"),
    [
        ((Stage.SENT, Stage.CALL), 1, []),
        ((Stage.SENT, Stage.FOLLOWED_UP, Stage.CALL), 0, [1]),
        ((Stage.SENT, Stage.FOLLOWED_UP), 0, [0]),
        ((Stage.SENT, Stage.ANSWERED), 0, []),
    ],
)
def test_a_pitch_counts_when_it_led_to_a_call_or_else_its_nudge_does(
    stages: tuple[Stage, ...], pitch: int, nudges: list[int]
) -> None:
    steps = tuple(PitchStep(day(3 * n + 1), stage) for n, stage in enumerate(stages))
    found = tries(pitches=(Pitch(ACME, "Acme", steps),))
    assert found[Arm.PITCH][0].came == pitch
    assert [one.came for one in found.get(Arm.NUDGE, [])] == nudges


def test_a_dream_is_no_try() -> None:
    assert tries(pitches=(Pitch(ACME, "Acme", (PitchStep(day(1), Stage.DREAM),)),)) == {}


def test_the_second_visit_is_a_return_and_a_conference_never_is() -> None:
    visits = tuple(
        Visit(UUID(int=40 + n), "Freelance Friday", "freelance friday", day(1 + 7 * n), 12, memorable=n)
        for n in range(2)
    )
    found = tries(visits=visits, hours={visits[0].id: 18}, energy={day(2): 4})
    assert [(one.came, one.hour, one.energy_after) for one in found[Arm.SMALL]] == [(0, 18, 4)]
    assert [one.came for one in found[Arm.SERIES]] == [1]
    fairs = tuple(Visit(UUID(int=50 + n), "The fair", "the fair", day(2 + n), 3000) for n in range(2))
    assert list(tries(visits=fairs)) == [Arm.CONFERENCE]


def test_what_is_three_months_old_is_settled() -> None:
    old = asked(on=TODAY - timedelta(days=91))
    assert tries(asks=(old,))[Arm.ASK_HIGH][0].settled


def test_nobody_is_credited_twice() -> None:
    found = attempts(
        Past(
            TODAY,
            asks=(asked(answer=Answer.INTRODUCED),),
            brought=(Brought(PRIYA, KAREN, day(9), ASK),),
            gave=(Gave(UUID(int=30), day(2), (KAREN,)),),
            judged=(met(PRIYA, day(20)), met(PRIYA, day(22))),
        )
    )
    assert sum(one.came for one in found) == 1
