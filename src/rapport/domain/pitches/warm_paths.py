"""The warmest way to an organisation: somebody close who is there, or who leads to somebody there."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from uuid import UUID

from rapport.domain.values import dataclass

CLOSE = 0.4  # of 1: they would take a call
LIKELY = 0.05  # a way less likely than this is a guess


class Warmth(StrEnum):
    """How warm, the warmest first."""

    KNOWN = "known"  # somebody there is close
    INTRODUCED = "introduced"  # somebody close introduced me to somebody there
    LED = "led"  # somebody close knows somebody there
    FAINT = "faint"  # somebody there, whom I hardly know


@dataclass(frozen=True, slots=True)
class Insider:
    """One of mine at an organisation."""

    id: UUID
    closeness: float  # to me
    introducer_id: UUID | None = None
    introducer_closeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Lead:
    """Somebody of mine who knows an insider, perhaps through one other."""

    first: UUID
    via: UUID | None
    insider: UUID
    closeness: float  # of `first` to me
    probability: float  # that they know each other, and would lead there


@dataclass(frozen=True, slots=True)
class Path:
    """Whom I would write to, and to whom that leads."""

    warmth: Warmth
    through: UUID
    insider: UUID
    via: UUID | None = None


def path(insiders: Sequence[Insider], leads: Iterable[Lead] = ()) -> Path | None:
    """The warmest; of two alike the likelier. None where nobody of mine is there."""
    if not insiders:
        return None
    inside: Mapping[UUID, Insider] = {one.id: one for one in insiders}
    known = max(insiders, key=lambda one: (one.closeness, str(one.id)))
    if known.closeness >= CLOSE:
        return Path(Warmth.KNOWN, known.id, known.id)
    ways: list[tuple[float, Path]] = []
    ways += [
        (one.introducer_closeness, Path(Warmth.INTRODUCED, one.introducer_id, one.id))
        for one in insiders
        if one.introducer_id and one.introducer_closeness >= CLOSE
    ]
    for lead in leads:
        odds = lead.closeness * lead.probability
        if lead.closeness >= CLOSE and odds >= LIKELY and lead.first not in inside and lead.insider in inside:
            ways.append((odds, Path(Warmth.LED, lead.first, lead.insider, lead.via)))
    if ways:
        return max(ways, key=lambda way: (way[0], str(way[1].through)))[1]
    return Path(Warmth.FAINT, known.id, known.id)
