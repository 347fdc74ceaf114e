"""Any table of people, by saying what each column is; a first guess from its header and its first rows."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO, NamedTuple

from rapport.domain.imports.imports import Incoming, Quarantined, Source, Trouble
from rapport.domain.people.people import ContactKind
from rapport.domain.text import fold
from rapport.formats import contacts_csv
from rapport.formats.any_csv_columns import SYNONYMS, Field
from rapport.formats.cells import a_day, day_is_unclear, excerpt, link, listed, mail_address, one_line
from rapport.formats.someone import Someone, full_name
from rapport.formats.tables import Row, Table, damaged, lost

SAMPLE = 20  # rows that a guess looks at

_NAMES = frozenset({Field.NAME, Field.FIRST, Field.LAST, Field.ALIAS, Field.EMAIL})
_ASIDE = re.compile(
    r"\s*[(\[].*[)\]]\s*|\s*[#-]?\s*\d+\s*$|\s*[:*]\s*$"
)  # "Phone (work)", "Email 2", "Name *"
_WORDS = {
    "email": Field.EMAIL, "e-mail": Field.EMAIL, "courriel": Field.EMAIL, "mail": Field.EMAIL,
    "phone": Field.PHONE, "telephone": Field.PHONE, "tel": Field.PHONE, "mobile": Field.PHONE,
    "linkedin": Field.LINK, "url": Field.LINK, "telefon": Field.PHONE, "telefono": Field.PHONE,
}  # fmt: skip
_PHONE = re.compile(r"\+\d[\d ().-]{6,20}")
_PLAIN = frozenset({"email", "e-mail", "phone", "telephone", "mail", "courriel", "tel", "phone number"})


class Mapping(NamedTuple):
    """What each column is, in the order of the header; None: kept as it stands."""

    columns: tuple[Field | None, ...]

    @property
    def is_enough(self) -> bool:
        """Whether a person can be told by it: a name or an address."""
        return bool(_NAMES.intersection(self.columns)) or Field.PHONE in self.columns


class Look(NamedTuple):
    """A table at a glance: what its columns are called, how its first rows read, and what they may be."""

    header: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    mapping: Mapping


def look(data: BinaryIO) -> Look:
    """The beginning of a table, for naming its columns. A table without a header has none here either."""
    table = _opened(data)
    sample = [row.cells for row in islice(table.rows(), SAMPLE) if row.cells]
    shown = tuple(tuple(excerpt(cell) for cell in cells) for cells in sample)
    return Look(tuple(table.header), shown, guess(table.header, sample))


def guess(header: Sequence[str], sample: Sequence[Sequence[str]] = ()) -> Mapping:
    """What the columns of a table may be, by their names, else by what stands in them."""
    columns = [
        _by_name(title) or _by_look([row[place] for row in sample]) for place, title in enumerate(header)
    ]
    titles = [fold(one_line(title)) for title in header]
    if Field.FIRST in columns and Field.LAST not in columns:
        _give_last(columns, titles, sample)
    return Mapping(tuple(columns))


def _give_last(columns: list[Field | None], titles: list[str], sample: Sequence[Sequence[str]]) -> None:
    """Beside a first name, "Nom" is the last one, unless it says the first one too."""
    first = columns.index(Field.FIRST)
    if titles[first] == "nombre":  # alone, it is the whole name
        columns[first] = Field.NAME
        return
    for place, title in enumerate(titles):
        if title in {"nom", "name"} and not any(row[first] and row[first] in row[place] for row in sample):
            columns[place] = Field.LAST
            return


def _by_name(title: str) -> Field | None:
    said = fold(one_line(title)).replace("_", " ")
    for spelling in (said, _ASIDE.sub("", said).strip(), said.replace("-", " ")):
        if spelling in SYNONYMS:
            return SYNONYMS[spelling]
    for word in said.replace("(", " ").replace(")", " ").replace(".", " ").split():
        if word in _WORDS:
            return _WORDS[word]
    return None


def _by_look(cells: Sequence[str]) -> Field | None:
    """What a column without a telling name holds, if nearly all of its cells hold the same."""
    said = [cell.strip() for cell in cells if cell.strip()]
    if not said:
        return None
    tests: tuple[tuple[Field, Callable[[str], object]], ...] = (
        (Field.EMAIL, mail_address),
        (Field.LINK, lambda cell: cell.startswith(("http://", "https://"))),
        (Field.PHONE, _PHONE.fullmatch),
    )
    for field, test in tests:
        if sum(bool(test(cell)) for cell in said) >= 0.8 * len(said):
            return field
    return None


def is_header(cells: Sequence[str]) -> bool:
    """Whether these cells name columns, a person's name or address among them."""
    said = [cell for cell in cells if cell.strip()]
    if any(mail_address(cell) for cell in said) or (len(said) < 2 and len(cells) > 1):
        return False
    return contacts_csv.is_header(cells) or guess(cells).is_enough


