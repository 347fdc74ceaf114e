"""A line that corrects another, in the browser: shown plainly, then done."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.services.journal import undo
from rapport.services.people import lookup
from rapport.services.people.pages import read as read_person
from tests.web.portland import NOW, friends, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month", "friends")]


def read(visitor: Client, text: str) -> Any:
    return visitor.post("/log", {"text": text})


def save(visitor: Client, response: Any, **changes: str) -> Any:
    return visitor.post("/log/save", posted(response, "/log/save") | changes, follow=True)


def tell(visitor: Client, text: str) -> Any:
    return save(visitor, read(visitor, text))


def minutes(owner: UUID, name: str) -> list[int | None]:
    page = read_person(owner, lookup.find(owner, name).people[0].id)
    return [entry.row.minutes for entry in page.thread]  # type: ignore[union-attr]  # exchanges only


def test_what_goes_into_the_bin_is_shown_before_it_goes(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    tell(visitor, "coffee with Ana yesterday")
    shown = read(visitor, "forget the coffee with Ana yesterday")
    assert "Into the bin coffee with Ana, yesterday (Thursday 14 March)" in words(shown)
    assert minutes(owner_id, "Ana") == [None]
    assert "It lies in the bin for 30 days." in words(save(visitor, shown))
    assert minutes(owner_id, "Ana") == []
    back = tell(visitor, "restore the coffee with Ana")
    assert "It is back" in words(back)
    assert minutes(owner_id, "Ana") == [None]


def test_forgetting_the_first_coffee_names_the_one_that_counts_now(visitor: Client) -> None:
    tell(visitor, "coffee with Nell on 12 March")
    tell(visitor, "lunch with Nell yesterday")
    gone = words(tell(visitor, "forget the coffee with Nell"))
    assert "One other exchange is judged otherwise now: Nell, Thursday 14 March (connection;" in gone


def test_which_coffee_must_be_said(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    tell(visitor, "coffee with Ana yesterday 10 min")
    tell(visitor, "coffee with Ana on 12 March 20 min")
    shown = read(visitor, "forget the coffee with Ana")
    assert "Which “coffee with Ana” do you mean?" in words(shown)
    again = save(visitor, shown)
    assert "Which “coffee with Ana” do you mean?" in words(again)
    page = shown.content.decode()
    earlier = page.rsplit('name="who-#0" value="', 2)[-2].split('"')[0]
    save(visitor, shown, **{"who-#0": earlier})
    assert minutes(owner_id, "Ana") == [10]


def test_a_correction_shows_what_was_and_what_it_will_be(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    tell(visitor, "lunch with Ana yesterday")
    shown = read(visitor, "change the lunch with Ana yesterday: by phone, 30 min")
    assert "To change lunch with Ana" in words(shown)
    assert "How long 30 min" in words(shown)
    assert "phone call" in words(shown)
    save(visitor, shown)
    assert minutes(owner_id, "Ana") == [30]


def test_what_is_not_written_down_is_asked_for_and_the_words_can_be_mended(visitor: Client) -> None:
    tell(visitor, "coffee with Ana yesterday")
    shown = read(visitor, "forget the coffee with Anne")
    assert "No “coffee with Anne” is written down." in words(shown)
    better = visitor.post("/log", posted(shown, "/log") | {"doubt-0": "coffee with Ana"})
    assert "Into the bin coffee with Ana" in words(better)


def test_undo_takes_back_what_it_showed_and_nothing_newer(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    tell(visitor, "coffee with Ana")
    shown = read(visitor, "undo")
    assert "Take back coffee with Ana" in words(shown)
    tell(visitor, "coffee with Mae")
    again = save(visitor, shown)
    assert "Something else was done meanwhile." in words(again)
    assert undo.recent(owner_id)[0].is_undone is False
    done = save(visitor, read(visitor, "annule"))
    assert "Taken back: coffee with Mae" in words(done)
