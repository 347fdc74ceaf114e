"""The month told back, and taken along."""

import re
from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from rapport.services import owners
from rapport.services.quicklog import diary
from tests.web.portland import NOW, month, owner_id, words  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db
STORY = """
2019-02-20: dinner with Karen Holt
2019-02-24: Karen Holt is a close friend
2019-03-01: energy 4, pressure 2
2019-03-01: met Nora, Ivy <i> and Dale at Freelance Friday (12 people, invited by Karen Holt)
2019-03-04: pitched Acme
2019-03-08: Acme: call booked
2019-03-11: pitched Globex
2019-03-12: energy 2, pressure 4
"""


@pytest.fixture
def story(owner_id: UUID, month: UUID) -> UUID:  # noqa: F811 - the fixtures
    diary.take_in(owner_id, STORY.encode(), at=NOW)
    owners.edit(owner_id, at=NOW, stands_on=date(2019, 3, 30))
    return month


@pytest.mark.usefixtures("story")
def test_it_tells_findings_with_what_they_rest_on(visitor: Client) -> None:
    page = visitor.get("/retrospective")
    said = words(page)
    assert "Friday 1 March 2019 to Saturday 30 March 2019" in said
    assert "The ways" in said
    assert "What counted" in said
    assert "What this rests on" in said
    assert re.search(r'<a href="/board/2019-03-01#i-[0-9a-f-]{36}">', page.content.decode())


@pytest.mark.usefixtures("story")
def test_every_piece_of_evidence_leads_to_a_page_that_is_there(visitor: Client) -> None:
    page = visitor.get("/retrospective").content.decode()
    links = {link.partition("#")[0] for link in re.findall(r'class="evidence".*?</ul>', page, re.DOTALL)}
    addresses = {url for block in links for url in re.findall(r'href="(/board/[^"#]+)', block)}
    assert addresses
    assert {visitor.get(address).status_code for address in addresses} == {200}


@pytest.mark.usefixtures("owner_id")
def test_with_no_challenge_there_is_nothing_to_look_back_on(visitor: Client) -> None:
    assert "There is no challenge to look back on yet." in words(visitor.get("/retrospective"))


@pytest.mark.usefixtures("month")
def test_with_nothing_logged_it_is_too_early(visitor: Client) -> None:
    assert visitor.get("/retrospective").status_code == 200


def test_a_challenge_of_nobody_is_not_there(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    assert visitor.get(f"/retrospective/{UUID(int=4)}").status_code == 404
    assert visitor.get(f"/retrospective/{UUID(int=4)}.md").status_code == 404


def test_the_page_that_stands_alone_loads_nothing_and_escapes_names(visitor: Client, story: UUID) -> None:
    answer = visitor.get(f"/retrospective/{story}.html")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="rapport-2019-03-01.html"'
    page = answer.content.decode()
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page
    assert not re.search(r"<script|src=|<link|url\(|<i>", page)
    assert page.count("<svg") == 4
    assert "To feel at home here." in page


def test_markdown_to_keep(visitor: Client, story: UUID) -> None:
    answer = visitor.get(f"/retrospective/{story}.md")
    assert answer.headers["Content-Type"] == "text/markdown; charset=utf-8"
    assert answer.content.decode().startswith("# ")


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_card_names_nobody(visitor: Client, story: UUID, kind: str, start: bytes) -> None:
    card = visitor.get(f"/retrospective/{story}.{kind}").content
    assert card.startswith(start)
    assert b"Nora" not in card


def test_a_kind_that_is_none_is_not_there(visitor: Client, story: UUID) -> None:
    assert visitor.get(f"/retrospective/{story}.exe").status_code == 404
