"""The day a person is living."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import timezone

from rapport import clock


@pytest.fixture(autouse=True)
def _half_past_one_at_night_in_paris(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 5, 0, 30, tzinfo=UTC))


def test_today_is_the_day_where_karen_lives() -> None:
    assert clock.today() == date(2026, 3, 5)
    assert clock.today("America/Los_Angeles") == date(2026, 3, 4)


def test_a_late_evening_still_belongs_to_its_day() -> None:
    assert clock.today("Europe/Paris", time(4)) == date(2026, 3, 4)
    assert clock.today("Europe/Paris", time(1)) == date(2026, 3, 5)


def test_now_is_aware() -> None:
    assert clock.now().utcoffset() is not None
    assert clock.now("Europe/Paris").hour == 1
