"""Cards of one layout, taken in one go, say what they say line by line."""

from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rapport.formats import vcard
from rapport.formats.vcard import layouts, reader

LINES = (
    "FN:Karen Lindqvist", "FN:Lindqvist", "N:Lindqvist;Karen;;;", "N:;;;;", "ORG:Paper\\, Ink;Maps", "ORG:;",
    "TITLE:printer", "ROLE:chair", "ADR;TYPE=HOME:;;High Street 3;Malmö;;123;Sweden", "NOTE:one\\ntwo",
    "EMAIL;TYPE=HOME:karen@example.org", "EMAIL:kåren@example.org", "EMAIL;PREF=1:k@example.org",
    "EMAIL:mailto:karen@example.org", "EMAIL: k@example.org ", "EMAIL:nobody", "TEL;TYPE=CELL:+46 40 123 45",
    "TEL:tel:+46-40-123", "TEL;VALUE=uri;TYPE=pref:040 12", "TEL: ", "item1.TEL:040", "item1.X-ABLABEL:Boat",
    "item2.EMAIL:boat@example.org", "CATEGORIES:friends,work", "CATEGORIES:myContacts,friends", "UID:karen-1",
    "UID: ", "BDAY:1980-04-01", "X-ODD;A=b:c", "REV:2019", "NICKNAME:Kari,Kajsa", "NICKNAME;X=1:Kar",
    "URL:https://example.org/k", "IMPP:signal:+4640", "KIND:individual", "KIND:group", "no colon", "",
    "NOTE;ENCODING=QUOTED-PRINTABLE:caf=C3=A9", "PHOTO;ENCODING=b;TYPE=GIF:R0lGODdhAQABAA==", "X-A\\B:c",
    "VERSION:2.1", "VERSION:3.0", "BDAY;X=\"a:b\":1980", "EMAIL;TYPE=HOME:a\\,b@example.org",
    "X-PHONETIC-FIRST-NAME:Ka-ren", "X-MAIDENNAME:Berg",
)  # fmt: skip


def read(lines: list[str]) -> list[reader.Found]:
    text = "\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""])
    return list(vcard.read(BytesIO(text.encode())))


@example(["VERSION:2.1", "FN:Karen", "NOTE:a\\,b", "X-ODD:c\\d"])
@example(["FN:Karen", "EMAIL;PREF=1:k@example.org", "CATEGORIES:myContacts,friends", "REV:2019"])
@example(["TEL:040", "FN:Karen", "EMAIL:k@example.org", "TEL:041", "EMAIL:l@example.org"])
@settings(max_examples=500)
@given(st.lists(st.sampled_from(LINES), max_size=9))
def test_a_layout_says_what_its_lines_say(lines: list[str]) -> None:
    at_once = read(lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "taken", lambda lines, *, is_old: None)
        assert read(lines) == at_once


def test_karens_card_is_taken_in_one_go_and_toms_photo_line_by_line() -> None:
    karen = [
        "VERSION:3.0",
        "UID:1",
        "FN:Karen",
        "EMAIL:k@example.org",
        "TEL;TYPE=CELL:040",
        "BDAY:1980-04-01",
    ]
    assert layouts.taken(karen, is_old=False) is not None
    assert layouts.taken([*karen, "PHOTO;ENCODING=b:R0lGODdh"], is_old=False) is None


def test_a_card_of_very_many_lines_is_not_remembered() -> None:
    assert layouts.layout_of(("X-ODD",) * (layouts.MOST_LINES + 1)) is None
    assert layouts.layout_of(("X-ODD;A=" + "b" * 300,)) is None
