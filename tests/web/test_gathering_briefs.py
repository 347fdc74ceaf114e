"""One minute before a gathering, in the browser."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from rapport.db import models
from rapport.domain.gatherings.gatherings import Attendance
from rapport.services.giving import giving
from tests.services.makers import a_coffee, a_gathering, a_person
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


def test_who_may_be_there_and_three_ways_to_begin(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    nora = a_person(owner_id, "Nora Lindqvist", organisation="Freelance Friday")
    first = a_gathering(owner_id, "Freelance Friday", TODAY - timedelta(days=7))
    a_coffee(owner_id, nora, on=TODAY - timedelta(days=7), gathering_id=first)
    giving.create_help(owner_id, giving.HelpDraft(nora, "a play date", promised_on=TODAY), at=NOW)
    giving.create_need(owner_id, giving.NeedDraft("a vet", TODAY, nora), at=NOW)
    again = a_gathering(owner_id, "Freelance Friday", TODAY, Attendance.GOING)
    told = words(visitor.get(f"/gatherings/{again}/before"))
    assert "Nora Lindqvist hosts it and was there last time" in told
    assert "You promised: a play date They look for: a vet met 7 days ago" in told
    assert "Nora, I have not forgotten what I promised you: a play date." in told
    assert "I have been here before. Is it your first time?" in told
    assert "Three people, not three thousand" not in told
    assert f'href="/gatherings/{again}/before"' in visitor.get("/").content.decode()


def test_a_conference_gets_three_people_and_keeps_the_plan(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    giving.create_need(owner_id, giving.NeedDraft("an agent", TODAY), at=NOW)
    fair = a_gathering(
        owner_id, "Writers' Conference", TODAY + timedelta(days=12), Attendance.GOING, size=12_000
    )
    listed = words(visitor.get("/gatherings"))
    assert "A crowd: three people to find, not three thousand." in listed
    assert "Choose three people to find" in listed
    page = visitor.get(f"/gatherings/{fair}/before")
    assert "Three people, not three thousand" in words(page)
    address = f"/gatherings/{fair}/plan"
    fields = posted(page, address)
    assert fields["plan"] == "Somebody who can help with: an agent"
    done = visitor.post(address, fields | {"plan": "Ruby Castile\n\nan agent\n"}, follow=True)
    assert "Your plan is kept. The debrief will ask about it." in words(done)
    assert models.Gathering.objects.get().plan == "Ruby Castile\nan agent"


def test_where_nobody_is_known_it_says_so(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    pk = a_gathering(owner_id, "Drinks", TODAY, Attendance.GOING)
    told = words(visitor.get(f"/gatherings/{pk}/before"))
    assert "Nobody you know, as far as is written down. Everybody there is new." in told
    assert "It is my first time here. What brought you?" in told


def test_an_unknown_one_is_not_there(visitor: Client) -> None:
    address = f"/gatherings/{UUID(int=1)}"
    assert visitor.get(f"{address}/before").status_code == 404
    assert visitor.post(f"{address}/plan", {"plan": "Ruby"}).status_code == 404
