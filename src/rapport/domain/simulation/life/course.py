"""What every made-up life keeps of its days; a world adds what they are like."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Final

from rapport.domain.learning.arms import Arm
from rapport.domain.simulation.answers import Answers
from rapport.domain.simulation.chance import luck
from rapport.domain.simulation.life.offers import Offers
from rapport.domain.simulation.protocol import Option, Start, Try

DAY_HOLDS: Final = 10.0  # units: nobody does more in a day


class Course:
    """The shared half of a `Life` of the protocol."""

    def __init__(self, name: str, start: Start, offers: Offers, answers: Answers) -> None:
        self._name, self._start, self._offers, self._answers = name, start, offers, answers
        self._came, self._day, self._is_out = 0, 0, False
        self._today: dict[str, Option] = {}
        self._done: tuple[Try, ...] = ()
        self._times: dict[str, int] = {}

    @property
    def start(self) -> Start:
        return self._start

    @property
    def came(self) -> int:
        return self._came

    def outcome(self, number: int) -> int:
        return self._answers.outcomes[number]

    def _offer(self, day: int) -> Sequence[Option]:
        """What that day offers, to be chosen from by key."""
        options = self._offers.of(day)
        self._today = {each.key: each for each in options}
        return options

    def _chosen(self, keys: Sequence[str]) -> Iterator[Option]:
        """Those of today's options that a day still holds, each once."""
        effort = 0.0
        for key in keys:
            option = self._today.pop(key, None)
            if option is not None and effort + option.effort <= DAY_HOLDS:
                effort += option.effort
                yield option

    def _begin(self, option: Option) -> tuple[Try, Random]:
        """The try, and its luck: of the person, the thing and how often it was tried."""
        times = self._times[option.key] = self._times.get(option.key, -1) + 1
        dice = luck(self._name, option.key, self._day if option.arm is Arm.SERIES else times)
        return Try(len(self._answers.outcomes), self._day, option), dice
