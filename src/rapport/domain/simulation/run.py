"""One planner lives one life; what came of it, day by day."""

from rapport.domain.learning.arms import EVENINGS, Arm
from rapport.domain.simulation.protocol import Choice, Life, Morning, Planner, Seer, Try
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What a planner expected of a try, and the truth."""

    day: int
    arm: Arm
    expected: float
    low: float | None
    high: float | None
    own: float  # the person's true rate for what shows, at that moment
    came: int  # in the end


@dataclass(frozen=True, slots=True)
class Run:
    """A life as it was lived; the lists have one entry a day."""

    person: int
    connections: tuple[int, ...]  # so far, on the evening of the day
    effort: tuple[float, ...]  # of the day
    energy: tuple[float, ...]  # the true one, in the evening; of somebody who gave up, the last
    dropped_on: int | None
    contacts: int = 0  # at the start
    offered: int = 0  # evenings they could have gone to while they were in
    said: tuple[Said, ...] = ()
    tries: tuple[Try, ...] = ()


def live(life: Life, planner: Planner) -> Run:
    """From the first morning to the last; answers still under way after it are not counted."""
    if isinstance(planner, Seer):
        planner.see(life)
    planner.begin(life.start)
    connections, effort, energy = [], [], []
    told: list[tuple[Try, Choice, float]] = []
    tries: list[Try] = []
    dropped_on: int | None = None
    offered = 0
    for day in range(life.start.days):
        morning = life.morning(day)
        done = _act(life, planner, morning, told) if morning else ()
        if morning is None and dropped_on is None:
            dropped_on = day
        offered += sum(each.arm in EVENINGS for each in morning.options) if morning else 0
        tries += done
        effort.append(sum(one.option.effort for one in done))
        connections.append(life.came)
        energy.append(life.energy)
    said = tuple(_said(life, one, choice, own) for one, choice, own in told)
    start, lists = life.start, (tuple(connections), tuple(effort), tuple(energy))
    return Run(start.person, *lists, dropped_on, len(start.contacts), offered, said, tuple(tries))


def _act(
    life: Life, planner: Planner, morning: Morning, told: list[tuple[Try, Choice, float]]
) -> tuple[Try, ...]:
    choices = {choice.key: choice for choice in planner.plan(morning)}
    spoken = {key for key, choice in choices.items() if choice.expected is not None}
    truth = {each.key: life.own(each) for each in morning.options if each.key in spoken}
    done = tuple(life.act(list(choices)))
    told += [
        (one, choices[one.option.key], truth[one.option.key]) for one in done if one.option.key in spoken
    ]
    return done


def _said(life: Life, one: Try, choice: Choice, own: float) -> Said:
    expected = choice.expected or 0.0
    return Said(one.day, one.option.arm, expected, choice.low, choice.high, own, life.outcome(one.number))
