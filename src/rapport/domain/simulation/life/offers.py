"""What a day offers somebody in a made-up world, and how that changes with what they do."""

from typing import Final

from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.simulation.answers import Answers
from rapport.domain.simulation.life.agenda import Agenda
from rapport.domain.simulation.life.network import Somebody, ask_arm, message_arms, readiness_of
from rapport.domain.simulation.life.rates import ASKS, RECONNECTS
from rapport.domain.simulation.protocol import Option, Try

FRESH_DAYS: Final = 8  # a person met is dropped after that (COACH.md §3.6)
NUDGES: Final = (4, 11)  # days of silence from which the first and the second one can go out
NUDGED_UNTIL: Final = 21
HELP_LASTS: Final = 60  # days
NUDGED: Final = ASKS | RECONNECTS | {Arm.PITCH}


def option(key: str, arm: Arm, contact: int | None = None, age: int = 0, visits: int = 0) -> Option:
    return Option(key, arm, ARMS[arm].effort, contact, age=age, visits=visits)


def reminded(nudge: Option) -> int:
    """The number of the try a nudge is about."""
    return int(nudge.key.split(":")[1])


class Offers:
    """One person's: whom they asked and helped, where they were, whom they met."""

    def __init__(self, people: tuple[Somebody, ...], agenda: Agenda, answers: Answers) -> None:
        self._people, self._agenda, self._answers = people, agenda, answers
        self.asked: dict[int, int] = {}  # how often, by contact
        self._asked_on: dict[int, int] = {}
        self._helped_on: dict[int, int] = {}
        self._visits: dict[str, int] = {}
        self._met: list[tuple[str, int]] = []
        self._sent: dict[int, Try] = {}  # by number
        self._reminders: dict[int, list[int]] = {}  # numbers of the nudges, by that of the try
        self._pitch = option(str(Arm.PITCH), Arm.PITCH)
        self._reconnects = {
            each.shown.number: option(
                f"reconnect:{each.shown.number}", message_arms(each)[1], each.shown.number
            )
            for each in people
            if each.shown.dormant
        }
        self._asks = [self._ask(number, 0) for number in range(len(people))]

    def of(self, day: int) -> list[Option]:
        for contact in [who for who, on in self._helped_on.items() if day - on == HELP_LASTS]:
            self._asks[contact] = self._ask(contact, day)
        self._met = [(key, on) for key, on in self._met if day - on <= FRESH_DAYS]
        return [
            *self._agenda.evenings[day],
            *(option(key, Arm.SERIES, visits=self._visits.get(key, 0)) for key in self._agenda.series[day]),
            *(option(key, Arm.FOLLOW_UP, age=day - on) for key, on in self._met),
            *self._nudges(day),
            self._pitch,
            *(option(f"give:{who}", Arm.GIVE, who) for who in self._agenda.needs[day] if self._unhelped(who)),
            *self._reconnects.values(),
            *self._asks,
        ]

    def helped(self, contact: int, day: int) -> bool:
        return contact in self._helped_on and day - self._helped_on[contact] < HELP_LASTS

    def took(self, one: Try, met: int = 0) -> None:
        """What is done is not offered again, or differently."""
        did, contact = one.option, one.option.contact
        if did.arm in NUDGED:
            self._sent[one.number] = one
        if contact is not None and did.arm in ASKS:
            self.asked[contact] = self.asked.get(contact, 0) + 1
            self._asked_on[contact] = one.day
            self._asks[contact] = self._ask(contact, one.day)
        elif contact is not None and did.arm in RECONNECTS:
            self._reconnects.pop(contact)
        elif contact is not None and did.arm is Arm.GIVE:
            self._helped_on[contact] = one.day
            self._asks[contact] = self._ask(contact, one.day)
        elif did.arm is Arm.SERIES:
            self._visits[did.key] = did.visits + 1
        elif did.arm is Arm.FOLLOW_UP:
            self._met = [(key, on) for key, on in self._met if key != did.key]
        elif did.arm is Arm.NUDGE:
            self._reminders.setdefault(reminded(did), []).append(one.number)
        self._met += [(f"follow_up:{one.number}:{person}", one.day) for person in range(met)]

    def _unhelped(self, contact: int) -> bool:
        return contact not in self._helped_on

    def _nudges(self, day: int) -> list[Option]:
        """Of what is still silent, its reminders too."""
        self._sent = {
            number: sent
            for number, sent in self._sent.items()
            if day - sent.day < NUDGED_UNTIL
            and all(map(self._answers.is_silent, (number, *self._reminders.get(number, ()))))
        }
        nudges = []
        for number, sent in self._sent.items():
            so_far, age = len(self._reminders.get(number, ())), day - sent.day
            if so_far < len(NUDGES) and age >= NUDGES[so_far]:
                nudges.append(option(f"nudge:{number}:{so_far}", Arm.NUDGE, sent.option.contact, age))
        return nudges

    def _ask(self, contact: int, day: int) -> Option:
        shown = self._people[contact].shown
        ready = readiness_of(shown, was_asked=contact in self.asked, was_helped=self.helped(contact, day))
        arm = ask_arm(ready)
        asked_on = self._asked_on.get(contact)
        return Option(f"ask:{contact}", arm, ARMS[arm].effort, contact, readiness=ready, asked_on=asked_on)
