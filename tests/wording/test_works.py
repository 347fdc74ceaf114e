"""What works, without more certainty than there is."""

from rapport.domain.learning.arms import Arm
from rapport.domain.learning.attempts import Attempt
from rapport.domain.learning.learning import share
from rapport.domain.learning.works import Compared, DayPart, Hours, Line, Works, look_at
from rapport.domain.ways import Way
from rapport.wording.works import compared, guess, hours, lead, row
from tests.cast import day


def tried(arm: Arm, came: int, times: int, **facts: object) -> list[Attempt]:
    return [Attempt(arm, day(1), int(n < came), True, **facts) for n in range(times)]  # type: ignore[arg-type]


def look(*tries: Attempt) -> Works:
    return look_at(tries, day(30), {})


def line(found: Works, arm: Arm) -> Line:
    return next(one for one in found.lines if one.arm is arm)


def test_the_lead_names_a_best_only_where_two_kinds_can_be_compared() -> None:
    assert lead(look()).startswith("Nothing has been tried yet.")
    assert lead(look(*tried(Arm.PITCH, 3, 8))) == (
        "8 tries so far, 3 connections came of them. It is too early to tell what works best for you."
    )
    both = look(*tried(Arm.PITCH, 3, 8), *tried(Arm.ASK_HIGH, 3, 5))
    assert lead(both).endswith(
        "For its time, this has brought you most: asking somebody close, or an obvious fit."
    )


def test_a_row_says_too_early_and_about() -> None:
    cells = row(line(look(*tried(Arm.PITCH, 1, 2)), Arm.PITCH))
    assert (cells["expected"], cells["minutes"], cells["energy"]) == ("too early to tell", "about 90", "")
    cells = row(line(look(*tried(Arm.SMALL, 2, 4, remembered=True, minutes=100)), Arm.SMALL))
    assert (cells["minutes"], cells["remembered"]) == ("100", "4 from before")
    assert cells["expected"].startswith("0.")


def test_hours_and_before_and_since_say_what_they_cannot_tell() -> None:
    assert hours(Hours(DayPart.EVENING, share(1, 2))) == (
        "In the evening: 1 of 2 led to somebody. Too early to tell."
    )
    assert "The true share lies between" in hours(Hours(DayPart.MORNING, share(3, 9)))
    alike = Compared(Way.PITCH, share(1, 6, 1.28), share(2, 6, 1.28))
    assert compared(alike).endswith("With so few tries that may well be chance.")
    apart = Compared(Way.PITCH, share(0, 20, 1.28), share(19, 20, 1.28))
    assert compared(apart).endswith("what else changed, the numbers cannot say.")


def test_a_guess_of_mine_stands_beside_the_usual_one() -> None:
    (mine,) = [one for one in look_at((), day(30), {Arm.PITCH: 0.5}).lines if one.arm is Arm.PITCH]
    assert guess(mine) == "Your guess: 1 in 2. The usual one: 1 in 3."
