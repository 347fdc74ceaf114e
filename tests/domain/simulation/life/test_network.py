"""The people of a made-up world: as ready as asked for, and only partly seen through."""

from random import Random

from rapport.domain.learning.arms import Arm
from rapport.domain.simulation.life.nature import Nature
from rapport.domain.simulation.life.network import draw_network, message_arms


def test_asked_at_random_people_say_yes_as_often_as_the_world_says() -> None:
    people = [each for seed in range(40) for each in draw_network(Nature(), Random(seed))]
    assert abs(sum(each.ask for each in people) / len(people) - Nature().ask) < 0.005
    assert 0.3 < sum(each.shown.dormant for each in people) / len(people) < 0.4


def test_the_readiest_say_yes_more_often_and_less_so_the_noisier_it_is() -> None:
    def advantage(noise: float) -> float:
        nature = Nature(tie_noise=noise, fit_noise=noise)
        people = [each for seed in range(40) for each in draw_network(nature, Random(seed))]
        ready = [each.ask for each in people if message_arms(each)[0] is Arm.ASK_HIGH]
        return sum(ready) / len(ready) / nature.ask

    assert advantage(0.1) > advantage(1.0) > advantage(4.0) > 0.9
    assert advantage(0.5) > 1.5
