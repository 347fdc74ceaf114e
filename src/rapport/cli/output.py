"""What commands say: plain text for people, one JSON document for programs."""

import json
import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final
from uuid import UUID

OK: Final = 0
FAILED: Final = 1
BAD_INPUT: Final = 2

GAP: Final = "  "


class CommandError(Exception):
    """A command could not do its work; `code` is for programs, the message for people."""

    exit_code = FAILED

    def __init__(self, message: str, code: str = "failed", **facts: Any) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.facts = facts


class BadInput(CommandError):
    """What was typed cannot be understood or is not possible."""

    exit_code = BAD_INPUT

    def __init__(self, message: str, code: str = "bad_input", **facts: Any) -> None:
        super().__init__(message, code, **facts)


def plain(value: Any) -> Any:
    """A value as JSON knows it: dates as ISO 8601, codes and ids as text, durations in seconds."""
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted((plain(item) for item in value), key=str)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, UUID | Path):
        return str(value)
    if hasattr(value, "__iter__"):
        return [plain(item) for item in value]
    return str(value)


def data_folder() -> Path:
    """Where this command's data is."""
    from django.conf import settings

    folder: Path = settings.DATA_DIR
    return folder


def complain(error: CommandError, *, as_json: bool) -> int:
    """One clear sentence on standard error (an object with --json); returns the exit code."""
    if as_json:
        facts = {"code": error.code, "message": error.message, **error.facts}
        print(json.dumps({"error": plain(facts)}, ensure_ascii=False), file=sys.stderr)
    else:
        print(f"rapport: {clean(error.message)}", file=sys.stderr)
    return error.exit_code


def print_json(value: Any) -> None:
    """The one document on standard output."""
    print(json.dumps(plain(value), ensure_ascii=False, indent=2))


def say(text: str = "") -> None:
    """A line for people; control characters in names cannot steer the terminal."""
    print(clean(text))


def show_table(rows: Sequence[Sequence[object]], headings: Sequence[str] = ()) -> None:
    """Columns side by side: on a terminal the widest one gives way, in a pipe none does."""
    if not rows:
        return
    cells = [[clean(str(cell), one_line=True) for cell in row] for row in ([headings] if headings else [])]
    cells += [["" if cell is None else clean(str(cell), one_line=True) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip_longest(*cells, fillvalue="")]
    if sys.stdout.isatty():
        widths = _squeezed(widths, os.get_terminal_size().columns)
    for row in cells:
        line = GAP.join(_fit(cell, size) for cell, size in zip(row, widths, strict=False))
        print(line.rstrip())


def clean(text: str, *, one_line: bool = False) -> str:
    """Text without control characters; line breaks stay unless one line is wanted."""
    kept = (
        " " if one_line and char in "\n\t" else char
        for char in text
        if char in "\n\t" or unicodedata.category(char) != "Cc"
    )
    return "".join(kept)


def width(text: str) -> int:
    """Terminal columns: East Asian wide characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _squeezed(widths: Sequence[int], room: int) -> list[int]:
    squeezed = list(widths)
    over = sum(squeezed) + len(GAP) * (len(squeezed) - 1) - room
    if over > 0:
        widest = squeezed.index(max(squeezed))
        squeezed[widest] = max(8, squeezed[widest] - over)  # columns: fewer than 8 say nothing
    return squeezed


def _fit(text: str, size: int) -> str:
    if width(text) > size:
        cut, used = "", 1
        for char in text:
            used += _char_width(char)
            if used > size:
                break
            cut += char
        text = f"{cut}…"
    return text + " " * (size - width(text))
