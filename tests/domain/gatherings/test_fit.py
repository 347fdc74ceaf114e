"""Which gathering fits, and why."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.gatherings.fit import Busy, Candidate, Fit, Me, Sign, rank
from rapport.domain.gatherings.gatherings import GatheringKind
from rapport.domain.gatherings.yields import Visit
from rapport.domain.people.people import Place
from tests.cast import CHICAGO, PORTLAND, day

EVENING = datetime.combine(day(21), time(18))  # a Thursday, on the clock of Portland
ME = Me(PORTLAND, ("vr",), frozenset({6}))


def a_candidate(name: str = "Drinks", **facts: Any) -> Candidate:
    known = {"on": EVENING.date(), "starts": EVENING, "place": PORTLAND, **facts}
    return Candidate(uuid4(), name, name.lower(), **known)


def fits(*candidates: Candidate, me: Me = ME, visits: tuple[Visit, ...] = ()) -> list[Fit]:
    return rank(candidates, me, visits, day(15))


def first(*candidates: Candidate, me: Me = ME, visits: tuple[Visit, ...] = ()) -> Candidate:
    best = fits(*candidates, me=me, visits=visits)[0].id
    return next(one for one in candidates if one.id == best)


PLAIN = a_candidate("Plain", size=60)


@pytest.mark.parametrize(
    "better",
    [
        replace(PLAIN, id=uuid4(), size=12),
        replace(PLAIN, id=uuid4(), comes_again=True),
        replace(PLAIN, id=uuid4(), words="An evening on VR"),
        replace(PLAIN, id=uuid4(), invited_by="Karen"),
        replace(PLAIN, id=uuid4(), known=("Nora", "Priya")),
    ],
    ids=["smaller", "comes again", "on topic", "Karen invites", "Nora is there"],
)
def test_what_speaks_for_a_gathering_moves_it_up(better: Candidate) -> None:
    assert first(PLAIN, better) is better


@pytest.mark.parametrize(
    "worse",
    [
        replace(PLAIN, id=uuid4(), size=300),
        replace(PLAIN, id=uuid4(), size=5000),
        replace(PLAIN, id=uuid4(), kind=GatheringKind.CONFERENCE),
        replace(PLAIN, id=uuid4(), place=CHICAGO),
        replace(PLAIN, id=uuid4(), is_online=True),
        replace(PLAIN, id=uuid4(), price=30.0, currency="USD"),
        replace(PLAIN, id=uuid4(), on=date(2019, 3, 24), starts=EVENING + timedelta(days=3)),
    ],
    ids=["large", "a crowd", "a conference", "in Chicago", "online", "paid", "on a Sunday"],
)
def test_what_speaks_against_it_moves_it_down(worse: Candidate) -> None:
    assert first(worse, PLAIN) is PLAIN


def test_a_taken_evening_moves_everything_down_and_says_by_what() -> None:
    dinner = Busy(EVENING - timedelta(hours=1), EVENING + timedelta(hours=1), "Dinner with Karen")
    me = replace(ME, busy=(dinner,), knows_calendar=True)
    (busy,) = fits(PLAIN, me=me)
    (reason,) = [one for one in busy.reasons if one.sign is Sign.IS_BUSY]
    assert reason.names == ("Dinner with Karen",)
    assert busy.score < fits(PLAIN)[0].score
    after = replace(PLAIN, starts=EVENING + timedelta(hours=2))
    assert fits(after, me=me)[0].has(Sign.IS_FREE)


def test_the_size_is_a_guess_until_ones_own_evenings_speak() -> None:
    small, crowd = a_candidate("Small", size=60), a_candidate("Fair", size=2000)
    assert first(small, crowd) is small
    assert fits(small)[0].has(Sign.SMALL)
    upside = tuple(
        Visit(uuid4(), f"Fair {n}", f"fair {n}", day(n), 2000, memorable=9, met=12) for n in range(1, 6)
    )
    downside = tuple(Visit(uuid4(), f"Bar {n}", f"bar {n}", day(n), 60, met=6) for n in range(1, 6))
    assert first(small, crowd, visits=upside + downside) is crowd
    told = fits(small, crowd, visits=upside + downside)
    assert told[0].has(Sign.SIZE_GAVE)
    assert told[1].has(Sign.SIZE_GAVE_LITTLE)


def test_where_one_met_people_to_remember_one_returns() -> None:
    friday, other = a_candidate("Freelance Friday", size=5), a_candidate("Other Friday", size=5)
    visits = (Visit(uuid4(), "Freelance Friday", "freelance friday", day(1), 5, memorable=3, met=5),)
    assert first(other, friday, visits=visits) is friday
    reason = fits(friday, visits=visits)[0].reasons[0]
    assert reason.sign is Sign.SERIES_GAVE
    assert (reason.number("people"), reason.number("visits")) == (3, 1)
    dull = tuple(Visit(uuid4(), "Freelance Friday", "freelance friday", day(n), 5, met=5) for n in (1, 8, 15))
    assert first(friday, other, visits=dull) is other
    assert fits(friday, visits=dull)[0].has(Sign.SERIES_GAVE_NOTHING)


def some(count: int) -> list[Candidate]:
    return [a_candidate(f"VR Night {n}", size=10, words="vr") for n in range(count)]


def test_one_stretch_a_fortnight_is_offered_and_no_more() -> None:
    knitting, chess = a_candidate("Knitting", size=20), a_candidate("Chess", size=45)
    order = fits(*some(4), knitting, chess)
    assert [one.has(Sign.STRETCH) for one in order] == [False, False, True, False, False, False]
    assert order[2].id == knitting.id
    planned = replace(ME, stretched_on=(EVENING.date() - timedelta(days=10),))
    assert not any(one.has(Sign.STRETCH) for one in fits(*some(4), knitting, me=planned))


def test_what_is_far_off_or_without_topics_is_no_stretch() -> None:
    later = a_candidate("Knitting", size=20, on=day(60), starts=EVENING + timedelta(days=45))
    assert not any(one.has(Sign.STRETCH) for one in fits(*some(4), later))
    me = replace(ME, topics=())
    assert not any(one.has(Sign.STRETCH) for one in fits(*some(4), a_candidate("Knitting"), me=me))


def test_it_needs_neither_a_place_nor_an_hour_nor_a_size() -> None:
    (bare,) = rank([Candidate(uuid4(), "Bare", "bare", day(20))], Me(), (), day(15))
    assert bare.reasons == ()
    assert bare.score > 0


@given(st.floats(0, 20_000), st.floats(0, 20_000))
def test_nearer_is_never_ranked_lower(a: float, b: float) -> None:
    near, far = sorted((a, b))
    spots = [Place(PORTLAND.latitude + km / 111.2 / 200, PORTLAND.longitude) for km in (near, far)]
    close, distant = (replace(PLAIN, id=uuid4(), place=spot) for spot in spots)
    scores = {one.id: one.score for one in fits(close, distant)}
    assert scores[close.id] >= scores[distant.id]


@given(st.permutations(range(5)))
def test_the_order_does_not_hang_on_the_order_they_came_in(order: list[int]) -> None:
    candidates = [a_candidate(f"Night {n}", size=10 * (n + 1)) for n in range(5)]
    shuffled = [candidates[n] for n in order]
    assert [one.id for one in fits(*candidates)] == [one.id for one in fits(*shuffled)]
