"""Promises, help, needs and offers."""

from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.domain.giving.matches import Shared
from rapport.services.errors import Invalid, Problem
from rapport.services.giving import giving
from rapport.services.giving import pages as giving_pages
from rapport.services.giving.giving import HelpDraft, NeedDraft, OfferDraft
from rapport.services.journal import undo
from rapport.services.people import people
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_crowd, a_person


def test_what_i_owe_stands_first_by_its_day(owner_id: UUID) -> None:
    ana, tom = a_person(owner_id, "Ana"), a_person(owner_id, "Tom")
    drafts = [
        HelpDraft(ana, "the contract template", promised_on=day(2)),
        HelpDraft(tom, "a review", promised_on=day(3), due_on=day(6)),
        HelpDraft(tom, "a desk for a day", by_me=False, promised_on=day(3)),
        HelpDraft(ana, "an address", given_on=day(4)),
        HelpDraft(tom, "a tip", by_me=False, given_on=day(4)),
    ]
    for draft in drafts:
        giving.create_help(owner_id, draft, at=NOW)
    page = giving_pages.listing(owner_id, day(6))
    assert [(each.help.what, each.is_due) for each in page.i_owe] == [
        ("a review", True),
        ("the contract template", False),
    ]
    assert [each.help.what for each in page.owed_to_me] == ["a desk for a day"]
    assert [each.what for each in page.given] == ["an address"]
    assert [each.what for each in page.received] == ["a tip"]
    assert (page.balance.given, page.balance.received, page.balance.owed) == (1, 1, 2)


def test_a_promise_kept_is_no_longer_owed_until_undone(owner_id: UUID) -> None:
    ana = a_person(owner_id, "Ana")
    promise = giving.create_help(owner_id, HelpDraft(ana, "a template", promised_on=day(2)), at=NOW).id
    saved = giving.keep_promise(owner_id, promise, day(5), at=NOW)
    assert giving_pages.listing(owner_id, day(6)).i_owe == ()
    assert giving_pages.read_help(owner_id, promise).given_on == day(5)
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert len(giving_pages.listing(owner_id, day(6)).i_owe) == 1


def test_ana_needs_what_teo_is(owner_id: UUID) -> None:
    ana, teo = a_person(owner_id, "Ana"), a_person(owner_id, "Teo")
    giving.create_need(owner_id, NeedDraft("a UX designer for her app", day(2), ana), at=NOW)
    giving.create_offer(owner_id, OfferDraft("UX designers' advice for VR", day(3), teo), at=NOW)
    giving.create_offer(owner_id, OfferDraft("copywriting", day(3)), at=NOW)
    (found,) = giving_pages.listing(owner_id, day(4)).suggestions
    assert (found.need.person and found.need.person.name) == "Ana"
    assert (found.offer.person and found.offer.person.name) == "Teo"
    assert found.reasons[0] == Shared("UX designer", "UX designers")


def test_my_own_offers_and_needs_are_matched_too_but_not_with_each_other(owner_id: UUID) -> None:
    ana = a_person(owner_id, "Ana")
    need = giving.create_need(owner_id, NeedDraft("a copywriter", day(2), ana), at=NOW).id
    giving.create_offer(owner_id, OfferDraft("Copywriter, two days a month", day(2)), at=NOW)
    giving.create_need(owner_id, NeedDraft("another copywriter", day(2)), at=NOW)
    page = giving_pages.listing(owner_id, day(4))
    assert [each.need.id for each in page.suggestions] == [need]
    assert (len(page.my_needs), len(page.their_needs), len(page.my_offers)) == (1, 1, 1)
    giving.meet_need(owner_id, need, day(5), at=NOW)
    page = giving_pages.listing(owner_id, day(6))
    assert page.suggestions == ()
    assert page.their_needs[0].met_on == day(5)


def test_edits_binned_and_back(owner_id: UUID) -> None:
    ana = a_person(owner_id, "Ana")
    help_ = giving.create_help(owner_id, HelpDraft(ana, "a link", given_on=day(2)), at=NOW).id
    need = giving.create_need(owner_id, NeedDraft("a desk", day(2), ana), at=NOW).id
    offer = giving.create_offer(owner_id, OfferDraft("a desk", day(2)), at=NOW).id
    giving.edit_help(owner_id, help_, HelpDraft(ana, "two links", given_on=day(3)), at=NOW)
    giving.edit_need(owner_id, need, NeedDraft("a quiet desk", day(2), ana), at=NOW)
    giving.edit_offer(owner_id, offer, OfferDraft("a loud desk", day(2)), at=NOW)
    assert giving_pages.read_help(owner_id, help_).what == "two links"
    assert giving_pages.read_need(owner_id, need).what == "a quiet desk"
    assert giving_pages.read_offer(owner_id, offer).what == "a loud desk"
    giving.discard_help(owner_id, help_, at=NOW)
    giving.discard_need(owner_id, need, at=NOW)
    giving.discard_offer(owner_id, offer, at=NOW)
    page = giving_pages.listing(owner_id, day(4))
    assert (page.given, page.their_needs, page.my_offers) == ((), (), ())
    giving.restore_help(owner_id, help_, at=NOW)
    giving.restore_need(owner_id, need, at=NOW)
    giving.restore_offer(owner_id, offer, at=NOW)
    page = giving_pages.listing(owner_id, day(4))
    assert (len(page.given), len(page.their_needs), len(page.my_offers)) == (1, 1, 1)
    people.discard(owner_id, ana, at=NOW)
    page = giving_pages.listing(owner_id, day(4))
    assert (page.given, page.their_needs, len(page.my_offers)) == ((), (), 1)


def test_bad_input_names_its_field(owner_id: UUID) -> None:
    ana = a_person(owner_id, "Ana")
    wrong = {
        ("what", Problem.REQUIRED): HelpDraft(ana, " ", given_on=day(2)),
        ("promised_on", Problem.REQUIRED): HelpDraft(ana, "a link"),
        ("due_on", Problem.TOO_EARLY): HelpDraft(ana, "a link", promised_on=day(3), due_on=day(2)),
        ("given_on", Problem.TOO_EARLY): HelpDraft(ana, "a link", promised_on=day(3), given_on=day(2)),
    }
    for expected, draft in wrong.items():
        with pytest.raises(Invalid) as caught:
            giving.create_help(owner_id, draft, at=NOW)
        assert (caught.value.field, caught.value.code) == expected


def test_help_that_was_never_promised_cannot_be_ungiven(owner_id: UUID) -> None:
    ana = a_person(owner_id, "Ana")
    help_ = giving.create_help(owner_id, HelpDraft(ana, "a link", given_on=day(2)), at=NOW).id
    with pytest.raises(Invalid):
        giving.keep_promise(owner_id, help_, None, at=NOW)


@pytest.mark.parametrize("count", [3, 300])
def test_queries_do_not_grow(
    owner_id: UUID, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    crowd = a_crowd(owner_id, count)
    models.Help.objects.bulk_create(
        models.Help(owner_id=owner_id, person_id=pk, what="a link", promised_on=day(1)) for pk in crowd
    )
    with django_assert_num_queries(4):
        assert len(giving_pages.listing(owner_id, day(2)).i_owe) == count
