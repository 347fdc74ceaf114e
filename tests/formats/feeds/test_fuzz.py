"""Damaged feeds: nothing raises, nothing hangs, and what comes out is fit to keep."""

from io import BytesIO
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.formats import flyer
from tests.formats import fuzz
from tests.formats.feeds.reading import SAMPLES, read

COUNT = 20_000
PARSERS = {  # parser → the ending of its samples, and what each of them holds
    "calendar": (".ics", b""), "syndication": (".xml", b""), "json-ld": (".html", b"ld+json"),
    "microdata": (".html", b"itemprop"), "h-event": (".html", b'class="'),
}  # fmt: skip
TOKENS = {
    ".ics": (
        b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"RRULE:FREQ=DAILY\r\n", b"DTSTART:20260401T190000Z\r\n",
        b"TZID=Europe/Paris", b"GEO:48.8;2.3\r\n", b"RECURRENCE-ID:20260401T190000Z\r\n", b"SUMMARY:",
        b"X-WR-CALNAME:", b"STATUS:CANCELLED\r\n",
    ),
    ".xml": (
        b"<item>", b"</item>", b"<title>", b"<![CDATA[", b"]]>", b"<ev:startdate>2026-04-01</ev:startdate>",
        b"&amp;", b"&nbsp;", b"&#0;", b"&#xD800;", b'<time datetime="2026-04-01">',
        b"<!DOCTYPE x [", b"<link>",
    ),
    ".html": (
        b'"@type":"Event"', b'"startDate":"2026-04-01T25:00"', b'"startDate":"9999-12-31T23:59:59-14:00"',
        b'{"@id":"#hall"}', b'"location":[', b'"offers":{"price":1e400}', b"null", b"[[[[", b"NaN", b"&lt;",
        b'"\\ud800"', b'"\\u0000"', b"</script>", b'<div itemscope itemtype="http://schema.org/Event">',
        b'class="h-event dt-start p-name"', b'itemprop="startDate"', b'"duration":"P9999999D"',
        b'"geo":{"latitude":1e309}',
    ),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("parser", PARSERS)
def test_damaged_feeds_are_read_or_named(parser: str) -> None:
    end, mark = PARSERS[parser]
    samples = [path.read_bytes() for path in sorted(SAMPLES.glob(f"*{end}"))]
    fuzz.run(read, [each for each in samples if mark in each], count=COUNT, seed=11, tokens=TOKENS[end])


@settings(max_examples=500, deadline=None)
@given(
    st.sampled_from([b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", b"<rss><item>", b"<html>", b""]),
    st.lists(st.sampled_from([token for some in TOKENS.values() for token in some]) | st.binary(max_size=40)),
)
def test_any_bytes_are_read_or_named(head: bytes, pieces: list[bytes]) -> None:
    fuzz.check(read, head + b"".join(pieces))


def _flyers(data: BinaryIO) -> list[object]:
    from tests.formats.feeds.reading import WINDOW

    found = flyer.read(data.read().decode("utf-8", "replace"), WINDOW.since)
    for text in (found.name, found.place, found.url, found.about):
        assert not fuzz.FORBIDDEN.search(text)
    return []


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_a_flyer_or_none(text: str) -> None:
    _flyers(BytesIO(text.encode("utf-8", "replace")))


@pytest.mark.slow
def test_damaged_flyers_are_read() -> None:
    samples = [
        b"LADIES' NIGHT\nThursday 4 April, 7pm - 10pm\nat The Jupiter Hotel, 800 E Burnside St\nFree entry",
        "🎉 Apéro\nQuand : jeudi 4 avril à 18h30\nLieu : Le Wagon, 16 villa Gaudelet\nTarif : 5 €".encode(),
    ]
    tokens = (b"30 February", b"le 31", b"24h61", b"99:99", b"\n\n", b"demain", b"next friday", b"12/13/14")
    fuzz.run(_flyers, samples, count=COUNT, seed=11, tokens=tokens)
