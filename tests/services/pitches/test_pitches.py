"""Pitches: the dream list, the board, and each step."""

from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.domain.pitches.pitches import Stage
from rapport.services.errors import Invalid, Problem
from rapport.services.journal import undo
from rapport.services.people import people
from rapport.services.pitches import pages as pitch_pages
from rapport.services.pitches import pitches
from rapport.services.pitches.pitches import Draft
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
    columns = pitch_pages.listing(owner_id, day(today)).columns
    return {c.stage.value: [card.pitch.organisation for card in c.cards] for c in columns if c.cards}


def test_the_dream_list_is_a_ladder_from_easy_to_scary(owner_id: UUID) -> None:
    a_pitch(owner_id, "Acme", Stage.DREAM, fright=5, why="They make worlds")
    a_pitch(owner_id, "Bistro", Stage.DRAFT, fright=1)
    a_pitch(owner_id, "Cobalt", Stage.DREAM)
    a_pitch(owner_id, "Dune", Stage.SENT, fright=2)
    page = pitch_pages.listing(owner_id, day(2))
    assert [card.pitch.organisation for card in page.dreams] == ["Bistro", "Cobalt", "Acme"]
    assert page.dreams[-1].pitch.why == "They make worlds"
    assert [column.stage for column in page.columns] == list(Stage)


def test_three_of_eight_became_calls(owner_id: UUID) -> None:
    sent = [a_pitch(owner_id, f"Studio {n}") for n in range(8)]
    for pitch in sent[:3]:
        pitches.step(owner_id, pitch, Stage.CALL, day(9), due=day(12), at=NOW)
    page = pitch_pages.listing(owner_id, day(10))
    assert (page.record.all.came, page.record.all.tried) == (3, 8)
    card = pitch_pages.read(owner_id, sent[0], day(12))
    assert (card.pitch.stage, card.pitch.due, card.pitch.sent_on, card.is_due) == (
        Stage.CALL,
        day(12),
        day(1),
        True,
    )


def test_an_unanswered_pitch_wants_a_nudge_after_three_working_days(owner_id: UUID) -> None:
    acme = a_pitch(owner_id, "Acme", on=4)  # a Monday
    assert pitch_pages.read(owner_id, acme, day(6)).nudge_on == day(7)
    assert not pitch_pages.read(owner_id, acme, day(6)).is_due
    assert pitch_pages.read(owner_id, acme, day(7)).is_due


