"""Pitches: by stage, as a ladder of dreams, by name."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.domain.people.people import Told
from rapport.domain.pitches.pitches import Stage
from rapport.services.pitches import pages as pitch_pages
from rapport.services.pitches import pitches
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
    assert "Today 1 Acme Sent, 8 days ago Time to write again, kindly." in said
    assert "Sent 1 Acme terrifying (5 of 5) Time to write again, kindly." in said
    assert "Call booked 1 Cedar Review Call: tomorrow (Saturday 16 March)." in said
    assert "On the list 1 Dream Co easy (1 of 5)" in said
    assert "Won 0" in said


def test_what_came_of_them_has_its_interval(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    for number in range(8):
        pk = a_pitch(owner_id, f"Acme {number}", Stage.SENT)
        if number < 3:
            pitches.step(owner_id, pk, Stage.CALL, TODAY, at=NOW)
    said = words(visitor.get("/pitches", {"view": "record"}))
    assert "5 still wait for an answer." in said
    assert "3 of 8 You sent 8 pitches. 3 came to a call. With 8 tries" in said
    assert "from 1 in 8 to 2 in 3" in said


def test_the_dreams_are_a_ladder_from_easy_to_scary(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    for name, fright in (("Acme", 5), ("Zine", 1), ("Radio", None)):
        a_pitch(owner_id, name, fright=fright, why="I read them all")
    said = words(visitor.get("/pitches", {"view": "dreams"})).partition("From easy to scary")[2]
    assert said.index("Zine") < said.index("Radio") < said.index("Acme")
    assert "terrifying (5 of 5) I read them all" in said
    assert "Zine easy (1 of 5) On the list, today." in words(visitor.get("/pitches", {"view": "list"}))
    assert "The dream list is empty." not in said


def test_the_ladder_is_put_in_ones_own_order(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    for name, fright in (("Acme", 5), ("Zine", 1)):
        a_pitch(owner_id, name, fright=fright)
    page = visitor.get("/pitches", {"view": "dreams"})
    acme = next(
        c.pitch.id for c in pitch_pages.listing(owner_id, TODAY).dreams if c.pitch.organisation == "Acme"
    )
    address = f"/pitches/{acme}/move"
    moved = visitor.post(address, posted(page, address) | {"by": "up"})
    assert moved["Location"] == f"/pitches?view=dreams#pitch-{acme}"
    said = words(visitor.get("/pitches", {"view": "dreams"}))
    assert "The ladder has a new order." in said
    assert said.index("Acme terrifying") < said.index("Zine easy")
    assert visitor.post(address, {"by": "sideways"}).status_code == 404


def test_two_for_this_week_are_planned_with_one_tap(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    easy, scary = a_pitch(owner_id, "Zine", fright=1), a_pitch(owner_id, "Acme", fright=5)
    page = visitor.get("/pitches", {"view": "dreams"})
    assert "This week A proposal for the next seven days." in words(page)
    picks = re.findall(
        r'name="pick" value="([^"]+)".*?name="on" value="([^"]+)"', page.content.decode(), re.DOTALL
    )
    assert picks == [(str(easy), "2019-03-15"), (str(scary), "2019-03-18")]
    answer = {
        "pick": [str(easy), str(scary)],
        "on": ["2019-03-15", "2019-03-19"],
        "next": "/pitches?view=dreams",
    }
    said = words(visitor.post("/pitches/plan", answer, follow=True))
    assert "2 pitches are planned." in said
    assert "Acme Planned: Tuesday 19 March." in said
    assert "Pitch Zine" in words(visitor.get("/"))
    free = visitor.post("/pitches/plan", {"pick": [str(easy)], "on": [""]}, follow=True)
    assert "Some other day, then." in words(free)
    for wrong in ({"pick": ["x"], "on": ["2019-03-15"]}, {"pick": [str(easy)], "on": []}):
        assert visitor.post("/pitches/plan", wrong).status_code == 404


def test_the_warm_way_comes_first_and_is_taken_with_one_tap(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    jess = a_person(owner_id, "Jess Moran", told=Told.CLOSE)
    a_person(owner_id, "Mary Castellan", organisation="Ladies' Night", role="coach", introduced_by=jess)
    pk = a_pitch(owner_id, "Ladies’ Night")
    way = "Jess Moran is close to you, and introduced you to Mary Castellan, who is at Ladies' Night."
    assert f"Warm {way}" in words(visitor.get("/pitches", {"view": "dreams"}))
    page = visitor.get(f"/pitches/{pk}")
    assert f"A warm way there {way} Go through Jess Moran Mary Castellan coach" in words(page)
    address = f"/pitches/{pk}/through"
    said = words(visitor.post(address, posted(page, address) | {"person": str(jess)}, follow=True))
    assert "A warm one now." in said
    assert "Through Jess Moran Go alone" in said
    assert "You go alone, then." in words(visitor.post(address, {"person": ""}, follow=True))
    assert visitor.post(address, {"person": str(UUID(int=1))}).status_code == 404


def test_control_characters_from_another_program_lose_no_letter(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    pk = a_pitch(owner_id, "Acme")
    visitor.post(f"/pitches/{pk}/letter", {"body": "Dear Acme,\x0bhello", "say": "draft"})
    assert "Dear Acme,hello" in words(visitor.get(f"/pitches/{pk}"))


def test_a_letter_is_kept_then_sent(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    pk = a_pitch(owner_id, "Acme", why="They make worlds.")
    address = f"/pitches/{pk}/letter"
    fields = posted(visitor.get(f"/pitches/{pk}"), address)
    assert fields["subject"] == "An idea for Acme"
    assert "They make worlds." in fields["body"]
    kept = visitor.post(address, fields | {"body": "Dear Acme,", "say": "draft"}, follow=True)
    assert "Kept." in words(kept)
    assert posted(kept, address)["body"] == "Dear Acme,"
    sent = visitor.post(address, fields | {"body": "Dear Acme, hello", "say": "sent"}, follow=True)
    assert "Sent. It counts, whatever comes back." in words(sent)
    assert "What you sent Dear Acme, hello" in words(sent)
    other = a_pitch(owner_id, "Globex")
    page = visitor.get(f"/pitches/{other}", {"from": str(pk)})
    assert posted(page, f"/pitches/{other}/letter")["body"] == "Dear Acme, hello"


def test_before_a_scary_one_the_corner_tells_what_happened_last(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    for number in range(4):
        pk = a_pitch(owner_id, f"Feared {number}", Stage.SENT, date(2019, 3, 1), fright=5)
        if number:
            pitches.step(owner_id, pk, Stage.ANSWERED, TODAY, at=NOW)
    pitches.reflect(owner_id, pk, "They laughed, and kindly.", at=NOW)
    scary, easy = a_pitch(owner_id, "Acme", fright=4), a_pitch(owner_id, "Zine", fright=1)
    said = words(visitor.get(f"/pitches/{scary}"))
    assert "Before you send a scary one You dreaded 4 of these, and sent them. 3 answered." in said
    assert "Feared 3 What happened: They laughed, and kindly." in said
    assert "What are you afraid might happen?" in said
    assert "You dreaded" not in words(visitor.get(f"/pitches/{easy}"))
    answer = {"body": "x", "feared": "Silence", "hopeful": "no", "say": "sent"}
    said = words(visitor.post(f"/pitches/{scary}/letter", answer, follow=True))
    assert "You feared: Silence" in said
    kept = visitor.post(f"/pitches/{scary}/afterwards", {"afterwards": "A call."}, follow=True)
    assert "Kept, for the next time you hesitate." in words(kept)


def test_silence_is_closed_honestly(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    pk = a_pitch(owner_id, "Acme", Stage.SENT, date(2019, 2, 4))
    for on in (date(2019, 2, 8), date(2019, 2, 18)):
        pitches.step(owner_id, pk, Stage.FOLLOWED_UP, on, at=NOW)
    said = words(visitor.get(f"/pitches/{pk}"))
    assert "You have written, and they are silent. You may let it rest." in said
    assert "No answer is not a no to you" in said
    page = visitor.get("/pitches")
    assert "Let it rest : Acme" in words(page)
    visitor.post(f"/pitches/{pk}/step", {"stage": "parked"})
    assert "Set aside 1 Acme" in words(visitor.get("/pitches"))


def test_a_line_after_it_is_written_and_told(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    pk = a_pitch(owner_id, "Acme", Stage.SENT, date(2019, 3, 8))
    page = visitor.get(f"/pitches/{pk}")
    assert "You write again 3 and 10 working days after sending, then it rests." in words(page)
    assert "a few days ago I wrote to you with an idea for Acme" in words(page)
    told = visitor.post(
        f"/pitches/{pk}/step", {"stage": "followed_up", "next": f"/pitches/{pk}"}, follow=True
    )
    assert "Acme: followed up." in words(told)
    assert "Write again Saturday 23 March, if nothing has come." in words(told)


def test_when_to_write_again_is_a_small_setting(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    address = "/pitches/writing-again"
    fields = posted(visitor.get(address), address)
    assert (fields["first"], fields["second"]) == ("3", "10")
    assert "This lies before the day it follows." in words(visitor.post(address, fields | {"second": "2"}))
    visitor.post(address, fields | {"first": "", "second": ""})
    assert pitch_pages.listing(owner_id, TODAY).nudge_after == ()
    a_pitch(owner_id, "Acme", Stage.SENT)
    assert "You do not write again after sending." in words(visitor.get("/pitches", {"view": "record"}))


def test_a_pitch_is_moved_from_the_board(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    pk = a_pitch(owner_id, "Acme", on=date(2019, 3, 1))
    address = f"/pitches/{pk}/step"
    fields = posted(visitor.get("/pitches"), address)
    assert fields["stage"] == "dream"
    moved = visitor.post(address, fields | {"stage": "sent"}, follow=True)
    assert "Acme: sent." in words(moved)
    assert pitch_pages.read(owner_id, pk, TODAY).pitch.sent_on == TODAY


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
    assert pitch_pages.read(owner_id, pk, TODAY).pitch.stage is Stage.PARKED
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
    with django_assert_max_num_queries(7):
        visitor.get("/pitches")


@pytest.mark.parametrize("page", ["", "/edit"])
def test_an_unknown_pitch_is_not_there(visitor: Client, page: str) -> None:
    assert visitor.get(f"/pitches/{UUID(int=1)}{page}").status_code == 404
    assert visitor.post(f"/pitches/{UUID(int=1)}/step").status_code == 404
