"""A month to look around in, beside one's own data."""

from pathlib import Path

import pytest
from django.test import Client

from rapport.services import owners
from rapport.services.setup import demo_store
from tests.web.portland import month, owner_id, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_one_click_in_marked_on_every_page_one_click_out(data_dir: Path, visitor: Client) -> None:
    inside = visitor.post("/demo", follow=True)
    assert "This is the demo" in words(inside)
    assert "Day 30 of 30" in words(inside)
    assert "This is the demo" in words(visitor.get("/retrospective"))
    left = visitor.post("/demo/leave", follow=True)
    assert "You have left the demo, and it is gone." in words(left)
    assert "Set up my challenge" in words(left)
    assert not demo_store.exists()


def test_ones_own_data_is_never_touched(data_dir: Path, visitor: Client, month: object) -> None:  # noqa: F811
    before = owners.local_owner()
    visitor.post("/demo")
    visitor.post("/energy", {"energy": "3"})
    visitor.post("/language", {"language": "fr"})
    visitor.post("/demo/leave")
    assert owners.local_owner() == before


def test_the_language_of_the_page_is_the_language_of_the_demo(data_dir: Path, visitor: Client) -> None:
    visitor.post("/language", {"language": "fr"})
    visitor.post("/demo")
    assert "Une autrice à Portland" in visitor.get("/settings").content.decode()


def test_leaving_what_one_is_not_in_does_no_harm(data_dir: Path, visitor: Client) -> None:
    assert "You have left the demo" not in words(visitor.post("/demo/leave", follow=True))


def test_what_was_meant_for_a_demo_that_is_gone_never_reaches_ones_own_data(
    data_dir: Path,
    visitor: Client,
    month: object,  # noqa: F811
) -> None:
    before = owners.local_owner()
    visitor.post("/demo")
    demo_store.wipe_demo()  # another window left it
    asked = visitor.post("/energy", {"energy": "3"})
    assert asked.status_code == 409
    assert "The demo has been thrown away since" in words(asked)
    assert owners.local_owner() == before
    assert "This is the demo" not in words(visitor.get("/"))
    visitor.post("/energy", {"energy": "3"})
    assert owners.local_owner().revision > before.revision
