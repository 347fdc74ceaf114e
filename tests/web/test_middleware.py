"""Who gets in: our own names, our own pages, a browser with a session."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from rapport.db.models import Batch, Owner
from rapport.web import middleware

pytestmark = pytest.mark.django_db

SAMPLES = {"uuid": "12345678-1234-5678-1234-567812345678", "int": "7", "day": "2026-03-05"}
ELSEWHERE = [
    {"origin": "http://evil.example"},
    {"origin": "null"},
    {"origin": "http://testserver:9999"},  # another port of this machine
    {"origin": "https://testserver"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},  # another port counts as the same site
    {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
]


@pytest.fixture(autouse=True)
def _knocking_routes(settings: Any) -> None:
    settings.ROOT_URLCONF = "tests.web.routes"


@pytest.fixture(autouse=True)
def _karen() -> None:
    Owner.objects.create(name="Karen")


@pytest.fixture
def strict() -> Client:
    """A browser that came in, whose forms need their token."""
    from django.conf import settings

    from rapport import clock
    from rapport.services.setup import launch

    browser = Client(enforce_csrf_checks=True)
    browser.get(f"/launch/{launch.mint(settings.DATA_DIR, clock.now())}")
    return browser


def token(browser: Client) -> str:
    return browser.get("/page").content.split()[-1].decode()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8765", "localhost:8765", "[::1]:8765"])
def test_our_own_names_are_served(client: Client, host: str) -> None:
    assert client.get("/health", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.localhost",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8765",
        "0.0.0.0",
        "a b",
    ],
)
def test_every_other_name_is_refused(client: Client, host: str) -> None:
    answer = client.get("/health", headers={"host": host})
    assert answer.status_code == 400
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def every_route(patterns: list[Any] | None = None, before: str = "/") -> Iterator[str]:
    """The address of every view, arguments filled in with something."""
    for entry in get_resolver("rapport.web.urls").url_patterns if patterns is None else patterns:
        if isinstance(entry, URLResolver):
            yield from every_route(entry.url_patterns, before + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield re.sub(
                r"<(?:(\w+):)?\w+>",
                lambda found: SAMPLES.get(found[1] or "str", "x"),
                before + str(entry.pattern),
            )


ROUTES = list(every_route())


@pytest.mark.parametrize("address", ROUTES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_without_a_session_no_page_says_anything(client: Client, address: str, method: str) -> None:
    answer = getattr(client, method)(address)
    if address == "/health":
        assert answer.status_code == (200 if method == "get" else 405)
    elif address.startswith("/launch/") and method == "post":
        assert answer.status_code == 405
    else:
        assert answer.status_code == 403
        assert b"rapport" in answer.content


@pytest.mark.parametrize("address", ROUTES)
@pytest.mark.parametrize("headers", ELSEWHERE)
def test_nobody_elsewhere_can_write(visitor: Client, address: str, headers: dict[str, str]) -> None:
    before = Owner.objects.values().get()
    assert visitor.post(address, headers=headers).status_code == 403
    assert Owner.objects.values().get() == before


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_not_even_with_the_forms_token(strict: Client, headers: dict[str, str]) -> None:
    form = {"csrfmiddlewaretoken": token(strict)}
    assert strict.post("/write", form, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{}, {"origin": "http://testserver"}, {"origin": "http://testserver", "sec-fetch-site": "same-origin"}],
)
def test_our_own_form_can_write(strict: Client, headers: dict[str, str]) -> None:
    form = {"csrfmiddlewaretoken": token(strict)}
    assert strict.post("/write", form, headers=headers).status_code == 200


def test_a_form_without_its_token_cannot(strict: Client) -> None:
    assert strict.post("/write", headers={"origin": "http://testserver"}).status_code == 403


@pytest.mark.parametrize("content_type", ["text/plain", "application/json"])
def test_a_body_of_another_kind_cannot_either(strict: Client, content_type: str) -> None:
    assert strict.post("/write", "{}", content_type=content_type).status_code == 403


@pytest.mark.parametrize(
    ("mode", "dest", "status"),
    [
        ("navigate", "document", 200),  # a link in a mail
        ("navigate", "iframe", 403),
        ("no-cors", "script", 403),
        ("no-cors", "image", 403),
        ("cors", "empty", 403),
    ],
)
def test_another_site_may_link_here_but_not_look_inside(
    visitor: Client, mode: str, dest: str, status: int
) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": mode, "sec-fetch-dest": dest}
    assert visitor.get("/page", headers=headers).status_code == status


@pytest.mark.parametrize("address", ["/page", "/nowhere", "/broken", "/health", "/launch/x"])
def test_every_answer_wears_the_strict_headers(visitor: Client, address: str) -> None:
    visitor.raise_request_exception = False
    answer = visitor.get(address)
    for name, value in middleware.HEADERS:
        assert answer.headers[name] == value or (address, name) == ("/launch/x", "Referrer-Policy")


def test_a_broken_page_tells_its_id_and_nothing_of_what_broke(
    visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.raise_request_exception = False
    answer = visitor.get("/broken")
    assert answer.status_code == 500
    assert b"secret" not in answer.content
    (record,) = [record for record in caplog.records if record.name == "rapport.errors"]
    assert record.getMessage().removeprefix("error ").encode() in answer.content


def test_a_full_disk_has_its_own_answer(visitor: Client) -> None:
    visitor.raise_request_exception = False
    answer = visitor.get("/full")
    assert answer.status_code == 507
    assert b"The disk is full" in answer.content


def test_pages_speak_the_browsers_language_until_karen_chooses(visitor: Client) -> None:
    french = {"accept-language": "fr-CA,fr;q=0.9,en;q=0.5"}
    assert visitor.get("/page", headers=french).headers["Content-Language"] == "fr"
    assert visitor.get("/page", headers={"accept-language": "de"}).headers["Content-Language"] == "en"
    Owner.objects.update(language="en", revision=1)
    assert visitor.get("/page", headers=french).headers["Content-Language"] == "en"


def test_the_page_for_strangers_speaks_their_language(client: Client) -> None:
    answer = client.get("/page", headers={"accept-language": "fr"})
    assert b'<html lang="fr">' in answer.content


def test_the_demo_shows_its_own_rows_to_its_own_browser(
    data_dir: Path, visitor: Client, strict: Client
) -> None:
    visitor.get("/demo")
    assert visitor.get("/page").content.startswith(b"Demo ")
    assert strict.get("/page").content.startswith(b"Karen ")


FORMS_ONLY = [
    ("/log/save", "/log"),
    ("/diary/save", "/diary"),
    ("/cards", "/"),
    ("/energy", "/"),
    (f"/undo/{UUID(int=1)}", "/"),
    (f"/follow-ups/{UUID(int=1)}/done", "/follow-ups"),
    (f"/asks/{UUID(int=1)}/answer", f"/asks/{UUID(int=1)}"),
    (f"/bin/person/{UUID(int=1)}", "/bin"),
]


@pytest.mark.parametrize(("address", "page"), FORMS_ONLY)
def test_a_form_address_opened_like_a_page_leads_to_its_page(
    visitor: Client, address: str, page: str
) -> None:
    answer = visitor.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, page)
    assert visitor.put(address).status_code == 405


@pytest.mark.parametrize("address", ROUTES)
def test_looking_changes_nothing(visitor: Client, address: str) -> None:
    before = Batch.objects.count()
    visitor.get(address)
    assert Batch.objects.count() == before
