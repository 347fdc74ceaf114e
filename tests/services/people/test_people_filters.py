"""The list of people narrowed by what is known of each; the filters combine."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.domain.imports.imports import Source
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.people.people import ContactKind, Told
from rapport.domain.people_filters import Closeness, Due, LastContact, PeopleFilter, Sort
from rapport.services.giving import giving
from rapport.services.interactions import followups
from rapport.services.journal import undo
from rapport.services.people import pages as people_pages
from rapport.services.people import people
from rapport.services.people.pages import everyone
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_crowd, a_gathering, a_person

TODAY = date(2019, 3, 30)


def names(owner_id: UUID, **wanted: object) -> list[str]:
    found = people_pages.listing(owner_id, PeopleFilter(**wanted), today=TODAY)  # type: ignore[arg-type]  # by name
    assert found.paging.total == len(found.rows)
    return [row.name for row in found.rows]


def a_tie(person_id: UUID, **columns: object) -> None:
    models.Tie.objects.filter(person_id=person_id).delete()
    owner = models.Person.objects.get(pk=person_id).owner_id
    models.Tie.objects.create(owner_id=owner, person_id=person_id, **columns)


def test_closeness_has_three_bands_and_those_who_fell_asleep(owner_id: UUID) -> None:
    a_person(owner_id, "Nora")  # no tie at all
    for name, closeness in (("Karen", 0.9), ("Jess", 0.5), ("Mary", 0.49), ("Tom", 0.2), ("Teo", 0.19)):
        a_tie(a_person(owner_id, name), closeness=closeness, last_on=TODAY)
    asleep = a_person(owner_id, "Ana")
    a_tie(asleep, closeness=0.1, was_strong=True, last_on=TODAY - timedelta(days=365))
    assert names(owner_id, close=Closeness.CLOSE) == ["Jess", "Karen"]
    assert names(owner_id, close=Closeness.SOME) == ["Mary", "Tom"]
    assert names(owner_id, close=Closeness.FAINT) == ["Ana", "Nora", "Teo"]
    assert names(owner_id, close=Closeness.DORMANT) == ["Ana"]
    a_tie(asleep, closeness=0.1, was_strong=True, last_on=TODAY - timedelta(days=364))
    assert names(owner_id, close=Closeness.DORMANT) == []


def test_the_last_contact_is_counted_in_days(owner_id: UUID) -> None:
    a_person(owner_id, "Nora")
    for name, days in (("Karen", 30), ("Jess", 31), ("Mary", 91), ("Tom", 365), ("Teo", 366)):
        a_tie(a_person(owner_id, name), last_on=TODAY - timedelta(days=days))
    assert names(owner_id, since=LastContact.MONTH) == ["Karen"]
    assert names(owner_id, since=LastContact.QUARTER) == ["Jess", "Karen", "Mary"]
    assert names(owner_id, since=LastContact.YEAR) == ["Jess", "Karen", "Mary", "Tom"]
    assert names(owner_id, since=LastContact.LONGER) == ["Teo"]
    assert names(owner_id, since=LastContact.NEVER) == ["Nora"]


def test_due_by_the_rhythm_or_by_a_next_step(owner_id: UUID) -> None:
    for name, days, cadence in (("Karen", 30, 30), ("Jess", 29, 30), ("Mary", 900, None)):
        a_tie(a_person(owner_id, name, cadence_days=cadence), last_on=TODAY - timedelta(days=days))
    a_person(owner_id, "Nora", cadence_days=7)  # never in touch: nothing to repeat
    tom, teo = a_person(owner_id, "Tom"), a_person(owner_id, "Teo")
    followups.create(owner_id, followups.Draft(TODAY, TODAY, tom, "the template"), at=NOW)
    followups.create(owner_id, followups.Draft(TODAY + timedelta(days=1), TODAY, teo), at=NOW)
    done = followups.create(owner_id, followups.Draft(TODAY, TODAY, teo), at=NOW).id
    followups.done(owner_id, done, TODAY, at=NOW)
    assert names(owner_id, due=Due.RHYTHM) == ["Karen"]
    assert names(owner_id, due=Due.STEP) == ["Tom"]
    assert names(owner_id, due=Due.ANY) == ["Karen", "Tom"]


def test_needs_and_offers_are_found_by_beginnings_of_words_without_accents(owner_id: UUID) -> None:
    ana, tom = a_person(owner_id, "Ana"), a_person(owner_id, "Tom")
    need = giving.create_need(owner_id, giving.NeedDraft("une développeuse VR", day(6), ana), at=NOW).id
    giving.create_need(owner_id, giving.NeedDraft("a copywriter", day(6)), at=NOW)  # my own
    giving.create_offer(owner_id, giving.OfferDraft("developing films", day(7), tom), at=NOW)
    assert names(owner_id, needs="develop vr") == ["Ana"]
    assert names(owner_id, needs="copy") == []
    assert names(owner_id, needs="*") == ["Ana"]
    assert names(owner_id, offers="film") == ["Tom"]
    assert names(owner_id, needs="*", offers="*") == []
    giving.meet_need(owner_id, need, TODAY, at=NOW)
    assert names(owner_id, needs="*") == []


def test_through_whom_and_where_one_met(owner_id: UUID) -> None:
    jess = a_person(owner_id, "Jess")
    a_gathering(owner_id, "Ladies' Night", day(1))
    second = a_gathering(owner_id, "Ladies' Night", day(8))
    a_person(owner_id, "Mary", introduced_by=jess)
    a_person(owner_id, "Alma", met_at=second)
    assert names(owner_id, through=jess) == ["Mary"]
    assert names(owner_id, through=second) == ["Alma"]
    assert names(owner_id, through=uuid4()) == []
    offered = people_pages.facets(owner_id).through
    assert [(each.name, each.count, each.is_person) for each in offered] == [
        ("Jess", 1, True),
        ("Ladies' Night", 1, False),
    ]
    for each, name in zip(offered, ("Mary", "Alma"), strict=True):
        assert names(owner_id, through=each.id) == [name]


def test_who_cannot_be_reached_and_who_came_from_a_file(owner_id: UUID) -> None:
    mail = people.ContactPoint(ContactKind.EMAIL, "mary@example.org")
    a_person(owner_id, "Mary", contact_points=(mail,))
    tom = a_person(owner_id, "Tom")
    models.SourceRecord.objects.create(
        owner_id=owner_id, source=Source.LINKEDIN, key="t", digest="t", person_id=tom
    )
    assert names(owner_id, unreachable=True) == ["Tom"]
    assert names(owner_id, source=Source.LINKEDIN) == ["Tom"]
    assert names(owner_id, source=Source.VCARD) == []
    assert people_pages.facets(owner_id).sources == ((Source.LINKEDIN, 1),)


def test_the_closest_come_first_where_words_are_looked_for(owner_id: UUID) -> None:
    for name, told in (("Ana Castellan", Told.NOT_CLOSE), ("Mary Castellan", Told.CLOSE)):
        a_person(owner_id, name, told=told)
    assert names(owner_id, search="cas") == ["Mary Castellan", "Ana Castellan"]
    assert names(owner_id, search="cas", unreachable=True) == ["Mary Castellan", "Ana Castellan"]
    assert names(owner_id, search="cas", sort=Sort.NAME) == ["Ana Castellan", "Mary Castellan"]
    assert names(owner_id, search="(") == ["Ana Castellan", "Mary Castellan"]


def test_later_pages_of_a_search_go_on_where_the_first_ends(owner_id: UUID) -> None:
    a_crowd(owner_id, 120)
    pages = [people_pages.listing(owner_id, PeopleFilter(search="n"), page=number) for number in (1, 2, 3, 4)]
    assert [len(page.rows) for page in pages] == [50, 50, 20, 0]
    assert {page.paging.total for page in pages} == {120}
    assert len({row.id for page in pages for row in page.rows}) == 120
    assert len(everyone(owner_id, PeopleFilter(search="n"), today=TODAY)) == 120


EVERYTHING = PeopleFilter(
    search="nora",
    tag="freelance",
    city="Portland",
    close=Closeness.CLOSE,
    since=LastContact.YEAR,
    due=Due.ANY,
    needs="vr",
    offers="*",
    through=uuid4(),
    unreachable=True,
    source=Source.VCARD,
    only_connections=True,
    sort=Sort.LAST_CONTACT,
)


@pytest.mark.parametrize("count", [3, 300])
def test_all_filters_at_once_are_one_query_each_for_rows_and_count(
    owner_id: UUID, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    crowd = a_crowd(owner_id, count)
    models.Need.objects.bulk_create(
        models.Need(owner_id=owner_id, person_id=person, what="a VR studio", on=TODAY) for person in crowd
    )
    with django_assert_max_num_queries(5):  # the search and what they need beside rows and count
        people_pages.listing(owner_id, EVERYTHING, today=TODAY)


def test_the_silence_starts_again_with_any_real_contact_and_an_older_one_changes_nothing(
    owner_id: UUID,
) -> None:
    mary = a_person(owner_id, "Mary", cadence_days=5)
    a_coffee(owner_id, mary, on=day(20))
    assert people_pages.read(owner_id, mary).due_on == day(25)
    a_coffee(owner_id, mary, on=day(2))
    assert people_pages.read(owner_id, mary).due_on == day(25)
    undo.undo(owner_id, undo.recent(owner_id)[0].id, at=NOW)
    assert people_pages.read(owner_id, mary).due_on == day(25)
    assert names(owner_id, due=Due.RHYTHM) == ["Mary"]


def test_a_contact_of_many_years_ago_is_longer_ago_and_not_never(owner_id: UUID) -> None:
    mary, tom = a_person(owner_id, "Mary", cadence_days=30), a_person(owner_id, "Tom")
    long_ago = TODAY - timedelta(days=7 * 365)
    a_coffee(owner_id, mary, on=long_ago)
    a_coffee(owner_id, tom, on=long_ago, channel=Channel.EMAIL, direction=Direction.OUTBOUND)
    assert names(owner_id, since=LastContact.LONGER) == ["Mary"]
    assert names(owner_id, since=LastContact.NEVER) == ["Tom"]
    assert people_pages.read(owner_id, mary).due_on == long_ago + timedelta(days=30)
