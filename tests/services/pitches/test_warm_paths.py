"""Who of mine is at an organisation, and the warm way there."""

from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.domain.people.people import Told
from rapport.domain.pitches.pitches import Stage
from rapport.services.people import people
from rapport.services.pitches import pages as pitch_pages
from rapport.services.pitches import pitches, warm_paths
from rapport.services.pitches.warm_paths import Warmth
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_person


def test_somebody_close_who_is_there(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary Castellan", organisation="Ladies' Night", told=Told.CLOSE)
    a_coffee(owner_id, mary)
    found = warm_paths.to(owner_id, ["Ladies’ Night", "Nowhere"])
    path = found["Ladies’ Night"].path
    assert path
    assert (path.warmth, path.through.name, path.there.name) == (
        Warmth.KNOWN, "Mary Castellan", "Mary Castellan",
    )  # fmt: skip
    assert found["Nowhere"] == warm_paths.There()


def test_somebody_close_who_introduced_them(owner_id: UUID) -> None:
    jess = a_person(owner_id, "Jess Moran", told=Told.CLOSE)
    a_coffee(owner_id, jess)
    a_person(owner_id, "Mary Castellan", organisation="Ladies' Night", introduced_by=jess)
    path = warm_paths.to(owner_id, ["Ladies’ Night"])["Ladies’ Night"].path
    assert path
    assert (path.warmth, path.through.name, path.there.name) == (
        Warmth.INTRODUCED, "Jess Moran", "Mary Castellan",
    )  # fmt: skip
    people.discard(owner_id, jess, at=NOW)
    path = warm_paths.to(owner_id, ["Ladies’ Night"])["Ladies’ Night"].path
    assert path
    assert path.warmth is Warmth.FAINT


def test_somebody_close_who_knows_them(owner_id: UUID) -> None:
    karen = a_person(owner_id, "Karen Holt", told=Told.CLOSE)
    a_coffee(owner_id, karen)
    alma = a_person(owner_id, "Alma Reyes", organisation="The Residency")
    a_coffee(owner_id, alma, memorable=False)
    for one, other in ((karen, alma), (alma, karen)):
        models.Acquaintance.objects.get_or_create(
            owner_id=owner_id, person_id=one, other_id=other, defaults={"probability": 0.6}
        )
    path = warm_paths.to(owner_id, ["Residency"])["Residency"].path
    assert path
    assert (path.warmth, path.through.name, path.there.name, path.via) == (
        Warmth.LED, "Karen Holt", "Alma Reyes", None,
    )  # fmt: skip


@pytest.mark.parametrize("count", [2, 40])
def test_queries_do_not_grow_with_dreams(
    owner_id: UUID, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        a_person(owner_id, f"Nora {number}", organisation=f"Studio Nr{number}")
        pitches.create(owner_id, pitches.Draft(f"Studio Nr{number}"), Stage.DREAM, day(1), at=NOW)
    with django_assert_max_num_queries(11):
        told = pitch_pages.ladder(owner_id, day(2))
    assert all(rung.there.people for rung in told.rungs)
