"""The chance of a yes: a prior, own asks, and an interval that says how little they tell."""

from datetime import timedelta
from uuid import UUID

import pytest

from rapport.domain.asks import Answer, Ask
from rapport.domain.chances import PRIOR, Band, Tried, band_of, below, chance, quantile, tally
from tests.cast import KAREN, day


def an_ask(*answers: Answer, on: int = 1) -> Ask:
    said = tuple((day(on + 1 + n), answer) for n, answer in enumerate(answers))
    return Ask(UUID(int=1), day(on), KAREN.id, answers=said)


@pytest.mark.parametrize(
    ("x", "a", "b", "known"),
    [
        (0.3, 2, 3, 0.3483),
        (0.5, 50, 50, 0.5),
        (0.25, 1, 1, 0.25),
        (0.9, 8, 2, 0.774840978),
        (0, 1, 1, 0),
        (1, 3, 2, 1),
    ],
)
def test_the_beta_distribution_is_the_one_of_the_tables(x: float, a: float, b: float, known: float) -> None:
    assert below(x, a, b) == pytest.approx(known, abs=1e-8)


@pytest.mark.parametrize(("a", "b"), [(0.4, 39.0), (3.9, 5.1), (120.0, 80.0), (1.0, 4.0)])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_quantile_has_its_share_below_it(a: float, b: float, share: float) -> None:
    assert below(quantile(share, a, b), a, b) == pytest.approx(share, abs=1e-9)


def test_nothing_tried_is_the_usual_with_a_wide_interval() -> None:
    for band in Band:
        found = chance(band, {})
        assert found.mean == pytest.approx(PRIOR[band])
        assert found.low < found.mean < found.high
        assert (found.came, found.tried) == (0, 0)


def test_own_asks_move_the_chance_and_narrow_it() -> None:
    few, many = (chance(Band.HIGH, {Band.HIGH: Tried(3 * n, 5 * n)}) for n in (1, 20))
    assert PRIOR[Band.HIGH] < few.mean < many.mean < 0.61
    assert many.high - many.low < few.high - few.low
    assert (few.came, few.tried) == (3, 5)


def test_what_others_said_moves_those_who_were_never_asked() -> None:
    generous = chance(Band.MIDDLE, {Band.HIGH: Tried(6, 6)})
    stingy = chance(Band.MIDDLE, {Band.HIGH: Tried(0, 30)})
    assert stingy.mean < PRIOR[Band.MIDDLE] < generous.mean


def test_an_open_ask_counts_more_for_a_no_with_every_silent_day() -> None:
    def tried(days: int) -> float:
        return tally([(an_ask(), Band.HIGH)], day(1) + timedelta(days=days))[Band.HIGH].tried

    assert tried(0) == 0
    assert tried(4) == pytest.approx(1 - 2.718281828**-1, abs=1e-6)
    assert tried(30) == pytest.approx(1, abs=1e-3)


def test_answers_count_whole() -> None:
    asks = [an_ask(Answer.INTRODUCED), an_ask(Answer.KNOWS_NO_ONE), an_ask(Answer.THINKING, Answer.SILENT)]
    found = tally([(ask, Band.HIGH) for ask in asks], day(20))
    assert found[Band.HIGH] == Tried(1, 3)
    assert found[Band.LOW] == Tried()


@pytest.mark.parametrize(
    ("readiness", "band"),
    [(0.5, Band.HIGH), (0.2, Band.HIGH), (0.19, Band.MIDDLE), (0.06, Band.MIDDLE), (0.0, Band.LOW)],
)
def test_bands_begin_where_the_coach_says(readiness: float, band: Band) -> None:
    assert band_of(readiness) is band
