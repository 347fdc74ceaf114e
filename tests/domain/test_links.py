"""What people type for a web address, and what a click must never run."""

import pytest

from rapport.domain.links import web_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("mary.example", "https://mary.example"),
        ("http://mary.example/a?b=c#d", "http://mary.example/a?b=c#d"),
        ("HTTPS://Mary.Example", "HTTPS://Mary.Example"),
        ("mary.example:8080/x", "https://mary.example:8080/x"),
    ],
)
def test_an_address_gets_its_scheme(typed: str, address: str) -> None:
    assert web_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "mary",
        "javascript:alert(1)",
        "javascript://x.y/%0aalert(1)",
        "data://a.b,c",
        "a b.c",
        "http://[",
        "x\t.y",
    ],
)
def test_anything_else_is_none(typed: str) -> None:
    assert web_address(typed) is None
