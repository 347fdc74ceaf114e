"""The headers that say who wrote to whom are found however they are written, and told apart by order."""

from random import Random

import pytest

from rapport.formats.mail_fields import ABSENT, FIELDS, NOTHING, is_automatic, joined, layout

NAMES = (
    b"From", b"To", b"Cc", b"Date", b"Message-ID", b"In-Reply-To", b"References", b"List-Id",
    b"List-Unsubscribe", b"List-Post", b"Precedence", b"Auto-Submitted", b"X-Gmail-Labels",
    b"Delivered-To", b"X-Original-To",
)  # fmt: skip


def found(block: bytes) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in FIELDS.findall(b"\n" + block)]


@pytest.mark.parametrize("name", NAMES)
def test_each_is_found_in_any_spelling(name: bytes) -> None:
    rng = Random(3)
    spellings = {name, name.lower(), name.upper()}
    spellings |= {bytes(rng.choice((c, c ^ 32)) if chr(c).isalpha() else c for c in name) for _ in range(40)}
    for spelled in spellings:
        for gap in (b"", b" ", b"\t", b" \t "):
            assert found(b"Subject: no\n" + spelled + gap + b": a\n\tb\nX: c\n") == [(spelled, b" a\n\tb")]


def test_what_only_looks_like_one_is_passed_over() -> None:
    block = (
        b"Fromage: a\nX-From: b\nTone: c\nCcc: d\nDated: e\nSubject: x\n To: f\nReceived: g\n\tDate: h\n"
        b"Resent-To: i\nReply-To: j\nTo j: k\nto"
    )
    assert found(block) == []


def test_of_what_karen_wrote_twice_the_first_counts_and_all_receivers_do() -> None:
    names, values = zip(
        *found(b"TO: a\nFrom: k\nto: b\nFrom: l\nCc: c\nTo: d\nCC: e\n"), NOTHING, strict=True
    )
    which = layout(names)
    told = joined(values, which.more)
    assert (told[which.to], told[which.sender], told[which.cc]) == (b" a, b, d", b" k", b" c, e")
    assert values[which.date] == b""
    assert which.date == ABSENT


def test_delivered_to_goes_before_the_name_that_postfix_gives_it() -> None:
    assert layout((b"X-Original-To", b"Delivered-To", b"")).delivered == 1
    assert layout((b"X-Original-To", b"")).delivered == 0


@pytest.mark.parametrize(
    ("block", "is_one"),
    [
        (b"Precedence: bulk\n", True),
        (b"Precedence: first-class\nAuto-Submitted: auto-replied\n", True),
        (b"Auto-Submitted: no\n", False),
        (b"Precedence: special\n", False),
    ],
)
def test_an_automatic_answer_is_no_letter(block: bytes, is_one: bool) -> None:
    names, values = zip(*found(block), NOTHING, strict=True)
    which = layout(names)
    assert is_automatic(values, which.precedence, which.automatic) is is_one
    assert not which.is_list
    assert layout((b"list-POST", b"")).is_list
