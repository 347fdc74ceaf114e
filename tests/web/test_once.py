"""Going back in the browser never logs a line twice without a word."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.services.journal import undo
from rapport.services.journal.journal import Verb
from tests.web.portland import friends, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month", "friends")]
LINE = {"text": "coffee with Karen"}


def save(visitor: Client, shown: Any) -> Any:
    return visitor.post("/log/save", posted(shown, "/log/save"), follow=True)


def logged(owner_id: UUID) -> int:  # noqa: F811 - the fixture's value
    return sum(done.verb is Verb.LOG and not done.is_undone for done in undo.recent(owner_id))


def test_back_to_the_reading_tells_that_the_line_is_kept_already(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    kept = save(visitor, visitor.post("/log", LINE))
    again = visitor.post("/log", LINE)  # the browser asks for the page once more
    assert "You logged this line already, just now." in words(again)
    assert "Log it a second time" in words(again)
    assert kept.redirect_chain[0][0] in again.content.decode()
    assert logged(owner_id) == 1


def test_a_second_coffee_is_kept_when_it_is_meant(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    save(visitor, visitor.post("/log", LINE))
    save(visitor, visitor.post("/log", LINE))
    assert logged(owner_id) == 2


def test_a_reading_left_open_in_another_tab_is_told_before_it_is_kept(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    one, other = visitor.post("/log", LINE), visitor.post("/log", LINE)
    save(visitor, one)
    told = save(visitor, other)
    assert "You logged this line already, just now." in words(told)
    assert logged(owner_id) == 1
    save(visitor, told)
    assert logged(owner_id) == 2


def test_a_line_taken_back_may_be_told_anew(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    save(visitor, visitor.post("/log", LINE))
    visitor.post(f"/undo/{undo.recent(owner_id)[0].id}")
    assert "already" not in words(visitor.post("/log", LINE))
