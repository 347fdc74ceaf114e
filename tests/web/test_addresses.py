"""Which addresses are mine, and the way back when one is not."""

from uuid import UUID

import pytest
from django.test import Client

from rapport.services import owners
from rapport.services.history import history
from tests.web.portland import TODAY, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db


def test_an_address_taken_for_mine_is_given_back(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    history.say(owner_id, "karen@firm.example", TODAY, is_mine=True)
    page = visitor.get("/settings/addresses")
    assert "karen@firm.example" in words(page)
    before = owners.local_owner().revision
    page = visitor.post("/settings/addresses", posted(page, "/settings/addresses"), follow=True)
    assert "karen@firm.example is not yours." in words(page)
    assert "None is known yet" in words(page)
    assert not history.mine(owner_id)
    assert owners.local_owner().revision > before


@pytest.mark.usefixtures("owner_id")
def test_one_that_is_missing_is_named(visitor: Client) -> None:
    page = visitor.post("/settings/addresses", {"address": "Me@x.example", "mine": "yes"}, follow=True)
    assert "me@x.example is yours." in words(page)
    page = visitor.post("/settings/addresses", {"address": "me", "mine": "yes"}, follow=True)
    assert "That is no mail address." in words(page)
    assert 'href="/settings/addresses"' in visitor.get("/settings").content.decode()
