"""All my hours for a week, my own guesses, days off, and forgetting: told, shown, and taken back."""

from uuid import UUID

import pytest

from rapport.domain.learning.arms import Arm
from rapport.domain.pitches.pitches import Stage
from rapport.services.coach import coaching, learned
from rapport.services.coach import day as coach_day
from rapport.services.errors import Invalid
from rapport.services.journal import undo
from rapport.services.pitches import pitches
from tests.cast import day
from tests.services.conftest import NOW, Tell


def test_all_my_hours_last_seven_days_and_end_with_one_tap(owner_id: UUID) -> None:
    coaching.use_all_hours(owner_id, day(4), at=NOW)
    assert coaching.read(owner_id).flat_until == day(10)
    coaching.end_all_hours(owner_id, at=NOW)
    assert coaching.read(owner_id).flat_until is None


def test_it_is_taken_back(owner_id: UUID) -> None:
    batch = coaching.use_all_hours(owner_id, day(4), at=NOW).batch_id
    assert batch
    undo.undo(owner_id, batch, at=NOW)
    assert coaching.read(owner_id).flat_until is None


def test_my_own_guess_stands_until_i_take_the_usual_one(owner_id: UUID) -> None:
    coaching.guess(owner_id, {Arm.PITCH: 0.5, Arm.SMALL: 2}, at=NOW)
    assert coaching.read(owner_id).guesses == ((Arm.PITCH, 0.5), (Arm.SMALL, 2.0))
    coaching.guess(owner_id, {Arm.PITCH: None}, at=NOW)
    assert coaching.read(owner_id).guesses == ((Arm.SMALL, 2.0),)


@pytest.mark.parametrize(
    ("arm", "said"), [(Arm.PITCH, 1.5), (Arm.SMALL, 11), (Arm.PITCH, 0), (Arm.ASK_LOW, -1)]
)
def test_a_guess_that_cannot_be_is_refused(owner_id: UUID, arm: Arm, said: float) -> None:
    with pytest.raises(Invalid):
        coaching.guess(owner_id, {arm: said}, at=NOW)


def test_forgetting_leaves_the_month_as_it_was_and_learns_from_the_next_day(
    owner_id: UUID, month: UUID, tell: Tell
) -> None:
    tell("pitched Acme", day(4))
    coaching.guess(owner_id, {Arm.PITCH: 0.5}, at=NOW)
    batch = coaching.forget(owner_id, day(5), at=NOW).batch_id
    assert learned.tries(owner_id, day(6)) == ()
    assert coaching.read(owner_id).guesses == ()
    tell("pitched Umbrella", day(6))
    assert len(learned.tries(owner_id, day(6))) == 1
    assert batch
    undo.undo(owner_id, batch, at=NOW)
    assert len(learned.tries(owner_id, day(6))) == 2


def test_a_day_off_and_the_countrys_holidays_ask_for_nothing(owner_id: UUID) -> None:
    coaching.take_off(owner_id, day(14), at=NOW)
    fourth_of_july, today = day(1).replace(month=7, day=4), day(1).replace(month=6, day=1)
    told = coaching.read(owner_id)
    assert coaching.holidays(owner_id, today, told, own_rest=False) >= {day(14), fourth_of_july}
    assert coaching.holidays(owner_id, today, told, own_rest=True) == {day(14)}
    coaching.with_holidays(owner_id, False, at=NOW)
    coaching.work_on(owner_id, day(14), at=NOW)
    assert coaching.holidays(owner_id, today, coaching.read(owner_id), own_rest=False) == frozenset()


def test_the_coach_knows_the_hardest_pitch_sent_and_when_one_last_went_beyond(owner_id: UUID) -> None:
    def sent(organisation: str, fright: int | None, on: int) -> None:
        pitches.create(owner_id, pitches.Draft(organisation, fright=fright), Stage.SENT, day(on), at=NOW)

    sent("Bakery", 2, 1)
    history = coach_day.gather(owner_id, day(8)).history
    assert (history.hardest, history.stretched_on) == (2, None)  # the first went beyond nothing
    sent("Acme", 4, 3)
    sent("Print shop", 3, 5)
    sent("Nobody said", None, 6)
    history = coach_day.gather(owner_id, day(8)).history
    assert (history.hardest, history.stretched_on) == (4, day(3))
