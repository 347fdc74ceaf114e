"""What commands print."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from uuid import UUID

import pytest

from rapport.cli import output


class Colour(StrEnum):
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Met:
    who: UUID
    on: date
    colours: frozenset[Colour]
    where: Path | None = None


def test_a_value_becomes_json_a_program_can_read(capsys: pytest.CaptureFixture[str]) -> None:
    met = Met(UUID(int=7), date(2026, 3, 5), frozenset({Colour.BLUE}))
    noon = datetime(2026, 3, 5, 12, tzinfo=UTC)
    output.print_json({"met": (met,), "at": noon, "for": timedelta(minutes=2)})
    assert json.loads(capsys.readouterr().out) == {
        "met": [
            {
                "who": "00000000-0000-0000-0000-000000000007",
                "on": "2026-03-05",
                "colours": ["blue"],
                "where": None,
            }
        ],
        "at": "2026-03-05T12:00:00+00:00",
        "for": 120.0,
    }


def test_a_code_as_a_key_is_its_value(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_json({Colour.BLUE: 1})
    assert json.loads(capsys.readouterr().out) == {"blue": 1}


def test_a_name_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    output.say("Mary\x1b[2J\x07 Priya\x9b31m")
    assert capsys.readouterr().out == "Mary[2J Priya31m\n"


def test_columns_line_up_whatever_the_script(capsys: pytest.CaptureFixture[str]) -> None:
    output.show_table([("Mary", "call"), ("王小明", "lunch"), ("Zoe\u0301", "walk")], ("Who", "How"))
    lines = zip(capsys.readouterr().out.splitlines(), ["How", "call", "lunch", "walk"], strict=True)
    assert {output.width(line.partition(word)[0]) for line, word in lines} == {8}


def test_a_line_break_in_a_name_does_not_break_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    output.show_table([("Mary\nSmith", None)])
    assert capsys.readouterr().out == "Mary Smith\n"


def test_nothing_to_list_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    output.show_table([], ("Who",))
    assert capsys.readouterr().out == ""


def test_a_pipe_gets_every_letter_and_a_terminal_gets_whole_lines(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [("Karen", "a very long note about a very long lunch")]
    output.show_table(rows)
    assert capsys.readouterr().out.endswith("lunch\n")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("os.get_terminal_size", lambda: __import__("os").terminal_size((30, 24)))
    output.show_table(rows)
    line = capsys.readouterr().out.rstrip("\n")
    assert line.endswith("…")
    assert output.width(line) == 30
