"""Adding up what one person's messages and meetings come to, in any order and any parts."""

from collections.abc import Sequence
from datetime import UTC, datetime
from math import sqrt
from typing import NamedTuple

from rapport.domain.history.history import EPOCH, HALF_LIFE, LIFETIME, MET, WRITTEN, Reply, Seen, Sums, sample
from rapport.domain.imports.imports import TraceKind

EPOCH_S = 1_577_836_800  # EPOCH, in seconds since 1970
USUAL_MINUTES = 45  # of a meeting
FEW = 9  # people beside me, up to which a message or meeting counts as contact with each (judgement)
ANSWERED_WITHIN = 60 * 24.0  # hours: what comes later is a new exchange (judgement)


class Stretch(NamedTuple):
    """Several messages between the same people, added up against EPOCH."""

    messages: int
    first: int  # seconds since 1970
    last: int
    recent: float
    lasting: float

    @classmethod
    def of(cls, at: Sequence[int]) -> "Stretch":
        """Of messages at these seconds since 1970; there is at least one."""
        recent = lasting = 0.0
        for each in at:
            days = (each - EPOCH_S) / 86_400
            recent += 2.0 ** (days / HALF_LIFE)
            lasting += 2.0 ** (days / LIFETIME)
        return cls(len(at), min(at), max(at), recent, lasting)


class Tally:
    """Adds one person's traces up."""

    __slots__ = (
        "lifetime",
        "mails",
        "met",
        "mine",
        "months",
        "received",
        "replies",
        "spans",
        "theirs",
        "written",
    )

    def __init__(self) -> None:
        self.received = self.written = self.met = self.lifetime = self.theirs = self.mine = 0.0
        self.mails = [0, 0]  # in, out
        self.months: dict[str, int] = {}
        self.spans: list[datetime | None] = [None, None, None, None]  # first and last in, first and last out
        self.replies: tuple[list[Reply], list[Reply]] = ([], [])  # theirs, mine

    def add(self, seen: Seen) -> None:
        """A message they wrote or I wrote to them, or a meeting; others on a message to me are not told."""
        at, kind, from_me, is_sender, size, minutes = seen
        is_meeting = kind is TraceKind.MEETING
        if not is_meeting and from_me == is_sender:
            return
        days = (at - EPOCH).total_seconds() / 86_400
        weight = 1 / max(size, 1)
        if is_meeting:
            weight *= _longer(minutes)
        recent, lasting = weight * 2.0 ** (days / HALF_LIFE), weight * 2.0 ** (days / LIFETIME)
        if is_meeting:
            self.met += recent
            self.lifetime += MET * lasting
            if size == 1:
                month = f"{at.year:04}-{at.month:02}"
                self.months[month] = self.months.get(month, 0) + 1
        elif from_me:
            self.written += recent
            self.lifetime += WRITTEN * lasting
            self.mails[1] += 1
        else:
            self.received += recent
            self.lifetime += lasting
            self.mails[0] += 1
        self._note(at, weight, came=is_meeting or not from_me, went=is_meeting or from_me, few=size <= FEW)

    def add_mails(self, mails: Stretch, size: int, *, from_me: bool, is_sender: bool) -> None:
        """The same for messages with so many people beside me."""
        if from_me == is_sender:
            return
        weight = 1 / max(size, 1)
        self.mails[from_me] += mails.messages
        if from_me:
            self.written += weight * mails.recent
            self.lifetime += WRITTEN * weight * mails.lasting
        else:
            self.received += weight * mails.recent
            self.lifetime += weight * mails.lasting
        for second in (mails.first, mails.last):
            at = datetime.fromtimestamp(second, UTC)
            self._note(at, 0.0, came=not from_me, went=from_me, few=size <= FEW)
        self._note(at, weight * mails.messages, came=not from_me, went=from_me, few=False)

    def _note(self, at: datetime, weight: float, *, came: bool, went: bool, few: bool) -> None:
        if came:
            self.theirs += weight
        if went:
            self.mine += weight
        if not few:
            return
        spans = self.spans
        for first, took_part in ((0, came), (2, went)):
            if took_part:
                earliest, latest = spans[first], spans[first + 1]
                if earliest is None or at < earliest:
                    spans[first] = at
                if latest is None or at > latest:
                    spans[first + 1] = at

    def answered(self, mark: int, hours: float, *, by_them: bool) -> None:
        """A reply and how long it took."""
        if 0 <= hours <= ANSWERED_WITHIN:
            self.replies[0 if by_them else 1].append(Reply(mark, round(hours, 2)))

    def sums(self) -> Sums:
        first_in, last_in, first_out, last_out = (at.date() if at else None for at in self.spans)
        return Sums(
            received=self.received,
            written=self.written,
            met=self.met,
            lifetime=self.lifetime,
            theirs=self.theirs,
            mine=self.mine,
            mails_in=self.mails[0],
            mails_out=self.mails[1],
            meetings=tuple(sorted(self.months.items())),
            first_in=first_in,
            last_in=last_in,
            first_out=first_out,
            last_out=last_out,
            their_replies=sample(self.replies[0]),
            my_replies=sample(self.replies[1]),
        )


def _longer(minutes: int | None) -> float:
    """Longer weighs more, by the square root, from half to twice."""
    return 1.0 if minutes is None else min(2.0, max(0.5, sqrt(minutes / USUAL_MINUTES)))
