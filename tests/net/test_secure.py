"""Over TLS: the certificate is the host's own and from somebody known; no hop leads back to http."""

from dataclasses import replace

import pytest

from rapport.domain.gatherings.listings import FeedProblem
from rapport.net.fetch import Failed, Fetched, Wanted, fetch
from tests.net.servers import CERTIFICATE, Recorder, answer, serving, to

ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
DISTRUSTED = Failed(FeedProblem.UNREACHABLE, "certificate")


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The certificate of tests/net/certificates is among those that this machine trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


@pytest.mark.usefixtures("trusted")
def test_a_feed_comes_from_the_host_that_the_certificate_names() -> None:
    with serving(is_secure=True) as server:
        server.pages["/feed.ics"] = answer(200, ICS)
        found = fetch(Wanted(server.url("/feed.ics")), to(server))
        assert isinstance(found, Fetched)
        assert found.body == ICS


def test_a_certificate_from_nobody_known_is_refused() -> None:
    with serving(is_secure=True) as server:
        assert fetch(Wanted(server.url()), to(server)) == DISTRUSTED
        assert not server.heard


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("host", ["other.example", "sub.feeds.example", "feeds.example.evil.example"])
def test_a_certificate_for_another_name_is_refused(host: str) -> None:
    with serving(is_secure=True) as server:
        assert fetch(Wanted(server.url("/", host)), to(server)) == DISTRUSTED
        assert not server.heard


@pytest.mark.usefixtures("trusted")
def test_https_never_leads_back_to_http() -> None:
    with serving(is_secure=True) as secure, serving() as plain:
        secure.pages["/feed.ics"] = answer(302, Location=plain.url("/feed.ics"))
        plain.pages["/feed.ics"] = answer(200, ICS)
        tools = to(secure, Recorder())
        tools = replace(tools, ports=tools.ports | {plain.port})
        assert fetch(Wanted(secure.url("/feed.ics")), tools) == Failed(FeedProblem.FORBIDDEN, "open")
        assert not plain.heard


@pytest.mark.usefixtures("trusted")
def test_a_hop_of_the_same_host_stays_secure() -> None:
    with serving(is_secure=True) as server:
        server.pages |= {"/a": answer(301, Location="/b"), "/b": answer(200, ICS)}
        found = fetch(Wanted(server.url("/a")), to(server))
        assert isinstance(found, Fetched)
        assert found.url == server.url("/b")
