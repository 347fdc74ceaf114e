"""What stands in a cell is tidied, and read the way people write days and addresses."""

from datetime import UTC, date, datetime

import pytest

from rapport.formats.cells import (
    a_day,
    a_moment,
    day_is_unclear,
    excerpt,
    link,
    listed,
    mail_address,
    one_line,
    tidy,
)


@pytest.mark.parametrize(
    "text",
    ["2026-03-05", "2026-03-05T09:30:00Z", "05 Mar 2026", "5 mars 2026", "March 5, 2026", "5th March 2026",
     "5. März 2026", "5 de marzo de 2026", "05/03/2026", "5.3.26", "05-Mar-2026"],
)  # fmt: skip
def test_the_fifth_of_march_is_read_however_it_is_written(text: str) -> None:
    assert a_day(text) == date(2026, 3, 5)


@pytest.mark.parametrize("text", ["", "soon", "31 Feb 2026", "0/0/00", "5 Brumaire 2026", "1 Mar 1066"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert a_day(text) is None


@pytest.mark.parametrize(
    ("text", "on"),
    [("05 févr. 2026", date(2026, 2, 5)), ("1 août 2024", date(2024, 8, 1)),
     ("3 déc. 2019", date(2019, 12, 3)),
     ("1er juil. 2020", date(2020, 7, 1)), ("14 sept. 2021", date(2021, 9, 14))],
)  # fmt: skip
def test_french_months_are_known_short_and_long(text: str, on: date) -> None:
    assert a_day(text) == on


def test_an_american_table_puts_the_month_first_unless_it_cannot() -> None:
    assert a_day("3/5/26", month_first=True) == date(2026, 3, 5)
    assert a_day("25/3/26", month_first=True) == date(2026, 3, 25)


def test_only_a_date_that_reads_two_ways_is_unclear() -> None:
    assert day_is_unclear("05/03/2026")
    assert not any(map(day_is_unclear, ["25/03/2026", "03/03/2026", "2026-03-05", "5.3.2026", "soon"]))


def test_a_moment_is_in_utc_with_or_without_saying_so() -> None:
    assert a_moment("2026-03-05 09:30:00 UTC") == datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
    assert a_moment("3/5/26, 4:05\u202fPM", month_first=True) == datetime(2026, 3, 5, 16, 5, tzinfo=UTC)
    assert a_moment("12:15 AM") is None
    assert a_moment("2026-03-05 25:61") is None


def test_text_is_composed_trimmed_and_free_of_control_characters() -> None:
    assert (
        tidy(" Chloe\u0301\x00 \x1b[1mLefe\u0300vre\r\nLyon\x0bFrance\ud800 ")
        == "Chloé [1mLefèvre\nLyon\nFrance"
    )
    assert one_line("Priya\n  Shah\t") == "Priya Shah"


def test_joiners_marks_of_direction_and_ducks_stay() -> None:
    assert tidy("\u202eanA\u202c 👩\u200d👧 🦆") == "\u202eanA\u202c 👩\u200d👧 🦆"


def test_an_excerpt_is_short_and_fit_to_show() -> None:
    assert len(excerpt("x" * 500)) == 80
    assert excerpt("Tom\0\n Reed") == "Tom Reed"


def test_the_one_address_in_a_cell_is_found() -> None:
    assert mail_address("Tom Reed <tom@reed.example>") == "tom@reed.example"
    assert mail_address("mailto:tom@reed.example") == "tom@reed.example"
    assert mail_address("tom@reed.example, ana@silva.example") is None
    assert mail_address("@tom") is None


def test_only_web_addresses_are_links() -> None:
    assert link("shah.example") == "https://shah.example"
    assert link("javascript:alert(1)") is None
    assert link("tom@reed.example") is None


def test_a_list_is_cut_at_any_of_its_separators() -> None:
    assert listed("Friday; ink,, duck ") == ["Friday", "ink", "duck"]
