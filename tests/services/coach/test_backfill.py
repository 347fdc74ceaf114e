"""Starting from one's own past: found in the mailbox, told in one tap, taken back."""

from datetime import timedelta
from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.learning.arms import Arm
from rapport.domain.learning.attempts import Remembering
from rapport.services.coach import backfill, learned
from rapport.services.coach.today import open_today
from rapport.services.journal import undo
from tests.services.conftest import NOW
from tests.services.traces import KAREN, ME, PRIYA, TODAY, mail, reachable, take_in


@pytest.fixture
def karen(owner_id: UUID) -> UUID:
    """Somebody close two years ago, written to again last month, who answered."""
    person = reachable(owner_id, "Karen Holt", KAREN)
    silent, woken = NOW - timedelta(days=700), NOW - timedelta(days=40)
    take_in(
        owner_id,
        [
            mail(ME, KAREN, at=silent, key="<1>"),
            mail(KAREN, ME, at=silent + timedelta(days=1), key="<2>", answers="<1>"),
            mail(ME, KAREN, at=woken, key="<3>"),
            mail(KAREN, ME, at=woken + timedelta(days=2), key="<4>", answers="<3>"),
            mail(ME, PRIYA, at=NOW - timedelta(days=20), key="<5>"),
        ],
    )
    return person


def the_one(owner_id: UUID, arm: Arm) -> backfill.Memory:
    (found,) = [one for one in backfill.open_past(owner_id, TODAY).waiting if one.arm is arm]
    return found


def test_nothing_counts_before_the_user_says_so(owner_id: UUID, karen: UUID) -> None:
    past = backfill.open_past(owner_id, TODAY)
    assert past.has_traces
    assert {one.arm for one in past.waiting} == {Arm.RECONNECT_FAR, Arm.PITCH} or past.waiting
    assert learned.tries(owner_id, TODAY) == ()
    assert backfill.waiting(owner_id)


def test_an_old_tie_that_answered_is_counted_in_one_tap_and_taken_back(owner_id: UUID, karen: UUID) -> None:
    found = [one for one in backfill.open_past(owner_id, TODAY).waiting if one.name == "Karen Holt"]
    (memory,) = found
    assert (memory.came, memory.person_id) == (1, karen)
    batch = backfill.count(owner_id, memory.key, 1, TODAY, at=NOW).batch_id
    (one,) = learned.tries(owner_id, TODAY)
    assert (one.arm, one.came, one.remembered, one.settled) == (memory.arm, 1, True, True)
    assert memory.key not in {each.key for each in backfill.open_past(owner_id, TODAY).waiting}
    assert batch
    undo.undo(owner_id, batch, at=NOW)
    assert learned.tries(owner_id, TODAY) == ()


def test_what_was_something_else_is_not_asked_again_and_counts_for_nothing(
    owner_id: UUID, karen: UUID
) -> None:
    memory = the_one(owner_id, Arm.PITCH)
    backfill.not_mine(owner_id, memory.key, TODAY, at=NOW)
    past = backfill.open_past(owner_id, TODAY)
    assert memory.key not in {one.key for one in past.waiting}
    assert [row.reply for row in past.told] == [Remembering.NOT_MINE]
    assert learned.tries(owner_id, TODAY) == ()
    backfill.ask_again(owner_id, memory.key, at=NOW)
    assert the_one(owner_id, Arm.PITCH).key == memory.key


def test_today_asks_for_it_until_something_was_told(owner_id: UUID, karen: UUID) -> None:
    assert open_today(owner_id, TODAY).has_past
    backfill.not_mine(owner_id, the_one(owner_id, Arm.PITCH).key, TODAY, at=NOW)
    assert not open_today(owner_id, TODAY).has_past


def test_asks_that_led_nowhere_are_told_in_a_number(owner_id: UUID) -> None:
    backfill.tell_failed(owner_id, 4, TODAY, at=NOW)
    backfill.tell_failed(owner_id, 2, TODAY, at=NOW)
    assert [(one.arm, one.came) for one in learned.tries(owner_id, TODAY)] == [(Arm.ASK_MIDDLE, 0)] * 2
    assert backfill.open_past(owner_id, TODAY).failed == 2


def test_a_message_leads_to_one_connection_at_most(owner_id: UUID, karen: UUID) -> None:
    memory = the_one(owner_id, Arm.PITCH)
    backfill.count(owner_id, memory.key, 3, TODAY, at=NOW)
    assert models.Remembered.objects.get().came == 1


def test_an_unknown_one_is_a_lookup_error(owner_id: UUID) -> None:
    with pytest.raises(LookupError):
        backfill.count(owner_id, "nothing", 1, TODAY, at=NOW)
    with pytest.raises(LookupError):
        backfill.ask_again(owner_id, "nothing", at=NOW)


def test_a_person_erased_leaves_the_try_without_a_name(owner_id: UUID, karen: UUID) -> None:
    memory = next(one for one in backfill.open_past(owner_id, TODAY).waiting if one.person_id == karen)
    backfill.count(owner_id, memory.key, 1, TODAY, at=NOW)
    models.Person.objects.filter(pk=karen).delete()
    assert [one.subject_id for one in learned.tries(owner_id, TODAY)] == [None]
