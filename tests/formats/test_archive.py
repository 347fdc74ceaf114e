"""An archive is read as it was written, or refused with the place that is wrong."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.challenge.referee import Rule
from rapport.domain.days import FIRST, LAST
from rapport.formats.archive import VERSION, Archive, BadArchive, Fault, Record, dump, load
from rapport.formats.archive_columns import Column, Columns, Kind
from rapport.formats.archive_schema import OWNER, TABLES
from rapport.formats.archive_versions import ADDED, NEW_KEYS

MARY, FRIDAY = UUID(int=1), UUID(int=2)
WRITTEN_AT = datetime(2019, 3, 30, 12, tzinfo=UTC)

PLAIN: dict[Kind, Any] = {
    Kind.TEXT: "x",
    Kind.DATE: date(2019, 3, 1),
    Kind.TIME: time(18, 30),
    Kind.MOMENT: WRITTEN_AT,
    Kind.DECIMAL: 1.5,
    Kind.FLAG: True,
    Kind.TEXTS: ["x"],
    Kind.LINKS: ["https://example.org"],
    Kind.NUMBERS: [6],
    Kind.DATES: ["2019-03-01"],
    Kind.GOALS: [{"way": "ask", "count": 3}],
    Kind.EXTRA: [["BDAY", "1980-04-01", ""]],
    Kind.SAID: {"city": "Portland"},
    Kind.RULE: {"reach_km": 50, "unknown_place_is_near": False},
}


def a_row(columns: Columns, number: int, **said: Any) -> Record:
    """Plain values; what may be empty is."""
    row = {key: _id(column, number) if key == "id" else _plain(column) for key, column in columns.items()}
    return {**row, **said}


def _id(column: Column, number: int) -> UUID | int:
    return UUID(int=number) if column.kind is Kind.ID else number


def _plain(column: Column) -> Any:
    if column.optional:
        return None
    if column.codes and column.kind is Kind.TEXT:
        return column.codes[0]
    if column.kind is Kind.NUMBER:
        return column.low
    return MARY if column.kind is Kind.ID else PLAIN[column.kind]


def an_archive() -> Archive:
    """One row of each table, about Mary, whom I met at a gathering."""
    ids = {table: _id(columns["id"], n) for n, (table, columns) in enumerate(TABLES.items(), start=1)}
    tables: dict[str, tuple[Record, ...]] = {}
    for number, (table, columns) in enumerate(TABLES.items(), start=1):
        row = a_row(columns, number)
        row |= {key: ids[c.table] for key, c in columns.items() if c.table and not c.optional}
        tables[table] = (row,)
    tables["people"][0]["met_at_id"] = ids["gatherings"]
    tables["people"][0]["binned_at"] = WRITTEN_AT
    return Archive(WRITTEN_AT, a_row(OWNER, 0), tables)


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    document = json.loads(dump(an_archive()))
    change(document)
    return json.dumps(document)


def test_what_was_written_is_read() -> None:
    assert load(dump(an_archive())) == an_archive()


def test_a_second_writing_is_the_same_text() -> None:
    text = dump(an_archive())
    assert dump(load(text)) == text


def test_names_stay_readable_in_the_file() -> None:
    archive = an_archive()
    archive.tables["people"][0]["name"] = "Zoë مريم 🦊"
    assert "Zoë مريم 🦊" in dump(archive)


@pytest.mark.parametrize(
    ("path", "fault", "change"),
    [
        ("", Fault.NOT_AN_ARCHIVE, lambda d: d.update(format="vcard")),
        ("version", Fault.NEWER, lambda d: d.update(version=VERSION + 1)),
        ("version", Fault.WRONG_TYPE, lambda d: d.update(version="1")),
        ("notes", Fault.MISSING, lambda d: d.pop("notes")),
        ("robots", Fault.UNKNOWN, lambda d: d.update(robots=[])),
        ("people", Fault.WRONG_TYPE, lambda d: d.update(people={})),
        ("people[0]", Fault.WRONG_TYPE, lambda d: d.update(people=["Mary"])),
        ("people[0].city", Fault.MISSING, lambda d: d["people"][0].pop("city")),
        ("people[0].age", Fault.UNKNOWN, lambda d: d["people"][0].update(age=40)),
        ("people[0].name", Fault.OUT_OF_RANGE, lambda d: d["people"][0].update(name="")),
        ("people[0].name", Fault.OUT_OF_RANGE, lambda d: d["people"][0].update(name="M" * 201)),
        ("people[0].name", Fault.OUT_OF_RANGE, lambda d: d["people"][0].update(name="Ma\0ry")),
        ("people[0].name", Fault.WRONG_TYPE, lambda d: d["people"][0].update(name=None)),
        ("people[0].reach", Fault.UNKNOWN, lambda d: d["people"][0].update(reach="moon")),
        ("people[0].latitude", Fault.OUT_OF_RANGE, lambda d: d["people"][0].update(latitude=1e300)),
        ("people[0].known_before", Fault.WRONG_TYPE, lambda d: d["people"][0].update(known_before=1)),
        ("people[0].links[0]", Fault.OUT_OF_RANGE, lambda d: d["people"][0].update(links=["javascript:a.b"])),
        ("people[0].links[0]", Fault.WRONG_TYPE, lambda d: d["people"][0].update(links=[None])),
        ("people[0].binned_at", Fault.WRONG_TYPE, lambda d: d["people"][0].update(binned_at="2019-03-01")),
        ("people[0].met_at_id", Fault.NOWHERE, lambda d: d["people"][0].update(met_at_id=str(UUID(int=99)))),
        ("people[1].id", Fault.TWICE, lambda d: d["people"].append(d["people"][0])),
        ("gatherings[0].on", Fault.WRONG_TYPE, lambda d: d["gatherings"][0].update(on="2019-02-30")),
        ("gatherings[0].on", Fault.OUT_OF_RANGE, lambda d: d["gatherings"][0].update(on="0001-01-01")),
        ("interactions[0].minutes", Fault.OUT_OF_RANGE, lambda d: d["interactions"][0].update(minutes=1441)),
        ("interactions[0].minutes", Fault.WRONG_TYPE, lambda d: d["interactions"][0].update(minutes=True)),
        ("checkins[0].energy", Fault.OUT_OF_RANGE, lambda d: d["checkins"][0].update(energy=6)),
        (
            "contact_points[0].value",
            Fault.OUT_OF_RANGE,
            lambda d: d["contact_points"][0].update(kind="url", value="javascript:alert.x"),
        ),
        ("challenges[0].rule.moon", Fault.UNKNOWN, lambda d: d["challenges"][0]["rule"].update(moon=1)),
        (
            "challenges[0].rule.reach_km",
            Fault.OUT_OF_RANGE,
            lambda d: d["challenges"][0]["rule"].update(reach_km=10**9),
        ),
        (
            "challenges[0].action_goals[0].way",
            Fault.UNKNOWN,
            lambda d: d["challenges"][0]["action_goals"][0].update(way="pray"),
        ),
        ("owner.rest_weekdays[0]", Fault.OUT_OF_RANGE, lambda d: d["owner"].update(rest_weekdays=[7])),
        ("written_at", Fault.WRONG_TYPE, lambda d: d.update(written_at="yesterday")),
    ],
)
def test_the_wrong_place_is_named(
    path: str, fault: Fault, change: Callable[[dict[str, Any]], object]
) -> None:
    with pytest.raises(BadArchive) as caught:
        load(changed(change))
    assert (caught.value.path, caught.value.fault) == (path, fault)


@pytest.mark.parametrize("text", ["", "{", "[1, 2", "NaN", "\0", "[" * 100_000, '{"a": ' + "9" * 5000 + "}"])
def test_what_is_no_json_is_said_to_be_none(text: str) -> None:
    with pytest.raises(BadArchive) as caught:
        load(text)
    assert caught.value.fault is Fault.NOT_JSON


@pytest.mark.parametrize("version", [1, 2])
def test_an_archive_of_an_earlier_version_is_read(version: int) -> None:
    def as_it_was(document: dict[str, Any]) -> None:
        document["version"] = version
        for since in range(version + 1, VERSION + 1):
            for table in ADDED[since]:
                del document[table]
            for table, keys in NEW_KEYS.get(since, {}).items():
                for row in [document[table]] if table == "owner" else document[table]:
                    for key in keys:
                        del row[key]

    def as_it_is(document: dict[str, Any]) -> None:
        for keys, row in (
            (NEW_KEYS[3][table], row) for table in NEW_KEYS[3] for row in _rows(document, table)
        ):
            row.update(keys)
        for since in range(version + 1, VERSION + 1):
            document.update({table: [] for table in ADDED[since]})

    assert load(changed(as_it_was)).tables == load(changed(as_it_is)).tables


def _rows(document: dict[str, Any], table: str) -> list[dict[str, Any]]:
    held = document[table]
    return [held] if isinstance(held, dict) else held


def test_a_broken_line_is_numbered() -> None:
    lines = dump(an_archive()).splitlines()
    lines[4] = "oops"
    with pytest.raises(BadArchive) as caught:
        load("\n".join(lines))
    assert caught.value.line == 5


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40)
days = st.dates(FIRST, LAST)


@given(
    name=words, note=words, on=days, rule=st.fixed_dictionaries({}, optional={"reach_km": st.integers(0, 99)})
)
def test_any_text_and_day_make_the_round_trip(name: str, note: str, on: date, rule: dict[str, int]) -> None:
    archive = an_archive()
    archive.tables["people"][0].update(name=name, note=note, aliases=[name, note])
    archive.tables["gatherings"][0].update(on=on)
    archive.tables["challenges"][0].update(rule=rule, rest_dates=[on.isoformat()])
    assert load(dump(archive)) == archive


PATHS = [(table, key) for table, columns in TABLES.items() for key in columns]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(where=st.sampled_from(PATHS), what=ANYTHING)
def test_whatever_stands_at_a_place_is_read_or_refused(where: tuple[str, str], what: Any) -> None:
    table, key = where
    text = changed(lambda document: document[table][0].update({key: what}))
    with suppress(BadArchive):
        assert load(text)


def test_a_rule_may_leave_everything_to_its_default() -> None:
    assert (
        Rule(**load(changed(lambda d: d["challenges"][0].update(rule={}))).tables["challenges"][0]["rule"])
        == Rule()
    )
