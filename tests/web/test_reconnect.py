"""Reconnect: a handful of ties to wake, each with a reason and a draft that asks for nothing."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.db import models
from tests.services.makers import a_coffee, a_person, mail
from tests.web.portland import TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


def asleep(owner_id: UUID, name: str, **facts: Any) -> UUID:  # noqa: F811 - value
    person = a_person(owner_id, name, **facts)
    for days in (500, 540):
        a_coffee(owner_id, person, on=TODAY - timedelta(days=days), note="the office move")
    return person


def test_nobody_sleeps_yet(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    assert "Bring in your address book or your mailbox" in words(visitor.get("/reconnect"))
    a_person(owner_id, "Karen Holt")
    assert "Nobody has gone quiet" in words(visitor.get("/reconnect"))


def test_one_who_sleeps_has_a_reason_a_memory_and_a_draft(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    dan = asleep(owner_id, "Dan Okafor", role="editor", contact_points=(mail("dan@office.example"),))
    page = visitor.get("/reconnect")
    said = words(page)
    assert "Being written to out of the blue is liked more than people expect" in said
    assert "Dan Okafor editor You met or wrote 2 times." in said
    assert "Last in touch 16 months ago, in October 2017." in said
    assert "The last thing you shared: the office move (31 October 2017)." in said
    assert "it has been a while, and I thought of you. How are you?" in said
    assert "Hello Dan," in said
    assert "There is no hurry to answer." in said
    assert 'href="mailto:dan@office.example?' in page.content.decode()
    assert f'href="/people/{dan}"' in page.content.decode()


def test_i_wrote_not_now_and_bring_back(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    dan, tom = asleep(owner_id, "Dan Okafor"), asleep(owner_id, "Tom Reed")
    address = f"/reconnect/{dan}"
    fields = posted(visitor.get("/reconnect"), address)
    wrote = words(visitor.post(address, fields | {"answer": "done"}, follow=True))
    assert "Written down: you wrote to Dan Okafor." in wrote
    assert "Dan Okafor You met" not in wrote
    assert models.Interaction.objects.filter(direction="outbound", on=TODAY).count() == 1
    later = words(visitor.post(f"/reconnect/{tom}", {"answer": "later"}, follow=True))
    assert "Put aside: 1 Tom Reed Not before Thursday 13 June Bring back : Tom Reed" in later
    back = words(visitor.post(f"/reconnect/{tom}", {"answer": "back"}, follow=True))
    assert "Tom Reed You met or wrote 2 times." in back
    never = words(visitor.post(f"/reconnect/{tom}", {"answer": "not_for_me"}, follow=True))
    assert "Put aside: 1 Tom Reed Not for you" in never


@pytest.mark.parametrize("answer", ["", "not_today", "maybe"])
def test_what_is_no_answer_and_nobody_are_not_there(visitor: Client, owner_id: UUID, answer: str) -> None:  # noqa: F811 - fixture
    assert visitor.post(f"/reconnect/{asleep(owner_id, 'Dan Okafor')}", {"answer": answer}).status_code == 404
    assert visitor.post(f"/reconnect/{UUID(int=1)}", {"answer": "later"}).status_code == 404


@pytest.mark.parametrize("count", [2, 30])
def test_queries_do_not_grow(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    django_assert_max_num_queries: Any,
    count: int,
) -> None:
    for number in range(count):
        asleep(owner_id, f"Nora Nr{number}")
    with django_assert_max_num_queries(22):
        visitor.get("/reconnect")
