"""One person's months in a made-up world: mornings, what they do, and what comes of it."""

from collections.abc import Sequence

from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.simulation.answers import Answers
from rapport.domain.simulation.chance import days_until, luck, poisson, scattered, spread
from rapport.domain.simulation.life.agenda import draw_agenda
from rapport.domain.simulation.life.course import Course
from rapport.domain.simulation.life.energy import Energy
from rapport.domain.simulation.life.nature import Nature
from rapport.domain.simulation.life.network import SURE, draw_network
from rapport.domain.simulation.life.offers import NUDGED, Offers, reminded
from rapport.domain.simulation.life.rates import ASKS, Rates, draw_past
from rapport.domain.simulation.protocol import Morning, Option, Start, Try
from rapport.domain.values import dataclass


class MadeLife(Course):
    """A `Life` of the protocol."""

    def __init__(self, world: str, nature: Nature, person: int, days: int, past: int) -> None:
        self._nature, name = nature, f"{world}/{person}"
        people = draw_network(nature, luck(name, "network"))
        self._rates = Rates(nature, people, luck(name, "rates"))
        self._feels = Energy(nature, luck(name, "energy"))
        answers = Answers(nature.silent, lambda dice: days_until(dice, nature.delay))
        agenda = draw_agenda(nature, len(people), days, luck(name, "agenda"))
        start = Start(
            person,
            tuple(each.shown for each in people),
            nature.weekly * spread(luck(name, "weekly"), 0.15),
            days,
            past=draw_past(self._rates, past, nature.clumped, luck(name, "past")),
            seed=luck(name, "seed").randrange(1 << 31),
        )
        super().__init__(name, start, Offers(people, agenda, answers), answers)

    @property
    def energy(self) -> float:
        return self._feels.now

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
        options = self._offer(day)
        return Morning(day, self._feels.checkin(dice), options, self._done, heard.news)

    def act(self, keys: Sequence[str]) -> Sequence[Try]:
        success = self._feels.success
        self._done = tuple([self._try(option, success) for option in self._chosen(keys)])
        self._feels.spend(sum([one.option.effort for one in self._done]))
        return self._done

    def chance(self, option: Option) -> float:
        return self._at(option, self._rates.of_somebody(option), self._feels.success)

    def own(self, option: Option) -> float:
        return self._at(option, self._rates.of(option), self._feels.success)

    def _at(self, option: Option, rate: float, success: float) -> float:
        """With what was asked and helped before, and as one feels."""
        if option.contact is not None and option.arm in ASKS:
            rate *= self._nature.again ** self._offers.asked.get(option.contact, 0)
            if self._offers.helped(option.contact, self._day):
                rate *= self._nature.helped
        rate *= success
        return rate if ARMS[option.arm].many else min(SURE, rate)

    def _try(self, option: Option, success: float) -> Try:
        one, dice = self._begin(option)
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
