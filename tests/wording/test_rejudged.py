"""What a change made elsewhere does to other days, in a sentence."""

from datetime import timedelta
from uuid import UUID

from rapport.domain.challenge.referee import Verdict
from rapport.services.challenge.rejudged import Rejudged
from rapport.wording.rejudged import sentence
from tests.cast import FIRST_DAY, day


def of(person: str, number: int) -> Rejudged:
    no = UUID(int=number)
    return Rejudged(no, no, person, day(number), Verdict.ALREADY_KNOWN, Verdict.CONNECTION)


def test_one_day_is_told_with_before_and_now() -> None:
    assert sentence([of("Mary", 8)], FIRST_DAY) == (
        "One other exchange is judged otherwise now: "
        "Mary, Friday 8 March (connection; before: already known)."
    )


def test_many_days_are_counted_and_only_the_first_few_told() -> None:
    told = sentence([of("Mary", number) for number in range(1, 8)], FIRST_DAY + timedelta(days=400))
    assert told.startswith("7 other exchanges are judged otherwise now: Mary, Friday 1 March 2019")
    assert told.endswith("and 3 more.")
    assert told.count("Mary") == 4


def test_nothing_changed_says_nothing() -> None:
    assert sentence([], FIRST_DAY) == ""
