"""Any way, any person: what is left when nobody thinks."""

from collections.abc import Sequence
from random import Random

from lab.planners.greedy import may_ask
from lab.planners.pacing import Bank
from lab.protocol import Arm, Choice, Morning, Option, Start


class Dice:
    """One way is as good as another, at the pace of the declared hours."""

    def begin(self, start: Start) -> None:
        self._dice, self._bank = Random(start.seed), Bank(start)

    def plan(self, morning: Morning) -> Sequence[Choice]:
        left = self._bank.open(morning)
        by_arm: dict[Arm, list[Option]] = {}
        for option in morning.options:
            if may_ask(option, morning.day):
                by_arm.setdefault(option.arm, []).append(option)
        chosen = []
        while left > 0 and by_arm:
            arm = self._dice.choice(sorted(by_arm))
            option = by_arm[arm].pop(self._dice.randrange(len(by_arm[arm])))
            by_arm = {each: options for each, options in by_arm.items() if options}
            chosen.append(Choice(option.key))
            left -= option.effort
            self._bank.spend(option.effort)
        return chosen
