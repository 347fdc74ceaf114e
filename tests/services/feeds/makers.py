"""Feeds as tests serve them: the network is a dictionary of what each address answers."""

from collections.abc import Callable, Mapping

import pytest

from rapport.net.fetch import Answer, Failed, Fetched, Stopped, Wanted, never
from rapport.services.feeds import reading as feed_reading

URL = "https://feeds.example/portland.ics"


class Web:
    """What each address answers, and what was asked."""

    def __init__(self, pages: Mapping[str, bytes | Answer]) -> None:
        self.pages = dict(pages)
        self.asked: list[Wanted] = []

    def fetch(self, wanted: Wanted, *, is_stopped: Callable[[], bool] = never) -> Answer:
        self.asked.append(wanted)
        if is_stopped():
            raise Stopped
        page = self.pages[wanted.url]
        return Fetched(wanted.url, page, "", '"1"') if isinstance(page, bytes) else page


def web(monkeypatch: pytest.MonkeyPatch, **more: bytes | Answer) -> Web:
    made = Web({})
    monkeypatch.setattr(feed_reading, "fetch", made.fetch)
    return made


def calendar(*events: str, name: str = "Portland Freelancers") -> bytes:
    """A calendar of events given as lines."""
    head = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:{name}\r\nX-WR-TIMEZONE:America/Los_Angeles\r\n"
    return (head + "".join(events) + "END:VCALENDAR\r\n").encode()


def event(uid: str, start: str, name: str = "Freelance Friday", **more: str) -> str:
    """19:00 on the day: event("a", "20190405T190000", LOCATION="CENTRL")."""
    lines = [f"UID:{uid}", f"SUMMARY:{name}", f"DTSTART:{start}"]
    lines += [f"{key.replace('_', '-')}:{value}" for key, value in more.items()]
    return "BEGIN:VEVENT\r\n" + "".join(f"{line}\r\n" for line in lines) + "END:VEVENT\r\n"


__all__ = ["URL", "Failed", "Fetched", "Web", "calendar", "event", "web"]
