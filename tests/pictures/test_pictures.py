"""Pictures: well-formed, safe, the same in words, and legible without any font of the machine."""

import io
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from rapport.domain.challenge.challenge import Board, make_board
from rapport.domain.origins.origins import Node, NodeKind, Tree, grow
from rapport.domain.retrospective.retrospective import look_back
from rapport.domain.retrospective.values import Code
from rapport.pictures import (
    DAY,
    NIGHT,
    Picture,
    board_row,
    by_origin,
    by_way,
    introductions,
    pace_lines,
    png,
    share_card,
)
from rapport.pictures.card import telling
from rapport.pictures.svg import clip, width_of, wrap
from rapport.pictures.tree import growing, indented
from tests.months import FIRST_DAY, AMonth, like_the_story, opposite_of_the_story

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def board_of(month: AMonth, days_gone: int = 40) -> Board:
    facts = month.facts()
    rulings = [(judged.on, judged.ruling.verdict) for judged in facts.judged]
    return make_board(facts.challenge, rulings, FIRST_DAY + timedelta(days=days_gone))


def names_of(month: AMonth) -> dict[UUID, str]:
    names = {person.id: person.name for person in month.people.values()}
    names |= {gathering.id: gathering.name for gathering in month.gatherings}
    return names | {opening.id: opening.what for opening in month.opportunities}


def every_picture(month: AMonth, **how: Any) -> list[Picture]:
    facts = month.facts()
    look, tree, names = look_back(facts), grow(facts), names_of(month)
    return [
        board_row(board_of(month), **how),
        by_way(look, **how),
        by_origin(tree, names, **how),
        introductions(tree, names, **how),
        pace_lines(look, **how),
    ]


def at(element: ElementTree.Element, attribute: str) -> float:
    return float(element.attrib[attribute])


def ink(picture: bytes, box: tuple[int, int, int, int]) -> int:
    """How many pixels in this part differ from the ground."""
    page = Image.open(io.BytesIO(picture)).convert("RGB")
    ground = page.getpixel((2, 2))
    return sum(pixel != ground for pixel in page.crop(box).get_flattened_data())


@pytest.mark.parametrize("month", [like_the_story, opposite_of_the_story, AMonth])
@pytest.mark.parametrize("how", [{}, {"narrow": True}, {"palette": DAY}, {"palette": NIGHT}])
def test_every_picture_is_well_formed_and_says_the_same_in_words(
    month: Callable[[], AMonth], how: dict[str, Any]
) -> None:
    for picture in every_picture(month(), **how):
        root = ElementTree.fromstring(picture.svg)
        title, about = next(root.iter(f"{SVG}title")), next(root.iter(f"{SVG}desc"))
        assert root.get("aria-labelledby") == f"{title.get('id')} {about.get('id')}"
        assert title.text == picture.title
        assert picture.lines
        assert about.text == " ".join(picture.lines)


@pytest.mark.parametrize("narrow", [False, True])
def test_no_picture_in_a_page_needs_a_style(narrow: bool) -> None:
    for picture in every_picture(like_the_story(), narrow=narrow):
        assert not re.search(r" style=|<style|<script|\bon\w+=", picture.svg)
        assert 'class="pic"' in picture.svg


def test_a_picture_that_stands_alone_has_colours_and_no_classes() -> None:
    for picture in every_picture(like_the_story(), palette=DAY):
        assert "class=" not in picture.svg
        assert "currentColor" not in picture.svg


@pytest.mark.parametrize("narrow", [False, True])
def test_everything_lies_on_the_sheet(narrow: bool) -> None:
    for picture in every_picture(like_the_story(), narrow=narrow):
        root = ElementTree.fromstring(picture.svg)
        width, height = at(root, "width"), at(root, "height")
        for text in root.iter(f"{SVG}text"):
            assert 0 <= at(text, "x") <= width
            assert 0 <= at(text, "y") <= height
            if text.get("text-anchor") is None and text.get("font-size") is None:
                assert at(text, "x") + 0.8 * width_of(text.text or "") <= width + 12


@pytest.mark.parametrize(
    "name", ["<b>&\"'", "\u202emaerd", "Ana\x00\x0b", "e\u0301" * 30, "李" * 40, "", "\ud800x"]
)
def test_odd_names_are_told_safely(name: str) -> None:
    month = AMonth()
    odd = month.stranger(name)
    month.met(1, odd)
    for narrow in (False, True):
        picture = introductions(
            grow(month.facts()), names_of(month), narrow=narrow, link=lambda node: '/p?a="&'
        )
        root = ElementTree.fromstring(picture.svg)
        assert not list(root.iter(f"{SVG}b"))
        picture.svg.encode()


# -- days


@pytest.mark.parametrize("days", [1, 7, 21, 30, 60, 90, 365])
def test_every_day_is_drawn_once_however_many(days: int) -> None:
    board = board_of(like_the_story() if days == 30 else AMonth(days=days), days_gone=9)
    for picture in (board_row(board), board_row(board, narrow=True)):
        groups = list(ElementTree.fromstring(picture.svg).iter(f"{SVG}g"))
        assert len(groups) == days


def test_the_days_are_told_in_words() -> None:
    lines = board_row(board_of(like_the_story())).lines
    assert lines[0] == "10 connections in 30 days."
    assert "Day 1, 1 March 2019: 3 connections." in lines
    assert "Day 3, 3 March 2019: a day of rest." in lines


# -- connections


