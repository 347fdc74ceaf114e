"""Months made from data: like the story's in shape, or its opposite. Rulings come from the referee."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from rapport.domain.asks.asks import Answer, Ask
from rapport.domain.asks.introductions import Introduction, Step
from rapport.domain.challenge.challenge import ActionGoal, Challenge
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.challenge.referee import Calendar, Period, judge_story
from rapport.domain.gatherings.gatherings import Attendance, Gathering, GatheringKind
from rapport.domain.giving.giving import Help, Need
from rapport.domain.interactions.interactions import Channel, Direction, Interaction, Meeting, Participation
from rapport.domain.learning.learning import Way
from rapport.domain.origins.facts import Facts, Judged
from rapport.domain.people.people import Person, Told
from rapport.domain.pitches.opportunities import Opportunity
from rapport.domain.pitches.pitches import Pitch, PitchStep, Stage

FIRST_DAY = date(2019, 3, 1)  # a Friday


@dataclass
class AMonth:
    """Say what happened, day 1 being the first; then `facts()`."""

    days: int = 30
    hope: int | None = None
    rest_weekdays: frozenset[int] = frozenset({6})
    action_goals: tuple[ActionGoal, ...] = ()
    today: date | None = None  # default: the day after the last
    people: dict[UUID, Person] = field(default_factory=dict)
    closeness: dict[UUID, float] = field(default_factory=dict)
    interactions: list[Interaction] = field(default_factory=list)
    gatherings: list[Gathering] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    introductions: list[Introduction] = field(default_factory=list)
    pitches: list[Pitch] = field(default_factory=list)
    helps: list[Help] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    opportunities: list[Opportunity] = field(default_factory=list)
    checkins: list[CheckIn] = field(default_factory=list)
    assumed: set[UUID] = field(default_factory=set)
    _ids: "count[int]" = field(default_factory=lambda: count(1))

    def new_id(self) -> UUID:
        return UUID(int=next(self._ids))

    def on(self, day: int) -> date:
        return FIRST_DAY + timedelta(days=day - 1)

    def friend(self, name: str, close: float = 0.8, told: Told | None = None) -> UUID:
        """Someone known before."""
        person = Person(self.new_id(), name, known_before=True, told=told)
        self.people[person.id] = person
        self.closeness[person.id] = close
        return person.id

    def stranger(self, name: str, by: UUID | None = None) -> UUID:
        person = Person(self.new_id(), name, introduced_by=by)
        self.people[person.id] = person
        return person.id

    def gathering(
        self,
        name: str,
        day: int,
        size: int | None = None,
        by: UUID | None = None,
        series: UUID | None = None,
        stretch: bool = False,
        kind: GatheringKind = GatheringKind.MEETUP,
    ) -> UUID:
        """One gone to."""
        one = Gathering(
            self.new_id(), name, self.on(day), size, kind, Attendance.WENT, series, by, stretch
        )  # fmt: skip
        self.gatherings.append(one)
        return one.id

    def met(
        self, day: int, *who: UUID, at: UUID | None = None, others: int = 0, memorable: bool = True
    ) -> UUID:
        """Face to face; `others` are neither named nor memorable."""
        one = Interaction(
            self.new_id(),
            self.on(day),
            Channel.IN_PERSON,
            Direction.MUTUAL,
            tuple(Participation(person_id, memorable) for person_id in who),
            gathering_id=at,
            others=others,
            minutes=30,
        )
        self.interactions.append(one)
        return one.id

    def met_new(self, day: int, how_many: int, at: UUID | None = None, others: int = 0) -> list[UUID]:
        """So many memorable strangers at once."""
        who = [self.stranger(f"Someone {next(self._ids)}") for _ in range(how_many)]
        self.met(day, *who, at=at, others=others)
        return who

    def asked(self, day: int, person_id: UUID, answer: Answer | None = None) -> UUID:
        answers = ((self.on(day + 2), answer),) if answer else ()
        one = Ask(self.new_id(), self.on(day), person_id, answers=answers)
        self.asks.append(one)
        return one.id

    def asked_many(
        self,
        day: int,
        answers: dict[Answer, int],
        close: float = 0.1,
        prefix: str = "Known",
        each_day: int = 0,
    ) -> None:
        """All on one day, or so many each day from it on."""
        wanted = [answer for answer, times in answers.items() for _ in range(times)]
        for n, answer in enumerate(wanted):
            person = self.friend(f"{prefix} {n}", close)
            ask_id = self.asked(day + (n // each_day if each_day else 0), person, answer)
            if answer is Answer.INTRODUCED:
                self.introduced(day + 3, person, self.stranger(f"Through {prefix} {n}"), ask_id)

    def introduced(self, day: int, by: UUID, whom: UUID, ask_id: UUID | None = None) -> None:
        self.introductions.append(
            Introduction(self.new_id(), self.on(day), whom, by, step=Step.CONNECTED, ask_id=ask_id)
        )

    def pitched(self, day: int, came: bool, fright: int | None = None, hopeful: bool | None = None) -> UUID:
        after = PitchStep(self.on(day + 5), Stage.CALL if came else Stage.LOST)
        steps = (PitchStep(self.on(day), Stage.SENT), after)
        one = Pitch(self.new_id(), f"Dream {next(self._ids)}", steps, fright=fright, hopeful=hopeful)
        self.pitches.append(one)
        return one.id

    def opened(self, day: int, what: str, **origin: UUID) -> UUID:
        one = Opportunity(self.new_id(), what, self.on(day), **origin)
        self.opportunities.append(one)
        return one.id

    def promised(self, day: int, person_id: UUID, what: str, given: int | None = None) -> UUID:
        given_on = self.on(given) if given else None
        one = Help(self.new_id(), person_id, what, promised_on=self.on(day), given_on=given_on)
        self.helps.append(one)
        return one.id

    def needs_it(self, day: int, person_id: UUID, what: str) -> UUID:
        one = Need(self.new_id(), what, self.on(day), person_id)
        self.needs.append(one)
        return one.id

    def felt(self, day: int, energy: int | None = None, pressure: int | None = None) -> None:
        self.checkins.append(CheckIn(self.on(day), energy, pressure))

    def facts(self) -> Facts:
        challenge = Challenge(
            UUID(int=0), FIRST_DAY, self.days, "A month", rest_weekdays=self.rest_weekdays,
            action_goals=self.action_goals, hope_count=self.hope,
        )  # fmt: skip
        facts = Facts(
            challenge=challenge,
            today=self.today or challenge.ends_on + timedelta(days=1),
            people=dict(self.people),
            closeness=dict(self.closeness),
            interactions=tuple(self.interactions),
            gatherings=tuple(self.gatherings),
            asks=tuple(self.asks),
            introductions=tuple(self.introductions),
            pitches=tuple(self.pitches),
            helps=tuple(self.helps),
            needs=tuple(self.needs),
            opportunities=tuple(self.opportunities),
            checkins=tuple(self.checkins),
            assumed=frozenset(self.assumed),
        )
        return replace(facts, judged=judged(facts))


def judged(facts: Facts) -> tuple[Judged, ...]:
    """What the referee says of every story in these facts."""
    challenge = facts.challenge
    period = Period(challenge.id, challenge.starts_on, challenge.ends_on, challenge.rule)
    found: list[Judged] = []
    for person in facts.people.values():
        story = {
            i.id: Meeting(i.id, i.on, i.channel, i.direction, i.minutes, part.memorable)
            for i in facts.interactions
            for part in i.people
            if part.person_id == person.id
        }
        rulings = judge_story(story.values(), person, Calendar((period,)))
        found += [
            Judged(key, person.id, story[key].on, ruling)
            for key, ruling in rulings.items()
            if story[key].on in challenge
        ]
    return tuple(found)


def like_the_story() -> AMonth:
    """Few close introducers, small gatherings, mass asking in vain, pitches feared, a jump at the start."""
    m = AMonth(hope=30, action_goals=(ActionGoal(Way.PITCH, 8), ActionGoal(Way.GATHERING, 4)))
    karen, jess = m.friend("Karen", 0.9), m.friend("Jess", told=Told.CLOSE, close=0.2)
    m.met(-9, karen)
    m.met(-20, jess)
    series = m.new_id()
    friday = m.gathering("Freelance Friday", 1, 12, karen, series)
    met = m.met_new(1, 3, friday, others=2)
    m.promised(1, met[0], "a puppy play date")
    m.asked_many(1, {Answer.THINKING: 8, Answer.KNOWS_NO_ONE: 8, Answer.SILENT: 16}, 0.1, "Acquaintance")
    m.asked_many(1, {Answer.THINKING: 3, Answer.KNOWS_NO_ONE: 2, Answer.INTRODUCED: 2}, 0.7, "Old friend")
    mary = m.stranger("Mary")
    m.introduced(10, jess, mary, m.asked(1, jess, Answer.INTRODUCED))
    m.met(15, mary)
    night = m.gathering("Ladies’ Night", 20, 60, mary, m.new_id(), stretch=True, kind=GatheringKind.PANEL)
    vr = m.met_new(20, 4, night)
    m.opened(21, "writing for virtual worlds", person_id=vr[1])
    m.needs_it(20, vr[0], "a residency newsletter")
    for n in range(8):
        m.pitched(3 + n, came=n < 3, fright=5, hopeful=False)
    conference = m.gathering("The conference", 27, 12000, kind=GatheringKind.CONFERENCE)
    m.met_new(27, 1, conference, others=12)
    m.met_new(24, 1)
    for day, energy, pressure in (
        (1, 4, 2),
        (4, 4, 3),
        (8, 3, 4),
        (12, 2, 5),
        (18, 3, 4),
        (23, 3, 4),
        (29, 2, 3),
    ):
        m.felt(day, energy, pressure)
    return m


def opposite_of_the_story() -> AMonth:
    """The hope met, many origins, big events memorable, asking works, pitches lost, steady and calm."""
    m = AMonth(hope=10, action_goals=(ActionGoal(Way.PITCH, 8), ActionGoal(Way.GATHERING, 9)))
    known = [m.friend(f"Colleague {n}", 0.1) for n in range(6)]
    for day in range(-27, 0, 2):
        m.met(day, known[0])
    fair = m.gathering("The big fair", 9, 3000, series=m.new_id())
    m.met_new(9, 6, fair, others=1)
    supper = m.gathering("A small supper", 16, 9, stretch=True)
    m.met(16, *[m.stranger(f"Guest {n}") for n in range(8)], at=supper, memorable=False)
    for n, friend in enumerate(known):
        m.met(4 + 4 * n, m.stranger(f"Introduced {n}", by=friend))
    m.asked_many(
        1, {Answer.INTRODUCED: 16, Answer.KNOWS_NO_ONE: 2, Answer.SILENT: 2}, 0.1, "Known", each_day=1
    )
    m.asked_many(21, {Answer.SILENT: 8}, 0.9, "Close", each_day=1)
    for n in range(8):
        m.pitched(2 + 3 * n, came=False, hopeful=True)
    for day, energy, pressure in ((1, 3, 4), (8, 3, 3), (15, 4, 3), (22, 5, 2), (29, 5, 2)):
        m.felt(day, energy, pressure)
    return m


def five_connections(**about: Any) -> AMonth:
    """One each on five days, all of them found alone."""
    month = AMonth(**about)
    for day in (1, 5, 8, 12, 15):
        month.met_new(day, 1)
    return month
