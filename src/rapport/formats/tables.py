"""Tables in text (CSV): whatever the encoding, the delimiter and what stands above the header.

A row that is wrong costs itself alone: an unclosed quotation mark is given up, and the lines below it are
read again one by one.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import BinaryIO, NamedTuple

from rapport.domain.imports.imports import Quarantined, Trouble, Where
from rapport.formats.cells import FORBIDDEN, excerpt, one_line
from rapport.formats.encodings import opened, repaired

CELL = 65_536  # characters of one cell
RECORD = 1 << 20  # characters of one record
COLUMNS = 1000
LONGEST_CELL = 16 << 20  # characters passed over in search of the end of a cell that is too large
PATIENCE = 16 << 20  # characters read twice, in all, because of unclosed quotation marks
PREAMBLE = 50  # records above the header, at most
SAMPLE = 60  # records that the delimiter is told from
DELIMITERS = ",;\t"

IsHeader = Callable[[Sequence[str]], bool]

_SEPARATOR = re.compile(r'"?sep=(.)"?', re.IGNORECASE)  # Excel's own first line


class Row(NamedTuple):
    """One record of a table. Without cells it could not be read; with cells, `trouble` is about a part."""

    where: Where
    cells: list[str]
    raw: str = ""  # how an unreadable one begins
    trouble: Trouble | None = None


class _Break(Exception):
    """More lines than a record can have."""


class _Lines:
    """The lines of a text for a csv reader: counted, capped, and given back when a record is given up."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self._again: list[str] = []  # lines given back, the next one last
        self.taken: list[str] = []  # lines of the record being read
        self.number = 0  # of the last line taken
        self.is_damaged = False  # whether the record has bytes that are no text
        self._size = 0
        self._first = 1
        self._patience = PATIENCE

    def begin(self) -> int:
        """A record begins; the number of its first line."""
        self._first = self.number + 1
        self.taken.clear()
        self.is_damaged = False
        self._size = 0
        return self._first

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self._size > RECORD or (self.taken and self._patience <= 0):
            raise _Break
        return self.line()

    def line(self) -> str:
        """The next line, cut off where it is longer than a record may be."""
        if self._again:
            line = self._again.pop()
        else:
            line = self._text.readline(RECORD)
            if not line:
                raise StopIteration
            if len(line) == RECORD and not line.endswith("\n"):
                line += self._rest()
            if FORBIDDEN.search(line):
                self.is_damaged = True
                if self._text.encoding == "utf-8":
                    line = repaired(line)
        self.taken.append(line)
        self._size += len(line)
        self.number += 1
        return line

    def _rest(self) -> str:
        """Pass over the rest of an endless line; its quotation marks stay balanced."""
        marks, part = 0, "x"
        while part and not part.endswith("\n"):
            part = self._text.readline(RECORD)
            marks += part.count('"')
        return '"\n' if marks % 2 else "\n"

    def give_back(self) -> None:
        """All lines of the record but the first are to be read again."""
        rest = self.taken[1:]
        del self.taken[1:]
        self._patience -= sum(map(len, rest))
        self._again.extend(reversed(rest))
        self.number = self._first

    def pass_over_cell(self) -> bool:
        """Go to the end of a quoted cell that is too large; False, nothing passed, if it has none."""
        marks = sum(line.count('"') for line in self.taken)
        size, read, taken = 0, self._text.readline, self.taken
        while marks % 2 and size < LONGEST_CELL:
            line = self._again.pop() if self._again else read(RECORD)
            if not line:
                break
            marks += line.count('"')
            size += len(line)
            taken.append(line)
            self.number += 1
        return not marks % 2


