"""Each family of findings: what makes it speak, what keeps it silent."""

import itertools
from datetime import timedelta

import pytest

from rapport.domain.asks.asks import Answer
from rapport.domain.learning.learning import Way
from rapport.domain.people.people import Told
from rapport.domain.retrospective.retrospective import look_back
from rapport.domain.retrospective.values import Code, Finding
from tests.months import FIRST_DAY, AMonth, five_connections


def codes(month: AMonth) -> set[Code]:
    return {finding.code for finding in look_back(month.facts()).findings}


def the(month: AMonth, code: Code) -> Finding:
    found = look_back(month.facts()).finding(code)
    assert found, f"{code} is missing"
    return found


# -- hope


@pytest.mark.parametrize(
    ("hope", "code"),
    [
        (None, Code.NO_HOPE_SET),
        (5, Code.HOPE_MET),
        (8, Code.HOPE_PARTLY_MET),
        (11, Code.HOPE_MISSED_BY_FAR),
    ],
)
def test_the_hope_is_measured_against_what_came(hope: int | None, code: Code) -> None:
    assert code in codes(five_connections(hope=hope))


def test_a_hope_is_open_while_the_challenge_runs() -> None:
    assert Code.HOPE_OPEN in codes(five_connections(hope=11, today=FIRST_DAY + timedelta(days=20)))


def test_a_hope_that_leaves_room_for_rest_is_not_called_unrealistic() -> None:
    assert Code.HOPE_LEFT_ROOM in codes(five_connections(hope=20))


def test_one_a_day_without_any_rest_is_named_so() -> None:
    month = five_connections(hope=30, rest_weekdays=frozenset())
    for day in (2, 9, 3, 10):  # Saturdays and Sundays were used
        month.met_new(day, 1)
    assert Code.HOPE_WITHOUT_REST in codes(month)


def test_sundays_on_which_nothing_was_ever_done_are_rest_even_if_nobody_said_so() -> None:
    month = five_connections(hope=30, rest_weekdays=frozenset())
    for day in (2, 9):  # Saturdays
        month.met_new(day, 1)
    assert the(month, Code.HOPE_COUNTED_REST_DAYS).number("weekday") == 6


# -- origins


def test_few_introducers_that_are_not_close_are_told_apart() -> None:
    month = AMonth()
    tom = month.friend("Tom", 0.1)
    for day in range(1, 6):
        month.met(day, month.stranger(f"Guest {day}", by=tom))
    assert Code.FEW_DISTANT_INTRODUCERS in codes(month)


def test_what_the_user_says_of_closeness_goes_over_the_history() -> None:
    month = AMonth()
    tom = month.friend("Tom", 0.9, told=Told.NOT_CLOSE)
    for day in range(1, 6):
        month.met(day, month.stranger(f"Guest {day}", by=tom))
    assert Code.FEW_DISTANT_INTRODUCERS in codes(month)


def test_six_introducers_who_gave_alike_are_many_origins() -> None:
    month = AMonth()
    for n in range(6):
        friend = month.friend(f"Friend {n}", 0.9)
        for day in (n + 1, n + 10):
            month.met(day, month.stranger(f"Guest {n} {day}", by=friend))
    assert Code.SPREAD_ORIGINS in codes(month)


def test_people_found_alone_are_ones_own_doing() -> None:
    assert Code.OWN_ORIGINS in codes(five_connections())


def test_three_connections_say_nothing_of_origins() -> None:
    month = AMonth()
    month.met_new(1, 3)
    assert not codes(month) & {Code.OWN_ORIGINS, Code.SPREAD_ORIGINS, Code.FEW_INTRODUCERS}


# -- asks and pitches


def test_three_asks_are_too_early_to_tell() -> None:
    month = AMonth()
    month.asked_many(1, {Answer.SILENT: 3})
    found = the(month, Code.TOO_EARLY_TO_TELL)
    assert found.way is Way.ASK
    assert not codes(month) & {Code.ASKING_LOW_YIELD, Code.MASS_ASKING_LOW_YIELD}


def test_many_asks_one_by_one_are_no_mass_asking() -> None:
    month = AMonth()
    month.asked_many(1, {Answer.SILENT: 20}, each_day=1)
    assert Code.ASKING_LOW_YIELD in codes(month)


def test_eight_asks_with_two_introductions_are_not_judged() -> None:
    month = AMonth()
    month.asked_many(1, {Answer.INTRODUCED: 2, Answer.SILENT: 6})
    assert Code.ASKING_MIXED in codes(month)


def test_an_ask_of_this_week_without_an_answer_is_not_silence_yet() -> None:
    month = AMonth()
    month.asked_many(1, {Answer.INTRODUCED: 6})
    for n in range(6):
        month.asked(28, month.friend(f"Late {n}"))
    assert the(month, Code.ASKING_WORKED).number("tried") == 6


def test_a_difference_that_chance_makes_is_not_put_down_to_closeness() -> None:
    month = AMonth()
    month.asked_many(1, {Answer.THINKING: 3, Answer.SILENT: 2}, 0.9, "Close")
    month.asked_many(1, {Answer.THINKING: 8, Answer.SILENT: 12}, 0.1, "Far")
    assert Code.CLOSENESS_UNTOLD in codes(month)


