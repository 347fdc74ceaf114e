"""What every page does alike."""

import re

import pytest
from django.test import Client

from rapport.services.journal import undo
from tests.web.portland import month, owner_id, words  # noqa: F401 - fixtures
from tests.web.test_middleware import ROUTES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]
USED_UP = re.compile(r"/launch/")  # a link that is only looked at stays good


@pytest.mark.parametrize("address", [route for route in ROUTES if not USED_UP.match(route)])
def test_head_is_answered_as_get_is_without_the_page(visitor: Client, address: str) -> None:
    shown, head = visitor.get(address), visitor.head(address)
    assert head.status_code == shown.status_code
    assert head.headers.get("Content-Type") == shown.headers.get("Content-Type")
    assert head.content == b""


def test_head_takes_no_message_away(visitor: Client) -> None:
    visitor.post("/energy", {"energy": "4"})
    visitor.head("/")
    assert "Noted: energy 4 of 5." in words(visitor.get("/"))


def test_head_uses_up_no_link_and_writes_nothing(visitor: Client, owner_id: object) -> None:  # noqa: F811
    before = undo.recent(owner_id)  # type: ignore[arg-type]  # the fixture's id
    assert visitor.head("/launch/x").status_code == 405
    assert undo.recent(owner_id) == before  # type: ignore[arg-type]  # the same


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("/reconnect", "Reconnect"),
        ("/letters", "Letters"),
        ("/gatherings/feeds", "Calendars"),
        ("/introductions", "Introductions"),
    ],
)
def test_the_menu_leads_there_and_says_where_one_is(visitor: Client, address: str, label: str) -> None:
    page = visitor.get(address).content.decode()
    here = re.findall(r'<a href="([^"]+)"[^>]* aria-current="page">.*?<span>([^<]+)</span>', page)
    assert here == [(address, label), (address, label)]  # beside the page, and at the foot of a phone
    assert f'href="{address}"' in visitor.get("/").content.decode()
