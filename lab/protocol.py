"""What a world and a planner say to each other, for files of one's own: `from lab.protocol import …`."""

from rapport.domain.learning.arms import Arm as Arm
from rapport.domain.simulation.protocol import WEEK as WEEK
from rapport.domain.simulation.protocol import Choice as Choice
from rapport.domain.simulation.protocol import Contact as Contact
from rapport.domain.simulation.protocol import Life as Life
from rapport.domain.simulation.protocol import Morning as Morning
from rapport.domain.simulation.protocol import News as News
from rapport.domain.simulation.protocol import Option as Option
from rapport.domain.simulation.protocol import Past as Past
from rapport.domain.simulation.protocol import Planner as Planner
from rapport.domain.simulation.protocol import Seer as Seer
from rapport.domain.simulation.protocol import Start as Start
from rapport.domain.simulation.protocol import Try as Try
from rapport.domain.simulation.protocol import World as World
