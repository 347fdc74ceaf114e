"""Fetching: what a server may do, and what it cannot make us do."""

import gzip
import socket
import tracemalloc
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from rapport.domain.gatherings.listings import FeedProblem
from rapport.net.fetch import AGENT, Failed, Fetched, Stopped, Wanted, fetch
from tests.net.servers import Server, answer, serving, to

ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
SUNDAY = "Sun, 01 Mar 2026 10:00:00 GMT"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def got(server: Server, path: str = "/feed.ics", **changes: Any) -> Fetched | Failed:
    return fetch(Wanted(server.url(path)), to(server, **changes))


def problem(found: Fetched | Failed) -> FeedProblem | None:
    return found.problem if isinstance(found, Failed) else None


def test_a_feed_comes_with_what_to_ask_by_next_time(server: Server) -> None:
    server.pages["/feed.ics"] = answer(
        200, ICS, Content_Type="text/calendar; charset=UTF-8", ETag='"a1"', Last_Modified=SUNDAY
    )
    found = got(server)
    assert found == Fetched(server.url("/feed.ics"), ICS, "utf-8", '"a1"', SUNDAY)


def test_the_request_says_who_asks_and_nothing_about_whom_for(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1/")
    server.pages["/feed.ics"] = answer(302, Location="/b.ics", Set_Cookie="id=1")
    server.pages["/b.ics"] = answer(200, ICS)
    assert problem(got(server)) is None
    for heard in server.heard:
        assert heard.headers["user-agent"] == AGENT
        assert AGENT.startswith("Rapport/")
        assert heard.headers["host"] == f"feeds.example:{server.port}"
        assert not {"cookie", "referer", "authorization", "from"} & heard.headers.keys()


def test_unchanged_is_said_without_a_body(server: Server) -> None:
    server.pages["/feed.ics"] = answer(304, Content_Length="")
    known = Wanted(server.url("/feed.ics"), etag='"a1"', modified=SUNDAY)
    found = fetch(known, to(server))
    assert isinstance(found, Fetched)
    assert found.is_unchanged
    assert found.etag == '"a1"'
    assert server.heard[0].headers["if-none-match"] == '"a1"'
    assert server.heard[0].headers["if-modified-since"] == "Sun, 01 Mar 2026 10:00:00 GMT"
    assert problem(got(server)) is FeedProblem.SERVER  # nobody asked whether it had changed


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (404, FeedProblem.NOT_FOUND),
        (410, FeedProblem.GONE),
        (401, FeedProblem.REFUSED),
        (403, FeedProblem.REFUSED),
        (204, FeedProblem.SERVER),
        (429, FeedProblem.SERVER),
        (500, FeedProblem.SERVER),
        (503, FeedProblem.SERVER),
    ],
)
def test_every_refusal_has_its_name(server: Server, status: int, expected: FeedProblem) -> None:
    server.pages["/feed.ics"] = answer(status, b"<h1>no</h1>")
    found = got(server)
    assert isinstance(found, Failed)
    assert (found.problem, found.detail) == (expected, str(status))


@pytest.mark.parametrize(
    ("said", "wait"),
    [
        ("120", 120),
        ("99999999", 7 * 24 * 3600),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 3600),
        ("Sun, 01 Mar 2026 09:00:00 GMT", 0),
        ("soon", None),
    ],
)
def test_a_server_may_ask_for_a_pause(server: Server, said: str, wait: int | None) -> None:
    server.pages["/feed.ics"] = answer(429, Retry_After=said, Date="Sun, 01 Mar 2026 10:00:00 GMT")
    found = got(server)
    assert isinstance(found, Failed)
    assert found.wait == wait


def test_three_hops_are_followed_and_no_more(server: Server) -> None:
    server.pages |= {f"/{n}": answer(301, Location=f"/{n + 1}") for n in range(1, 4)}
    server.pages["/4"] = answer(200, ICS)
    found = got(server, "/1")
    assert isinstance(found, Fetched)
    assert found.url == server.url("/4")
    server.pages["/0"] = answer(301, Location="/1")
    assert problem(got(server, "/0")) is FeedProblem.TOO_MANY_HOPS


