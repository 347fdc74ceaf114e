"""One minute before Freelance Friday, and before the conference."""

from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.gatherings.brief import Likely, Opening, Quest
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.pitches.pitches import Stage
from rapport.services import owners
from rapport.services.asks import introductions
from rapport.services.gatherings import briefs as gathering_briefs
from rapport.services.gatherings.briefs import open_brief
from rapport.services.giving import giving
from rapport.services.people import people
from rapport.services.pitches import pitches
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_gathering, a_person

TODAY = day(26)


@pytest.fixture
def friday(owner_id: UUID, month: UUID) -> UUID:
    """Freelance Friday again: Karen brings one, Nora hosts it, Priya was there the first time."""
    karen = a_person(owner_id, "Karen Holt")
    nora = a_person(owner_id, "Nora Lindqvist", organisation="Freelance Friday")
    priya = a_person(owner_id, "Priya Shah")
    first = a_gathering(owner_id, "Freelance Friday", day(1))
    a_coffee(owner_id, nora, priya, gathering_id=first)
    giving.create_help(owner_id, giving.HelpDraft(nora, "a puppy play date", promised_on=day(1)), at=NOW)
    giving.create_help(
        owner_id, giving.HelpDraft(priya, "a headline", promised_on=day(1), given_on=day(19)), at=NOW
    )
    giving.create_need(owner_id, giving.NeedDraft("a copywriter", day(1), priya), at=NOW)
    introductions.create(owner_id, introductions.Draft(nora, day(1), introducer_id=karen), at=NOW)
    return a_gathering(owner_id, "Freelance Friday", day(29), Attendance.GOING, invited_by=karen)


def test_who_may_be_there_stands_with_what_is_between_you(owner_id: UUID, friday: UUID) -> None:
    told = open_brief(owner_id, friday, TODAY).brief
    assert [one.name for one in told.expected] == ["Nora Lindqvist", "Karen Holt", "Priya Shah"]
    nora, karen, priya = told.expected
    assert [sight.likely for sight in nora.sights] == [Likely.HOST, Likely.CAME_BEFORE]
    assert (nora.promises, nora.met_on) == (("a puppy play date",), day(1))
    assert karen.introduced == ("Nora Lindqvist",)
    assert (priya.needs, priya.helped_with) == (("a copywriter",), "a headline")
    (sight,) = priya.sights
    assert (sight.count, sight.of) == (1, 1)


def test_three_openers_rest_on_what_was_written_down(owner_id: UUID, friday: UUID) -> None:
    told = open_brief(owner_id, friday, TODAY).brief
    assert [(one.opening, one.person, one.detail) for one in told.openers] == [
        (Opening.PROMISE, "Nora Lindqvist", "a puppy play date"),
        (Opening.NEED, "Priya Shah", "a copywriter"),
        (Opening.AGAIN, "", ""),
    ]


def test_the_conference_gets_three_people_not_three_thousand(owner_id: UUID, month: UUID) -> None:
    ruby = a_person(owner_id, "Ruby Castile", city="Portland", role="editor of anthologies")
    giving.create_help(owner_id, giving.HelpDraft(ruby, "a reading list", promised_on=day(2)), at=NOW)
    giving.create_need(owner_id, giving.NeedDraft("an agent", day(2)), at=NOW)
    pitches.create(owner_id, pitches.Draft("Larkspur Magazine"), Stage.DREAM, day(2), at=NOW)
    owners.edit(owner_id, at=NOW, topics=" anthologies ")
    fair = a_gathering(
        owner_id, "National Writers' Conference", day(28), Attendance.GOING, size=12_000, note="Anthologies"
    )
    page = open_brief(owner_id, fair, TODAY)
    assert page.is_crowd
    assert [(one.quest, one.name or one.detail) for one in page.brief.to_find] == [
        (Quest.PROMISED, "Ruby Castile"),
        (Quest.DREAM, "Larkspur Magazine"),
        (Quest.MY_NEED, "an agent"),
    ]
    gathering_briefs.plan(owner_id, fair, " Ruby Castile \n\nLarkspur Magazine\nRuby Castile", at=NOW)
    assert open_brief(owner_id, fair, TODAY).plan == ("Ruby Castile", "Larkspur Magazine")


def test_a_small_evening_is_no_crowd(owner_id: UUID, friday: UUID) -> None:
    assert not open_brief(owner_id, friday, TODAY).is_crowd


def test_a_person_in_the_bin_is_not_expected(owner_id: UUID, friday: UUID) -> None:
    people.discard(owner_id, models.Person.objects.get(name="Nora Lindqvist").pk, at=NOW)
    told = open_brief(owner_id, friday, TODAY).brief
    assert [one.name for one in told.expected] == ["Karen Holt", "Priya Shah"]


def test_an_unknown_gathering_has_no_brief(owner_id: UUID) -> None:
    with pytest.raises(LookupError):
        open_brief(owner_id, UUID(int=1), TODAY)
