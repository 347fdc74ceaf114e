"""Coming in, staying in, and what the browser reports."""

from pathlib import Path
from typing import Any

import pytest
from django.core import signing
from django.test import Client

from rapport import clock
from rapport.services.setup import launch

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(data_dir: Path) -> str:
    return f"/launch/{launch.mint(data_dir, clock.now())}"


def test_a_link_opens_todays_page_once(client: Client, link: str) -> None:
    answer = client.get(link)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert Client().get(link).status_code == 403


def test_the_session_cookie_is_this_instances_own_and_out_of_scripts_reach(
    client: Client, link: str, settings: Any
) -> None:
    client.get(link)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert settings.INSTANCE in settings.SESSION_COOKIE_NAME
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_an_old_link_in_a_browser_that_is_in_already_just_leads_on(client: Client, link: str) -> None:
    client.get(link)
    assert client.get(link).status_code == 302


def test_a_link_can_lead_to_a_page_of_ours_and_nowhere_else(client: Client, link: str) -> None:
    client.get(link)
    for wanted, leads_to in [
        ("/people", "/people"),
        ("//evil.example", "/"),
        ("http://evil.example", "/"),
        ("/\\evil.example", "/"),
        ("people", "/"),
    ]:
        assert client.get("/launch/used", {"next": wanted}).headers["Location"] == leads_to


def test_the_link_is_not_passed_on_to_the_next_page(client: Client, link: str) -> None:
    assert client.get(link).headers["Referrer-Policy"] == "no-referrer"


def test_a_cookie_signed_elsewhere_lets_nobody_in(client: Client, settings: Any) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = signing.dumps(
        {"launched": True},
        key="another",
        salt="django.contrib.sessions.backends.signed_cookies",
        compress=True,
    )
    assert client.get("/nowhere").status_code == 403


def test_a_look_at_the_link_does_not_use_it_up(client: Client, link: str) -> None:
    assert client.head(link).status_code == 405
    assert client.get(link).status_code == 302


def report(client: Client, body: str) -> int:
    return client.post("/csp-report", body, content_type="application/csp-report").status_code


def test_a_report_names_the_rule_and_the_route_never_the_address(
    visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    body = (
        '{"csp-report": {"effective-directive": "script-src",'
        ' "document-uri": "http://127.0.0.1:8765/launch/very-secret?q=Mary"}}'
    )
    assert report(visitor, body) == 204
    assert "csp 'script-src' on /launch/<str:token>" in caplog.text
    assert "secret" not in caplog.text
    assert "Mary" not in caplog.text


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"csp-report": 3}', '{"csp-report": {}}', "é", "[" * 8000])
def test_a_report_that_makes_no_sense_does_no_harm(visitor: Client, body: str) -> None:
    assert report(visitor, body) == 204


def test_a_report_that_is_too_long_is_not_read(visitor: Client) -> None:
    assert report(visitor, "x" * 9000) == 413
