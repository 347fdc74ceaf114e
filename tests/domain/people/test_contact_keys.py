"""However Mary's mailbox, number and page are typed, they are hers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.people.contact_keys import (
    Profile,
    email_key,
    employer_domain,
    is_desk,
    is_household,
    phone_key,
    profile_key,
    url_key,
)


@pytest.mark.parametrize(
    "typed",
    [
        "mary.castellan@gmail.com",
        "Mary.Castellan@GMail.com",
        "marycastellan+news@googlemail.com",
        "mailto:m.a.r.y.castellan@gmail.com",
        "Mary Castellan <mary.castellan@gmail.com>",
    ],
)
def test_gmail_ignores_dots_tags_and_case(typed: str) -> None:
    assert email_key(typed) == "marycastellan@gmail.com"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("mary.castellan@ladies-night.example", "mary.castellan@ladies-night.example"),
        ("mary+news@ladies-night.example", "mary+news@ladies-night.example"),
        ("mary+news@outlook.com", "mary@outlook.com"),
        ("mary@me.com", "mary@icloud.com"),
    ],
)
def test_elsewhere_a_dot_is_a_dot(typed: str, key: str) -> None:
    assert email_key(typed) == key


@pytest.mark.parametrize("typed", ["", "mary", "mary@", "@example.org", "mary@home", "+@gmail.com"])
def test_what_is_no_address_has_no_key(typed: str) -> None:
    assert email_key(typed) is None


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    for address in (text, f"{text}@gmail.com"):
        key = email_key(address)
        assert key is None or email_key(key) == key


@pytest.mark.parametrize(
    "typed",
    ["06 12 34 56 78", "+33 6 12 34 56 78", "0033612345678", "+33 (0)6 12 34 56 78", "tel:+33612345678"],
)
def test_a_french_mobile_is_one_number(typed: str) -> None:
    assert phone_key(typed, "fr") == "+33612345678"


@pytest.mark.parametrize("typed", ["", "12", "call me", "06 12"])
def test_what_is_no_number_has_no_key(typed: str) -> None:
    assert phone_key(typed, "FR") is None


def test_without_a_country_only_whole_numbers_are_read() -> None:
    assert phone_key("06 12 34 56 78") is None
    assert phone_key("+44 20 7946 0958") == "+442079460958"


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.linkedin.com/in/Mary-Castellan/",
        "http://fr.linkedin.com/in/mary-castellan?trk=x",
        "linkedin.com/in/mary-castellan",
        "https://www.linkedin.com/in/mary%2Dcastellan/en",
    ],
)
def test_her_profile_is_one_page(typed: str) -> None:
    assert profile_key(typed) == Profile("linkedin.com", "mary-castellan")


def test_a_company_page_is_no_ones_profile() -> None:
    assert profile_key("https://linkedin.com/company/ladies-night") is None
    assert profile_key("https://notlinkedin.com/in/mary") is None
    assert profile_key("https://x.com/@mary") == profile_key("https://twitter.com/mary")


def test_a_page_is_the_same_with_and_without_its_scheme() -> None:
    assert (
        url_key("HTTPS://www.Mary.example/about/?a=1#b")
        == url_key("mary.example/about")
        == "mary.example/about"
    )
    assert url_key("http://[") is None
    assert url_key("mary") is None


def test_info_belongs_to_a_desk_and_famille_to_a_family() -> None:
    assert is_desk("info@ladies-night.example")
    assert is_desk("customer-service@x.example") is False
    assert is_household("Famille.Roux@gmail.com")
    assert is_household("familleroux@gmail.com")
    assert not is_household("theo.roux@gmail.com")


def test_a_free_mailbox_says_nothing_about_an_employer() -> None:
    assert employer_domain("mary@gmail.com") is None
    assert employer_domain("mary@ladies-night.example") == "ladies-night.example"
