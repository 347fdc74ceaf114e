"""Double opt-in: each side is asked, then they are connected, then one asks how it went."""

from datetime import timedelta
from itertools import permutations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.asks.introductions import (
    FADES,
    Because,
    Circumstances,
    Move,
    Next,
    Role,
    Side,
    Step,
    Taken,
    Todo,
    implied,
    next_step,
    possible,
    role_of,
    said_no,
    stand,
)  # fmt: skip
from tests.cast import day

ANA, TOM = Side.PERSON, Side.OTHER
MADE, TO_ME = Circumstances(Role.MADE), Circumstances(Role.RECEIVED)


def next_of(*taken: Taken, about: Circumstances = MADE, on: int = 3) -> Next | None:
    return next_step(stand(taken), about, day(on))


def test_nobody_was_asked_so_ask_ana() -> None:
    assert next_of() == Next(Todo.ASK, Because.FIRST, ANA)


def test_who_would_give_is_asked_before_who_would_get() -> None:
    found = next_of(about=Circumstances(Role.MADE, giver=TOM))
    assert found == Next(Todo.ASK, Because.GIVER_FIRST, TOM)


def test_ana_has_a_week_to_answer_and_then_is_asked_once_more() -> None:
    asked = Taken(day(1), Move.ASKED, ANA)
    assert next_of(asked) == Next(Todo.WAIT, Because.ASKED_LATELY, ANA, day(1), day(8))
    assert next_of(asked, on=8) == Next(Todo.ASK, Because.SILENT, ANA, day(1))
    assert next_step(stand([asked]), MADE, day(1) + FADES + timedelta(1)) is None


def test_ana_said_yes_so_tom_is_asked_and_then_both_are_connected() -> None:
    ana, tom = Taken(day(2), Move.AGREED, ANA), Taken(day(3), Move.AGREED, TOM)
    assert next_of(ana) == Next(Todo.ASK, Because.OTHER_SAID_YES, TOM, day(2))
    assert stand([ana]).step is Step.ONE_AGREED
    assert next_of(ana, tom) == Next(Todo.CONNECT, Because.BOTH_SAID_YES, None, day(3))


def test_a_week_after_connecting_one_asks_how_it_went() -> None:
    connected = Taken(day(2), Move.CONNECTED)
    assert next_of(connected) == Next(Todo.WAIT, Because.CONNECTED_LATELY, None, day(2), day(9))
    assert next_of(connected, on=9) == Next(Todo.CHECK, Because.A_WEEK_SINCE, None, day(2))
    assert next_step(stand([connected]), MADE, day(2) + FADES + timedelta(1)) is None
    for answer in (Move.HAPPENED, Move.DID_NOT):
        assert next_of(connected, Taken(day(9), answer), on=9) is None


def test_a_no_ends_it_and_nobody_is_asked_again() -> None:
    taken = [Taken(day(1), Move.AGREED, ANA), Taken(day(2), Move.DECLINED, TOM)]
    now = stand(taken)
    assert (now.step, next_step(now, MADE, day(3))) == (Step.DECLINED, None)
    allowed = possible(Role.MADE, now)
    assert (Move.ASKED, TOM) not in allowed
    assert (Move.CONNECTED, None) not in allowed
    assert (Move.AGREED, TOM) in allowed  # they may come round by themselves
    assert stand([*taken, Taken(day(3), Move.AGREED, TOM)]).step is Step.ONE_AGREED


def test_who_said_no_is_known_or_both_are_spared() -> None:
    ana, tom = UUID(int=1), UUID(int=2)
    assert said_no((ana, tom), stand([Taken(day(1), Move.DECLINED, TOM)])) == {tom}
    assert said_no((ana, tom), stand(implied(Step.DECLINED, day(1)))) == {ana, tom}
    assert said_no((ana, tom), stand([])) == frozenset()


def test_jess_would_introduce_me_so_i_say_yes_or_no() -> None:
    assert next_of(about=TO_ME) == Next(Todo.ANSWER, Because.OFFERED, TOM)
    asked_for = Circumstances(Role.RECEIVED, asked_for=True)
    assert next_of(about=asked_for) == Next(Todo.WAIT, Because.I_SAID_YES)
    yes = Taken(day(1), Move.AGREED, TOM)
    assert next_of(yes, about=TO_ME) == Next(Todo.WAIT, Because.I_SAID_YES, None, day(1), day(8))
    assert next_of(yes, about=TO_ME, on=8) == Next(Todo.WAIT, Because.SILENT, None, day(1), day(8))


def test_once_connected_i_write_and_having_met_is_answer_enough() -> None:
    connected = Taken(day(2), Move.CONNECTED)
    assert next_of(connected, about=TO_ME) == Next(Todo.GREET, Because.CONNECTED_LATELY, ANA, day(2))
    assert next_of(connected, about=TO_ME, on=9) == Next(Todo.CHECK, Because.A_WEEK_SINCE, None, day(2))
    met = Circumstances(Role.RECEIVED, met_on=day(5))
    assert next_of(connected, about=met, on=9) is None


def test_what_others_did_among_themselves_asks_nothing_of_me() -> None:
    assert next_of(about=Circumstances(Role.HEARD)) is None
    assert possible(Role.HEARD, stand([])) == frozenset()
    assert role_of(UUID(int=1), UUID(int=2)) is Role.HEARD


def test_nobody_is_connected_who_did_not_say_yes() -> None:
    assert (Move.CONNECTED, None) not in possible(Role.MADE, stand([Taken(day(1), Move.AGREED, ANA)]))
    both = stand([Taken(day(1), Move.AGREED, ANA), Taken(day(1), Move.AGREED, TOM)])
    assert possible(Role.MADE, both) >= {(Move.CONNECTED, None), (Move.DECLINED, ANA)}


@pytest.mark.parametrize("step", Step)
def test_a_step_told_without_moves_is_where_it_stands(step: Step) -> None:
    assert stand(implied(step, day(1))).step is step


WHOLE = (
    Taken(day(1), Move.ASKED, ANA), Taken(day(1), Move.AGREED, ANA), Taken(day(2), Move.AGREED, TOM),
    Taken(day(3), Move.CONNECTED), Taken(day(9), Move.HAPPENED),
)  # fmt: skip


def test_the_order_of_writing_down_changes_nothing() -> None:
    assert {stand(order).step for order in permutations(WHOLE)} == {Step.HAPPENED}


TAKEN = st.builds(
    Taken,
    st.integers(1, 28).map(day),
    st.sampled_from(Move),
    st.one_of(st.none(), st.sampled_from(Side)),
)


@given(st.lists(TAKEN, max_size=8), st.sampled_from(Role), st.booleans(), st.integers(1, 28))
def test_whatever_was_done_the_next_is_something_that_can_be_done(
    taken: list[Taken], role: Role, asked_for: bool, today: int
) -> None:
    now = stand(taken)
    found = next_step(now, Circumstances(role, asked_for=asked_for), day(today))
    moves = {Todo.ASK: Move.ASKED, Todo.CONNECT: Move.CONNECTED, Todo.CHECK: Move.HAPPENED}
    if found and found.what in moves:
        assert (moves[found.what], found.side) in possible(role, now)
    if now.step in (Step.HAPPENED, Step.DECLINED):
        assert found is None
