"""The world most like the story: somebody who works from home, some friends, a few evenings a week."""

from rapport.domain.simulation.life.life import MadeWorld
from rapport.domain.simulation.life.nature import Nature

ARTICLE = MadeWorld("article", Nature())
