"""The days of a challenge as squares, ready to be drawn."""

from datetime import date

from django.urls import reverse

from rapport.domain.challenge.challenge import Board, BoardDay, Square
from rapport.domain.challenge.referee import Verdict
from rapport.domain.values import dataclass
from rapport.wording import board as words

STATES = {Square.PAST: "past", Square.TODAY: "today", Square.AHEAD: "future"}


@dataclass(frozen=True, slots=True)
class DayView:
    """One square; see `board_row` in _cards.html."""

    number: int
    url: str
    state: str
    rest: bool
    connections: int
    hellos: int
    label: str


def squares(board: Board, today: date) -> tuple[DayView, ...]:
    """Every day of the board, in order."""
    prefix = reverse("board").rstrip("/")
    return tuple(_square(day, today, prefix) for day in board.days)


def _square(day: BoardDay, today: date, prefix: str) -> DayView:
    return DayView(
        number=day.number,
        url=f"{prefix}/{day.on.isoformat()}",
        state=STATES[day.square],
        rest=day.is_rest,
        connections=day.count(Verdict.CONNECTION) + day.count(Verdict.REKINDLED),
        hellos=day.count(Verdict.HELLO),
        label=words.square(day, today),
    )
