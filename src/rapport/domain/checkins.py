"""How it feels, said by the user: energy and pressure."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CheckIn:
    on: date
    energy: int | None = None  # 1 low … 5 high
    pressure: int | None = None  # 1 low … 5 high
