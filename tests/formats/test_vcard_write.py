"""People as vCards: what the sources said is given back while it is still so."""

from dataclasses import replace
from io import BytesIO
from uuid import UUID

import pytest

from rapport.domain.exports.exports import OutgoingPerson
from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import IncomingPerson, IncomingPoint
from rapport.domain.people.people import ContactKind
from rapport.formats.vcard import read, write
from rapport.formats.vcard.writer import Version

PRIYA = OutgoingPerson(UUID(int=12), "Priya Shah")


def lines(person: OutgoingPerson, version: Version = "4.0") -> list[str]:
    """Unfolded, between the frame."""
    [card] = write([person], version)
    return card.replace("\r\n ", "").split("\r\n")[2:-2]


def came(text: str) -> OutgoingPerson:
    """Somebody as an import leaves them."""
    [person] = read(BytesIO(f"BEGIN:VCARD\nVERSION:3.0\n{text}\nEND:VCARD\n".encode()))
    assert isinstance(person, IncomingPerson)
    return OutgoingPerson(
        PRIYA.id, person.name, person.aliases, person.organisation, person.role, person.city, person.country,
        person.points, person.links, person.note, person.tags, extra=tuple(person.extra),
    )  # fmt: skip


def test_who_was_never_in_a_file_is_written_plainly() -> None:
    priya = replace(
        PRIYA,
        aliases=("Pri", "Shah, P."),
        organisation="Shah & Co; Ltd",
        role="Illustrator",
        city="Portland",
        country="US",
        points=(
            IncomingPoint(ContactKind.EMAIL, "priya@shah.example", "work"),
            IncomingPoint(ContactKind.PHONE, "+1 503 555 0112", "Studio"),
            IncomingPoint(ContactKind.OTHER, "priya.12", "signal"),
            IncomingPoint(ContactKind.OTHER, "behind the blue door"),
        ),
        links=("https://priya.example/",),
        note="Two lines\nand \\ more",
        tags=("artists", "friday"),
        how_met="At the fair",
        introduced_by="Karen Holt",
    )
    assert lines(priya) == [
        "UID:urn:uuid:00000000-0000-0000-0000-00000000000c",
        "FN:Priya Shah",
        "N:Shah;Priya;;;",
        "NICKNAME:Pri,Shah\\, P.",
        "ORG:Shah & Co\\; Ltd",
        "TITLE:Illustrator",
        "EMAIL;TYPE=work:priya@shah.example",
        "item1.TEL:+1 503 555 0112",
        "item1.X-ABLabel:Studio",
        "IMPP:signal:priya.12",
        "X-RAPPORT-POINT:behind the blue door",
        "URL:https://priya.example/",
        "ADR:;;;Portland;;;United States",
        "NOTE:Two lines\\nand \\\\ more",
        "CATEGORIES:artists,friday",
        "X-RAPPORT-HOW-MET:At the fair",
        "X-RAPPORT-INTRODUCED-BY:Karen Holt",
    ]


def test_lines_are_folded_at_75_octets_between_characters() -> None:
    for note in ("x" * 300, "né 🦆 " * 60):
        [card] = write([replace(PRIYA, note=note)])
        folded = card.encode().split(b"\r\n")
        assert max(map(len, folded)) <= 75
        assert sum(len(line) >= 71 for line in folded) >= 4
        assert f"NOTE:{note.strip()}" in "".join(line.decode().removeprefix(" ") for line in folded)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Mary", ";Mary;;;"),
        ("Mary Castellan", "Castellan;Mary;;;"),
        ("Mary Ann Castellan", "Castellan;Mary;Ann;;"),
        ("Dr. Mary Castellan PhD", "Castellan;Mary;;Dr.;PhD"),
        ("Ludwig van der Berg", "van der Berg;Ludwig;;;"),
        ("Dr. No", ";No;;Dr.;"),
        ("李伟", ";李伟;;;"),
    ],
)
def test_a_name_from_elsewhere_is_split_sensibly(name: str, parts: str) -> None:
    assert f"N:{parts}" in lines(replace(PRIYA, name=name))


def test_the_parts_of_a_name_stay_until_it_changes() -> None:
    priya = came("FN:Priya Devi Shah\nN:Devi Shah;Priya;;;")
    assert "N:Devi Shah;Priya;;;" in lines(priya)
    assert "N:Reed;Priya;;;" in lines(replace(priya, name="Priya Reed"))


def test_a_number_that_was_removed_does_not_come_back() -> None:
    priya = came("FN:Priya\nTEL;TYPE=pref,cell:1\nitem1.TEL;TYPE=pref:2\nitem1.X-ABLabel:Studio\nTEL:3")
    assert len(priya.extra) == 3
    without = [
        line for line in lines(replace(priya, points=priya.points[2:])) if "TEL" in line or "LABEL" in line
    ]
    assert without == ["TEL:3"]


def test_a_number_with_another_label_is_written_anew() -> None:
    priya = came("FN:Priya\nTEL;TYPE=pref,cell:1")
    changed = replace(priya, points=(priya.points[0]._replace(label="home"),))
    assert "TEL;TYPE=home:1" in lines(changed)
    assert "TEL;TYPE=cell;PREF=1:1" in lines(priya)


