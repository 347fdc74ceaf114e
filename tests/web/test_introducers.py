"""The box “Who could introduce you to …?”, the people to ask, and the ask that is written to them."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.domain.asks.introductions import Step
from rapport.domain.people.people import Told
from rapport.domain.pitches.pitches import Stage
from rapport.services import owners
from rapport.services.asks import asks, introductions
from rapport.services.asks import pages as ask_pages
from rapport.services.pitches import pitches
from tests.cast import day
from tests.services.makers import a_coffee, a_crowd, a_person, mail
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


@pytest.fixture
def karen(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    """Close, and she brought me Teo."""
    karen = a_person(
        owner_id, "Karen Holt", told=Told.CLOSE, known_before=True,
        contact_points=(mail("karen@example.org"),),
    )  # fmt: skip
    teo = a_person(owner_id, "Teo Brandt", role="VR designer")
    draft = introductions.Draft(teo, day(2), introducer_id=karen, step=Step.CONNECTED)
    introductions.create(owner_id, draft, at=NOW)
    return karen


@pytest.fixture
def jess(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    return a_person(owner_id, "Jess Moran", told=Told.CLOSE, known_before=True)


def test_the_box_stands_on_asks_and_leads_to_the_answer(visitor: Client) -> None:
    page = visitor.get("/asks").content.decode()
    assert '<form method="get" action="/asks/who">' in page
    assert "/asks/who?q=a+VR+studio+in+Portland" in page


def test_the_people_to_ask_come_with_reasons_and_a_way_to_write(visitor: Client, karen: UUID) -> None:
    page = visitor.get("/asks/who", {"q": "VR designer"})
    said = words(page)
    assert "Of your own people Teo Brandt VR designer" in said
    assert "Karen knows" not in said
    assert "Karen Holt knows Teo Brandt (VR designer): Karen Holt introduced you to Teo Brandt on" in said
    assert "You are close (0.8 of 1)." in said
    assert "Chance of a yes: about 1 in" in said
    assert f"/asks/write?person={karen}" in page.content.decode()


def test_with_nobody_here_the_page_leads_to_files(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    page = visitor.get("/asks/who", {"q": "VR studio"})
    assert "Nobody is here to ask yet. Bring people in" in words(page)
    assert "These people are close to you" not in words(page)


def test_with_a_handful_of_people_nobody_is_called_absent(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    a_coffee(owner_id, a_person(owner_id, "Mary Castellan"), on=day(1))
    said = words(visitor.get("/asks/who", {"q": "VR studio"}))
    assert "Nobody is close to you yet, as far as is written down, and nothing points to anybody." in said
    assert "Mary Castellan You know each other a little" in said
    assert "Nothing points to it yet." in said


def test_a_dream_leads_to_whom_to_ask_there(visitor: Client, karen: UUID, owner_id: UUID) -> None:  # noqa: F811
    pitch = pitches.create(owner_id, pitches.Draft("Larkspur & Co"), Stage.DREAM, TODAY, at=NOW).id
    page = visitor.get(f"/pitches/{pitch}").content.decode()
    assert 'href="/asks/who?q=Larkspur+%26+Co">Who could introduce you there?' in page
    found = visitor.get("/asks/who", {"q": "Larkspur & Co"})
    assert "Who could introduce you at Larkspur & Co? Nobody you know is at Larkspur & Co" in words(found)
    assert "target=somebody+at+Larkspur+%26+Co" in found.content.decode()
    pitches.step(owner_id, pitch, Stage.LOST, TODAY, at=NOW)
    assert "Who could introduce you there?" not in words(visitor.get(f"/pitches/{pitch}"))


def test_who_is_hardly_known_leads_to_who_could_introduce_me(
    visitor: Client,
    karen: UUID,
    owner_id: UUID,  # noqa: F811 - fixture
) -> None:
    ines = a_person(owner_id, "Ines Vale")
    asked = f'href="/asks/who?person={ines}">Who could introduce you?'
    assert asked in visitor.get(f"/people/{ines}").content.decode()
    assert "Who could introduce you to Ines Vale?" in words(visitor.get("/asks/who", {"person": str(ines)}))
    assert "Who could introduce you?" not in words(visitor.get(f"/people/{karen}"))


def test_whoever_was_met_or_is_being_introduced_needs_no_introduction(
    visitor: Client,
    karen: UUID,
    owner_id: UUID,  # noqa: F811 - fixture
) -> None:
    ines, ruby = a_person(owner_id, "Ines Vale"), a_person(owner_id, "Ruby Castile")
    introductions.create(owner_id, introductions.Draft(ines, TODAY, introducer_id=karen), at=NOW)
    a_coffee(owner_id, ruby, on=TODAY)
    for person in (ines, ruby):
        assert "Who could introduce you?" not in words(visitor.get(f"/people/{person}"))


def test_a_name_of_two_is_asked_about_and_either_can_be_chosen(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    first = a_person(owner_id, "Mary Castellan", organisation="Ladies’ Night")
    a_person(owner_id, "Mary Chen")
    page = visitor.get("/asks/who", {"q": "Mary"})
    assert "Which one? Mary Castellan Ladies’ Night Mary Chen" in words(page)
    assert f"person={first}" in page.content.decode()
    assert "Who could introduce you to Mary Castellan?" in words(
        visitor.get("/asks/who", {"person": str(first)})
    )


def test_a_name_can_be_read_as_words(visitor: Client, karen: UUID) -> None:
    page = visitor.get("/asks/who", {"q": "Teo Brandt"})
    assert "as=words" in page.content.decode()
    assert "Who could introduce you to “Teo Brandt”?" in words(
        visitor.get("/asks/who", {"q": "Teo Brandt", "as": "words"})
    )


@pytest.mark.parametrize("asked", ["", "%", "' OR 1=1 --", "a" * 5_000, "\x00", "“", "of the", "NOT", "*"])
def test_whatever_is_typed_there_is_a_page(visitor: Client, karen: UUID, asked: str) -> None:
    assert visitor.get("/asks/who", {"q": asked, "person": asked}).status_code == 200
    assert visitor.get("/asks/write", {"person": asked, "target": asked}).status_code in (200, 302)


def test_the_letter_names_the_target_and_can_be_sent(visitor: Client, owner_id: UUID, karen: UUID) -> None:  # noqa: F811 - fixture
    owners.edit(owner_id, at=NOW, about="I write about food.")
    page = visitor.get("/asks/write", {"person": str(karen), "target": "a VR studio in Portland"})
    body = page.content.decode()
    assert "Hello Karen," in body
    assert "a VR studio in Portland" in body
    assert "I write about food." in body
    assert "mailto:karen@example.org" in body
    sent = posted(page, "/letters/draft.eml") | {"body": "Hello Karen, would you?"}
    answer = visitor.post("/asks/sent", sent, follow=True)
    assert "Written down: you asked Karen Holt." in words(answer)
    (ask,) = ask_pages.listing(owner_id, TODAY).waiting
    assert (ask.ask.target, ask.ask.text, ask.ask.on) == (
        "a VR studio in Portland", "Hello Karen, would you?", TODAY,
    )  # fmt: skip
    assert "Hello Karen, would you?" in words(visitor.get(f"/asks/{ask.ask.id}"))


def test_what_a_mail_program_left_in_a_letter_does_not_lose_it_and_twice_is_once(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - fixture
    karen: UUID,
) -> None:
    sent = {"person": str(karen), "target": "an editor\x0b", "body": "Hello Karen,\x0bwould you?"}
    visitor.post("/asks/sent", sent)
    assert "You asked Karen Holt today." in words(visitor.post("/asks/sent", sent, follow=True))
    (ask,) = ask_pages.listing(owner_id, TODAY).waiting
    assert (ask.ask.target, ask.ask.text) == ("an editor", "Hello Karen,would you?")


def test_an_ask_for_somebody_known_keeps_whom(visitor: Client, owner_id: UUID, karen: UUID) -> None:  # noqa: F811 - fixture
    page = visitor.get("/asks/who", {"q": "Teo Brandt"}).content.decode()
    teo = models.Person.objects.get(name="Teo Brandt").pk
    assert f"wanted={teo}" in page
    letter = visitor.get("/asks/write", {"person": str(karen), "target": "Teo", "wanted": str(teo)})
    visitor.post("/asks/sent", posted(letter, "/letters/draft.eml"))
    (ask,) = ask_pages.listing(owner_id, TODAY).waiting
    assert ask.ask.wanted
    assert ask.ask.wanted.id == teo


def test_nobody_is_written_to_twice_within_the_month(visitor: Client, owner_id: UUID, karen: UUID) -> None:  # noqa: F811 - fixture
    asks.create(owner_id, asks.Draft(karen, TODAY), at=NOW)
    listed = visitor.get("/asks/who", {"q": "VR"})
    assert "You asked them today. You may again from" in words(listed)
    assert f"person={karen}" not in listed.content.decode()
    letter = visitor.get("/asks/write", {"person": str(karen), "target": "x"})
    assert "Nobody is asked twice within the month" in words(letter)
    assert "/asks/sent" not in letter.content.decode()
    visitor.post("/asks/sent", posted(letter, "/letters/draft.eml") | {"person": str(karen)})
    assert ask_pages.listing(owner_id, TODAY).total == 1


def test_the_same_ask_to_several_says_what_that_yields_and_comes_back(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    karen: UUID,
    jess: UUID,
) -> None:
    page = visitor.get("/asks/write", {"person": [str(karen), str(jess)], "target": "a VR studio"})
    said = words(page)
    assert "The same ask to several" in said
    assert "Writing to many at once brings little." in said
    first = posted(page, "/letters/draft.eml")
    answer = visitor.post("/asks/sent", first)
    assert f"person={jess}" in answer.headers["Location"]
    assert f"person={karen}" not in answer.headers["Location"]
    assert ask_pages.listing(owner_id, TODAY).total == 1


def test_a_letter_can_be_in_the_other_language(visitor: Client, karen: UUID) -> None:
    page = visitor.get("/asks/write", {"person": str(karen), "target": "x"}).content.decode()
    assert "Write it in French" in page
    assert "in=fr" in page
    assert visitor.get("/asks/write", {"person": str(karen), "target": "x", "in": "fr"}).status_code == 200


def test_without_lines_about_oneself_the_page_says_where_to_write_them(visitor: Client, karen: UUID) -> None:
    assert "Two lines about you make an ask easy to pass on." in words(
        visitor.get("/asks/write", {"person": str(karen)})
    )


def test_somebody_unknown_cannot_be_asked(visitor: Client, karen: UUID) -> None:
    assert visitor.post("/asks/sent", {"person": "x"}).status_code == 404
    assert visitor.get("/asks/write").headers["Location"] == "/asks/who"


def test_queries_do_not_grow_with_people(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    karen: UUID,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    a_crowd(owner_id, 80)
    visitor.get("/asks/who", {"q": "VR designer"})
    owners.edit(owner_id, at=NOW, about="x")
    with django_assert_max_num_queries(26):
        page: Any = visitor.get("/asks/who", {"q": "VR designer"})
    assert page.status_code == 200
