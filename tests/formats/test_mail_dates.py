"""A date says the same whatever was read before it, and what is no date is none."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from random import Random

import pytest

from rapport.formats import mail_dates
from rapport.formats.mail_dates import Dates

LETTER = b" Fri, 1 Mar 2019 10:00:00 +0100"


@pytest.mark.parametrize("remembered", [3, 20_000])
def test_of_a_day_that_is_new_the_hour_and_the_zone_are_known(
    remembered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_dates, "REMEMBERED", remembered)
    rng, dates = Random(5), Dates()
    for _ in range(3_000):
        zone = timezone(timedelta(minutes=rng.choice((-480, 0, 60, 330))))
        at = datetime.fromtimestamp(rng.randrange(400_000_000, 2_000_000_000), UTC).astimezone(zone)
        assert dates.read(b" " + format_datetime(at).encode()) == int(at.timestamp())


@pytest.mark.parametrize(
    "day",
    [
        b" Fri, 1 Mar 2019", b" 1 Mar 2019", b"1 Mar 2019", b" Sat, 29 Feb 2020", b" Fri,  7 Jun 2019",
        b" Fri, 31 Feb 2019", b" Fri, 1 Foo 2019", b" Fri, 1 Mar 19", b" Fri, 1 Mar 1979",
        b" Fri, 1 Mar 2101",
        b" March 1 2019", b" x Fri, 1 Mar 2019", b" " * 30 + b"1 Mar 2019", b"",
    ],
)  # fmt: skip
def test_a_day_says_the_same_behind_a_known_hour_as_by_itself(day: bytes) -> None:
    warm = Dates()
    warm.read(LETTER)
    for _again in range(2):
        assert warm.read(day + LETTER[-15:]) == Dates().read(day + LETTER[-15:])


def test_a_date_with_words_behind_its_zone_is_that_date() -> None:
    dates = Dates()
    assert dates.read(LETTER + b" (CET)") == dates.read(LETTER) == 1_551_430_800
