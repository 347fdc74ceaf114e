"""What counts: one person's story in, a ruling with reasons for each of its days out.

The rule is data (`Rule`). A story is judged in date order from any day on, given what lies before it
in one small value (`Past`), so that a late or edited entry re-judges no more than it must.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from rapport.domain.interactions.exchanges import Exchange, Thread, in_order, is_two_way
from rapport.domain.interactions.interactions import Channel, Direction, Meeting
from rapport.domain.people.people import Person, Place, Reach, distance_km
from rapport.domain.values import dataclass


class Verdict(StrEnum):
    CONNECTION = "connection"
    HELLO = "hello"
    WITHIN_REACH = "within_reach"
    REACHED_OUT = "reached_out"
    REKINDLED = "rekindled"
    ALREADY_KNOWN = "already_known"


class Reason(StrEnum):
    NEW_IN_PERSON = "new_in_person"  # first meaningful encounter, face to face
    NEW_FROM_AFAR = "new_from_afar"  # … in a real exchange, too far apart to meet
    THEY_ANSWERED = "they_answered"  # an answer made the message an exchange
    TAKEN_AS_MEMORABLE = "taken_as_memorable"  # nobody said; the rule takes it so
    MEMORY_UNSAID = "memory_unsaid"  # nobody said; the rule wants to know
    NOT_MEMORABLE = "not_memorable"
    LIVES_NEAR = "lives_near"
    PLACE_UNKNOWN = "place_unknown"  # so the rule takes it as near
    NO_ANSWER_YET = "no_answer_yet"
    THEY_WROTE = "they_wrote"  # one-way, from them
    COURTESY = "courtesy"  # no substance
    TOO_SHORT = "too_short"  # a call under the rule's minutes
    WAS_DORMANT = "was_dormant"
    LOST_TOUCH = "lost_touch"  # the user says so
    KNOWN_BEFORE = "known_before"  # before Rapport
    MET_BEFORE = "met_before"  # counted on an earlier day
    SAME_EXCHANGE = "same_exchange"  # part of an exchange that counts on its first day
    AFTER_HELLO = "after_hello"  # a hello in person, and a real exchange within days


@dataclass(frozen=True, slots=True)
class Rule:
    """What "meaningful" means in one challenge; printed on its board."""

    reach_km: int = 50  # nearer than this, a coffee is possible
    unknown_place_is_near: bool = True  # an unknown city is no excuse for not meeting
    unsaid_is_memorable: bool = True  # nobody said whether you would remember it
    min_call_minutes: int = 10  # a shorter call is no real exchange; an untimed one is taken as real
    answer_within_days: int = 30  # an answer later than this starts a new exchange
    dormant_after_days: int = 365  # COACH.md: no two-way contact for a year
    hello_follow_up_days: int = 2  # a real exchange this soon after a hello makes it a connection


@dataclass(frozen=True, slots=True)
class Ruling:
    verdict: Verdict
    reasons: tuple[Reason, ...]
    evidence: tuple[UUID, ...] = ()  # other interactions it rests on

    @property
    def is_contact(self) -> bool:
        """Both sides took part, and it was more than a nod: such a day ends a silence."""
        if self.verdict is Verdict.ALREADY_KNOWN:
            return not FAINT.intersection(self.reasons)
        return self.verdict in (Verdict.CONNECTION, Verdict.WITHIN_REACH, Verdict.REKINDLED)


@dataclass(frozen=True, slots=True)
class Overruled:
    """One person in one exchange that is judged otherwise than before."""

    interaction_id: UUID
    person_id: UUID
    on: date
    was: Verdict
    now: Verdict


@dataclass(frozen=True, slots=True)
class Period:
    """A challenge, as the referee sees it."""

    challenge_id: UUID
    starts_on: date
    ends_on: date
    rule: Rule


@dataclass(frozen=True, slots=True)
class Past:
    """All that the days before the first one judged can still change."""

    met: bool = False  # met meaningfully already, or lost touch with: no longer new
    heard_on: date | None = None  # the last day of real contact, see Ruling.is_contact
    lost_on: date | None = None  # the last day the user spoke of a lost touch

    @property
    def is_lost(self) -> bool:
        """The user spoke of a lost touch, and no real contact came since."""
        return self.lost_on is not None and (self.heard_on is None or self.heard_on < self.lost_on)


MET = (Verdict.CONNECTION, Verdict.REKINDLED, Verdict.ALREADY_KNOWN)  # each says: no longer new
FAINT = frozenset(  # each says: one-way, or soon forgotten
    {Reason.NO_ANSWER_YET, Reason.THEY_WROTE, Reason.COURTESY, Reason.TOO_SHORT, Reason.NOT_MEMORABLE}
    | {Reason.THEY_ANSWERED}
)

DEFAULT_RULE = Rule()


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which rule holds on which day."""

    periods: tuple[Period, ...] = ()

    def period_of(self, day: date) -> Period | None:
        return next((p for p in self.periods if p.starts_on <= day <= p.ends_on), None)

    def rule_on(self, day: date) -> Rule:
        period = self.period_of(day)
        return period.rule if period else DEFAULT_RULE

    @property
    def answer_window(self) -> timedelta:
        """How far one day can reach another: the longest wait that any rule allows."""
        rules = [DEFAULT_RULE, *(period.rule for period in self.periods)]
        return timedelta(days=max(max(rule.answer_within_days, rule.hello_follow_up_days) for rule in rules))


