"""Shared history read from headers: whose addresses these are, and what the traces of one person add up to.

Sums are kept against a fixed day: an exchange t days after it weighs 2^(t / half-life), and what it weighs
today is that, times 2^(-age of the fixed day / half-life). So a trace is added without looking at the others,
in any order, and two sums of different traces are merged by adding them.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from heapq import nsmallest
from statistics import median
from typing import Any, NamedTuple

from rapport.domain.imports.imports import TraceKind
from rapport.domain.values import dataclass


class AddressKind(StrEnum):
    """Whose a mail address is."""

    PERSON = "person"
    ME = "me"
    MACHINE = "machine"  # no-reply, notifications
    LIST = "list"  # a mailing list, or a mailbox that a group reads: info@


EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
HALF_LIFE = 90.0  # days (COACH.md §3.1)
LIFETIME = 3 * 365.25  # days: the half-life of what somebody once was to me (COACH.md §3.1)
WRITTEN, MET = 1.5, 3.0  # against one message received (COACH.md §3.1)
SAMPLE = 32  # reply times kept each way: enough for a median within a factor of 1.5

MACHINE = (  # not compiled here: every command imports this file, few read mail
    r"(?:.*[-_.+])?(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|ne[-_.]?pas[-_.]?repondre|mailer[-_.]?daemon|bounces?"
    r"|notifications?|notify|alerts?|newsletters?|automated|auto[-_.]?confirm|postmaster|unsubscribe)"
    r"(?:[-_+=].*|\d*)?@.*|.*@(?:[^@]*\.)?(?:bounces?|no-?reply|notifications?|facebookmail|unknownsender)\..*"
    r"|reply[-+].*@.*|[^@]*[0-9a-f]{24,}[^@]*@.*|.*@(?:reply|resource\.calendar)\..*|news@.*|updates?@.*|(?:.*[-_.])?bot@.*"
    r"|.*@.*\.calendar\.google\.com"
)
LIST = (
    r".*-(?:request|bounces|owner|users|dev|announce|list)@.*|owner-.*@.*"
    r"|.*@(?:lists?|groups?|mailman|googlegroups|yahoogroups|freelists)\..*|.*@[^@]+\.lists?\..*"
    r"|(?:info|infos|contact|office|team|all|everyone|staff|support|help|helpdesk|service|sales|billing"
    r"|accounts?|invoices?|admin|webmaster|hr|jobs|careers|recruiting|press|media|marketing|orders?|bookings?"
    r"|reservations?|reception|privacy|legal|abuse|security|feedback|members?|undisclosed-recipients)@.*"
)


@lru_cache(maxsize=20_000)
def kind_of(address: str) -> AddressKind:
    """Whose an address is likely to be, by how it is spelled (in lower case)."""
    if re.fullmatch(MACHINE, address):
        return AddressKind.MACHINE
    return AddressKind.LIST if re.fullmatch(LIST, address) else AddressKind.PERSON


class Seen(NamedTuple):
    """One message or meeting, from one person's side."""

    at: datetime
    kind: TraceKind
    from_me: bool
    is_sender: bool  # they wrote it, or invited
    size: int  # people on it beside me
    minutes: int | None = None


class Reply(NamedTuple):
    """An answer: how long it took, and a number of its own by which samples choose."""

    mark: int
    hours: float


@dataclass(frozen=True, slots=True)
class Sums:
    """What all traces of one person add up to. Weights are divided by the number of people on a trace."""

    received: float = 0.0  # decayed, against EPOCH
    written: float = 0.0
    met: float = 0.0
    lifetime: float = 0.0  # all three by their weights, decayed by LIFETIME
    theirs: float = 0.0  # not decayed: what came from them, meetings too
    mine: float = 0.0
    mails_in: int = 0
    mails_out: int = 0
    meetings: tuple[tuple[str, int], ...] = ()  # of two: ("2019-03", 2) …, in order
    first_in: date | None = None  # days of messages and meetings of a few
    last_in: date | None = None
    first_out: date | None = None
    last_out: date | None = None
    their_replies: tuple[Reply, ...] = ()  # to me; a sample
    my_replies: tuple[Reply, ...] = ()

    def plus(self, other: "Sums") -> "Sums":
        """Both together; they must not share a trace."""
        months = dict(self.meetings)
        for month, count in other.meetings:
            months[month] = months.get(month, 0) + count
        return Sums(
            self.received + other.received,
            self.written + other.written,
            self.met + other.met,
            self.lifetime + other.lifetime,
            self.theirs + other.theirs,
            self.mine + other.mine,
            self.mails_in + other.mails_in,
            self.mails_out + other.mails_out,
            tuple(sorted(months.items())),
            _least(self.first_in, other.first_in),
            _most(self.last_in, other.last_in),
            _least(self.first_out, other.first_out),
            _most(self.last_out, other.last_out),
            sample((*self.their_replies, *other.their_replies)),
            sample((*self.my_replies, *other.my_replies)),
        )

    @property
    def first_on(self) -> date | None:
        return _least(self.first_in, self.first_out)

    @property
    def last_on(self) -> date | None:
        return _most(self.last_in, self.last_out)

    @property
    def two_way_since(self) -> date | None:
        """The first day by which both sides had taken part."""
        return max(self.first_in, self.first_out) if self.first_in and self.first_out else None

    @property
    def last_two_way(self) -> date | None:
        """The last day by which both sides had taken part since the other did."""
        return min(self.last_in, self.last_out) if self.last_in and self.last_out else None

    @property
    def is_two_way(self) -> bool:
        return self.theirs > 0 and self.mine > 0

    def decayed(self, today: date) -> float:
        """COACH.md §3.1's IR as of the end of that day."""
        age = (today - EPOCH.date()).days + 1
        return float((self.received + WRITTEN * self.written + MET * self.met) * 2.0 ** (-age / HALF_LIFE))

    def their_hours(self) -> float | None:
        """How long they take to answer; None when they never did."""
        return median(reply.hours for reply in self.their_replies) if self.their_replies else None

    def my_hours(self) -> float | None:
        return median(reply.hours for reply in self.my_replies) if self.my_replies else None


def to_json(sums: Sums) -> dict[str, Any]:
    """As stored; what is nothing is left out."""
    kept: dict[str, Any] = {}
    for name in Sums.__match_args__:
        value = getattr(sums, name)
        if value:
            kept[name] = value.isoformat() if isinstance(value, date) else value
    return kept


def from_json(kept: Mapping[str, Any]) -> Sums:
    values = dict(kept)
    for name in ("first_in", "last_in", "first_out", "last_out"):
        if name in values:
            values[name] = date.fromisoformat(values[name])
    for name in ("their_replies", "my_replies"):
        if name in values:
            values[name] = tuple(Reply(*each) for each in values[name])
    if "meetings" in values:
        values["meetings"] = tuple((month, count) for month, count in values["meetings"])
    return Sums(**values)


def sample(replies: Iterable[Reply]) -> tuple[Reply, ...]:
    """Those with the smallest marks: which ones does not depend on the order they came in."""
    return tuple(nsmallest(SAMPLE, replies))


def _least(a: date | None, b: date | None) -> date | None:
    return min(a, b) if a and b else a or b


def _most(a: date | None, b: date | None) -> date | None:
    return max(a, b) if a and b else a or b
