"""How close two people are, by their own history."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.history.history import Sums
from rapport.domain.history.ties import (
    FIXED,
    MEMORY,
    Explanation,
    Scale,
    Tie,
    closeness,
    due_on,
    explain,
    is_dormant,
    last_on,
    scale_of,
    tie_of,
)
from rapport.domain.interactions.interactions import Channel, Direction, Interaction, Meeting
from rapport.domain.people.people import Told
from tests.cast import (
    JESS,
    KAREN,
    MAE,
    NORA,
    TOM,
    a_call,
    a_coffee,
    a_hello,
    a_mail,
    a_reply,
    day,
    story_with,
)

TODAY = day(1)


def close(*told: Interaction, said: Told | None = None, on: date = TODAY) -> float:
    """To Karen, by what was told."""
    return closeness(story_with(KAREN, *told), said, on)


def coffees(*days_ago: int) -> list[Interaction]:
    return [a_coffee(with_=KAREN, on=TODAY - timedelta(days=ago)) for ago in days_ago]


def test_a_stranger_is_not_close() -> None:
    assert close() == 0


def test_karen_seen_every_other_week_is_close_and_a_mail_without_answer_makes_nobody_close() -> None:
    assert close(*coffees(*range(3, 400, 14))) > 0.9
    assert close(a_mail(to=KAREN, on=TODAY)) < 0.1


def test_four_times_a_year_for_years_is_closer_than_one_coffee_last_week() -> None:
    assert close(*coffees(60, 150, 240, 330, 420, 510)) > close(*coffees(7)) > 0.2


def test_a_quiet_quarter_fades_a_tie() -> None:
    assert close(*coffees(10, 20, 30)) > close(*coffees(100, 110, 120)) > close(*coffees(400, 410, 420))


def test_answering_makes_closer_than_writing_in_vain() -> None:
    in_vain = [a_mail(to=KAREN, on=day(-n)) for n in (2, 4, 6, 8)]
    answered = [*in_vain[:2], a_reply(from_=KAREN, on=day(-3)), a_reply(from_=KAREN, on=day(-5))]
    assert close(*answered) > close(*in_vain)


def test_two_at_a_table_are_closer_than_two_in_a_crowd() -> None:
    of_two, of_four, of_many = (close(a_coffee(with_=KAREN, on=day(-4), others=n)) for n in (0, 2, 40))
    assert of_two > of_four > of_many


def test_an_evening_is_more_than_five_minutes() -> None:
    assert close(a_coffee(with_=KAREN, minutes=150)) > close(a_coffee(with_=KAREN, minutes=10))


def test_a_hello_is_less_than_a_conversation() -> None:
    assert close(a_hello(with_=KAREN)) < close(a_coffee(with_=KAREN)) / 2


@pytest.mark.parametrize(
    ("said", "low", "high"), [(Told.CLOSE, 0.75, 1), (Told.NOT_CLOSE, 0, 0.20), (None, 0, 1)]
)
def test_what_the_user_says_bounds_it(said: Told | None, low: float, high: float) -> None:
    for history in ([], coffees(3), coffees(*range(1, 700, 7))):
        assert low <= close(*history, said=said) <= high


def test_the_week_ahead_says_nothing_about_today() -> None:
    assert close(a_coffee(with_=KAREN, on=TODAY + timedelta(days=1))) == 0


def test_a_story_cut_at_the_memory_is_enough() -> None:
    ago = MEMORY.days
    assert close(*coffees(3, ago, ago + 1, ago + 500)) == close(*coffees(3, ago))


def test_a_tie_in_numbers() -> None:
    told = a_mail(to=JESS, on=day(-30)), a_coffee(with_=JESS, on=day(-20)), a_mail(to=JESS, on=day(-1))
    tie = tie_of(story_with(JESS, *told), None, TODAY)
    assert tie == Tie(closeness(story_with(JESS, *told), None, TODAY), 3, day(-30), day(-20))
    assert tie_of([], Told.CLOSE, TODAY) == Tie(0.75, 0, None, None)


def test_the_last_contact_is_the_last_day_they_took_part() -> None:
    assert last_on(story_with(TOM, a_reply(from_=TOM, on=day(2)), a_mail(to=TOM, on=day(5)))) == day(2)
    assert last_on(story_with(MAE, a_call(with_=MAE, on=day(3)))) == day(3)
    assert last_on(story_with(NORA, a_mail(to=NORA))) is None


def test_freelance_friday_s_organiser_is_due_a_month_after_the_last_time() -> None:
    assert due_on(30, day(1)) == day(31)
    assert due_on(None, day(1)) is None
    assert due_on(30, None) is None


MEETINGS = st.builds(
    Meeting,
    id=st.uuids(),
    on=st.integers(0, 900).map(lambda ago: TODAY - timedelta(days=ago)),
    channel=st.sampled_from(Channel),
    direction=st.sampled_from(Direction),
    minutes=st.none() | st.integers(1, 300),
    memorable=st.none() | st.booleans(),
    others=st.integers(0, 40),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(MEETINGS, min_size=1, max_size=12), st.integers(0, 600))
def test_closeness_stays_in_bounds_and_silence_never_brings_closer(story: list[Meeting], days: int) -> None:
    now = closeness(story, None, TODAY)
    assert 0 < now < 1
    assert closeness(story, None, TODAY + timedelta(days=days)) <= now


@settings(max_examples=200, deadline=None)
@given(
    st.lists(MEETINGS, min_size=2, max_size=12).flatmap(lambda s: st.tuples(st.just(s), st.permutations(s)))
)
def test_the_order_in_which_meetings_are_read_changes_no_digit(
    told: tuple[list[Meeting], list[Meeting]],
) -> None:
    first, again = told
    assert closeness(first, None, TODAY) == closeness(again, None, TODAY)


@settings(max_examples=200, deadline=None)
@given(st.lists(MEETINGS, max_size=12))
def test_one_more_coffee_never_makes_less_close(story: list[Meeting]) -> None:
    more = [*story, *story_with(KAREN, a_coffee(with_=KAREN, on=TODAY))]
    assert closeness(more, None, TODAY) >= closeness(story, None, TODAY)


def mails(count: int, *, ago: int = 3, of_two: int = 0) -> Sums:
    """So many messages each way, the last so many days ago."""
    until, since = TODAY - timedelta(days=ago), TODAY - timedelta(days=ago + 700)
    weight = count * 2.0 ** ((until - date(2020, 1, 1)).days / 90)
    months = ((f"{until:%Y-%m}", of_two),) if of_two else ()
    return Sums(
        weight, weight, 0.0, float(count), count, count, count, count, months, since, until, since, until
    )


def test_without_traces_nothing_changes() -> None:
    for told in ([], coffees(3), coffees(*range(3, 400, 14))):
        story = story_with(KAREN, *told)
        assert closeness(story, None, TODAY, None, FIXED) == closeness(story, None, TODAY)


def test_from_mail_alone_nobody_is_very_close_but_with_coffees_they_are() -> None:
    by_mail = closeness([], None, TODAY, mails(300, of_two=9))
    assert 0.5 < by_mail <= 0.625
    met = story_with(KAREN, *coffees(3, 30, 60))
    both = closeness(met, None, TODAY, mails(300, of_two=9))
    assert both > max(by_mail, closeness(met, None, TODAY))


def test_traces_never_make_less_close_than_the_story_does_alone() -> None:
    for told in (coffees(3), coffees(*range(3, 400, 14)), [a_mail(to=KAREN, on=TODAY)]):
        story = story_with(KAREN, *told)
        assert closeness(story, None, TODAY, mails(1, ago=900)) >= closeness(story, None, TODAY)


@pytest.mark.parametrize(("said", "low", "high"), [(Told.CLOSE, 0.75, 1), (Told.NOT_CLOSE, 0, 0.20)])
def test_what_the_user_says_bounds_what_traces_say(said: Told, low: float, high: float) -> None:
    for count in (1, 500):
        assert low <= closeness([], said, TODAY, mails(count)) <= high


def test_a_coffee_in_the_calendar_and_in_the_diary_is_one_meeting() -> None:
    story = story_with(KAREN, *coffees(3))
    twice = closeness(story, None, TODAY, mails(9, of_two=1))
    assert twice == pytest.approx(closeness(story, None, TODAY, mails(9)))


def test_any_contact_restarts_the_silence_and_none_sets_it_back() -> None:
    story = story_with(KAREN, *coffees(30))
    assert tie_of(story, None, TODAY, mails(3, ago=5)).last_on == TODAY - timedelta(days=5)
    assert tie_of(story, None, TODAY, mails(3, ago=500)).last_on == TODAY - timedelta(days=30)


def test_what_is_usual_needs_thirty_two_way_contacts() -> None:
    contacts = [mails(count) for count in range(1, 30)]
    assert scale_of(contacts, TODAY) is None
    assert scale_of([*contacts, Sums(received=3, theirs=3)], TODAY) is None
    scale = scale_of([*contacts, mails(30)], TODAY)
    assert scale is not None
    assert scale.lifetime == 20.0
    assert closeness([], None, TODAY, mails(30), scale) > closeness([], None, TODAY, mails(2), scale)


def test_a_strong_tie_a_year_silent_sleeps() -> None:
    scale = Scale(FIXED.centres, FIXED.spreads, lifetime=20.0)
    assert is_dormant(mails(30, ago=365), scale, TODAY)
    assert not is_dormant(mails(30, ago=364), scale, TODAY)
    assert not is_dormant(mails(10, ago=800), scale, TODAY)
    assert not is_dormant(mails(30, ago=800), scale, TODAY, TODAY - timedelta(days=9))
    assert not is_dormant(mails(30, ago=800), FIXED, TODAY)


def test_a_tie_is_explained_in_numbers() -> None:
    told = explain(mails(107, of_two=6), 0.6, TODAY)
    assert told == Explanation(0.6, 214, TODAY - timedelta(days=703), None, 6, TODAY - timedelta(days=3))
