"""A feed followed on a real server: unchanged, refused, cut off, packed, and no feed at all."""

import gzip
import socket
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from uuid import UUID

import pytest

from rapport.db.models import Listing, Subscription
from rapport.domain.gatherings.listings import FeedProblem
from rapport.net import fetch as net
from rapport.services.feeds import feeds
from rapport.services.feeds import reading as feed_reading
from rapport.services.feeds.subscriptions import Draft
from tests.net.servers import Server, answer, serving, to
from tests.services.conftest import NOW
from tests.services.feeds.makers import calendar, event

TODAY = date(2019, 3, 30)
ICS = calendar(event("a", "20190405T190000"))
SUNDAY = "Sun, 31 Mar 2019 10:00:00 GMT"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde"
NO_FEEDS = {
    "a picture": PNG, "a document": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj",
    "an archive": b"PK\x03\x04" + bytes(60), "nothing": b"", "a table": b"name,day\nSalon,2019-04-05\n",
    "a program": b"\x7fELF" + bytes(200),
    "a vCard": b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mary\r\nEND:VCARD\r\n",
    "data": b'{"events": [{"name": "Salon", "start": "2019-04-05"}]}', "a picture that says it is none": PNG,
}  # fmt: skip


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving() as made:
        monkeypatch.setattr(feed_reading, "fetch", partial(net.fetch, tools=to(made)))
        yield made


@pytest.fixture
def feed(owner_id: UUID, server: Server) -> UUID:
    server.pages["/feed.ics"] = answer(200, ICS, ETag='"a1"', Last_Modified=SUNDAY)
    return feeds.add(owner_id, Draft(server.url("/feed.ics")), at=NOW, today=TODAY).saved.id


def again(owner_id: UUID, feed: UUID, at: datetime = NOW + timedelta(hours=7)) -> feeds.Outcome:
    return feeds.refresh(owner_id, feed, at=at, today=TODAY)


def test_it_is_asked_whether_it_changed_and_says_no(owner_id: UUID, server: Server, feed: UUID) -> None:
    server.pages["/feed.ics"] = answer(304, Content_Length="")
    assert again(owner_id, feed).is_unchanged
    asked = server.heard[-1].headers
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('"a1"', SUNDAY)
    server.pages["/feed.ics"] = answer(200, calendar(event("b", "20190406T190000")), ETag='"a2"')
    assert again(owner_id, feed, NOW + timedelta(hours=14)).kept.new == 1
    server.pages["/feed.ics"] = answer(304, Content_Length="")
    again(owner_id, feed, NOW + timedelta(hours=21))
    assert server.heard[-1].headers["if-none-match"] == '"a2"'
    assert "if-modified-since" not in server.heard[-1].headers


@pytest.mark.parametrize(
    ("status", "problem", "hours"),
    [
        (404, FeedProblem.NOT_FOUND, 6),
        (403, FeedProblem.REFUSED, 6),
        (500, FeedProblem.SERVER, 6),
        (503, FeedProblem.SERVER, 30),
        (429, FeedProblem.SERVER, 30),
        (410, FeedProblem.GONE, None),
    ],
)
def test_what_it_refuses_costs_no_date_and_is_asked_later(
    owner_id: UUID, server: Server, feed: UUID, status: int, problem: FeedProblem, hours: int | None
) -> None:
    wait = {"Retry_After": str(30 * 3600)} if status in (429, 503) else {}
    server.pages["/feed.ics"] = answer(status, b"<h1>no</h1>", **wait)
    at = NOW + timedelta(hours=7)
    assert again(owner_id, feed, at).problem is problem
    row = Subscription.objects.get(pk=feed)
    assert row.next_at == (None if hours is None else at + timedelta(hours=hours))
    assert Listing.objects.get().name == "Freelance Friday"


def test_half_a_feed_is_none(owner_id: UUID, server: Server, feed: UUID) -> None:
    packed = gzip.compress(ICS * 50, mtime=0)
    for cut in (
        answer(200, ICS[:60], Content_Length=str(len(ICS))),
        answer(200, packed[: len(packed) // 2], Content_Encoding="gzip"),
    ):
        server.pages["/feed.ics"] = cut
        Subscription.objects.update(fetched_at=NOW)
        assert again(owner_id, feed).problem is FeedProblem.SERVER
    assert Listing.objects.get().status == "planned"


def test_one_that_says_a_letter_at_a_time_is_left(
    owner_id: UUID, server: Server, feed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock of this test moves on a second whenever somebody looks at it."""

    def drip(held: socket.socket) -> None:
        held.sendall(b"HTTP/1.1 200 X\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n")
        while not server.over.wait(0.002):
            held.sendall(b" ")

    server.pages["/feed.ics"] = drip
    seconds = count()
    tools = to(server, total=20.0, monotonic=lambda: float(next(seconds)))
    monkeypatch.setattr(feed_reading, "fetch", partial(net.fetch, tools=tools))
    assert again(owner_id, feed).problem is FeedProblem.SLOW
    assert next(seconds) < 40


@pytest.mark.parametrize("what", NO_FEEDS)
def test_what_is_no_feed_is_told_as_such(owner_id: UUID, server: Server, what: str) -> None:
    said = "text/calendar" if what.endswith("none") else "application/octet-stream"
    server.pages["/x"] = answer(200, NO_FEEDS[what], Content_Type=said)
    with pytest.raises(feeds.Unreadable) as unreadable:
        feeds.add(owner_id, Draft(server.url("/x")), at=NOW, today=TODAY)
    assert unreadable.value.problem is FeedProblem.NOT_A_FEED
    assert not Subscription.objects.exists()


def test_a_calendar_is_read_whatever_its_type_is_called(owner_id: UUID, server: Server) -> None:
    server.pages["/cal"] = answer(200, gzip.compress(ICS), Content_Type="image/png", Content_Encoding="gzip")
    assert feeds.add(owner_id, Draft(server.url("/cal")), at=NOW, today=TODAY).outcome.kept.new == 1
