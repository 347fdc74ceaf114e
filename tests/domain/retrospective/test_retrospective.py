"""The look back finds what the days hold, and the opposite in the opposite month."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from rapport.domain.challenge.referee import Verdict
from rapport.domain.learning.learning import Way
from rapport.domain.origins.facts import Facts
from rapport.domain.retrospective import ways
from rapport.domain.retrospective.month import Month
from rapport.domain.retrospective.retrospective import look_back
from rapport.domain.retrospective.values import OPPOSITES, Code, Finding, Part, Retrospective, part_of
from tests.months import FIRST_DAY, AMonth, five_connections, like_the_story, opposite_of_the_story


def codes(month: AMonth) -> set[Code]:
    return {finding.code for finding in look_back(month.facts()).findings}


def the(month: AMonth, code: Code) -> Finding:
    found = look_back(month.facts()).finding(code)
    assert found, f"{code} is missing"
    return found


STORY = {
    Code.HOPE_MISSED_BY_FAR, Code.HOPE_COUNTED_REST_DAYS, Code.FEW_CLOSE_INTRODUCERS,
    Code.SMALL_GATHERINGS_MEMORABLE, Code.STRETCH_OPENED_OPPORTUNITY, Code.MASS_ASKING_LOW_YIELD,
    Code.CLOSE_ANSWER_MORE, Code.CLOSE_INTRODUCE_MORE, Code.PITCHES_BETTER_THAN_FEARED, Code.LOAD_JUMPED,
    Code.PRESSURE_ROSE_WITH_LOAD, Code.ENERGY_FELL, Code.NEXT_ACTION_GOALS, Code.NEXT_GENTLER_PACE,
    Code.NEXT_RETURN_TO_SERIES, Code.NEXT_ASK_CLOSE, Code.NEXT_HELP_OWED, Code.NEXT_THANK_INTRODUCERS,
}  # fmt: skip
OPPOSITE = {
    Code.HOPE_MET, Code.SPREAD_ORIGINS, Code.LARGE_GATHERINGS_MEMORABLE, Code.STRETCH_OPENED_NOTHING,
    Code.ASKING_WORKED, Code.DISTANT_ANSWER_MORE, Code.DISTANT_INTRODUCE_MORE,
    Code.PITCHES_WORSE_THAN_HOPED, Code.LOAD_STEADY, Code.PRESSURE_FELL, Code.ENERGY_ROSE,
    Code.NEXT_KEEP_PACE, Code.NEXT_ASK_WIDELY,
}  # fmt: skip


def test_a_month_like_the_story_tells_what_the_story_tells() -> None:
    assert codes(like_the_story()) >= STORY


def test_the_opposite_month_tells_the_opposite() -> None:
    found = codes(opposite_of_the_story())
    assert found >= OPPOSITE
    assert not found & STORY - {
        Code.NEXT_ACTION_GOALS,
        Code.NEXT_RETURN_TO_SERIES,
        Code.NEXT_THANK_INTRODUCERS,
    }


@pytest.mark.parametrize("month", [like_the_story, opposite_of_the_story])
def test_no_month_tells_a_thing_and_its_opposite(month: Callable[[], AMonth]) -> None:
    found = codes(month())
    for one, other in OPPOSITES:
        if one is not Code.ACTION_GOAL_KEPT:  # one goal may be kept and another not
            assert not {one, other} <= found


def test_every_code_belongs_to_one_part_and_opposites_name_real_codes() -> None:
    assert {part_of(code) for code in Code} == set(Part)
    assert all(one is not other for one, other in OPPOSITES)


def test_numbers_of_the_story_are_right() -> None:
    month = like_the_story()
    hope = the(month, Code.HOPE_MISSED_BY_FAR)
    assert dict(hope.numbers) == {"connections": 10, "days": 30, "days_with": 5, "hope": 30}
    rest = the(month, Code.HOPE_COUNTED_REST_DAYS)
    assert (rest.number("rest_days"), rest.number("room"), rest.number("weekday")) == (4, 26, 6)
    sizes = the(month, Code.SMALL_GATHERINGS_MEMORABLE)
    assert [(s.came, s.tried) for s in sizes.shares] == [(7, 9), (1, 13)]
    sent = the(month, Code.PITCHES_BETTER_THAN_FEARED).shares[0]
    assert (sent.came, sent.tried) == (3, 8)
    assert sent.low == pytest.approx(0.137, abs=0.001)
    assert sent.high == pytest.approx(0.694, abs=0.001)


def test_everything_descends_from_karen_and_jess() -> None:
    month = like_the_story()
    few = the(month, Code.FEW_CLOSE_INTRODUCERS)
    assert [month.people[person].name for person in few.subjects] == ["Jess", "Karen"]
    assert (few.number("descended"), few.number("total")) == (9, 11)


def test_the_frame_counts_the_ways() -> None:
    look = look_back(like_the_story().facts())
    ways = {told.way: told for told in look.ways}
    assert (ways[Way.ASK].tried, ways[Way.ASK].came) == (40, 3)
    assert (ways[Way.GATHERING].tried, ways[Way.GATHERING].connections) == (3, 8)
    assert (ways[Way.PITCH].tried, ways[Way.PITCH].came, ways[Way.PITCH].minutes) == (8, 3, None)
    assert look.connections == 10
    assert look.over
    assert look.rest_days == 4
    assert [told.on.day for told in look.feelings] == [1, 4, 8, 12, 18, 23, 29]


def test_goals_and_pace_proposed_fit_each_other() -> None:
    look = look_back(like_the_story().facts())
    pace, goals = look.finding(Code.NEXT_GENTLER_PACE), look.finding(Code.NEXT_ACTION_GOALS)
    assert pace
    assert goals
    assert pace.number("weekly") < pace.number("busiest")
    assert sum(count for _, count in goals.numbers) <= pace.number("weekly") * 30 / 7 + 2


def test_before_the_first_day_there_is_nothing_to_tell() -> None:
    look = look_back(AMonth(today=FIRST_DAY - timedelta(days=3)).facts())
    assert (look.findings, look.ways, look.connections) == ((), (), 0)


def test_an_empty_month_is_told_without_a_word_of_blame() -> None:
    look = look_back(AMonth().facts())
    assert {finding.code for finding in look.findings} == {Code.NO_HOPE_SET}


def test_a_promise_kept_is_not_owed() -> None:
    month = five_connections()
    month.promised(3, month.friend("Ana"), "the contract template", given=9)
    assert Code.NEXT_HELP_OWED not in codes(month)


def test_findings_say_when_they_rest_on_something_assumed() -> None:
    month = like_the_story()
    month.assumed.add(month.pitches[0].id)
    look = look_back(month.facts())
    assumed = {finding.code for finding in look.findings if finding.assumed}
    assert Code.PITCHES_BETTER_THAN_FEARED in assumed
    assert Code.HOPE_MISSED_BY_FAR not in assumed


def shuffled(facts: Facts, seed: int) -> Facts:
    rng = random.Random(seed)
    names = (
        "interactions",
        "judged",
        "gatherings",
        "asks",
        "introductions",
        "pitches",
        "helps",
        "opportunities",
    )
    mixed: dict[str, Any] = {
        name: tuple(rng.sample(getattr(facts, name), len(getattr(facts, name)))) for name in names
    }
    return replace(facts, **mixed)


@pytest.mark.parametrize("month", [like_the_story, opposite_of_the_story])
def test_the_order_in_which_facts_arrive_changes_nothing(month: Callable[[], AMonth]) -> None:
    facts = month().facts()
    look: Retrospective = look_back(facts)
    assert all(look_back(shuffled(facts, seed)) == look for seed in range(5))


def test_names_change_nothing_but_ties() -> None:
    facts = like_the_story().facts()
    renamed = {key: replace(person, name="X") for key, person in facts.people.items()}
    again = look_back(replace(facts, people=renamed))
    assert [f.code for f in again.findings] == [f.code for f in look_back(facts).findings]
    assert Verdict.CONNECTION in dict(again.verdicts)


def test_a_need_that_was_met_is_no_longer_something_to_do() -> None:
    month = five_connections()
    need = month.needs_it(1, month.met_new(1, 1)[0], "a designer")
    assert Code.NEXT_HELP_OWED in codes(month)
    month.needs = [replace(one, met_on=FIRST_DAY) for one in month.needs if one.id == need]
    assert Code.NEXT_HELP_OWED not in codes(month)


def test_a_long_history_is_read_once_and_not_again_for_every_exchange(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: list[Way] = []
    whole = ways._ids

    def counted(month: Month, way: Way) -> frozenset[UUID]:
        calls.append(way)
        return whole(month, way)

    monkeypatch.setattr(ways, "_ids", counted)
    month = like_the_story()
    karen = month.friend("Karen")
    for day in range(-300, 0):
        month.met(day, karen)
    look_back(month.facts())
    assert len(calls) < 40


def test_the_board_and_the_look_back_count_the_same_hellos() -> None:
    month = like_the_story().facts()
    told = dict(look_back(month).verdicts)
    named = sum(judged.ruling.verdict is Verdict.HELLO for judged in month.judged)
    assert told[Verdict.HELLO] == named + sum(met.others for met in month.interactions)


def test_a_week_is_not_scaled_up_to_a_month() -> None:
    month = like_the_story().facts()
    early = replace(month, today=month.challenge.starts_on + timedelta(days=7))
    assert look_back(month).finding(Code.NEXT_ACTION_GOALS)
    assert look_back(early).finding(Code.NEXT_ACTION_GOALS) is None
