"""Before an ask is written: to whom, whether they may be asked, and what asking has brought so far."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from rapport.db.queries import introducers as queries
from rapport.db.queries.reach import emails
from rapport.domain.asks.asks import Answer, Ask, may_ask_on
from rapport.domain.asks.chances import Band
from rapport.domain.asks.introducers import usual_band
from rapport.domain.values import dataclass
from rapport.services.asks.pages import MayAsk

SEVERAL = 5  # asked on one day: a mass ask


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody an ask is written to."""

    id: UUID
    name: str
    email: str  # "" when none is known
    may: MayAsk


@dataclass(frozen=True, slots=True)
class Yield:
    """What asking has brought, by how many were asked on one day."""

    few_came: int
    few_tried: int
    mass_came: int
    mass_tried: int
    close_came: int  # of the mass asks: those to people who are close
    close_tried: int


def yielded(owner_id: UUID, today: date) -> Yield:
    """What asking has brought so far."""
    return yield_of(queries.asks(owner_id, today))


def addressees(owner_id: UUID, ids: Sequence[UUID], today: date) -> tuple[Addressee, ...]:
    """Whom to write to, in that order, and whether they may be asked; whoever is not here is left out."""
    people, addresses = queries.somebody(owner_id, ids), emails(owner_id, ids)
    on: dict[UUID, list[date]] = defaultdict(list)
    for ask, _ in queries.asks(owner_id, today):
        on[ask.person_id].append(ask.on)
    return tuple(
        Addressee(pk, people[pk].name, addresses.get(pk, ""), _may(on[pk], today))
        for pk in dict.fromkeys(ids)
        if pk in people
    )


def _may(asked_on: Sequence[date], today: date) -> MayAsk:
    again = may_ask_on(asked_on)
    return MayAsk(again is None or again <= today, max(asked_on, default=None), again)


def yield_of(asked: Sequence[tuple[Ask, float]]) -> Yield:
    """Asks that something is known of, by whether many were asked that day."""
    days: dict[date, int] = defaultdict(int)
    for ask, _ in asked:
        days[ask.on] += 1
    sums = [0, 0, 0, 0, 0, 0]
    for ask, near in asked:
        if not ask.answers:
            continue
        came = ask.answer is Answer.INTRODUCED
        at = 2 if days[ask.on] >= SEVERAL else 0
        sums[at] += came
        sums[at + 1] += 1
        if at and usual_band(near) is Band.HIGH:
            sums[4] += came
            sums[5] += 1
    return Yield(*sums)
