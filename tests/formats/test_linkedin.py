"""LinkedIn's export is read as LinkedIn writes it: preamble, months, zip; what people wrote stays unread."""

import zipfile
from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from rapport.domain.imports.imports import (
    IncomingPerson,
    IncomingSelf,
    IncomingTrace,
    Party,
    Quarantined,
    TraceKind,
    Trouble,
    Where,
)
from rapport.formats.linkedin import is_entry, read
from tests.formats.samples import SAMPLES, names, one, people, sample, troubles

KAREN = Party("https://www.linkedin.com/in/karen-holt", "Karen Holt")
PRIYA = Party("https://www.linkedin.com/in/priya-shah", "Priya Shah")


def test_connections_stand_below_a_preamble_of_notes() -> None:
    priya, tom = people(read(sample("linkedin/preamble_of_notes.csv")))
    assert (priya.name, priya.organisation, priya.role) == ("Priya Shah", "Studio Shah", "Illustrator")
    assert (priya.key, priya.links) == (PRIYA.address, ("https://www.linkedin.com/in/Priya-Shah",))
    assert [point.value for point in priya.points] == ["priya@shah.example"]
    assert (priya.where.line, priya.since, tom.since) == (6, date(2026, 3, 5), date(2025, 12, 14))


@pytest.mark.parametrize("name", ["no_preamble_byte_order_mark", "no_url_column_before_2021"])
def test_connections_of_other_years_are_read_too(name: str) -> None:
    assert one(read(sample(f"linkedin/{name}.csv"))).name == "Priya Shah"


def test_chloe_is_known_since_fevrier() -> None:
    chloe, jess, ana = people(read(sample("linkedin/french_months.csv")))
    assert (chloe.since, jess.since, ana.since) == (date(2026, 2, 5), date(2024, 8, 1), date(2026, 3, 15))
    assert one(read(sample("linkedin/french_columns.csv"))).role == "Directrice"


def test_members_who_left_are_nobody_and_cost_nobody() -> None:
    items = list(read(sample("linkedin/members_who_left_are_blank_rows.csv")))
    assert (names(items), troubles(items)) == (["Priya Shah", "Tom Reed"], [])


def test_a_company_is_called_what_it_is_called() -> None:
    dan = one(read(sample("linkedin/company_with_comma_and_entity.csv")))
    assert (dan.organisation, dan.role) == ("Holt, Reed & Partners", "Partner, Chicago")


def test_a_name_may_have_a_duck_and_a_line_end() -> None:
    nora, tom = people(read(sample("linkedin/name_with_emoji_and_newline.csv")))
    assert (nora.name, tom.where.line) == ("Nora 🦆 Lindqvist", 4)


def test_a_date_that_is_none_is_named_and_kept_and_ruby_comes_in() -> None:
    items = list(read(sample("linkedin/date_nobody_knows.csv")))
    ruby = people(items)[0]
    assert (ruby.since, ruby.extra[0].value) == (None, "31 Feb 2026")
    assert isinstance(items[1], Quarantined)
    assert (items[1].trouble, items[1].is_part, items[1].where) == (Trouble.BAD_DATE, True, Where(1, 2))


def test_a_file_cut_off_costs_its_last_row() -> None:
    items = list(read(sample("linkedin/cut_off_in_a_quote.csv")))
    assert (names(items), troubles(items)) == (["Priya Shah", "Tom Reed"], [Trouble.BAD_ROW])


def test_one_line_in_another_encoding_is_read_all_the_same() -> None:
    assert names(read(sample("linkedin/mojibake_line.csv"))) == ["Priya Shah", "Chloé Lefèvre", "Søren Åberg"]


def test_messages_are_traces_between_profiles() -> None:
    first, second, group, shop = [
        item for item in read(sample("linkedin/messages.csv")) if isinstance(item, IncomingTrace)
    ]
    assert (first.sender, first.parties, first.kind) == (KAREN, (PRIYA,), TraceKind.MAIL)
    assert first.at == datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
    assert (second.sender, second.where.line) == (PRIYA, 4)
    assert [party.name for party in group.parties] == ["Karen Holt", "Jess Moran"]
    assert (group.is_bulk, shop.is_bulk) == (False, True)


