"""What address books really write: each oddity has a sample named after it."""

import quopri
import re
from io import BytesIO
from pathlib import Path
from unicodedata import normalize
from uuid import UUID

import pytest

from rapport.domain.exports.exports import OutgoingPerson
from rapport.domain.imports.imports import IncomingPerson, IncomingPoint, Quarantined, Trouble
from rapport.domain.people.people import ContactKind
from rapport.formats.vcard import read, reader, write
from rapport.formats.vcard.writer import Version

FOLDER = Path(__file__).parents[1] / "samples/vcard"
SAMPLES = sorted(path.stem for path in FOLDER.glob("*.vcf"))
ME = UUID(int=7)
EMAIL, PHONE, OTHER = ContactKind.EMAIL, ContactKind.PHONE, ContactKind.OTHER

# Sample → name, and some of what else is known.
EXPECTED: dict[str, list[tuple[str, dict[str, object]]]] = {
    "agent-in-3-0": [("Karen Holt", {})],
    "agent-nested-in-2-1": [("Karen Holt", {"points": (IncomingPoint(PHONE, "555-0101"),)})],
    "android-custom-and-qp": [("Zoë", {"aliases": ("Zo",)})],
    "apple-company": [("Cedar Dental", {"organisation": "Cedar Dental"})],
    "apple-group-of-people": [("Karen Holt", {"key": "karen-1"})],
    "apple-groups-and-labels": [
        (
            "Jess Moran",
            {
                "points": (
                    IncomingPoint(EMAIL, "jess@moran.example", "Studio"),
                    IncomingPoint(PHONE, "+1 503 555 0102", "Mobile"),
                    IncomingPoint(OTHER, "jess.moran", "skype"),
                ),
                "links": ("https://jess.example/", "http://twitter.com/jessm"),
                "city": "Portland",
                "country": "US",
            },
        )
    ],
    "bare-types-of-2-1": [
        (
            "Tom Reed",
            {
                "points": (
                    IncomingPoint(PHONE, "+1 503 555 0104", "home"),
                    IncomingPoint(PHONE, "+1 503 555 0105", "work fax"),
                    IncomingPoint(EMAIL, "tom@reed.example"),
                )
            },
        )
    ],
    "bidi-and-joiners": [("\u202eneraK\u202c محمد 👩\u200d🚀", {})],
    "byte-order-mark": [("Noël Øst", {})],
    "byte-order-mark-before-each": [("Noël Øst", {}), ("Tom Reed", {})],
    "caret-escapes": [("Sam Ace", {"points": (IncomingPoint(OTHER, "sam", "mastodon"),)})],
    "control-characters": [("Tom Reed", {"note": "fine"})],
    "crlf-missing-lone-lf": [("Dan Okafor", {})],
    "decomposed-accents": [(normalize("NFC", "Zoë Dvořák"), {})],
    "empty-values": [("Tom Reed", {"points": (), "organisation": "", "city": "", "aliases": ()})],
    "escapes": [
        (
            'Sam "Ace" O\'Neil',
            {
                "organisation": "Idées, Pensées & Co;",
                "note": "a, b; c\\n d\ne\nf",
                "tags": ("one,two", "three"),
            },
        )
    ],
    "fastmail-4-0-parameters": [
        ("Mae Sutter", {"key": "urn:uuid:9d9c7a5c-8b8e-4e33-9d7f-000000000001"}),
    ],
    "folded-inside-a-character": [("Chloé Lefèvre", {})],
    "folded-with-a-space": [
        (
            "Priya Shah",
            {
                "note": "Met at the fair on a very rainy day and talked about illustration, puppies and the "
                "price of rent in the new part of town"
            },
        )
    ],
    "folded-with-a-tab": [
        ("Priya Shah", {"note": "Met at the fair on a very rainy day and talked about illustration"})
    ],
    "google-labels-and-categories": [
        (
            "Alma Reyes",
            {
                "tags": ("Artists",),
                "note": "Line one\nLine two",
                "links": ("http://www.google.com/profiles/alma",),
            },
        )
    ],
    "ios-social-and-dates": [("Dr. Ana Maria Silva", {"aliases": ("Aninha", "Costa", "Ah-na Sil-va")})],
    "junk-around-cards": [("Tom Reed", {"points": (IncomingPoint(PHONE, "555-0104"),)}), ("Karen Holt", {})],
    "kind-group-and-org": [("Blue Heron, Inc.", {})],
    "latin-1-undeclared": [("Chloé Lefèvre", {"note": "déjà vu"})],
    "line-breaks-in-a-note": [("Tom Reed", {"note": "first line\nsecond line"})],
    "lone-cr": [("Dan Okafor", {})],
    "lower-case": [("Tom Reed", {"points": (IncomingPoint(EMAIL, "tom@reed.example", "work"),)})],
    "nextcloud-4-0": [
        (
            "Teo Brandt",
            {
                "points": (
                    IncomingPoint(EMAIL, "teo@brandt.example", "work"),
                    IncomingPoint(PHONE, "+49 30 555 01", "home"),
                    IncomingPoint(OTHER, "@teo@vr.example", "mastodon"),
                ),
                "tags": ("VR", "Designers"),
            },
        )
    ],
    "no-end": [("Karen Holt", {}), ("Tom Reed", {}), ("Jess Moran", {})],
    "no-formatted-name": [("Ms. Mary Ann Castellan PhD", {})],
    "no-version": [("Karen Holt", {})],
    "nobody": [("Tom Reed", {})],
    "only-a-number": [("555-0100", {})],
    "only-e-mail": [("info@somewhere.example", {})],
    "only-nickname": [("Bee", {"points": (IncomingPoint(PHONE, "555-0100"),)})],
    "only-organisation": [("City Hospital", {"organisation": "City Hospital"})],
    "outlook-photo-of-2-1": [("Tom Reed", {"organisation": "Reed Ltd"})],
    "photo-as-a-link": [("Mary Castellan", {})],
    "photo-as-data-in-4-0": [("Mary Castellan", {})],
    "photo-in-3-0": [("Mary Castellan", {})],
    "photo-without-indent": [("Tom Reed", {"points": (IncomingPoint(PHONE, "+15035550104", "cell"),)})],
    "quoted-printable-in-latin-1": [("Chloé Lefèvre", {})],
    "quoted-printable-in-utf-8": [("Jürgen Müller", {"note": "eins\nzwei; drei"})],
    "quoted-printable-soft-breaks": [
        (
            "Karen Holt",
            {"note": "Knows everybody in the whole of Portland, and most of them are friends: call her"},
        )
    ],
    "shift-jis-declared": [("田中 由紀", {})],
    "space-after-end": [("Tom Reed", {}), ("Karen Holt", {})],
    "title-beside-role": [("Wei Li", {"role": "Builds things"})],
    "two-names-and-firms": [
        (
            "Wei Li",
            {
                "aliases": ("李伟",),
                "organisation": "Acme",
                "role": "Engineer",
                "city": "Leeds",
                "country": "GB",
                "note": "one\n\ntwo",
            },
        )
    ],
    "utf-16-big-endian-without-mark": [("Łukasz Żubr 🦆", {})],
    "utf-16-with-mark": [("Łukasz Żubr 🦆", {})],
    "windows-1252-undeclared": [("Siân O’Neill", {"note": "“hello” – 5 €"})],
}


