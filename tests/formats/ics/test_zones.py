"""Nine in the morning stays nine in the morning, whoever wrote the zone and whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from rapport.formats.ics.zones import Zones, named
from tests.formats.ics.making import SAMPLES, calendar, dates, event, told

ROUND_THE_WORLD = (
    "Europe/Paris", "Europe/London", "America/Los_Angeles", "America/New_York", "Australia/Sydney",
    "America/Santiago", "Asia/Tokyo", "Asia/Kolkata", "UTC",
)  # fmt: skip
WINDOWS = {
    "Romance Standard Time": "Europe/Paris",
    "W. Europe Standard Time": "Europe/Berlin",
    "GMT Standard Time": "Europe/London",
    "Pacific Standard Time": "America/Los_Angeles",
    "AUS Eastern Standard Time": "Australia/Sydney",
}
DEFINED = (
    (SAMPLES / "outlook_customized_zone.ics").read_text().split("VERSION:2.0\n")[1].split("BEGIN:VEVENT")[0]
)


@pytest.mark.parametrize("name", ROUND_THE_WORLD)
def test_the_local_hour_stays_across_both_changes_of_the_clock(name: str) -> None:
    assert _daily(f"DTSTART;TZID={name}:20190101T090000") == _nine_all_year(name)


@pytest.mark.parametrize(("windows", "name"), WINDOWS.items())
def test_a_name_of_windows_is_a_place(windows: str, name: str) -> None:
    assert _daily(f"DTSTART;TZID={windows}:20190101T090000") == _nine_all_year(name)


def test_a_zone_of_ones_own_making_follows_its_definition() -> None:
    defined = DEFINED[DEFINED.index("BEGIN:VTIMEZONE") :].strip()
    assert _daily("DTSTART;TZID=Customized Time Zone:20190101T090000", defined) == _nine_all_year(
        "Europe/Paris"
    )


def test_two_files_may_mean_different_zones_by_one_name() -> None:
    defined = DEFINED[DEFINED.index("BEGIN:VTIMEZONE") :].strip()
    start = "DTSTART;TZID=Customized Time Zone:20190701T090000"
    other = defined.replace("+0200", "+0500").replace("+0100", "+0400")
    hours = [dates(calendar(zone, event(start)))[0].starts_at.hour for zone in (defined, other)]
    assert hours == [7, 4]


def test_a_known_name_is_worth_more_than_the_definition_beside_it() -> None:
    wrong = DEFINED[DEFINED.index("BEGIN:VTIMEZONE") :].strip().replace("Customized Time Zone", "Asia/Tokyo")
    assert _daily("DTSTART;TZID=Asia/Tokyo:20190101T090000", wrong) == _nine_all_year("Asia/Tokyo")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Europe/Paris", "Europe/Paris"),
        ("/citadel.org/20210210_1/Europe/Paris", "Europe/Paris"),
        ("/example.org/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ('"Romance Standard Time"', "Europe/Paris"),
        ("Europe", None),
        ("../../etc/passwd", None),
        ("/etc/passwd", None),
        ("a" * 5000, None),
        ("", None),
        ("\0", None),
    ],
)
def test_names_are_found_or_not(name: str, expected: str | None) -> None:
    found = named(name)
    assert (str(found) if found else None) == expected


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
        ('"(UTC+01:00) Nowhere, Copenhagen, Madrid, Paris"', "Europe/Copenhagen"),
        ("(UTC) Dublin", "Europe/Dublin"),
        ("(GMT-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC+10:00) Canberra, Melbourne, Sydney", "Australia/Canberra"),
    ],
)
def test_a_zone_as_windows_shows_it_has_its_summer_time(name: str, key: str) -> None:
    for month in (1, 7):
        aware = Zones(ZoneInfo("Asia/Tokyo")).aware(datetime(2019, month, 1, 9), name)  # noqa: DTZ001 - it gets its zone here
        assert isinstance(aware, datetime)
        assert aware.utcoffset() == datetime(2019, month, 1, 9, tzinfo=ZoneInfo(key)).utcoffset()


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        ("(UTC+01:00) Amsterdamned, Berlinale", 1),
        ("(UTC+05:00) Berlin", 5),  # a city of that name, and not that one
        ("GMT-0730", -7.5),
        ("UTC", 0),
        ("UTC+5", 5),
    ],
)
def test_an_offset_in_a_name_is_better_than_nothing(name: str, hours: float) -> None:
    aware = Zones(ZoneInfo("Asia/Tokyo")).aware(datetime(2019, 7, 1, 9), name)  # noqa: DTZ001 - it gets its zone here
    assert isinstance(aware, datetime)
    assert aware.utcoffset() == timedelta(hours=hours)


def test_a_zone_nobody_knows_is_the_one_of_its_calendar() -> None:
    data = calendar("X-WR-TIMEZONE:Asia/Tokyo", event("DTSTART;TZID=Atlantis:20190305T090000"))
    assert told(data) == ["not_understood in part at 1:6 TZID", "03-05 00:00 None karen > mary:"]


def test_a_whole_day_has_no_zone_and_its_moment_is_noon_at_home() -> None:
    zones = Zones(ZoneInfo("America/Los_Angeles"))
    assert zones.aware(date(2019, 3, 5), "Europe/Paris") == date(2019, 3, 5)
    assert zones.utc(date(2019, 3, 5), hour=12) == datetime(2019, 3, 5, 20, tzinfo=UTC)


def _daily(start: str, *before: str) -> list[datetime]:
    return [each.starts_at for each in dates(calendar(*before, event(start, "RRULE:FREQ=DAILY")))]


def _nine_all_year(name: str) -> list[datetime]:
    days = (date(2019, 1, 1) + timedelta(days=day) for day in range(365))
    return [datetime.combine(day, time(9), ZoneInfo(name)).astimezone(UTC) for day in days]
