"""Next steps: due, later, done, let go."""

from uuid import UUID

import pytest

from rapport.services.errors import Invalid, Problem
from rapport.services.interactions import followups
from rapport.services.interactions.followups import Draft
from rapport.services.journal import undo
from rapport.services.people import people
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_person


def a_step(owner_id: UUID, due: int, what: str, person: UUID | None = None) -> UUID:
    return followups.create(owner_id, Draft(day(due), day(1), person, what), at=NOW).id


def test_each_stands_where_it_belongs(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    a_step(owner_id, 5, "send the deck", mary)
    a_step(owner_id, 3, "book a room")
    a_step(owner_id, 9, "call")
    done, dropped = a_step(owner_id, 2, "write"), a_step(owner_id, 2, "forget it")
    followups.done(owner_id, done, day(3), at=NOW)
    followups.drop(owner_id, dropped, day(4), at=NOW)
    page = followups.listing(owner_id, day(5))
    assert [row.what for row in page.due] == ["book a room", "send the deck"]
    assert [row.what for row in page.later] == ["call"]
    assert [row.what for row in page.closed] == ["forget it", "write"]
    followups.reopen(owner_id, dropped, at=NOW)
    assert len(followups.listing(owner_id, day(5)).due) == 3


def test_seeing_mary_again_is_the_follow_up(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    step = a_step(owner_id, 5, "", mary)
    a_coffee(owner_id, mary, on=day(4))
    assert followups.read(owner_id, step).done_on == day(4)


def test_edited_binned_undone_and_back(owner_id: UUID) -> None:
    step = a_step(owner_id, 5, "call")
    saved = followups.edit(owner_id, step, Draft(day(7), day(1), what="call twice"), at=NOW)
    assert (followups.read(owner_id, step).due_on, followups.read(owner_id, step).what) == (
        day(7),
        "call twice",
    )
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert followups.read(owner_id, step).what == "call"
    followups.discard(owner_id, step, at=NOW)
    with pytest.raises(LookupError):
        followups.done(owner_id, step, day(6), at=NOW)
    followups.restore(owner_id, step, at=NOW)
    assert len(followups.listing(owner_id, day(5)).due) == 1


def test_a_step_with_somebody_in_the_bin_rests(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    a_step(owner_id, 5, "call", mary)
    people.discard(owner_id, mary, at=NOW)
    assert followups.listing(owner_id, day(5)).due == ()


def test_bad_input_names_its_field(owner_id: UUID) -> None:
    wrong = {
        ("what", Problem.REQUIRED): Draft(day(2), day(1)),
        ("due_on", Problem.TOO_EARLY): Draft(day(1), day(2), what="call"),
    }
    for expected, draft in wrong.items():
        with pytest.raises(Invalid) as caught:
            followups.create(owner_id, draft, at=NOW)
        assert (caught.value.field, caught.value.code) == expected
