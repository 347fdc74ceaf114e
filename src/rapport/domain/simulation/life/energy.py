"""How energy falls with effort and rejection, comes back with rest, and when somebody gives up."""

from random import Random

from rapport.domain.simulation.chance import spread
from rapport.domain.simulation.life.nature import Nature

START = 0.75
DAYS_A_WEEK = 6  # of work; the seventh is for rest
ENOUGH = 0.5  # from here on nobody gives up because they are tired


class Energy:
    """One person's, from 0 to 1."""

    def __init__(self, nature: Nature, rng: Random) -> None:
        self._nature = nature
        self._a_day = nature.capacity * spread(rng, nature.capacity_variety) / DAYS_A_WEEK
        self.now = START

    @property
    def success(self) -> float:
        """What is left of every chance, feeling like this."""
        return max(0.1, 1 - self._nature.bite * max(0.0, self._nature.fair - self.now))

    def spend(self, effort: float) -> None:
        """A day and the night after it."""
        nature = self._nature
        back = nature.recover * (1 - self.now) * (nature.rest if effort == 0 else 1.0)
        self._move(back - nature.drain * effort / self._a_day)

    def hear(self, connections: int, refusals: float) -> None:
        """Answers; a silence is half a refusal."""
        self._move(self._nature.cheer * connections - self._nature.rejection * refusals)

    def gives_up(self, rng: Random) -> bool:
        """Whether today is the day; more tired never means later, with the same dice."""
        tired = max(0.0, ENOUGH - self.now)
        return rng.random() < self._nature.quits + self._nature.quits_tired * tired * tired

    def checkin(self, rng: Random) -> float | None:
        """What they say of themselves this morning, if they say anything."""
        asked, off = rng.random(), rng.gauss(0, self._nature.checkin_noise)
        return min(1.0, max(0.0, self.now + off)) if asked < self._nature.checkins else None

    def _move(self, by: float) -> None:
        self.now = min(1.0, max(0.0, self.now + by))
