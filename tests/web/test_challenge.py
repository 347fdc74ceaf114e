"""The challenge changed, ended, thrown away."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.services.challenge import challenge
from rapport.services.journal import undo
from rapport.services.quicklog import prepare, save
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db


def test_a_stricter_rule_judges_every_day_again(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    month: UUID,  # noqa: F811 - the fixture
) -> None:
    save.save(owner_id, prepare.prepare(owner_id, "coffee with Mary", date(2019, 3, 13)), at=NOW)
    assert "1 connection so far" in words(visitor.get("/board"))
    address = f"/challenge/{month}/edit"
    fields = posted(visitor.get(address), address)
    assert fields["rule-reach_km"] == "50"
    changed = visitor.post(address, fields | {"rule-unsaid_is_memorable": "no"}, follow=True)
    assert "Changed, and every day judged again." in words(changed)
    assert "No connection yet" in words(changed)


def test_editing_keeps_what_is_not_touched(visitor: Client, owner_id: UUID, month: UUID) -> None:  # noqa: F811
    before = challenge.read(owner_id, month)
    address = f"/challenge/{month}/edit"
    fields = posted(visitor.get(address), address)
    visitor.post(address, fields)
    after = challenge.read(owner_id, month)
    assert (after.days, after.intention, after.rule, after.action_goals, after.rest_weekdays) == (
        before.days,
        before.intention,
        before.rule,
        before.action_goals,
        before.rest_weekdays,
    )


def test_a_figure_that_cannot_be_is_told(visitor: Client, month: UUID) -> None:  # noqa: F811 - the fixture
    address = f"/challenge/{month}/edit"
    fields = posted(visitor.get(address), address) | {"rule-reach_km": "-1", "intention": "kept"}
    page = visitor.post(address, fields)
    assert "A number from 0 on fits here." in words(page)
    assert posted(page, address)["intention"] == "kept"


def test_it_can_end_today_and_go_on_after_undo(visitor: Client, owner_id: UUID, month: UUID) -> None:  # noqa: F811
    assert "End the challenge today?" in words(visitor.get(f"/challenge/{month}/end"))
    assert "It ends today." in words(visitor.post(f"/challenge/{month}/end", follow=True))
    assert challenge.read(owner_id, month).ends_on == TODAY


def test_thrown_away_it_comes_back_from_the_bin(visitor: Client, owner_id: UUID, month: UUID) -> None:  # noqa: F811
    assert "Its days, goals and rule go to the bin." in words(visitor.get(f"/challenge/{month}/discard"))
    visitor.post(f"/challenge/{month}/discard")
    assert challenge.every(owner_id) == []
    visitor.post(f"/bin/challenge/{month}")
    assert [one.id for one in challenge.every(owner_id)] == [month]


def test_a_challenge_of_nobody_is_not_there(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    for verb in ("edit", "end", "discard"):
        assert visitor.get(f"/challenge/{UUID(int=5)}/{verb}").status_code == 404


def begin(visitor: Client, page: Any, **changes: str) -> Any:
    return visitor.post("/challenge/new", posted(page, "/challenge/new") | changes, follow=True)


def test_another_one_says_what_becomes_of_the_one_that_runs(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    month: UUID,  # noqa: F811 - the fixture
) -> None:
    page = visitor.get("/challenge/new")
    assert "Your challenge runs until Saturday 30 March 2019. It stays as it is" in words(page)
    set_ = begin(visitor, page)
    assert "The one that runs goes on until Saturday 30 March 2019." in words(set_)
    assert [one.starts_on for one in challenge.every(owner_id)] == [date(2019, 3, 1), date(2019, 3, 31)]


def test_another_one_may_begin_tomorrow_and_end_it_today(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    month: UUID,  # noqa: F811 - the fixture
) -> None:
    page = visitor.get("/challenge/new?instead=yes")
    assert "ends on the day before the new one begins" in words(page)
    set_ = begin(visitor, page)
    assert "The one before ends on Friday 15 March 2019; all you did in it stays." in words(set_)
    ends = [(one.starts_on, one.ends_on) for one in challenge.every(owner_id)]
    assert ends[0] == (date(2019, 3, 1), TODAY)
    assert ends[1][0] == date(2019, 3, 16)
    visitor.post(f"/undo/{undo.recent(owner_id)[0].id}")
    assert [one.ends_on for one in challenge.every(owner_id)] == [date(2019, 3, 30)]


def test_a_day_of_the_one_that_runs_is_asked_about_and_nothing_typed_is_lost(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    month: UUID,  # noqa: F811 - the fixture
) -> None:
    asked = begin(visitor, visitor.get("/challenge/new"), starts_on="2019-03-20", name="Spring")
    assert "End it the day before, and begin this one" in words(asked)
    assert len(challenge.every(owner_id)) == 1
    begin(visitor, asked, instead="yes")
    first, spring = challenge.every(owner_id)
    assert (first.ends_on, spring.starts_on, spring.name) == (date(2019, 3, 19), date(2019, 3, 20), "Spring")
