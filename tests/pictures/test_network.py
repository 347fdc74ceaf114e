"""The picture of the map: well-formed, light, no name over another, the same twice."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from django.utils import translation

from rapport.domain.map.layout import arrange
from rapport.domain.map.map import Facts, Network, Someone
from rapport.domain.map.weaving import weave
from rapport.pictures.network import network_map, sheet, standing_out
from rapport.pictures.network_labels import SIZES, Label, Room, place_labels
from rapport.pictures.svg import DAY, Picture, width_of
from tests.cast import ALMA, JESS
from tests.domain.map.test_layout import crowd
from tests.domain.map.test_map import place, the_month

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def drawn(facts: Facts) -> tuple[Network, Picture]:
    network = weave(facts)
    return network, network_map(network, arrange(network, {}), link=lambda uid, kind: f"/people/{uid}")


def test_everybody_of_the_month_is_named_and_linked() -> None:
    _, picture = drawn(the_month())
    root = ElementTree.fromstring(picture.svg)
    named = {text for link in root.iter(f"{SVG}a") for text in ["".join(link.itertext())]}
    assert {"Mary Castellan", "Alma Reyes", "Tom Reed"} <= named
    assert "through Jess Moran" in "".join(root.itertext())


def test_nothing_in_it_is_styled_or_scripted_inside_a_page() -> None:
    _, picture = drawn(the_month())
    assert not re.search(r"style=|<style|<script|\bon\w+=", picture.svg)


def test_alone_it_brings_its_colours() -> None:
    network = weave(the_month())
    svg = network_map(network, arrange(network, {}), palette=DAY).svg
    assert DAY.accent in svg
    ElementTree.fromstring(svg)


def test_names_from_anywhere_are_escaped_and_cut() -> None:
    people = tuple(
        Someone(one.id, name)
        for one, name in zip(
            (JESS, ALMA), ("<b>&\"'", "Maximiliana von Hohenstauffen-Wittelsbach-Sayn"), strict=True
        )
    )
    _, picture = drawn(Facts(people))
    texts = [text.text or "" for text in ElementTree.fromstring(picture.svg).iter(f"{SVG}text")]
    assert "<b>&\"'" in texts
    assert any(text.endswith("…") for text in texts)
    assert "<title>Maximiliana von Hohenstauffen-Wittelsbach-Sayn</title>" in picture.svg


def test_two_thousand_people_are_light_and_drawn_the_same_twice() -> None:
    network = weave(crowd(2_000))
    places = arrange(network, {})
    svg = network_map(network, places).svg
    assert len(svg) < 300_000
    assert network_map(network, places).svg == svg


def test_who_stands_out_shows_the_way_from_me() -> None:
    network, picture = drawn(the_month())
    on = sheet(network, arrange(network, {}))
    at = place(network, ALMA.id)
    shown = standing_out(picture, network, on, at)
    told = re.search(r'class="told" d="([^"]+)"', shown.svg)
    assert told
    assert told.group(1).count("M") == 3  # me, Jess, Mary, Alma


def test_no_name_lies_over_another_at_any_size() -> None:
    network = weave(crowd(300))
    on = sheet(network, arrange(network, {}))
    labels = [Label(network.nodes[at].name, Room(*on.points[at], 0.0), at) for at in network.telling()]
    placed = place_labels(labels, on.points, on.width, on.height)
    assert len(placed) > 150
    for number, size in enumerate(SIZES):
        boxes = []
        for one in placed:
            if one.level <= number:
                wide, (anchor, dx, dy) = width_of(one.shown), one.text_at.side
                left = one.text_at.x * size + dx * 13 - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
                base = one.text_at.y * size + dy * 13
                boxes.append((left, base - 11, left + wide, base + 3))
        for index, (a, b, c, d) in enumerate(boxes):
            assert not any(a < g and e < c and b < h and f < d for e, f, g, h in boxes[index + 1 :])
