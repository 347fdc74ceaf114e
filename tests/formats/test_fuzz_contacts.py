"""Damaged exports: nothing raises, nothing hangs, and what comes out is fit to keep."""

from collections.abc import Iterator
from typing import BinaryIO
from uuid import UUID

import pytest

from rapport.domain.exports.exports import OutgoingPerson
from rapport.domain.imports.imports import Quarantined, Source
from rapport.formats import (
    any_csv,
    contacts_csv,
    google_contacts,
    linkedin,
    meerkat,
    monica,
    nametag,
    outlook_contacts,
    sniffing,
    zips,
)
from tests.formats import fuzz
from tests.formats.samples import Read, all_of

COUNT = 20_000
TOKENS = (
    b"\r\n,,,,,,\r\n", b'"\n', b'","', b'"""', b" ::: ", b"* myContacts", b"0/0/00", b"05 Mar 2026",
    b"sep=;\n", b"https://www.linkedin.com/in/x", b"2026-03-05 09:30:00 UTC", b"=== NOTES ===\n", b"=1+1",
    b"'+49", b"\x0b",
)  # fmt: skip
JSON_TOKENS = (
    b"null", b"true", b"[]", b"{}", b'"\\ud800"', b'"\\u0000"', b"[[[[[[", b"1e999", b"NaN", b'{"a":',
    b'"data":',
)  # fmt: skip
ZIP_TOKENS = (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x06", b"\xff" * 8, b"\0" * 8)

READERS: dict[str, tuple[Read, tuple[bytes, ...]]] = {
    "linkedin": (linkedin.read, (*TOKENS, *ZIP_TOKENS)),
    "google": (google_contacts.read, TOKENS),
    "outlook": (outlook_contacts.read, TOKENS),
    "csv": (any_csv.read, TOKENS),
    "meerkat": (meerkat.read, TOKENS),
    "monica": (monica.read, JSON_TOKENS),
    "nametag": (nametag.read, JSON_TOKENS),
}


@pytest.mark.slow
@pytest.mark.parametrize("folder", READERS)
def test_damaged_exports_are_read_or_named(folder: str) -> None:
    read, tokens = READERS[folder]
    fuzz.run(read, all_of(folder), count=COUNT, seed=5, tokens=tokens)


@pytest.mark.slow
def test_damaged_tables_of_our_own_are_read_or_named() -> None:
    person = OutgoingPerson(UUID(int=1), "=Priya", aliases=("Pri",), note="a\nb", tags=("ink",))
    samples = ["".join(contacts_csv.write([person] * 3)).encode()]
    fuzz.run(contacts_csv.read, samples, count=COUNT, seed=5, tokens=TOKENS)


@pytest.mark.slow
def test_damaged_zips_are_read_or_named() -> None:
    samples = [data for data in (*all_of("zip"), *all_of("linkedin")) if data.startswith(b"PK")]
    fuzz.run(_entries, samples, count=COUNT, seed=5, tokens=ZIP_TOKENS)


@pytest.mark.slow
def test_whatever_a_file_is_it_is_sniffed() -> None:
    samples = [data for folder in (*READERS, "vcard", "ics") for data in all_of(folder)]
    fuzz.run(_sniffed, samples, count=COUNT // 2, seed=5, tokens=(*TOKENS, *JSON_TOKENS))


def _entries(data: BinaryIO) -> Iterator[object]:
    for entry in zips.walk(data):
        if isinstance(entry, Quarantined):
            yield entry
            continue
        try:
            entry[1].read(1 << 20)
        except zips.Broken as broken:
            assert broken.trouble  # noqa: PT017 — which one it is depends on the damage


def _sniffed(data: BinaryIO) -> Iterator[object]:
    found = sniffing.sniff("file.csv", data.read(), zips.names(data))
    assert found is None or isinstance(found, Source)
    yield from ()
