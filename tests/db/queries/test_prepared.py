"""A query compiled once says what the ORM would say each time."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db.models import QuerySet

from rapport.db.models import FollowUp, Owner, Person
from rapport.db.queries.prepared import FEW, prepared, prepared_for_few

pytestmark = pytest.mark.django_db

MARCH = date(2026, 3, 5)


def due(owner_id: UUID, since: date, until: date) -> "QuerySet[Any, Any]":
    steps = FollowUp.objects.of(owner_id).live().filter(due_on__gte=since, due_on__lte=until)
    return steps.order_by("due_on").values_list("id", "due_on", "what", "person_id", "person__name")


def first(owner_id: UUID, order: str, many: int) -> "QuerySet[Any, Any]":
    return Person.objects.of(owner_id).order_by(order).values_list("name", "aliases", "known_before")[:many]


@pytest.fixture
def owner_id() -> UUID:
    owner = Owner.objects.create()
    karen, mary = (Person.objects.create(owner=owner, name=name, folded=name) for name in ("Karen", "Mary"))
    for days, person in enumerate((karen, mary, None)):
        FollowUp.objects.create(
            owner=owner, person=person, what="call", made_on=MARCH, due_on=MARCH + timedelta(days=days)
        )
    return owner.pk


def test_the_rows_are_those_of_the_orm_with_ids_and_days_as_such(owner_id: UUID) -> None:
    asked = prepared(due)
    for until in (MARCH, MARCH + timedelta(days=1), MARCH + timedelta(days=9)):
        assert asked(owner_id, MARCH, until) == list(due(owner_id, MARCH, until))
    assert len(asked(owner_id, MARCH, MARCH + timedelta(days=9))) == 3


def test_it_is_built_once_and_never_answers_for_another_owner(owner_id: UUID) -> None:
    built = []

    @prepared
    def names(owner_id: UUID) -> "QuerySet[Any, Any]":
        built.append(owner_id)
        return Person.objects.of(owner_id).order_by("name").values_list("name")

    assert [names(owner_id), names(uuid4()), names(owner_id)] == [
        [("Karen",), ("Mary",)],
        [],
        [("Karen",), ("Mary",)],
    ]
    assert len(built) == 1
    assert owner_id not in built


def test_an_order_and_a_number_of_rows_make_a_query_of_their_own(owner_id: UUID) -> None:
    asked = prepared(first)
    assert asked(owner_id, "name", 2) == [("Karen", [], False), ("Mary", [], False)]
    assert asked(owner_id, "-name", 2) == [("Mary", [], False), ("Karen", [], False)]
    assert asked(owner_id, "name", 1) == [("Karen", [], False)]


def test_nobody_a_few_and_many_are_asked_for(owner_id: UUID, django_assert_num_queries: Any) -> None:
    def names(people: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
        return Person.objects.of(owner_id).filter(pk__in=people).order_by("name").values_list("name")

    asked = prepared_for_few(names)
    both = tuple(Person.objects.order_by("name").values_list("pk", flat=True))
    with django_assert_num_queries(0):
        assert asked((), owner_id) == []
        assert asked((None,), owner_id) == []
    for strangers in (0, 1, FEW, 3 * FEW):
        people = (*both, None, *(uuid4() for _ in range(strangers)))
        with django_assert_num_queries(1):
            assert asked(people, owner_id) == [("Karen",), ("Mary",)]
        assert asked(people[1:], owner_id) == [("Mary",)]


def test_what_is_no_id_is_refused_rather_than_remembered(owner_id: UUID) -> None:
    @prepared_for_few
    def names(people: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
        return Person.objects.filter(pk__in=people).values_list("name")

    stranger: Any = str(uuid4())
    with pytest.raises(TypeError):
        names((stranger,))


def test_several_people_are_asked_for_by_their_ids(owner_id: UUID) -> None:
    @prepared
    def names(people: tuple[UUID, ...], owner_id: UUID) -> "QuerySet[Any, Any]":
        return Person.objects.of(owner_id).filter(pk__in=people).order_by("name").values_list("name")

    karen, mary = Person.objects.order_by("name").values_list("pk", flat=True)
    assert names((karen, mary), owner_id) == [("Karen",), ("Mary",)]
    assert names((mary, uuid4()), owner_id) == [("Mary",)]
    assert names((karen,), owner_id) == [("Karen",)]
    assert names((karen, mary), uuid4()) == []


def test_a_query_that_reckons_with_its_argument_is_refused(owner_id: UUID) -> None:
    @prepared
    def lately(owner_id: UUID, today: date) -> "QuerySet[Any, Any]":
        return FollowUp.objects.of(owner_id).filter(due_on__gte=today - timedelta(days=3)).values_list("id")

    with pytest.raises(TypeError, match="lately asks for something else than its arguments"):
        lately(owner_id, MARCH)
