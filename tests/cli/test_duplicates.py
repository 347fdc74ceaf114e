"""Who may be here twice, and merging the sure ones."""

import pytest

from rapport.domain.people.people import ContactKind
from rapport.services import owners
from rapport.services.people.drafts import ContactPoint
from tests.cli.conftest import Rapport
from tests.cli.test_reference import documented, is_documented, keys_of
from tests.services.makers import a_person

NAMES = ("Mary Castellan", "Tomas Reed", "Priya Shah", "Nora Lindqvist", "Alma Reyes", "Teo Brandt")


@pytest.fixture
def twice(month: Rapport) -> Rapport:
    """Six people, each written down twice."""
    owner_id = owners.local_owner().id
    for n, name in enumerate(NAMES):
        mail = ContactPoint(ContactKind.EMAIL, f"{name.split()[0].lower()}@example.org")
        mobile = ContactPoint(ContactKind.PHONE, f"+1 503 555 {4000 + n}")
        for _ in range(2):
            a_person(owner_id, name, city="Portland", contact_points=(mail, mobile))
    return month


def test_nobody_is_here_twice(month: Rapport) -> None:
    month.log("coffee with Mary and Tom")
    assert month("duplicates").out.startswith("Nobody is here twice")
    assert month.json("duplicates")["pairs"] == []


def test_each_pair_is_told_with_its_reasons(twice: Rapport) -> None:
    found = twice.json("duplicates")
    assert len(found["pairs"]) == len(NAMES)
    said = twice("duplicates").out
    assert "Mary Castellan / Mary Castellan" in said
    assert "the same e-mail address: mary@example.org" in said
    keys = documented("rapport duplicates")
    assert {path for path in keys_of(found) if not is_documented(path, keys)} == set()


def test_where_none_is_sure_it_says_how_to_go_on(month: Rapport) -> None:
    owner_id = owners.local_owner().id
    a_person(owner_id, "Tom Reed")
    a_person(owner_id, "Thomas Reed", organisation="Northlight VR")
    assert "in the browser: “rapport open”." in month("duplicates").out


def test_the_sure_ones_are_merged_and_come_back(twice: Rapport) -> None:
    sure = twice.json("duplicates")["sure"]
    assert sure["people"] == len(NAMES)
    assert twice.refused("duplicates", "--merge-sure")["code"] == "not_confirmed"
    told = twice.json("duplicates", "--merge-sure", "--yes")
    assert told["people"] == len(NAMES)
    assert twice.json("people")["total"] == len(NAMES)
    assert twice("undo").code == 0
    assert twice.json("people")["total"] == 2 * len(NAMES)
    assert "“rapport undo” takes it all back." in twice("duplicates", "--merge-sure", "--yes").out
    assert twice("duplicates", "--merge-sure", "--yes").out == "Nothing was sure enough to merge.\n"
