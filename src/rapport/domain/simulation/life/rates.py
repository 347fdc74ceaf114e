"""One person's true rates: the world's, each a little different for them."""

from random import Random
from typing import Final

from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.simulation.chance import mean, scattered, spread
from rapport.domain.simulation.life.nature import EVENTS, Nature
from rapport.domain.simulation.life.network import SURE, Somebody, message_arms
from rapport.domain.simulation.protocol import Option, Past

ASKS: Final = frozenset({Arm.ASK_HIGH, Arm.ASK_MIDDLE, Arm.ASK_LOW})
RECONNECTS: Final = frozenset({Arm.RECONNECT_CLOSE, Arm.RECONNECT_FAR})
GROWS_OVER: Final = 3  # visits
HIGH, MIDDLE, LOW = Arm.ASK_HIGH, Arm.ASK_MIDDLE, Arm.ASK_LOW
# What a past of so many tries consists of, in this order: 14 as told at set-up, 44 from mail and a calendar.
PAST: Final = (
    *(
        HIGH,
        HIGH,
        MIDDLE,
        LOW,
        Arm.RECONNECT_CLOSE,
        Arm.RECONNECT_FAR,
        Arm.RECONNECT_FAR,
        Arm.PITCH,
        Arm.PITCH,
    ),
    *(Arm.SMALL, Arm.MIDDLE, Arm.MIDDLE, Arm.LARGE, Arm.FOLLOW_UP),
    *(HIGH, HIGH, HIGH, MIDDLE, MIDDLE, MIDDLE, LOW, LOW),
    *(Arm.RECONNECT_CLOSE, Arm.RECONNECT_CLOSE, Arm.RECONNECT_FAR, Arm.RECONNECT_FAR),
    *(Arm.GIVE, Arm.GIVE, Arm.GIVE, Arm.PITCH, Arm.PITCH, Arm.SMALL, Arm.SMALL, Arm.MIDDLE, Arm.MIDDLE),
    *(Arm.LARGE, Arm.LARGE, Arm.CONFERENCE, Arm.SERIES, Arm.SERIES, Arm.SERIES),
    *(Arm.FOLLOW_UP, Arm.FOLLOW_UP, Arm.FOLLOW_UP),
)


class Rates:
    """Connections to expect of a try at full energy."""

    def __init__(self, nature: Nature, people: tuple[Somebody, ...], rng: Random) -> None:
        self._nature = nature
        charm = spread(rng, nature.charm)

        def own(rate: float) -> float:
            return rate * charm * spread(rng, nature.variety)

        ask, again = own(1.0), own(1.0)
        self.asks = tuple(min(SURE, somebody.ask * ask) for somebody in people)
        self.reconnects = tuple(min(SURE, somebody.reconnect * again) for somebody in people)
        self._rates = {arm: own(nature.events.get(arm, 0.0)) for arm in EVENTS}
        self._rates[Arm.SERIES] = own(nature.series_rate)
        for arm, rate in (
            (Arm.GIVE, nature.give),
            (Arm.PITCH, nature.pitch),
            (Arm.FOLLOW_UP, nature.follow_up),
            (Arm.NUDGE, nature.nudge),
        ):
            self._rates[arm] = min(SURE, own(rate))
        self._average_messages(people)

    def of(self, option: Option) -> float:
        """By the arm and what shows of the option."""
        return self._rates[option.arm] * self._stage(option)

    def of_somebody(self, option: Option) -> float:
        """By whom it is about."""
        if option.contact is not None and option.arm in ASKS:
            return self.asks[option.contact]
        if option.contact is not None and option.arm in RECONNECTS:
            return self.reconnects[option.contact]
        return self.of(option)

    def met(self, arm: Arm) -> float:
        """People met on such an evening."""
        return ARMS[arm].met * self._nature.met

    def _stage(self, option: Option) -> float:
        nature = self._nature
        if option.arm is Arm.FOLLOW_UP:
            return float(2.0 ** (-max(0, option.age - 1) / nature.fresh))
        if option.arm is Arm.SERIES:
            grown = min(option.visits, GROWS_OVER) / GROWS_OVER
            known = max(0.0, option.visits - nature.series_visits)
            return (1 - nature.series_growth * (1 - grown)) * float(nature.series_fades**known)
        return 1.0

    def _average_messages(self, people: tuple[Somebody, ...]) -> None:
        by_arm: dict[Arm, list[float]] = {arm: [] for arm in (*ASKS, *RECONNECTS)}
        for somebody, ask, again in zip(people, self.asks, self.reconnects, strict=True):
            ask_arm, reconnect_arm = message_arms(somebody)
            by_arm[ask_arm].append(ask)
            if somebody.shown.dormant:
                by_arm[reconnect_arm].append(again)
        for arm, rates in by_arm.items():
            everybody = self.asks if arm in ASKS else [rate for rate in self.reconnects if rate]
            self._rates[arm] = mean(rates, mean(everybody))


def draw_past(rates: Rates, tries: int, clumped: float, rng: Random) -> tuple[Past, ...]:
    """What is remembered of earlier tries, the latest a week ago; all of it happened at full energy."""
    past = []
    for number in range(tries):
        arm = PAST[number % len(PAST)]
        rate = rates.of(Option(str(arm), arm, ARMS[arm].effort, age=1, visits=number % GROWS_OVER))
        came = scattered(rng, rate, clumped) if ARMS[arm].many else int(rng.random() < rate)
        past.append(Past(arm, came, 7 + rng.randrange(360)))
    return tuple(past)
