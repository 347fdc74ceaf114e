"""A tie that mailboxes tell of, in one sentence."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from rapport.domain.history.ties import Explanation
from rapport.wording.ties import explanation

TODAY = date(2024, 3, 12)
KAREN = Explanation(0.6, 214, date(2019, 5, 2), 2.6, 6, date(2024, 3, 3))


def test_karen_in_one_sentence() -> None:
    assert explanation(KAREN, TODAY) == (
        "You know each other well: 214 messages since 2019, they answer within 3 hours, "
        "6 meetings of two in two years, last on 3 March 2024."
    )


@pytest.mark.parametrize(
    ("hours", "said"),
    [(0.2, "within an hour"), (1.2, "within 2 hours"), (50, "within 3 days"), (24, "within 24 hours")],
)
def test_how_soon_they_answer_is_said_as_one_would(hours: float, said: str) -> None:
    assert said in explanation(replace(KAREN, answer_hours=hours), TODAY)


def test_nothing_is_said_of_what_is_not_known() -> None:
    bare = Explanation(0.1, 1, date(2024, 3, 3), None, 0, date(2024, 3, 3))
    assert explanation(bare, TODAY).startswith(
        "You hardly know each other yet: 1 message since 2024, last on"
    )
    assert explanation(Explanation(0, 0, None, None, 0, None), TODAY) == ""


def test_the_sentence_exists_in_french() -> None:
    with translation.override("fr"):
        assert explanation(KAREN, TODAY)
