"""Next steps: listed, done, let go."""

import re
from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from rapport.services.interactions import followups
from rapport.services.people import people
from tests.services.makers import a_coffee
from tests.web.portland import NOW, month, owner_id, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


@pytest.fixture
def step(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    mary = people.create(owner_id, people.Draft("Mary"), at=NOW).id
    draft = followups.Draft(date(2019, 3, 15), date(2019, 3, 12), mary, "send the template")
    return followups.create(owner_id, draft, at=NOW).id


def test_what_is_due_stands_first_and_can_be_let_go(visitor: Client, step: UUID) -> None:
    page = visitor.get("/follow-ups")
    assert "Due Mary send the template today (Friday 15 March)" in words(page)
    gone = visitor.post(f"/follow-ups/{step}/drop", {"next": "/follow-ups"}, follow=True)
    assert "Done or let go Mary send the template let go" in words(gone)


def test_done_is_done_once(visitor: Client, step: UUID) -> None:
    assert "Done. Well done." in words(visitor.post(f"/follow-ups/{step}/done", follow=True))
    assert "Nothing waits for you here." in words(visitor.get("/follow-ups"))


@pytest.mark.parametrize("sent", [{}, {"due": "soon"}, {"due": "2019-03-17", "person": str(UUID(int=1))}])
def test_a_reminder_of_nobody_is_not_made(visitor: Client, sent: dict[str, str]) -> None:
    assert visitor.post("/follow-ups/add", sent).status_code == 404
    assert visitor.post(f"/follow-ups/{UUID(int=1)}/done").status_code == 404


def test_the_page_of_today_offers_to_tick_it_off(visitor: Client, step: UUID) -> None:
    assert re.search(rf'action="/follow-ups/{step}/done"', visitor.get("/").content.decode())


def test_what_was_probably_done_is_asked_and_can_stay_open(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    step: UUID,
) -> None:
    mary = followups.read(owner_id, step).person
    assert mary
    a_coffee(owner_id, mary.id, on=date(2019, 3, 14))
    page = visitor.get("/follow-ups")
    assert "You were in touch since, yesterday (Thursday 14 March). Probably done? Yes, done" in words(page)
    assert "Probably done?" in words(visitor.get(f"/people/{mary.id}"))
    page = visitor.post(f"/follow-ups/{step}/still-open", {"next": "/follow-ups"}, follow=True)
    assert "Still open. Only you will close it now." in words(page)
    assert "Probably done?" not in words(page)


def test_what_closed_a_step_is_said_and_can_be_taken_back(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    tom = people.create(owner_id, people.Draft("Tom"), at=NOW).id
    draft = followups.Draft(date(2019, 3, 16), date(2019, 3, 12), tom)
    step = followups.create(owner_id, draft, at=NOW).id
    a_coffee(owner_id, tom, on=date(2019, 3, 14))
    page = visitor.get("/follow-ups")
    assert "Done by itself: you were in touch, yesterday (Thursday 14 March). Still open" in words(page)
    assert "Closed by itself: you were in touch." in words(visitor.get(f"/people/{tom}"))
    visitor.post(f"/follow-ups/{step}/still-open", {"next": "/follow-ups"})
    assert "Later Tom" in words(visitor.get("/follow-ups"))
