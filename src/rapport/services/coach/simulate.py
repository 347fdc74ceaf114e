"""A pace tried before it is chosen: made-up people, a model, no forecast. Only hours of the user go in."""

from collections import OrderedDict
from threading import Lock, Thread
from typing import Final

from rapport.domain.simulation.paces import Outcome, Pace, Progress, Stopped, people_for, try_out
from rapport.services.awaited import Awaited

__all__ = ["DAYS", "Outcome", "Pace", "Stopped", "Trial", "begin", "simulate", "stop"]

DAYS: Final = (7, 90)  # from, to
MOST: Final = 32  # trials remembered: the same question has the same answer


def simulate(
    weekly_minutes: int,
    days: int,
    paces: tuple[Pace, ...] = tuple(Pace),
    *,
    people: int | None = None,
    seed: int = 0,
    progress: Progress = lambda done, of: None,
) -> tuple[Outcome, ...]:
    """Each pace lived by the same made-up people. The same seed, the same figures."""
    return try_out(paces, weekly_minutes, days, people=people, seed=seed, progress=progress)


class Trial(Awaited):
    """All paces side by side, in a thread beside the page that waits for them."""

    def __init__(self, weekly_minutes: int, days: int) -> None:
        super().__init__()
        self.asked = weekly_minutes, days
        self.done, self.of = 0, people_for(days) * len(Pace)  # made-up months lived

    def outcomes(self) -> tuple[Outcome, ...]:
        """Of a trial that is over. Raises Stopped."""
        found: tuple[Outcome, ...] = self.brought()
        return found

    def live(self) -> tuple[Outcome, ...]:
        """Raises Stopped."""
        return try_out(tuple(Pace), *self.asked, progress=self._lived, cancelled=self.is_stopped)

    def _lived(self, done: int, of: int) -> None:
        self.done, self.of = done, of


_trials: OrderedDict[tuple[int, int], Trial] = OrderedDict()
_lock = Lock()


def begin(weekly_minutes: int, days: int) -> Trial:
    """The trial of all paces that runs or is over; else a new one, and others are stopped for it."""
    asked = weekly_minutes, days
    with _lock:
        trial = _trials.get(asked)
        if trial is None or trial.is_stopped():
            _stop_all()
            trial = _trials[asked] = Trial(weekly_minutes, days)
            Thread(target=trial.run, args=[trial.live], name="trial", daemon=True).start()
        _trials.move_to_end(asked)
        while len(_trials) > MOST:
            _trials.popitem(last=False)
        return trial


def stop() -> None:
    """Whatever is being tried out."""
    with _lock:
        _stop_all()


def _stop_all() -> None:
    for trial in _trials.values():
        if not trial.is_over:
            trial.stop()