def test_a_new_city_drops_the_old_street_and_another_country_does_not() -> None:
    priya = came("FN:Priya\nADR;TYPE=home:;;1 Old Road;Leeds;;LS1;Atlantis")
    assert "ADR;TYPE=home:;;1 Old Road;Leeds;;LS1;Atlantis" in lines(priya)
    assert "ADR;TYPE=home:;;1 Old Road;Leeds;;LS1;United Kingdom" in lines(replace(priya, country="GB"))
    assert "ADR:;;;Lisboa;;;Portugal" in lines(replace(priya, city="Lisboa", country="PT"))
    assert not [line for line in lines(replace(priya, city="", country="")) if line.startswith("ADR")]


def test_a_company_has_no_family_name() -> None:
    assert "N:;;;;" in lines(came("N:;;;;\nFN:Cedar Dental\nORG:Cedar Dental;"))


def test_a_nickname_and_a_tag_that_were_removed_do_not_come_back() -> None:
    priya = came("FN:Priya\nNICKNAME;TYPE=home:Pri\nCATEGORIES:myContacts,artists")
    assert {"NICKNAME;TYPE=home:Pri", "CATEGORIES:myContacts,artists"} <= set(lines(priya))
    assert not [line for line in lines(replace(priya, aliases=())) if "NICKNAME" in line]
    assert not [line for line in lines(replace(priya, tags=())) if "artists" in line]


def test_who_is_called_by_their_nickname_has_it_once() -> None:
    assert not [line for line in lines(replace(PRIYA, aliases=("Priya Shah",))) if line.startswith("NICK")]


def test_a_backslash_of_2_1_is_a_backslash() -> None:
    [person] = read(BytesIO(b"BEGIN:VCARD\nVERSION:2.1\nFN:Priya\nNOTE:C:\\new\\;x\nEND:VCARD\n"))
    assert isinstance(person, IncomingPerson)
    assert person.note == "C:\\new;x"


def test_departments_stay_with_their_firm() -> None:
    priya = came("FN:Priya\nORG:Acme;Tools\nORG:Open Lab")
    assert [line for line in lines(priya) if line.startswith("ORG")] == ["ORG:Acme;Tools", "ORG:Open Lab"]
    moved = lines(replace(priya, organisation="Ferro"))
    assert [line for line in moved if line.startswith("ORG")] == ["ORG:Ferro", "ORG:Open Lab"]


def test_what_another_rapport_said_of_how_they_met_stays_until_one_says_it_oneself() -> None:
    priya = came("FN:Priya\nX-RAPPORT-HOW-MET:At the fair")
    assert "X-RAPPORT-HOW-MET:At the fair" in lines(priya)
    told = lines(replace(priya, how_met="By the river"))
    assert [line for line in told if "HOW-MET" in line] == ["X-RAPPORT-HOW-MET:By the river"]


def test_columns_of_a_table_travel_as_a_property_of_their_own() -> None:
    priya = replace(PRIYA, extra=(Extra("Custom Field 1 - Value", "a;b\nc"),))
    assert "X-RAPPORT-FIELD:Custom Field 1 - Value;a\\;b\\nc;" in lines(priya)
    [back] = read(BytesIO("".join(write([priya])).encode()))
    assert isinstance(back, IncomingPerson)
    assert priya.extra[0] in back.extra


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("EMAIL;TYPE=home,pref:a@b.example", "EMAIL;TYPE=home;PREF=1:a@b.example"),
        ("PHOTO;ENCODING=b;TYPE=JPEG:AAAA", "PHOTO:data:image/jpeg;base64,AAAA"),
        ("KEY;ENCODING=b:AAAA", "KEY:data:application/octet-stream;base64,AAAA"),
        ("BDAY:1985-04-12", "BDAY:19850412"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12", "BDAY:--0412"),
        ("GEO:37.38;-122.08", "GEO:geo:37.38,-122.08"),
        ("UID:some text", "UID;VALUE=text:some text"),
        ("X-OTHER;CHARSET=UTF-8;A=B:c", "X-OTHER;A=B:c"),
        ("TEL;HOME;VOICE;PREF:1", "TEL;TYPE=HOME;TYPE=VOICE;PREF=1:1"),
    ],
)
def test_lines_of_3_0_are_said_in_4_0(old: str, new: str) -> None:
    assert new in lines(came(f"FN:Priya\n{old}"), "4.0")


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("EMAIL;PREF=1;TYPE=home:a@b.example", "EMAIL;TYPE=pref;TYPE=home:a@b.example"),
        ("PHOTO:data:image/jpeg;base64,AAAA", "PHOTO;ENCODING=b;TYPE=JPEG:AAAA"),
        ("KEY:data:application/octet-stream;base64,AAAA", "KEY;ENCODING=b:AAAA"),
        ("BDAY:--0412", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12"),
        ("GEO:geo:37.38,-122.08", "GEO:37.38;-122.08"),
        ("UID;VALUE=text:some text", "UID:some text"),
    ],
)
def test_lines_of_4_0_are_said_in_3_0(new: str, old: str) -> None:
    assert old in lines(came(f"FN:Priya\n{new}"), "3.0")
