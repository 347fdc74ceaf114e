"""The list of people searched as one types, narrowed, kept, and changed by the dozen."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.domain.people.people import ContactKind
from rapport.domain.people_filters import PeopleFilter
from rapport.services.giving import giving
from rapport.services.people import filters
from rapport.services.people import pages as people_pages
from rapport.services.people.drafts import ContactPoint
from tests.services.makers import a_crowd, a_person
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures
from tests.web.test_people import listed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


@pytest.fixture
def mary(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    mail = (ContactPoint(ContactKind.EMAIL, "mary@example.org"),)
    jess = a_person(owner_id, "Jess Moran", tags=("vr",), contact_points=mail)
    pk = a_person(owner_id, "Mary Castellan", city="Portland", tags=("vr",), introduced_by=jess)
    giving.create_need(owner_id, giving.NeedDraft("a copywriter", TODAY, pk), at=NOW)
    return pk


def chosen(visitor: Client, page: Any, **fields: Any) -> Any:
    """Send the form beside the list; `fields` are what one ticks, types and presses."""
    return visitor.post("/people/chosen", posted(page, "/people/chosen") | fields, follow=True)


def test_the_rows_alone_are_drawn_for_the_script(visitor: Client, mary: UUID) -> None:
    part = visitor.get("/people", {"q": "cas", "part": "rows"})
    text = part.content.decode()
    assert listed(part) == ["Mary Castellan"]
    assert 'id="found" data-count="1 person"' in text
    assert "<html" not in text
    assert "ETag" not in part.headers
    assert "csrf" not in text


def test_the_rows_alone_take_no_message_away(visitor: Client, mary: UUID) -> None:
    visitor.post("/energy", {"energy": "4"})
    visitor.get("/people", {"part": "rows"})
    assert "Noted: energy 4 of 5." in words(visitor.get("/"))


def test_the_addresses_of_pages_do_not_lead_to_rows_alone(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    a_crowd(owner_id, 60)
    part = visitor.get("/people", {"q": "nora", "part": "rows"}).content.decode()
    assert 'href="/people?q=nora&amp;page=2"' in part


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"close": "faint"}, ["Jess Moran", "Mary Castellan"]),
        ({"close": "close"}, []),
        ({"since": "never", "tag": "vr"}, ["Jess Moran", "Mary Castellan"]),
        ({"due": "any"}, []),
        ({"needs": "copy"}, ["Mary Castellan"]),
        ({"needs": "*", "offers": "*"}, []),
        ({"bare": "1"}, ["Mary Castellan"]),
        ({"source": "vcard"}, []),
        ({"source": "nonsense", "close": "x", "through": "y", "due": ""}, ["Jess Moran", "Mary Castellan"]),
    ],
)
def test_filters_combine_in_the_address(
    visitor: Client, mary: UUID, asked: dict[str, str], found: list[str]
) -> None:
    assert listed(visitor.get("/people", asked)) == found


def test_whom_one_met_through_jess(visitor: Client, mary: UUID) -> None:
    page = visitor.get("/people").content.decode()
    assert "Jess Moran (1)" in page
    value = page.split("Jess Moran (1)")[0].rsplit('value="', 1)[1].split('"')[0]
    assert listed(visitor.get("/people", {"through": value})) == ["Mary Castellan"]


def test_a_list_is_kept_shown_renamed_and_binned(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    mary: UUID,
) -> None:
    page = visitor.get("/people", {"q": "cas", "tag": "vr"})
    kept = visitor.post("/people/lists", posted(page, "/people/lists") | {"name": "VR & co"}, follow=True)
    assert "“VR & co” is kept, above your people." in words(kept)
    assert kept.redirect_chain[-1][0] == "/people?q=cas&tag=vr"
    assert 'aria-current="true"><bdi>VR &amp; co' in kept.content.decode()
    assert filters.listing(owner_id)[0].wanted == PeopleFilter(search="cas", tag="vr")
    renaming = f"/people/lists/{filters.listing(owner_id)[0].id}"
    again = visitor.post(renaming, posted(kept, renaming) | {"name": "VR people"}, follow=True)
    assert "VR people" in words(again)
    gone = visitor.post(f"{renaming}/bin", posted(again, f"{renaming}/bin"), follow=True)
    assert "The list is in the bin, for 30 days." in words(gone)
    assert "VR people" in words(visitor.get("/bin"))
    assert visitor.post("/people/lists", {"name": " ", "query": "tag=vr"}, follow=True).status_code == 200
    assert filters.listing(owner_id) == ()


def test_several_get_a_tag_and_lose_it_again(visitor: Client, owner_id: UUID, mary: UUID) -> None:  # noqa: F811 - fixture
    page = visitor.get("/people", {"choose": "1"})
    assert 'name="person"' not in visitor.get("/people").content.decode()
    done = chosen(visitor, page, person=[str(mary)], tag="friend", do="tag")
    assert "Changed: 1 person." in words(done)
    assert done.redirect_chain[-1][0] == "/people?choose=1"
    assert people_pages.listing(owner_id, PeopleFilter(tag="friend")).paging.total == 1
    undo = done.content.decode().split('action="/undo/')[1].split('"')[0]
    visitor.post(f"/undo/{undo}")
    assert people_pages.listing(owner_id, PeopleFilter(tag="friend")).paging.total == 0


def test_all_who_fit_are_more_than_those_on_the_page(visitor: Client, owner_id: UUID, mary: UUID) -> None:  # noqa: F811 - fixture
    a_crowd(owner_id, 60)
    page = visitor.get("/people", {"q": "nora", "choose": "1"})
    assert "All 60 who fit" in words(page)
    done = chosen(visitor, page, all="1", city="Lyon")  # Enter in the field: no button was pressed
    assert "Changed: 60 people." in words(done)
    assert people_pages.listing(owner_id, PeopleFilter(city="Lyon")).paging.total == 60


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"do": "bin"}, "Choose somebody first."),
        ({"person": ["nonsense"], "do": "bin"}, "Choose somebody first."),
        ({"all": "1"}, "Say what to do with them."),
        ({"all": "1", "tag": "x", "city": "y"}, "Say what to do with them."),
        ({"all": "1", "do": "tag", "tag": "vr"}, "They were so already: nothing has changed."),
        ({"all": "1", "do": "rhythm", "rhythm": "often"}, "This figure is not possible here."),
        ({"all": "1", "do": "bin"}, "In the bin, for 30 days: 2 people."),
    ],
)
def test_the_form_says_what_became_of_it(
    visitor: Client, mary: UUID, fields: dict[str, Any], said: str
) -> None:
    told = words(chosen(visitor, visitor.get("/people", {"choose": "1"}), **fields))
    assert said in told


def test_the_chosen_go_out_as_a_file(visitor: Client, mary: UUID) -> None:
    page = visitor.get("/people", {"choose": "1"})
    fields = posted(page, "/people/chosen") | {"person": [str(mary)]}
    for deed, name, begins in (
        ("vcard", "people.vcf", "BEGIN:VCARD"),
        ("csv", "people.csv", "\ufeffRapport"),
    ):
        file = visitor.post("/people/chosen", fields | {"do": deed})
        assert file.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        text = file.getvalue().decode()
        assert text.startswith(begins)
        assert "Mary Castellan" in text
        assert "Jess Moran" not in text.replace("X-RAPPORT-INTRODUCED-BY:Jess Moran", "").replace(
            ",Jess Moran,", ""
        )


def test_every_kind_of_file_is_offered_and_sent(visitor: Client, mary: UUID) -> None:
    page = visitor.get("/export")
    begins = {
        "people.vcf": "BEGIN:VCARD\r\nVERSION:4.0",
        "people-3.vcf": "BEGIN:VCARD\r\nVERSION:3.0",
        "people.csv": "\ufeffRapport ID",
        "calendar.ics": "BEGIN:VCALENDAR",
        "rapport.json": "{",
    }
    for name, beginning in begins.items():
        assert f'href="/export/{name}"' in page.content.decode()
        file = visitor.get(f"/export/{name}")
        stem, _dot, suffix = name.rpartition(".")
        assert f'filename="{stem}-2019-03-15.{suffix}"' in file.headers["Content-Disposition"]
        assert file.headers["Content-Disposition"].startswith("attachment")
        assert file.getvalue().decode().startswith(beginning)
    assert visitor.get("/export/passwords.txt").status_code == 404


def test_one_person_goes_out_as_a_card(visitor: Client, mary: UUID) -> None:
    assert f'href="/people/{mary}.vcf"' in visitor.get(f"/people/{mary}").content.decode()
    card = visitor.get(f"/people/{mary}.vcf")
    assert card.headers["Content-Disposition"] == 'attachment; filename="mary-castellan.vcf"'
    assert card.getvalue().decode().count("BEGIN:VCARD") == 1
    assert visitor.get(f"/people/{UUID(int=1)}.vcf").status_code == 404


def test_nobody_is_erased_by_looking_nor_without_a_tick(visitor: Client, mary: UUID) -> None:
    address = f"/people/{mary}/erase"
    page = visitor.get(address)
    assert "This cannot be undone" in words(page)
    assert "1 thing they look for" in words(page)
    unsure = visitor.post(address, posted(page, address))
    assert "Tick the box if you mean it." in words(unsure)
    assert visitor.get(f"/people/{mary}").status_code == 200


def test_mary_is_erased_when_it_is_meant(visitor: Client, mary: UUID) -> None:
    address = f"/people/{mary}/erase"
    done = visitor.post(address, posted(visitor.get(address), address) | {"meant": "yes"}, follow=True)
    assert "Rapport no longer knows anything about them." in words(done)
    assert "Mary" not in words(done).replace("coffee with Mary yesterday", "")
    assert visitor.get(f"/people/{mary}").status_code == 404
    changes = words(visitor.get("/settings"))
    assert "Erased somebody for good" in changes
    assert "Castellan" not in changes
