"""Fetching one address of the web, for reading only: checked at every hop, small, and soon over.

Each host is looked up once; the address that was checked is the one connected to (docs/adr/0011).
"""

import http.client
import ssl
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from rapport import __version__
from rapport.domain.gatherings.listings import FeedProblem
from rapport.domain.values import dataclass
from rapport.net.addresses import Reach, is_translated
from rapport.net.bodies import CutOff, TooLarge, body_of
from rapport.net.connection import Deadline, Exchange, NotFound, Stopped, Tools, TooSlow, looked_up, never

MOST_HOPS: Final = 3
LONGEST: Final = 2_000  # characters of an address
MOST_WAIT: Final = 7 * 24 * 3600  # seconds that a server may ask us to stay away
AGENT: Final = f"Rapport/{__version__} (reads one person's calendar feeds)"
ACCEPT: Final = "text/calendar, application/rss+xml, application/atom+xml, text/html;q=0.9, */*;q=0.5"
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_REFUSED: Final = frozenset({401, 402, 403, 407, 451})
TOOLS: Final = Tools()

__all__ = ["TOOLS", "Answer", "Failed", "Fetched", "Stopped", "Tools", "Wanted", "fetch", "never"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to fetch, and what is known of it from the last time."""

    url: str
    etag: str = ""
    modified: str = ""  # as the server wrote it
    allows_local: bool = False  # the user allowed the local network for this one


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came."""

    url: str  # after redirects
    body: bytes = b""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    is_unchanged: bool = False  # 304: as it was the last time


@dataclass(frozen=True, slots=True)
class Failed:
    """Why nothing came."""

    problem: FeedProblem
    detail: str = ""  # a status, a host, a code word
    wait: int | None = None  # seconds that the server asks us to stay away


Answer = Fetched | Failed


class _Refusal(Exception):
    """Ends the fetch with this."""

    def __init__(self, problem: FeedProblem, detail: str = "") -> None:
        super().__init__(problem)
        self.failed = Failed(problem, detail[:200])


def fetch(wanted: Wanted, tools: Tools = TOOLS, is_stopped: Callable[[], bool] = never) -> Answer:
    """Whatever goes wrong has a name, and raises nothing. Raises Stopped when `is_stopped` says so."""
    deadline = Deadline(tools, is_stopped)
    url = wanted.url
    try:
        for _hop in range(MOST_HOPS + 1):
            found = _hop_to(url, wanted, tools, deadline)
            if isinstance(found, Fetched | Failed):
                return found
            url = found
        return Failed(FeedProblem.TOO_MANY_HOPS)
    except _Refusal as refusal:
        return refusal.failed
    except (TooSlow, TimeoutError):
        return Failed(FeedProblem.SLOW)
    except TooLarge:
        return Failed(FeedProblem.TOO_LARGE)
    except NotFound:
        return Failed(FeedProblem.UNREACHABLE, "host")
    except ssl.SSLError:
        return Failed(FeedProblem.UNREACHABLE, "certificate")
    except (CutOff, http.client.HTTPException, UnicodeError, ValueError):
        return Failed(FeedProblem.SERVER, "answer")
    except OSError:
        return Failed(FeedProblem.UNREACHABLE, "connection")


def _hop_to(url: str, wanted: Wanted, tools: Tools, deadline: Deadline) -> Answer | str:
    """One request; a string is the address it leads on to."""
    parts, port = _parts(url, tools)
    host = parts.hostname or ""
    addresses = _allowed(looked_up(host, port, tools, deadline), wanted, tools, host)
    exchange = Exchange(
        host, port, addresses, is_secure=parts.scheme == "https", tools=tools, deadline=deadline
    )
    try:
        answer = exchange.ask(_target(parts), _headers(wanted))
        if answer.status in _MOVED:
            target = answer.headers.get("Location") or ""
            if not target or len(target) > LONGEST:
                return Failed(FeedProblem.SERVER, str(answer.status))
            return _led_on(url, urljoin(url, target.strip()))
        return _read(answer, url, wanted)
    finally:
        exchange.finish()


def _led_on(url: str, target: str) -> str:
    """Where it leads; never from https to http, where anybody on the way could answer. Raises _Refusal."""
    if urlsplit(url).scheme == "https" and urlsplit(target).scheme == "http":
        raise _Refusal(FeedProblem.FORBIDDEN, "open")
    return target


def _parts(url: str, tools: Tools) -> tuple[SplitResult, int]:
    """The address in its parts. Raises _Refusal where it is never fetched."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise _Refusal(FeedProblem.FORBIDDEN, "address") from None
    if parts.scheme not in ("http", "https"):
        raise _Refusal(FeedProblem.FORBIDDEN, "scheme")
    if parts.username is not None or parts.password is not None:
        raise _Refusal(FeedProblem.FORBIDDEN, "password")
    if not parts.hostname or len(url) > LONGEST or any(char <= " " or char == "\x7f" for char in url):
        raise _Refusal(FeedProblem.FORBIDDEN, "address")
    if port not in tools.ports:
        raise _Refusal(FeedProblem.FORBIDDEN, "port")
    return parts, port


def _allowed(addresses: list[str], wanted: Wanted, tools: Tools, host: str) -> list[str]:
    """All of them, or none: a host that also points inside is not to be trusted. Raises _Refusal."""
    found = [each for each in addresses if not is_translated(each)] if len(addresses) > 1 else addresses
    reaches = {tools.reach_of(each) for each in found}
    if Reach.NEVER in reaches or not reaches:
        raise _Refusal(FeedProblem.FORBIDDEN, "inside")
    if Reach.LOCAL in reaches and not (wanted.allows_local and host == urlsplit(wanted.url).hostname):
        raise _Refusal(FeedProblem.LOCAL, host)  # allowed is the host that the user named, not where it leads
    return found


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else path


def _headers(wanted: Wanted) -> Mapping[str, str]:
    headers = {
        "User-Agent": AGENT,
        "Accept": ACCEPT,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    if wanted.etag:
        headers["If-None-Match"] = wanted.etag
    if wanted.modified:
        headers["If-Modified-Since"] = wanted.modified
    return headers


def _read(answer: http.client.HTTPResponse, url: str, wanted: Wanted) -> Answer:
    status, headers = answer.status, answer.headers
    if status == 200:
        return Fetched(
            url,
            body_of(answer),
            headers.get_content_charset("") or "",
            _kept(headers.get("ETag"), 400),
            _kept(headers.get("Last-Modified"), 100),
        )
    if status == 304 and (wanted.etag or wanted.modified):
        return Fetched(url, etag=wanted.etag, modified=wanted.modified, is_unchanged=True)
    wait = _wait(headers.get("Retry-After"), headers.get("Date"))
    if status == 404:
        return Failed(FeedProblem.NOT_FOUND, "404", wait)
    if status == 410:
        return Failed(FeedProblem.GONE, "410")
    if status in _REFUSED:
        return Failed(FeedProblem.REFUSED, str(status), wait)
    return Failed(FeedProblem.SERVER, str(status), wait)


def _kept(value: str | None, most: int) -> str:
    """A header to be sent back as it came, or nothing where it cannot be."""
    is_fit = value is not None and len(value) <= most and value.isascii() and value.isprintable()
    return value if value is not None and is_fit else ""


def _wait(said: str | None, sent: str | None) -> int | None:
    """Retry-After in seconds: as a number, or as a date beside the answer's own."""
    if not said:
        return None
    if said.strip().isascii() and said.strip().isdecimal() and len(said) < 12:
        return min(int(said), MOST_WAIT)
    try:
        seconds = (parsedate_to_datetime(said) - parsedate_to_datetime(sent or "")).total_seconds()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return max(0, min(int(seconds), MOST_WAIT))