def test_a_circle_of_hops_ends(server: Server) -> None:
    server.pages["/a"] = answer(302, Location="/a")
    assert problem(got(server, "/a")) is FeedProblem.TOO_MANY_HOPS
    assert len(server.heard) == 4


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd", "ftp://feeds.example/x", "gopher://feeds.example/", "data:text/calendar,x",
        "http://feeds.example:22/", "http://feeds.example:6379/", "https://me:secret@feeds.example/",
        "http://127.0.0.1/", "http://[::1]/", "//169.254.169.254/latest/meta-data",
    ],
)  # fmt: skip
def test_no_hop_leads_out_of_the_web(server: Server, target: str) -> None:
    server.pages["/feed.ics"] = answer(302, Location=target)
    tools = to(server)
    known = replace(tools, resolve=lambda host, port: ["93.184.215.14"] if "example" in host else [host])
    found = fetch(Wanted(server.url("/feed.ics")), known)
    assert problem(found) is FeedProblem.FORBIDDEN
    assert len(server.heard) == 1


@pytest.mark.parametrize("packing", ["gzip", "deflate", "raw", "twice"])
def test_what_was_packed_is_unpacked(server: Server, packing: str) -> None:
    bare = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(ICS, mtime=0),
        "deflate": zlib.compress(ICS),
        "raw": bare.compress(ICS) + bare.flush(),
        "twice": gzip.compress(ICS[:9]) + gzip.compress(ICS[9:]),
    }
    name = "gzip" if packing in ("gzip", "twice") else "deflate"
    server.pages["/feed.ics"] = answer(200, packed[packing], Content_Encoding=name)
    found = got(server)
    assert isinstance(found, Fetched)
    assert found.body == ICS


def test_a_gzip_bomb_is_stopped_at_ten_megabytes(server: Server) -> None:
    bomb = zlib.compressobj(9, wbits=31)
    packed = b"".join(bomb.compress(bytes(1024 * 1024)) for _ in range(300)) + bomb.flush()
    assert len(packed) < 1024 * 1024
    server.pages["/feed.ics"] = answer(200, packed, Content_Encoding="gzip")
    tracemalloc.start()
    try:
        assert problem(got(server)) is FeedProblem.TOO_LARGE
        assert tracemalloc.get_traced_memory()[1] < 40 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_many_small_members_are_a_bomb_as_well(server: Server) -> None:
    server.pages["/feed.ics"] = answer(200, gzip.compress(b"x") * 5_000, Content_Encoding="gzip")
    assert problem(got(server)) is FeedProblem.TOO_LARGE


def test_a_feed_without_end_is_too_large(server: Server) -> None:
    def pour(held: socket.socket) -> None:
        held.sendall(b"HTTP/1.1 200 X\r\n\r\n")
        while True:
            held.sendall(bytes(65536))

    server.pages["/feed.ics"] = pour
    assert problem(got(server)) is FeedProblem.TOO_LARGE
    server.pages["/feed.ics"] = answer(200, b"", Content_Length="99999999999")
    assert problem(got(server)) is FeedProblem.TOO_LARGE


@pytest.mark.parametrize(
    "said",
    [
        answer(200, ICS[:10], Content_Length="33"),
        answer(200, gzip.compress(ICS, mtime=0)[:20], Content_Encoding="gzip"),
        answer(200, b"not packed", Content_Encoding="gzip"),
        answer(200, ICS, Content_Encoding="br"),
        answer(200, b"5\r\nBEGIN\r\n", Content_Length="", Transfer_Encoding="chunked"),
        answer(200, b"zz\r\nBEGIN\r\n", Content_Length="", Transfer_Encoding="chunked"),
        b"no http at all\r\n\r\n",
        b"HTTP/1.1 200 X\r\n" + b"A: b\r\n" * 300 + b"\r\n",
        b"HTTP/1.1 200 X\r\nA: " + b"b" * 70_000 + b"\r\n\r\n",
        b"",
        answer(302),
        answer(302, Location="http://[/"),
    ],
)
def test_an_answer_that_is_none_is_told_as_such(server: Server, said: bytes) -> None:
    server.pages["/feed.ics"] = said
    assert problem(got(server)) in (FeedProblem.SERVER, FeedProblem.FORBIDDEN, FeedProblem.UNREACHABLE)


