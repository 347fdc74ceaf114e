"""With the real resolver, the real sockets and a listener on this machine: nobody inside ever hears of us."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from rapport.domain.gatherings.listings import FeedProblem
from rapport.net import connection
from rapport.net.addresses import Reach
from rapport.net.connection import Tools
from rapport.net.fetch import Failed, Fetched, Wanted, fetch
from tests.net.servers import PUBLIC, serving, to
from tests.net.test_addresses import FORBIDDEN, LOCAL
from tests.net.watching import Watch, watching

HOSTS = (  # one machine, in every way that somebody found to write it
    "127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0x7f.1",
    "017700000001", "0177.0.0.1", "0177.0x0.0.1", "127.000.000.001", "0", "0.0.0.0", "0x0", "127.0.0.1%2f",
    "127%2e0%2e0%2e1", "１２７.0.0.1", "①②⑦.⓪.⓪.①", "127。0。0。1", "127｡0｡0｡1", "localhost", "LOCALHOST",
    "localhost.", "loc%61lhost", "ｌｏｃａｌｈｏｓｔ", "localhost.localdomain", "ip6-localhost",
    "ip6-loopback", "xn--localhost-", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]",
    "[0000:0000:0000:0000:0000:0000:0000:0001]",
    "[::127.0.0.1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]",
    "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]", "[2002:7f00:0001::1]", "[2001:0:7f00:1::]", "[::1%25lo]", "[::1%lo]", "[fe80::1%25lo]",
    "[fe80::1%lo]", "[ff02::1%25lo]", "[v1.127.0.0.1]",
)  # fmt: skip
OWN_NAMES = {  # as a hosts file has them; a resolver that is asked for others would be asked outside
    "localhost": "127.0.0.1", "localhost.": "127.0.0.1", "localhost.localdomain": "127.0.0.1",
    "ip6-localhost": "::1", "ip6-loopback": "::1",
}  # fmt: skip
WRAPPED = (  # addresses that are no plain http://host/path
    "http://{0}@feeds.example:{1}/", "http://feeds.example@{0}:{1}/", "http://feeds.example:80@{0}:{1}/",
    "http://feeds.example\\@{0}:{1}/", "http://{0}:{1}\\@feeds.example/", "http://:@{0}:{1}/",
    "http:\\\\{0}:{1}\\", "http:/{0}:{1}/", "http:{0}:{1}/", "http:///{0}:{1}/", "//{0}:{1}/", "{0}:{1}/",
    "http://{0}:{1}\t/", "ht\ntp://{0}:{1}/", "http://{0}:{1}/\r\nHost: x", " http://{0}:{1}/",
    "http://{0} :{1}/", "http://{0}:0{1}/", "http://{0}:{1}#@feeds.example/", "http://{0}:{1}?@feeds.example/",
    "HTTP://{0}:{1}/", "file:///etc/passwd", "file://{0}/etc/passwd", "ftp://{0}:{1}/", "gopher://{0}:{1}/_x",
    "dict://{0}:{1}/", "ldap://{0}:{1}/", "data:text/calendar,BEGIN:VCALENDAR", "jar:http://{0}:{1}/!/",
    "unix:///socket", "javascript:alert(1)", "webcal://{0}:{1}/", "feed:http://{0}:{1}/", "",
)  # fmt: skip


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """The system's resolver for what is a number or this machine; it asks no server for other names."""
    real = socket.getaddrinfo

    def offline(host: Any, port: Any, *args: Any, **more: Any) -> Any:
        said = host.encode("idna").decode() if isinstance(host, str) else host
        said = OWN_NAMES.get(said.lower(), said)
        return real(said, port, *args, **{**more, "flags": socket.AI_NUMERICHOST})

    monkeypatch.setattr(socket, "getaddrinfo", offline)
    with watching() as watch:
        yield watch


def real(watch: Watch) -> Tools:
    """Nothing is put in place of anything; the listener's port is one of the web."""
    tools = Tools(connecting=1.0, total=2.0)
    return replace(tools, ports=tools.ports | {watch.port})


