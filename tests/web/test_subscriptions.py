"""Feeds in the browser: followed, read again, paused, let go; and a link or a flyer pasted."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rapport.db.models import Listing, Subscription
from rapport.domain.gatherings.listings import FeedProblem
from rapport.services import owners
from rapport.services.feeds import work as feed_work
from rapport.web import feed_waiting
from tests.services.feeds.makers import URL, Failed, Web, calendar, event, web
from tests.web.portland import NOW, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]
NEW = "/gatherings/feeds/new"
FRIDAY = event("ff", "20190405T190000", LOCATION="CENTRL")


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch, owner_id: UUID) -> Web:  # noqa: F811 - the fixture
    owners.edit(owner_id, at=NOW, time_zone="America/Los_Angeles")
    monkeypatch.setattr(feed_work, "spawn", lambda action: action())  # at once, and in this very thread
    made = web(monkeypatch)
    made.pages[URL] = calendar(FRIDAY)
    return made


def follow(visitor: Client, **more: str) -> str:
    """What the page says after asking for the feed."""
    page = visitor.get(NEW)
    return words(visitor.post(NEW, posted(page, NEW) | {"url": URL, **more}, follow=True))


def the_feed() -> str:
    return f"/gatherings/feeds/{Subscription.objects.get().pk}"


def test_none_yet_and_how_to_begin(visitor: Client) -> None:
    assert "You follow no calendar yet." in words(visitor.get("/gatherings/feeds"))
    assert "/gatherings/feeds" in visitor.get("/gatherings").content.decode()


def test_one_is_followed_and_shows_what_it_announces(visitor: Client, net: Web) -> None:
    said = follow(visitor)
    assert "It is read from now on. It announces 1 date." in said
    assert "What it announces Freelance Friday CENTRL Friday 5 April, 19:00" in said
    assert "Undo" in said
    listed = words(visitor.get("/gatherings/feeds"))
    assert "Portland Freelancers 1 date announced calendar (iCalendar), read just now" in listed
    assert "You follow this one already." in follow(visitor)


@pytest.mark.parametrize("problem", FeedProblem)
def test_every_reason_is_said_with_what_helps(visitor: Client, net: Web, problem: FeedProblem) -> None:
    net.pages[URL] = Failed(problem)
    said = follow(visitor)
    assert "Have another look" in said
    assert not Subscription.objects.exists()
    assert ("Keep it, and try later" in said) is (problem in ("server", "slow", "unreachable"))
    assert ("It is on my own network" in said) is (problem == "local")


def test_one_that_is_down_can_be_kept_for_later(visitor: Client, net: Web) -> None:
    net.pages[URL] = Failed(FeedProblem.SERVER, "503")
    said = follow(visitor, anyway="yes")
    assert "It is kept, and tried again later." in said
    assert "Its host has trouble answering just now. (503)" in said


def test_my_own_network_is_read_only_when_i_say_so(visitor: Client, net: Web) -> None:
    net.pages[URL] = Failed(FeedProblem.LOCAL, "nas")
    follow(visitor)
    net.pages[URL] = calendar(FRIDAY)
    follow(visitor, allows_local="on")
    assert [wanted.allows_local for wanted in net.asked] == [False, True]
    assert Subscription.objects.get().allows_local


def test_a_page_that_points_to_a_calendar_leads_there(visitor: Client, net: Web) -> None:
    net.pages[URL] = b'<link rel="alternate" type="text/calendar" href="/a%20b.ics?x=1&amp;y=2">'
    page = visitor.post(NEW, posted(visitor.get(NEW), NEW) | {"url": URL})
    link = "/gatherings/feeds/new?url=https%3A%2F%2Ffeeds.example%2Fa%2520b.ics%3Fx%3D1%26y%3D2"
    assert link in page.content.decode().replace("&amp;", "&")
    assert 'value="https://feeds.example/a%20b.ics?x=1&amp;y=2"' in visitor.get(link).content.decode()


def test_read_now_says_what_is_new(visitor: Client, net: Web) -> None:
    follow(visitor)
    Subscription.objects.update(fetched_at=NOW)
    net.pages[URL] = calendar(FRIDAY, event("b", "20190410T190000", "Panel"))
    address = f"{the_feed()}/read"
    page = visitor.get("/gatherings/feeds")
    said = words(visitor.post(address, posted(page, address), follow=True))
    assert "Read again: 1 new date." in said
    Subscription.objects.update(fetched_at=NOW)
    net.pages[URL] = Failed(FeedProblem.NOT_FOUND, "404")
    said = words(visitor.post(address, posted(page, address), follow=True))
    assert "There is nothing at this address. (404)" in said


def test_it_is_paused_edited_and_let_go(visitor: Client, net: Web) -> None:
    follow(visitor)
    feed = the_feed()
    pause = f"{feed}/pause"
    pressed = posted(visitor.get(feed), pause) | {"paused": "yes"}
    assert "It is paused" in words(visitor.post(pause, pressed, follow=True))
    edit = f"{feed}/edit"
    page = visitor.get(edit)
    said = words(
        visitor.post(edit, posted(page, edit) | {"name": "My Fridays", "city": "Portland"}, follow=True)
    )
    assert "Changed." in said
    assert "My Fridays" in said
    said = words(visitor.post(f"{feed}/bin", posted(visitor.get(edit), f"{feed}/bin"), follow=True))
    assert "It is no longer read." in said
    assert "My Fridays" in words(visitor.get("/bin"))
    assert visitor.get(feed).status_code == 404


def test_the_list_costs_the_same_for_many(visitor: Client, net: Web) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            visitor.get("/gatherings/feeds")
        return len(queries)

    follow(visitor)
    few = count()
    owner = owners.local_owner().id
    for number in range(30):
        Subscription.objects.create(owner_id=owner, url=f"https://x.example/{number}")
    assert count() == few


def test_the_demo_reads_nothing_from_outside(data_dir: Path, visitor: Client, net: Web) -> None:
    visitor.post("/demo", posted(visitor.get("/settings"), "/demo"))
    page = visitor.get(NEW)
    assert "This is the demo" in words(visitor.post(NEW, posted(page, NEW) | {"url": URL}, follow=True))
    assert not net.asked


PASTE = "/gatherings/paste"


def test_a_flyer_becomes_a_form_and_then_a_gathering_to_answer(visitor: Client, net: Web) -> None:
    page = visitor.get(PASTE)
    text = "Ladies’ Night\nThursday 4 April, 7pm\nat The Jupiter Hotel"
    form = visitor.post(PASTE, posted(page, PASTE) | {"text": text})
    sent = posted(form, PASTE)
    assert (sent["name"], sent["on"], sent["starts_at"], sent["place"]) == (
        "Ladies’ Night", "2019-04-04", "19:00", "The Jupiter Hotel",
    )  # fmt: skip
    assert not Listing.objects.exists()
    said = words(visitor.post(PASTE, sent | {"size": ""}, follow=True))
    assert "Kept. Are you going?" in said
    assert Listing.objects.get().on == date(2019, 4, 4)
    assert not net.asked


def test_a_flyer_without_a_day_asks_for_it(visitor: Client, net: Web) -> None:
    form = visitor.post(PASTE, posted(visitor.get(PASTE), PASTE) | {"text": "Come along"})
    assert "No day was found in it. When is it?" in words(form)
    refused = visitor.post(PASTE, posted(form, PASTE))
    assert "Have another look" in words(refused)
    assert not Listing.objects.exists()


def test_a_link_that_says_nothing_is_told_with_what_helps(visitor: Client, net: Web) -> None:
    net.pages["https://x.example/night"] = b"<p>Thursday</p>"
    form = visitor.post(PASTE, posted(visitor.get(PASTE), PASTE) | {"text": "https://x.example/night"})
    assert "no gatherings with a day are in it" in words(form)


def test_a_slow_one_shows_that_it_is_read_and_can_be_stopped(
    visitor: Client, net: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its thread does not get its turn until the page was shown."""
    later: list[Callable[[], None]] = []
    monkeypatch.setattr(feed_work, "spawn", later.append)
    monkeypatch.setattr(feed_waiting, "PATIENCE", 0.0)
    page = visitor.get(NEW)
    shown = visitor.post(NEW, posted(page, NEW) | {"url": URL}, follow=True)
    assert "Being read" in words(shown)
    assert "Asking feeds.example" in words(shown)
    assert shown["Refresh"] == "2"
    here = shown.request["PATH_INFO"]
    assert "Being read: feeds.example" in words(visitor.get("/gatherings/feeds"))
    stop = f"{here}/stop"
    monkeypatch.setattr("rapport.web.views.feed_work.LEAVING", 0.0)
    said = words(visitor.post(stop, posted(shown, stop), follow=True))
    assert "Stopped. Nothing was changed." in said
    later[0]()
    assert not Subscription.objects.exists()
    assert "Being read" not in words(visitor.get("/gatherings/feeds"))
    assert visitor.get(here).status_code == 302  # to the list: there is nothing to wait for


