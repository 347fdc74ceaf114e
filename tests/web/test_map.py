"""The map's page: a picture, one person in it, lists, and data for the script."""

import json
import re
from uuid import UUID

import pytest
from django.test import Client

from rapport.services.people import map as maps
from rapport.services.people import people
from tests.web.portland import NOW, month, owner_id, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def mary(owner_id: UUID) -> UUID:  # noqa: F811
    """Mary, who came through Jess and through whom Alma came; and Tom."""
    jess = people.create(owner_id, people.Draft("Jess Moran"), at=NOW).id
    mary = people.create(owner_id, people.Draft("Mary Castellan", introduced_by=jess), at=NOW).id
    people.create(owner_id, people.Draft("Alma Reyes", introduced_by=mary), at=NOW)
    people.create(owner_id, people.Draft("Tom Reed"), at=NOW)
    return mary


def test_nobody_yet_is_said_with_a_way_on(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    assert "Nobody is here yet." in words(visitor.get("/map"))


def test_everybody_is_in_the_picture_and_in_the_lists(visitor: Client, mary: UUID) -> None:
    page = visitor.get("/map").content.decode()
    svg = page.split('class="net')[1].split("</svg>", 1)[0]
    rest = page.split('id="lists"')[1]
    for name in ("Jess Moran", "Mary Castellan", "Alma Reyes", "Tom Reed"):
        assert name in svg
        assert name in rest
    assert f'href="/people/{mary}"' in svg
    assert rest.index("Jess Moran") < rest.index("Mary Castellan") < rest.index("Alma Reyes")
    assert rest.count("<ul") == rest.count("</ul>")


def test_mary_is_told_with_her_way_and_what_grew(visitor: Client, mary: UUID) -> None:
    told = words(visitor.get(f"/map?person={mary}"))
    assert "through Jess Moran Mary Castellan How you met You Jess Moran Mary Castellan" in told
    assert "What grew from there 1 person came through them Alma Reyes" in told


def test_searching_finds_one_person_several_or_nobody(visitor: Client, mary: UUID) -> None:
    assert "How you met You Jess Moran Mary Castellan" in words(visitor.get("/map?q=castellán"))
    several = visitor.get("/map?q=m").content.decode()
    assert re.search(r'class="map-found".*Mary Castellan', several, re.DOTALL)
    assert "Nobody on the map has this name." in words(visitor.get("/map?q=zzz"))


@pytest.mark.parametrize("asked", ["person=x", "person=" + "0" * 32, "groups=99999", "groups=-1", "q=%00"])
def test_odd_questions_show_the_map(visitor: Client, mary: UUID, asked: str) -> None:
    assert visitor.get(f"/map?{asked}").status_code == 200


def test_the_script_gets_everybody_with_whom_they_came_through(visitor: Client, mary: UUID) -> None:
    answer = visitor.get("/map/people")
    assert answer.headers["Content-Type"] == "application/json"
    document = json.loads(answer.content)
    names = [node[1] for node in document["nodes"]]
    assert sorted(names) == ["Alma Reyes", "Jess Moran", "Mary Castellan", "Tom Reed"]
    via = {name: node[4] for name, node in zip(names, document["nodes"], strict=True)}
    assert names[via["Alma Reyes"]] == "Mary Castellan"
    assert via["Tom Reed"] == -1
    assert f'data-revision="{document["revision"]}"' in visitor.get("/map").content.decode()


def test_the_first_map_of_many_is_said_to_be_on_its_way(
    visitor: Client, mary: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maps, "look", lambda *_: maps.Look(None, False))
    answer = visitor.get("/map")
    assert answer.headers["Refresh"] == "2"
    assert "being drawn for the first time" in words(answer)


def test_an_older_map_says_so_and_is_not_kept(
    visitor: Client,
    mary: UUID,
    owner_id: UUID,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = maps.open_map(owner_id)
    monkeypatch.setattr(maps, "look", lambda *_: maps.Look(old, False))
    answer = visitor.get("/map")
    assert "Your latest entries are being put on the map." in words(answer)
    assert "ETag" not in answer.headers
