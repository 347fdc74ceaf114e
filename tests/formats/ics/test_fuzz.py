"""Damaged calendars: nothing raises, nothing hangs, and what comes out is fit to keep."""

from collections.abc import Iterable
from datetime import date
from typing import BinaryIO

import pytest

from rapport.formats.ics import read
from tests.formats import fuzz
from tests.formats.ics.making import SAMPLES

COUNT = 20_000
TOKENS = (
    b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n", b"BEGIN:VALARM\r\n",
    b"BEGIN:VTIMEZONE\r\n", b"END:VTIMEZONE\r\n", b"RRULE:FREQ=DAILY\r\n", b"RRULE:FREQ=SECONDLY\r\n",
    b";INTERVAL=0", b";INTERVAL=9", b";COUNT=99999", b";UNTIL=20190301", b";BYDAY=5FR", b";BYMONTHDAY=-31",
    b";BYSETPOS=-1", b";BYHOUR=1,2,3", b";VALUE=DATE", b";TZID=Europe/Paris", b";TZID=",
    b";RANGE=THISANDFUTURE", b"RDATE:20190310T100000Z\r\n", b"EXDATE:20190308T170000Z\r\n",
    b"RECURRENCE-ID:20190308\r\n", b"DURATION:PT1H\r\n", b"DTSTART:20190305\r\n",
    b"DTEND:21990101T000000Z\r\n", b"19000101", b"22001231T235959", b"P99999D", b"-P1W",
    b"METHOD:CANCEL\r\n", b"X-WR-TIMEZONE:Asia/Tokyo\r\n", b"SEQUENCE:3\r\n", b"TZOFFSETTO:+9999\r\n",
)  # fmt: skip


@pytest.mark.slow
def test_damaged_calendars_are_read_or_named() -> None:
    samples = [path.read_bytes() for path in sorted(SAMPLES.glob("*.ics"))]
    fuzz.run(_read, samples, count=COUNT, seed=3, tokens=TOKENS)


def _read(data: BinaryIO) -> Iterable[object]:
    return read(data, since=date(2018, 1, 1), until=date(2020, 12, 31))
