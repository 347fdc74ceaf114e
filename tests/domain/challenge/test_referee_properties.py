"""What the referee must hold to, whatever happened: a thousand histories each."""

from itertools import pairwise
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.challenge.referee import (
    FAINT,
    MET,
    Calendar,
    Period,
    Reason,
    Rule,
    Ruling,
    Verdict,
    judge_story,
    past_of,
    within_reach,
)
from rapport.domain.interactions.interactions import Channel, Direction, Meeting
from rapport.domain.people.people import Person
from tests.cast import DAN, KAREN, MAE, MARY, PORTLAND, RUBY, day

LONG = settings(max_examples=1000, deadline=None)
SPAN = 150  # days: some before, between and after two challenges, and silences longer than the rule's

RULES = st.builds(
    Rule,
    unknown_place_is_near=st.booleans(),
    unsaid_is_memorable=st.booleans(),
    answer_within_days=st.integers(0, 12),
    dormant_after_days=st.integers(15, 60),
    hello_follow_up_days=st.integers(0, 15),
)
PEOPLE = st.sampled_from([MARY, MAE, RUBY, KAREN, DAN])
SAID = st.sampled_from([None, None, True, False])


CALENDARS = st.builds(  # two challenges with days before, between and after them
    lambda first, days, one, other: Calendar(
        (
            Period(UUID(int=1), day(first), day(first + days), one),
            Period(UUID(int=2), day(first + 40), day(first + 60), other),
        )
    ),
    st.integers(10, 60),
    st.integers(5, 39),
    RULES,
    RULES,
)
MOMENTS = st.tuples(
    st.integers(0, 13) | st.integers(0, 80),  # days since the one before: often soon enough to be its answer
    st.sampled_from([Channel.IN_PERSON, Channel.PHONE, Channel.EMAIL, Channel.EMAIL]),
    st.sampled_from(Direction),
    st.sampled_from([(None, None, None), (30, None, True), (5, None, None), (None, False, False)]),
    SAID,
    st.integers(0, 15),  # one in sixteen is said to be out of a lost touch
)


def _story(moments: list[Any]) -> list[Meeting]:
    story, at = [], 1
    for number, (gap, channel, direction, (minutes, memorable, substance), said, lost) in enumerate(moments):
        at = (at + gap) % SPAN
        memory = said if memorable is None else memorable
        pk = UUID(int=(number * 7919 + gap * 104729) % 10007)  # neither in date nor in arrival order
        story.append(
            Meeting(pk, day(at), channel, direction, minutes, memory, substance, lost_touch=lost == 15)
        )
    return list({meeting.id: meeting for meeting in story}.values())


STORIES = st.lists(MOMENTS, min_size=1, max_size=12).map(_story)


@LONG
@given(STORIES, PEOPLE, CALENDARS, st.integers(1, SPAN + 20))
def test_the_window_suffices(story: list[Meeting], person: Person, calendar: Calendar, cut: int) -> None:
    """A change on a day re-judges one answer window, from one more window of story and a small past."""
    since = day(cut) - calendar.answer_window
    whole = judge_story(story, person, calendar, PORTLAND)
    past = past_of((m.on, whole[m.id]) for m in story if m.on < since)
    recent = [m for m in story if m.on >= since - calendar.answer_window]
    again = judge_story(recent, person, calendar, PORTLAND, past, since)
    assert again == {m.id: whole[m.id] for m in story if m.on >= since}


@LONG
@given(STORIES, PEOPLE, CALENDARS, st.integers(0, 2**16))
def test_no_history_contradicts_itself(
    story: list[Meeting], person: Person, calendar: Calendar, seed: int
) -> None:
    judged = judge_story(story, person, calendar, PORTLAND)
    chance = Random(seed)
    shuffled = chance.sample(story, len(story))
    assert judge_story(shuffled, person, calendar, PORTLAND) == judged  # arrival order does not matter
    assert judge_story(shuffled, person, calendar, PORTLAND) == judged  # judging twice changes nothing
    gone = chance.choice(story)
    without = judge_story([m for m in story if m is not gone], person, calendar, PORTLAND)
    since = gone.on - calendar.answer_window
    assert all(judged[m.id] == without[m.id] for m in story if m.on < since)  # no change reaches further back
    _check_all(story, judged, person)
    for meeting in story:
        _check_one(meeting, judged, person, calendar.rule_on(meeting.on))


def _check_all(story: list[Meeting], judged: dict[UUID, Ruling], person: Person) -> None:
    """Nobody is new twice, and nobody known is new."""
    assert set(judged) == {m.id for m in story}
    verdicts_ = [ruling.verdict for ruling in judged.values()]  # in the order of the days
    assert verdicts_.count(Verdict.CONNECTION) <= (0 if person.known_before else 1)
    for earlier, later in pairwise(verdicts_):
        if earlier in MET:
            assert later in (Verdict.ALREADY_KNOWN, Verdict.REKINDLED, Verdict.REACHED_OUT)


def _check_one(meeting: Meeting, judged: dict[UUID, Ruling], person: Person, rule: Rule) -> None:
    """What the verdict says of the meeting itself."""
    ruling = judged[meeting.id]
    assert ruling.reasons
    assert len(set(ruling.reasons)) == len(ruling.reasons)
    assert meeting.id not in ruling.evidence
    assert set(ruling.evidence) <= set(judged)
    alone = meeting.channel is not Channel.IN_PERSON and meeting.direction is not Direction.MUTUAL
    if ruling.verdict in (Verdict.CONNECTION, Verdict.REKINDLED, Verdict.WITHIN_REACH, Verdict.HELLO):
        assert ruling.evidence or not alone  # one-way messages never count by themselves
    if ruling.verdict in (Verdict.CONNECTION, Verdict.REKINDLED) and not alone:
        assert meeting.memorable is not False
        assert meeting.substance is not False
        assert not FAINT.intersection(ruling.reasons)
    if ruling.verdict is Verdict.CONNECTION and meeting.channel is not Channel.IN_PERSON:
        near = within_reach(PORTLAND, person, rule)
        assert near is not True or Reason.AFTER_HELLO in ruling.reasons
    if ruling.verdict is Verdict.REACHED_OUT:
        assert alone
    if meeting.lost_touch:
        assert ruling.verdict in (Verdict.REKINDLED, Verdict.ALREADY_KNOWN, Verdict.REACHED_OUT)
