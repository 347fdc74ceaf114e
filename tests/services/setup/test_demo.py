"""The story replayed: what its data alone lead to."""

from collections import Counter
from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from rapport.db import models
from rapport.domain.origins.facts import Facts
from rapport.domain.retrospective.values import Code
from rapport.services import owners
from rapport.services.challenge import retrospective
from rapport.services.challenge.retrospective import RetrospectivePage
from rapport.services.giving import pages as giving_pages
from rapport.services.setup import demo
from tests.services.conftest import NOW
from tests.standing import standing


def told(language: str) -> RetrospectivePage:
    outcome = demo.load(at=NOW, language=language)
    assert not outcome.open
    assert not outcome.problems
    challenge = models.Challenge.objects.get()
    return retrospective.open_retrospective(owners.local_owner().id, challenge.pk, demo.LAST)


@pytest.fixture(scope="module", params=["en", "fr"])
def loaded(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[RetrospectivePage]:
    with standing(django_db_blocker, lambda: told(request.param)) as page:
        yield page


@pytest.fixture
def page(loaded: RetrospectivePage, db: None) -> RetrospectivePage:
    return loaded


@pytest.fixture
def facts(page: RetrospectivePage) -> Facts:
    return page.facts


def test_the_month_holds_what_the_story_tells(page: RetrospectivePage, facts: Facts) -> None:
    assert len(facts.asks) == 40
    assert Counter(ask.answer.value for ask in facts.asks) == {
        "introduced": 3,
        "thinking": 11,
        "knows_no_one": 10,
        "silent": 16,
    }
    sent = [pitch for pitch in facts.pitches if pitch.sent_on]
    assert (len(sent), sum(pitch.came_of_it for pitch in sent)) == (8, 3)
    assert page.told.connections == 11


STORY = {
    "the daily hope was missed by far": Code.HOPE_MISSED_BY_FAR,
    "and counted rest days": Code.HOPE_COUNTED_REST_DAYS,
    "a few close introducers led to most of it": Code.FEW_CLOSE_INTRODUCERS,
    "mass asking brought little": Code.MASS_ASKING_LOW_YIELD,
    "closeness explains who answers": Code.CLOSE_ANSWER_MORE,
    "pitches worked better than feared": Code.PITCHES_BETTER_THAN_FEARED,
    "small gatherings were memorable": Code.SMALL_GATHERINGS_MEMORABLE,
    "the evening outside the comfort zone opened something": Code.STRETCH_OPENED_OPPORTUNITY,
    "the load jumped at the start": Code.LOAD_JUMPED,
    "and the pressure rose with it": Code.PRESSURE_ROSE_WITH_LOAD,
    "next: goals that are actions": Code.NEXT_ACTION_GOALS,
    "next: a gentler pace": Code.NEXT_GENTLER_PACE,
    "next: back to the gathering that gave most": Code.NEXT_RETURN_TO_SERIES,
    "next: help owed": Code.NEXT_HELP_OWED,
}


@pytest.mark.parametrize("code", STORY.values(), ids=STORY.keys())
def test_the_retrospective_finds_it(page: RetrospectivePage, code: Code) -> None:
    assert page.told.finding(code), [finding.code.value for finding in page.told.findings]


def test_the_two_friends_are_the_ones_named(page: RetrospectivePage) -> None:
    found = page.told.finding(Code.FEW_CLOSE_INTRODUCERS)
    assert found
    assert {page.names[pk] for pk in found.subjects} == {"Karen Holt", "Jess Moran"}


def test_freelance_friday_is_where_to_go_again(page: RetrospectivePage) -> None:
    found = page.told.finding(Code.NEXT_RETURN_TO_SERIES)
    assert found
    assert "Freelance" in " ".join(page.names[pk] for pk in found.subjects)


def test_what_the_source_does_not_say_is_marked(page: RetrospectivePage) -> None:
    assert page.assumed > 50


def test_help_owed_to_the_people_met_is_listed_first(page: RetrospectivePage) -> None:
    owner_id = owners.local_owner().id
    given = giving_pages.listing(owner_id, demo.LAST)
    promised = [(one.help.person.name, one.help.what) for one in given.i_owe]
    assert len(promised) >= 2
    assert given.their_needs
