"""An unchanged page is not made again."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from rapport import clock
from rapport.db.models import Owner
from rapport.services import owners
from rapport.web import caching

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _routes(settings: Any) -> None:
    settings.ROOT_URLCONF = "tests.web.routes"


def revisit(visitor: Client, tag: str, **more: Any) -> int:
    headers = {"if-none-match": tag, **more.pop("headers", {})}
    status: int = visitor.get("/page", headers=headers, **more).status_code
    return status


@pytest.fixture
def tag(visitor: Client) -> str:
    owners.local_owner()
    value: str = visitor.get("/page").headers["ETag"]
    return value


def test_nothing_changed(visitor: Client, tag: str) -> None:
    again = visitor.get("/page", headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert again.headers["Cache-Control"] == "private, no-cache"


def test_an_unchanged_page_costs_one_query(visitor: Client, tag: str, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        revisit(visitor, tag)


def test_a_page_asked_for_again_is_sent_as_it_was_made(
    visitor: Client, tag: str, django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = visitor.get("/page")
    monkeypatch.setattr(
        caching, "etag", lambda _request: pytest.fail("it is looked at before the session is")
    )
    with django_assert_num_queries(1):
        again = visitor.get("/page")
    assert (again.status_code, again.content) == (200, made.content)
    assert dict(again.headers) == dict(made.headers)


def test_what_is_sent_again_has_the_headers_of_what_was_made(visitor: Client, tag: str) -> None:
    again = visitor.get("/page")
    caching._made.clear()
    assert dict(visitor.get("/page").headers) == dict(again.headers)


def test_a_page_kept_is_for_the_cookie_that_got_it(visitor: Client, tag: str) -> None:
    visitor.cookies.clear()
    assert visitor.get("/page").status_code == 403


def test_a_page_kept_is_made_anew_after_a_write(visitor: Client, tag: str) -> None:
    Owner.objects.update(revision=1)
    assert visitor.get("/page").headers["ETag"] != tag


def test_without_its_cookie_nobody_is_told_that_nothing_changed(visitor: Client, tag: str) -> None:
    visitor.cookies.clear()
    assert revisit(visitor, tag) == 403


def test_after_a_restart_the_page_is_still_known(visitor: Client, tag: str) -> None:
    caching._visits.clear()
    assert revisit(visitor, tag) == 304


def test_many_visits_are_not_remembered_for_ever(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "REMEMBERED", 3)
    for number in range(9):
        visitor.get("/page", {"q": number})
    assert len(caching._visits) <= 3


def test_any_write_makes_the_page_new(visitor: Client, tag: str) -> None:
    Owner.objects.update(revision=1)
    assert revisit(visitor, tag) == 200


def test_so_does_the_next_day(visitor: Client, tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda *_: date(2026, 3, 5) + timedelta(days=1))
    assert revisit(visitor, tag) == 200


def test_so_does_another_language(visitor: Client, tag: str) -> None:
    assert revisit(visitor, tag, headers={"accept-language": "fr"}) == 200


def test_so_does_another_address(visitor: Client, tag: str) -> None:
    assert revisit(visitor, tag, data={"q": "Mary"}) == 200


def test_so_does_new_code(visitor: Client, tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    caching._visits.clear()  # a new process remembers no visit
    monkeypatch.setattr(caching, "code_version", lambda: "next")
    assert revisit(visitor, tag) == 200


def test_so_does_a_new_session_whose_forms_carry_another_token(
    visitor: Client, tag: str, settings: Any
) -> None:
    from rapport.services.setup import launch

    visitor.get(f"/launch/{launch.mint(settings.DATA_DIR, clock.now())}")
    assert revisit(visitor, tag) == 200


def test_a_message_is_shown_once_and_not_kept(visitor: Client, tag: str) -> None:
    visitor.post("/write")
    shown = visitor.get("/page", headers={"if-none-match": tag})
    assert shown.status_code == 200
    assert b"Saved" in shown.content
    assert "ETag" not in shown.headers
    assert revisit(visitor, tag) == 304


def test_a_post_is_never_answered_from_memory(visitor: Client, tag: str) -> None:
    assert visitor.post("/page", headers={"if-none-match": tag}).status_code == 200
