"""`rapport` as a person types it, in this process, on Friday 15 March 2019 and in a directory of its own."""

import io
import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from rapport.cli.main import run
from rapport.services.setup import demo, demo_store

NOW = datetime(2019, 3, 15, 20, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """How a command ended, and what it said on each stream."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document, of a command that went well or of one that did not."""
        return json.loads(self.out or self.err)


class Rapport:
    """Calls the command line."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self.capsys = data, capsys

    def __call__(self, *words: str) -> Told:
        code = run([*words[:1], "--data", str(self.data), *words[1:]])
        said = self.capsys.readouterr()
        assert "Traceback" not in said.err
        return Told(code, said.out, said.err)

    def json(self, *words: str) -> Any:
        """What a command that goes well prints with --json."""
        told = self(*words[:1], "--json", *words[1:])
        assert (told.code, told.err) == (0, ""), told
        return told.document

    def refused(self, *words: str) -> Any:
        """The error of bad input with --json; nothing is on standard output."""
        told = self(*words[:1], "--json", *words[1:])
        assert (told.code, told.out) == (2, ""), told
        return told.document["error"]

    def log(self, line: str, on: str = "2019-03-15") -> Any:
        return self.json("log", "--yes", "--on", on, "--", line)


@pytest.fixture(autouse=True)
def a_quiet_shell(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English, eighty columns, nobody at the keyboard."""
    for name in ("RAPPORT_LANG", "RAPPORT_DEBUG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    with translation.override("en"):
        yield


@pytest.fixture
def rapport(own_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Rapport:
    monkeypatch.setenv("RAPPORT_DATA_DIR", str(own_file.parent))
    return Rapport(own_file.parent, capsys)


@pytest.fixture(scope="session")
def demo_file(tables: Path, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Path:
    """The story's month, loaded once."""
    file = tmp_path_factory.mktemp("demo") / "rapport.sqlite3"
    shutil.copy(tables, file)
    with django_db_blocker.unblock(), demo_store.demo_rows(file), translation.override("en"):
        demo.load(at=NOW)
    return file


@pytest.fixture
def story(rapport: Rapport, demo_file: Path) -> Rapport:
    """The command line on the story's month, which stands still on its last day."""
    shutil.copy(demo_file, rapport.data / "rapport.sqlite3")
    return rapport


@pytest.fixture
def month(rapport: Rapport) -> Rapport:
    """A challenge of 30 days from 1 March, in Portland."""
    told = rapport("start", "--on", "2019-03-01", "--city", "Portland", "--country", "US")
    assert told.code == 0, told
    return rapport
