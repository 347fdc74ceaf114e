"""docs/reference/cli.md names every command, every option, and every key of every JSON document."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rapport.cli.commands import COMMANDS
from tests.cli.conftest import Rapport

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
SECTIONS = {
    part.partition("\n")[0].strip(): part.partition("\n")[2]
    for part in re.split(r"^##+ ", PAGE, flags=re.M)[1:]
}
GLOBAL = {"--data", "--json", "--version", "--help"}


def documented(section: str) -> set[str]:
    """The keys of a section's tables, with those of the shapes it points to."""
    keys: set[str] = set()
    for row in re.findall(r"^\| (`.*?) \| .* \|$", SECTIONS[section], flags=re.M):
        names, _arrow, shape = row.partition(" → ")
        for name in re.findall(r"`([^`]+)`", names):
            keys.add(name)
            keys |= {f"{name}.{key}" for key in documented(shape)} if shape else set()
    return keys


def keys_of(value: Any, at: str = "") -> Iterator[str]:
    """Every key of a document by its path; `[]` is any place of a list."""
    if isinstance(value, list):
        for item in value:
            yield from keys_of(item, f"{at}[]")
    elif isinstance(value, dict):
        for key, item in value.items():
            path = f"{at}.{key}" if at else key
            yield path
            yield from keys_of(item, path)


def is_documented(path: str, keys: set[str]) -> bool:
    if path in keys or f"{path.rpartition('.')[0]}.*" in keys:
        return True
    return any(path.startswith(key.removesuffix("**")) for key in keys if key.endswith(".**"))


CALLS = (
    ("rapport start", "start --on 2019-06-01 --hope 3 --city Lyon"),
    ("rapport today", "today --on 2019-03-29"),
    ("rapport today", "today --on 2019-03-16 --energy 5 --minutes 300"),
    ("rapport today", "today --on 2019-03-15 --why-not karen"),
    ("rapport works", "works"),
    ("rapport simulate", "simulate --pace gentler --days 7 --people 2"),
    ("rapport next", "next"),
    (
        "rapport log TEXT…",
        "log --dry-run met Tom and Mary at the fair (30 people, invited by Karen Holt) on 02/03 #vr",
    ),
    ("rapport log TEXT…", "log --yes coffee with Tom Reed, follow up tuesday"),
    ("rapport log TEXT…", "asks add Tom"),
    ("rapport board", "board"),
    ("rapport people [QUERY…]", "people"),
    ("rapport person REF", "person Mary Castellan"),
    ("rapport person REF", "person Alma"),
    ("rapport map", "map"),
    ("rapport asks", "asks"),
    ("rapport gatherings", "gatherings"),
    ("rapport gatherings", "gatherings add Panel"),
    ("rapport debrief [GATHERING [PERSON…]]", "debrief"),
    ("rapport debrief [GATHERING [PERSON…]]", "debrief --yes Freelance Zoé*"),
    ("rapport pitches", "pitches"),
    ("rapport help", "help"),
    ("rapport retro", "retro"),
    ("rapport demo", "demo"),
    ("rapport undo [ID]", "undo --list"),
    ("rapport duplicates", "duplicates"),
    ("rapport duplicates", "duplicates --merge-sure --yes"),
)


@pytest.mark.parametrize(("section", "call"), CALLS)
def test_every_key_is_documented(story: Rapport, section: str, call: str) -> None:
    story.log("lunch with Mary Castellan, follow up monday, she can offer a desk", on="2019-03-29")
    story.log("helped Alma Reyes with a list", on="2019-03-29")
    keys = documented(section)
    missing = {path for path in keys_of(story.json(*call.split())) if not is_documented(path, keys)}
    assert not missing


def test_every_key_of_the_other_documents_is_documented(story: Rapport, tmp_path: Path) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("2019-03-01: met Zoé\n2019-02-31: x\n2019-03-02: met Tom on 02/03\n", encoding="utf-8")
    documents = {
        "rapport log --file FILE": story.json("log", "--file", str(diary), "--yes"),
        "rapport undo [ID]": story.json("undo"),
        "rapport export FILE": story.json("export", str(tmp_path / "x.json")),
        "rapport doctor": story("doctor", "--json").document,
        "rapport backup FILE, restore FILE": story.json("backup", str(tmp_path / "x.zip")),
    }
    for section, document in documents.items():
        keys = documented(section)
        assert not {path for path in keys_of(document) if not is_documented(path, keys)}, section


def test_every_command_has_its_section() -> None:
    for name in COMMANDS:
        assert any(re.search(rf"\b{name}\b", title) for title in SECTIONS), name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented(rapport: Rapport, name: str) -> None:
    told = rapport(name, "--help").out
    if name in ("asks", "gatherings", "pitches", "help"):
        told += rapport(name, "add", "--help").out
    text = "".join(body for title, body in SECTIONS.items() if re.search(rf"\b({name}|log)\b", title))
    text += " ".join(SECTIONS)
    missing = {option for option in re.findall(r"--[a-z-]+[a-z]", told) if option not in text} - GLOBAL
    assert not missing