def read(data: BinaryIO, mapping: Mapping | None = None, *, start: int = 0) -> Iterator[Incoming]:
    """The people of a table, after the first `start` records; without a mapping, by the first guess."""
    table = _opened(data)
    if trouble := table.trouble():
        yield trouble
        return
    if contacts_csv.is_header(table.header):
        yield from contacts_csv.people(table, start)
        return
    rows = table.rows(start)
    if mapping is None:
        first = list(islice(rows, SAMPLE))
        mapping = guess(table.header, [row.cells for row in first if row.cells])
        rows = (row for part in (first, rows) for row in part)
    if not mapping.is_enough:
        yield Quarantined(table.where(), Trouble.NO_COLUMNS, excerpt(table.delimiter.join(table.header)))
        return
    columns = (*mapping.columns, *[None] * len(table.header))[: len(table.header)]
    for row in rows:
        if not row.cells:
            yield lost(row)
            continue
        yield from _person(row, columns, table.header)
        if row.trouble:
            yield damaged(row)


def _opened(data: BinaryIO) -> Table:
    """The table below the first row that names columns; failing that, below its first row."""
    table = Table(data, is_header)
    if table.header or not data.seekable():
        return table
    data.seek(0)
    return Table(data, _may_be_header)


def _may_be_header(cells: Sequence[str]) -> bool:
    said = [cell for cell in cells if cell.strip()]
    return bool(said) and len(said) >= min(2, len(cells)) and not any(mail_address(cell) for cell in said)


def _person(row: Row, columns: Sequence[Field | None], header: Sequence[str]) -> Iterator[Incoming]:
    someone = Someone()
    names: dict[Field, str] = {}
    since, since_title, city, country = "", "", "", ("", "")
    for cell, field, title in zip(row.cells, columns, header, strict=True):
        if not cell:
            continue
        if field in {Field.NAME, Field.FIRST, Field.MIDDLE, Field.LAST} and field not in names:
            names[field] = cell
        elif field is Field.SINCE and not since:
            since, since_title = cell.strip(), title
        elif field is Field.CITY and not city:
            city = cell
        elif field is Field.COUNTRY and not country[0]:
            country = (cell, title)
        else:
            _field(someone, field, cell, title)
    someone.name = names.get(Field.NAME, "") or full_name(
        *(names.get(part, "") for part in (Field.FIRST, Field.MIDDLE, Field.LAST))
    )
    someone.place(city, *country)
    day = None if not since or day_is_unclear(since) else a_day(since)
    if since and day is None:
        someone.keep(since_title, since)
    found = someone.finished(row.where, Source.CSV, since=day)
    yield found
    if since and day is None and not isinstance(found, Quarantined):
        yield Quarantined(row.where, Trouble.BAD_DATE, excerpt(since), expected="2026-03-05", is_part=True)


def _field(someone: Someone, field: Field | None, cell: str, title: str) -> None:
    label = "" if fold(title) in _PLAIN else title
    if field is Field.EMAIL:
        for part in listed(cell, ",;\n"):
            someone.mail(part, label)
    elif field is Field.PHONE:
        for part in listed(cell, ";\n"):
            someone.phone(part, label)
    elif field is Field.OTHER:
        someone.point(ContactKind.OTHER, cell, title)
    elif field is Field.LINK and link(one_line(cell)):
        someone.page(cell, title)
    elif field is Field.ORGANISATION and not someone.organisation:
        someone.organisation = one_line(cell)
    elif field is Field.ROLE and not someone.role:
        someone.role = one_line(cell)
    elif field is Field.ALIAS:
        someone.alias(cell)
    elif field is Field.NOTE:
        someone.remark(cell)
    elif field is Field.TAGS:
        someone.tags.extend(listed(cell, ",;\n"))
    elif field is Field.KEY and not someone.key:
        someone.key = one_line(cell)
    else:
        someone.keep(title, cell)