def within_reach(me: Place | None, person: Person, rule: Rule) -> bool | None:
    """Could we meet for a coffee? None when nobody can tell."""
    if person.reach is not None:
        return person.reach is Reach.NEAR
    if me is None or person.place is None:
        return None
    return distance_km(me, person.place) <= rule.reach_km


def past_of(earlier: Iterable[tuple[date, Ruling]]) -> Past:
    """What the days before `since` leave behind, from all their rulings, in a challenge or not."""
    known = list(earlier)
    return Past(
        met=any(ruling.verdict in MET or Reason.LOST_TOUCH in ruling.reasons for _, ruling in known),
        heard_on=max((on for on, ruling in known if ruling.is_contact), default=None),
        lost_on=max((on for on, ruling in known if Reason.LOST_TOUCH in ruling.reasons), default=None),
    )


def judge_story(
    story: Iterable[Meeting],
    person: Person,
    calendar: Calendar,
    me: Place | None = None,
    past: Past | None = None,
    since: date | None = None,
) -> dict[UUID, Ruling]:
    """A ruling for every meeting from `since` on (default: all), by meeting id.

    A change on day d alters no ruling before `since = d - calendar.answer_window`. Meetings before
    `since` are not judged; those within one more window must be in the story, since a message there
    may be answered later, and `past` must tell the rest.
    """
    ordered = in_order(story)
    bench = _Bench(ordered, person, calendar, me, past or Past())
    return {m.id: bench.judge(m) for m in ordered if since is None or m.on >= since}


