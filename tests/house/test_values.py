"""Services hand out values: no model and no queryset passes a door."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import rapport.services
from rapport.db import models as rows

ROOT = Path(__file__).parents[2]
INSIDE = {"undo", "rulings"}  # these speak of rows with each other


def _public_functions() -> Iterator[tuple[str, Any]]:
    for info in pkgutil.walk_packages(rapport.services.__path__, "rapport.services."):
        module = importlib.import_module(info.name)
        if info.name.rsplit(".", 1)[-1] in INSIDE:
            continue
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == info.name and not name.startswith("_"):
                yield f"{info.name}.{name}", function


ROW_NAMES = {f"rapport.db.models.{name}" for name in rows.__all__}


def test_no_service_returns_a_row() -> None:
    leaks = []
    for name, function in _public_functions():
        returned = str(inspect.signature(function).return_annotation)
        takes_book = "book" in inspect.signature(function).parameters
        if ("rapport.db.models" in returned or "QuerySet" in returned) and not takes_book:
            leaks.append(f"{name} -> {returned}")
    assert not leaks


def test_no_door_imports_the_data() -> None:
    doors = [*(ROOT / "src/rapport/web").rglob("*.py"), *(ROOT / "src/rapport/cli").rglob("*.py")]
    leaks = []
    for path in doors:
        for node in ast.walk(ast.parse(path.read_text())):
            module = getattr(node, "module", "") or ""
            if isinstance(node, ast.ImportFrom) and module.startswith("rapport.db"):
                leaks.append(f"{path.name}: {module}")
    assert not leaks


def test_values_are_made_by_our_own_decorator() -> None:
    """The standard one costs every command half a millisecond a class; docs/adr/0007."""
    ours, theirs = "from rapport.domain.values import dataclass", "@dataclass(frozen=True, slots=True)"
    mutable = re.compile(
        r"@dataclass(\((?!frozen)|$)", re.M
    )  # a file that needs the standard one keeps to it
    sources = {path: path.read_text() for path in (ROOT / "src/rapport").rglob("*.py")}
    dear = [
        p.name
        for p, text in sources.items()
        if theirs in text and ours not in text and not mutable.search(text)
    ]
    assert not dear
