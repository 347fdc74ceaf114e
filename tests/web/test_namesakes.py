"""Writing somebody down who is here already is asked about, and nothing typed is lost."""

from uuid import UUID

import pytest
from django.test import Client

from rapport.services.people import lookup
from rapport.services.people import pages as people_pages
from tests.services.makers import a_person
from tests.web.portland import month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]
TYPED = {
    "name": "jess  moran",
    "role": "baker",
    "city": "Salem",
    "contact_points": "jess@example.org",
    "tags": "bread vr",
    "note": "likes rye",
}


@pytest.fixture
def jess(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    return a_person(
        owner_id, "Jess Moran", organisation="Acme", city="Portland", tags=("vr",), note="met at the market"
    )


def count(owner_id: UUID) -> int:  # noqa: F811 - the fixture's value
    return len(lookup.namesakes(owner_id, "Jess Moran"))


def test_a_jess_moran_in_small_letters_is_asked_about(visitor: Client, owner_id: UUID, jess: UUID) -> None:  # noqa: F811
    asked = visitor.post("/people/new", TYPED)
    assert "You know a Jess Moran already (Acme, Portland). The same person?" in words(asked)
    assert count(owner_id) == 1
    form = posted(asked, "/people/new")
    assert {name: form[name] for name in TYPED} == TYPED
    visitor.post("/people/new", form | {"another": "yes"})
    assert count(owner_id) == 2
    again = words(visitor.post("/people/new", TYPED))
    assert "You know several people called Jess Moran. Is it one of them?" in again


def test_the_same_person_gets_what_was_typed(visitor: Client, owner_id: UUID, jess: UUID) -> None:  # noqa: F811
    asked = visitor.post("/people/new", TYPED)
    hers = visitor.post("/people/new", posted(asked, "/people/new") | {"same": str(jess)})
    assert "Nothing is saved yet." in words(hers)
    assert "You typed: City: Salem" in words(hers)
    address = f"/people/{jess}/edit"
    visitor.post(address, posted(hers, address))
    facts = people_pages.read(owner_id, jess).person
    assert (facts.name, facts.role, facts.organisation, facts.city) == (
        "Jess Moran", "baker", "Acme", "Portland",
    )  # fmt: skip
    assert [point.value for point in facts.contact_points] == ["jess@example.org"]
    assert facts.tags == ("vr", "bread")
    assert facts.note == "met at the market\nlikes rye"
    assert count(owner_id) == 1


def test_a_first_name_alone_is_not_the_same_name(visitor: Client, owner_id: UUID, jess: UUID) -> None:  # noqa: F811
    assert "Jess is here now." in words(visitor.post("/people/new", {"name": "Jess"}, follow=True))


def test_another_name_of_hers_is_asked_about_too(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    a_person(owner_id, "Zoë Martin", aliases=("Zozo",))
    assert "You know a Zoë Martin already. The same person?" in words(
        visitor.post("/people/new", {"name": "zozo"})
    )


def test_a_form_that_wants_a_look_is_looked_at_first(visitor: Client, jess: UUID) -> None:
    page = words(visitor.post("/people/new", TYPED | {"cadence_days": "0"}))
    assert "Have another look" in page
    assert "already" not in page


def test_nobody_of_that_id_is_not_there(visitor: Client) -> None:
    assert visitor.post("/people/new", TYPED | {"same": str(UUID(int=9))}).status_code == 404
