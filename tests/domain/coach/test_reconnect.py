"""Who is worth writing to again: what the tie was, how fresh it is, what may come of it now."""

from datetime import date, timedelta
from typing import Any

import pytest

from rapport.domain.coach.reconnect import Quiet, Seeking, Sign, Worth, freshness, ranked, strength
from rapport.domain.people.people import Person, Told
from tests.cast import ALMA, DAN, JESS, KAREN, MAE, MARY, TOM

TODAY = date(2019, 3, 15)
NOTHING = Seeking()


def quiet(person: Person, days: int = 500, **facts: Any) -> Quiet:
    return Quiet(person.id, person.name, TODAY - timedelta(days=days), **{"exchanges": 4, **facts})


def order(*people: Quiet, seeking: Seeking = NOTHING, **asked: Any) -> list[str]:
    return [tie.who.name for tie in ranked(people, seeking, TODAY, **asked)]


def test_silent_for_a_year_and_not_a_day_less() -> None:
    assert order(quiet(DAN, 365), quiet(TOM, 364)) == ["Dan Okafor"]


def test_what_it_was_comes_before_how_long_ago() -> None:
    assert order(quiet(TOM, exchanges=2), quiet(DAN, exchanges=12)) == ["Dan Okafor", "Tom Reed"]


def test_a_tie_of_a_few_years_is_fresh_and_one_of_another_life_is_not() -> None:
    assert (
        freshness(TODAY - timedelta(days=400), TODAY) == freshness(TODAY - timedelta(days=1800), TODAY) == 1
    )
    assert freshness(TODAY - timedelta(days=3653), TODAY) == pytest.approx(0.5, abs=0.01)


def test_the_most_comfortable_one_is_not_the_first_when_another_may_bring_more() -> None:
    seeking = Seeking(dreams=("Acme Worlds",))
    close = quiet(DAN, exchanges=12, told=Told.CLOSE)
    there = quiet(TOM, exchanges=6, organisation="Acme Worlds Inc.")
    first, second = ranked([close, there], seeking, TODAY)
    assert (first.who.name, second.who.name) == ("Tom Reed", "Dan Okafor")
    assert first.signs == (Sign(Worth.DREAM, "Acme Worlds"),)


def test_every_sign_has_its_evidence() -> None:
    who = quiet(
        ALMA,
        organisation="The Residency",
        before="City Library",
        role="curator",
        tags=frozenset({"vr"}),
        needs=("somebody who edits grant texts",),
        offers=("a quiet desk",),
        led_to=2,
    )
    seeking = Seeking(frozenset({"VR"}), ("a desk by the river",), ("editing",), ())
    (tie,) = ranked([who], seeking, TODAY)
    assert {sign.worth: sign.detail for sign in tie.signs} == {
        Worth.OFFERS: "a desk by the river",
        Worth.MOVED: "The Residency",
        Worth.TOPICS: "VR",
        Worth.LED: "2",
    }
    assert tie.score == pytest.approx(tie.strength * tie.freshness * 2.7)


def test_a_new_spelling_of_the_same_organisation_is_no_move() -> None:
    (tie,) = ranked([quiet(MARY, organisation="Ladies’ Night", before="Ladies' night")], NOTHING, TODAY)
    assert tie.signs == ()


def test_nobody_is_chased() -> None:
    once_long_ago = quiet(JESS, wrote_on=(TODAY - timedelta(days=120),))
    lately = quiet(KAREN, wrote_on=(TODAY - timedelta(days=20),))
    twice = quiet(MAE, wrote_on=(TODAY - timedelta(days=300), TODAY - timedelta(days=200)))
    assert order(once_long_ago, lately, twice) == ["Jess Moran"]


def test_put_aside_until_its_day_or_for_good() -> None:
    people = quiet(DAN), quiet(TOM), quiet(JESS)
    hidden = {DAN.id: None, TOM.id: TODAY + timedelta(days=1), JESS.id: TODAY}
    assert order(*people, hidden=hidden) == ["Jess Moran"]


def test_a_mailbox_tells_as_much_as_a_diary() -> None:
    assert strength(quiet(DAN, exchanges=0, lifetime=30.0, was_strong=True), 10.0) == 0.75
    assert strength(quiet(DAN, exchanges=0, was_strong=True)) == 0.5
    assert strength(quiet(DAN, exchanges=4)) == 0.5
    assert strength(quiet(DAN, exchanges=40, told=Told.NOT_CLOSE)) == 0.2
    assert strength(quiet(DAN, exchanges=1, told=Told.CLOSE)) == 0.75


def test_the_order_does_not_depend_on_who_was_told_first() -> None:
    people = [quiet(person) for person in (DAN, TOM, ALMA, MARY)]
    assert order(*people) == order(*reversed(people))
