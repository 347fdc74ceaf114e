"""Rules that are followed, rules that are not, and why; dateutil and the whole library as oracles."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from time import process_time
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events  # type: ignore[import-untyped]  # it ships no types
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from rapport.domain.imports.imports import Quarantined, Trouble
from rapport.formats.ics import CalendarEvent, Window, events
from rapport.formats.ics.rules import BadRule, checked, yearly
from tests.formats.ics.making import calendar, event

START = datetime(2019, 3, 4, 9, tzinfo=UTC)
LAST = date(2020, 12, 31)

TOO_OFTEN = (
    "FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY", "FREQ=MINUTELY;COUNT=3", "FREQ=DAILY;INTERVAL=0",
    "FREQ=WEEKLY;INTERVAL=0", "FREQ=DAILY;COUNT=0",
    "FREQ=DAILY;BYHOUR=0,1,2,3,4;BYMINUTE=0,10,20,30,40,50",
    "FREQ=DAILY;BYHOUR=9,13",  # 1,460 in two years
    "FREQ=DAILY;BYSECOND=0,1",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31",
    "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1", "FREQ=YEARLY;BYWEEKNO=20;BYMONTH=1", "FREQ=DAILY;BYSETPOS=2",
    "FREQ=DAILY;INTERVAL=7;BYDAY=TU",  # it begins on a Monday
    "FREQ=YEARLY;BYDAY=" + ",".join(["MO"] * 100), "FREQ=YEARLY;BYMONTHDAY=" + ",".join(["1"] * 100),
    "FREQ=DAILY;X-A=" + "A" * 3000,
)  # fmt: skip
NOT_UNDERSTOOD = (
    "", ";", "FREQ", "FREQ=", "FREQ=SOMETIMES", "INTERVAL=2", "FREQ=DAILY;INTERVAL=-1",
    "FREQ=DAILY;INTERVAL=two", "FREQ=DAILY;COUNT=1e9", "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;BYHOUR=24",
    "FREQ=DAILY;BYHOUR=-1", "FREQ=DAILY;BYHOUR=٣", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=0",
    "FREQ=MONTHLY;BYDAY=XX", "FREQ=MONTHLY;BYDAY=99MO", "FREQ=YEARLY;BYEASTER=1", "FREQ=DAILY;WKST=8",
    "FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=4",
)  # fmt: skip


@pytest.mark.parametrize("rule", TOO_OFTEN)
def test_what_comes_too_often_or_never_is_refused_soon(rule: str) -> None:
    assert _trouble(rule) is Trouble.RECURS_TOO_OFTEN


@pytest.mark.parametrize("rule", NOT_UNDERSTOOD)
def test_what_is_no_rule_is_refused(rule: str) -> None:
    assert _trouble(rule) is Trouble.NOT_UNDERSTOOD


def test_an_end_that_is_no_date_is_refused() -> None:
    assert _trouble("FREQ=DAILY;UNTIL=soon") is Trouble.BAD_DATE


def test_a_century_of_days_is_more_than_is_looked_at() -> None:
    began = datetime(1900, 1, 1, tzinfo=UTC)
    with pytest.raises(BadRule):
        checked("FREQ=DAILY;BYHOUR=9,10", began, date(2019, 1, 1))
    assert checked("FREQ=DAILY", began, date(2019, 1, 1))


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        ("FREQ=DAILY;UNTIL=20190310", START, "UNTIL=20190310T235959Z"),
        ("FREQ=DAILY;UNTIL=20190310", START.replace(tzinfo=ZoneInfo("Asia/Tokyo")), "UNTIL=20190310T145959Z"),
        ("FREQ=DAILY;UNTIL=20190310T100000Z", date(2019, 3, 4), "UNTIL=20190310"),
        ("FREQ=WEEKLY;BYDAY=1MO", START, "BYDAY=MO"),
        ("freq=daily; count=3", START, "FREQ=DAILY;COUNT=3"),
        ("FREQ=DAILY;RSCALE=GREGORIAN;SKIP=FORWARD;X-MINE=1", START, "INTERVAL=1;FREQ=DAILY"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", START, "BYMONTHDAY=29"),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", START, "BYMONTHDAY=13"),
    ],
)
def test_a_rule_is_put_in_order(rule: str, start: datetime | date, expected: str) -> None:
    assert expected in checked(rule, start, LAST)


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=DAILY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"])
def test_clocks_change_once_a_year(rule: str) -> None:
    with pytest.raises(BadRule):
        yearly(rule, date(1601, 1, 1))


WEEKDAYS = st.lists(
    st.sampled_from(("MO", "TU", "WE", "TH", "FR", "SA", "SU")), min_size=1, max_size=4, unique=True
)
NUMBERS = st.lists(st.integers(1, 12).map(str), min_size=1, max_size=3, unique=True)
RULES = st.builds(
    "FREQ={};INTERVAL={}{}{}".format,
    st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")),
    st.integers(1, 4),
    st.one_of(
        st.just(""),
        WEEKDAYS.map(lambda days: ";BYDAY=" + ",".join(days)),
        NUMBERS.map(lambda days: ";BYMONTHDAY=" + ",".join(days)),
        NUMBERS.map(lambda months: ";BYMONTH=" + ",".join(months)),
    ),
    st.sampled_from(("", ";COUNT=7", ";UNTIL=20190601T000000Z")),
)
STARTS = st.datetimes(datetime.fromisoformat("2018-01-01"), datetime.fromisoformat("2019-06-01"))


@settings(max_examples=150, deadline=None)
@given(RULES, STARTS, st.sampled_from(("Europe/Paris", "America/Los_Angeles", "UTC")))
def test_every_date_is_the_one_the_library_finds_in_the_whole_file(
    rule: str, start: datetime, zone: str
) -> None:
    data = calendar(event(f"DTSTART;TZID={zone}:{start:%Y%m%dT%H%M%S}", "DURATION:PT1H", f"RRULE:{rule}"))
    window = Window(date(2018, 6, 1), date(2019, 12, 31))
    ours = list(events(BytesIO(data), window))
    if any(isinstance(each, Quarantined) for each in ours):
        assert _never(rule, start)
        return
    theirs = recurring_ical_events.of(Calendar.from_ical(data)).between(
        window.since, window.until + timedelta(days=1)
    )
    expected = sorted(
        each["DTSTART"].dt for each in theirs if window.since <= each["DTSTART"].dt.date() <= window.until
    )
    assert [each.start for each in ours if isinstance(each, CalendarEvent)] == expected


def _never(rule: str, start: datetime) -> bool:
    try:
        checked(rule, start.replace(tzinfo=UTC), LAST)
    except BadRule as bad:
        return bad.trouble is Trouble.RECURS_TOO_OFTEN
    return False


def _trouble(rule: str) -> Trouble | None:
    began = process_time()
    with pytest.raises(BadRule) as refused:
        checked(rule, START, LAST)
    assert process_time() - began < 3
    return refused.value.trouble
