"""Steps are closed in the batch of what shows it, by logs and by imports, and open again with it."""

from datetime import timedelta
from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.interactions.followups import Evidence
from rapport.domain.interactions.interactions import Channel, Direction, Participation
from rapport.domain.pitches.pitches import Stage
from rapport.services.giving import giving
from rapport.services.interactions import followups, interactions
from rapport.services.interactions.followups import Draft, Likely
from rapport.services.journal import undo
from rapport.services.pitches import pitches
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.interactions.test_followups import a_step
from tests.services.makers import a_coffee, a_person
from tests.services.traces import KAREN, ME, TODAY, mail, reachable, take_in


def state(owner_id: UUID, step: UUID) -> tuple[object, object]:
    row = followups.read(owner_id, step)
    return row.done_on, row.closed_by


def last_batch(owner_id: UUID) -> UUID:
    done = undo.last_undoable(owner_id)
    assert done
    return done.id


def test_a_coffee_closes_it_and_undoing_the_coffee_opens_it(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    step = a_step(owner_id, 5, "", mary)
    a_coffee(owner_id, mary, on=day(4))
    assert state(owner_id, step) == (day(4), Evidence.INTERACTION)
    undo.undo(owner_id, last_batch(owner_id), at=NOW)
    assert state(owner_id, step) == (None, None)


def test_a_coffee_in_the_bin_or_on_another_day_counts_no_more(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    step = a_step(owner_id, 5, "", mary)
    met = a_coffee(owner_id, mary, on=day(4))
    interactions.discard(owner_id, met, at=NOW)
    assert state(owner_id, step) == (None, None)
    interactions.restore(owner_id, met, at=NOW)
    assert state(owner_id, step) == (day(4), Evidence.INTERACTION)
    moved = interactions.Draft(on=day(1), people=(Participation(mary),))
    interactions.edit(owner_id, met, moved, at=NOW)
    assert state(owner_id, step) == (None, None)


def test_of_two_coffees_on_one_day_either_is_enough(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    step = a_step(owner_id, 5, "", mary)
    morning, evening = (a_coffee(owner_id, mary, on=day(4)) for _ in range(2))
    interactions.discard(owner_id, morning, at=NOW)
    assert state(owner_id, step) == (day(4), Evidence.INTERACTION)
    interactions.discard(owner_id, evening, at=NOW)
    assert state(owner_id, step) == (None, None)


def test_a_coffee_with_somebody_else_or_earlier_closes_nothing(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    step = a_step(owner_id, 5, "", mary)
    a_coffee(owner_id, a_person(owner_id, "Mary Chen"), on=day(4))
    a_coffee(owner_id, mary, on=day(1))
    assert state(owner_id, step) == (None, None)


def test_the_letter_that_pitches_is_the_contact(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    step, contract = a_step(owner_id, 5, "", mary), a_step(owner_id, 5, "send the contract", mary)
    acme = pitches.create(owner_id, pitches.Draft("Acme", mary), Stage.DRAFT, day(3), at=NOW).id
    assert state(owner_id, step) == (None, None)
    pitches.step(owner_id, acme, Stage.SENT, day(4), at=NOW)
    assert state(owner_id, step) == (day(4), Evidence.PITCH)
    assert state(owner_id, contract) == (None, None)
    undo.undo(owner_id, last_batch(owner_id), at=NOW)
    assert state(owner_id, step) == (None, None)


def test_a_message_of_hers_leaves_it_open(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    step = a_step(owner_id, 5, "", mary)
    a_coffee(owner_id, mary, on=day(4), channel=Channel.EMAIL, direction=Direction.INBOUND)
    assert state(owner_id, step) == (None, None)


def test_still_open_stays_open(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    step = a_step(owner_id, 5, "", mary)
    a_coffee(owner_id, mary, on=day(4))
    followups.reopen(owner_id, step, at=NOW)
    a_coffee(owner_id, mary, on=day(6))
    assert state(owner_id, step) == (None, None)
    assert followups.read(owner_id, step).kept_open
    assert followups.listing(owner_id, day(7)).likely == ()


def test_a_step_of_its_own_is_asked_about(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    step = a_step(owner_id, 5, "send the contract", mary)
    a_coffee(owner_id, mary, on=day(4))
    page = followups.listing(owner_id, day(6))
    assert [row.id for row in page.due] == [step]
    assert page.likely == (Likely(step, day(4), Evidence.INTERACTION),)


def test_the_promise_kept_is_the_step(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    step = a_step(owner_id, 5, "send the contract template", mary)
    draft = giving.HelpDraft(mary, "the contract template", promised_on=day(1))
    help_ = giving.create_help(owner_id, draft, at=NOW).id
    giving.keep_promise(owner_id, help_, day(3), at=NOW)
    assert state(owner_id, step) == (day(3), Evidence.HELP)
    undo.undo(owner_id, last_batch(owner_id), at=NOW)
    assert state(owner_id, step) == (None, None)


@pytest.fixture
def karen(owner_id: UUID) -> UUID:
    return reachable(owner_id, "Karen Holt", KAREN)


def a_reminder(owner_id: UUID, person: UUID, what: str = "") -> UUID:
    made = TODAY - timedelta(days=20)
    return followups.create(owner_id, Draft(made + timedelta(days=5), made, person, what), at=NOW).id


def test_a_mail_of_mine_in_an_import_closes_it_once(owner_id: UUID, karen: UUID) -> None:
    step = a_reminder(owner_id, karen)
    earlier = mail(ME, KAREN, at=NOW - timedelta(days=40))
    hers = mail(KAREN, ME, at=NOW - timedelta(days=10))
    take_in(owner_id, [earlier, hers])
    assert state(owner_id, step) == (None, None)
    traces = [earlier, hers, mail(ME, KAREN, at=NOW - timedelta(days=8))]
    _done, batch = take_in(owner_id, traces)
    assert state(owner_id, step) == (TODAY - timedelta(days=8), Evidence.MESSAGE)
    before = models.FollowUp.objects.values().get(pk=step)
    take_in(owner_id, traces)
    assert models.FollowUp.objects.values().get(pk=step) == before
    undo.undo(owner_id, batch, at=NOW)
    assert state(owner_id, step) == (None, None)


def test_a_mail_to_a_crowd_closes_nothing(owner_id: UUID, karen: UUID) -> None:
    step = a_reminder(owner_id, karen)
    many = [f"p{n}@example.org" for n in range(20)]
    take_in(owner_id, [mail(ME, KAREN, *many, at=NOW - timedelta(days=8))])
    assert state(owner_id, step) == (None, None)


def test_a_mail_leaves_the_contract_to_the_user(owner_id: UUID, karen: UUID) -> None:
    step = a_reminder(owner_id, karen, "send the contract")
    take_in(owner_id, [mail(ME, KAREN, at=NOW - timedelta(days=8))])
    assert state(owner_id, step) == (None, None)
    assert followups.listing(owner_id, TODAY).likely[0].by is Evidence.MESSAGE
