"""A second generator, of other structure on purpose: `rival:SEED`.

Rates drift from week to week; a good or bad season moves all evenings at once, in number and in what they
give, and most evenings give nothing while a few give much; contacts live in circles that are open or closed,
and a bad ask damages goodwill in the whole circle; an introduction may bring several people; a follow-up is
good for some days and then for nothing; answers can take very long. Energy is only said, it changes nothing:
people leave when nothing came for a long time.
"""

from math import exp
from random import Random

from lab.protocol import Arm
from lab.worlds.rival_life import RivalLife
from lab.worlds.temper import SEASONAL, Temper
from rapport.domain.learning.arms import ARMS
from rapport.domain.values import dataclass

SUPPLY = {Arm.SMALL: 0.6, Arm.MIDDLE: 0.6, Arm.LARGE: 0.4, Arm.CONFERENCE: 0.08}  # a week, in the middle


@dataclass(frozen=True, slots=True)
class RivalWorld:
    """A `World` of the protocol."""

    name: str
    temper: Temper

    def life(self, person: int, days: int, past: int = 0) -> RivalLife:
        return RivalLife(self.name, self.temper, person, days, past)


def around(rng: Random, middle: float, spread: float) -> float:
    return middle * exp(rng.gauss(0, spread))


def draw(seed: int) -> Temper:
    rng = Random(f"rival:{seed}")
    return Temper(
        contacts=rng.uniform(25, 140),
        circles=rng.randint(3, 9),
        openness=rng.uniform(0.5, 1.5),
        by_tie=rng.uniform(0.3, 1.6),
        shows=rng.uniform(0.2, 0.9),
        dormant=rng.uniform(0.15, 0.55),
        ask=around(rng, 0.04, 0.7),
        several=rng.uniform(0.1, 1.2),
        damage=rng.uniform(0.02, 0.15),
        heals=rng.uniform(0.005, 0.03),
        reconnect=around(rng, 0.14, 0.9),
        give=around(rng, 0.06, 0.9),
        pitch=around(rng, 0.22, 0.9),
        follow_up=around(rng, 0.13, 1.0),
        follow_up_days=rng.randint(2, 7),
        nudge=around(rng, 0.05, 1.0),
        wait=rng.uniform(1.5, 6.0),
        wait_spread=rng.uniform(0.4, 1.1),
        silent=rng.uniform(0.4, 0.85),
        evenings={arm: around(rng, ARMS[arm].prior, 0.9) for arm in SEASONAL},
        supply={arm: around(rng, SUPPLY[arm], 0.7) for arm in SUPPLY},
        nothing=rng.uniform(0.2, 0.7),
        series=around(rng, 1.2, 0.5),
        met=around(rng, 1.0, 0.4),
        season=rng.uniform(0.2, 0.7),
        drift=rng.uniform(0.02, 0.15),
        variety=rng.uniform(0.2, 0.6),
        weekly=rng.uniform(8, 16),
        mood=rng.uniform(0.5, 0.8),
        mood_noise=rng.uniform(0.05, 0.25),
        quits=rng.uniform(0.001, 0.004),
        drought=rng.uniform(7, 30),
    )


def world(seed: int) -> RivalWorld:
    return RivalWorld(f"rival:{seed}", draw(seed))
