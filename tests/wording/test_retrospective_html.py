"""The month as one file that needs nothing else."""

import re
from uuid import UUID

from rapport.domain.challenge.challenge import make_board
from rapport.domain.retrospective.retrospective import look_back
from rapport.services.challenge.retrospective import RetrospectivePage
from rapport.wording.retrospective import as_html
from tests.months import like_the_story


class Drawing:
    svg = "<svg></svg>"


def a_page() -> RetrospectivePage:
    facts = like_the_story().facts()
    names: dict[UUID, str] = {pk: person.name for pk, person in facts.people.items()}
    names |= {one.id: f"{one.name} <b>" for one in facts.gatherings}
    verdicts = ((judged.on, judged.ruling.verdict) for judged in facts.judged)
    board = make_board(facts.challenge, verdicts, facts.today)
    return RetrospectivePage(look_back(facts), facts, board, names, 0)


def test_it_loads_nothing_and_no_name_becomes_markup() -> None:
    page = as_html(a_page())
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert not re.search(r"<script|\bsrc=|<link|url\(|https?:|<b>", page)
    assert "&lt;b&gt;" in page


def test_it_is_whole() -> None:
    page = as_html(a_page())
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert page.count("<h1>") == 1
    for tag in ("section", "table", "tr", "ul", "style", "body", "html"):
        assert page.count(f"<{tag}") == page.count(f"</{tag}>")
    assert page.count("<section>") == len(a_page().told.findings)


def test_every_picture_given_is_shown_once() -> None:
    drawn = dict.fromkeys(("days", "ways", "tree", "pace"), Drawing())
    assert as_html(a_page(), drawn).count("<svg>") == 4
