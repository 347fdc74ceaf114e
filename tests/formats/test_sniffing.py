"""A file is known by what stands in it, whatever it is called."""

from io import BytesIO

import pytest

from rapport.domain.imports.imports import Source
from rapport.formats import zips
from rapport.formats.sniffing import sniff
from tests.formats.samples import SAMPLES


@pytest.mark.parametrize(
    ("folder", "source"),
    [("linkedin", Source.LINKEDIN), ("google", Source.GOOGLE), ("outlook", Source.OUTLOOK),
     ("csv", Source.CSV), ("monica", Source.MONICA),
     ("nametag", Source.NAMETAG), ("meerkat", Source.MEERKAT)],
)  # fmt: skip
def test_every_sample_is_known_for_what_it_is(folder: str, source: Source) -> None:
    wrong = {}
    for path in sorted((SAMPLES / folder).iterdir()):
        data = path.read_bytes()
        entries = zips.names(BytesIO(data)) if path.suffix == ".zip" else ()
        found = sniff(path.name if folder == "csv" else "file", data, entries)
        if found is not source:
            wrong[path.name] = found
    assert not wrong


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (b"BEGIN:VCARD\r\nVERSION:4.0\r\n", Source.VCARD),
        ("\ufeffbegin:vcard\n".encode("utf-16"), Source.VCARD),
        (b"\n\nBEGIN:VCALENDAR\n", Source.CALENDAR),
        (b'{\n "format": "rapport-archive",\n', Source.ARCHIVE),
        (b"From tom@reed.example Thu Mar  5 09:30:00 2026\n", Source.MAILBOX),
        (b"Return-Path: <tom@reed.example>\nReceived: from x\n by y\nFrom: Tom\n\nHello", Source.MAILBOX),
        (b"Name,E-mail\nTom,tom@reed.example\n", Source.CSV),
        (b"\xff\xd8\xff\xe0 a photo of a duck", None),
        (b"Dear Tom,\nhow are you: well?\n", None),
        (b"", None),
    ],
)
def test_the_beginning_tells(head: bytes, source: Source | None) -> None:
    assert sniff("file", head) is source


def test_the_index_that_a_mail_program_keeps_beside_its_mail_is_nothing_to_read() -> None:
    index = b"\x0f\rXapian Glass" + bytes(range(256)) + bytes(200) + b"From karen@example.org\n" * 50
    assert sniff("postlist.glass", index) is None
    assert (
        sniff("people.csv", index) is Source.CSV
    )  # somebody calls it a table: its reader says what is wrong
    table = "First Name,Last Name,E-mail Address\nKaren,Holt,karen@example.org\n"
    assert sniff("export", table.encode("utf-16")) is sniff("export", table.encode("utf-16-le"))
    assert sniff("export", table.encode("utf-16-be")) is sniff("export", table.encode()) is not None


def test_the_name_helps_only_where_the_content_does_not() -> None:
    assert sniff("people.csv", b"BEGIN:VCARD\n") is Source.VCARD
    assert sniff("PEOPLE.CSV", b"a,b\n1,2\n") is Source.CSV
    assert sniff("empty.mbox", b"") is Source.MAILBOX
    assert sniff("photo.vcf", b"\xff\xd8\xff\xe0 a photo of a duck") is None


@pytest.mark.parametrize(
    ("entries", "source"),
    [
        (("Basic/Connections.csv", "Basic/Skills.csv"), Source.LINKEDIN),
        (("Takeout/Mail/All mail Including Spam and Trash.mbox",), Source.MAILBOX),
        (("Maildir/cur/1741.M1:2,S", "Maildir/new/"), Source.MAILBOX),
        (("Takeout/Contacts/All Contacts/All Contacts.vcf", "Takeout/archive_browser.html"), Source.VCARD),
        (("karen@holt.example.ical/karen.ics",), Source.CALENDAR),
        (("photo.jpg",), None),
        ((), None),
    ],
)
def test_a_zip_is_known_by_what_is_in_it(entries: tuple[str, ...], source: Source | None) -> None:
    assert sniff("export.zip", b"PK\x03\x04", entries) is source
