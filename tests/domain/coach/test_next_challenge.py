"""The next challenge after the story's month, and after its opposite."""

from rapport.domain.challenge.presets import Preset
from rapport.domain.coach.next_challenge import Because, Proposal, propose_next
from rapport.domain.retrospective.retrospective import look_back
from rapport.domain.ways import Way
from tests.months import five_connections, like_the_story, opposite_of_the_story


def because(proposal: Proposal) -> set[Because]:
    return {one.because for one in proposal.reasons}


def test_after_the_story_it_is_gentler_with_more_rest_and_fewer_asks() -> None:
    found = propose_next(look_back(like_the_story().facts()), {Way.ASK: 1.6, Way.PITCH: 1.3})
    assert (found.preset, found.days, found.is_gentler) == (Preset.GENTLE, 42, True)
    assert found.rest_weekdays == {5, 6}
    asks = next(goal.count for goal in found.goals if goal.way is Way.ASK)
    assert 1 <= asks <= 6  # forty before
    assert {Because.JUMPED, Because.SECOND_REST_DAY, Because.FEWER_ASKS} <= because(found)


def test_where_mass_asking_brought_little_one_ask_a_week_is_the_most() -> None:
    story = like_the_story()
    for day in range(11, 30):
        story.pitched(day, came=False)
    gave = {**dict.fromkeys(Way, 0.4), Way.ASK: 1.8}
    found = propose_next(look_back(story.facts()), gave)
    assert next(goal.count for goal in found.goals if goal.way is Way.ASK) == 6  # weeks


def test_after_the_opposite_the_pace_is_kept() -> None:
    found = propose_next(look_back(opposite_of_the_story().facts()), {})
    assert (found.days, found.is_gentler) == (30, False)
    assert found.rest_weekdays == {6}
    assert Because.FEWER_ASKS not in because(found)
    assert Because.STEADY in because(found)


def test_a_way_that_gave_more_gets_more_of_the_week() -> None:
    told = look_back(opposite_of_the_story().facts())

    def gatherings(gave: dict[Way, float]) -> int:
        return next(goal.count for goal in propose_next(told, gave).goals if goal.way is Way.GATHERING)

    assert gatherings({Way.GATHERING: 1.8}) > gatherings({}) > gatherings({Way.GATHERING: 0.4})


def test_where_hardly_anything_was_done_it_is_what_suits_most_people() -> None:
    found = propose_next(look_back(five_connections().facts()), {})
    assert Because.NOTHING_KNOWN in because(found)
    assert found.weekly == 6.0


def test_goals_are_things_to_do_and_each_way_keeps_one() -> None:
    found = propose_next(look_back(like_the_story().facts()), dict.fromkeys(Way, 0.1))
    assert {goal.way for goal in found.goals} == {Way.ASK, Way.GATHERING, Way.PITCH, Way.GIVE, Way.RECONNECT}
    assert all(goal.count >= 1 for goal in found.goals)
