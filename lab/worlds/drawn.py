"""Worlds of the shipped generator with every constant drawn anew: `random:SEED`."""

from math import exp
from random import Random

from lab.protocol import Arm
from rapport.domain.learning.arms import ARMS
from rapport.domain.simulation.life.life import MadeWorld
from rapport.domain.simulation.life.nature import EVENTS, Nature, Rule

SUPPLY = {Arm.SMALL: 0.6, Arm.MIDDLE: 0.6, Arm.LARGE: 0.4, Arm.CONFERENCE: 0.08}  # a week, in the middle
NO_STING = 0.12  # share of worlds where nobody burns out


def around(rng: Random, middle: float, spread: float) -> float:
    """Log-normal with this median."""
    return middle * exp(rng.gauss(0, spread))


def draw(seed: int) -> Nature:
    """A whole nature; the order of the draws is part of the world's name."""
    rng = Random(f"random:{seed}")
    named = {**_people(rng), **_messages(rng), **_gatherings(rng), **_strength(rng)}
    return Nature(**named)  # type: ignore[arg-type]  # the names and types are those of Nature


def _people(rng: Random) -> dict[str, object]:
    return {
        "contacts": rng.uniform(30, 130),
        "dormant": rng.uniform(0.15, 0.55),
        "tie": (rng.uniform(0.8, 1.8), rng.uniform(1.5, 4.0)),
        "fit": (rng.uniform(0.5, 1.2), rng.uniform(1.5, 4.0)),
        "tie_noise": rng.uniform(0.4, 2.0),
        "fit_noise": rng.uniform(0.4, 2.0),
        "rule": rng.choice(list(Rule)),
        "variety": rng.uniform(0.2, 0.6),
        "charm": rng.uniform(0.1, 0.4),
        "weekly": rng.uniform(8, 16),
    }


def _messages(rng: Random) -> dict[str, object]:
    return {
        "ask": around(rng, 0.04, 0.7),
        "again": rng.uniform(0.3, 0.8),
        "helped": rng.uniform(1.0, 2.0),
        "reconnect": around(rng, 0.15, 0.9),
        "reconnect_tie": rng.uniform(0.2, 1.0),
        "give": around(rng, 0.06, 0.9),
        "needs": rng.uniform(0.1, 0.7),
        "pitch": around(rng, 0.24, 0.9),
        "follow_up": around(rng, 0.14, 1.0),
        "fresh": rng.uniform(2, 7),
        "nudge": around(rng, 0.06, 1.0),
        "delay": rng.uniform(1.5, 7),
        "silent": rng.uniform(0.4, 0.8),
    }


def _gatherings(rng: Random) -> dict[str, object]:
    return {
        "events": {arm: around(rng, ARMS[arm].prior, 0.9) for arm in EVENTS},
        "supply": {arm: around(rng, SUPPLY[arm], 0.7) for arm in EVENTS},
        "met": around(rng, 1.0, 0.4),
        "clumped": rng.uniform(1, 5),
        "series": around(rng, 1.2, 0.5),
        "series_rate": around(rng, 0.9, 0.8),
        "series_growth": rng.uniform(0.0, 0.8),
        "series_visits": rng.uniform(3, 12),
        "series_fades": rng.uniform(0.5, 0.95),
    }


def _strength(rng: Random) -> dict[str, object]:
    never_tires = rng.random() < NO_STING
    return {
        "capacity": rng.uniform(5, 15),
        "capacity_variety": rng.uniform(0.1, 0.5),
        "drain": 0.0 if never_tires else rng.uniform(0.035, 0.075),
        "recover": rng.uniform(0.09, 0.18),
        "rest": rng.uniform(1.2, 3.0),
        "rejection": 0.0 if never_tires else rng.uniform(0.01, 0.05),
        "cheer": rng.uniform(0.0, 0.04),
        "bite": rng.uniform(0.3, 1.6),
        "quits": rng.uniform(0.0015, 0.005),
        "quits_tired": rng.uniform(0.3, 0.9),
        "checkin_noise": rng.uniform(0.05, 0.3),
        "checkins": rng.uniform(0.5, 1.0),
    }


def world(seed: int) -> MadeWorld:
    return MadeWorld(f"random:{seed}", draw(seed))
