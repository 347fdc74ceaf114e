"""Rooms stay small: nobody decides that a file grows too big, so a test does."""

import ast
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = (ROOT / "src" / "rapport", ROOT / "lab")
SOURCES = sorted(p for room in ROOMS for p in room.rglob("*.py") if "migrations" not in p.parts)
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MOST_LINES = 300
MOST_FUNCTION_LINES = 40
MOST_FILES = 12  # in a folder of the rules or of the services: they crowd first, docs/adr/0014


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_file_grows_past_its_room(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    tree = ast.parse(path.read_text())
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1} lines)"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > MOST_FUNCTION_LINES
    ]
    assert not long


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if path.read_text().strip() and not ast.get_docstring(ast.parse(path.read_text()))
    ]
    assert not silent


@pytest.mark.parametrize("room", ["domain", "services"])
def test_no_folder_is_crowded(room: str) -> None:
    files = (ROOT / "src" / "rapport" / room).rglob("*.py")
    counts = Counter(str(path.parent.relative_to(ROOT)) for path in files if path.name != "__init__.py")
    assert {folder: count for folder, count in counts.items() if count > MOST_FILES} == {}


def test_a_folder_of_the_rules_says_what_it_holds_and_imports_nothing() -> None:
    """A command pays for what it uses, not for what lies beside it."""
    inits = (ROOT / "src" / "rapport" / "domain").rglob("__init__.py")
    assert [str(path) for path in inits if len(ast.parse(path.read_text()).body) != 1] == []
