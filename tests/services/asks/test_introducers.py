"""Who could introduce me to people, organisations and descriptions; in the story, and in made networks."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rapport.db import models
from rapport.domain.asks.asks import Answer
from rapport.domain.asks.chances import Band
from rapport.domain.asks.introducers import Ground
from rapport.domain.asks.introductions import Step
from rapport.domain.history.acquaintances import Sign
from rapport.domain.imports.imports import TraceKind
from rapport.domain.people.people import Told
from rapport.domain.pitches.pitches import Stage
from rapport.services import owners
from rapport.services.asks import asks, introductions
from rapport.services.asks.introducers import Kind, WhoPage, who
from rapport.services.history import acquaintances
from rapport.services.people import search_index
from rapport.services.pitches import pitches
from rapport.services.setup import demo
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_crowd, a_gathering, a_person

TODAY = NOW.date()
Shown = dict[tuple[TraceKind, str, str], tuple[int, date]]


def names(page: WhoPage) -> list[str]:
    return [one.person.name for one in page.proposals]


def known_through(owner_id: UUID, introducer: UUID, person: UUID) -> None:
    introductions.create(
        owner_id,
        introductions.Draft(person_id=person, introducer_id=introducer, on=day(2), step=Step.CONNECTED),
        at=NOW,
    )


def a_friend(owner_id: UUID, name: str, **facts: object) -> UUID:
    """Close, by what the user says."""
    return a_person(owner_id, name, told=Told.CLOSE, **facts)


# The story.


@pytest.fixture
def story(db: None) -> UUID:
    """March 2019 in Portland, told in the diary."""
    demo.load(at=NOW)
    return owners.local_owner().id


@pytest.mark.parametrize("wish", ["", "clients or other writers", "VR studio in Portland"])
def test_the_story_names_karen_and_jess_above_the_mass_of_acquaintances(story: UUID, wish: str) -> None:
    page = who(story, wish, TODAY)
    first = names(page)[:3]
    assert {"Karen Holt", "Jess Moran"} <= set(first)
    mass = {
        name
        for name, told in models.Person.objects.filter(known_before=True).values_list("name", "told")
        if not told
    }
    assert len(mass) == 35
    assert not mass & set(names(page))


def test_what_speaks_for_mary_is_true(story: UUID) -> None:
    page = who(story, "VR studio in Portland", TODAY)
    mary = next(one for one in page.proposals if one.person.name == "Mary Castellan")
    knows, brought = mary.reasons
    assert (knows.ground, knows.target and knows.target.name) == (Ground.KNOWS, "Teo Brandt")
    (link,) = knows.links
    assert link.evidence == ((Sign.GATHERING, 1, date(2019, 3, 20), "Ladies' Night"),)
    assert [hit.text for hit in knows.hits] == ["a UX designer for VR"]
    assert brought.brought
    assert set(brought.brought.names) == {
        "Alma Reyes", "Teo Brandt", "Joan Petrie", "Sol Aldana", "Leo Navarro",
    }  # fmt: skip


def test_close_friends_say_yes_more_often_than_the_mass_did(story: UUID) -> None:
    page = who(story, "", TODAY)
    karen = next(one for one in page.proposals if one.person.name == "Karen Holt")
    assert karen.introducer.band is Band.HIGH
    assert (karen.chance.came, karen.chance.tried) == (3, 5)
    assert 3 / 40 < karen.chance.low < karen.chance.mean < 3 / 5  # five asks say only so much
    told = page.yielded
    assert (told.mass_came, told.mass_tried, told.close_came, told.close_tried) == (3, 40, 3, 5)


def test_nobody_of_the_story_may_be_asked_twice_within_the_month(story: UUID) -> None:
    page = who(story, "", TODAY)
    karen = next(one for one in page.proposals if one.person.name == "Karen Holt")
    assert (karen.introducer.last_asked, karen.introducer.again_on) == (day(1), day(31))
    assert who(story, "", day(31)).proposals[0].introducer.again_on is None


# What was typed.


def test_a_name_is_a_person_and_two_of_a_name_are_asked_about(owner_id: UUID) -> None:
    karen = a_friend(owner_id, "Karen Holt")
    mary = a_person(owner_id, "Mary Castellan")
    known_through(owner_id, karen, mary)
    page = who(owner_id, "mary", TODAY)
    assert (page.wanted.kind, page.wanted.person and page.wanted.person.id) == (Kind.PERSON, mary)
    assert names(page) == ["Karen Holt"]
    second = a_person(owner_id, "Mary Okafor")
    both = who(owner_id, "mary", TODAY)
    assert {one.id for one in both.wanted.choices} == {mary, second}
    assert both.proposals == ()
    chosen = who(owner_id, "mary", TODAY, person_id=mary)
    assert names(chosen) == ["Karen Holt"]


def test_a_name_with_a_slip_is_offered(owner_id: UUID) -> None:
    a_person(owner_id, "Nora Lindqvist")
    page = who(owner_id, "Nora Lindquist", TODAY)
    assert [one.name for one in page.wanted.near] == ["Nora Lindqvist"]


def test_an_organisation_leads_to_those_there_and_to_who_knows_them(owner_id: UUID) -> None:
    karen = a_friend(owner_id, "Karen Holt")
    teo = a_person(owner_id, "Teo Brandt", organisation="Northlight Studio, Inc.")
    known_through(owner_id, karen, teo)
    page = who(owner_id, "northlight studio", TODAY)
    assert page.wanted.kind is Kind.ORGANISATION
    assert names(page)[0] == "Karen Holt"
    assert [one.name for one, _ in page.themselves] == ["Teo Brandt"]


def test_a_dream_where_nobody_is_known_is_an_organisation_all_the_same(owner_id: UUID) -> None:
    a_friend(owner_id, "Karen Holt")
    pitches.create(owner_id, pitches.Draft("Larkspur Magazine"), Stage.DREAM, TODAY, at=NOW)
    page = who(owner_id, "larkspur magazine", TODAY)
    assert (page.wanted.kind, page.wanted.is_certain, page.fitting) == (Kind.ORGANISATION, False, 0)
    assert names(page) == ["Karen Holt"]
    a_person(owner_id, "Priya Shah", note="used to draw for Larkspur Magazine")
    assert who(owner_id, "Larkspur Magazine", TODAY).fitting == 1


@pytest.mark.parametrize(
    "typed",
    [
        "editor at a food magazine",
        "éditrice d’un magazine culinaire",
        "rédactrice en chef, magazine de cuisine",
        "food editors",
    ],
)
def test_a_description_finds_ana_in_both_languages(owner_id: UUID, typed: str) -> None:
    karen, dan = a_friend(owner_id, "Karen Holt"), a_friend(owner_id, "Dan Okafor")
    ana = a_person(
        owner_id, "Ana Silva", role="Éditrice", organisation="Saveurs, le magazine", tags=("food",)
    )
    a_person(owner_id, "Tom Reed", role="engineer", organisation="Copper & Quill")
    known_through(owner_id, dan, ana)
    page = who(owner_id, typed, TODAY)
    assert page.wanted.kind is Kind.DESCRIPTION
    assert [one.name for one, _ in page.themselves] == ["Ana Silva"]
    assert names(page)[0] == "Dan Okafor"
    assert page.proposals[0].reasons[0].target
    assert page.proposals[0].reasons[0].target.id == ana
    assert karen in {one.person.id for one in page.proposals}


@pytest.mark.parametrize("where", ["note", "tags", "need", "offer"])
def test_what_was_noted_needed_and_offered_counts_too(owner_id: UUID, where: str) -> None:
    facts: dict[str, object] = (
        {"note": "A fine talker. She runs a podcast on bees."} if where == "note" else {}
    )
    facts |= {"tags": ("podcast",)} if where == "tags" else {}
    joan = a_person(owner_id, "Joan Petrie", **facts)
    for model, what in ((models.Need, "need"), (models.Offer, "offer")):
        if where == what:
            model.objects.create(owner_id=owner_id, person_id=joan, what="a podcast studio", on=day(1))
    page = who(owner_id, "somebody with a podcast", TODAY)
    assert [one.name for one, _ in page.themselves] == ["Joan Petrie"]
    if where == "note":
        assert page.themselves[0][1][0].text == "She runs a podcast on bees."


def test_a_city_alone_is_no_fit_where_more_was_described(owner_id: UUID) -> None:
    a_person(owner_id, "Tom Reed", city="Portland", role="plumber")
    teo = a_person(owner_id, "Teo Brandt", city="Portland", role="VR designer")
    page = who(owner_id, "VR studio in Portland", TODAY)
    assert [one.id for one, _ in page.themselves] == [teo]
    assert {one.name for one, _ in who(owner_id, "somebody in Portland", TODAY).themselves} == {
        "Tom Reed", "Teo Brandt",
    }  # fmt: skip


def test_nothing_that_points_to_it_is_said_so(owner_id: UUID) -> None:
    a_friend(owner_id, "Karen Holt")
    a_person(owner_id, "Tom Reed")
    page = who(owner_id, "a lighthouse keeper", TODAY)
    assert (page.fitting, names(page)) == (0, ["Karen Holt"])
    assert page.proposals[0].reasons == ()


def test_somebody_without_a_way_has_nobody_to_ask(owner_id: UUID) -> None:
    a_friend(owner_id, "Karen Holt")
    mae = a_person(owner_id, "Mae Sutter")
    assert who(owner_id, "Mae Sutter", TODAY, person_id=mae).proposals == ()


# Two steps, gatherings, earlier asks.


def test_two_steps_come_after_one_and_tell_both(owner_id: UUID) -> None:
    jess, mary, alma = (
        a_friend(owner_id, "Jess Moran"),
        a_friend(owner_id, "Mary Castellan"),
        a_person(owner_id, "Alma Reyes"),
    )
    known_through(owner_id, jess, mary)
    known_through(owner_id, mary, alma)
    page = who(owner_id, "Alma Reyes", TODAY)
    assert names(page) == ["Mary Castellan", "Jess Moran"]
    through = page.proposals[1].reasons[0]
    assert through.ground is Ground.THROUGH
    assert [(link.person.name, link.other.name) for link in through.links] == [
        ("Jess Moran", "Mary Castellan"), ("Mary Castellan", "Alma Reyes"),
    ]  # fmt: skip
    assert [link.introducer and link.introducer.name for link in through.links] == [
        "Jess Moran", "Mary Castellan",
    ]  # fmt: skip


def test_who_took_me_to_a_small_evening_leads_to_those_met_there(owner_id: UUID) -> None:
    karen, priya, nora = (
        a_friend(owner_id, "Karen Holt"),
        a_person(owner_id, "Priya Shah"),
        a_person(owner_id, "Nora Lindqvist"),
    )
    evening = a_gathering(owner_id, "Freelance Friday", size=5, invited_by=karen)
    a_coffee(owner_id, priya, nora, gathering_id=evening)
    page = who(owner_id, "Priya Shah", TODAY)
    assert names(page)[0] == "Karen Holt"
    assert "Nora Lindqvist" in names(page)


def test_who_was_asked_before_is_less_ready_and_who_was_helped_more(owner_id: UUID) -> None:
    people = {name: a_friend(owner_id, name) for name in ("Karen", "Jess", "Ruth")}
    asks.create(owner_id, asks.Draft(people["Jess"], day(-60)), at=NOW)
    models.Help.objects.create(owner_id=owner_id, person_id=people["Ruth"], what="a lift", given_on=day(20))
    assert names(who(owner_id, "", TODAY)) == ["Ruth", "Karen", "Jess"]


def test_answers_of_ones_own_move_the_chance(owner_id: UUID) -> None:
    friends = [a_friend(owner_id, name) for name in ("Karen", "Jess", "Ruth", "Dan")]
    for friend in friends[:3]:
        ask = asks.create(owner_id, asks.Draft(friend, day(-90)), at=NOW)
        asks.answer(owner_id, ask.id, Answer.KNOWS_NO_ONE, day(-80), at=NOW)
    before = who(owner_id, "", TODAY).proposals[0]
    assert before.person.name == "Dan"
    assert before.chance.mean < 0.2


def test_with_few_and_none_of_them_close_the_best_known_stand_there(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary Castellan")
    a_coffee(owner_id, mary, on=day(1))
    for wish in ("", "VR studio"):
        page = who(owner_id, wish, TODAY)
        assert (names(page), page.is_thin) == (["Mary Castellan"], True)
    a_friend(owner_id, "Karen Holt")
    assert (names(who(owner_id, "", TODAY)), who(owner_id, "", TODAY).is_thin) == (["Karen Holt"], False)


# Cost.


def test_more_people_cost_no_more_queries(owner_id: UUID) -> None:
    karen = a_friend(owner_id, "Karen Holt")
    known_through(owner_id, karen, a_person(owner_id, "Teo Brandt", role="VR designer"))
    who(owner_id, "VR designer", TODAY)  # an owner's number is looked up once
    with CaptureQueriesContext(connection) as few:
        who(owner_id, "VR designer", TODAY)
    crowd = a_crowd(owner_id, 60)
    models.Person.objects.filter(pk__in=crowd).update(role="VR designer")
    search_index.refresh_all(owner_id)
    acquaintances.rebuild(owner_id, TODAY)
    with CaptureQueriesContext(connection) as many:
        assert who(owner_id, "VR designer", TODAY).fitting == 61
    assert len(many) == len(few) < 25


def test_a_day_ahead_is_not_yet_known(owner_id: UUID) -> None:
    karen = a_friend(owner_id, "Karen Holt")
    asks.create(owner_id, asks.Draft(karen, TODAY + timedelta(days=3)), at=NOW)
    assert who(owner_id, "", TODAY).proposals[0].introducer.last_asked is None
