"""What the days bring by themselves: evenings, series, occasions to help; drawn before the first morning."""

from random import Random
from typing import Final

from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.simulation.chance import poisson
from rapport.domain.simulation.life.nature import EVENTS, Nature
from rapport.domain.simulation.protocol import WEEK, Option
from rapport.domain.values import dataclass

RHYTHMS: Final = (7, 14, 14, 28)  # days between two evenings of a series
NEED_LASTS: Final = 7  # days somebody can use a hand


@dataclass(frozen=True, slots=True)
class Agenda:
    """By day: what is on; who could use a hand."""

    evenings: tuple[tuple[Option, ...], ...]
    series: tuple[tuple[str, ...], ...]  # keys of the series that meet
    needs: tuple[tuple[int, ...], ...]  # numbers of contacts


def draw_agenda(nature: Nature, contacts: int, days: int, rng: Random) -> Agenda:
    evenings: list[list[Option]] = [[] for _ in range(days)]
    for arm in EVENTS:
        for day in range(days):
            for one in range(poisson(rng, nature.supply.get(arm, 0.0) / WEEK)):
                evenings[day].append(Option(f"{arm}:{day}:{one}", arm, ARMS[arm].effort))
    series: list[list[str]] = [[] for _ in range(days)]
    for number in range(poisson(rng, nature.series)):
        rhythm = rng.choice(RHYTHMS)
        for day in range(rng.randrange(rhythm), days, rhythm):
            series[day].append(f"{Arm.SERIES}:{number}")
    needs: list[list[int]] = [[] for _ in range(days)]
    for day in range(days):
        for _ in range(poisson(rng, nature.needs)):
            who = rng.randrange(contacts)
            for later in range(day, min(days, day + NEED_LASTS)):
                if who not in needs[later]:
                    needs[later].append(who)
    return Agenda(tuple(map(tuple, evenings)), tuple(map(tuple, series)), tuple(map(tuple, needs)))
