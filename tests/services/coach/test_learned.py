"""The month's tries, with what came of them."""

from collections import Counter
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.domain.learning.arms import Arm
from rapport.services import owners
from rapport.services.coach import learned
from rapport.services.setup import demo
from tests.cast import day
from tests.services.conftest import NOW, Tell


def test_the_storys_month_says_what_worked(db: None) -> None:
    demo.load(at=NOW)
    found = learned.tries(owners.local_owner().id, demo.LAST)
    tried, came = Counter(one.arm for one in found), Counter[Arm]()
    for one in found:
        came[one.arm] += one.came
    assert (came[Arm.ASK_LOW], tried[Arm.ASK_LOW]) == (0, 35)  # mass asking
    assert (came[Arm.ASK_HIGH], tried[Arm.ASK_HIGH]) == (3, 5)  # Karen, Jess and the like
    assert (came[Arm.SMALL], came[Arm.MIDDLE], came[Arm.CONFERENCE]) == (3, 4, 1)
    assert (came[Arm.PITCH], tried[Arm.PITCH]) == (3, 8)


def test_what_was_answered_later_was_not_known_earlier(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("pitched Acme", day(4))
    tell("Acme: call booked friday", day(9))
    assert [one.came for one in learned.tries(owner_id, day(5))] == [0]
    assert [one.came for one in learned.tries(owner_id, day(9))] == [1]


@pytest.mark.parametrize("many", [1, 12])
def test_more_tries_cost_no_more_queries(
    owner_id: UUID, month: UUID, tell: Tell, django_assert_num_queries: DjangoAssertNumQueries, many: int
) -> None:
    for number in range(many):
        tell(f"pitched Studio {number}", day(4))
    with django_assert_num_queries(16):
        learned.tries(owner_id, day(9))
    with django_assert_num_queries(1):
        learned.tries(owner_id, day(9))
