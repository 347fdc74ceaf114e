"""Which message answers which: a call that was returned, a mail and its reply."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from rapport.domain.interactions.interactions import Channel, Direction, Meeting
from rapport.domain.values import dataclass

_RANK = {Direction.OUTBOUND: 0, Direction.INBOUND: 1, Direction.MUTUAL: 2}  # what reaches out comes first


def in_order(story: Iterable[Meeting]) -> list[Meeting]:
    """By day; within a day what reached out first stands first. Never by arrival."""
    return sorted(story, key=lambda m: (m.on, _RANK[m.direction], m.channel, m.id))


def is_two_way(meeting: Meeting) -> bool:
    """Both sides took part in this very interaction."""
    return meeting.channel is Channel.IN_PERSON or meeting.direction is Direction.MUTUAL


@dataclass(frozen=True, slots=True)
class Exchange:
    """A meeting; and, if it is a message, the one it answers or else the one that answers it."""

    meeting: Meeting
    opening: Meeting | None = None
    answer: Meeting | None = None

    @property
    def began_on(self) -> date:
        return (self.opening or self.meeting).on

    @property
    def answered_on(self) -> date:
        return (self.answer or self.meeting).on

    @property
    def other(self) -> Meeting | None:
        return self.opening or self.answer

    @property
    def memorable(self) -> bool | None:
        """One yes is enough; None when nobody said."""
        said = {self.meeting.memorable, self.other.memorable if self.other else None}
        return True if True in said else False if False in said else None


class Thread:
    """One person's story, read for what answers what.

    `wait` tells how many days the answer to a message of a day may take; never more than `longest`.
    """

    def __init__(self, story: Sequence[Meeting], wait: Callable[[date], int], longest: timedelta) -> None:
        self.story, self.days = story, [meeting.on for meeting in story]
        self.wait, self.longest = wait, longest

    def between(self, first: date, last: date) -> Sequence[Meeting]:
        """Both days included."""
        return self.story[bisect_left(self.days, first) : bisect_right(self.days, last)]

    def exchange(self, meeting: Meeting) -> Exchange:
        """The message with what it answers, or else with its first real answer."""
        if is_two_way(meeting):
            return Exchange(meeting)
        if opening := next(self._openings(meeting), None):
            return Exchange(meeting, opening=opening)
        return Exchange(
            meeting, answer=next((m for m in self.answers(meeting) if _is_real(meeting, m)), None)
        )

    def answers(self, opening: Meeting) -> Iterator[Meeting]:
        """Messages that answer this one in time, courtesies too, the first one first."""
        for other in self.between(opening.on, opening.on + self.longest):
            if self._is_answer(opening, other):
                yield other

    def _openings(self, answer: Meeting) -> Iterator[Meeting]:
        for other in reversed(self.between(answer.on - self.longest, answer.on)):
            if self._is_answer(other, answer) and _is_real(other, answer):
                yield other

    def _is_answer(self, opening: Meeting, answer: Meeting) -> bool:
        if is_two_way(opening) or is_two_way(answer) or opening.direction is answer.direction:
            return False
        if (opening.on, _RANK[opening.direction]) > (answer.on, _RANK[answer.direction]):
            return False
        return (answer.on - opening.on).days <= self.wait(opening.on)


def _is_real(opening: Meeting, answer: Meeting) -> bool:
    """The answer has substance, and so has what they wrote; what I opened with may be a mere hello."""
    theirs = opening if opening.direction is Direction.INBOUND else answer
    return answer.substance is not False and theirs.substance is not False
