"""How much a day may hold: a bank of effort, filled evenly or by how one feels (COACH.md §3.5)."""

from typing import Final

from lab.protocol import Morning, Start

DAYS_A_WEEK: Final = 6
MOST_SAVED = 0.7  # of a week
RAMP_DAYS, RAMP_START = 10, 0.8
STEP = 0.35  # how much one check-in moves the picture of one's energy
FIRST = 0.6
GATE_FROM, GATE_WIDTH = 0.30, 0.25
TIRED, FRESH = 0.50, 0.62
SLOWER, FASTER, SLOWEST = 0.8, 1.12, 0.2
A_DAY: Final = 5.0  # units at most, but for one big evening


class Bank:
    """The declared hours, the same on every working day; the rest day gives nothing."""

    def __init__(self, start: Start, share: float = 1.0) -> None:
        self._weekly, self._rest = start.weekly * share, start.rest_weekday
        self.left = 0.0

    def open(self, morning: Morning) -> float:
        """What may be spent today; 0 on a day of rest or of debt."""
        if morning.weekday == self._rest:
            return 0.0
        given = self._weekly / DAYS_A_WEEK * self._factor(morning)
        self.left = min(self.left + given, MOST_SAVED * self._weekly)
        return max(0.0, min(self.left, A_DAY))

    def spend(self, effort: float) -> None:
        """May overdraw: the debt is the rest that follows."""
        self.left -= effort

    def _factor(self, morning: Morning) -> float:
        return 1.0


class Governor(Bank):
    """Starts a little lower, listens to check-ins, stops when one is worn out."""

    def __init__(self, start: Start, share: float = 1.0) -> None:
        super().__init__(start, share)
        self._energy, self._steady = FIRST, 1.0

    def _factor(self, morning: Morning) -> float:
        if morning.energy is not None:
            self._energy += STEP * (morning.energy - self._energy)
        if morning.weekday == 0 and morning.day:
            change = SLOWER if self._energy < TIRED else FASTER if self._energy > FRESH else 1.0
            self._steady = min(1.0, max(SLOWEST, self._steady * change))
        ramp = min(1.0, RAMP_START + (1 - RAMP_START) * morning.day / RAMP_DAYS)
        return self._steady * ramp * gate(self._energy)


def gate(energy: float, least: float = GATE_FROM, width: float = GATE_WIDTH) -> float:
    return min(1.0, max(0.0, (energy - least) / width))