class Table:
    """A table being read: its header first, then `rows`."""

    def __init__(self, data: BinaryIO, is_header: IsHeader, inside: str = "") -> None:
        """The header is the first record that `is_header` knows, above it at most PREAMBLE records."""
        text, beginning = opened(data)
        self._inside = inside
        self._lines = _Lines(text)
        self.delimiter = delimiter_of(beginning, is_header)
        self._reader = csv.reader(self._lines, delimiter=self.delimiter, strict=True)
        self.count = 0  # records so far, those passed over too
        self.header: list[str] = []
        self._first = ""  # line of the file
        for _ in range(PREAMBLE):
            row = self._next()
            if row is None:
                break
            self._first = self._first or self._lines.taken[0].strip()
            if row.cells and is_header(row.cells):
                self.header = [one_line(cell) for cell in row.cells[: COLUMNS + 1]]
                break

    def trouble(self) -> Quarantined | None:
        """Why there is nothing to read: no header, or more columns than anybody can mean."""
        if 0 < len(self.header) <= COLUMNS:
            return None
        trouble = Trouble.TOO_MANY if self.header else Trouble.NO_COLUMNS
        return Quarantined(self.where(), trouble, excerpt(self._first))

    def where(self) -> Where:
        """The beginning of the table, for what is wrong with all of it."""
        return Where(1, 1, self._inside)

    def rows(self, start: int = 0) -> Iterator[Row]:
        """The records below the header; the first `start` of them are passed over, blank ones not counted."""
        columns = len(self.header)
        while (row := self._next()) is not None:
            if row.cells and not any(row.cells):
                continue
            self.count += 1
            if self.count > start:
                yield self._checked(row, columns)

    def _checked(self, row: Row, columns: int) -> Row:
        where = Where(self.count, row.where.line, self._inside)
        cells = row.cells
        if not cells:
            return row._replace(where=where)
        if len(cells) > columns:
            if any(cells[columns:]):
                return Row(where, [], self._lines.taken[0], Trouble.BAD_ROW)
            del cells[columns:]
        elif len(cells) < columns:
            cells.extend([""] * (columns - len(cells)))
        if max(map(len, cells)) > CELL:
            return Row(where, [], self._lines.taken[0], Trouble.TOO_LARGE)
        return Row(where, cells, "", Trouble.BAD_ENCODING if self._lines.is_damaged else None)

    def _next(self) -> Row | None:
        """The next record as it stands: without cells where it is unreadable, blank lines passed over."""
        lines = self._lines
        while True:
            first = lines.begin()
            try:
                cells = next(self._reader)
            except StopIteration:
                return None
            except (_Break, csv.Error) as error:
                return self._given_up(Where(0, first), str(error))
            if cells:
                return Row(Where(0, first), cells)

    def _given_up(self, where: Where, why: str) -> Row:
        """A record that cannot be read as it stands: its first line alone, if that makes a row."""
        raw = self._lines.taken[0]
        is_large = "field larger" in why  # the csv module has no other way to say which error it is
        is_open = len(self._lines.taken) > 1 or "end of data" in why
        if is_large and self._lines.pass_over_cell():
            return Row(where, [], raw, Trouble.TOO_LARGE)
        self._lines.give_back()
        if is_large or (is_open and raw.count('"') % 2):
            return Row(where, [], raw, Trouble.BAD_ROW)
        cells = next(csv.reader([raw], delimiter=self.delimiter), [])  # not strict: marks may stand anywhere
        fits = not self.header or len(cells) == len(self.header)
        return Row(where, cells if fits else [], raw, None if fits else Trouble.BAD_ROW)


def lost(row: Row) -> Quarantined:
    """What to say of a row that could not be read."""
    return Quarantined(row.where, row.trouble or Trouble.BAD_ROW, excerpt(row.raw))


def damaged(row: Row) -> Quarantined:
    """What to say of a row that went in, but for some characters."""
    said = excerpt(" ".join(cell for cell in row.cells if cell))
    return Quarantined(row.where, row.trouble or Trouble.BAD_ENCODING, said, is_part=True)


def delimiter_of(beginning: str, is_header: IsHeader = bool) -> str:
    """What stands between the cells of a table that begins so; its first line may say it ("sep=;").

    The one under which a header is found; among several, the one that divides the rows most alike.
    """
    said = _SEPARATOR.fullmatch(beginning.split("\n", 1)[0].strip())
    if said and said[1] in DELIMITERS + "|":
        return said[1]
    rows = {each: list(_beginning(beginning, each)) for each in DELIMITERS}
    headed = [each for each in DELIMITERS if any(map(is_header, filter(_is_divided, rows[each][:PREAMBLE])))]
    return max(headed or DELIMITERS, key=lambda each: _regularity(rows[each]))


def _is_divided(row: Sequence[str]) -> bool:
    return len(row) > 1


def _beginning(text: str, delimiter: str) -> Iterator[list[str]]:
    rows = csv.reader(io.StringIO(text, newline=None), delimiter=delimiter)
    with suppress(csv.Error):
        yield from islice(rows, SAMPLE)


def _regularity(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How many records have the same number of cells, and that number."""
    counts = Counter(len(row) for row in rows if len(row) > 1)
    return max(((count, width) for width, count in counts.items()), default=(0, 0))
