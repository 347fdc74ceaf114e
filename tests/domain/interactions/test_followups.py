"""Working days skip rest days, and a follow-up is due from its day on."""

from datetime import date
from uuid import UUID

from rapport.domain.interactions.followups import FollowUp, working_days_after
from tests.cast import NORA, day


def is_sunday(on: date) -> bool:
    return on.weekday() == 6


def test_three_working_days_after_friday_are_tuesday_when_sunday_rests() -> None:
    assert working_days_after(day(1), 3, is_sunday) == day(5)


def test_who_rests_on_the_weekend_has_until_wednesday() -> None:
    assert working_days_after(day(1), 3, lambda on: on.weekday() >= 5) == day(6)


def test_where_every_day_rests_days_are_counted_as_they_come() -> None:
    assert working_days_after(day(1), 3, lambda on: True) == day(4)


def test_a_follow_up_is_due_from_its_day_until_it_is_done_or_dropped() -> None:
    step = FollowUp(UUID(int=1), due_on=day(5), made_on=day(1), person_id=NORA.id)
    assert [step.is_due(day(n)) for n in (4, 5, 9)] == [False, True, True]
    assert not FollowUp(UUID(int=1), day(5), day(1), done_on=day(5)).is_due(day(6))
    assert not FollowUp(UUID(int=1), day(5), day(1), dropped_on=day(5)).is_due(day(6))
