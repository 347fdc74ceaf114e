"""How a day felt, and notes."""

from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from rapport.services.challenge import checkins
from rapport.services.interactions import notes
from rapport.services.people import people
from tests.web.portland import NOW, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]
DAY = "/board/2019-03-13"


def test_a_day_is_told_changed_and_unsaid(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    page = visitor.post(f"{DAY}/check-in", {"energy": "2", "pressure": "4", "note": "Long day."}, follow=True)
    assert "Energy 2 of 5. Pressure 4 of 5. Long day." in words(page)
    assert posted(visitor.get(f"{DAY}/check-in"), f"{DAY}/check-in")["energy"] == "2"
    visitor.post(f"{DAY}/check-in", {"energy": "3"})
    assert checkins.of_day(owner_id, date(2019, 3, 13)).pressure is None  # type: ignore[union-attr]
    assert "The check-in is gone." in words(visitor.post(f"{DAY}/check-in/unsay", follow=True))
    assert visitor.post(f"{DAY}/check-in/unsay").status_code == 404


def test_saying_nothing_is_told(visitor: Client) -> None:
    assert "This is needed." in words(visitor.post(f"{DAY}/check-in", {"note": ""}))


def test_a_day_ahead_has_no_feeling_yet(visitor: Client) -> None:
    assert visitor.get("/board/2019-03-16/check-in").status_code == 404


def test_a_note_is_written_changed_and_binned(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    page = visitor.post(f"{DAY}/note", {"text": "Say <b>hello</b> first.", "tags": "calm"}, follow=True)
    assert "Say <b>hello</b> first." in words(page)
    (note,) = notes.listing(owner_id).rows
    assert note.tags == ("calm",)
    changed = visitor.post(f"/notes/{note.id}", {"text": "Say hello last.", "tags": ""}, follow=True)
    assert "Say hello last." in words(changed)
    gone = visitor.post(f"/notes/{note.id}/bin", follow=True)
    assert "Say hello last." not in words(gone)
    assert visitor.get(f"/notes/{note.id}").status_code == 404


def test_a_control_character_in_a_note_is_told_and_the_rest_stays(visitor: Client) -> None:
    page = visitor.post(f"{DAY}/note", {"text": "Say\x07 hello."})
    assert "There is a control character in it" in words(page)
    assert "hello." in posted(page, f"{DAY}/note")["text"]


def test_an_empty_note_is_told(visitor: Client) -> None:
    assert "This is needed." in words(visitor.post(f"{DAY}/note", {"text": ""}))


def test_notes_of_before_keep_their_person(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    mary = people.create(owner_id, people.Draft("Mary"), at=NOW).id
    note = notes.create(owner_id, notes.Draft(date(2019, 3, 13), "Likes tea.", (), mary), at=NOW)
    visitor.post(f"/notes/{note.id}", {"text": "Likes coffee."})
    kept = notes.read(owner_id, note.id)
    assert kept.person
    assert (kept.text, kept.person.id) == ("Likes coffee.", mary)
