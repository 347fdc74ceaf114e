"""Warm paths as they are told."""

from rapport.domain.asks.paths import Path, by_first, path_of
from tests.cast import ALMA, JESS, KAREN, MARY


def test_a_row_is_a_path_of_one_two_or_three_steps() -> None:
    assert path_of(ALMA.id, None, ALMA.id, 0.2).people == (ALMA.id,)
    assert path_of(MARY.id, None, ALMA.id, 0.2).people == (MARY.id, ALMA.id)
    assert path_of(JESS.id.hex, MARY.id.hex, ALMA.id.hex, 0.1).people == (JESS.id, MARY.id, ALMA.id)


def test_each_person_to_ask_has_their_best_path_and_the_shorter_of_equals() -> None:
    short, long = Path((JESS.id, ALMA.id), 0.3), Path((JESS.id, MARY.id, ALMA.id), 0.3)
    best = Path((KAREN.id, ALMA.id), 0.5)
    assert list(by_first([long, short, best]).items()) == [(KAREN.id, best), (JESS.id, short)]
    assert best.first == KAREN.id
