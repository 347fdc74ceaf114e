"""Answers that come days later, or never: kept from the try to the day they are heard."""

from collections.abc import Callable
from random import Random
from typing import Final

from rapport.domain.simulation.protocol import News
from rapport.domain.values import dataclass

HURTS_AFTER: Final = 5  # days: then a silence is felt


@dataclass(frozen=True, slots=True)
class Heard:
    """What a morning brings."""

    news: tuple[News, ...]
    connections: int  # those that were not counted on the evening itself
    refusals: float


class Answers:
    """All that is under way in one life."""

    def __init__(self, silent: float, wait: Callable[[Random], int]) -> None:
        """`silent`: share of failures of which one hears nothing; `wait`: days until an answer."""
        self._silent, self._wait = silent, wait
        self._due: dict[int, list[tuple[News, int, float]]] = {}
        self.outcomes: list[int] = []  # by number of the try
        self._unanswered: set[int] = set()

    def evening(self, day: int, came: int) -> None:
        """Of a gathering one knows the next morning."""
        self._note(day + 1, News(len(self.outcomes), came), 0, 0.0)
        self.outcomes.append(came)

    def message(self, day: int, chance: float, rng: Random, *, brings: int = 1, hurts: bool = True) -> None:
        """A message is sent: what it will bring is settled now and heard later, if at all."""
        number = len(self.outcomes)
        yes, heard, later = rng.random() < chance, rng.random() >= self._silent, self._wait(rng)
        came = brings if yes else 0
        self.outcomes.append(came)
        self._unanswered.add(number)
        if yes:
            self._note(day + later, News(number, came), came, 0.0)
        elif heard:
            self._note(day + later, News(number, 0), 0, 1.0)
        elif hurts:
            self._note(day + HURTS_AFTER, News(number, 0, settled=False), 0, 0.5)

    def is_on_its_way(self, number: int) -> bool:
        """A yes that is not heard yet: who says it cannot be won a second time."""
        return self.is_silent(number) and self.outcomes[number] > 0

    def is_silent(self, number: int) -> bool:
        return number in self._unanswered

    def hear(self, day: int) -> Heard:
        """What is known today and was not yesterday; a silence is no news."""
        due = self._due.pop(day, [])
        news = tuple(news for news, _, _ in due if news.settled)
        self._unanswered.difference_update(each.number for each in news)
        return Heard(news, sum(came for _, came, _ in due), sum(hurt for _, _, hurt in due))

    def _note(self, day: int, news: News, connections: int, refusals: float) -> None:
        self._due.setdefault(day, []).append((news, connections, refusals))