@pytest.mark.parametrize("problem", [None, FeedProblem.SLOW, FeedProblem.LOCAL])
def test_a_slow_one_is_shown_when_it_has_come(
    visitor: Client, net: Web, monkeypatch: pytest.MonkeyPatch, problem: FeedProblem | None
) -> None:
    later: list[Callable[[], None]] = []
    monkeypatch.setattr(feed_work, "spawn", later.append)
    monkeypatch.setattr(feed_waiting, "PATIENCE", 0.0)
    if problem:
        net.pages[URL] = Failed(problem)
    shown = visitor.post(NEW, posted(visitor.get(NEW), NEW) | {"url": URL, "city": "Lyon"}, follow=True)
    later[0]()
    said = visitor.get(shown.request["PATH_INFO"], follow=True)
    if problem is None:
        assert "It is read from now on. It announces 1 date." in words(said)
    else:
        assert "Have another look" in words(said)
        assert posted(said, NEW)["city"] == "Lyon"
        assert ("It is on my own network" in words(said)) is (problem is FeedProblem.LOCAL)


def test_a_gathering_elsewhere_says_its_own_hour_as_well(visitor: Client, net: Web) -> None:
    owners.edit(owners.local_owner().id, at=NOW, time_zone="Europe/Paris")
    net.pages[URL] = calendar(FRIDAY, event("v", "20190410T190000", "VR call", LOCATION="Online event"))
    said = follow(visitor)
    assert "Freelance Friday CENTRL Saturday 6 April, 04:00 (19:00 in Los Angeles)" in said
    assert "VR call online Thursday 11 April, 04:00" in said
    assert "04:00 (19:00 in Los Angeles)" in words(visitor.get("/gatherings"))
    assert "VR call Thursday 11 April, 04:00 online" in words(visitor.get("/gatherings"))
