"""Lines as they stand in a file, whatever ends them and however they were folded."""

from io import BytesIO

import pytest

from rapport.formats.ics.lines import MAX_LINE, Line, content_lines, decoded, excerpt


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_line_end_counts_once(end: str) -> None:
    data = end.join(("A:1", "B:2", " 3", "\t4", "", "C:5")).encode()
    assert _lines(data) == [Line(1, b"A:1"), Line(2, b"B:234"), Line(6, b"C:5")]


@pytest.mark.parametrize("shift", range(-3, 4))
def test_a_line_end_between_two_reads_counts_once(shift: int) -> None:
    first = b"A:" + b"x" * (65_536 // 2)
    second = b"B:" + b"y" * (65_536 - len(first) - 6 + shift)
    data = first + b"\r\n" + second + b"\r\nC:1\r\n"
    assert _lines(data) == [Line(1, first), Line(2, second), Line(3, b"C:1")]


def test_a_mark_at_the_beginning_is_no_text() -> None:
    assert _lines(b"\xef\xbb\xbfBEGIN:X\n") == [Line(1, b"BEGIN:X")]


def test_a_fold_without_a_line_before_it_begins_one() -> None:
    assert _lines(b" A:1\nB:2\n") == [Line(0, b"A:1"), Line(2, b"B:2")]


def test_a_long_line_keeps_its_beginning_and_its_number() -> None:
    data = b"A:1\nB:" + b"x" * 1_000_000 + b"\nC:3\n"
    first, second, third = _lines(data)
    assert (first, third) == (Line(1, b"A:1"), Line(3, b"C:3"))
    assert (second.number, len(second.text), second.is_cut, second.is_long) == (2, MAX_LINE, True, True)


def test_a_line_folded_too_long_is_cut_but_was_no_long_line() -> None:
    (line,) = _lines(b"B:" + b"\n ".join([b"x" * 70] * 2_000))
    assert (len(line.text), line.is_cut, line.is_long) == (MAX_LINE, True, False)


def test_bytes_that_are_not_utf_8_are_what_windows_wrote() -> None:
    assert decoded("Zoë".encode()) == decoded("Zoë".encode("cp1252")) == "Zoë"
    assert decoded(b"\x81\xff") == "\ufffdÿ"


def test_an_excerpt_is_short_and_fit_to_show() -> None:
    assert excerpt(b"RRULE:\x00FREQ\x1b\t=  DAILY" + b"x" * 500) == "RRULE:FREQ = DAILY" + "x" * 62


def _lines(data: bytes) -> list[Line]:
    return list(content_lines(BytesIO(data)))
