"""One person's months in a made-up world: mornings, what they do, and what comes of it."""

from collections.abc import Sequence
from typing import Final

from rapport.domain.arms import ARMS, Arm
from rapport.domain.simulation.agenda import draw_agenda
from rapport.domain.simulation.answers import Answers
from rapport.domain.simulation.chance import days_until, luck, poisson, scattered, spread
from rapport.domain.simulation.energy import Energy
from rapport.domain.simulation.nature import Nature
from rapport.domain.simulation.network import SURE, draw_network
from rapport.domain.simulation.offers import NUDGED, Offers, reminded
from rapport.domain.simulation.protocol import Morning, Option, Start, Try
from rapport.domain.simulation.rates import ASKS, Rates, draw_past
from rapport.domain.values import dataclass

DAY_HOLDS: Final = 10.0  # units: nobody does more in a day


class MadeLife:
    """A `Life` of the protocol."""

    def __init__(self, world: str, nature: Nature, person: int, days: int, past: int) -> None:
        self._nature, self._name = nature, f"{world}/{person}"
        people = draw_network(nature, luck(self._name, "network"))
        self._rates = Rates(nature, people, luck(self._name, "rates"))
        self._feels = Energy(nature, luck(self._name, "energy"))
        self._answers = Answers(nature.silent, lambda dice: days_until(dice, nature.delay))
        agenda = draw_agenda(nature, len(people), days, luck(self._name, "agenda"))
        self._offers = Offers(people, agenda, self._answers)
        self._start = Start(
            person,
            tuple(each.shown for each in people),
            nature.weekly * spread(luck(self._name, "weekly"), 0.15),
            days,
            past=draw_past(self._rates, past, nature.clumped, luck(self._name, "past")),
            seed=luck(self._name, "seed").randrange(1 << 31),
        )
        self._came, self._day, self._is_out = 0, 0, False
        self._today: dict[str, Option] = {}
        self._done: tuple[Try, ...] = ()
        self._times: dict[str, int] = {}

    @property
    def start(self) -> Start:
        return self._start

    @property
    def energy(self) -> float:
        return self._feels.now

    @property
    def came(self) -> int:
        return self._came

    def morning(self, day: int) -> Morning | None:
        self._day = day
        heard = self._answers.hear(day)
        self._came += heard.connections
        if self._is_out:
            return None
        self._feels.hear(heard.connections, heard.refusals)
        dice = luck(self._name, "day", day)
        if day and self._feels.gives_up(dice):
            self._is_out = True
            return None
        options = self._offers.of(day)
        self._today = {each.key: each for each in options}
        return Morning(day, self._feels.checkin(dice), options, self._done, heard.news)

    def act(self, keys: Sequence[str]) -> Sequence[Try]:
        done: list[Try] = []
        effort, success = 0.0, self._feels.success
        for key in keys:
            option = self._today.pop(key, None)
            if option is None or effort + option.effort > DAY_HOLDS:
                continue
            effort += option.effort
            done.append(self._try(option, success))
        self._feels.spend(effort)
        self._done = tuple(done)
        return self._done

    def chance(self, option: Option) -> float:
        return self._at(option, self._rates.of_somebody(option), self._feels.success)

    def own(self, option: Option) -> float:
        return self._at(option, self._rates.of(option), self._feels.success)

    def outcome(self, number: int) -> int:
        return self._answers.outcomes[number]

    def _at(self, option: Option, rate: float, success: float) -> float:
        """With what was asked and helped before, and as one feels."""
        if option.contact is not None and option.arm in ASKS:
            rate *= self._nature.again ** self._offers.asked.get(option.contact, 0)
            if self._offers.helped(option.contact, self._day):
                rate *= self._nature.helped
        rate *= success
        return rate if ARMS[option.arm].many else min(SURE, rate)

    def _try(self, option: Option, success: float) -> Try:
        one = Try(len(self._answers.outcomes), self._day, option)
        times = self._times[option.key] = self._times.get(option.key, -1) + 1
        dice = luck(self._name, option.key, self._day if option.arm is Arm.SERIES else times)
        chance = self._at(option, self._rates.of_somebody(option), success)
        if option.arm is Arm.NUDGE and self._answers.is_on_its_way(reminded(option)):
            chance = 0.0
        met = 0
        if ARMS[option.arm].many:
            came = scattered(dice, chance, self._nature.clumped)
            met = poisson(dice, self._rates.met(option.arm))
            self._answers.evening(self._day, came)
            self._came += came
            self._feels.hear(came, 0.0)
        else:
            self._answers.message(self._day, chance, dice, hurts=option.arm in NUDGED)
        self._offers.took(one, met)
        return one


@dataclass(frozen=True, slots=True)
class MadeWorld:
    """A `World` of the protocol: lives of one nature; `seed` keeps worlds of one name apart."""

    name: str
    nature: Nature
    seed: int = 0

    def life(self, person: int, days: int, past: int = 0) -> MadeLife:
        return MadeLife(f"{self.name}/{self.seed}", self.nature, person, days, past)
