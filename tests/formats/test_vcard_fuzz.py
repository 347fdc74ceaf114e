"""Damaged and hostile vCards: each ends soon, with a reason, and costs the good ones around it nothing."""

import os
import tracemalloc
from base64 import b64encode
from collections.abc import Callable, Iterator
from io import BytesIO, RawIOBase
from pathlib import Path
from struct import pack
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.imports.imports import IncomingPerson, Quarantined, Trouble
from rapport.formats.vcard import read
from tests.formats import fuzz

SAMPLES = [path.read_bytes() for path in sorted((Path(__file__).parents[1] / "samples/vcard").glob("*.vcf"))]
MANY = int(os.environ.get("RAPPORT_FUZZ_INPUTS", "20000"))
TOKENS = (
    b"BEGIN:VCARD\n", b"END:VCARD\n", b"BEGIN:VCARD", b"\nEND:VCARD", b"VERSION:2.1\n", b"VERSION:4.0\n",
    b"AGENT:\n", b";ENCODING=QUOTED-PRINTABLE", b";ENCODING=b", b";BASE64:", b";CHARSET=SHIFT_JIS",
    b";CHARSET=UTF-16", b";TYPE=", b';TYPE="', b"item1.", b"item1.X-ABLabel:_$!<Home>!$_\n", b"N:;;;;;;;;\n",
    b"ADR:\n", b"KIND:group\n", b"URL:http://[", b"PHOTO;ENCODING=b:/9j/\n", b"NOTE:", b"X-SOCIALPROFILE:",
    b"IMPP:", b"data:;base64,", b"..", b"=\r\n", b"=\n=\n",
)  # fmt: skip
GOOD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Karen Holt\r\nN:Holt;Karen;;;\r\nEND:VCARD\r\n"
MOST_SECONDS = 5.0


def test_no_damage_makes_it_raise_or_hang() -> None:
    fuzz.run(read, SAMPLES, count=MANY, seed=2019, tokens=TOKENS)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(st.one_of(st.sampled_from([*TOKENS, *SAMPLES]), st.binary(max_size=40)), max_size=12))
def test_any_pieces_put_together_are_read(pieces: list[bytes]) -> None:
    fuzz.check(read, b"".join(pieces))


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from([*TOKENS, *SAMPLES]), max_size=12), st.integers(0, 4))
def test_starting_later_gives_the_same_records(pieces: list[bytes], start: int) -> None:
    data = b"".join(pieces)
    whole = [item for item in read(BytesIO(data)) if not isinstance(item, Quarantined)]
    later = [item for item in read(BytesIO(data), start=start) if not isinstance(item, Quarantined)]
    assert [item.where.record for item in later] == [r for item in whole if (r := item.where.record) > start]


