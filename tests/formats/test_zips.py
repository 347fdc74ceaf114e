"""A zip from a stranger gives what is harmless in it, and a reason for everything else."""

import zipfile
from io import BytesIO
from struct import pack_into

import pytest

from rapport.domain.imports.imports import Quarantined, Trouble
from rapport.formats import zips
from tests.formats.samples import sample

GOOD = ("good.txt", b"good")


def walked(data: BytesIO) -> list[tuple[str, bytes | Trouble]]:
    found: list[tuple[str, bytes | Trouble]] = []
    for entry in zips.walk(data):
        if isinstance(entry, Quarantined):
            found.append((entry.where.inside, entry.trouble))
            continue
        try:
            found.append((entry[0], entry[1].read()))
        except zips.Broken as broken:
            found.append((entry[0], broken.trouble))
    return found


def a_zip(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> BytesIO:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return data


def test_entries_come_in_their_order() -> None:
    assert walked(sample("zip/two_plain_files.zip")) == [("a.txt", b"one"), ("folder/b.txt", b"two")]
    assert zips.names(sample("zip/two_plain_files.zip")) == ("a.txt", "folder/b.txt")


@pytest.mark.parametrize(
    ("name", "refused", "trouble"),
    [
        ("symbolic_link", ["link.csv"], Trouble.UNSAFE_PATH),
        (
            "paths_that_lead_outside",
            ["../up.txt", "/root.txt", "a/../../b.txt", "C:\\c.txt"],
            Trouble.UNSAFE_PATH,
        ),
        ("zip_in_a_zip", ["inner.zip"], Trouble.TOO_DEEP),
        ("four_megabytes_of_nothing", ["bomb.txt"], Trouble.TOO_LARGE),
        ("encrypted_entry", ["secret.txt"], Trouble.ENCRYPTED),
        ("overlapping_entries", ["a.txt", "b.txt"], Trouble.NOT_UNDERSTOOD),
        ("damaged_entry", ["a.txt"], Trouble.NOT_UNDERSTOOD),
    ],
)
def test_what_is_harmful_is_named_and_the_rest_read(name: str, refused: list[str], trouble: Trouble) -> None:
    found = walked(sample(f"zip/{name}.zip"))
    assert found == [*((entry, trouble) for entry in refused), GOOD]
    assert "good.txt" in zips.names(sample(f"zip/{name}.zip"))


def test_a_zip_cut_off_is_not_understood() -> None:
    assert walked(sample("zip/cut_off.zip")) == [("", Trouble.NOT_UNDERSTOOD)]
    assert walked(BytesIO(b"PK\x03\x04")) == [("", Trouble.NOT_UNDERSTOOD)]
    assert zips.names(BytesIO(b"")) == ()


def test_more_entries_than_a_zip_may_have_are_not_even_listed() -> None:
    many = a_zip(*((f"{n}.txt", b"") for n in range(zips.ENTRIES + 1)), method=zipfile.ZIP_STORED)
    assert walked(many) == [("", Trouble.TOO_MANY)]


def test_a_zip_that_announces_a_huge_list_is_refused_before_it_is_read() -> None:
    data = bytearray(a_zip(GOOD).getvalue())
    pack_into("<L", data, data.rfind(b"PK\x05\x06") + 12, 0x7FFF_FFFF)
    assert walked(BytesIO(bytes(data))) == [("", Trouble.TOO_MANY)]


def test_an_entry_that_holds_more_than_it_says_breaks_off() -> None:
    data = bytearray(a_zip(("a.txt", bytes(range(256)) * 8), GOOD).getvalue())
    at = data.find(b"PK\x01\x02")
    pack_into("<L", data, at + 24, 100)
    assert walked(BytesIO(bytes(data))) == [("a.txt", Trouble.NOT_UNDERSTOOD), GOOD]


def test_all_entries_together_stay_under_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "TOTAL", 1000)
    found = walked(a_zip(("a.txt", b"x" * 600), ("b.txt", b"x" * 600), GOOD))
    assert found == [("a.txt", b"x" * 600), ("b.txt", Trouble.TOO_LARGE), GOOD]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_no_export_uses_are_not_opened(method: int) -> None:
    assert walked(a_zip(("a.txt", b"x"), method=method)) == [("a.txt", Trouble.NOT_UNDERSTOOD)]


def test_only_what_is_wanted_is_looked_at() -> None:
    data = a_zip(("a.txt", b"one"), GOOD, ("../up", b"x"))
    assert [entry[0] for entry in zips.walk(data, "good.txt".__eq__) if isinstance(entry, tuple)] == [
        "good.txt"
    ]
