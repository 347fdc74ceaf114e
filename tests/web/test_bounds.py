"""What is too long for a page is refused with a page that says so."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rapport.services import owners
from rapport.services.quicklog.diary import LARGEST
from rapport.web.bounds import DIARY_PAGE, FILES, MEGABYTE, PAGE
from rapport.web.carrying import pack, unpack
from tests.web.portland import month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]
FORM = "application/x-www-form-urlencoded"


def send(visitor: Client, address: str, length: int) -> Any:
    return visitor.post(address, b"text=" + b"x" * (length - 5), content_type=FORM)


@pytest.mark.parametrize("address", ["/log", "/people/new", "/nowhere"])
def test_a_form_of_three_megabytes_is_told_the_limit_and_changes_nothing(
    visitor: Client, address: str
) -> None:
    before = owners.local_owner()
    answer = send(visitor, address, 3 * MEGABYTE)
    assert answer.status_code == 413
    assert "One page takes 2 MB at a time, and this was more. Nothing was saved." in words(answer)
    assert owners.local_owner() == before


def test_up_to_the_limit_a_line_is_answered_by_its_own_page(visitor: Client) -> None:
    answer = send(visitor, "/log", PAGE)
    assert answer.status_code == 400
    assert "one entry may have 20000" in words(answer)


def test_a_diary_may_be_longer_than_a_page(visitor: Client) -> None:
    line = b"2019-03-04: coffee with Mary\n"
    file = SimpleUploadedFile("diary.txt", line + b"# a quiet day\n" * (3 * MEGABYTE // 14))
    shown = visitor.post("/diary", {"file": file, "text": ""})
    assert "1 entry is ready." in words(shown)
    kept = visitor.post("/diary/save", posted(shown, "/diary/save"), follow=True)
    assert "1 entry is in." in words(kept)


def test_a_diary_longer_than_all_diaries_is_told_its_own_limit(visitor: Client) -> None:
    answer = send(visitor, "/diary", DIARY_PAGE + 1)
    assert answer.status_code == 413
    assert "A diary may have 10 MB at a time" in words(answer)


def test_files_may_be_longer_still_and_are_told_their_own_limit(visitor: Client) -> None:
    assert send(visitor, "/import", 3 * MEGABYTE).status_code != 413
    answer = visitor.post("/import", b"", content_type=FORM, CONTENT_LENGTH=str(FILES + PAGE + 1))
    assert answer.status_code == 413
    assert "Files may have 200 MB together" in words(answer)


def test_the_largest_diary_fits_through_the_form_that_keeps_it() -> None:
    worst = bytes(range(256)) * (LARGEST // 256)
    assert unpack(pack(worst)) == worst
    packed = LARGEST * 4 // 3  # of bytes that cannot be made smaller
    assert (
        packed + packed // 64 * 2 * 2 < DIARY_PAGE
    )  # "+" and "/" are two of 64 signs, and three bytes in a form
