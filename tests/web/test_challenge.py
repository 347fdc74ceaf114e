"""The challenge changed, ended, thrown away."""

from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from rapport.services import challenge, quicklog
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db


def test_a_stricter_rule_judges_every_day_again(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    month: UUID,  # noqa: F811 - the fixture
) -> None:
    quicklog.save(owner_id, quicklog.prepare(owner_id, "coffee with Mary", date(2019, 3, 13)), at=NOW)
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
    assert "greater than or equal to 0" in words(page)
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