def test_what_was_said_is_in_no_value() -> None:
    for path in sorted((SAMPLES / "linkedin").iterdir()):
        assert "SECRET" not in repr(list(read(BytesIO(path.read_bytes())))), path.name


def test_who_is_on_every_message_is_whose_export_it_is() -> None:
    *_, me = read(sample("linkedin/messages.csv"))
    assert isinstance(me, IncomingSelf)
    assert me.addresses == (KAREN.address,)


def test_a_member_who_left_has_written_but_is_nobody() -> None:
    trace, refused = read(sample("linkedin/messages_a_member_who_left.csv"))
    assert isinstance(trace, IncomingTrace)
    assert (trace.sender, trace.is_bulk) == (None, True)
    assert isinstance(refused, Quarantined)
    assert refused.trouble is Trouble.NO_NAME


def test_invitations_tell_both_sides_and_who_is_who() -> None:
    sent, received, me = read(sample("linkedin/invitations.csv"))
    assert isinstance(sent, IncomingTrace)
    assert isinstance(received, IncomingTrace)
    assert (sent.sender, received.parties) == (KAREN, (KAREN,))
    assert received.at == datetime(2026, 3, 14, 16, 5, tzinfo=UTC)
    assert isinstance(me, IncomingSelf)
    assert me.addresses == (KAREN.address,)


def test_the_basic_zip_is_read_by_its_tables() -> None:
    assert names(read(sample("linkedin/basic.zip"))) == ["Priya Shah", "Tom Reed"]


def test_the_complete_zip_is_read_wherever_its_tables_lie() -> None:
    items = list(read(sample("linkedin/complete_in_a_folder.zip")))
    selves = [item for item in items if isinstance(item, IncomingSelf)]
    assert (selves[0].name, selves[-1].addresses) == (
        "Karen Holt",
        ("karen@holt.example", "old@holt.example", KAREN.address),
    )
    assert names(items) == ["Priya Shah", "Tom Reed"]
    assert people(items)[0].where == Where(3, 6, "Connections.csv")
    assert [item.where.record for item in items if not isinstance(item, IncomingSelf)] == list(range(1, 9))


@pytest.mark.parametrize("start", range(10))
def test_reading_goes_on_after_any_record(start: int) -> None:
    whole = [
        item
        for item in read(sample("linkedin/complete_in_a_folder.zip"))
        if not isinstance(item, IncomingSelf)
    ]
    rest = [
        item
        for item in read(sample("linkedin/complete_in_a_folder.zip"), start=start)
        if not isinstance(item, IncomingSelf)
    ]
    assert rest == [item for item in whole if item.where.record > start]


def test_a_zip_without_its_tables_says_what_was_expected() -> None:
    (refused,) = read(sample("zip/two_plain_files.zip"))
    assert isinstance(refused, Quarantined)
    assert (refused.trouble, refused.expected) == (Trouble.NOT_UNDERSTOOD, "Connections.csv")


def test_a_table_that_breaks_off_in_the_zip_keeps_the_others() -> None:
    data = BytesIO()
    rows = "".join(f"P{n},Shah,https://www.linkedin.com/in/p{n * 7919},,,,05 Mar 2026\n" for n in range(9000))
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "Connections.csv", "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + rows
        )
        archive.writestr("Profile.csv", "First Name,Last Name,Headline\nKaren,Holt,x\n")
    broken = bytearray(data.getvalue())
    broken[len(broken) // 2 : len(broken) // 2 + 8] = b"\xff" * 8
    items = list(read(BytesIO(bytes(broken))))
    assert isinstance(items[0], IncomingSelf)
    assert Trouble.NOT_UNDERSTOOD in troubles(items)
    assert any(isinstance(item, IncomingPerson) for item in items)


def test_only_the_tables_it_reads_are_its_entries() -> None:
    assert is_entry("Complete/messages.csv")
    assert is_entry("a\\Email Addresses.csv")
    assert not is_entry("Ad_Targeting.csv")
