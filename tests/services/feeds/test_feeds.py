"""Feeds: read when they are added, and again; what they change is followed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from rapport.db.models import Gathering, Listing, Owner, Subscription
from rapport.domain.gatherings.listings import FeedKind, FeedProblem, ListingReply, ListingStatus
from rapport.services import owners
from rapport.services.errors import Invalid
from rapport.services.feeds import feeds, subscriptions
from rapport.services.feeds.subscriptions import Draft
from rapport.services.gatherings import listings
from rapport.services.journal import undo
from rapport.services.journal.journal import Verb
from tests.services.conftest import NOW
from tests.services.feeds.makers import URL, Failed, Fetched, Web, calendar, event, web

TODAY = date(2019, 3, 30)
LATER = NOW + timedelta(hours=7)
FRIDAY = event(
    "ff@feeds.example", "20190405T190000", LOCATION="CENTRL\\, Portland", URL="https://feeds.example/ff"
)
PANEL = event("panel@feeds.example", "20190410T180000", "Women in Tech panel")


@pytest.fixture
def owner(owner_id: UUID) -> UUID:
    owners.edit(owner_id, at=NOW, time_zone="America/Los_Angeles")
    return owner_id


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Web:
    made = web(monkeypatch)
    made.pages[URL] = calendar(FRIDAY, PANEL)
    return made


def added(owner: UUID, **more: Any) -> UUID:
    return feeds.add(owner, Draft(URL, **more), at=NOW, today=TODAY).saved.id


def again(owner: UUID, feed_id: UUID, at: datetime = LATER) -> feeds.Outcome:
    return feeds.refresh(owner, feed_id, at=at, today=TODAY)


def rows(owner: UUID) -> list[tuple[str, date, ListingStatus]]:
    found = Listing.objects.of(owner).order_by("on", "name").values_list("name", "on", "status")
    return [(name, on, ListingStatus(status)) for name, on, status in found]


def the(owner: UUID, name: str) -> Listing:
    return Listing.objects.get(owner_id=owner, name=name)


def test_a_feed_is_read_at_once_and_can_be_taken_back(owner: UUID, net: Web) -> None:
    found = feeds.add(owner, Draft("webcal://feeds.example/portland.ics"), at=NOW, today=TODAY)
    assert (found.outcome.kept.told, found.outcome.kept.new) == (2, 2)
    assert net.asked[0].url == URL
    [feed] = subscriptions.listing(owner, TODAY)
    assert (feed.name, feed.kind, feed.ahead, feed.next_on) == (
        "Portland Freelancers", FeedKind.ICS, 2, date(2019, 4, 5),
    )  # fmt: skip
    assert feed.next_at == NOW + feeds.EVERY
    row = the(owner, "Freelance Friday")
    assert row.starts_at == datetime(2019, 4, 6, 2, tzinfo=UTC)
    assert row.on == date(2019, 4, 5)
    assert (row.place, row.time_zone) == ("CENTRL, Portland", "America/Los_Angeles")
    assert found.saved.batch_id is not None
    undo.undo(owner, found.saved.batch_id, at=LATER)
    assert not Listing.objects.exists()
    assert not subscriptions.listing(owner, TODAY)


def test_what_is_no_address_or_there_already_is_refused(owner: UUID, net: Web) -> None:
    added(owner)
    for bad in ("", "ftp://feeds.example/x", "javascript:alert(1)//", "http://[", "a b"):
        with pytest.raises(Invalid):
            feeds.add(owner, Draft(bad), at=NOW, today=TODAY)
    with pytest.raises(Invalid) as taken:
        feeds.add(owner, Draft(URL), at=NOW, today=TODAY)
    assert taken.value.code == "taken"
    assert len(net.asked) == 1


def test_a_feed_that_cannot_be_read_is_not_kept_unless_wanted(owner: UUID, net: Web) -> None:
    net.pages[URL] = Failed(FeedProblem.SERVER, "503", 86_400)
    with pytest.raises(feeds.Unreadable) as unreadable:
        added(owner)
    assert unreadable.value.problem is FeedProblem.SERVER
    assert not Subscription.objects.exists()
    feeds.add(owner, Draft(URL), at=NOW, today=TODAY, anyway=True)
    [feed] = subscriptions.listing(owner, TODAY)
    assert (feed.name, feed.problem, feed.detail) == ("feeds.example", FeedProblem.SERVER, "503")
    assert feed.next_at == NOW + timedelta(days=1)


def test_a_page_without_gatherings_tells_of_its_feeds(owner: UUID, net: Web) -> None:
    net.pages[URL] = b'<html><link rel=alternate type=text/calendar href="/cal.ics"></html>'
    with pytest.raises(feeds.Unreadable) as unreadable:
        added(owner)
    assert unreadable.value.problem is FeedProblem.NOT_A_FEED
    assert unreadable.value.feeds == ("https://feeds.example/cal.ics",)


def test_unchanged_costs_nothing(owner: UUID, net: Web) -> None:
    pk = added(owner)
    net.pages[URL] = Fetched(URL, etag='"1"', is_unchanged=True)
    assert again(owner, pk).is_unchanged
    assert net.asked[-1].etag == '"1"'
    assert the(owner, "Freelance Friday").seen_at == LATER
    assert again(owner, pk, LATER + timedelta(seconds=5)).is_unchanged
    assert len(net.asked) == 2  # a button pressed twice


def test_a_rule_is_worked_out_further_as_time_goes_on(owner: UUID, net: Web) -> None:
    weekly = event("w", "20190405T190000", RRULE="FREQ=WEEKLY")
    net.pages[URL] = calendar(weekly)
    pk = added(owner)
    assert Listing.objects.filter(is_recurring=True).count() == 52
    spring = TODAY + timedelta(days=90)
    feeds.refresh(owner, pk, at=NOW + timedelta(days=90), today=spring)
    assert net.asked[-1].etag == ""  # not "has it changed?": the dates are wanted
    assert Listing.objects.filter(on__gte=spring + timedelta(days=350)).exists()


def test_a_moved_date_is_followed_and_my_gathering_with_it(owner: UUID, net: Web) -> None:
    pk = added(owner)
    mine = listings.reply(owner, the(owner, "Freelance Friday").pk, ListingReply.GOING, at=NOW)
    net.pages[URL] = calendar(event("ff@feeds.example", "20190412T183000", LOCATION="New hall"), PANEL)
    outcome = again(owner, pk)
    assert (outcome.kept.moved, outcome.kept.gone) == (1, 0)
    row = the(owner, "Freelance Friday")
    assert (row.status, row.on, row.moved_from) == (ListingStatus.MOVED, date(2019, 4, 12), date(2019, 4, 5))
    gathering = Gathering.objects.get(pk=mine.id)
    assert (gathering.on, str(gathering.starts_at), gathering.place) == (
        date(2019, 4, 12),
        "18:30:00",
        "New hall",
    )
    assert outcome.kept.batch_id is not None
    done = undo.undo(owner, outcome.kept.batch_id, at=LATER)
    assert done.verb is Verb.FEED
    gathering.refresh_from_db()
    assert gathering.on == date(2019, 4, 5)
    assert again(owner, pk, LATER + timedelta(hours=7)).kept.batch_id is None  # not a second time
    gathering.refresh_from_db()
    assert gathering.on == date(2019, 4, 5)


def test_what_i_changed_myself_stays(owner: UUID, net: Web) -> None:
    pk = added(owner)
    mine = listings.reply(owner, the(owner, "Freelance Friday").pk, ListingReply.GOING, at=NOW)
    Gathering.objects.filter(pk=mine.id).update(on=date(2019, 4, 6))
    net.pages[URL] = calendar(event("ff@feeds.example", "20190412T190000"), PANEL)
    again(owner, pk)
    assert Gathering.objects.get(pk=mine.id).on == date(2019, 4, 6)


def test_a_cancelled_one_is_cancelled_in_my_calendar_and_back_again(owner: UUID, net: Web) -> None:
    pk = added(owner)
    mine = listings.reply(owner, the(owner, "Freelance Friday").pk, ListingReply.GOING, at=NOW)
    off = event("ff@feeds.example", "20190405T190000", STATUS="CANCELLED")
    net.pages[URL] = calendar(off, PANEL)
    assert again(owner, pk).kept.cancelled == 1
    assert the(owner, "Freelance Friday").status == ListingStatus.CANCELLED
    assert Gathering.objects.get(pk=mine.id).cancelled_on == LATER.date()
    net.pages[URL] = calendar(FRIDAY, PANEL)
    again(owner, pk, LATER + timedelta(days=1))
    assert Gathering.objects.get(pk=mine.id).cancelled_on is None


def test_a_no_longer_told_one_is_gone_but_an_empty_feed_empties_nothing(owner: UUID, net: Web) -> None:
    pk = added(owner)
    net.pages[URL] = calendar()
    assert again(owner, pk).kept.gone == 0
    net.pages[URL] = calendar(PANEL)
    assert again(owner, pk, LATER + timedelta(days=1)).kept.gone == 1
    assert rows(owner)[0] == ("Freelance Friday", date(2019, 4, 5), ListingStatus.GONE)
    net.pages[URL] = calendar(FRIDAY, PANEL)
    again(owner, pk, LATER + timedelta(days=2))
    assert rows(owner)[0][2] is ListingStatus.PLANNED


def test_an_answer_can_be_taken_back_after_the_feed_was_read_again(owner: UUID, net: Web) -> None:
    pk = added(owner)
    said = listings.reply(owner, the(owner, "Freelance Friday").pk, ListingReply.MAYBE, at=NOW)
    again(owner, pk)
    assert said.batch_id is not None
    undo.undo(owner, said.batch_id, at=LATER)
    row = the(owner, "Freelance Friday")
    assert (row.reply, row.gathering_id, row.seen_at) == ("", None, LATER)


def test_the_same_evening_of_two_feeds_is_shown_once(owner: UUID, net: Web) -> None:
    added(owner)
    other = "https://other.example/events"
    net.pages[other] = (
        b'<script type="application/ld+json">{"@type": "Event", "name": "Freelance Fridays", '
        b'"startDate": "2019-04-05T19:10-07:00", "location": "CENTRL"}</script>'
    )
    feeds.add(owner, Draft(other), at=NOW, today=TODAY)
    first, second = the(owner, "Freelance Friday"), the(owner, "Freelance Fridays")
    assert {first.same_as_id, second.same_as_id} in ({None, first.pk}, {None, second.pk})
    [shown] = [row for row in (first, second) if row.same_as_id is None]
    hidden = second if shown == first else first
    listings.reply(owner, hidden.pk, ListingReply.GOING, at=NOW)
    feeds.refresh(owner, subscriptions.listing(owner, TODAY)[0].id, at=LATER, today=TODAY)
    hidden.refresh_from_db()
    assert hidden.same_as_id is None  # what was answered is what is shown


def test_a_failing_feed_is_asked_less_and_less(owner: UUID, net: Web) -> None:
    pk = added(owner)
    net.pages[URL] = Failed(FeedProblem.UNREACHABLE, "host")
    waits = []
    for n in range(1, 9):
        at = NOW + timedelta(days=10 * n)
        again(owner, pk, at)
        next_at = Subscription.objects.get(pk=pk).next_at
        assert next_at is not None
        waits.append((next_at - at) / timedelta(hours=1))
    assert waits == [6, 12, 24, 48, 96, 168, 168, 168]
    assert len(rows(owner)) == 2  # what it announced stays
    net.pages[URL] = calendar(FRIDAY, PANEL)
    again(owner, pk, NOW + timedelta(days=100))
    assert Subscription.objects.get(pk=pk).failures == 0


def test_one_that_is_gone_is_not_asked_again(owner: UUID, net: Web) -> None:
    pk = added(owner)
    net.pages[URL] = Failed(FeedProblem.GONE, "410")
    again(owner, pk)
    assert Subscription.objects.get(pk=pk).next_at is None
    asked = len(net.asked)
    assert feeds.refresh_due(lambda: NOW + timedelta(days=300), lambda view: TODAY) == []
    assert len(net.asked) == asked


def test_only_what_is_due_is_read_beside_the_server(owner: UUID, net: Web) -> None:
    pk = added(owner)
    assert feeds.refresh_due(lambda: NOW + timedelta(hours=1), lambda view: TODAY) == []
    subscriptions.pause(owner, pk, is_paused=True, at=NOW)
    assert feeds.refresh_due(lambda: LATER, lambda view: TODAY) == []
    subscriptions.pause(owner, pk, is_paused=False, at=NOW)
    [outcome] = feeds.refresh_due(lambda: LATER, lambda view: TODAY)
    assert outcome.feed_id == pk
    Owner.objects.filter(pk=owner).update(is_demo=True)
    assert feeds.refresh_due(lambda: LATER + timedelta(days=1), lambda view: TODAY) == []


def test_times_without_a_zone_are_those_of_the_feeds_city(owner: UUID, net: Web) -> None:
    net.pages[URL] = b"BEGIN:VCALENDAR\r\n" + event("x", "20190405T190000").encode() + b"END:VCALENDAR\r\n"
    added(owner, city="New York")
    row = the(owner, "Freelance Friday")
    assert row.starts_at == datetime(2019, 4, 5, 23, tzinfo=UTC)
    assert (row.city, row.time_zone) == ("New York", "America/New_York")


def test_news_without_a_day_is_read_behind_its_link_on_the_same_host_alone(owner: UUID, net: Web) -> None:
    item = "<item><title>{0}</title><link>{1}</link><pubDate>Fri, 29 Mar 2019 10:00:00 GMT</pubDate></item>"
    feed = "https://feeds.example/news.rss"
    links = ("https://feeds.example/e/1", "https://elsewhere.example/e/2")
    body = "".join(item.format(f"Evening {n}", link) for n, link in enumerate(links))
    net.pages[feed] = f'<rss version="2.0"><channel><title>News</title>{body}</channel></rss>'.encode()
    net.pages[links[0]] = (
        b'<p class="h-event"><b class="p-name">An hour</b><time class="dt-start" datetime=2019-04-05T19:00>'
    )
    found = feeds.add(owner, Draft(feed), at=NOW, today=TODAY)
    assert [wanted.url for wanted in net.asked] == [feed, links[0]]
    assert found.outcome.kept.new == 1


def test_binned_feeds_take_their_dates_along_and_bring_them_back(owner: UUID, net: Web) -> None:
    pk = added(owner)
    subscriptions.discard(owner, pk, at=NOW)
    assert subscriptions.listing(owner, TODAY) == ()
    added(owner)
    with pytest.raises(Invalid):
        subscriptions.restore(owner, pk, at=LATER)


def test_a_changed_address_is_read_as_new(owner: UUID, net: Web) -> None:
    pk = added(owner)
    other = URL.replace("portland", "other")
    subscriptions.edit(owner, pk, Draft(other), at=LATER)
    row = Subscription.objects.get(pk=pk)
    assert (row.url, row.etag, row.next_at, row.name) == (other, "", LATER, "Portland Freelancers")


def test_a_bomb_is_left_out_with_its_reason_and_the_rest_is_in(owner: UUID, net: Web) -> None:
    net.pages[URL] = calendar(event("b", "20190405T190000", "Bomb", RRULE="FREQ=SECONDLY"), PANEL)
    outcome = feeds.add(owner, Draft(URL), at=NOW, today=TODAY).outcome
    assert [one.trouble for one in outcome.left_out] == ["recurs_too_often"]
    assert [name for name, _on, _status in rows(owner)] == ["Women in Tech panel"]