def is_refused(found: Fetched | Failed) -> bool:
    return isinstance(found, Failed) and found.problem is not FeedProblem.SLOW


def test_the_watch_sees_what_comes_through(watch: Watch) -> None:
    """Else it would prove nothing."""
    open_to_all = replace(real(watch), reach_of=lambda address: Reach.PUBLIC, total=0.3)
    for host in ("127.0.0.1", "2130706433", "0x7f.1", "localhost", "①②⑦.⓪.⓪.①"):
        before = len(watch.seen)
        fetch(Wanted(f"http://{host}:{watch.port}/"), open_to_all)
        assert len(watch.seen) > before, host
        assert watch.reached() >= 1, host


@pytest.mark.parametrize("allows_local", [False, True])
@pytest.mark.parametrize("host", HOSTS)
def test_this_machine_however_it_is_written(watch: Watch, host: str, allows_local: bool) -> None:
    for scheme in ("http", "https"):
        wanted = Wanted(f"{scheme}://{host}:{watch.port}/feed.ics", allows_local=allows_local)
        assert is_refused(fetch(wanted, real(watch)))
    assert (watch.seen, watch.reached()) == ([], 0)


@pytest.mark.parametrize("form", WRAPPED)
def test_an_address_in_disguise(watch: Watch, form: str) -> None:
    for host in ("127.0.0.1", "[::1]", "localhost"):
        assert is_refused(fetch(Wanted(form.format(host, watch.port), allows_local=True), real(watch)))
    assert (watch.seen, watch.reached()) == ([], 0)


@pytest.mark.parametrize("host", [*HOSTS, *WRAPPED])
def test_a_hop_to_it(watch: Watch, host: str) -> None:
    """One connection to the server that leads there, and none to where it leads."""
    target = host.format("127.0.0.1", watch.port) if host in WRAPPED else f"http://{host}:{watch.port}/"
    if not target.isascii():
        target = target.encode().decode("latin-1")  # as a header carries it
    with serving() as server:
        head = b"HTTP/1.1 302 X\r\nContent-Length: 0\r\nLocation: " + target.encode("latin-1") + b"\r\n\r\n"
        server.pages["/feed.ics"] = head
        led = to(server, total=2.0)
        tools = replace(
            led,
            ports=led.ports | {watch.port},
            resolve=lambda name, port: (
                [PUBLIC] if name == "feeds.example" else connection.resolve(name, port)
            ),
        )
        found = fetch(Wanted(server.url("/feed.ics"), allows_local=True), tools)
        assert is_refused(found)
        assert all(address == ("127.0.0.1", server.port) for address in watch.seen)
        assert watch.reached() == 0


@pytest.mark.parametrize("inside", [*FORBIDDEN, *LOCAL])
def test_a_name_that_leads_inside(watch: Watch, inside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Straight, mixed with an open address, and rebound between two look-ups."""
    answers = {
        "straight.example": [[inside]],
        "mixed.example": [[PUBLIC, inside], [inside, PUBLIC]],
        "rebound.example": [[PUBLIC], [inside]],
    }
    monkeypatch.setattr(socket, "getaddrinfo", _answering(answers))
    refused = ConnectionRefusedError("nothing is sent out of a test")

    def only_open(address: str, port: int, seconds: float) -> socket.socket:
        if address == PUBLIC:
            raise refused
        return connection.connect(address, port, seconds)

    tools = replace(real(watch), connect=only_open)
    for name in answers:
        for _turn in range(2):
            assert is_refused(fetch(Wanted(f"http://{name}:{watch.port}/"), tools))
    assert (watch.seen, watch.reached()) == ([], 0)


def _answering(answers: dict[str, list[list[str]]]) -> Any:
    """A resolver that says something else the second time."""
    asked: dict[str, int] = {}

    def getaddrinfo(host: str, port: int, *args: Any, **more: Any) -> list[Any]:
        turn = asked.get(host, 0)
        asked[host] = turn + 1
        said = answers[host][min(turn, len(answers[host]) - 1)]
        return [(socket.AF_INET6 if ":" in each else socket.AF_INET, 1, 6, "", (each, port)) for each in said]

    return getaddrinfo
