"""The whole of one owner's facts as one JSON document, and back; nothing derived is in it."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from rapport.domain.challenge.referee import Rule
from rapport.domain.days import is_plausible
from rapport.domain.imports.extras import Extra
from rapport.domain.links import web_address
from rapport.domain.people.people import ContactKind
from rapport.domain.values import dataclass
from rapport.formats.archive_columns import MANY, Column, Columns, Kind
from rapport.formats.archive_schema import OWNER, TABLES
from rapport.formats.archive_versions import ADDED, NEW_KEYS

FORMAT = "rapport-archive"
VERSION = 4
LARGEST_OF_A_RULE = 40_000  # kilometres around the earth; days of a hundred years are fewer

Record = dict[
    str, Any
]  # key → Python value: UUID, date, datetime, time, str, int, float, bool, list, dict or None


class Fault(StrEnum):
    """What is wrong at one place of an archive."""

    NOT_JSON = "not_json"
    NOT_AN_ARCHIVE = "not_an_archive"
    NEWER = "newer"  # written by a later version
    MISSING = "missing"
    UNKNOWN = "unknown"  # a key or code that this version does not have
    WRONG_TYPE = "wrong_type"
    OUT_OF_RANGE = "out_of_range"
    NOWHERE = "nowhere"  # an id that names no row
    TWICE = "twice"  # an id that two rows have


class BadArchive(ValueError):
    """Nothing was read: this place of the document is wrong."""

    def __init__(self, path: str, fault: Fault, line: int | None = None) -> None:
        super().__init__(f"{path}: {fault}")
        self.path = path  # "people[3].city"; empty: the whole
        self.fault = fault
        self.line = line  # where the JSON breaks off


@dataclass(frozen=True, slots=True)
class Archive:
    written_at: datetime
    owner: Record
    tables: dict[str, tuple[Record, ...]]


def dump(archive: Archive) -> str:
    """JSON text in UTF-8, a key a line, in a fixed order."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "written_at": archive.written_at,
        "owner": {key: archive.owner[key] for key in OWNER},
        **{
            table: [{key: row[key] for key in columns} for row in archive.tables.get(table, ())]
            for table, columns in TABLES.items()
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(type(value).__name__)


def load(text: str) -> Archive:
    """Read an archive; raises BadArchive naming the first place that is wrong."""
    document = _document(text)
    document = _brought_up(document)
    known = {"format", "version", "written_at", "owner", *TABLES}
    _same_keys("", document, known)
    tables = {table: _rows(table, document[table], columns) for table, columns in TABLES.items()}
    _check_ids(tables)
    return Archive(
        written_at=_value("written_at", document["written_at"], Column(Kind.MOMENT)),
        owner=_record("owner", document["owner"], OWNER),
        tables=tables,
    )


def _brought_up(document: dict[str, Any]) -> dict[str, Any]:
    """An archive of an earlier version, with what this one has besides."""
    since = range(document["version"] + 1, VERSION + 1)
    for version in since:
        document = {**{table: [] for table in ADDED.get(version, {})}, **document}
        for table, keys in NEW_KEYS.get(version, {}).items():
            given = document.get(table)
            if isinstance(given, dict):
                document[table] = {**keys, **given}
            elif isinstance(given, list):
                document[table] = [{**keys, **row} if isinstance(row, dict) else row for row in given]
    return document


def _document(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise BadArchive("", Fault.NOT_JSON, error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise BadArchive("", Fault.NOT_JSON) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise BadArchive("", Fault.NOT_AN_ARCHIVE)
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise BadArchive("version", Fault.WRONG_TYPE)
    if version > VERSION:
        raise BadArchive("version", Fault.NEWER)
    return document


def _no_constant(name: str) -> float:
    raise ValueError(name)  # NaN and Infinity are no JSON


def _same_keys(path: str, given: Mapping[str, Any], known: set[str]) -> None:
    for key in sorted(known - given.keys()):
        raise BadArchive(f"{path}.{key}".lstrip("."), Fault.MISSING)
    for key in sorted(given.keys() - known):
        raise BadArchive(f"{path}.{key}".lstrip("."), Fault.UNKNOWN)


def _rows(table: str, given: Any, columns: Columns) -> tuple[Record, ...]:
    if not isinstance(given, list):
        raise BadArchive(table, Fault.WRONG_TYPE)
    return tuple(_record(f"{table}[{n}]", row, columns) for n, row in enumerate(given))


def _record(path: str, given: Any, columns: Columns) -> Record:
    if not isinstance(given, dict):
        raise BadArchive(path, Fault.WRONG_TYPE)
    _same_keys(path, given, set(columns))
    record = {key: _value(f"{path}.{key}", given[key], column) for key, column in columns.items()}
    if record.get("kind") == ContactKind.URL and web_address(record["value"]) != record["value"]:
        raise BadArchive(f"{path}.value", Fault.OUT_OF_RANGE)
    return record


def _value(path: str, given: Any, column: Column) -> Any:
    if given is None:
        if column.optional:
            return None
        raise BadArchive(path, Fault.WRONG_TYPE)
    kind = column.kind
    if kind in LISTS:
        if not isinstance(given, list):
            raise BadArchive(path, Fault.WRONG_TYPE)
        inner = Column(LISTS[kind], low=column.low, high=column.high, codes=column.codes)
        return [_item(f"{path}[{n}]", each, kind, inner) for n, each in enumerate(given)]
    if kind in PARSED:
        return _parsed(path, given, kind)
    if type(given) not in TYPES[kind]:
        raise BadArchive(path, Fault.WRONG_TYPE)
    return _within(path, given, column)


def _item(path: str, given: Any, kind: Kind, inner: Column) -> Any:
    if kind is Kind.EXTRA:
        if not isinstance(given, list) or len(given) != len(Extra._fields):
            raise BadArchive(path, Fault.WRONG_TYPE)
        return [_text(path, each) for each in given]
    if kind is Kind.GOALS:
        if not isinstance(given, dict):
            raise BadArchive(path, Fault.WRONG_TYPE)
        _same_keys(path, given, {"way", "count"})
        way = _value(f"{path}.way", given["way"], inner)
        return {
            "way": way,
            "count": _value(f"{path}.count", given["count"], Column(Kind.NUMBER, low=0, high=MANY)),
        }
    value = _value(path, given, inner)
    if kind is Kind.LINKS and web_address(value) != value:
        raise BadArchive(path, Fault.OUT_OF_RANGE)
    return value.isoformat() if kind is Kind.DATES else value  # kept as JSON, as the database keeps it


def _parsed(path: str, given: Any, kind: Kind) -> Any:
    if not isinstance(given, str):
        raise BadArchive(path, Fault.WRONG_TYPE)
    try:
        value = PARSED[kind](given)
    except ValueError as error:
        raise BadArchive(path, Fault.WRONG_TYPE) from error
    if kind is Kind.MOMENT and value.tzinfo is None:
        raise BadArchive(path, Fault.WRONG_TYPE)
    if kind is Kind.DATE and not is_plausible(value):
        raise BadArchive(path, Fault.OUT_OF_RANGE)
    return value


def _within(path: str, given: Any, column: Column) -> Any:
    if column.kind is Kind.RULE:
        return _rule(path, given)
    if column.kind is Kind.SAID:
        return {_text(path, name): _text(f"{path}.{name}", value) for name, value in given.items()}
    if column.kind is Kind.FLAG:
        return given
    if column.codes and given not in column.codes:
        raise BadArchive(path, Fault.UNKNOWN)
    if isinstance(given, str) and any(char == "\0" or "\ud800" <= char <= "\udfff" for char in given):
        raise BadArchive(path, Fault.OUT_OF_RANGE)
    size = len(given) if isinstance(given, str) else given
    low, high = column.low, column.high
    if (low is not None and size < low) or (high is not None and size > high):
        raise BadArchive(path, Fault.OUT_OF_RANGE)
    return given


def _text(path: str, given: Any) -> str:
    """Text that the database takes; an imported property may hold any other character."""
    if not isinstance(given, str):
        raise BadArchive(path, Fault.WRONG_TYPE)
    text: str = _within(path, given, Column(Kind.TEXT))
    return text


def _rule(path: str, given: dict[str, Any]) -> dict[str, Any]:
    """Names and values of domain.challenge.referee.Rule; a name left out takes its default."""
    known = {name: type(value) for name, value in asdict(Rule()).items()}
    for name, value in given.items():
        if name not in known:
            raise BadArchive(f"{path}.{name}", Fault.UNKNOWN)
        if type(value) is not known[name]:
            raise BadArchive(f"{path}.{name}", Fault.WRONG_TYPE)
        if not 0 <= value <= LARGEST_OF_A_RULE:
            raise BadArchive(f"{path}.{name}", Fault.OUT_OF_RANGE)
    return given


LISTS = {
    Kind.TEXTS: Kind.TEXT,
    Kind.LINKS: Kind.TEXT,
    Kind.NUMBERS: Kind.NUMBER,
    Kind.DATES: Kind.DATE,
    Kind.GOALS: Kind.TEXT,
    Kind.EXTRA: Kind.TEXT,
}
PARSED: dict[Kind, Any] = {
    Kind.ID: UUID,
    Kind.DATE: date.fromisoformat,
    Kind.TIME: time.fromisoformat,
    Kind.MOMENT: datetime.fromisoformat,
}
TYPES: dict[Kind, tuple[type, ...]] = {
    Kind.TEXT: (str,),
    Kind.NUMBER: (int,),
    Kind.DECIMAL: (int, float),
    Kind.FLAG: (bool,),
    Kind.RULE: (dict,),
    Kind.SAID: (dict,),
}


def _check_ids(tables: dict[str, tuple[Record, ...]]) -> None:
    """Each id is one row's, and each reference names a row."""
    ids: dict[str, set[UUID | int]] = {}
    for table, rows in tables.items():
        ids[table] = set()
        for n, row in enumerate(rows):
            if row["id"] in ids[table]:
                raise BadArchive(f"{table}[{n}].id", Fault.TWICE)
            ids[table].add(row["id"])
    for table, columns in TABLES.items():
        references = [(key, column.table) for key, column in columns.items() if column.table]
        for n, row in enumerate(tables[table]):
            for key, target in references:
                if row[key] is not None and row[key] not in ids[target]:
                    raise BadArchive(f"{table}[{n}].{key}", Fault.NOWHERE)
