"""Any table of people is read by what its columns are called, or by what somebody says they are."""

from datetime import date
from io import BytesIO

import pytest

from rapport.domain.imports.imports import Quarantined, Trouble
from rapport.formats.any_csv import Mapping, guess, look, read
from rapport.formats.any_csv_columns import Field
from tests.formats.samples import names, one, people, sample, troubles


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Name,E-mail,Company,City,Phone,Notes,Tags", "name email organisation city phone note tags"),
        (
            "Nom,Prénom,Courriel,Société,Ville,Téléphone,Étiquettes",
            "last first email organisation city phone tags",
        ),
        ("Nom,Adresse e-mail,Entreprise,Remarques", "name email organisation note"),
        ("first_name,last_name,email_2,Tél. portable,Pays", "first last email phone country"),
        ("Vorname,Nachname,Firma,Telefon (privat),Stadt", "first last organisation phone city"),
        ("Nombre,Apellidos,Correo electrónico,Ciudad", "first last email city"),
        ("Nombre,Correo", "name email"),
        ("Full name,LinkedIn profile,Job title,Favourite cake", "name link role -"),
    ],
)
def test_columns_are_known_by_their_names(header: str, columns: str) -> None:
    assert [field or "-" for field in guess(header.split(",")).columns] == columns.split()


def test_columns_without_telling_names_are_known_by_what_they_hold() -> None:
    found = look(sample("csv/columns_without_names.csv"))
    assert found.header == ("x", "y", "z")
    assert found.mapping == Mapping((Field.EMAIL, Field.LINK, None))
    assert found.sample[0] == ("ana@silva.example", "https://silva.example", "7")


def test_a_whole_name_beside_a_first_name_stays_whole() -> None:
    assert guess(["Nom", "Prénom"], [["Chloé Lefèvre", "Chloé"]]).columns[0] is Field.NAME


def test_a_table_from_france_is_read_at_once() -> None:
    chloe = one(read(sample("csv/french_semicolons_windows_1252.csv")))
    assert (chloe.name, chloe.organisation, chloe.city) == ("Chloé Lefèvre", "Élan", "Lyon")
    assert (chloe.tags, chloe.since) == (("chorale", "œuvre"), date(2024, 9, 1))
    assert chloe.extra == (("Couleur préférée", "bleu", ""),)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("tabs_utf_16.txt", ["Søren Åberg"]),
        ("sep_line_of_excel.csv", ["Priya Shah"]),
        ("title_above_the_header.csv", ["Nora Lindqvist"]),
        ("unclosed_quote.csv", ["Priya Shah", "Ana Silva", "Mae Sutter"]),
        ("old_mac_line_ends.csv", ["René", "Zoë"]),
        ("nul_and_controls.csv", ["Priya Shah", "Tom Reed"]),
        ("half_a_character.csv", ["Søren Åberg Øst", "Zoí € X", "Tom Reed"]),
        ("one_column_of_addresses.csv", ["ana@silva.example", "Tom Reed"]),
        ("rows_of_every_length.csv", ["Priya Shah", "Ana Silva"]),
    ],
)
def test_oddities_cost_nobody_but_themselves(name: str, called: list[str]) -> None:
    assert names(read(sample(f"csv/{name}"))) == called


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("nul_and_controls.csv", Trouble.BAD_ENCODING),
        ("half_a_character.csv", Trouble.BAD_ENCODING),
        ("unclosed_quote.csv", Trouble.BAD_ROW),
        ("no_names_at_all.csv", Trouble.NO_COLUMNS),
        ("addresses_without_a_header.csv", Trouble.NO_COLUMNS),
        ("empty_file.csv", Trouble.NO_COLUMNS),
        ("day_or_month_first.csv", Trouble.BAD_DATE),
    ],
)
def test_what_was_left_out_has_its_reason(name: str, trouble: Trouble) -> None:
    assert troubles(read(sample(f"csv/{name}"))) == [trouble]


def test_a_date_that_reads_two_ways_is_kept_but_not_believed() -> None:
    items = list(read(sample("csv/day_or_month_first.csv")))
    priya, tom, ana = people(items)
    assert (priya.since, tom.since, ana.since) == (None, date(2026, 3, 25), date(2026, 3, 5))
    assert priya.extra == (("Met on", "05/03/2026", ""),)


def test_direction_and_joiners_stay_in_the_text() -> None:
    ana = one(read(sample("csv/bidi_and_joiners.csv")))
    assert (ana.name, ana.note) == ("\u202eanA\u202c Silva", "family 👩\u200d👧 and éclair")


def test_somebody_may_say_what_the_columns_are() -> None:
    mapping = Mapping((Field.ROLE, Field.NAME))
    found = people(read(sample("csv/no_names_at_all.csv"), mapping))
    assert [(person.name, person.role) for person in found] == [("2", "1"), ("4", "3")]


def test_a_mapping_that_names_nobody_is_refused() -> None:
    (refused,) = read(sample("csv/no_names_at_all.csv"), Mapping((Field.NOTE, None)))
    assert isinstance(refused, Quarantined)
    assert (refused.trouble, refused.excerpt) == (Trouble.NO_COLUMNS, "a,b")


def test_several_addresses_in_a_cell_are_several() -> None:
    tom = one(read(BytesIO(b"Name,Emails\nTom,tom@reed.example; Tom R <t@work.example>\n")))
    assert [point.value for point in tom.points] == ["tom@reed.example", "t@work.example"]


def test_reading_goes_on_where_it_was_left() -> None:
    assert names(read(sample("csv/unclosed_quote.csv"), start=2)) == ["Ana Silva", "Mae Sutter"]