def test_connections_are_counted_by_way_and_by_origin() -> None:
    month = like_the_story()
    facts = month.facts()
    assert "at gatherings: 8 connections, 3 gatherings." in by_way(look_back(facts)).lines
    assert by_origin(grow(facts), names_of(month)).lines == (
        "Jess: 5 connections.",
        "Karen: 3 connections.",
        "The conference: 1 connection.",
        "found by myself: 1 connection.",
    )


def test_more_connections_than_dots_are_a_line() -> None:
    month = AMonth()
    month.met_new(2, 60, month.gathering("Fair", 2, 900))
    picture = by_origin(grow(month.facts()), names_of(month))
    assert len(re.findall("<circle", picture.svg)) == 1


# -- the tree


def a_tree(parents: list[int]) -> Tree:
    """Node n hangs under `parents[n]`; -1 is me."""
    nodes = [Node(NodeKind.PERSON, UUID(int=n + 1), is_connection=True) for n in range(len(parents))]
    made: dict[int, Node] = {}
    for n in reversed(range(len(parents))):
        below = tuple(made[c] for c in range(n + 1, len(parents)) if parents[c] == n)
        made[n] = Node(nodes[n].kind, nodes[n].id, None, True, below)
    top = tuple(made[n] for n in range(len(parents)) if parents[n] == -1)
    return Tree(Node(NodeKind.ME, None, FIRST_DAY, children=top), {})


trees = (
    st.integers(0, 40)
    .flatmap(lambda n: st.tuples(*(st.integers(-1, k - 1) for k in range(n))))
    .map(lambda parents: a_tree(list(parents)))
)


@settings(max_examples=60, deadline=None)
@given(trees)
def test_no_two_nodes_stand_in_one_place(tree: Tree) -> None:
    for spots in (growing(tree), indented(tree)):
        places = [(spot.depth, spot.row) for spot in spots]
        assert len(set(places)) == len(places)
    leaves = [spot.row for spot in growing(tree) if not spot.node.children]
    assert leaves == [float(n) for n in range(len(leaves))]


@settings(max_examples=40, deadline=None)
@given(trees, st.text(max_size=60))
def test_any_tree_with_any_names_can_be_drawn(tree: Tree, name: str) -> None:
    names = {node.id: name for node in tree.root.below() if node.id}
    for narrow in (False, True):
        ElementTree.fromstring(introductions(tree, names, narrow=narrow).svg)


def test_a_chain_of_a_thousand_is_drawn_indented() -> None:
    picture = introductions(a_tree([n - 1 for n in range(1000)]), {})
    assert picture.svg.count("<text") == 1001


def test_the_tree_is_told_in_words() -> None:
    month = like_the_story()
    lines = introductions(grow(month.facts()), names_of(month)).lines
    assert "Mary, through Jess." in lines
    assert "Ladies’ Night, through Mary." in lines
    assert lines[0] == "Karen."


def test_people_in_the_tree_lead_to_their_pages_when_asked() -> None:
    month = like_the_story()
    picture = introductions(grow(month.facts()), names_of(month), link=lambda node: f"/people/{node.id}")
    root = ElementTree.fromstring(picture.svg)
    assert root.get("role") == "group"
    assert len(list(root.iter(f"{SVG}a"))) == len(picture.lines)


def test_long_names_are_cut_and_kept_whole_in_the_title() -> None:
    month = AMonth()
    month.met(1, month.stranger("Ana " + "Fernández " * 20))
    picture = introductions(grow(month.facts()), names_of(month), narrow=True)
    assert "…</text>" in picture.svg
    assert "Fernández " * 19 in picture.svg


# -- the card


def test_the_card_names_nobody() -> None:
    month = like_the_story()
    look, board = look_back(month.facts()), board_of(month)
    names = [name for name in names_of(month).values() if len(name) > 2]
    card = share_card(look, board)
    assert not [name for name in names if name in card.svg]


def test_the_card_has_a_sentence_even_when_nothing_was_found() -> None:
    look = look_back(AMonth().facts())
    assert not look.finding(Code.HOPE_MET)
    assert telling(look) == "0 people I would not have met otherwise."


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("days", [30, 90])
def test_the_card_has_ink_where_words_should_be(language: str, days: int) -> None:
    month = like_the_story()
    month.days = days
    with translation.override(language):
        drawn = png(share_card(look_back(month.facts()), board_of(month)))
    assert Image.open(io.BytesIO(drawn)).size == (1200, 630)
    title, number, day_row, sentence, rule = (
        (72, 60, 700, 130), (60, 150, 200, 270), (72, 318, 1128, 360),
        (72, 400, 1128, 520), (72, 545, 900, 600),
    )  # fmt: skip
    for box in (title, number, day_row, sentence, rule):
        assert ink(drawn, box) > 400, box
    assert ink(drawn, (0, 0, 1200, 40)) == 0


@pytest.mark.parametrize("days", [1, 5, 60, 120, 365])
def test_nothing_on_the_card_runs_into_the_rule(days: int) -> None:
    card = share_card(look_back(AMonth(days=days).facts()), board_of(AMonth(days=days)))
    rule_top = 540
    rects = [r for r in ElementTree.fromstring(card.svg).iter(f"{SVG}rect") if r.get("y")]
    assert all(at(r, "y") + at(r, "height") < rule_top - 14 for r in rects)
    assert all(at(r, "x") + at(r, "width") <= 1200 - 71 for r in rects)


# -- letters


def test_text_that_fits_is_left_alone() -> None:
    assert clip("Karen", 100) == "Karen"
    assert clip("Karen" * 20, 100).endswith("…")
    assert width_of(clip("Karen" * 20, 100)) <= 100


def test_lines_are_wrapped_and_the_last_is_cut() -> None:
    lines = wrap("one two three four five six seven", 60, 13, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
