"""Pitches: by stage, as a ladder of dreams, by name."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.domain.pitches import Stage
from rapport.services import pitches
from tests.services.makers import a_person
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


def a_pitch(owner_id: UUID, name: str, stage: Stage = Stage.DREAM, on: date = TODAY, **facts: Any) -> UUID:  # noqa: F811 - value
    return pitches.create(owner_id, pitches.Draft(name, **facts), stage, on, at=NOW).id


def test_no_pitch_yet(visitor: Client) -> None:
    assert "No pitch yet." in words(visitor.get("/pitches"))


def test_the_board_goes_by_stage_and_says_what_is_due(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    a_pitch(owner_id, "Acme", Stage.SENT, TODAY - timedelta(days=8), fright=5)
    call = a_pitch(owner_id, "Cedar Review", Stage.SENT, TODAY - timedelta(days=9))
    pitches.step(owner_id, call, Stage.CALL, TODAY, TODAY + timedelta(days=1), at=NOW)
    a_pitch(owner_id, "Dream Co", fright=1)
    said = words(visitor.get("/pitches"))
    assert "Sent 1 Acme terrifying (5 of 5) Time to write again, kindly." in said
    assert "Call booked 1 Cedar Review Call: tomorrow (Saturday 16 March)." in said
    assert "Not sent yet 1 Dream Co easy (1 of 5)" in said


def test_what_came_of_them_has_its_interval(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    for number in range(8):
        pk = a_pitch(owner_id, f"Acme {number}", Stage.SENT)
        if number < 3:
            pitches.step(owner_id, pk, Stage.CALL, TODAY, at=NOW)
    said = words(visitor.get("/pitches"))
    assert "3 of 8 You sent 8 pitches. 3 came to a call. With 8 tries" in said
    assert "from 1 in 8 to 2 in 3" in said


def test_the_dreams_are_a_ladder_from_easy_to_scary(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    for name, fright in (("Acme", 5), ("Zine", 1), ("Radio", None)):
        a_pitch(owner_id, name, fright=fright, why="I read them all")
    said = words(visitor.get("/pitches", {"view": "dreams"}))
    assert said.index("Zine") < said.index("Radio") < said.index("Acme")
    assert "terrifying (5 of 5) I read them all" in said
    assert "Zine easy (1 of 5) On the list, today." in words(visitor.get("/pitches", {"view": "list"}))
    assert "The dream list is empty." not in said


def test_a_pitch_is_moved_from_the_board(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    pk = a_pitch(owner_id, "Acme", on=date(2019, 3, 1))
    address = f"/pitches/{pk}/step"
    fields = posted(visitor.get("/pitches"), address)
    assert fields["stage"] == "dream"
    moved = visitor.post(address, fields | {"stage": "sent"}, follow=True)
    assert "Acme: sent." in words(moved)
    assert pitches.read(owner_id, pk, TODAY).pitch.sent_on == TODAY


def test_a_step_is_told_with_its_day_and_the_next(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    pk = a_pitch(owner_id, "Acme", Stage.SENT, date(2019, 3, 1))
    address = f"/pitches/{pk}/step"
    fields = posted(visitor.get(f"/pitches/{pk}"), address)
    call = {"stage": "call", "on": "2019-03-14", "due": "2019-03-20"}
    said = words(visitor.post(address, fields | call, follow=True))
    assert "Call: Wednesday 20 March." in said
    assert "Friday 1 March Sent Thursday 14 March Call booked" in said
    early = visitor.post(address, fields | call | {"due": "2019-03-01"})
    assert "This lies before the day it follows." in words(early)
    assert 'name="due" value="2019-03-01"' in early.content.decode()


def test_it_can_be_set_aside(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    pk = a_pitch(owner_id, "Acme", Stage.SENT)
    address = f"/pitches/{pk}/step"
    visitor.post(address, {"stage": "parked", "next": f"/pitches/{pk}"})
    assert pitches.read(owner_id, pk, TODAY).pitch.stage is Stage.PARKED
    assert "Set it aside" not in words(visitor.get(f"/pitches/{pk}"))


def test_one_is_added_edited_and_binned(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    a_person(owner_id, "Alma Reyes")
    fields = posted(visitor.get("/pitches/new"), "/pitches/new")
    more = {
        "organisation": "The Residency",
        "person": "Alma",
        "fright": "4",
        "hopeful": "no",
        "why": "Time to write",
    }
    made = visitor.post("/pitches/new", fields | more, follow=True)
    said = words(made)
    assert "Time to write" in said
    assert "To Alma Reyes" in said
    assert "very scary (4 of 5). You expected no answer." in said
    address = made.redirect_chain[-1][0]
    again = posted(visitor.get(f"{address}/edit"), f"{address}/edit")
    assert (again["person"], again["fright"], again["hopeful"]) == ("Alma Reyes", "4", "no")
    assert "Changed." in words(visitor.post(f"{address}/edit", again | {"why": "Quiet"}, follow=True))
    assert "The pitch is in the bin, for 30 days." in words(visitor.post(f"{address}/bin", follow=True))
    assert visitor.get(address).status_code == 404


def test_a_pitch_to_nobody_keeps_what_was_typed(visitor: Client) -> None:
    page = visitor.post("/pitches/new", {"why": "because", "stage": "dream", "on": "2019-03-15"})
    assert "Nothing has been saved yet." in words(page)
    assert posted(page, "/pitches/new")["why"] == "because"


@pytest.mark.parametrize("count", [3, 60])
def test_queries_do_not_grow_with_pitches(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    django_assert_max_num_queries: Any,
    count: int,
) -> None:
    for number in range(count):
        a_pitch(owner_id, f"Acme {number}", Stage.SENT)
    with django_assert_max_num_queries(6):
        visitor.get("/pitches")


@pytest.mark.parametrize("page", ["", "/edit"])
def test_an_unknown_pitch_is_not_there(visitor: Client, page: str) -> None:
    assert visitor.get(f"/pitches/{UUID(int=1)}{page}").status_code == 404
    assert visitor.post(f"/pitches/{UUID(int=1)}/step").status_code == 404
