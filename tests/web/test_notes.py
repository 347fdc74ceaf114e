"""Notes: all of them, and one about Mary."""

from uuid import UUID

import pytest
from django.test import Client

from rapport.services.interactions import notes
from tests.services.makers import a_person
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


def test_no_note_yet(visitor: Client) -> None:
    assert "No note yet." in words(visitor.get("/notes"))


def test_notes_are_listed_as_written_fifty_a_page(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    for number in range(56):
        notes.create(owner_id, notes.Draft(TODAY, f"<b>Number</b> {number}", ("vr",)), at=NOW)
    page = visitor.get("/notes")
    assert words(page).count("<b>Number</b>") >= 50
    assert "#vr" in words(page)
    assert "Page 2 of 2" in words(visitor.get("/notes", {"page": "2"}))


def test_a_note_about_mary_stands_on_her_page(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    mary = a_person(owner_id, "Mary")
    address = f"/notes/new?person={mary}"
    fields = posted(visitor.get(address), address)
    assert fields["person"] == "Mary"
    said = words(visitor.post(address, fields | {"text": "Likes tea"}, follow=True))
    assert "Written down." in said
    assert "Note Likes tea" in said


def test_an_empty_note_is_not_kept(visitor: Client) -> None:
    page = visitor.post("/notes/new", {"text": "", "on": "2019-03-15", "tags": "vr"})
    assert "Nothing has been saved yet." in words(page)
    assert posted(page, "/notes/new")["tags"] == "vr"
