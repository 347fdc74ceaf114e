"""Pitches: the dream list, the board, and each step."""

from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.domain.pitches import Stage
from rapport.services import people, pitches, undo
from rapport.services.errors import Invalid, Problem
from rapport.services.pitches import Draft
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_person


def a_pitch(
    owner_id: UUID, organisation: str, stage: Stage = Stage.SENT, on: int = 1, **facts: object
) -> UUID:
    draft = Draft(organisation, **facts)  # type: ignore[arg-type]  # by name
    return pitches.create(owner_id, draft, stage, day(on), at=NOW).id


def stages(owner_id: UUID, today: int = 10) -> dict[str, list[str]]:
    """Stage → organisations, the empty stages left out."""
    columns = pitches.listing(owner_id, day(today)).columns
    return {c.stage.value: [card.pitch.organisation for card in c.cards] for c in columns if c.cards}


def test_the_dream_list_is_a_ladder_from_easy_to_scary(owner_id: UUID) -> None:
    a_pitch(owner_id, "Acme", Stage.DREAM, fright=5, why="They make worlds")
    a_pitch(owner_id, "Bistro", Stage.DRAFT, fright=1)
    a_pitch(owner_id, "Cobalt", Stage.DREAM)
    a_pitch(owner_id, "Dune", Stage.SENT, fright=2)
    page = pitches.listing(owner_id, day(2))
    assert [card.pitch.organisation for card in page.dreams] == ["Bistro", "Cobalt", "Acme"]
    assert page.dreams[-1].pitch.why == "They make worlds"
    assert [column.stage for column in page.columns] == list(Stage)


def test_three_of_eight_became_calls(owner_id: UUID) -> None:
    sent = [a_pitch(owner_id, f"Studio {n}") for n in range(8)]
    for pitch in sent[:3]:
        pitches.step(owner_id, pitch, Stage.CALL, day(9), due=day(12), at=NOW)
    page = pitches.listing(owner_id, day(10))
    assert (page.came_of_it.came, page.came_of_it.tried) == (3, 8)
    card = pitches.read(owner_id, sent[0], day(12))
    assert (card.pitch.stage, card.pitch.due, card.pitch.sent_on, card.is_due) == (
        Stage.CALL,
        day(12),
        day(1),
        True,
    )


def test_an_unanswered_pitch_wants_a_nudge_after_three_working_days(owner_id: UUID) -> None:
    acme = a_pitch(owner_id, "Acme", on=4)  # a Monday
    assert pitches.read(owner_id, acme, day(6)).nudge_on == day(7)
    assert not pitches.read(owner_id, acme, day(6)).is_due
    assert pitches.read(owner_id, acme, day(7)).is_due


def test_a_step_taken_back_the_same_day_leaves_no_trace_and_can_be_undone(owner_id: UUID) -> None:
    acme = a_pitch(owner_id, "Acme")
    pitches.step(owner_id, acme, Stage.WON, day(3), at=NOW)
    saved = pitches.step(owner_id, acme, Stage.ANSWERED, day(3), at=NOW)
    assert stages(owner_id) == {"answered": ["Acme"]}
    assert [step.stage for step in pitches.read(owner_id, acme, day(4)).pitch.steps] == [
        Stage.SENT,
        Stage.ANSWERED,
    ]
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert stages(owner_id) == {"won": ["Acme"]}


def test_the_same_step_again_only_moves_its_day(owner_id: UUID) -> None:
    acme = a_pitch(owner_id, "Acme")
    pitches.step(owner_id, acme, Stage.CALL, day(3), due=day(5), at=NOW)
    pitches.step(owner_id, acme, Stage.CALL, day(3), due=day(6), at=NOW)
    assert pitches.read(owner_id, acme, day(4)).pitch.due == day(6)
    assert len(pitches.read(owner_id, acme, day(4)).pitch.steps) == 2


def test_edited_binned_and_back(owner_id: UUID) -> None:
    tom = a_person(owner_id, "Tom")
    acme = a_pitch(owner_id, "Acme")
    pitches.edit(owner_id, acme, Draft("Acme Worlds", tom, fright=4, hopeful=False), at=NOW)
    row = pitches.read(owner_id, acme, day(2)).pitch
    assert (row.organisation, row.fright, row.hopeful) == ("Acme Worlds", 4, False)
    assert row.person
    assert row.person.name == "Tom"
    people.discard(owner_id, tom, at=NOW)
    assert pitches.read(owner_id, acme, day(2)).pitch.person is None
    pitches.discard(owner_id, acme, at=NOW)
    assert stages(owner_id) == {}
    pitches.restore(owner_id, acme, at=NOW)
    assert stages(owner_id) == {"sent": ["Acme Worlds"]}


def test_bad_input_names_its_field(owner_id: UUID) -> None:
    wrong = {
        ("organisation", Problem.REQUIRED): Draft(""),
        ("fright", Problem.OUT_OF_RANGE): Draft("A", fright=6),
    }
    for expected, draft in wrong.items():
        with pytest.raises(Invalid) as caught:
            pitches.create(owner_id, draft, Stage.DREAM, day(1), at=NOW)
        assert (caught.value.field, caught.value.code) == expected
    with pytest.raises(Invalid):
        pitches.step(owner_id, a_pitch(owner_id, "Acme"), Stage.CALL, day(5), due=day(4), at=NOW)


@pytest.mark.parametrize("count", [3, 300])
def test_queries_do_not_grow(
    owner_id: UUID, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    rows = models.Pitch.objects.bulk_create(
        models.Pitch(owner_id=owner_id, organisation=f"S{n}", folded=f"s{n}") for n in range(count)
    )
    models.PitchStep.objects.bulk_create(
        models.PitchStep(owner_id=owner_id, pitch_id=row.pk, on=day(1), stage=Stage.SENT) for row in rows
    )
    with django_assert_num_queries(4):
        assert len(pitches.listing(owner_id, day(2)).cards) == count
