"""No address inside is ever connected to: every host × straight, by a hop, rebound, mixed (TRUST.md T10)."""

from dataclasses import replace

import pytest

from rapport.domain.gatherings.listings import FeedProblem
from rapport.net.addresses import Reach, reach_of
from rapport.net.connection import Tools
from rapport.net.fetch import Failed, Fetched, Wanted, fetch
from tests.net.servers import PUBLIC, Recorder, answer, serving, to

FORBIDDEN = (
    "0.0.0.0", "0.1.2.3", "127.0.0.1", "127.0.0.53", "127.1.2.3", "127.255.255.254",
    "100.64.0.1", "100.127.255.254", "100.100.100.200",
    "169.254.0.1", "169.254.169.254", "169.254.170.2", "168.63.129.16",
    "192.0.0.1", "192.0.0.192", "192.0.2.1", "198.51.100.7", "203.0.113.9", "192.88.99.1",
    "198.18.0.1", "198.19.255.254", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:93.184.215.14",
    "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1",
    "2001::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::", "2002:a9fe:a9fe::1", "3fff::1",
    "5f00::1", "fe80::1", "fe80::1%eth0", "2606:4700::1%eth0", "fec0::1", "ff02::1",
    "fd00:ec2::254", "fd20:ce::254",
    "2001:db8:0:0:1::1", "4000::1",
)  # fmt: skip
LOCAL = (
    "10.0.0.1", "10.255.255.254", "172.16.0.1", "172.31.255.254", "192.168.0.1", "192.168.178.1",
    "fc00::1", "fd12:3456:789a::1",
)  # fmt: skip
OPEN = (
    "8.8.8.8", "93.184.215.14", "1.1.1.1", "172.15.0.1", "172.32.0.1", "192.167.0.1", "192.169.0.1",
    "100.63.0.1", "100.128.0.1", "126.0.0.1", "128.0.0.1", "169.253.0.1", "198.17.0.1", "223.255.255.1",
    "2606:4700:4700::1111", "2a00:1450:4007::1", "2620:0:2d0:200::7",
)  # fmt: skip
WRITTEN = (  # the same address as resolvers read it
    "2130706433", "0x7f000001", "0x7f.1", "017700000001", "127.1", "0", "127.0.0.1.", "localhost",
    "localhost.localdomain", "ip6-localhost", "[::1]", "[::ffff:127.0.0.1]", "[0:0:0:0:0:0:0:1]",
)  # fmt: skip


@pytest.mark.parametrize(
    ("addresses", "reach"), [(FORBIDDEN, Reach.NEVER), (LOCAL, Reach.LOCAL), (OPEN, Reach.PUBLIC)]
)
def test_every_address_leads_where_it_leads(addresses: tuple[str, ...], reach: Reach) -> None:
    assert {each: reach_of(each) for each in addresses} == dict.fromkeys(addresses, reach)
    assert len(FORBIDDEN) + len(LOCAL) >= 40


@pytest.mark.parametrize("nothing", ["", "example.org", "1.2.3", "256.1.1.1", "::g", "1.1.1.1 "])
def test_what_is_no_address_leads_nowhere(nothing: str) -> None:
    assert reach_of(nothing) is Reach.NEVER


def tools(recorder: Recorder) -> Tools:
    return Tools(resolve=recorder.resolve, connect=recorder.connect)


def refused(found: Fetched | Failed) -> bool:
    return isinstance(found, Failed) and found.problem in (FeedProblem.FORBIDDEN, FeedProblem.LOCAL)


@pytest.mark.parametrize("inside", FORBIDDEN + LOCAL)
def test_straight_to_it(inside: str) -> None:
    recorder = Recorder({"host.example": [[inside]]})
    for url in ("http://host.example/", "https://host.example:8443/feed.ics"):
        assert refused(fetch(Wanted(url), tools(recorder)))
    literal = f"http://[{inside}]/" if ":" in inside else f"http://{inside}/"
    assert refused(fetch(Wanted(literal), tools(Recorder())))
    assert not recorder.tried


@pytest.mark.parametrize("inside", FORBIDDEN)
def test_never_even_when_the_local_network_is_allowed(inside: str) -> None:
    recorder = Recorder({"host.example": [[inside]]})
    assert refused(fetch(Wanted("http://host.example/", allows_local=True), tools(recorder)))
    assert not recorder.tried


@pytest.mark.parametrize("inside", FORBIDDEN + LOCAL)
def test_by_a_hop(inside: str) -> None:
    literal = f"[{inside}]" if ":" in inside else inside
    for target in (f"http://{literal}/", "http://inside.example/"):
        with serving() as server:
            server.pages["/"] = answer(302, Location=target)
            recorder = Recorder({"inside.example": [[inside]], inside: [[inside]]})
            wanted = Wanted(
                server.url("/"), allows_local=True
            )  # allowed is feeds.example, not where it leads
            assert refused(fetch(wanted, to(server, recorder)))
            assert recorder.tried == [PUBLIC]


@pytest.mark.parametrize("inside", FORBIDDEN + LOCAL)
def test_rebound_at_the_second_look_up(inside: str) -> None:
    """Looked up once: what was checked is connected to; the next hop is checked anew."""
    recorder = Recorder({"host.example": [[PUBLIC], [inside]]})
    fetch(Wanted("http://host.example/"), tools(recorder))
    assert recorder.tried == [PUBLIC]
    assert recorder.looked == ["host.example"]
    with serving() as server:
        again = Recorder({"host.example": [[PUBLIC], [inside]]})
        server.pages["/"] = answer(302, Location="/again")
        assert refused(fetch(Wanted(server.url("/", "host.example")), to(server, again)))
        assert again.tried == [PUBLIC]


@pytest.mark.parametrize("inside", FORBIDDEN + LOCAL)
def test_mixed_with_an_open_one(inside: str) -> None:
    for answers in ([PUBLIC, inside], [inside, PUBLIC]):
        recorder = Recorder({"host.example": [answers]})
        found = fetch(Wanted("http://host.example/"), tools(recorder))
        if inside.startswith("64:ff9b::"):  # what DNS64 adds to every host: left aside
            assert recorder.tried == [PUBLIC]
        else:
            assert refused(found)
            assert not recorder.tried


@pytest.mark.parametrize("written", WRITTEN)
def test_however_it_is_written(written: str) -> None:
    """The system's own resolver reads these; whatever comes out is checked."""
    recorder = Recorder()
    real = replace(Tools(), connect=recorder.connect)
    found = fetch(Wanted(f"http://{written}/"), real)
    assert isinstance(found, Failed)
    assert found.problem in (FeedProblem.FORBIDDEN, FeedProblem.UNREACHABLE)
    assert not recorder.tried


@pytest.mark.parametrize("address", LOCAL)
def test_the_local_network_is_asked_for_first(address: str) -> None:
    recorder = Recorder({"nas.example": [[address]]})
    found = fetch(Wanted("http://nas.example/"), tools(recorder))
    assert found == Failed(FeedProblem.LOCAL, "nas.example")
    fetch(Wanted("http://nas.example/", allows_local=True), tools(recorder))
    assert recorder.tried == [address]


@pytest.mark.parametrize("port", [1, 22, 25, 53, 110, 631, 3306, 5432, 6379, 8765, 9200, 11211, 65535])
def test_only_the_ports_of_the_web(port: int) -> None:
    recorder = Recorder({"host.example": [[PUBLIC]]})
    assert refused(fetch(Wanted(f"http://host.example:{port}/"), tools(recorder)))
    assert not recorder.looked
    assert not recorder.tried