class Stream(RawIOBase):
    """Bytes that are made when they are asked for."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self.parts = parts

    def read(self, size: int = -1) -> bytes:
        return next(self.parts, b"")


def many(part: bytes, count: int) -> Iterator[bytes]:
    """So many of them, some 64 KB at a time."""
    together = max(1, 65_536 // len(part))
    for _ in range(count // together):
        yield part * together
    yield part * (count % together)


def card(*parts: Iterator[bytes]) -> Iterator[bytes]:
    yield GOOD + b"BEGIN:VCARD\nVERSION:3.0\nFN:Tom Reed\n"
    for part in parts:
        yield from part
    yield b"\nEND:VCARD\n" + GOOD


def one(part: bytes) -> Iterator[bytes]:
    yield part


PNG_50_MP = b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + pack(">II", 8192, 6250) + bytes(200))
QUOTED = b"NOTE;ENCODING=QUOTED-PRINTABLE:"
Made = Callable[[], Iterator[bytes]]
BOMBS: dict[str, tuple[Made, Trouble]] = {
    "a line of 10 MB": (lambda: card(one(b"NOTE:"), many(b"0123456789", 1_000_000)), Trouble.LONG_LINE),
    "a folded line of 10 MB": (
        lambda: card(one(b"NOTE:x"), many(b"\n " + b"x" * 70, 140_000)),
        Trouble.LONG_LINE,
    ),
    "a name of 10 MB": (lambda: card(many(b"A" * 1000, 10_000), one(b":x")), Trouble.LONG_LINE),
    "parameters of 10 MB": (
        lambda: card(one(b"TEL"), many(b";A=B", 2_500_000), one(b":1")),
        Trouble.LONG_LINE,
    ),
    "a photo of 12 MB": (
        lambda: card(one(b"PHOTO;ENCODING=b:"), many(b"\n " + b"A" * 70, 170_000)),
        Trouble.PHOTO_TOO_LARGE,
    ),
    "a photo of 50 million pixels": (
        lambda: card(one(b"PHOTO;ENCODING=b:" + PNG_50_MP)),
        Trouble.PHOTO_TOO_LARGE,
    ),
    "200,000 cards in cards": (lambda: card(many(b"BEGIN:VCARD\n", 200_000)), Trouble.TOO_DEEP),
    "200,000 agents of agents": (lambda: card(many(b"AGENT:\nBEGIN:VCARD\n", 200_000)), Trouble.TOO_DEEP),
    "100,000 properties": (lambda: card(many(b"X-A:1\n", 100_000)), Trouble.TOO_MANY),
    "100,000 addresses": (lambda: card(many(b"EMAIL:a@b.example\n", 100_000)), Trouble.TOO_MANY),
    "a card of 20 MB": (lambda: card(many(b"NOTE:" + b"x" * 20_000 + b"\n", 1000)), Trouble.TOO_LARGE),
    "quoted-printable of 10 MB": (
        lambda: card(one(QUOTED), many(b"=41" * 24 + b"=\n", 140_000)),
        Trouble.LONG_LINE,
    ),
    "NUL": (lambda: card(one(b"NOTE:a\0b")), Trouble.BAD_ENCODING),
    "NUL in quoted-printable": (lambda: card(one(QUOTED + b"a=00b")), Trouble.BAD_ENCODING),
    "10 MB of something else": (
        lambda: card(one(b"END:VCARD\n"), many(b"junk\n", 2_000_000)),
        Trouble.NOT_UNDERSTOOD,
    ),
    "backslashes": (lambda: card(one(b"ADR:"), many(b"\\;", 100_000)), Trouble.LONG_LINE),
    "no END": (lambda: card(one(b"X:1\n" + GOOD[:-11])), Trouble.NOT_UNDERSTOOD),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_ends_with_its_reason_and_spares_the_others(bomb: str) -> None:
    make, trouble = BOMBS[bomb]
    began = process_time()
    items = list(read(Stream(make())))  # type: ignore[arg-type]  # as much of a file as is asked of one
    assert process_time() - began < MOST_SECONDS
    assert trouble in {item.trouble for item in items if isinstance(item, Quarantined)}
    assert [item.name for item in items if isinstance(item, IncomingPerson)].count("Karen Holt") >= 2
    assert len(items) < 100


@pytest.mark.parametrize(
    "bomb", ["a line of 10 MB", "a photo of 12 MB", "a card of 20 MB", "100,000 properties"]
)
def test_a_bomb_takes_little_memory(bomb: str) -> None:
    tracemalloc.start()
    try:
        assert list(read(Stream(BOMBS[bomb][0]())))  # type: ignore[arg-type]  # the same
        assert tracemalloc.get_traced_memory()[1] < 16 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_halves_of_characters_in_utf_16_are_left_out_and_told() -> None:
    text = GOOD.decode().replace("Karen Holt", "Karen \ud83e Holt")
    data = b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass")
    person, told = fuzz.check(read, data)
    assert isinstance(person, IncomingPerson)
    assert person.name == "Karen  Holt"
    assert isinstance(told, Quarantined)
    assert (told.trouble, told.where.line, told.is_part) == (Trouble.BAD_ENCODING, 3, True)


def test_letters_that_turn_and_join_stay() -> None:
    [person] = fuzz.check(read, GOOD.replace(b"Karen Holt", "\u202eKaren 👩\u200d🚀".encode()))
    assert isinstance(person, IncomingPerson)
    assert person.name == "\u202eKaren 👩\u200d🚀"