class _Bench:
    """The walk through one story: what is known so far, and the ruling on the next meeting."""

    def __init__(
        self, story: list[Meeting], person: Person, calendar: Calendar, me: Place | None, past: Past
    ) -> None:
        self.person, self.calendar, self.me = person, calendar, me
        self.thread = Thread(
            story, wait=lambda day: calendar.rule_on(day).answer_within_days, longest=calendar.answer_window
        )
        self.past = replace(past, met=past.met or person.known_before)

    def judge(self, meeting: Meeting) -> Ruling:
        if meeting.lost_touch:
            self.past = replace(self.past, met=True, lost_on=meeting.on)
        ruling = self._rule_on(self.thread.exchange(meeting), self.calendar.rule_on(meeting.on))
        if ruling.verdict in MET:
            self.past = replace(self.past, met=True)
        if ruling.is_contact:
            self.past = replace(self.past, heard_on=meeting.on)
        return ruling

    def _rule_on(self, exchange: Exchange, rule: Rule) -> Ruling:
        counts_on_answer = self._counts_on_answer(exchange)
        if exchange.other is None and not is_two_way(exchange.meeting):
            return self._one_way(exchange.meeting, rule, *self._silence(exchange.meeting))
        if counts_on_answer and exchange.answer:
            return self._one_way(exchange.meeting, rule, Reason.THEY_ANSWERED, _evidence(exchange))
        if self.past.met:
            return self._known(exchange, rule, is_echo=exchange.opening is not None and not counts_on_answer)
        return self._new(exchange, rule)

    def _one_way(self, meeting: Meeting, rule: Rule, why: Reason, evidence: tuple[UUID, ...]) -> Ruling:
        dormant = self._dormant(meeting, rule)
        if self.past.met and not dormant:
            return Ruling(Verdict.ALREADY_KNOWN, (self._how_known(), why), evidence)
        return Ruling(Verdict.REACHED_OUT, (why, *dormant), evidence)

    def _silence(self, meeting: Meeting) -> tuple[Reason, tuple[UUID, ...]]:
        """Why this message is one-way so far, and the courtesy that came back, if any."""
        if meeting.direction is Direction.INBOUND:
            return Reason.COURTESY if meeting.substance is False else Reason.THEY_WROTE, ()
        courtesy = next(self.thread.answers(meeting), None)
        return (Reason.COURTESY, (courtesy.id,)) if courtesy else (Reason.NO_ANSWER_YET, ())

    def _known(self, exchange: Exchange, rule: Rule, *, is_echo: bool) -> Ruling:
        evidence = _evidence(exchange)
        dormant = self._dormant(exchange.meeting, rule)
        faint = _shallow(exchange.meeting, rule)
        faint = faint or (Reason.NOT_MEMORABLE if exchange.memorable is False else None)
        if faint:
            return Ruling(Verdict.ALREADY_KNOWN, (self._how_known(), faint, *dormant), evidence)
        if is_echo:
            return Ruling(Verdict.ALREADY_KNOWN, (Reason.SAME_EXCHANGE,), evidence)
        if dormant:
            return Ruling(Verdict.REKINDLED, dormant, evidence)
        return Ruling(Verdict.ALREADY_KNOWN, (self._how_known(),), evidence)

    def _new(self, exchange: Exchange, rule: Rule) -> Ruling:
        evidence = _evidence(exchange)
        if why := _forgettable(exchange.meeting, exchange.memorable, rule):
            return Ruling(Verdict.HELLO, (why,), evidence)
        taken = () if exchange.memorable else (Reason.TAKEN_AS_MEMORABLE,)
        if exchange.meeting.channel is Channel.IN_PERSON:
            return Ruling(Verdict.CONNECTION, (Reason.NEW_IN_PERSON, *taken))
        reasons = (*((Reason.THEY_ANSWERED,) if evidence else ()), *taken)
        near = within_reach(self.me, self.person, rule)
        if near is False or (near is None and not rule.unknown_place_is_near):
            return Ruling(Verdict.CONNECTION, (Reason.NEW_FROM_AFAR, *reasons), evidence)
        if hello := self._hello_before(exchange.meeting, rule):
            return Ruling(Verdict.CONNECTION, (Reason.AFTER_HELLO, *reasons), (hello.id, *evidence))
        where = Reason.LIVES_NEAR if near else Reason.PLACE_UNKNOWN
        return Ruling(Verdict.WITHIN_REACH, (where,), evidence)

    def _dormant(self, meeting: Meeting, rule: Rule) -> tuple[Reason, ...]:
        if meeting.lost_touch or self.past.is_lost:
            return (Reason.LOST_TOUCH,)
        heard_on = self.past.heard_on
        silent = heard_on is not None and (meeting.on - heard_on).days >= rule.dormant_after_days
        return (Reason.WAS_DORMANT,) if self.past.met and silent else ()

    def _how_known(self) -> Reason:
        return Reason.KNOWN_BEFORE if self.person.known_before else Reason.MET_BEFORE

    def _counts_on_answer(self, exchange: Exchange) -> bool:
        """The challenge began between opening and answer; else an exchange counts on its first day."""
        before = self.calendar.period_of(exchange.began_on) is None
        return before and self.calendar.period_of(exchange.answered_on) is not None

    def _hello_before(self, meeting: Meeting, rule: Rule) -> Meeting | None:
        """The hello in person that this exchange follows in time; the same day will do."""
        recent = self.thread.between(meeting.on - timedelta(days=rule.hello_follow_up_days), meeting.on)
        return next((m for m in recent if m.channel is Channel.IN_PERSON and self._is_hello(m)), None)

    def _is_hello(self, meeting: Meeting) -> bool:
        return _forgettable(meeting, meeting.memorable, self.calendar.rule_on(meeting.on)) is not None


def _forgettable(meeting: Meeting, memorable: bool | None, rule: Rule) -> Reason | None:
    """Why both would not remember it, if so."""
    if shallow := _shallow(meeting, rule):
        return shallow
    if memorable is None and not rule.unsaid_is_memorable:
        return Reason.MEMORY_UNSAID
    return Reason.NOT_MEMORABLE if memorable is False else None


def _evidence(exchange: Exchange) -> tuple[UUID, ...]:
    return (exchange.other.id,) if exchange.other else ()


def _shallow(meeting: Meeting, rule: Rule) -> Reason | None:
    """Why this was no real exchange, if it was not."""
    if not is_two_way(meeting):
        return None  # a message is judged by its answer
    if meeting.substance is False:
        return Reason.COURTESY
    short = meeting.minutes is not None and meeting.minutes < rule.min_call_minutes
    if meeting.channel in (Channel.PHONE, Channel.VIDEO) and short and meeting.substance is None:
        return Reason.TOO_SHORT
    return None
