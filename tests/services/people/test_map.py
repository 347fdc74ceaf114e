"""The map from rows: what joins people, places that stay, and pages that do not wait."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from rapport.db import models
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.history.history import AddressKind
from rapport.domain.imports.imports import TraceKind
from rapport.domain.map.map import GroupKind, Join
from rapport.services import owners
from rapport.services.asks import introductions
from rapport.services.people import map as maps
from rapport.services.people import people
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_gathering, a_person


def joined(owner_id: UUID) -> set[tuple[str, str, Join]]:
    network = maps.open_map(owner_id).network
    names = [node.name for node in network.nodes]
    return {(*sorted((names[edge.a], names[edge.b])), edge.join) for edge in network.edges}  # type: ignore[misc]  # two names


def test_mary_stands_through_jess(owner_id: UUID) -> None:
    jess = a_person(owner_id, "Jess Moran")
    a_person(owner_id, "Mary Castellan", introduced_by=jess)
    assert joined(owner_id) == {("Jess Moran", "Mary Castellan", Join.THROUGH)}


def test_an_introduction_that_came_about_counts_like_how_you_met(owner_id: UUID) -> None:
    karen, priya = a_person(owner_id, "Karen"), a_person(owner_id, "Priya")
    draft = introductions.Draft(on=NOW.date(), person_id=priya, introducer_id=karen)
    introductions.create(owner_id, draft, at=NOW)
    assert ("Karen", "Priya", Join.THROUGH) in joined(owner_id)


def test_one_coffee_with_two_joins_them(owner_id: UUID) -> None:
    a_coffee(owner_id, a_person(owner_id, "Tom"), a_person(owner_id, "Ana"))
    assert joined(owner_id) == {("Ana", "Tom", Join.TOGETHER)}


def test_the_dates_of_a_series_are_one_gathering(owner_id: UUID) -> None:
    rows: Any = models  # the columns of these two escape the type checker
    series = rows.Series.objects.create(owner_id=owner_id, name="Freelance Friday", folded="freelance friday")
    for name in ("Nora", "Priya"):
        held = rows.Gathering.objects.create(
            owner_id=owner_id, name=f"Friday with {name}", folded=name.lower(), on=NOW.date(), series=series,
            attendance=Attendance.WENT,
        )  # fmt: skip
        a_person(owner_id, name, met_at=held.pk)
    network = maps.open_map(owner_id).network
    assert [(group.kind, group.name) for group in network.groups] == [
        (GroupKind.GATHERING, "Freelance Friday")
    ]


def test_whom_karens_party_brought_came_through_karen(owner_id: UUID) -> None:
    karen = a_person(owner_id, "Karen")
    party = a_gathering(owner_id, "Karen's party", invited_by=karen)
    a_person(owner_id, "Ruby", met_at=party)
    network = maps.open_map(owner_id).network
    assert network.groups[0].kind is GroupKind.THROUGH


def test_two_on_one_mail_share_history_and_a_crowd_does_not(owner_id: UUID) -> None:
    names = ("Tom", "Ana", "Dan", "Mae", "Ruby", "Teo")
    addresses = [
        models.Address.objects.create(
            owner_id=owner_id,
            address=f"{name}@x.org",
            kind=AddressKind.PERSON,
            person_id=a_person(owner_id, name),
        )
        for name in names
    ]
    for key, some in (("a", addresses[:2]), ("b", addresses)):
        trace = models.Trace.objects.create(
            owner_id=owner_id,
            kind=TraceKind.MAIL,
            key=key,
            at=datetime(2019, 3, 1, tzinfo=UTC),
            size=len(some),
        )
        models.TraceParty.objects.bulk_create(models.TraceParty(trace=trace, address=one) for one in some)
    assert joined(owner_id) == {("Ana", "Tom", Join.TOGETHER)}


def test_somebody_in_the_bin_is_not_on_the_map_and_comes_back_to_their_place(owner_id: UUID) -> None:
    ids = [a_person(owner_id, name) for name in ("Tom", "Ana", "Dan")]
    maps.open_map(owner_id)
    stood = {row.person_id: (row.x, row.y) for row in models.MapPlace.objects.all()}
    assert len(stood) == 3
    people.discard(owner_id, ids[1], at=NOW)
    assert {node.name for node in maps.open_map(owner_id).network.nodes} == {"Tom", "Dan"}
    assert {row.person_id: (row.x, row.y) for row in models.MapPlace.objects.all()} == stood


def test_a_second_look_writes_nothing_and_shows_the_same(owner_id: UUID) -> None:
    for name in ("Tom", "Ana", "Dan"):
        a_person(owner_id, name)
    first = maps.open_map(owner_id)
    rows = set(models.MapPlace.objects.values_list("id", "x", "y"))
    owners.edit(owner_id, at=NOW, name="Ada")  # the revision moves on
    again = maps.open_map(owner_id)
    assert again.places == first.places
    assert set(models.MapPlace.objects.values_list("id", "x", "y")) == rows
    assert maps.open_map(owner_id) is again


class AtOnce:
    """A thread that does its work where it is started."""

    def __init__(self, target: Callable[..., None], args: tuple[Any, ...], **_: object) -> None:
        self.target, self.args = target, args

    def start(self) -> None:
        self.target(*self.args)

    def is_alive(self) -> bool:
        return False

    def join(self, timeout: float) -> None: ...


class Never(AtOnce):
    """A thread that is not done yet."""

    def start(self) -> None: ...


def test_a_page_does_not_wait_for_the_map_of_many(owner_id: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    a_person(owner_id, "Tom")
    monkeypatch.setattr(maps, "AT_ONCE", 0)
    monkeypatch.setattr(maps, "Thread", Never)
    assert maps.look(owner_id) == maps.Look(None, False)
    monkeypatch.setattr(maps, "Thread", AtOnce)
    monkeypatch.setattr(connection, "close", lambda: None)  # here it is the test's own
    drawn: list[maps.Map] = []
    ready = maps.look(owner_id, drawn.append)
    assert ready.is_current
    assert drawn == [ready.map]
    a_person(owner_id, "Ana")
    monkeypatch.setattr(maps, "Thread", Never)
    late = maps.look(owner_id)
    assert late.map
    assert (len(late.map.network.nodes), late.is_current) == (1, False)
