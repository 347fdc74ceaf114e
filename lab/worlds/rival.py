"""placeholder"""

from rapport.domain.simulation.life import MadeWorld
from rapport.domain.simulation.nature import Nature


def world(seed: int) -> MadeWorld:
    return MadeWorld(f"rival:{seed}", Nature())
