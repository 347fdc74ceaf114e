"""The people one knows in a made-up world: what they are, what shows of it, and what they would answer."""

from random import Random
from typing import Final

from rapport.domain.asks.chances import Band, band_of
from rapport.domain.asks.introducers import readiness
from rapport.domain.learning.arms import Arm, reconnect_arm
from rapport.domain.simulation.chance import logit, mean, spread, unlogit
from rapport.domain.simulation.life.nature import Nature, Rule
from rapport.domain.simulation.protocol import Contact
from rapport.domain.values import dataclass

FEWEST, MOST = 25, 150
SURE: Final = 0.9  # nobody says yes more often than that
SHOWN_FITS: Final = ((0.5, 0.8), (0.22, 0.4), (0.0, 0.1))  # from here on it is told as …
RELIABLE, AVERAGE = 0.5, 0.25  # closeness read from metadata alone (COACH.md §3.1)
BY_BAND: Final = {Band.HIGH: Arm.ASK_HIGH, Band.MIDDLE: Arm.ASK_MIDDLE, Band.LOW: Arm.ASK_LOW}


@dataclass(frozen=True, slots=True)
class Somebody:
    """A contact, and the truth about them."""

    shown: Contact
    ask: float  # the chance of a yes, asked for the first time
    reconnect: float  # 0 where there is nothing to take up again


def ask_arm(ready: float) -> Arm:
    return BY_BAND[band_of(ready)]


def readiness_of(contact: Contact, *, was_asked: bool = False, was_helped: bool = False) -> float:
    """R of COACH.md §3.1, the product's own formula."""
    return readiness(contact.closeness, contact.fit, was_asked=was_asked, was_helped=was_helped)


def worth(rule: Rule, tie: float, fit: float) -> float:
    either = 1 - (1 - tie**3) * (1 - fit**3)
    return {Rule.EITHER: either, Rule.BOTH: tie * fit, Rule.MIXED: (either + tie * fit) / 2}[rule]


def shown_closeness(nature: Nature, tie: float, rng: Random) -> float:
    seen = unlogit(logit(tie) + rng.gauss(0, nature.tie_noise))
    return AVERAGE + max(RELIABLE, 1 - nature.tie_noise / 2) * (seen - AVERAGE)


def shown_fit(nature: Nature, fit: float, rng: Random) -> float:
    seen = unlogit(logit(fit) + rng.gauss(0, nature.fit_noise))
    return next(told for least, told in SHOWN_FITS if seen >= least)


def draw_network(nature: Nature, rng: Random) -> tuple[Somebody, ...]:
    """Everybody one knows at the start; `nature.ask` and `.reconnect` are the averages over them."""
    count = round(min(max(nature.contacts * spread(rng, 0.25), FEWEST), MOST))
    truths = [(rng.betavariate(*nature.tie), rng.betavariate(*nature.fit)) for _ in range(count)]
    worths = [worth(nature.rule, tie, fit) for tie, fit in truths]
    usual_worth = mean(worths) or 1.0
    usual_tie = mean([tie for tie, _ in truths]) or 1.0
    people = []
    for number, ((tie, fit), value) in enumerate(zip(truths, worths, strict=True)):
        shown = Contact(
            number,
            shown_closeness(nature, tie, rng),
            shown_fit(nature, fit, rng),
            dormant=rng.random() < nature.dormant,
        )
        warm = 1 - nature.reconnect_tie + nature.reconnect_tie * tie / usual_tie
        again = min(SURE, nature.reconnect * warm) if shown.dormant else 0.0
        people.append(Somebody(shown, min(SURE, nature.ask * value / usual_worth), again))
    return tuple(people)


def message_arms(somebody: Somebody) -> tuple[Arm, Arm]:
    """As what an ask and a reconnect of them would count, by what shows."""
    return ask_arm(readiness_of(somebody.shown)), reconnect_arm(somebody.shown.closeness)
