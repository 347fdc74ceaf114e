"""People: written down, found, changed, binned; and the page of one of them."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.domain.challenge.referee import Verdict
from rapport.domain.people.people import ContactKind, Reach, Told
from rapport.domain.people_filters import PeopleFilter, Sort
from rapport.domain.pitches.pitches import Stage
from rapport.services.asks import asks, introductions
from rapport.services.errors import Invalid, Problem
from rapport.services.giving import giving
from rapport.services.interactions import followups, notes
from rapport.services.journal import undo
from rapport.services.people import pages as people_pages
from rapport.services.people import people
from rapport.services.people.pages import EntryKind
from rapport.services.pitches import pitches
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_crowd, a_gathering, a_person, many_coffees

EMAIL = people.ContactPoint(ContactKind.EMAIL, "mary@example.org", "work")


def names(owner_id: UUID, **wanted: object) -> list[str]:
    return [row.name for row in people_pages.listing(owner_id, PeopleFilter(**wanted)).rows]  # type: ignore[arg-type]  # by name


def test_everything_typed_about_mary_stands_on_her_page(owner_id: UUID) -> None:
    jess = a_person(owner_id, "Jess Moran")
    panel = a_gathering(owner_id, "Ladies' Night")
    draft = people.Draft(
        name="  Mary  Castellan ",
        aliases=("Maz",),
        contact_points=(EMAIL,),
        organisation="Ladies' Night",
        role="career coach",
        city="Portland",
        country="us",
        links=("marycoaches.example",),
        note="Likes tea",
        how_met="over tea",
        introduced_by=jess,
        met_at=panel,
        told=Told.NOT_CLOSE,
        reach=Reach.NEAR,
        cadence_days=30,
        tags=("coaching", "#ladies night"),
    )
    mary = people.create(owner_id, draft, at=NOW).id
    page = people_pages.read(owner_id, mary).person
    assert (page.name, page.aliases, page.organisation) == ("Mary Castellan", ("Maz",), "Ladies' Night")
    assert (page.role, page.city, page.country, page.is_on_map) == ("career coach", "Portland", "US", True)
    assert page.links == ("https://marycoaches.example",)
    assert (page.introduced_by and page.introduced_by.name) == "Jess Moran"
    assert (page.met_at and page.met_at.name) == "Ladies' Night"
    assert (page.told, page.reach, page.cadence_days) == (Told.NOT_CLOSE, Reach.NEAR, 30)
    assert page.tags == ("coaching", "ladies-night")
    assert page.email == "mary@example.org"


def test_an_edit_replaces_the_page_and_undo_brings_the_old_one_back(owner_id: UUID) -> None:
    mary = people.create(owner_id, people.Draft("Mary", contact_points=(EMAIL,), city="Lyon"), at=NOW).id
    phone = people.ContactPoint(ContactKind.PHONE, "+1 503 555 0100")
    saved = people.edit(owner_id, mary, people.Draft("Mary Castellan", contact_points=(phone,)), at=NOW)
    now = people_pages.read(owner_id, mary).person
    assert (now.name, now.city, now.is_on_map) == ("Mary Castellan", "", False)
    assert [point.value for point in now.contact_points] == [phone.value]
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    before = people_pages.read(owner_id, mary).person
    assert (before.name, before.city, before.email) == ("Mary", "Lyon", "mary@example.org")
    assert names(owner_id, search="lyon") == ["Mary"]


def test_saving_the_same_again_offers_no_undo(owner_id: UUID) -> None:
    mary = people.create(owner_id, people.Draft("Mary", contact_points=(EMAIL,)), at=NOW).id
    assert people.edit(owner_id, mary, people.Draft("Mary", contact_points=(EMAIL,)), at=NOW).batch_id is None


@pytest.mark.parametrize(
    ("field", "code", "draft"),
    [
        ("name", Problem.REQUIRED, people.Draft(" \n ")),
        ("name", Problem.TOO_LONG, people.Draft("M" * 201)),
        ("name", Problem.BAD_TEXT, people.Draft("Ma\0ry")),
        ("note", Problem.BAD_TEXT, people.Draft("Mary", note="bell \x07")),
        ("country", Problem.UNKNOWN, people.Draft("Mary", country="1!")),
        ("links", Problem.NOT_A_LINK, people.Draft("Mary", links=("javascript:alert(1)//x.y",))),
        ("links", Problem.NOT_A_LINK, people.Draft("Mary", links=("data://text.html,<script>",))),
        ("cadence_days", Problem.OUT_OF_RANGE, people.Draft("Mary", cadence_days=0)),
        ("introduced_by", Problem.UNKNOWN, people.Draft("Mary", introduced_by=uuid4())),
        ("met_at", Problem.UNKNOWN, people.Draft("Mary", met_at=uuid4())),
        (
            "contact_points",
            Problem.NOT_AN_EMAIL,
            people.Draft("Mary", contact_points=(people.ContactPoint(ContactKind.EMAIL, "mary at home"),)),
        ),
    ],
)
def test_bad_input_names_its_field_and_saves_nothing(
    owner_id: UUID, field: str, code: Problem, draft: people.Draft
) -> None:
    with pytest.raises(Invalid) as caught:
        people.create(owner_id, draft, at=NOW)
    assert (caught.value.field, caught.value.code) == (field, code)
    assert not models.Person.objects.exists()


def test_faithful_text_survives(owner_id: UUID) -> None:
    for name in ("مريم", "Zoë 🦊", "<b>Mary</b>", "O’Neill-Ångström"):
        assert people_pages.read(owner_id, a_person(owner_id, name)).person.name == name


def test_nobody_came_through_themselves(owner_id: UUID) -> None:
    karen = a_person(owner_id, "Karen")
    nora = a_person(owner_id, "Nora", introduced_by=karen)
    with pytest.raises(Invalid) as caught:
        people.edit(owner_id, karen, people.Draft("Karen", introduced_by=nora), at=NOW)
    assert caught.value.code is Problem.IN_A_CIRCLE


def test_a_stranger_sees_and_changes_nobody(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    stranger = models.Owner.objects.create(rest_weekdays=[6]).pk
    for verb in (people_pages.read, lambda o, p: people.discard(o, p, at=NOW)):
        with pytest.raises(LookupError):
            verb(stranger, mary)
    with pytest.raises(LookupError):
        people.edit(stranger, mary, people.Draft("Mine"), at=NOW)
    assert people_pages.listing(stranger).rows == ()


def test_what_happened_stays_without_the_one_in_the_bin(owner_id: UUID, month: UUID) -> None:
    mary, tom = a_person(owner_id, "Mary"), a_person(owner_id, "Tom")
    lunch = a_coffee(owner_id, mary, tom)
    people.discard(owner_id, mary, at=NOW)
    with pytest.raises(LookupError):
        people_pages.read(owner_id, mary)
    assert names(owner_id) == ["Tom"]
    there = people_pages.read(owner_id, tom).thread[0].row
    assert there.id == lunch
    assert [part.person.name for part in there.people] == ["Tom"]  # type: ignore[union-attr]  # an interaction
    people.restore(owner_id, mary, at=NOW)
    assert people_pages.listing(owner_id, PeopleFilter(only_connections=True)).paging.total == 2


def test_search_ignores_accents_and_looks_at_everything(owner_id: UUID) -> None:
    a_person(owner_id, "Zoë Marchand", aliases=("Zo",), organisation="Atelier Crème", tags=("vr",))
    a_person(owner_id, "Tom Reed", city="Orléans", note="met at the crêperie")
    assert names(owner_id, search="zoe") == ["Zoë Marchand"]
    assert names(owner_id, search="CREME marchand") == ["Zoë Marchand"]
    assert names(owner_id, search="crêpe orleans") == ["Tom Reed"]
    assert names(owner_id, search="vr") == ["Zoë Marchand"]
    assert names(owner_id, search="100%") == []
    assert names(owner_id, search="Tom" * 30_000) == []


def test_names_sort_without_regard_to_case_and_accents(owner_id: UUID) -> None:
    for name in ("Zoé", "Élodie", "eva", "Émile"):
        a_person(owner_id, name)
    assert names(owner_id) == ["Élodie", "Émile", "eva", "Zoé"]


def test_the_list_narrows_by_tag_city_and_what_counted(owner_id: UUID, month: UUID) -> None:
    mary = a_person(owner_id, "Mary", city="Portland", country="US", tags=("vr",))
    tom = a_person(owner_id, "Tom", city="Lyon", tags=("vr-games",))
    a_coffee(owner_id, mary, on=day(2))
    a_coffee(owner_id, tom, on=day(3), memorable=False)
    assert names(owner_id, tag="vr") == ["Mary"]
    assert names(owner_id, city="Lyon") == ["Tom"]
    assert names(owner_id, challenge_id=month, only_connections=True) == ["Mary"]
    assert names(owner_id, sort=Sort.LAST_CONTACT) == ["Tom", "Mary"]
    assert names(owner_id, sort=Sort.CLOSENESS) == ["Mary", "Tom"]
    marked = {row.name: row.is_connection for row in people_pages.listing(owner_id).rows}
    assert marked == {"Mary": True, "Tom": False}
    found = people_pages.facets(owner_id)
    assert found.tags == (("vr", 1), ("vr-games", 1))
    assert found.cities == (("Lyon", 1), ("Portland", 1))


def test_a_page_holds_fifty(owner_id: UUID) -> None:
    a_crowd(owner_id, 120)
    first, last = people_pages.listing(owner_id), people_pages.listing(owner_id, page=3)
    assert (len(first.rows), len(last.rows), last.paging.pages) == (50, 20, 3)
    assert last.rows[0].name == "Nora 00100"
    assert not last.paging.has_next
    assert people_pages.listing(owner_id, page=99).rows == ()


@pytest.mark.parametrize("count", [3, 300])
def test_lists_ask_as_often_for_many_as_for_few(
    owner_id: UUID, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """At most: on SQLite the search itself goes past what is counted."""
    a_crowd(owner_id, count)
    with django_assert_max_num_queries(5):
        people_pages.listing(owner_id, PeopleFilter(search="nora", tag="freelance", city="Portland"))
    with django_assert_max_num_queries(5):
        people_pages.listing(owner_id, PeopleFilter(search="nora"))
    with django_assert_max_num_queries(5):
        people_pages.facets(owner_id)


@pytest.mark.parametrize("count", [3, 300])
def test_so_does_the_page_of_one(
    owner_id: UUID, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    mary = a_person(owner_id, "Mary")
    many_coffees(owner_id, [mary] * count)
    with django_assert_num_queries(20):
        assert len(people_pages.read(owner_id, mary).thread) == count


def test_the_thread_holds_all_there_was_with_mary_newest_first(owner_id: UUID, month: UUID) -> None:
    mary, tom = a_person(owner_id, "Mary"), a_person(owner_id, "Tom")
    a_coffee(owner_id, mary, on=day(1), memorable=True)
    asks.create(owner_id, asks.Draft(mary, day(2), "a VR studio"), at=NOW)
    introductions.create(owner_id, introductions.Draft(mary, day(3), other_id=tom), at=NOW)
    pitches.create(owner_id, pitches.Draft("Acme", mary), Stage.SENT, day(4), at=NOW)
    giving.create_help(owner_id, giving.HelpDraft(mary, "a template", promised_on=day(5)), at=NOW)
    giving.create_need(owner_id, giving.NeedDraft("a copywriter", day(6), mary), at=NOW)
    giving.create_offer(owner_id, giving.OfferDraft("coaching", day(7), mary), at=NOW)
    notes.create(owner_id, notes.Draft(day(8), "She laughs a lot", person_id=mary), at=NOW)
    followups.create(owner_id, followups.Draft(day(12), day(9), mary, "send it"), at=NOW)
    page = people_pages.read(owner_id, mary)
    kinds = [entry.kind for entry in page.thread]
    assert kinds == list(reversed(kinds_in_order()))
    met = page.thread[-1]
    assert met.part
    assert met.part.ruling
    assert met.part.ruling.verdict is Verdict.CONNECTION
    assert [each.what for each in page.promises] == ["a template"]
    assert [each.what for each in page.needs] == ["a copywriter"]
    assert [each.what for each in page.offers] == ["coaching"]
    assert [each.what for each in page.follow_ups] == ["send it"]


def kinds_in_order() -> list[EntryKind]:
    return [
        EntryKind.INTERACTION,
        EntryKind.ASK,
        EntryKind.INTRODUCTION,
        EntryKind.PITCH,
        EntryKind.HELP,
        EntryKind.NEED,
        EntryKind.OFFER,
        EntryKind.NOTE,
        EntryKind.FOLLOW_UP,
    ]


def test_alma_came_through_the_panel_mary_and_jess(owner_id: UUID) -> None:
    jess = a_person(owner_id, "Jess")
    mary = a_person(owner_id, "Mary", introduced_by=jess)
    a_gathering(owner_id, "Ladies' Night", invited_by=mary)
    panel = a_gathering(owner_id, "Ladies' Night", day(20))  # the next date: Mary brought me to the first
    alma = a_person(owner_id, "Alma", met_at=panel)
    steps = people_pages.read(owner_id, alma).chain
    named = [step.person or step.gathering for step in steps]
    assert [step.name for step in named if step] == ["Ladies' Night", "Mary", "Jess"]
    assert [each.name for each in people_pages.read(owner_id, mary).brought] == ["Alma"]
    assert [each.name for each in people_pages.read(owner_id, jess).brought] == ["Mary"]


def test_a_circle_told_by_the_diary_does_not_hang_the_page(owner_id: UUID) -> None:
    karen, nora = a_person(owner_id, "Karen"), a_person(owner_id, "Nora")
    models.Person.objects.filter(pk=karen).update(introduced_by=nora)
    models.Person.objects.filter(pk=nora).update(introduced_by=karen)
    assert [step.person and step.person.name for step in people_pages.read(owner_id, karen).chain] == ["Nora"]


def test_the_cadence_says_when_to_be_in_touch_again(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary", cadence_days=30)
    assert people_pages.read(owner_id, mary).due_on is None
    a_coffee(owner_id, mary, on=FIRST_DAY)
    page = people_pages.read(owner_id, mary)
    assert page.person.last_on == FIRST_DAY
    assert page.due_on == FIRST_DAY + timedelta(days=30)
