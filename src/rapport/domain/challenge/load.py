"""Whether one's check-ins answer to effort: how much easing off can do for this user.

The check-ins are regressed on the effort of the days before, counted in days at the full hours and fading by
a fifth a day. The first guess is that they do answer: from rested to the full hours for weeks they fall by
.4 of their range. It weighs as much as so many check-ins do whose efforts differ by as much; with few
check-ins it holds alone.
"""

FADES = 0.2  # of the effort of earlier days, a day
FALL = 0.4  # of check-ins from 0 to 1, from rested to the full hours: the first guess (docs/lab.md)
GUESS = 0.5  # what the guess weighs: a sum of squares, in days of effort
EARLY = 12  # check-ins: fewer say too little to tell


class Response:
    """Check-ins against effort, added up day by day (Welford's sums)."""

    __slots__ = ("effort", "products", "said", "squares", "usual_effort", "usual_energy")

    def __init__(self) -> None:
        self.effort = 0.0  # of late, in days at the full hours; 0: rested
        self.said = 0
        self.usual_effort = self.usual_energy = 0.0
        self.squares = 0.0  # of the effort about its mean
        self.products = 0.0  # of effort and energy about their means

    def feel(self, energy: float) -> None:
        """A check-in, from 0 to 1, after the effort so far."""
        self.said += 1
        off = self.effort - self.usual_effort
        self.usual_effort += off / self.said
        self.usual_energy += (energy - self.usual_energy) / self.said
        self.squares += off * (self.effort - self.usual_effort)
        self.products += off * (energy - self.usual_energy)

    def spend(self, effort: float) -> None:
        """A day of so much, in days at the full hours."""
        self.effort += FADES * (effort - self.effort)

    @property
    def share(self) -> float:
        """Of what was guessed that effort takes from the check-ins: 1 all of it or more, 0 nothing."""
        if self.said < EARLY:
            return 1.0
        fall = (GUESS * FALL - self.products) / (GUESS + self.squares)
        return min(1.0, max(0.0, fall / FALL))
