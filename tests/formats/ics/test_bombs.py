"""Files made to hang or drown a reader (TRUST.md T9): each ends soon, is named, and costs no good event."""

import tracemalloc
from collections.abc import Callable
from io import BytesIO

import pytest

from rapport.formats.ics import read
from tests.formats.ics.making import COFFEE, YEAR, calendar, event, told, told_soon

BEFORE, AFTER = event(*COFFEE, uid="before"), event(*COFFEE, uid="after")
GOOD = "03-05 17:00 60 karen > mary: Coffee"
DAY = "DTSTART:20190305T170000Z"

RULES = (
    "FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY;COUNT=99999999", "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=" + ",".join(map(str, range(60))),
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1;BYHOUR=1,2,3",
    "FREQ=DAILY;BYSETPOS=366", "FREQ=DAILY;BYHOUR=7,8,9,10",
)  # fmt: skip
EVENTS = {
    "twenty thousand guests": (
        [DAY, *(f"ATTENDEE:mailto:p{number}@example.org" for number in range(20_000))], "too_many at 2:2014",
    ),
    "a rule of a megabyte": ([DAY, "RRULE:FREQ=DAILY;BYDAY=" + "MO," * 300_000], "long_line at 2:14"),
    "a guest of ten megabytes": ([DAY, "ATTENDEE;CN=" + "A" * 10_000_000], "long_line at 2:14"),
    "a megabyte of guests": (
        [DAY, *(f"ATTENDEE;CN={'A' * 900}:mailto:p{number}@example.org" for number in range(1_500))],
        "too_large at 2:1134",
    ),
    "a hundred thousand dates": (
        [DAY, *["RDATE:" + ",".join(["20190306T170000Z"] * 3_000)] * 2],
        "too_many at 2:15",
    ),
    "five rules": ([DAY, *["RRULE:FREQ=DAILY"] * 5], "recurs_too_often at 2:18"),
    "two hundred thousand alarms in each other": ([DAY, *["BEGIN:VALARM"] * 200_000], "too_deep at 2:32"),
    "the end of time": (["DTSTART:99991231T235959Z", "RRULE:FREQ=DAILY"], "bad_date at 2:13 YYYYMMDDTHHMMSS"),
    "nothing but zeros": (["DTSTART:00000000T000000Z"], "bad_date at 2:13 YYYYMMDDTHHMMSS"),
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule[:40])
def test_a_rule_without_end_is_named_with_its_line(rule: str) -> None:
    bomb = event(DAY, f"RRULE:{rule}", uid="bomb")
    assert told_soon(calendar(BEFORE, bomb, AFTER)) == [GOOD, "recurs_too_often at 2:14", GOOD]


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_too_large_is_named_with_its_line(name: str) -> None:
    lines, _ = EVENTS[name]
    found = told_soon(calendar(BEFORE, event(*lines, uid="bomb"), AFTER))
    assert found[0] == found[-1] == GOOD
    assert found[1:-1] == [EVENTS[name][1]]


def test_a_text_of_ten_megabytes_is_cut_and_its_meeting_comes() -> None:
    bomb = event(*COFFEE[:2], "SUMMARY:" + "Tea " * 2_500_000, uid="bomb")
    found = told_soon(calendar(BEFORE, bomb, AFTER))
    assert found[0] == found[-1] == GOOD
    assert sorted(found[1:-1])[0].startswith("03-05 17:00 60 karen > mary: Tea Tea")
    assert sorted(found[1:-1])[1] == "long_line in part at 3:15"


def test_a_text_folded_into_ten_megabytes_is_cut_without_a_word() -> None:
    folded = "\r\n ".join(["DESCRIPTION:", *["A" * 74] * 140_000])
    assert told_soon(calendar(BEFORE, event(*COFFEE, folded, uid="long"), AFTER)) == [GOOD, GOOD, GOOD]


def test_two_hundred_thousand_events_in_each_other_are_one_trouble() -> None:
    nested = "\r\n".join(["BEGIN:VEVENT"] * 200_000 + ["END:VEVENT"] * 200_000)
    assert told_soon(calendar(BEFORE, nested, AFTER)) == [GOOD, "too_deep at 2:30", GOOD]


def test_unknown_components_in_each_other_are_one_trouble() -> None:
    nested = "\r\n".join(["BEGIN:X-BOX"] * 200_000)
    found = told_soon(calendar(BEFORE, nested, AFTER))
    assert found == [GOOD, "too_deep in part at 2:30", GOOD]


def test_the_next_calendar_is_not_touched_by_what_was_nested_before() -> None:
    nested = "\r\n".join(["BEGIN:X-BOX"] * 200)
    assert told(calendar(nested) + calendar(AFTER))[-1] == GOOD


def test_a_line_of_ten_megabytes_outside_any_event_is_named() -> None:
    assert told_soon(calendar(BEFORE, "X-NOTE:" + "A" * 10_000_000, AFTER)) == [
        GOOD, "long_line in part at 2:11", GOOD,
    ]  # fmt: skip


def test_ten_thousand_zones_cost_nothing() -> None:
    zones = "\r\n".join(f"BEGIN:VTIMEZONE\r\nTZID:Z{number}\r\nEND:VTIMEZONE" for number in range(10_000))
    assert told_soon(calendar(zones, AFTER)) == [GOOD]


@pytest.mark.parametrize(
    "text",
    ["\0" * 50, "\u202e" * 50, "\u200d" * 50, "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")],
)
def test_odd_characters_cost_nothing(text: str) -> None:
    odd = event(*COFFEE[:2], f"SUMMARY:Coffee{text}", f"X-{text}:{text}", text, uid="odd")
    found = told_soon(calendar(BEFORE, odd, AFTER))
    assert [line[:35] for line in found] == [GOOD] * 3
    assert "\0" not in "".join(found)


@pytest.mark.parametrize("size", [1, 4], ids="{}x".format)
def test_memory_does_not_grow_with_what_is_left_aside(size: int) -> None:
    """Five or twenty thousand appointments of one's own, a megabyte or four."""
    private = "\r\n".join(("BEGIN:VEVENT", "UID:p", DAY, "SUMMARY:" + "A" * 150, "END:VEVENT"))
    data = calendar("\r\n".join([private] * (5_000 * size)))
    peak = _peak(lambda: list(read(BytesIO(data), since=YEAR[0], until=YEAR[1])))
    assert peak < 1_000_000


def _peak(work: Callable[[], object]) -> int:
    """The most bytes held at once."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
