"""Ranking who could introduce me: closeness, what they know, what they brought, when they were asked."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.asks.chances import Band
from rapport.domain.asks.introducers import (
    UNKNOWN,
    Candidate,
    Lead,
    best_leads,
    fit_of,
    rank,
    readiness,
    usual_band,
)
from tests.cast import ALMA, DAN, JESS, KAREN, MARY, TEO, TOM, day

TODAY = day(30)
shares = st.floats(0, 1)


def asked(who: Any = KAREN, closeness: float = 0.8, **facts: Any) -> Candidate:
    return Candidate(who.id, closeness, **facts)


def test_readiness_is_the_formula_of_the_coach() -> None:
    assert readiness(0.5, 0.5) == pytest.approx(0.5 * (1 - 0.875**2) + 0.125)
    assert readiness(1, 1) == 1
    assert readiness(0, 0) == 0
    assert readiness(0.8, 0.4, was_asked=True) == pytest.approx(0.5 * readiness(0.8, 0.4))
    assert readiness(0.5, 0.4, was_helped=True) == pytest.approx(1.5 * readiness(0.5, 0.4))


@given(shares, shares, shares)
def test_closer_or_fitter_is_never_less_ready(closeness: float, fit: float, more: float) -> None:
    assert readiness(max(closeness, more), fit) >= readiness(closeness, fit) - 1e-12
    assert readiness(closeness, max(fit, more)) >= readiness(closeness, fit) - 1e-12


def test_a_close_friend_or_an_obvious_fit_jumps_to_help() -> None:
    friend, expert, neither = readiness(0.95, 0.1), readiness(0.2, 0.95), readiness(0.4, 0.4)
    assert min(friend, expert) > neither


def test_fit_adds_up_over_leads_but_counts_each_person_once() -> None:
    one, two = Lead(TEO.id, 0.5), Lead(ALMA.id, 0.5)
    assert fit_of(asked(leads=(one,)), is_certain=True) == 0.5
    assert fit_of(asked(leads=(one, two)), is_certain=True) == 0.75
    assert fit_of(asked(leads=(one, Lead(TEO.id, 0.4, via=MARY.id))), is_certain=True) == 0.5


def test_of_two_steps_one_more_must_be_willing() -> None:
    assert fit_of(asked(leads=(Lead(TEO.id, 0.8, via=MARY.id),)), is_certain=True) == pytest.approx(0.4)


def test_who_is_one_of_them_fits_and_who_is_unknown_a_little() -> None:
    assert fit_of(asked(own=1.0), is_certain=True) == pytest.approx(0.8)
    assert fit_of(asked(), is_certain=False) == pytest.approx(UNKNOWN)
    assert fit_of(asked(brought=3), is_certain=False) > 0.4
    assert fit_of(asked(brought=3), is_certain=True) == 0


def test_the_best_leads_come_first_and_a_shorter_way_before_a_longer() -> None:
    leads = [Lead(TEO.id, 0.6, via=MARY.id), Lead(TEO.id, 0.3), Lead(ALMA.id, 0.9), Lead(MARY.id, 0.2)]
    assert [(lead.target, lead.via) for lead in best_leads(leads)] == [
        (ALMA.id, None), (TEO.id, None), (MARY.id, None),
    ]  # fmt: skip


def test_to_one_person_who_knows_them_goes_before_who_is_close() -> None:
    knows = asked(TOM, 0.4, leads=(Lead(TEO.id, 0.9),))
    close = asked(KAREN, 0.95, leads=(Lead(TEO.id, 0.06),))
    assert [one.id for one in rank([close, knows], TODAY, is_certain=True)] == [TOM.id, KAREN.id]


def test_to_a_kind_of_person_a_close_friend_who_brings_people_goes_first() -> None:
    karen, tom = asked(KAREN, 0.8, brought=3), asked(TOM, 0.1)
    jess = asked(JESS, 0.75, brought=2)
    assert [one.id for one in rank([tom, jess, karen], TODAY, is_certain=False)] == [
        KAREN.id, JESS.id, TOM.id,
    ]  # fmt: skip


def test_nobody_is_asked_twice_in_a_month_but_keeps_their_place() -> None:
    karen = asked(KAREN, 0.95, asked_on=(day(1), day(-50)))
    (one, _) = rank([karen, asked(TOM, 0.1)], TODAY, is_certain=False)
    assert (one.id, one.again_on, one.last_asked) == (KAREN.id, day(31), day(1))
    assert rank([karen], day(31), is_certain=False)[0].again_on is None


def test_help_counts_for_sixty_days() -> None:
    lately, long_ago = asked(DAN, 0.6, helped_on=TODAY - timedelta(days=60)), asked(
        JESS, 0.6, helped_on=TODAY - timedelta(days=61)
    )  # fmt: skip
    first, second = rank([long_ago, lately], TODAY, is_certain=False)
    assert (first.id, second.id) == (DAN.id, JESS.id)
    assert first.readiness == pytest.approx(1.5 * second.readiness)


def test_earlier_asks_are_counted_by_closeness() -> None:
    assert [usual_band(near) for near in (0.9, 0.5, 0.2)] == [Band.HIGH, Band.MIDDLE, Band.LOW]
