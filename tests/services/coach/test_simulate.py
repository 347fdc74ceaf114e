"""A pace tried beside the page: remembered, stopped, and only one at a time."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest

from rapport.domain.simulation.paces import Progress
from rapport.services.coach import simulate
from rapport.services.coach.simulate import Outcome, Pace, Stopped, begin

LONG = 600.0  # seconds after which a test gives up; nothing here waits for them
CAME = tuple(Outcome(pace, 30, 24, 5.0, 2.0, 9.0, 1, 0.7, 200.0) for pace in Pace)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Trials wait for it; it is open when the test is over."""
    gate = Event()

    def wait_for_it(
        paces: object, weekly_minutes: int, days: int, *, progress: Progress, cancelled: Callable[[], bool]
    ) -> tuple[Outcome, ...]:
        progress(1, 72)
        while not gate.wait(0.01):
            if cancelled():
                raise Stopped
        return CAME

    monkeypatch.setattr(simulate, "try_out", wait_for_it)
    monkeypatch.setattr(simulate, "_trials", type(simulate._trials)())
    yield gate
    gate.set()


def test_it_is_seen_while_it_goes_on_and_remembered_when_it_is_over(gate: Event) -> None:
    trial = begin(180, 28)
    assert not trial.wait(0.0)
    assert begin(180, 28) is trial
    gate.set()
    assert trial.wait(LONG)
    assert trial.outcomes() == CAME
    assert (trial.done, trial.of) == (1, 72)
    assert begin(180, 28) is trial


def test_stopped_it_brings_nothing_and_can_be_asked_again(gate: Event) -> None:
    trial = begin(180, 28)
    simulate.stop()
    assert trial.wait(LONG)
    with pytest.raises(Stopped):
        trial.outcomes()
    again = begin(180, 28)
    assert again is not trial
    gate.set()
    assert again.wait(LONG)
    assert again.outcomes() == CAME


def test_another_question_ends_the_first_and_a_finished_one_stays(gate: Event) -> None:
    first, second = begin(180, 28), begin(240, 28)
    assert first.wait(LONG)
    assert first.is_stopped()
    gate.set()
    assert second.wait(LONG)
    begin(300, 28)
    assert not second.is_stopped()
    assert begin(240, 28) is second


def test_a_fault_of_the_model_is_told_where_the_outcomes_are_asked_for(
    gate: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*asked: object, **told: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(simulate, "try_out", breaks)
    trial = begin(180, 28)
    assert trial.wait(LONG)
    with pytest.raises(ZeroDivisionError):
        trial.outcomes()


def test_the_figures_are_those_of_the_terminal() -> None:
    trial = begin(60, 7)
    assert trial.wait(LONG)
    assert trial.outcomes() == simulate.simulate(60, 7)
    assert trial.done == trial.of
