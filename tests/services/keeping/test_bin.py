"""The bin: everything comes back for thirty days, and then nothing does."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from rapport.db import models
from rapport.db.models import Subscription
from rapport.domain.asks.letters import LetterKind, Words
from rapport.domain.people_filters import PeopleFilter
from rapport.domain.pitches.pitches import Stage
from rapport.services import owners
from rapport.services.asks import asks, introductions, letters
from rapport.services.challenge import challenge
from rapport.services.errors import Invalid, Problem
from rapport.services.feeds import subscriptions
from rapport.services.gatherings import gatherings
from rapport.services.gatherings import pages as gathering_pages
from rapport.services.giving import giving
from rapport.services.interactions import followups, interactions, notes
from rapport.services.interactions import pages as interaction_pages
from rapport.services.journal import undo
from rapport.services.journal.journal import Verb, journal
from rapport.services.keeping import bin as the_bin
from rapport.services.keeping.bin import Noun
from rapport.services.people import filters, people
from rapport.services.people import pages as people_pages
from rapport.services.pitches import opportunities, pitches
from rapport.services.rows import Saved, saved
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_crowd, a_gathering, a_person, many_coffees

LATER = NOW + timedelta(days=31)


def a_feed(owner_id: UUID) -> Saved:
    with journal(owner_id, Verb.CREATE, at=NOW) as book:
        row = book.add(Subscription(name="Fridays", url="https://feeds.example/ff.ics"))
    return saved(book, row.pk)


def one_of_each(owner_id: UUID) -> dict[Noun, tuple[UUID, Callable[..., object]]]:
    """Each noun's id, and what bins it."""
    mary, tom = a_person(owner_id, "Mary"), a_person(owner_id, "Tom")
    a_gathering(owner_id, "Friday", day(8))
    friday = a_gathering(owner_id, "Friday", day(15))
    (series,) = gathering_pages.listing(owner_id, day(20)).series
    told = {
        Noun.ASK: (asks.create(owner_id, asks.Draft(tom, day(1), "a studio"), at=NOW), asks.discard),
        Noun.INTRODUCTION: (
            introductions.create(owner_id, introductions.Draft(tom, day(2), other_id=mary), at=NOW),
            introductions.discard,
        ),
        Noun.PITCH: (
            pitches.create(owner_id, pitches.Draft("Acme"), Stage.SENT, day(1), at=NOW),
            pitches.discard,
        ),
        Noun.HELP: (
            giving.create_help(owner_id, giving.HelpDraft(tom, "a link", given_on=day(1)), at=NOW),
            giving.discard_help,
        ),
        Noun.NEED: (
            giving.create_need(owner_id, giving.NeedDraft("a desk", day(1), tom), at=NOW),
            giving.discard_need,
        ),
        Noun.OFFER: (
            giving.create_offer(owner_id, giving.OfferDraft("a desk", day(1)), at=NOW),
            giving.discard_offer,
        ),
        Noun.FOLLOW_UP: (
            followups.create(owner_id, followups.Draft(day(3), day(1), tom), at=NOW),
            followups.discard,
        ),
        Noun.OPPORTUNITY: (
            opportunities.create(owner_id, opportunities.Draft("VR", day(1)), at=NOW),
            opportunities.discard,
        ),
        Noun.NOTE: (notes.create(owner_id, notes.Draft(day(1), "A start"), at=NOW), notes.discard),
        Noun.FILTER: (filters.keep(owner_id, "VR", PeopleFilter(tag="vr"), at=NOW), filters.discard),
        Noun.FEED: (a_feed(owner_id), subscriptions.discard),
        Noun.LETTER: (
            letters.create(owner_id, letters.Draft(LetterKind.ASK, "en", Words("", "Hi")), at=NOW),
            letters.discard,
        ),
    }
    rows: dict[Noun, tuple[UUID, Callable[..., object]]] = {
        noun: (saved.id, discard) for noun, (saved, discard) in told.items()
    }
    rows[Noun.INTERACTION] = (a_coffee(owner_id, mary, tom), interactions.discard)
    rows[Noun.SERIES] = (series.id, gatherings.discard_series)
    rows[Noun.GATHERING] = (friday, gatherings.discard)
    rows[Noun.CHALLENGE] = (challenge.every(owner_id)[0].id, challenge.discard)
    rows[Noun.PERSON] = (tom, people.discard)
    return rows


