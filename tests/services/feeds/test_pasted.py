"""A link or a flyer, pasted: read, looked over, kept once."""

from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from rapport.db.models import Listing
from rapport.domain.gatherings.listings import FeedProblem, ListingReply
from rapport.services import owners
from rapport.services.errors import Invalid
from rapport.services.feeds import feeds, pasted, subscriptions
from rapport.services.feeds.pasted import Draft
from rapport.services.gatherings import listings
from rapport.services.journal import undo
from tests.services.conftest import NOW
from tests.services.feeds.makers import URL, Failed, calendar, event, web

TODAY = date(2019, 3, 30)
FLYER = """LADIES' NIGHT
Thursday 4 April, 7pm - 10pm
at The Jupiter Hotel, 800 E Burnside St, Portland
Free entry
https://ladies.example/night"""
PAGE = "https://ladies.example/night"


@pytest.fixture
def owner(owner_id: UUID) -> UUID:
    owners.edit(owner_id, at=NOW, time_zone="America/Los_Angeles")
    return owner_id


def test_a_flyer_is_read_without_asking_anybody(owner: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    net = web(monkeypatch)
    draft = pasted.look(owner, FLYER, today=TODAY, language="en").draft
    assert (draft.name, draft.on) == ("LADIES' NIGHT", date(2019, 4, 4))
    assert (draft.starts_at, draft.ends_at) == (time(19), time(22))
    assert draft.place == "The Jupiter Hotel, 800 E Burnside St, Portland"
    assert (draft.url, draft.price) == (PAGE, 0.0)
    assert not net.asked


def test_several_days_are_a_question(owner: UUID) -> None:
    looked = pasted.look(owner, "Book fair\n6 April or 7 April", today=TODAY, language="en")
    assert looked.draft.on is None
    assert looked.days == (date(2019, 4, 6), date(2019, 4, 7))


def test_a_link_is_opened_and_its_gathering_read(owner: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    net = web(monkeypatch)
    script = (
        '[{"@type":"Event","name":"Other","url":"/o","startDate":"2019-04-01"},'
        f'{{"@type":"Event","name":"Night","url":"{PAGE}","startDate":"2019-04-04T19:00-07:00"}}]'
    )
    net.pages[PAGE] = f'<script type="application/ld+json">{script}</script>'.encode()
    looked = pasted.look(owner, f"  {PAGE}\n", today=TODAY, language="en")
    assert (looked.draft.name, looked.draft.on, looked.draft.starts_at) == (
        "Night",
        date(2019, 4, 4),
        time(19),
    )
    assert looked.others == 1
    assert not Listing.objects.exists()


@pytest.mark.parametrize("page", [Failed(FeedProblem.NOT_FOUND, "404"), b"<html>nothing</html>"])
def test_a_link_that_says_nothing_is_told(
    owner: UUID, page: Failed | bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    web(monkeypatch).pages[PAGE] = page
    looked = pasted.look(owner, PAGE, today=TODAY, language="en")
    assert looked.problem in (FeedProblem.NOT_FOUND, FeedProblem.NOT_A_FEED)


def test_it_is_kept_once_and_can_be_taken_back(owner: UUID) -> None:
    draft = Draft("Night", date(2019, 4, 4), time(22), time(1), "Hall", url="ladies.example/night")
    saved = pasted.keep(owner, draft, at=NOW, today=TODAY)
    again = pasted.keep(owner, draft, at=NOW, today=TODAY)
    assert (again.id, again.batch_id) == (saved.id, None)
    row = Listing.objects.get()
    assert row.starts_at == datetime(2019, 4, 5, 5, tzinfo=UTC)
    assert row.ends_at == datetime(2019, 4, 5, 8, tzinfo=UTC)  # after midnight
    assert (row.on, row.url, row.subscription_id) == (date(2019, 4, 4), "https://ladies.example/night", None)
    listings.reply(owner, row.pk, ListingReply.GOING, at=NOW)
    assert saved.batch_id is not None
    with pytest.raises(undo.CannotUndo):
        undo.undo(owner, saved.batch_id, at=NOW)


def test_what_a_feed_announces_too_is_shown_once(owner: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    pasted.keep(owner, Draft("Freelance Friday", date(2019, 4, 5), time(19)), at=NOW, today=TODAY)
    web(monkeypatch).pages[URL] = calendar(event("ff", "20190405T190000"))
    feeds.add(owner, subscriptions.Draft(URL), at=NOW, today=TODAY)
    assert sorted(row.same_as_id is None for row in Listing.objects.all()) == [False, True]


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (Draft("", date(2019, 4, 4)), "name"),
        (Draft("Night", None), "on"),
        (Draft("Night", date(2019, 4, 4), url="javascript:alert(1)"), "url"),
        (Draft("Night", date(2019, 4, 4), price=-1.0), "price"),
        (Draft("Ni\x00ght", date(2019, 4, 4)), "name"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(owner: UUID, draft: Draft, field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        pasted.keep(owner, draft, at=NOW, today=TODAY)
    assert wrong.value.field == field
