"""The minute after Freelance Friday, in the browser."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.db import models
from rapport.domain.gatherings.gatherings import Attendance
from rapport.services.gatherings import pages as gathering_pages
from tests.services.makers import a_coffee, a_gathering, a_person, mail
from tests.web.portland import NOW, TODAY, friends, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


@pytest.fixture
def evening(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    return a_gathering(owner_id, "Freelance Friday", TODAY, Attendance.GOING)


def sheet(visitor: Client, evening: UUID) -> tuple[str, dict[str, str]]:
    """Where the form goes, and what it holds as it stands."""
    address = f"/gatherings/{evening}/debrief"
    return address, posted(visitor.get(address), address)


def test_everybody_is_told_in_one_step_with_verdicts_and_drafts(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - fixture
    evening: UUID,
) -> None:
    a_person(owner_id, "Karen", known_before=True, contact_points=(mail("karen@example.org"),))
    address, fields = sheet(visitor, evening)
    more = {
        "name-0": "Karen", "mem-0": "yes", "name-1": "Nora Lindqvist", "mem-1": "yes", "need-1": "a vet",
        "promise-1": "a puppy play date", "name-2": "Dale", "others": "2", "minutes": "90",
    }  # fmt: skip
    said = visitor.post(address, fields | more, follow=True)
    told = words(said)
    assert "The evening is written down Freelance Friday" in told
    assert "Connection Nora Lindqvist It counts" in told
    assert "Hello Dale" in told
    assert "Already known Karen" in told
    assert "A draft for Nora Lindqvist" in told
    assert "karen@example.org" in said.content.decode()
    assert "What you promised a puppy play date Nora Lindqvist" in told
    assert told.count("What would make it more") == 1
    undo = re.search(r'action="(/undo/[^"]+)"', said.content.decode())
    assert undo
    visitor.post(undo.group(1))
    assert "Taken back" in words(visitor.get(said.redirect_chain[-1][0]))
    assert not models.Interaction.objects.exists()


def test_sent_twice_it_is_kept_once(visitor: Client, evening: UUID) -> None:
    address, fields = sheet(visitor, evening)
    first = visitor.post(address, fields | {"name-0": "Nora"})
    again = visitor.post(address, fields | {"name-0": "Nora"})
    assert first["Location"] == again["Location"]
    assert models.Interaction.objects.count() == 1


@pytest.mark.usefixtures("friends")
def test_namesakes_are_asked_about_and_nothing_typed_is_lost(visitor: Client, evening: UUID) -> None:
    address, fields = sheet(visitor, evening)
    page = visitor.post(
        address, fields | {"name-0": "Priya", "need-0": "a désk", "name-1": "Teo", "note": "Rain."}
    )
    told = words(page)
    assert "Who is Priya? Priya Nair Priya Shah Somebody new" in told
    again = posted(page, address)
    assert (again["name-0"], again["need-0"], again["name-1"], again["note"]) == (
        "Priya", "a désk", "Teo", "Rain.",
    )  # fmt: skip
    assert "who-0" not in again
    assert not models.Interaction.objects.exists()
    shah = models.Person.objects.get(name="Priya Shah").pk
    visitor.post(address, again | {"who-0": str(shah)}, follow=True)
    there = models.Participant.objects.values_list("person__name", flat=True)
    assert sorted(there) == ["Priya Shah", "Teo"]


@pytest.mark.usefixtures("friends")
def test_somebody_new_of_a_known_name_is_made(visitor: Client, evening: UUID) -> None:
    address, fields = sheet(visitor, evening)
    visitor.post(address, fields | {"name-0": "Priya", "who-0": "new"})
    assert models.Person.objects.filter(name="Priya").exists()


def test_rows_are_added_without_a_script(visitor: Client, evening: UUID) -> None:
    address, fields = sheet(visitor, evening)
    more = visitor.post(address, fields | {"name-1": "Nora", "mem-1": "yes", "go": "more"})
    again = posted(more, address)
    assert (again["name-1"], again["mem-1"], "name-5" in again) == ("Nora", "yes", True)
    lines = visitor.post(address, again | {"lines": "Teo *\nAna", "go": "lines"})
    again = posted(lines, address)
    assert [again[f"name-{n}"] for n in range(3)] == ["Teo", "Nora", "Ana"]
    assert (again["mem-0"], again["mem-2"], again["lines"]) == ("yes", "no", "")
    assert not models.Person.objects.exists()


def test_those_who_came_before_are_one_tap(visitor: Client, owner_id: UUID, evening: UUID) -> None:  # noqa: F811 - fixture
    nora, tom = a_person(owner_id, "Nora"), a_person(owner_id, "Tom")
    first = a_gathering(owner_id, "Freelance Friday", TODAY - timedelta(days=7))
    a_coffee(owner_id, nora, tom, on=TODAY - timedelta(days=7), gathering_id=first)
    address, fields = sheet(visitor, evening)
    assert (fields["expected-0"], fields["mem-0"]) == (str(nora), "")
    visitor.post(address, fields | {"mem-0": "yes"})
    held = models.Participant.objects.filter(interaction__gathering_id=evening)
    assert list(held.values_list("person__name", "memorable")) == [("Nora", True)]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"name-0": "Nora", "name-1": "nora"}, "nora stands here twice."),
        ({"need-0": "a vet"}, "Whose is this? Write a name, or empty the line."),
        ({"name-0": "Nora", "on-0": "soon"}, "This is no day."),
        ({"name-0": "N" * 201}, "This name has over 200 characters."),
        ({"minutes": "a while"}, "Minutes: a number up to 1440."),
        ({"minutes": "9000"}, "Minutes: a number up to 1440."),
        ({"others": "-1"}, "Others: a number up to 100000."),
    ],
)
def test_what_cannot_be_kept_says_where(
    visitor: Client, evening: UUID, wrong: dict[str, str], told: str
) -> None:
    address, fields = sheet(visitor, evening)
    page = visitor.post(address, fields | {"name-2": "Ana"} | wrong)
    assert told in words(page)
    assert posted(page, address)["name-2"] == "Ana"
    assert not models.Person.objects.exists()


def test_an_evening_with_nobody_is_told_too(visitor: Client, owner_id: UUID, evening: UUID) -> None:  # noqa: F811 - fixture
    address, fields = sheet(visitor, evening)
    assert "Kept." in words(visitor.post(address, fields, follow=True))
    assert gathering_pages.read(owner_id, evening).gathering.debriefed_on == TODAY


def test_whom_one_wanted_to_find_stands_there(visitor: Client, evening: UUID) -> None:
    models.Gathering.objects.filter(pk=evening).update(plan="Ruby Castile")
    assert "You wanted to find: Ruby Castile" in words(visitor.get(f"/gatherings/{evening}/debrief"))


def test_names_to_choose_from_are_there(visitor: Client, owner_id: UUID, evening: UUID) -> None:  # noqa: F811 - fixture
    a_person(owner_id, "Nora <b>")
    assert '<option value="Nora &lt;b&gt;">' in visitor.get(f"/gatherings/{evening}/debrief").content.decode()


@pytest.mark.parametrize("address", ["/gatherings/{}/debrief", "/debriefs/{}"])
def test_an_unknown_one_is_not_there(visitor: Client, address: str) -> None:
    assert visitor.get(address.format(UUID(int=1))).status_code == 404


def test_any_numbers_and_characters_are_read_without_harm(visitor: Client, evening: UUID) -> None:
    address, fields = sheet(visitor, evening)
    odd: dict[str, Any] = {
        "name-99999": "nobody", "name-7": "Zo\x00é", "mem-7": "perhaps", "who-7": "x", "expected-0": "x",
        "minutes": "٣", "once": "x" * 100,
    }  # fmt: skip
    assert visitor.post(address, fields | odd).status_code == 200
