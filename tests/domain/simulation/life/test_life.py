"""Made-up lives: the same person the same days, answers late, and nothing told that nobody could know."""

from rapport.domain.learning.arms import Arm
from rapport.domain.simulation.life.course import DAY_HOLDS
from rapport.domain.simulation.life.life import MadeWorld
from rapport.domain.simulation.life.nature import Nature
from rapport.domain.simulation.life.story import ARTICLE
from rapport.domain.simulation.protocol import Choice, Morning, Option, Start
from rapport.domain.simulation.run import Run, live


class Pitches:
    """One pitch a day."""

    def begin(self, start: Start) -> None:
        self.news: list[tuple[int, int, int]] = []

    def plan(self, morning: Morning) -> list[Choice]:
        self.news += [(morning.day, each.number, each.came) for each in morning.news]
        return [Choice(each.key, 0.3) for each in morning.options if each.arm is Arm.PITCH]


class Everything(Pitches):
    """All there is, every day."""

    def plan(self, morning: Morning) -> list[Choice]:
        return [Choice(each.key) for each in morning.options]


TIRELESS = MadeWorld("tireless", Nature(drain=0, rejection=0, bite=0, quits=0, quits_tired=0))


def lived(world: MadeWorld = ARTICLE, person: int = 1, days: int = 30) -> Run:
    return live(world.life(person, days), Pitches())


def test_the_same_person_lives_the_same_month_twice() -> None:
    assert lived() == lived()
    assert lived() != lived(person=2)


def test_another_planner_meets_the_same_evenings_and_people() -> None:
    one, other = ARTICLE.life(1, 30), ARTICLE.life(1, 30)
    other.morning(0)
    other.act(["pitch"])
    assert one.start == other.start
    first, second = one.morning(1), other.morning(1)
    assert first is not None
    assert second is not None
    assert [each for each in first.options if each.contact is None][:3] == [
        each for each in second.options if each.contact is None
    ][:3]


def test_a_message_is_answered_on_a_later_day_or_never() -> None:
    planner = Pitches()
    run = live(TIRELESS.life(3, 90), planner)
    sent = {one.number: one.day for one in run.tries}
    assert planner.news
    assert all(day > sent[number] for day, number, _ in planner.news)
    came = sum(came for _, _, came in planner.news)
    answered = {number for _, number, _ in planner.news}
    failed = len(run.tries) - sum(each.came for each in run.said)
    assert run.connections[-1] == came
    assert 0.45 < (len(run.tries) - len(answered)) / failed < 0.75  # silent: .6 of failures


def test_a_past_is_as_long_as_asked_for_and_changes_nothing_else() -> None:
    without, with_past = ARTICLE.life(1, 30), ARTICLE.life(1, 30, past=44)
    assert (len(without.start.past), len(with_past.start.past)) == (0, 44)
    assert without.start.contacts == with_past.start.contacts
    assert without.start.seed == with_past.start.seed
    assert live(without, Pitches()).connections == live(with_past, Pitches()).connections


def test_nobody_does_more_than_a_day_holds_and_who_tries_gives_up() -> None:
    run = live(ARTICLE.life(1, 30), Everything())
    assert max(run.effort) <= DAY_HOLDS
    assert run.dropped_on is not None
    assert run.energy[run.dropped_on] < 0.2
    assert sum(run.effort[run.dropped_on :]) == 0


def test_who_is_asked_again_says_yes_less_and_who_was_helped_more() -> None:
    life = TIRELESS.life(1, 30)
    life.morning(0)
    ask = Option("ask:0", Arm.ASK_LOW, 0.5, contact=0)
    first = life.chance(ask)
    life.act(["ask:0"])
    assert life.chance(ask) == first / 2


def test_a_series_gives_more_with_visits_and_then_is_used_up() -> None:
    life = TIRELESS.life(1, 30)
    rates = [life.own(Option("series:0", Arm.SERIES, 2.5, visits=visits)) for visits in (0, 3, 7, 12)]
    assert rates[0] < rates[1] == rates[2] > rates[3]


def test_tired_people_have_less_success() -> None:
    life = ARTICLE.life(1, 30)
    morning = life.morning(0)
    assert morning is not None
    pitch = next(each for each in morning.options if each.arm is Arm.PITCH)
    fresh = life.chance(pitch)
    for day in range(1, 8):
        life.act([each.key for each in morning.options])
        if life.morning(day) is None:
            break
    assert life.energy < 0.3
    assert life.chance(pitch) < fresh


def test_what_pitches_bring_is_what_the_truth_said() -> None:
    runs = [live(TIRELESS.life(person, 60), Pitches()) for person in range(30)]
    said = [each for run in runs for each in run.said]
    expected, came = sum(each.own for each in said), sum(each.came for each in said)
    assert abs(came - expected) < 3 * expected**0.5


class Nudges(Pitches):
    """A pitch on the first day, and whoever is silent is reminded."""

    def plan(self, morning: Morning) -> list[Choice]:
        wanted = Arm.NUDGE if morning.day else Arm.PITCH
        return [Choice(each.key) for each in morning.options if each.arm is wanted]


def test_who_is_silent_is_nudged_twice_at_most_and_wins_nobody_twice() -> None:
    lives = [TIRELESS.life(person, 60) for person in range(60)]
    runs = [live(life, Nudges()) for life in lives]
    nudges = [[one.day for one in run.tries[1:]] for run in runs]
    assert {len(days) for days in nudges} == {0, 1, 2}
    assert all(days[0] == 4 and days[1:] in ([], [11]) for days in nudges if days)
    assert max(run.connections[-1] for run in runs) == 1
