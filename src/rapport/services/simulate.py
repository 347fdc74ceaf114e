"""A pace tried before it is chosen: made-up people, a model, no forecast. Only hours of the user go in."""

from collections import OrderedDict
from threading import Event, Lock, Thread
from typing import Final

from rapport.domain.simulation.paces import Outcome, Pace, Progress, Stopped, people_for, try_out

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


class Trial:
    """All paces side by side, in a thread beside the page that waits for them."""

    def __init__(self, weekly_minutes: int, days: int) -> None:
        self.asked = weekly_minutes, days
        self.done, self.of = 0, people_for(days) * len(Pace)  # made-up months lived
        self._stop, self._over = Event(), Event()
        self._outcomes: tuple[Outcome, ...] = ()
        self._error: Exception | None = None

    @property
    def is_stopped(self) -> bool:
        return self._stop.is_set()

    def stop(self) -> None:
        """Nobody waits for it any more."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Whether it is over by then."""
        return self._over.wait(seconds)

    def outcomes(self) -> tuple[Outcome, ...]:
        """Of a trial that is over. Raises Stopped."""
        if self._error is not None:
            raise self._error
        return self._outcomes

    def run(self) -> None:
        try:
            self._outcomes = try_out(
                tuple(Pace), *self.asked, progress=self._lived, cancelled=self._stop.is_set
            )
        except Exception as error:  # raised where the outcomes are asked for
            self._error = error
        finally:
            self._over.set()

    def _lived(self, done: int, of: int) -> None:
        self.done, self.of = done, of


_trials: OrderedDict[tuple[int, int], Trial] = OrderedDict()
_lock = Lock()


def begin(weekly_minutes: int, days: int) -> Trial:
    """The trial of all paces that runs or is over; else a new one, and others are stopped for it."""
    asked = weekly_minutes, days
    with _lock:
        trial = _trials.get(asked)
        if trial is None or trial.is_stopped:
            _stop_all()
            trial = _trials[asked] = Trial(weekly_minutes, days)
            Thread(target=trial.run, name="trial", daemon=True).start()
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
        if not trial.wait(0):
            trial.stop()
