"""Introductions: each side is asked before anybody is connected."""

from uuid import UUID

import pytest
from django.test import Client

from rapport.domain.introductions import Step
from rapport.services import introductions
from tests.services.makers import a_person
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


@pytest.fixture
def made(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    ana, teo = a_person(owner_id, "Ana"), a_person(owner_id, "Teo")
    return introductions.create(
        owner_id, introductions.Draft(ana, TODAY, None, teo, Step.PROPOSED), at=NOW
    ).id


def test_no_introduction_yet(visitor: Client) -> None:
    assert "No introduction yet. Who should meet whom?" in words(visitor.get("/introductions"))


def test_one_goes_a_step_further_at_a_time(visitor: Client, made: UUID) -> None:
    page = visitor.get("/introductions")
    assert "Made by you You are about to introduce Ana and Teo Proposed One side agreed" in words(page)
    address = f"/introductions/{made}/move"
    sent = posted(page, address) | {"step": "connected"}
    assert "You introduced Ana and Teo Connected They met" in words(visitor.post(address, sent, follow=True))
    declined = words(visitor.post(address, sent | {"step": "declined"}, follow=True))
    assert "You meant to introduce Ana and Teo One side said no" in declined
    assert visitor.post(address, {"step": "eloped"}).status_code == 404


def test_one_received_tells_where_somebody_came_from(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    a_person(owner_id, "Jess")
    mary = a_person(owner_id, "Mary")
    address = f"/introductions/new?person={mary}"
    fields = posted(visitor.get(address), address)
    sent = fields | {"introducer": "Jess", "step": "connected"}
    assert "Made to you Jess introduced you to Mary" in words(visitor.post(address, sent, follow=True))
    assert "Jess introduced you to Mary." in words(visitor.get(f"/people/{mary}"))


def test_one_needs_two_sides(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    a_person(owner_id, "Ana")
    page = visitor.post("/introductions/new", {"person": "Ana", "step": "proposed", "on": "2019-03-15"})
    assert "With whom? : This is needed." in words(page)


def test_one_is_edited_and_binned(visitor: Client, made: UUID) -> None:
    address = f"/introductions/{made}"
    fields = posted(visitor.get(address), address)
    assert (fields["person"], fields["other"], fields["introducer"]) == ("Ana", "Teo", "")
    assert "Changed." in words(visitor.post(address, fields | {"step": "happened"}, follow=True))
    gone = visitor.post(f"{address}/bin", follow=True)
    assert "The introduction is in the bin, for 30 days." in words(gone)
    assert visitor.get(address).status_code == 404
