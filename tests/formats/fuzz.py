"""Damaged files for every reader: changed, cut, doubled, crossed; none may raise, hang or leak.

    fuzz.run(read, samples, count=20_000, seed=7)

`samples` are whole files (bytes); `tokens` what the format's readers look for, put in at odd places.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from io import BytesIO
from random import Random
from time import process_time
from typing import Any, BinaryIO

from rapport.domain.imports.imports import (
    EXCERPT,
    IncomingEntry,
    IncomingFeed,
    IncomingListing,
    IncomingPerson,
    IncomingSelf,
    IncomingTrace,
    Quarantined,
)

KINDS = (
    IncomingPerson,
    IncomingEntry,
    IncomingTrace,
    IncomingSelf,
    IncomingListing,
    IncomingFeed,
    Quarantined,
)
NAMES: dict[type, tuple[str, ...]] = {}  # of the fields of a value: they are asked for of every one
Read = Callable[[BinaryIO], Iterable[object]]

MOST_BYTES = 64 * 1024
MOST_SECONDS = 5.0  # of the processor, for one file
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
TOKENS = (
    b"\0", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc2\x85",
    b"\r", b"\n", b"\r\n", b"\n ", b"\t", b"=\n", b"=", b"==", b"=00", b"\\", b"\\n", b'"', b'""', b"'",
    b",", b";", b":", b"^n", b"\x1b", b"\x7f", b"<", b"%s", b"{}", b"=?utf-8?q?=00?=", b"=?x?b?", b"A" * 300,
    "\u202e".encode(), "\u200d".encode(), "\u2028".encode(), "e\u0301".encode(), "🦆".encode(), "ﷺ".encode(),
    b"99999999999999999999", b"-1", b"0", b"1e309",
)  # fmt: skip


def damaged(samples: Sequence[bytes], rng: Random, tokens: Sequence[bytes] = ()) -> bytes:
    """One sample with one to eight things done to it, at most 64 KB long."""
    data = bytearray(rng.choice(samples))
    for _ in range(rng.randint(1, 8)):
        rng.choice(CHANGES)(data, rng, samples, (*TOKENS, *tokens))
    return bytes(data[:MOST_BYTES])


def run(read: Read, samples: Sequence[bytes], *, count: int, seed: int, tokens: Sequence[bytes] = ()) -> None:
    """Read so many damaged samples, the same ones for the same seed; the first that fails is shown whole."""
    rng = Random(seed)
    for turn in range(count):
        data = damaged(samples, rng, tokens)
        try:
            check(read, data)
        except BaseException as error:
            error.add_note(f"seed {seed}, turn {turn}: {data!r}")
            raise


def check(read: Read, data: bytes) -> list[object]:
    """What `read` makes of it: values with text fit to keep, in reasonable time."""
    began = process_time()
    items = list(read(BytesIO(data)))
    assert process_time() - began < MOST_SECONDS
    for item in items:
        assert isinstance(item, KINDS)
        if isinstance(item, Quarantined):
            assert len(item.excerpt) <= EXCERPT
        if isinstance(item, IncomingPerson | IncomingListing):
            assert item.name
        _check_text(item)
    return items


def _check_text(value: Any) -> None:
    if isinstance(value, str):
        assert not FORBIDDEN.search(value), repr(value)
    elif isinstance(value, tuple):
        for part in value:
            _check_text(part)
    elif value:
        kind: type = type(value)
        if kind not in NAMES:
            NAMES[kind] = tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
        for name in NAMES[kind]:
            _check_text(getattr(value, name))


def _place(data: bytearray, rng: Random) -> int:
    return rng.randint(0, len(data))


def _stretch(data: bytearray, rng: Random) -> tuple[int, int]:
    start = _place(data, rng)
    return start, min(len(data), start + rng.choice((1, 2, 8, 40, 200, 1000)))


def _flip(data: bytearray, rng: Random, samples: Sequence[bytes], tokens: Sequence[bytes]) -> None:
    if data:
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def _delete(data: bytearray, rng: Random, samples: Sequence[bytes], tokens: Sequence[bytes]) -> None:
    start, end = _stretch(data, rng)
    del data[start:end]


def _double(data: bytearray, rng: Random, samples: Sequence[bytes], tokens: Sequence[bytes]) -> None:
    start, end = _stretch(data, rng)
    data[end:end] = data[start:end] * rng.choice((1, 1, 3, 50))


def _splice(data: bytearray, rng: Random, samples: Sequence[bytes], tokens: Sequence[bytes]) -> None:
    other = bytearray(rng.choice(samples))
    start, end = _stretch(other, rng)
    place = _place(data, rng)
    data[place:place] = other[start:end]


def _insert(data: bytearray, rng: Random, samples: Sequence[bytes], tokens: Sequence[bytes]) -> None:
    place = _place(data, rng)
    data[place:place] = rng.choice(tokens)


def _replace(data: bytearray, rng: Random, samples: Sequence[bytes], tokens: Sequence[bytes]) -> None:
    start, end = _stretch(data, rng)
    data[start:end] = rng.choice(tokens)


def _cut(data: bytearray, rng: Random, samples: Sequence[bytes], tokens: Sequence[bytes]) -> None:
    del data[_place(data, rng) :]


def _swap_lines(data: bytearray, rng: Random, samples: Sequence[bytes], tokens: Sequence[bytes]) -> None:
    lines = bytes(data).splitlines(keepends=True)
    if len(lines) > 1:
        a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
        lines[a], lines[b] = lines[b], lines[a]
        data[:] = b"".join(lines)


CHANGES = (_flip, _flip, _delete, _double, _splice, _insert, _insert, _replace, _cut, _swap_lines)
