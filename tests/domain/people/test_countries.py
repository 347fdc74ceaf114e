"""Countries as people and files name them."""

import pytest

from rapport.domain.people.countries import country_code, country_name, names


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Germany", "DE"), ("Allemagne", "DE"), ("deutschland", "DE"), ("DE", "DE"), ("U.S.A.", "US"),
        ("United States of America", "US"), ("england", "GB"), ("Österreich", "AT"), ("中国", "CN"),
        (" Suisse ", "CH"),
        ("Atlantis", ""), ("", ""), ("x" * 100_000, ""),
    ],
)  # fmt: skip
def test_a_country_is_known_by_any_of_its_names(said: str, code: str) -> None:
    assert country_code(said) == code


def test_every_country_is_found_by_the_names_it_is_given() -> None:
    for code, english, french in names():
        assert country_code(english) == country_code(french) == country_code(code) == code
        assert country_name(code) == english