def test_every_noun_can_be_binned_shown_and_brought_back(owner_id: UUID, month: UUID) -> None:
    rows = one_of_each(owner_id)
    assert set(rows) == set(Noun)
    for pk, discard in rows.values():
        discard(owner_id, pk, at=NOW)
    page = the_bin.listing(owner_id, at=NOW + timedelta(days=2))
    shown = {row.binned.noun: row for row in page.rows}
    assert set(shown) == set(Noun)
    assert {row.days_left for row in page.rows} == {28}
    told = {noun: (row.binned.what, row.binned.who, row.binned.on) for noun, row in shown.items()}
    assert told[Noun.PERSON] == ("Tom", "", "")
    assert told[Noun.ASK] == ("a studio", "Tom", "2019-03-01")
    assert told[Noun.INTERACTION] == ("", "Mary, Tom", "2019-03-01")
    assert told[Noun.GATHERING] == ("Friday", "", "2019-03-15")
    for noun, (pk, _) in rows.items():
        the_bin.restore(owner_id, noun, pk, at=NOW)
    assert the_bin.listing(owner_id, at=NOW).rows == ()
    assert people_pages.read(owner_id, rows[Noun.PERSON][0]).thread


def test_after_thirty_days_nothing_is_left_not_even_in_the_journal(owner_id: UUID, month: UUID) -> None:
    for pk, discard in one_of_each(owner_id).values():
        discard(owner_id, pk, at=NOW)
    before = owners.revision(owner_id)
    assert the_bin.purge(owner_id, at=NOW + timedelta(days=30)).rows == 0
    gone = the_bin.purge(owner_id, at=LATER)
    assert gone.rows
    assert gone.batches
    assert owners.revision(owner_id) > before
    assert the_bin.listing(owner_id, at=LATER).rows == ()
    images = str(list(models.Change.objects.values_list("before", "after")))
    for word in ("Tom", "Acme", "a studio", "A start"):
        assert word not in images
    assert "Mary" in images
    assert [row.name for row in people_pages.listing(owner_id).rows] == ["Mary"]


def test_what_hung_on_tom_goes_with_him_and_what_he_took_part_in_stays(owner_id: UUID) -> None:
    mary, tom = a_person(owner_id, "Mary"), a_person(owner_id, "Tom")
    lunch = a_coffee(owner_id, mary, tom)
    asks.create(owner_id, asks.Draft(tom, day(1), "a studio"), at=NOW)
    people.discard(owner_id, tom, at=NOW)
    the_bin.purge(owner_id, at=LATER)
    assert [part.person.name for part in interaction_pages.read(owner_id, lunch).people] == ["Mary"]
    assert not models.Ask.objects.exists()
    assert not models.Change.objects.filter(table="Ask").exists()


def test_a_purge_leaves_strangers_and_younger_things_alone(owner_id: UUID) -> None:
    stranger = models.Owner.objects.create(rest_weekdays=[6]).pk
    for owner in (owner_id, stranger):
        people.discard(owner, a_person(owner, "Tom"), at=NOW)
    people.discard(owner_id, a_person(owner_id, "Ana"), at=LATER)
    the_bin.purge(owner_id, at=LATER)
    assert [row.binned.what for row in the_bin.listing(owner_id, at=LATER).rows] == ["Ana"]
    assert len(the_bin.listing(stranger, at=LATER).rows) == 1


def test_a_batch_that_lost_a_row_cannot_be_half_undone(owner_id: UUID) -> None:
    saved = people.create(owner_id, people.Draft("Tom"), at=NOW)
    people.discard(owner_id, saved.id, at=NOW)
    the_bin.purge(owner_id, at=LATER)
    assert saved.batch_id
    with pytest.raises(LookupError):
        undo.undo(owner_id, saved.batch_id, at=LATER)


def test_a_challenge_does_not_come_back_over_another(owner_id: UUID, month: UUID) -> None:
    challenge.discard(owner_id, month, at=NOW)
    challenge.start(owner_id, challenge.Draft(starts_on=FIRST_DAY, days=5), at=NOW)
    with pytest.raises(Invalid) as caught:
        the_bin.restore(owner_id, Noun.CHALLENGE, month, at=NOW)
    assert caught.value.code is Problem.TAKEN


def test_only_what_is_binned_can_be_restored(owner_id: UUID) -> None:
    with pytest.raises(LookupError):
        the_bin.restore(owner_id, Noun.PERSON, a_person(owner_id, "Tom"), at=NOW)


@pytest.mark.parametrize("count", [3, 300])
def test_three_queries_for_any_bin(
    owner_id: UUID, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    crowd = a_crowd(owner_id, count)
    many_coffees(owner_id, crowd, binned_at=NOW)
    models.Person.objects.filter(pk__in=crowd).update(binned_at=NOW)
    with django_assert_num_queries(3):
        assert len(the_bin.listing(owner_id, at=NOW).rows) == min(2 * count, 50)
