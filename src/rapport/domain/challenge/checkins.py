"""How it feels, said by the user: energy and pressure."""

from datetime import date

from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class CheckIn:
    on: date
    energy: int | None = None  # 1 low … 5 high
    pressure: int | None = None  # 1 low … 5 high