def test_a_step_taken_back_the_same_day_leaves_no_trace_and_can_be_undone(owner_id: UUID) -> None:
    acme = a_pitch(owner_id, "Acme")
    pitches.step(owner_id, acme, Stage.WON, day(3), at=NOW)
    saved = pitches.step(owner_id, acme, Stage.ANSWERED, day(3), at=NOW)
    assert stages(owner_id) == {"answered": ["Acme"]}
    assert [step.stage for step in pitch_pages.read(owner_id, acme, day(4)).pitch.steps] == [
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
    assert pitch_pages.read(owner_id, acme, day(4)).pitch.due == day(6)
    assert len(pitch_pages.read(owner_id, acme, day(4)).pitch.steps) == 2


def test_edited_binned_and_back(owner_id: UUID) -> None:
    tom = a_person(owner_id, "Tom")
    acme = a_pitch(owner_id, "Acme")
    pitches.edit(owner_id, acme, Draft("Acme Worlds", tom, fright=4, hopeful=False), at=NOW)
    row = pitch_pages.read(owner_id, acme, day(2)).pitch
    assert (row.organisation, row.fright, row.hopeful) == ("Acme Worlds", 4, False)
    assert row.person
    assert row.person.name == "Tom"
    people.discard(owner_id, tom, at=NOW)
    assert pitch_pages.read(owner_id, acme, day(2)).pitch.person is None
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
    with django_assert_num_queries(5):
        assert len(pitch_pages.listing(owner_id, day(2)).cards) == count


def test_the_ladder_is_put_in_ones_own_order_and_back(owner_id: UUID) -> None:
    for name, fright in (("Acme", 5), ("Bistro", 1), ("Cobalt", 3)):
        a_pitch(owner_id, name, Stage.DREAM, fright=fright)
    acme = next(
        c.pitch.id for c in pitch_pages.listing(owner_id, day(2)).dreams if c.pitch.organisation == "Acme"
    )
    saved = pitches.move(owner_id, acme, -1, at=NOW)
    assert rungs(owner_id) == ["Bistro", "Acme", "Cobalt"]
    a_pitch(owner_id, "Dune", Stage.DREAM, fright=1)
    assert rungs(owner_id) == ["Bistro", "Dune", "Acme", "Cobalt"]
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert rungs(owner_id) == ["Bistro", "Dune", "Cobalt", "Acme"]


def test_the_lowest_rung_goes_no_lower(owner_id: UUID) -> None:
    first = a_pitch(owner_id, "Acme", Stage.DREAM)
    assert pitches.move(owner_id, first, -1, at=NOW).batch_id  # its place is written down
    assert pitches.move(owner_id, first, -1, at=NOW).batch_id is None
    with pytest.raises(LookupError):
        pitches.move(owner_id, a_pitch(owner_id, "Sent"), 1, at=NOW)


def test_a_letter_makes_a_draft_and_sending_keeps_its_words(owner_id: UUID) -> None:
    acme = a_pitch(owner_id, "Acme", Stage.DREAM)
    pitches.write(owner_id, acme, "Hello Acme,", day(2), feared="They will laugh", at=NOW)
    row = pitch_pages.read(owner_id, acme, day(2)).pitch
    assert (row.stage, row.text, row.feared) == (Stage.DRAFT, "Hello Acme,", "They will laugh")
    pitches.write(owner_id, acme, "Hello all,", day(3), feared="They will laugh", at=NOW)
    saved = pitches.send(
        owner_id, acme, "Hello all,", day(4), feared="They will laugh", hopeful=False, at=NOW
    )
    row = pitch_pages.read(owner_id, acme, day(4)).pitch
    assert (row.stage, row.sent_on, row.text, row.hopeful) == (Stage.SENT, day(4), "Hello all,", False)
    assert [step.on for step in row.steps] == [day(1), day(2), day(4)]
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert pitch_pages.read(owner_id, acme, day(4)).pitch.stage is Stage.DRAFT


def test_planned_for_a_day_and_for_none(owner_id: UUID) -> None:
    acme, zine = (a_pitch(owner_id, name, Stage.DREAM) for name in ("Acme", "Zine"))
    pitches.plan(owner_id, {acme: day(6), zine: day(4)}, at=NOW)
    told = pitch_pages.ladder(owner_id, day(4))
    assert [card.pitch.organisation for card in told.planned] == ["Zine", "Acme"]
    pitches.plan(owner_id, {acme: None}, at=NOW)
    assert [card.pitch.organisation for card in pitch_pages.ladder(owner_id, day(4)).planned] == ["Zine"]
    with pytest.raises(LookupError):
        pitches.plan(owner_id, {UUID(int=1): day(4)}, at=NOW)


def test_what_happened_stands_beside_what_was_feared(owner_id: UUID) -> None:
    acme = a_pitch(owner_id, "Acme", fright=5)
    pitches.step(owner_id, acme, Stage.CALL, day(4), at=NOW)
    pitches.reflect(owner_id, acme, "They were glad I wrote.", at=NOW)
    told = pitch_pages.listing(owner_id, day(5)).corner
    assert (told.dreaded, told.calls, told.last[0].afterwards) == (1, 1, "They were glad I wrote.")


def test_when_to_write_again_is_ones_own(owner_id: UUID) -> None:
    acme = a_pitch(owner_id, "Acme", on=4)  # a Monday
    pitches.set_nudges(owner_id, (5,), at=NOW)
    assert pitch_pages.read(owner_id, acme, day(5)).nudge_on == day(9)
    pitches.set_nudges(owner_id, (), at=NOW)
    card = pitch_pages.read(owner_id, acme, day(5))
    assert card.nudge_on is None
    assert not card.may_rest(day(8))
    assert card.may_rest(day(9))
    pitches.set_nudges(owner_id, (3, 10), at=NOW)
    assert models.Owner.objects.get(pk=owner_id).pitch_nudges == []
    for wrong in ((10, 3), (3, 3), (0, 1), (1, 400), (1, 2, 3)):
        with pytest.raises(Invalid):
            pitches.set_nudges(owner_id, wrong, at=NOW)


def rungs(owner_id: UUID) -> list[str]:
    return [card.pitch.organisation for card in pitch_pages.listing(owner_id, day(2)).dreams]