def test_every_sample_has_its_answer() -> None:
    assert sorted(EXPECTED) == SAMPLES
    assert len(SAMPLES) >= 30


def found(sample: str) -> list[object]:
    return list(read(BytesIO((FOLDER / f"{sample}.vcf").read_bytes())))


@pytest.mark.parametrize("sample", SAMPLES)
def test_each_producer_is_understood(sample: str) -> None:
    people = [item for item in found(sample) if isinstance(item, IncomingPerson)]
    assert [person.name for person in people] == [name for name, _facts in EXPECTED[sample]]
    for person, (_name, facts) in zip(people, EXPECTED[sample], strict=True):
        assert {field: getattr(person, field) for field in facts} == facts


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_quick_way_and_the_careful_way_agree(sample: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = found(sample)
    monkeypatch.setattr(reader, "_quick", lambda piece, where: None)
    assert found(sample) == quick


def outgoing(person: IncomingPerson, **changes: object) -> OutgoingPerson:
    fields = set(OutgoingPerson.__dataclass_fields__) & set(IncomingPerson._fields)
    said = {field: getattr(person, field) for field in fields}
    return OutgoingPerson(id=ME, **{**said, **changes})


def lines(person: OutgoingPerson, version: Version = "4.0") -> list[str]:
    [card] = write([person], version)
    return card.replace("\r\n ", "").split("\r\n")


def said(text: str) -> list[str]:
    """The words of every value, however it is folded, coded and escaped."""
    text = re.sub(r"\r\n?|\n", "\n", text).replace("\ufeff", "")
    text = (
        re.sub(r"=\n", "", re.sub(r"\n[ \t]", "", text)) if "QUOTED" in text else re.sub(r"\n[ \t]", "", text)
    )
    words: list[str] = []
    for line in text.split("\n"):
        head, _colon, value = line.partition(":")
        if re.match(r"BEGIN|END|VERSION|PRODID", head, re.IGNORECASE):
            continue
        if "QUOTED-PRINTABLE" in head:
            value = quopri.decodestring(value.encode()).decode("latin-1" if "ISO" in head else "utf-8")
        words += re.findall(r"\w+", re.sub(r"\\[nN]", " ", value.replace("\\\\", "")))
    return words


ENCODINGS = {
    "latin-1-undeclared": "latin-1", "windows-1252-undeclared": "cp1252", "shift-jis-declared": "shift_jis",
    "utf-16-with-mark": "utf-16", "utf-16-big-endian-without-mark": "utf-16-be",
}  # fmt: skip
NOT_ALL_GOES_IN = {
    "apple-group-of-people",
    "kind-group-and-org",
    "nobody",
    "junk-around-cards",
    "control-characters",
}


@pytest.mark.parametrize("sample", sorted(set(SAMPLES) - NOT_ALL_GOES_IN))
def test_no_word_of_any_producer_is_lost_on_the_way_out(sample: str) -> None:
    raw = (FOLDER / f"{sample}.vcf").read_bytes()
    if sample == "folded-inside-a-character":
        raw = raw.replace(b"\r\n ", b"")
    text = raw.decode(ENCODINGS.get(sample, "utf-8"))
    version: Version = "4.0" if "VERSION:4.0" in text else "3.0"
    people = [item for item in found(sample) if isinstance(item, IncomingPerson)]
    out = said(normalize("NFC", "".join(write(map(outgoing, people), version))))
    assert [word for word in said(normalize("NFC", text)) if word not in out] == []


@pytest.mark.parametrize("version", ["4.0", "3.0"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_what_came_in_goes_out_and_comes_in_the_same(sample: str, version: Version) -> None:
    for person in found(sample):
        if isinstance(person, IncomingPerson):
            first = "".join(write([outgoing(person)], version))
            [again] = read(BytesIO(first.encode()))
            assert isinstance(again, IncomingPerson)
            assert outgoing(again, extra=()) == outgoing(person, extra=())
            assert "".join(write([outgoing(again)], version)) == first


TROUBLES = {
    "junk-around-cards": [(1, line, Trouble.NOT_UNDERSTOOD) for line in (1, 8)]
    + [(2, 13, Trouble.NOT_UNDERSTOOD)],
    "no-end": [(1, 5, Trouble.NOT_UNDERSTOOD), (3, 13, Trouble.NOT_UNDERSTOOD)],
    "nobody": [(1, 1, Trouble.NO_NAME)],
    "control-characters": [(1, 3, Trouble.BAD_ENCODING), (1, 6, Trouble.BAD_ENCODING)],
    "apple-group-of-people": [(2, 7, Trouble.NOT_A_PERSON)],
    "kind-group-and-org": [(1, 1, Trouble.NOT_A_PERSON)],
}  # fmt: skip


@pytest.mark.parametrize("sample", SAMPLES)
def test_what_is_left_out_is_told_with_its_place(sample: str) -> None:
    told = [item for item in found(sample) if isinstance(item, Quarantined)]
    assert [(item.where.record, item.where.line, item.trouble) for item in told] == TROUBLES.get(sample, [])
