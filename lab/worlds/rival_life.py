"""A life in a rival world: no energy, but goodwill, seasons, drift and droughts."""

from collections.abc import Sequence
from random import Random
from typing import Final

from lab.protocol import WEEK, Arm, Morning, Option, Past, Start, Try
from lab.worlds.temper import SEASONAL, Temper, draw_circles, draw_drift, draw_seasons
from rapport.domain.learning.arms import ARMS
from rapport.domain.simulation.answers import Answers
from rapport.domain.simulation.chance import luck, mean, poisson, spread
from rapport.domain.simulation.life.agenda import RHYTHMS, Agenda
from rapport.domain.simulation.life.course import Course
from rapport.domain.simulation.life.network import SURE, message_arms
from rapport.domain.simulation.life.offers import NUDGED, Offers, option, reminded
from rapport.domain.simulation.life.rates import ASKS, PAST, RECONNECTS

NEEDS: Final = 0.35  # occasions to help, a day
NEED_LASTS: Final = 7
MOST_BROUGHT: Final = 5
LONGEST_WAIT: Final = 60  # days


class RivalLife(Course):
    """A `Life` of the protocol."""

    def __init__(self, world: str, temper: Temper, person: int, days: int, past: int) -> None:
        self._temper, name = temper, f"{world}/{person}"
        self._seasons = draw_seasons(temper, days, luck(world, "seasons"))
        self._drift = draw_drift(temper, days, luck(name, "drift"))
        circles = draw_circles(temper, luck(name, "network"))
        self._people, self._circle_of = circles.people, circles.of
        self._rates = self._own_rates(luck(name, "rates"))
        self._goodwill = [1.0] * temper.circles
        answers = Answers(temper.silent, self._wait)
        agenda = self._agenda(days, luck(name, "agenda"))
        start = Start(
            person,
            tuple(each.shown for each in circles.people),
            temper.weekly * spread(luck(name, "weekly"), 0.15),
            days,
            past=self._past(past, luck(name, "past")),
            seed=luck(name, "seed").randrange(1 << 31),
        )
        super().__init__(name, start, Offers(circles.people, agenda, answers), answers)
        self._last = 0  # the day on which something came

    @property
    def energy(self) -> float:
        return self._temper.mood

    def morning(self, day: int) -> Morning | None:
        self._day = day
        heard = self._answers.hear(day)
        self._count(heard.connections)
        self._goodwill = [min(1.0, each + self._temper.heals) for each in self._goodwill]
        if self._is_out:
            return None
        dice = luck(self._name, "day", day)
        dry = (day - self._last) / self._temper.drought
        if day and dice.random() < self._temper.quits * (1 + dry):
            self._is_out = True
            return None
        options = self._offer(day)
        said = min(1.0, max(0.0, dice.gauss(self._temper.mood, self._temper.mood_noise)))
        return Morning(day, said, options, self._done, heard.news)

    def act(self, keys: Sequence[str]) -> Sequence[Try]:
        self._done = tuple([self._try(chosen) for chosen in self._chosen(keys)])
        return self._done

    def chance(self, option: Option) -> float:
        """With the season: one who knows everything knows it too."""
        season = self._seasons[self._day // WEEK] if option.arm in SEASONAL else 1.0
        return self._yes(option) * self._brings(option) * season

    def own(self, option: Option) -> float:
        """Drifted, and with the goodwill left on average; a season is luck."""
        rate = self._rates[option.arm] * self._drifted(option.arm)
        if option.arm in (*ASKS, *RECONNECTS):
            rate *= mean(self._goodwill)
        if option.arm is Arm.FOLLOW_UP and option.age > self._temper.follow_up_days:
            return 0.0
        return rate * self._brings(option)

    def _yes(self, option: Option) -> float:
        """The chance of a yes; of an evening what it gives in an ordinary season."""
        contact = option.contact
        if contact is None or option.arm not in (*ASKS, *RECONNECTS):
            return self.own(option)
        somebody = self._people[contact]
        rate = somebody.ask if option.arm in ASKS else somebody.reconnect
        rate *= self._charm * self._drifted(option.arm) * self._goodwill[self._circle_of[contact]]
        if option.arm in ASKS and self._offers.asked.get(contact, 0):
            rate /= 2
        return min(SURE, rate)

    def _brings(self, option: Option) -> float:
        return 1 + self._temper.several if option.arm in ASKS else 1.0

    def _drifted(self, arm: Arm) -> float:
        return self._drift[arm][self._day // WEEK]

    def _try(self, chosen: Option) -> Try:
        one, dice = self._begin(chosen)
        met = 0
        if ARMS[chosen.arm].many:
            came = self._evening(self.chance(chosen), dice)
            met = poisson(dice, ARMS[chosen.arm].met * self._temper.met)
            self._answers.evening(self._day, came)
            self._count(came)
        else:
            self._message(chosen, dice)
        self._offers.took(one, met)
        return one

    def _message(self, chosen: Option, dice: Random) -> None:
        more = poisson(dice, self._temper.several) if chosen.arm in ASKS else 0
        brings = min(MOST_BROUGHT, 1 + more)
        chance = self._yes(chosen)
        if chosen.arm is Arm.NUDGE and self._answers.is_on_its_way(reminded(chosen)):
            chance = 0.0
        self._answers.message(self._day, chance, dice, brings=brings, hurts=chosen.arm in NUDGED)
        if chosen.arm in ASKS and chosen.contact is not None and not self._answers.outcomes[-1]:
            circle = self._circle_of[chosen.contact]
            self._goodwill[circle] *= 1 - self._temper.damage

    def _evening(self, mean_of_all: float, dice: Random) -> int:
        """Nothing on most, and then several."""
        if dice.random() < self._temper.nothing:
            return 0
        return poisson(dice, mean_of_all / (1 - self._temper.nothing))

    def _count(self, connections: int) -> None:
        self._came += connections
        if connections:
            self._last = self._day

    def _wait(self, dice: Random) -> int:
        return min(LONGEST_WAIT, 1 + round(self._temper.wait * spread(dice, self._temper.wait_spread)))

    def _own_rates(self, rng: Random) -> dict[Arm, float]:
        """Of an ask: of a yes; averages over those who look like that arm."""
        temper = self._temper
        self._charm = spread(rng, temper.variety)
        alone = {Arm.GIVE: temper.give, Arm.PITCH: temper.pitch, Arm.FOLLOW_UP: temper.follow_up}
        usual = {**alone, Arm.NUDGE: temper.nudge, **temper.evenings}
        rates = {arm: rate * self._charm * spread(rng, temper.variety) for arm, rate in usual.items()}
        rates = {arm: rate if ARMS[arm].many else min(SURE, rate) for arm, rate in rates.items()}
        asks: dict[Arm, list[float]] = {arm: [] for arm in (*ASKS, *RECONNECTS)}
        for somebody in self._people:
            ask_arm, reconnect_arm = message_arms(somebody)
            asks[ask_arm].append(somebody.ask * self._charm)
            if somebody.reconnect:
                asks[reconnect_arm].append(somebody.reconnect * self._charm)
        return {**rates, **{arm: min(SURE, mean(each, 0.05)) for arm, each in asks.items()}}

    def _agenda(self, days: int, rng: Random) -> Agenda:
        """In a good season there is also more on."""
        evenings: list[list[Option]] = [[] for _ in range(days)]
        for arm, supply in self._temper.supply.items():
            for day in range(days):
                for one in range(poisson(rng, supply * self._seasons[day // WEEK] / WEEK)):
                    evenings[day].append(option(f"{arm}:{day}:{one}", arm))
        series: list[list[str]] = [[] for _ in range(days)]
        for number in range(poisson(rng, self._temper.series)):
            rhythm = rng.choice(RHYTHMS)
            for day in range(rng.randrange(rhythm), days, rhythm):
                series[day].append(f"{Arm.SERIES}:{number}")
        needs: list[list[int]] = [[] for _ in range(days)]
        for day in range(days):
            for who in {rng.randrange(len(self._people)) for _ in range(poisson(rng, NEEDS))}:
                for later in range(day, min(days, day + NEED_LASTS)):
                    needs[later] += [who] if who not in needs[later] else []
        return Agenda(tuple(map(tuple, evenings)), tuple(map(tuple, series)), tuple(map(tuple, needs)))

    def _past(self, tries: int, rng: Random) -> tuple[Past, ...]:
        """From seasons as they come, before anything drifted."""
        past = []
        for number in range(tries):
            arm = PAST[number % len(PAST)]
            rate = self._rates[arm]
            if ARMS[arm].many:
                came = self._evening(rate, rng)
            else:
                several = poisson(rng, self._temper.several) if arm in ASKS else 0
                came = min(MOST_BROUGHT, 1 + several) if rng.random() < rate else 0
            past.append(Past(arm, came, 7 + rng.randrange(360)))
        return tuple(past)