@pytest.mark.parametrize(
    ("came", "hopeful", "fright", "code"),
    [
        (3, False, None, Code.PITCHES_BETTER_THAN_FEARED),
        (3, None, 5, Code.PITCHES_BETTER_THAN_FEARED),
        (3, True, 5, Code.PITCHES_WORKED),
        (3, None, None, Code.PITCHES_WORKED),
        (0, True, None, Code.PITCHES_WORSE_THAN_HOPED),
        (0, False, None, Code.PITCHES_BROUGHT_LITTLE),
        (1, None, 5, Code.PITCHES_BROUGHT_LITTLE),
    ],
)
def test_pitches_are_set_against_what_was_expected(
    came: int, hopeful: bool | None, fright: int | None, code: Code
) -> None:
    month = AMonth()
    for n in range(8):
        month.pitched(1 + n, came=n < came, hopeful=hopeful, fright=fright)
    assert code in codes(month)


# -- gatherings


def test_sizes_that_gave_alike_are_not_told_apart() -> None:
    month = AMonth()
    small, large = month.gathering("Supper", 2, 10), month.gathering("Fair", 9, 900)
    month.met_new(2, 3, small, others=3)
    month.met_new(9, 3, large, others=3)
    assert Code.GATHERING_SIZE_UNTOLD in codes(month)


def test_a_gathering_of_unknown_size_speaks_for_neither() -> None:
    month = AMonth()
    month.met_new(2, 6, month.gathering("Supper", 2))
    month.met_new(9, 1, month.gathering("Fair", 9, 900), others=9)
    assert not codes(month) & {Code.SMALL_GATHERINGS_MEMORABLE, Code.GATHERING_SIZE_UNTOLD}


def test_karen_who_came_along_is_no_encounter() -> None:
    month = AMonth()
    karen = month.friend("Karen")
    friday = month.gathering("Freelance Friday", 1, 12, karen, month.new_id())
    month.met(1, karen, *[month.stranger(f"Guest {n}") for n in range(3)], at=friday)
    assert the(month, Code.BEST_GATHERING).number("encounters") == 3


def test_a_gathering_without_a_series_is_not_proposed_every_month() -> None:
    month = AMonth()
    month.met_new(2, 4, month.gathering("Supper", 2, 10))
    assert Code.NEXT_RETURN_IF_AGAIN in codes(month)
    assert Code.NEXT_RETURN_TO_SERIES not in codes(month)


def test_an_opportunity_told_by_someone_met_at_a_stretch_gathering_came_from_there() -> None:
    month = AMonth()
    panel = month.gathering("Panel", 5, 60, stretch=True)
    priya = month.met_new(5, 1, panel)[0]
    month.opened(20, "writing for virtual worlds", person_id=priya)
    assert the(month, Code.STRETCH_OPENED_OPPORTUNITY).subjects == (panel,)


def test_an_opportunity_from_elsewhere_is_no_credit_to_the_stretch() -> None:
    month = AMonth()
    month.gathering("Panel", 5, 60, stretch=True)
    month.opened(20, "a column", person_id=month.met_new(7, 1)[0])
    assert Code.STRETCH_OPENED_NOTHING in codes(month)


def test_without_a_stretch_gathering_nothing_is_said_of_it() -> None:
    assert not codes(five_connections()) & {Code.STRETCH_OPENED_NOTHING, Code.STRETCH_OPENED_OPPORTUNITY}


# -- pace


def one_a_day(first: int, later: int) -> AMonth:
    """So many actions a day in the first ten days, and after them."""
    month = AMonth()
    for day in range(1, 31):
        for _ in range(first if day <= 10 else later):
            month.met_new(day, 1)
    return month


@pytest.mark.parametrize(
    ("first", "later", "code"),
    [(3, 1, Code.LOAD_JUMPED), (1, 1, Code.LOAD_STEADY), (1, 2, Code.LOAD_GREW)],
)
def test_the_load_is_compared_with_the_rest_of_the_month(first: int, later: int, code: Code) -> None:
    assert code in codes(one_a_day(first, later))


def test_a_load_one_was_used_to_is_no_jump() -> None:
    month = one_a_day(3, 1)
    tom = month.friend("Tom")
    for day, _ in itertools.product(range(-27, 1), range(3)):
        month.met(day, tom)
    assert Code.LOAD_EASED in codes(month)


def test_pressure_that_rises_in_a_steady_month_is_not_put_down_to_the_load() -> None:
    month = one_a_day(1, 1)
    for day, pressure in ((1, 2), (8, 3), (15, 4), (22, 4)):
        month.felt(day, pressure=pressure)
    assert Code.PRESSURE_ROSE in codes(month)


def test_pressure_high_in_the_busy_days_and_lower_after_them_eased_with_the_load() -> None:
    month = one_a_day(3, 1)
    for day, pressure in ((1, 4), (5, 4), (15, 2), (22, 2)):
        month.felt(day, pressure=pressure)
    assert Code.PRESSURE_EASED_WITH_LOAD in codes(month)


def test_three_check_ins_tell_nothing() -> None:
    month = one_a_day(1, 1)
    for day in (1, 10, 20):
        month.felt(day, energy=day % 5, pressure=5)
    assert not {code for code in codes(month) if code.startswith(("pressure", "energy"))}
