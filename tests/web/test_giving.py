"""Giving: promises, needs and offers, and whom one could bring together."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.services.giving import giving
from rapport.services.giving import pages as giving_pages
from rapport.services.pitches import opportunities
from tests.services.makers import a_gathering, a_person
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


@pytest.fixture
def ana(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    """Ana looks for a UX designer."""
    pk = a_person(owner_id, "Ana Silva")
    giving.create_need(owner_id, giving.NeedDraft("a UX designer", TODAY, pk), at=NOW)
    return pk


def test_an_empty_page_begins_with_a_small_favour(visitor: Client) -> None:
    assert "Nothing is written down yet. A small favour is a good beginning." in words(visitor.get("/give"))


def test_a_promise_is_kept_in_one_tap(visitor: Client, owner_id: UUID, ana: UUID) -> None:  # noqa: F811 - fixture
    draft = giving.HelpDraft(ana, "a headline", promised_on=TODAY, due_on=TODAY - timedelta(days=0))
    pk = giving.create_help(owner_id, draft, at=NOW).id
    page = visitor.get("/give")
    assert "You promised a headline Ana Silva for today (Friday 15 March)" in words(page)
    assert "1 promise is still open." in words(page)
    address = f"/give/help/{pk}/keep"
    kept = words(visitor.post(address, posted(page, address), follow=True))
    assert "Kept. That is how people come to trust each other." in kept
    assert "You gave a hand once." in kept
    assert "Given 1 a headline Ana Silva today" in kept


def test_who_could_help_whom_is_suggested_with_the_step_that_follows(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    ana: UUID,
) -> None:
    teo = a_person(owner_id, "Teo Brandt")
    offer = giving.create_offer(owner_id, giving.OfferDraft("UX design", TODAY, teo), at=NOW).id
    page = visitor.get("/give")
    sentence = "Ana Silva looks for a UX designer, and Teo Brandt can give UX design: bring them together?"
    assert f"{sentence} Because of: “UX designer” and “UX design”. Introduce them" in words(page)
    (need,) = giving_pages.listing(owner_id, TODAY).their_needs
    address = f"/introductions/new?person={ana}&other={teo}&need={need.id}&offer={offer}"
    assert f'href="{address.replace("&", "&amp;")}"' in page.content.decode()
    giving.create_offer(owner_id, giving.OfferDraft("copywriting", TODAY, teo), at=NOW)
    giving.create_need(owner_id, giving.NeedDraft("a copywriter", TODAY), at=NOW)
    assert "You look for a copywriter, and Teo Brandt can give copywriting: ask?" in words(
        visitor.get("/give")
    )


def test_what_i_can_give_is_promised_in_one_tap(visitor: Client, owner_id: UUID, ana: UUID) -> None:  # noqa: F811 - fixture
    giving.create_offer(owner_id, giving.OfferDraft("UX design", TODAY), at=NOW)
    page = visitor.get("/give")
    assert "Ana Silva looks for a UX designer, and you can give UX design: offer it?" in words(page)
    (found,) = giving_pages.listing(owner_id, TODAY).suggestions
    address = f"/give/matches/{found.need.id}/{found.offer.id}/promise"
    said = words(visitor.post(address, posted(page, address), follow=True))
    assert "Promised. It stands above, until you say it is kept." in said
    assert "You promised UX design Ana Silva promised today" in said
    assert "offer it?" not in said


def test_what_does_not_fit_is_not_shown_again_until_that_is_undone(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    ana: UUID,
) -> None:
    giving.create_offer(owner_id, giving.OfferDraft("UX design", TODAY, a_person(owner_id, "Teo")), at=NOW)
    page = visitor.get("/give")
    (found,) = giving_pages.listing(owner_id, TODAY).suggestions
    address = f"/give/matches/{found.need.id}/{found.offer.id}/no"
    page = visitor.post(address, posted(page, address), follow=True)
    assert "All right, not these two." in words(page)
    assert "bring them together?" not in words(page)
    undo = page.content.decode().partition('action="/undo/')[2].partition('"')[0]
    page = visitor.post(f"/undo/{undo}", posted(page, f"/undo/{undo}"), follow=True)
    assert "bring them together?" in words(visitor.get("/give"))


@pytest.mark.parametrize(
    ("kind", "more", "shown"),
    [
        ("help", {"by": "them", "what": "a lift"}, "Promised to you a lift Ana Silva"),
        ("needs", {"what": "a flat"}, "They look for Add a need a flat Ana Silva"),
        ("offers", {"what": "a sofa"}, "They can give Add an offer a sofa Ana Silva"),
    ],
)
def test_each_is_written_down_edited_and_binned(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    kind: str,
    more: dict[str, str],
    shown: str,
) -> None:
    ana = a_person(owner_id, "Ana Silva")
    address = f"/give/{kind}/new?person={ana}"
    fields = posted(visitor.get(address), address)
    assert fields["person"] == "Ana Silva"
    page = visitor.post(address, fields | more, follow=True)
    assert shown in words(page)
    start = page.content.decode().index(f'href="/give/{kind}/', page.content.decode().index("</h1>"))
    links = [part.split('"')[0] for part in page.content.decode()[start:].split(f'href="/give/{kind}/')]
    pk = next(link for link in links if len(link) == 36)
    edit = f"/give/{kind}/{pk}"
    again = posted(visitor.get(edit), edit)
    assert again["what"] == more["what"]
    assert "something else" in words(visitor.post(edit, again | {"what": "something else"}, follow=True))
    wrong = visitor.post(edit, again | {"what": "", "person": "Ana"})
    assert "Nothing has been saved yet." in words(wrong)
    assert "It is in the bin, for 30 days." in words(visitor.post(f"{edit}/bin", follow=True))
    assert visitor.get(edit).status_code == 404


def test_my_own_needs_stand_in_the_margin(visitor: Client) -> None:
    fields = posted(visitor.get("/give/needs/new"), "/give/needs/new")
    said = words(visitor.post("/give/needs/new", fields | {"what": "clients in games"}, follow=True))
    assert "You look for Add a need of yours clients in games" in said


def test_what_opened_up_names_where_it_came_from(visitor: Client, owner_id: UUID, ana: UUID) -> None:  # noqa: F811 - fixture
    evening = a_gathering(owner_id, "Ladies’ Night")
    address = "/opportunities/new"
    fields = posted(visitor.get(address), address)
    more = {"what": "writing for virtual worlds", "person": "Ana", "gathering": str(evening)}
    said = words(visitor.post(address, fields | more, follow=True))
    assert "writing for virtual worlds through Ana Silva , Ladies’ Night today" in said
    pk = opportunities.listing(owner_id)[0].id
    edit = f"/opportunities/{pk}"
    again = posted(visitor.get(edit), edit)
    assert again["gathering"] == str(evening)
    assert "Changed." in words(visitor.post(edit, again | {"note": "who knows"}, follow=True))
    assert "It is in the bin, for 30 days." in words(visitor.post(f"{edit}/bin", follow=True))
    assert visitor.get(edit).status_code == 404


@pytest.mark.parametrize("count", [2, 40])
def test_queries_do_not_grow_with_favours(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    django_assert_max_num_queries: Any,
    count: int,
) -> None:
    for number in range(count):
        person = a_person(owner_id, f"Nora {number}")
        giving.create_help(owner_id, giving.HelpDraft(person, "a hand", given_on=TODAY), at=NOW)
        giving.create_need(owner_id, giving.NeedDraft("a flat", TODAY, person), at=NOW)
    with django_assert_max_num_queries(8):
        page = visitor.get("/give")
    assert ("see all" in words(page)) == (count > 10)
    assert words(visitor.get("/give", {"all": "given"})).count("a hand Nora") == count


@pytest.mark.parametrize(
    "address", ["/give/help/{}/keep", "/give/needs/{}/met", "/give/help/{}/bin", "/opportunities/{}/bin"]
)
def test_what_is_not_there_cannot_be_settled(visitor: Client, address: str) -> None:
    assert visitor.post(address.format(UUID(int=1))).status_code == 404


def test_a_promise_of_tomorrow_cannot_be_kept_today(visitor: Client, owner_id: UUID, ana: UUID) -> None:  # noqa: F811 - fixture
    draft = giving.HelpDraft(ana, "a hand", promised_on=TODAY + timedelta(days=1))
    pk = giving.create_help(owner_id, draft, at=NOW).id
    answer = visitor.post(f"/give/help/{pk}/keep", follow=True)
    assert "That lies ahead" in answer.content.decode()


def test_how_can_i_help_is_one_question(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    teo = a_person(owner_id, "Teo Brandt")
    page = visitor.get(f"/people/{teo}")
    assert "How can you help Teo Brandt?" in words(page)
    address = f"/give/how/{teo}"
    sent = posted(page, address) | {"need": "a UX designer", "promise": "a look at his site"}
    page = visitor.post(address, sent, follow=True)
    assert "Looks for a UX designer" in words(page)
    assert "You promised a look at his site promised today" in words(page)
    assert "How can you help" not in words(page)
    nothing = visitor.post(address, sent | {"need": "", "promise": " "}, follow=True)
    assert "Say at least one of the two. Nothing was saved." in words(nothing)


def test_one_favour_is_told_as_a_sentence_on_her_page(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    teo = a_person(owner_id, "Teo Brandt")
    assert "No exchange between you is written down yet." in words(visitor.get(f"/people/{teo}"))
    draft = giving.HelpDraft(teo, "a flyer", given_on=TODAY, by_me=False)
    giving.create_help(owner_id, draft, at=NOW)
    said = words(visitor.get(f"/people/{teo}"))
    assert "Teo Brandt gave you a hand lately. A small thing back would be kind, when it fits." in said
    assert "Nothing is written down" not in said
