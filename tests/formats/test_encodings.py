"""The encoding of a file is told from its bytes."""

from io import BytesIO

import pytest

from rapport.formats.encodings import encoding_of, opened

TEXT = "Nom;Ville\nChloé Lefèvre;Orléans\nRené Müller;Genève\n“Zoë” – l’œuvre;Málaga\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_the_same_text_is_read_from_every_encoding(encoding: str) -> None:
    text, beginning = opened(BytesIO(TEXT.encode(encoding)))
    assert text.read() == beginning == TEXT


def test_latin_1_is_read_as_the_windows_encoding_that_holds_it() -> None:
    assert encoding_of("Chloé Lefèvre, Orléans".encode("latin-1")) == ("cp1252", 0)


def test_a_few_foreign_lines_do_not_make_utf_8_something_else() -> None:
    assert encoding_of("Søren Åberg, Malmö, Øst\n".encode() + "Zoë\n".encode("cp1252"))[0] == "utf-8"


def test_a_character_cut_by_the_end_of_what_is_looked_at_breaks_nothing() -> None:
    data = b"x" + "é".encode() * 40_000
    text, _ = opened(BytesIO(data))
    assert text.encoding == "utf-8"
    assert text.read() == "x" + "é" * 40_000


def test_half_a_character_of_utf_16_is_marked_as_lost() -> None:
    text, _ = opened(BytesIO("Tom\n".encode("utf-16") + b"\x00"))
    assert text.read() == "Tom\n\ufffd"
