"""A form goes to the store it was shown for, or nowhere: nothing of one's own is lost in the demo."""

import re
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rapport.services import owners
from rapport.services.people import lookup
from rapport.services.setup import demo_store
from tests.web.portland import month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SOFIA = {"name": "Sofia Marin", "note": "met at the market,\r\nlikes old maps"}


@pytest.fixture
def strict(data_dir: Path, visitor: Client, month: UUID) -> Client:  # noqa: F811 - the fixture
    """A browser of one's own, whose forms need their token."""
    visitor.handler.enforce_csrf_checks = True
    return visitor


def post(browser: Client, page: Any, address: str, **typed: str) -> Any:
    """Send the form to that address as the page has it, with this typed in."""
    return browser.post(address, posted(page, address) | typed)


def enter(browser: Client) -> Any:
    return browser.post("/demo", posted(browser.get("/settings"), "/demo"), follow=True)


def take_there(browser: Client, asked: Any, address: str) -> Any:
    """Press the one button; a browser answers 307 with the same form again."""
    sent = posted(asked, address)
    turned = browser.post(address, sent)
    assert (turned.status_code, turned.headers["Location"]) == (307, address)
    return browser.post(address, sent, follow=True)


def test_somebody_written_down_for_oneself_waits_when_another_tab_is_in_the_demo(
    strict: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    own_tab = strict.get("/people/new")
    enter(strict)
    asked = post(strict, own_tab, "/people/new", **SOFIA)
    assert asked.status_code == 409
    assert "This was written for your own people" in words(asked)
    assert "met at the market, likes old maps" in words(asked)
    with demo_store.demo_rows():
        assert not lookup.find(owners.local_owner().id, "Sofia Marin").people
    assert not lookup.find(owner_id, "Sofia Marin").people
    saved = take_there(strict, asked, "/people/new")
    assert "Sofia Marin is here now." in words(saved)
    assert "likes old maps" in words(saved)
    assert "This is the demo" not in words(saved)
    assert demo_store.exists()


def test_a_line_in_the_box_waits_too_and_is_read_where_it_belongs(strict: Client) -> None:
    own_tab = strict.get("/board")
    enter(strict)
    asked = post(strict, own_tab, "/log", text="coffee with Sofia Marin")
    assert asked.status_code == 409
    assert "Go on there" in words(asked)
    shown = take_there(strict, asked, "/log")
    assert "What was read" in words(shown)
    assert "This is the demo" not in words(shown)


def test_what_was_written_for_the_demo_never_reaches_ones_own_people(
    strict: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    demo_tab = (enter(strict), strict.get("/people/new"))[1]
    other_tab = strict.get("/")
    before = owners.local_owner()
    strict.post("/demo/leave", posted(other_tab, "/demo/leave"))
    asked = post(strict, demo_tab, "/people/new", **SOFIA)
    assert asked.status_code == 409
    assert "The demo has been thrown away since" in words(asked)
    assert owners.local_owner() == before
    saved = take_there(strict, asked, "/people/new")
    assert "Sofia Marin is here now." in words(saved)
    assert "This is the demo" in words(saved)
    assert owners.local_owner() == before


def test_a_diary_file_is_carried_along(strict: Client) -> None:
    own_tab = posted(strict.get("/diary"), "/diary")
    enter(strict)
    file = SimpleUploadedFile("diary.txt", b"2019-03-04: coffee with Mary\n")
    asked = strict.post("/diary", own_tab | {"file": file})
    assert asked.status_code == 409
    shown = take_there(strict, asked, "/diary")
    assert "1 entry is ready." in words(shown)
    assert "diary.txt" in words(shown)


def test_without_its_token_nobody_is_taken_anywhere(strict: Client) -> None:
    enter(strict)
    answer = strict.post("/people/new", {**SOFIA, "store": "own", "store-turn": "own"})
    assert answer.status_code == 403
    assert "This is the demo" in words(strict.get("/"))


def test_a_store_that_is_none_is_not_asked_about(strict: Client, owner_id: UUID) -> None:  # noqa: F811
    page = strict.get("/people/new")
    post(strict, page, "/people/new", **SOFIA, store="elsewhere")
    assert lookup.find(owner_id, "Sofia Marin").people


def test_going_in_and_out_and_the_language_need_no_store(strict: Client) -> None:
    inside = enter(strict)
    assert strict.post("/demo/leave", posted(inside, "/demo/leave") | {"store": "own"}).status_code == 302
    spoken = posted(strict.get("/"), "/language") | {"store": "demo", "language": "fr"}
    assert strict.post("/language", spoken).status_code == 302


def forms(page: Any) -> list[str]:
    return re.findall(r'<form\b[^>]*method="post".*?</form>', page.content.decode(), re.DOTALL)


def test_every_form_names_its_store(strict: Client) -> None:
    addresses = ("/", "/board", "/people/new", "/diary", "/log", "/settings", "/setup/you", "/give")
    for address in addresses:
        shown = forms(strict.get(address))
        assert shown
        assert all('name="store" value="own"' in form for form in shown)
    enter(strict)
    for address in addresses:
        assert all('name="store" value="demo"' in form for form in forms(strict.get(address)))
