"""The chance of a yes: a prior, own asks, and an interval that says how little they tell."""

from datetime import timedelta
from uuid import UUID

import pytest

from rapport.domain.asks.asks import Answer, Ask
from rapport.domain.asks.chances import ARMS_OF, Band, band_of, chance, tally
from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.learning import Learned
from tests.cast import KAREN, day


def an_ask(*answers: Answer, on: int = 1) -> Ask:
    said = tuple((day(on + 1 + n), answer) for n, answer in enumerate(answers))
    return Ask(UUID(int=1), day(on), KAREN.id, answers=said)


def asked(*told: tuple[Band, int, int]) -> Learned:
    """So many introductions of so many asks, for each band."""
    return tally(
        [
            (an_ask(Answer.INTRODUCED if n < came else Answer.KNOWS_NO_ONE), band)
            for band, came, of in told
            for n in range(of)
        ],
        day(20),
    )


def test_nothing_tried_is_the_usual_with_a_wide_interval() -> None:
    for band in Band:
        found = chance(band, asked())
        assert found.mean == pytest.approx(ARMS[ARMS_OF[band]].prior)
        assert found.low < found.mean < found.high
        assert (found.came, found.tried) == (0, 0)


def test_own_asks_move_the_chance_and_narrow_it() -> None:
    few, many = (chance(Band.HIGH, asked((Band.HIGH, 3 * n, 5 * n))) for n in (1, 20))
    assert ARMS[ARMS_OF[Band.HIGH]].prior < few.mean < many.mean < 0.61
    assert many.high - many.low < few.high - few.low
    assert (few.came, few.tried) == (3, 5)


def test_what_others_said_moves_those_who_were_never_asked() -> None:
    generous = chance(Band.MIDDLE, asked((Band.HIGH, 6, 6)))
    stingy = chance(Band.MIDDLE, asked((Band.HIGH, 0, 30)))
    assert stingy.mean < ARMS[ARMS_OF[Band.MIDDLE]].prior < generous.mean


def test_an_open_ask_counts_more_for_a_no_with_every_silent_day() -> None:
    def mean(days: int) -> float:
        return chance(Band.HIGH, tally([(an_ask(), Band.HIGH)], day(1) + timedelta(days=days))).mean

    means = [mean(days) for days in (0, 1, 4, 8, 11)]
    assert means == sorted(means, reverse=True)
    assert mean(0) == pytest.approx(ARMS[Arm.ASK_HIGH].prior)
    assert mean(11) == mean(60) == asked((Band.HIGH, 0, 1)).of(ARMS_OF[Band.HIGH]).mean


def test_let_me_think_begins_the_wait_again() -> None:
    thinking = tally([(an_ask(Answer.THINKING), Band.HIGH)], day(2))
    assert chance(Band.HIGH, thinking).mean == pytest.approx(ARMS[Arm.ASK_HIGH].prior)


def test_answers_count_whole() -> None:
    asks = [an_ask(Answer.INTRODUCED), an_ask(Answer.KNOWS_NO_ONE), an_ask(Answer.THINKING, Answer.SILENT)]
    found = tally([(ask, Band.HIGH) for ask in asks], day(20))
    assert (chance(Band.HIGH, found).came, chance(Band.HIGH, found).tried) == (1, 3)
    assert chance(Band.LOW, found).tried == 0


@pytest.mark.parametrize(
    ("readiness", "band"),
    [(0.5, Band.HIGH), (0.2, Band.HIGH), (0.19, Band.MIDDLE), (0.06, Band.MIDDLE), (0.0, Band.LOW)],
)
def test_bands_begin_where_the_coach_says(readiness: float, band: Band) -> None:
    assert band_of(readiness) is band
