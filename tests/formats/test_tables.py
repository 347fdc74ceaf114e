"""Tables are read row by row; what is wrong costs itself alone, with its line and its reason."""

from io import BytesIO
from time import process_time

import pytest

from rapport.domain.imports.imports import Trouble
from rapport.formats.tables import CELL, COLUMNS, Row, Table, delimiter_of

QUICK = 5.0  # seconds of the processor, for any bomb


def a_table(text: str | bytes) -> Table:
    data = text if isinstance(text, bytes) else text.encode()
    return Table(BytesIO(data), lambda cells: "Name" in cells)


def told(rows: list[Row]) -> list[tuple[int, int | None, list[str] | Trouble | None]]:
    return [(row.where.record, row.where.line, row.cells or row.trouble) for row in rows]


def test_lines_are_counted_as_an_editor_does_over_cells_of_several_lines() -> None:
    table = a_table('Notes:\n"two\nlines"\n\nName,City\nPriya,"Port\nland"\nTom,Salem\n')
    assert told(list(table.rows())) == [(1, 6, ["Priya", "Port\nland"]), (2, 8, ["Tom", "Salem"])]


def test_an_unclosed_quote_costs_one_row() -> None:
    table = a_table('Name,City\nPriya,Portland\n"Tom,Portland\n"Ana","Portland"\nMae,Chicago\n')
    assert told(list(table.rows()))[1:] == [
        (2, 3, Trouble.BAD_ROW), (3, 4, ["Ana", "Portland"]), (4, 5, ["Mae", "Chicago"]),
    ]  # fmt: skip


def test_an_unclosed_quote_in_the_last_row_costs_that_row() -> None:
    table = a_table('Name,City\nPriya,Portland\nTom,"Port')
    assert told(list(table.rows()))[1:] == [(2, 3, Trouble.BAD_ROW)]


def test_marks_in_the_middle_of_a_cell_are_kept_where_the_row_still_fits() -> None:
    table = a_table('Name,City\n"Tom "the duck" Reed",Salem\n5" nails,Salem\n')
    assert [row.cells[1] for row in table.rows()] == ["Salem", "Salem"]


def test_short_rows_are_filled_and_long_ones_refused() -> None:
    table = a_table("Name,City\nPriya\nTom,Salem,late\nAna,Salem,,\n")
    assert told(list(table.rows())) == [
        (1, 2, ["Priya", ""]), (2, 3, Trouble.BAD_ROW), (3, 4, ["Ana", "Salem"]),
    ]  # fmt: skip


def test_blank_rows_are_no_records() -> None:
    assert told(list(a_table("Name,City\n,\n\nPriya,\n").rows())) == [(1, 4, ["Priya", ""])]


def test_reading_goes_on_where_it_was_left() -> None:
    text = "Name,City\n" + "".join(f"P{n},Portland\n" for n in range(1, 9))
    assert told(list(a_table(text).rows(6))) == [(7, 8, ["P7", "Portland"]), (8, 9, ["P8", "Portland"])]


@pytest.mark.parametrize(
    ("beginning", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1,5;2\n", ";"),
        ("a\tb\nx, y\tz\n", "\t"),
        ("sep=;\na,b;c\n", ";"),
        ("one\n", ","),
    ],
)
def test_the_delimiter_is_what_divides_the_rows_alike(beginning: str, delimiter: str) -> None:
    assert delimiter_of(beginning) == delimiter


def test_a_table_without_its_header_says_so() -> None:
    trouble = a_table("a,b\n1,2\n").trouble()
    assert trouble is not None
    assert trouble.trouble is Trouble.NO_COLUMNS
    assert trouble.excerpt == "a,b"


def test_more_columns_than_anybody_means_are_refused() -> None:
    trouble = a_table("Name" + ",x" * COLUMNS + "\n").trouble()
    assert trouble is not None
    assert trouble.trouble is Trouble.TOO_MANY


TEN_MEGABYTES = 10 << 20


@pytest.mark.parametrize(
    "cell",
    [b"x" * TEN_MEGABYTES, b'"' + b"x" * TEN_MEGABYTES + b'"', b'"' + b"line of text\n" * 800_000 + b'"',
     b'"' + b'""' * (TEN_MEGABYTES // 2) + b'"', b"x" * (CELL + 1), b'"' + b"x\n" * CELL + b'"'],
    ids=["plain", "quoted", "of many lines", "of marks", "a little too long", "a little too long, in lines"],
)  # fmt: skip
def test_a_cell_of_ten_megabytes_costs_its_row(cell: bytes) -> None:
    began = process_time()
    rows = list(a_table(b"Name,City\nPriya,Portland\nBomb," + cell + b"\nTom,Salem\n").rows())
    assert process_time() - began < QUICK
    assert [row.cells[0] if row.cells else row.trouble for row in rows] == ["Priya", Trouble.TOO_LARGE, "Tom"]


@pytest.mark.parametrize(
    "line",
    [b'a",b,"c\n', b'"\n', b'x,"\n', b'""",\n', b",\n", b'"a"b\n', b"\0\n", b"\xff\n"],
    ids=repr,
)
def test_a_quarter_megabyte_of_the_same_oddity_is_read_in_time(line: bytes) -> None:
    began = process_time()
    list(a_table(b"Name,City\nPriya,Portland\n" + line * ((1 << 18) // len(line)) + b"Tom,Salem\n").rows())
    assert process_time() - began < QUICK


def test_control_characters_and_broken_bytes_are_named_and_the_row_stays() -> None:
    table = a_table(
        "Name,City\nSøren Øst,Ålesund Ærø åäöø\n".encode()
        + b"Pri\0ya,Portland\nTom,\xc3\x85lesund\nZo\xeb,Orl\xe9ans\nAna,\xed\xa0\x80\n"
    )
    _, *rows = table.rows()
    assert [row.trouble for row in rows] == [
        Trouble.BAD_ENCODING,
        None,
        Trouble.BAD_ENCODING,
        Trouble.BAD_ENCODING,
    ]
    assert rows[2].cells == ["Zoë", "Orléans"]


def test_a_hundred_thousand_rows_take_a_few_seconds() -> None:
    began = process_time()
    count = sum(1 for _ in a_table("Name,City,Note\n" + "Priya Shah,Portland,draws\n" * 100_000).rows())
    assert count == 100_000
    assert process_time() - began < QUICK
