"""The list of people, and everything about one of them."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.domain.interactions.interactions import Participation
from rapport.domain.people.people import ContactKind
from rapport.services.gatherings import gatherings
from rapport.services.giving import giving
from rapport.services.interactions import followups, interactions, notes
from rapport.services.people import pages as people_pages
from rapport.services.people import people
from rapport.services.people.drafts import ContactPoint, Draft
from tests.services.makers import a_coffee, a_crowd, a_gathering, a_person, many_coffees
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


@pytest.fixture
def mary(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    """Introduced by Jess, met for a coffee on day 13."""
    jess = a_person(owner_id, "Jess Moran", known_before=True)
    pk = a_person(
        owner_id, "Mary Castellan", role="career coach", city="Portland", tags=("vr",), introduced_by=jess
    )
    a_coffee(owner_id, pk, on=date(2019, 3, 13), note="About <her> newsletter")
    return pk


def listed(page: Any) -> list[str]:
    return re.findall(r'class="row-name" href="/people/[^"]+"><bdi>([^<]*)', page.content.decode())


def test_an_empty_list_says_how_to_begin(visitor: Client) -> None:
    said = words(visitor.get("/people"))
    assert "Nobody is here yet." in said
    assert "Add somebody" in said


def test_a_row_tells_work_city_last_contact_and_the_verdict(visitor: Client, mary: UUID) -> None:
    said = words(visitor.get("/people"))
    assert "2 people" in said
    assert "Mary Castellan career coach · Portland connection 2 days ago" in said


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "castellan"}, ["Mary Castellan"]),
        ({"q": "CAREER port"}, ["Mary Castellan"]),
        ({"tag": "vr"}, ["Mary Castellan"]),
        ({"city": "Portland"}, ["Mary Castellan"]),
        ({"met": "1"}, ["Mary Castellan"]),
        ({"sort": "last_contact"}, ["Mary Castellan", "Jess Moran"]),
        ({"sort": "nonsense"}, ["Jess Moran", "Mary Castellan"]),
        ({"q": "\x00"}, ["Jess Moran", "Mary Castellan"]),
    ],
)
def test_the_list_is_narrowed_and_sorted(
    visitor: Client, mary: UUID, asked: dict[str, str], found: list[str]
) -> None:
    assert listed(visitor.get("/people", asked)) == found


def test_a_search_in_vain_leads_back_to_everybody(visitor: Client, mary: UUID) -> None:
    page = visitor.get("/people", {"q": "Zoe"})
    assert "Nobody fits this search. Show everybody" in words(page)


def test_fifty_stand_on_a_page_and_the_search_goes_along(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    a_crowd(owner_id, 60)
    first = visitor.get("/people", {"q": "nora"})
    assert len(listed(first)) == 50
    assert 'href="/people?q=nora&amp;page=2"' in first.content.decode()
    assert len(listed(visitor.get("/people", {"q": "nora", "page": "2"}))) == 10


def test_a_longer_list_asks_no_more_of_the_database(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    django_assert_max_num_queries: Any,
) -> None:
    many_coffees(owner_id, a_crowd(owner_id, 50))
    with django_assert_max_num_queries(12):
        visitor.get("/people")


def test_a_person_page_tells_how_you_met_and_what_there_was(visitor: Client, mary: UUID) -> None:
    said = words(visitor.get(f"/people/{mary}"))
    assert "Jess Moran introduced you to Mary Castellan." in said
    assert "You know each other a little: one exchange so far, 2 days ago." in said
    assert "Connection It counts: you met Mary Castellan for the first time, in person" in said
    assert "About <her> newsletter" in said


def test_the_chain_of_introducers_is_one_sentence(visitor: Client, owner_id: UUID, mary: UUID) -> None:  # noqa: F811 - fixture
    evening = a_gathering(owner_id, "Ladies’ Night", invited_by=mary)
    teo = a_person(owner_id, "Teo", met_at=evening)
    said = words(visitor.get(f"/people/{teo}"))
    sentence = (
        "You met Teo at Ladies’ Night, where Mary Castellan had invited you;"
        " Jess Moran introduced you to Mary Castellan."
    )
    assert sentence in said
    assert "You Jess Moran Mary Castellan Ladies’ Night Teo" in said
    assert "Came through them Teo" in words(visitor.get(f"/people/{mary}"))


def test_what_is_open_is_settled_in_one_tap_and_stays_on_the_page(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    mary: UUID,
) -> None:
    step = followups.create(owner_id, followups.Draft(TODAY, TODAY, mary, "the template"), at=NOW).id
    promise = giving.HelpDraft(mary, "a headline", promised_on=TODAY, due_on=TODAY + timedelta(days=1))
    given = giving.create_help(owner_id, promise, at=NOW).id
    need = giving.create_need(owner_id, giving.NeedDraft("a proofreader", TODAY, mary), at=NOW).id
    page = visitor.get(f"/people/{mary}")
    said = words(page)
    assert "Next step the template today (Friday 15 March)" in said
    assert "You promised a headline for tomorrow (Saturday 16 March)" in said
    assert "Looks for a proofreader" in said
    for address in (f"/follow-ups/{step}/done", f"/give/help/{given}/keep", f"/give/needs/{need}/met"):
        done = visitor.post(address, posted(page, address))
        assert done.headers["Location"] == f"/people/{mary}"
    assert "Open between you" not in words(visitor.get(f"/people/{mary}"))


def test_addresses_can_be_followed_and_nothing_else(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    points = (
        ContactPoint(ContactKind.EMAIL, "ana@example.org", "work"),
        ContactPoint(ContactKind.PHONE, "+49 30 1234"),
        ContactPoint(ContactKind.OTHER, "javascript:alert(1)"),
    )
    ana = people.create(owner_id, Draft("Ana", contact_points=points, links=("example.org",)), at=NOW).id
    page = visitor.get(f"/people/{ana}").content.decode()
    assert 'href="mailto:ana@example.org"' in page
    assert 'href="tel:+49301234"' in page
    assert 'href="https://example.org" rel="noreferrer"' in page
    assert 'href="javascript' not in page


def test_a_long_thread_has_pages_and_constant_queries(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    mary: UUID,
    django_assert_max_num_queries: Any,
) -> None:
    many_coffees(owner_id, [mary] * 60)
    with django_assert_max_num_queries(30):
        page = visitor.get(f"/people/{mary}")
    assert page.content.decode().count('class="entry') >= 50
    assert "Page 1 of 2" in words(page)
    assert "Page 2 of 2" in words(visitor.get(f"/people/{mary}", {"page": "2"}))


def test_somebody_is_added_with_a_name_alone_and_can_be_taken_back(visitor: Client) -> None:
    made = visitor.post("/people/new", {"name": "Zoë  Øster"}, follow=True)
    assert "Zoë Øster is here now." in words(made)
    undo = re.search(r'action="(/undo/[^"]+)"', made.content.decode())
    assert undo
    visitor.post(undo.group(1))
    assert "Nobody is here yet." in words(visitor.get("/people"))


def test_an_error_keeps_what_was_typed(visitor: Client) -> None:
    page = visitor.post(
        "/people/new", {"name": "", "note": "a <long> story", "contact_points": "email: nobody"}
    )
    assert "Nothing has been saved yet." in words(page)
    assert posted(page, "/people/new")["note"] == "a <long> story"
    wrong = visitor.post("/people/new", {"name": "Ana", "contact_points": "email: nobody"})
    assert "This is no e-mail address." in words(wrong)


def test_the_form_shows_and_saves_everything(visitor: Client, owner_id: UUID, mary: UUID) -> None:  # noqa: F811 - fixture
    address = f"/people/{mary}/edit"
    fields = posted(visitor.get(address), address)
    assert fields["introduced_by"] == "Jess Moran"
    fields |= {
        "contact_points": "work: mary@example.org\n+1 503 555 0100",
        "aliases": "Maz",
        "told": "close",
        "reach": "near",
        "cadence_days": "30",
        "known_before": "on",
    }
    assert "Changed." in words(visitor.post(address, fields, follow=True))
    again = posted(visitor.get(address), address)
    assert {name: again[name] for name in fields if name != "csrfmiddlewaretoken"} == {
        name: value for name, value in fields.items() if name != "csrfmiddlewaretoken"
    }
    assert people_pages.read(owner_id, mary).person.contact_points[0].label == "work"


def test_nobody_comes_through_themselves(visitor: Client, mary: UUID) -> None:
    address = f"/people/{mary}/edit"
    fields = posted(visitor.get(address), address)
    page = visitor.post(address, fields | {"introduced_by": "Mary Castellan"})
    assert "Somebody would have come through themselves." in words(page)


def test_a_name_that_several_share_is_asked_about(visitor: Client, owner_id: UUID, mary: UUID) -> None:  # noqa: F811 - fixture
    other = a_person(owner_id, "Mary Castellan", organisation="Acme")
    page = visitor.post("/people/new", {"name": "Teo", "introduced_by": "Mary Castellan"})
    assert "There are several. Which one do you mean?" in words(page)
    assert f'<option value="{other}">Mary Castellan · Acme' in page.content.decode()
    made = visitor.post("/people/new", {"name": "Teo", "introduced_by": str(other)})
    teo = UUID(made.headers["Location"].rsplit("/", 1)[1])
    through = people_pages.read(owner_id, teo).person.introduced_by
    assert through
    assert through.id == other


def test_the_one_who_stands_there_is_not_asked_about_again(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    mary: UUID,
) -> None:
    a_person(owner_id, "Jess Moran", organisation="Acme")
    address = f"/people/{mary}/edit"
    assert visitor.post(address, posted(visitor.get(address), address)).status_code == 302


def test_the_bin_takes_them_and_says_so(visitor: Client, mary: UUID) -> None:
    gone = visitor.post(f"/people/{mary}/bin", follow=True)
    assert "Mary Castellan is in the bin, for 30 days." in words(gone)
    assert listed(gone) == ["Jess Moran"]
    assert visitor.get(f"/people/{mary}").status_code == 404


@pytest.mark.parametrize("page", ["", "/edit"])
def test_an_unknown_person_is_not_there(visitor: Client, page: str) -> None:
    assert visitor.get(f"/people/{UUID(int=1)}{page}").status_code == 404


def test_an_unchanged_page_is_not_made_again(visitor: Client, mary: UUID) -> None:
    for address in ("/people", f"/people/{mary}"):
        tag = visitor.get(address).headers["ETag"]
        assert visitor.get(address, headers={"if-none-match": tag}).status_code == 304


def test_the_quick_log_is_begun_from_their_page(visitor: Client, mary: UUID) -> None:
    link = re.search(r'href="(/log\?text=[^"]+)"', visitor.get(f"/people/{mary}").content.decode())
    assert link
    assert ">coffee with Mary Castellan</textarea>" in visitor.get(link.group(1)).content.decode()


def test_every_kind_of_dealing_has_its_line(visitor: Client, owner_id: UUID, mary: UUID) -> None:  # noqa: F811 - fixture
    notes.create(owner_id, notes.Draft(TODAY, "Likes tea", (), mary), at=NOW)
    giving.create_offer(owner_id, giving.OfferDraft("feedback", TODAY, mary), at=NOW)
    evening = gatherings.create(owner_id, gatherings.Draft("Ladies’ Night", TODAY), at=NOW).id
    tom = a_person(owner_id, "Tom")
    both = (Participation(mary, None), Participation(tom, None))
    draft = interactions.Draft(on=TODAY, people=both, gathering_id=evening, minutes=20)
    interactions.create(owner_id, draft, at=NOW)
    said = words(visitor.get(f"/people/{mary}"))
    assert "Note Likes tea" in said
    assert "Offer Can give: feedback" in said
    assert "In person Ladies’ Night , with Tom , 20 min" in said
