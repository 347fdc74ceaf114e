"""Feeds made to hang, drown or reach out (TRUST.md T9): each ends soon in its own process, and is named."""

import resource
from datetime import date
from itertools import repeat

import pytest

from rapport.net.fetch import Fetched, Wanted
from rapport.services.feeds import reading as feed_reading
from rapport.services.feeds.reading import Read
from rapport.services.reading import reading
from tests.net.watching import watching
from tests.services.feeds.makers import URL, calendar, event, web

pytestmark = pytest.mark.slow
MOST_SECONDS = 5.0  # of the processor, in the reading process
TODAY = date(2019, 3, 30)
GOOD = event("good", "20190410T180000Z", "Good")
NIGHT = '{"@type":"Event","name":"Good","startDate":"2019-04-10T18:00Z"}'
EV = 'xmlns:ev="http://purl.org/rss/1.0/modules/event/"'
ITEM = "<item><title>Good</title><link>https://feeds.example/1</link><ev:startdate>2019-04-10T18:00Z</ev:startdate></item>"


def laughs(depth: int) -> str:
    entities = '<!ENTITY e0 "ha">' + "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, depth)
    )
    return (
        f"<!DOCTYPE rss [{entities}]><rss {EV}><channel><title>&e{depth - 1};</title>{ITEM}</channel></rss>"
    )


def rss(items: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<rss version="2.0" {EV}><channel>{items}</channel></rss>'


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def rule(*lines: str) -> bytes:
    bomb = "BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Bomb\r\nDTSTART:20190405T190000Z\r\n" + "\r\n".join(lines)
    return calendar(bomb + "\r\nEND:VEVENT\r\n", GOOD)


def full(key: str, most: int) -> str:
    return f"{key}=" + ",".join(map(str, range(1, most)))


TOO_OFTEN = ("Good", "recurs_too_often")
BOMBS: dict[str, tuple[bytes | str, tuple[str, ...]]] = {  # what is kept of it, and why the rest is not
    "every second": (rule("RRULE:FREQ=SECONDLY"), TOO_OFTEN),
    "every minute": (rule("RRULE:FREQ=MINUTELY;COUNT=1000000000"), TOO_OFTEN),
    "every hour, a billion times": (rule("RRULE:FREQ=HOURLY;COUNT=1000000000"), TOO_OFTEN),
    "a billion days": (rule("RRULE:FREQ=DAILY;COUNT=1000000000"), TOO_OFTEN),
    "a count of a thousand digits": (rule("RRULE:FREQ=DAILY;COUNT=" + "9" * 1000), TOO_OFTEN),
    "never": (rule("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), TOO_OFTEN),
    "by all lists": (
        rule(
            "RRULE:FREQ=YEARLY;BYHOUR=1,2,3;"
            + ";".join((full("BYYEARDAY", 367), full("BYMONTH", 13), full("BYSETPOS", 367)))
        ),
        TOO_OFTEN,
    ),
    "ten rules": (rule(*repeat("RRULE:FREQ=DAILY", 10)), TOO_OFTEN),
    "rules on dates on dates": (
        rule("RRULE:FREQ=DAILY", *repeat("RDATE:" + ",".join(["20190406T190000Z"] * 900), 20)),
        ("Good", "too_many"),
    ),
    "nine megabytes of one title": (
        rss("<item><title>" + "A" * 9_000_000 + "</title></item>" + ITEM),
        ("Good",),
    ),
    "a billion laughs": (laughs(12), ("Good",)),
    "one long laugh, many times": (
        f'<!DOCTYPE rss [<!ENTITY a "{"ha" * 100_000}">]><rss {EV}><channel><title>{"&a;" * 10_000}</title>'
        f"{ITEM}</channel></rss>",
        (),  # so long a beginning is no feed's
    ),
    "a file of this machine": (
        rss(f"<title>&x;</title>{ITEM}", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
        ("Good",),
    ),
    "a hundred thousand tags in each other": (rss("<a>" * 100_000), ()),
    "a hundred thousand attributes": (
        rss("<a " + " ".join(f'a{n}="x"' for n in range(100_000)) + "/>" + ITEM),
        ("Good",),
    ),
    "fifty thousand items": (rss(ITEM * 50_000), ("Good",)),
    "ten megabytes of tags": ("<html>" + "<div>" * 2_000_000 + script(NIGHT), ()),
    "ten megabytes of text": ("<html><p>" + "word " * 1_900_000 + script(NIGHT), ("Good",)),
    "a hundred thousand events in each other": (
        '<div itemscope itemtype="https://schema.org/Event" itemprop="subEvent">' * 100_000, (),
    ),
    "a hundred thousand h-events in each other": ('<p class="h-event">' * 100_000, ()),
    "lists in lists": (script("[" * 100_000 + NIGHT + "]" * 100_000), ()),
    "objects in objects": (script('{"a":' * 100_000 + NIGHT + "}" * 100_000), ()),
    "lists in lists beside a good one": (script("[" * 100_000) + script(NIGHT), ("Good",)),
    "a number of a million digits": (
        script('{"@type":"Event","name":"Good","startDate":"2019-04-10","price":' + "9" * 1_000_000 + "}"),
        ("Good",),
    ),
    "a reference to itself": (
        script('{"@id":"#a","@type":"Event","name":"Good","startDate":"2019-04-10","location":{"@id":"#a"}}'),
        ("Good",),
    ),
    "fifty thousand sessions": (
        script('{"@type":"EventSeries","subEvent":[' + ",".join([NIGHT] * 50_000) + "]}"), ("Good",),
    ),
    "a megabyte of half a tag": ("<html>" + "<" * 1_000_000 + script(NIGHT), ("Good",)),
    "a comment without an end": (script(NIGHT) + "<!--" + "-" * 5_000_000, ("Good",)),
    "nothing but zeros": ("\0" * 5_000_000, ()),
    "eleven megabytes": (" " * (11 * 1024 * 1024), ("too_large",)),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_in_its_time_with_its_reason(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made, expected = BOMBS[name]
    monkeypatch.setattr(reading, "PATIENCE", 60.0)  # the processor's seconds count here, not a busy machine's
    net = web(monkeypatch)
    net.pages[URL] = Fetched(URL, made.encode() if isinstance(made, str) else made)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with watching() as watch:
        found = feed_reading.read(Wanted(URL), "Europe/Paris", TODAY)
        assert (watch.seen, watch.reached()) == ([], 0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < MOST_SECONDS
    assert isinstance(found, Read)
    told = {each.name for each in found.listings} | {each.trouble.value for each in found.left_out}
    assert told == set(expected)
    assert len(found.listings) <= 1_000
