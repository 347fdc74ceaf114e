"""Introductions: each side is asked before anybody is connected."""

from uuid import UUID

import pytest
from django.test import Client

from rapport.domain.asks.introductions import Move, Side, Step
from rapport.domain.people.people import ContactKind
from rapport.services.asks import introductions
from rapport.services.giving import giving
from rapport.services.people.drafts import ContactPoint
from tests.services.makers import a_person
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


@pytest.fixture
def made(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    point = ContactPoint(ContactKind.EMAIL, "ana@example.org")
    ana, teo = a_person(owner_id, "Ana", contact_points=(point,)), a_person(owner_id, "Teo")
    draft = introductions.Draft(ana, TODAY, None, teo, Step.PROPOSED, why="Both bake bread.")
    return introductions.create(owner_id, draft, at=NOW).id


def taken(visitor: Client, made: UUID, move: str) -> str:
    address = f"/introductions/{made}"
    sent = {"move": move, "next": address}
    return words(visitor.post(f"{address}/take", sent, follow=True))


def test_no_introduction_yet(visitor: Client) -> None:
    assert "No introduction yet. Who should meet whom?" in words(visitor.get("/introductions"))


def test_each_step_is_one_tap_with_its_letter(visitor: Client, made: UUID) -> None:
    page = visitor.get(f"/introductions/{made}")
    assert "Ask Ana" in words(page)
    assert "I know somebody you may like to talk to: Teo. Both bake bread." in words(page)
    assert "mailto:ana@example.org?subject=" in page.content.decode()
    assert "You asked Ana today. A week is a friendly time to answer." in taken(visitor, made, "asked.person")
    assert "Ana said yes today." in taken(visitor, made, "agreed.person")
    said = taken(visitor, made, "agreed.other")
    assert "Connect Ana and Teo" in said
    assert "Hello Ana, hello Teo," in said
    assert "You connected them today." in taken(visitor, made, "connected")
    assert "They talked." in taken(visitor, made, "happened")


def test_the_list_begins_with_what_is_mine_to_do(visitor: Client, made: UUID) -> None:
    assert "Yours to do Ana and Teo You bring them together Ask Ana." in words(visitor.get("/introductions"))
    taken(visitor, made, "asked.person")
    assert "With others Ana and Teo" in words(visitor.get("/introductions"))
    taken(visitor, made, "declined.person")
    assert "What there was Ana and Teo" in words(visitor.get("/introductions"))


def test_a_no_ends_it_kindly_for_who_had_said_yes(visitor: Client, made: UUID) -> None:
    taken(visitor, made, "agreed.person")
    said = taken(visitor, made, "declined.other")
    assert "One side said no, and that is a good answer too." in said
    assert "It does not work out this time" in said
    assert "I asked Teo" not in said


def test_what_cannot_come_now_changes_nothing(visitor: Client, made: UUID) -> None:
    assert "Nothing has changed." in taken(visitor, made, "connected")
    assert visitor.post(f"/introductions/{made}/take", {"move": "eloped"}).status_code == 404
    assert visitor.get(f"/introductions/{UUID(int=1)}").status_code == 404


def test_one_received_tells_where_somebody_came_from(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    a_person(owner_id, "Jess")
    mary = a_person(owner_id, "Mary")
    address = f"/introductions/new?person={mary}"
    fields = posted(visitor.get(address), address)
    said = words(visitor.post(address, fields | {"introducer": "Jess"}, follow=True))
    assert "Jess would introduce you to Mary. Both answers are fine." in said
    assert "yes, I would like to meet Mary" in said
    row = introductions.listing(owner_id).received[0]
    taken(visitor, row.id, "agreed.other")
    assert "The first lines are easiest soon after." in taken(visitor, row.id, "connected")
    assert "Jess introduced you to Mary." in words(visitor.get(f"/people/{mary}"))


def test_a_need_and_an_offer_bring_the_reason_along(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    ana, teo = a_person(owner_id, "Ana"), a_person(owner_id, "Teo")
    need = giving.create_need(owner_id, giving.NeedDraft("a logo", TODAY, ana), at=NOW).id
    offer = giving.create_offer(owner_id, giving.OfferDraft("design", TODAY, teo), at=NOW).id
    address = f"/introductions/new?person={ana}&other={teo}&need={need}&offer={offer}"
    fields = posted(visitor.get(address), address.replace("&", "&amp;"))
    assert fields["why"] == "Ana looks for: a logo. Teo can give: design."
    said = words(visitor.post(address, fields, follow=True))
    assert "Teo has what Ana looks for, and so is asked first." in said


def test_two_who_had_one_already_are_not_brought_together_by_mistake(
    visitor: Client,
    made: UUID,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    introductions.take(owner_id, made, Move.DECLINED, Side.OTHER, TODAY, at=NOW)
    address = "/introductions/new"
    fields = posted(visitor.get(address), address) | {"person": "Teo", "other": "Ana"}
    page = visitor.post(address, fields)
    assert "There was one between these two already, today." in words(page)
    assert "One side said no" in words(page)
    assert len(introductions.listing(owner_id).mine) == 1
    visitor.post(address, posted(page, address))
    assert len(introductions.listing(owner_id).mine) == 2


def test_one_needs_two_sides(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    a_person(owner_id, "Ana")
    page = visitor.post("/introductions/new", {"person": "Ana", "step": "proposed", "on": "2019-03-15"})
    assert "With whom? This is needed." in words(page)


def test_one_is_edited_and_binned(visitor: Client, made: UUID) -> None:
    address = f"/introductions/{made}/edit"
    fields = posted(visitor.get(address), address)
    assert (fields["person"], fields["other"], fields["introducer"]) == ("Ana", "Teo", "")
    assert "Changed." in words(visitor.post(address, fields | {"step": "happened"}, follow=True))
    gone = visitor.post(f"/introductions/{made}/bin", follow=True)
    assert "The introduction is in the bin, for 30 days." in words(gone)
    assert visitor.get(address).status_code == 404
