"""How one likes things, the language for everybody, and the way back."""

import re
from uuid import UUID

import pytest
from django.test import Client

from rapport.services import owners
from rapport.services.quicklog import prepare, save
from rapport.services.setup import setup
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("owner_id")
def test_what_is_set_is_kept_and_can_be_taken_back(visitor: Client) -> None:
    fields = posted(visitor.get("/settings"), "/settings")
    page = visitor.post("/settings", fields | {"theme": "dark", "weekly_minutes": "90"}, follow=True)
    assert "Saved." in words(page)
    assert 'data-theme="dark"' in page.content.decode()
    undo = re.search(r'action="(/undo/[^"]+)"', page.content.decode())
    assert undo
    visitor.post(undo.group(1))
    assert owners.local_owner().weekly_minutes == 240


@pytest.mark.usefixtures("owner_id")
def test_a_figure_that_cannot_be_is_told_and_the_rest_stays(visitor: Client) -> None:
    fields = posted(visitor.get("/settings"), "/settings")
    page = visitor.post("/settings", fields | {"weekly_minutes": "1", "name": "Grace"})
    assert "A number from 10 on fits here." in words(page)
    assert posted(page, "/settings")["name"] == "Grace"


def test_the_last_changes_can_be_taken_back_one_by_one(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    setup.add_known_people(owner_id, ["Karen"], at=NOW)
    page = visitor.get("/settings")
    assert "Added Karen" in words(page)
    undo = re.findall(r'action="(/undo/[^"]+)"', page.content.decode())
    back = visitor.post(undo[0], {"next": "/settings#changes"}, follow=True)
    assert back.redirect_chain == [("/settings#changes", 302)]
    assert "taken back" in words(back)


@pytest.mark.usefixtures("month")
def test_what_later_things_build_on_is_left_as_it_was(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    first = setup.add_known_people(owner_id, ["Karen"], at=NOW)
    save.save(owner_id, prepare.prepare(owner_id, "coffee with Karen", TODAY), at=NOW)
    page = visitor.post(f"/undo/{first.batch_id}", follow=True)
    assert "Something later builds on this" in words(page)


@pytest.mark.usefixtures("owner_id")
def test_what_nobody_did_cannot_be_taken_back(visitor: Client) -> None:
    assert visitor.post(f"/undo/{UUID(int=2)}").status_code == 404


def test_the_language_can_be_chosen_before_anything_is_set_up(visitor: Client) -> None:
    answer = visitor.post("/language", {"language": "fr", "next": "/welcome"})
    assert answer.headers["Location"] == "/welcome"
    assert 'lang="fr"' in visitor.get("/welcome").content.decode()
    assert owners.local_owner().revision == 0


@pytest.mark.usefixtures("owner_id")
def test_the_language_of_a_settled_owner_is_kept_with_them(visitor: Client) -> None:
    visitor.post("/language", {"language": "fr", "next": "https://elsewhere.example/"})
    assert owners.local_owner().language == "fr"
    visitor.post("/language", {"language": "xx"})
    assert owners.local_owner().language == "fr"


@pytest.mark.usefixtures("owner_id")
def test_back_to_the_browsers_language(visitor: Client) -> None:
    visitor.post("/language", {"language": "fr"})
    fields = posted(visitor.get("/settings"), "/settings")
    visitor.post("/settings", fields | {"language": ""})
    assert 'lang="en"' in visitor.get("/settings").content.decode()


def test_nobody_is_sent_to_another_site(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    for wanted in ("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", ""):
        assert visitor.post("/language", {"language": "en", "next": wanted}).headers["Location"] == "/"
