"""Every way in which Rapport fetches × addresses inside: nobody there hears of it (TRUST.md T10)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest

from rapport.db.models import Subscription
from rapport.domain.gatherings.listings import FeedProblem
from rapport.net import fetch as net
from rapport.net.connection import NotFound, Tools
from rapport.services.feeds import feeds, pasted
from rapport.services.feeds import reading as feed_reading
from rapport.services.feeds.subscriptions import Draft
from tests.net.servers import PUBLIC, Server, answer, serving, to
from tests.net.watching import Watch, watching
from tests.services.conftest import NOW
from tests.services.feeds.makers import calendar, event

TODAY = date(2019, 3, 30)
INSIDE = {  # as it is written in an address → what a resolver makes of it
    "127.0.0.1": "127.0.0.1", "localhost": "127.0.0.1", "2130706433": "127.0.0.1", "0x7f.1": "127.0.0.1",
    "0.0.0.0": "0.0.0.0", "[::1]": "::1", "[::ffff:127.0.0.1]": "::ffff:127.0.0.1", "10.0.0.1": "10.0.0.1",
    "[64:ff9b::7f00:1]": "64:ff9b::7f00:1", "169.254.169.254": "169.254.169.254", "[fd12::1]": "fd12::1",
    "inside.example": "192.168.1.1",
}  # fmt: skip
REFUSED = (FeedProblem.FORBIDDEN, FeedProblem.LOCAL)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture
def watch(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """feeds.example is the server; rebound.example is, the first time it is asked for."""
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        if host == "feeds.example" or (host == "rebound.example" and asked.count(host) == 1):
            return [PUBLIC]
        known = {name.strip("[]"): address for name, address in INSIDE.items()} | {
            "rebound.example": "127.0.0.1"
        }
        if host not in known:
            raise NotFound(host)
        return [known[host]]

    with watching() as watch:
        tools: Tools = to(server)
        tools = replace(tools, resolve=resolve, ports=tools.ports | {watch.port})
        monkeypatch.setattr(feed_reading, "fetch", partial(net.fetch, tools=tools))
        yield watch


def nobody_heard(watch: Watch, server: Server) -> bool:
    return watch.reached() == 0 and all(address == ("127.0.0.1", server.port) for address in watch.seen)


def add(owner: UUID, url: str) -> FeedProblem | None:
    try:
        return feeds.add(owner, Draft(url), at=NOW, today=TODAY).outcome.problem
    except feeds.Unreadable as unreadable:
        return unreadable.problem


def paste(owner: UUID, url: str) -> FeedProblem | None:
    return pasted.look(owner, url, today=TODAY, language="en").problem


@pytest.mark.parametrize("inside", INSIDE)
@pytest.mark.parametrize("way", [add, paste])
def test_straight_and_by_a_hop(
    owner_id: UUID, watch: Watch, server: Server, inside: str, way: Callable[[UUID, str], FeedProblem | None]
) -> None:
    target = f"http://{inside}:{watch.port}/feed.ics"
    found = way(owner_id, target)
    assert found in REFUSED or (way is paste and not pasted.is_link(target))  # a text, which is not fetched
    assert watch.seen == []
    server.pages["/hop"] = answer(302, Location=target)
    assert way(owner_id, server.url("/hop")) in REFUSED
    assert nobody_heard(watch, server)
    assert not Subscription.objects.exists()


@pytest.mark.parametrize("inside", INSIDE)
def test_a_feed_that_leads_inside_one_day(owner_id: UUID, watch: Watch, server: Server, inside: str) -> None:
    server.pages["/feed.ics"] = answer(200, calendar(event("a", "20190405T190000")))
    pk = feeds.add(owner_id, Draft(server.url("/feed.ics")), at=NOW, today=TODAY).saved.id
    server.pages["/feed.ics"] = answer(301, Location=f"http://{inside}:{watch.port}/")
    again = feeds.refresh(owner_id, pk, at=NOW + timedelta(hours=7), today=TODAY)
    assert again.problem in REFUSED
    assert nobody_heard(watch, server)


def test_a_page_behind_news_whose_host_was_bound_anew(owner_id: UUID, watch: Watch, server: Server) -> None:
    page = server.url("/e/1", "rebound.example").replace(str(server.port), str(watch.port))
    hop = server.url("/e/2", "rebound.example")
    items = "".join(f"<item><title>Soon</title><link>{link}</link></item>" for link in (page, hop))
    news = f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'.encode()
    server.pages |= {"/news": answer(200, news), "/e/2": answer(302, Location=f"http://[::1]:{watch.port}/")}
    assert add(owner_id, server.url("/news", "rebound.example")) is None
    assert [heard.path for heard in server.heard] == ["/news"]
    assert nobody_heard(watch, server)


def test_a_page_behind_news_that_leads_inside(owner_id: UUID, watch: Watch, server: Server) -> None:
    item = f"<item><title>Soon</title><link>{server.url('/e/1')}</link></item>"
    server.pages["/news"] = answer(200, f'<rss version="2.0"><channel>{item}</channel></rss>'.encode())
    server.pages["/e/1"] = answer(302, Location=f"http://127.0.0.1:{watch.port}/")
    assert add(owner_id, server.url("/news")) is None
    assert [heard.path for heard in server.heard] == ["/news", "/e/1"]
    assert nobody_heard(watch, server)
