"""A diary brought in by the browser."""

import base64
import zlib
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rapport.services.people import lookup
from rapport.services.quicklog.diary import LARGEST
from tests.web.portland import friends, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month", "friends")]
DIARY = """\
2019-03-04: coffee with Mary
2019-03-05: energy 3
2019-03-06: coffee with Priya
2019-02-30: lunch with Tom
"""


def preview(visitor: Client, content: bytes) -> Any:
    return visitor.post("/diary", {"file": SimpleUploadedFile("diary.txt", content), "text": ""})


def test_it_is_shown_first_and_nothing_is_kept(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    page = words(preview(visitor, DIARY.encode()))
    for sentence in (
        "Nothing is kept yet.",
        "2 entries are ready. 1 person would be new.",
        "1 exchange, 1 check-in",
        "Connection 1",
        "Line 4: there is no such day",
        "Which “Priya”: “Priya Nair” or “Priya Shah”?",
    ):
        assert sentence in page
    assert lookup.find(owner_id, "Mary").people == ()


def test_kept_as_one_and_taken_back_as_one(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    shown = preview(visitor, DIARY.encode())
    kept = visitor.post("/diary/save", posted(shown, "/diary/save"), follow=True)
    assert "2 entries are in." in words(kept)
    assert lookup.find(owner_id, "Mary").people
    undo = kept.content.decode().split('action="/undo/')[1].split('"')[0]
    visitor.post(f"/undo/{undo}")
    assert lookup.find(owner_id, "Mary").people == ()


def test_the_same_file_again_brings_nothing(visitor: Client) -> None:
    visitor.post("/diary/save", posted(preview(visitor, DIARY.encode()), "/diary/save"))
    again = preview(visitor, DIARY.encode())
    assert "There is nothing new to keep. 2 entries are here already." in words(again)
    assert "/diary/save" not in again.content.decode()


def test_a_pasted_diary_is_the_same_as_a_file(visitor: Client) -> None:
    page = visitor.post("/diary", {"text": DIARY.replace("\n", "\r\n")})
    assert "2 entries are ready." in words(page)


def test_another_encoding_is_told_and_can_be_chosen(visitor: Client) -> None:
    shown = preview(visitor, "2019-03-04: café avec Zoé\n".encode("cp1252"))
    assert "Some lines are not written in UTF-8." in words(shown)
    better = visitor.post("/diary", posted(shown, "/diary") | {"encoding": "cp1252"})
    assert "café avec Zoé" in words(better)
    kept = visitor.post("/diary/save", posted(better, "/diary/save"), follow=True)
    assert "1 entry is in." in words(kept)


def test_too_large_a_file_is_told(visitor: Client) -> None:
    page = preview(visitor, b"x" * (LARGEST + 1))
    assert page.status_code == 413
    assert "This is over 10 MB, and nothing of it was kept." in words(page)


@pytest.mark.parametrize("data", ["", "not base64!", base64.b64encode(b"not packed").decode()])
def test_what_got_lost_on_the_way_is_asked_for_again(visitor: Client, data: str) -> None:
    assert "Choose it once more." in words(visitor.post("/diary/save", {"data": data}))


def test_a_small_field_that_unpacks_to_too_much_is_refused(visitor: Client) -> None:
    bomb = base64.b64encode(zlib.compress(b"x" * (LARGEST + 2), 9)).decode()
    assert visitor.post("/diary/save", {"data": bomb}).status_code == 400


def test_an_empty_file_is_told(visitor: Client) -> None:
    assert "There is nothing in it yet." in words(visitor.post("/diary", {"text": " \n"}))
    assert "It looks like this" in words(visitor.get("/diary"))
