"""Worlds with a character, to design on: the story-like one and four very different ones (COACH.md §2)."""

from lab.protocol import Arm
from rapport.domain.simulation.life.life import MadeWorld
from rapport.domain.simulation.life.nature import Nature
from rapport.domain.simulation.life.story import ARTICLE as ARTICLE

REMOTE = MadeWorld(
    "remote",
    Nature(
        contacts=35,
        supply={Arm.SMALL: 0.15, Arm.MIDDLE: 0.1, Arm.LARGE: 0.05, Arm.CONFERENCE: 0.03},
        series=0.3,
        pitch=0.32,
        reconnect=0.24,
    ),
)
"""Few evenings, few people."""

HUB = MadeWorld(
    "hub",
    Nature(
        contacts=110,
        supply={Arm.SMALL: 2.0, Arm.MIDDLE: 2.0, Arm.LARGE: 1.2, Arm.CONFERENCE: 0.2},
        series=3.0,
        drain=0.0,
        rejection=0.0,
        bite=0.0,
    ),
)
"""Something is on every evening, and nobody burns out."""

FRAGILE = MadeWorld(
    "fragile",
    Nature(
        capacity=5.5,
        rejection=0.045,
        quits_tired=0.7,
        tie_noise=3.0,
        fit_noise=3.0,
        follow_up=0.03,
        nudge=0.03,
    ),
)
"""Little strength, signals that say nothing, follow-ups that bring nothing."""

UPSIDE = MadeWorld(
    "upside",
    Nature(
        ask=0.02,
        reconnect=0.05,
        pitch=0.08,
        follow_up=0.25,
        events={Arm.SMALL: 0.25, Arm.MIDDLE: 0.5, Arm.LARGE: 1.3, Arm.CONFERENCE: 3.0},
        series_rate=0.35,
    ),
)
"""First guesses are wrong: the big evenings are the good ones."""

NAMED = {world.name: world for world in (ARTICLE, REMOTE, HUB, FRAGILE, UPSIDE)}