def test_a_server_that_says_nothing_is_left(server: Server) -> None:
    server.pages["/feed.ics"] = lambda held: server.over.wait()  # type: ignore[assignment]  # says nothing
    assert problem(got(server, total=0.2)) is FeedProblem.SLOW


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 X\r\n", b"HTTP/1.1 200 X\r\n\r\n"])
def test_one_that_speaks_a_letter_at_a_time_is_left_in_time(server: Server, head: bytes) -> None:
    """The clock of this test moves on a second whenever somebody looks at it."""

    def drip(held: socket.socket) -> None:
        held.sendall(head)
        while not server.over.wait(0.002):
            held.sendall(b"a")

    server.pages["/feed.ics"] = drip
    seconds = count()
    tools = replace(to(server, total=20.0), monotonic=lambda: float(next(seconds)))
    assert problem(fetch(Wanted(server.url("/feed.ics")), tools)) is FeedProblem.SLOW
    assert next(seconds) < 40


def test_whoever_asked_may_stop_it_while_it_waits(server: Server) -> None:
    server.pages["/feed.ics"] = lambda held: server.over.wait()  # type: ignore[assignment]  # says nothing
    with pytest.raises(Stopped):
        fetch(Wanted(server.url("/feed.ics")), to(server), lambda: bool(server.heard))


def test_what_is_stopped_before_it_begins_asks_nobody(server: Server) -> None:
    with pytest.raises(Stopped):
        fetch(Wanted(server.url("/feed.ics")), to(server), lambda: True)
    assert not server.heard


def test_a_resolver_that_hangs_is_left(server: Server) -> None:
    tools = replace(to(server, connecting=0.1), resolve=lambda host, port: [str(server.over.wait())])
    assert problem(fetch(Wanted(server.url()), tools)) is FeedProblem.SLOW


def test_nobody_there_is_told(server: Server) -> None:
    def refused(address: str, port: int, seconds: float) -> socket.socket:
        raise ConnectionRefusedError

    tools = replace(to(server), connect=refused)
    assert fetch(Wanted(server.url()), tools) == Failed(FeedProblem.UNREACHABLE, "connection")


def test_the_next_address_is_tried_when_one_does_not_answer(server: Server) -> None:
    tools = to(server)
    tried: list[str] = []

    def first_fails(address: str, port: int, seconds: float) -> socket.socket:
        tried.append(address)
        if len(tried) == 1:
            raise OSError
        return tools.connect("93.184.215.14", port, seconds)

    server.pages["/feed.ics"] = answer(200, ICS)
    both = replace(tools, connect=first_fails, resolve=lambda host, port: ["2606:4700::1", "93.184.215.14"])
    assert isinstance(fetch(Wanted(server.url("/feed.ics")), both), Fetched)
    assert tried == ["2606:4700::1", "93.184.215.14"]


def test_a_certificate_is_asked_for_and_must_be_good(server: Server) -> None:
    found = fetch(Wanted(server.url("/feed.ics").replace("http:", "https:")), to(server))
    assert found == Failed(FeedProblem.UNREACHABLE, "certificate")  # it speaks no TLS


def test_letters_beyond_ascii_are_sent_as_they_must_be(server: Server) -> None:
    server.pages["/caf%C3%A9?q=%C3%A9t%C3%A9"] = answer(200, ICS)
    assert isinstance(got(server, "/café?q=été"), Fetched)


@pytest.mark.parametrize(
    "bad", ["http:///x", "http://", "//x", "http://a b/", "http://a\r\nb/", "x" * 3000, "http://[::1"]
)
def test_what_is_no_address_is_never_asked(server: Server, bad: str) -> None:
    assert problem(fetch(Wanted(bad), to(server))) is FeedProblem.FORBIDDEN
    assert not server.heard
