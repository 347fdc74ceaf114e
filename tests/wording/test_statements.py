"""What was read, as chips."""

from datetime import date

import pytest

from rapport.domain.quicklog.quicklog import Name, Statement
from rapport.formats.quicklog import read
from rapport.wording import statements
from rapport.wording.statements import chips, statement_chips

FRIDAY = date(2019, 3, 15)


def said(line: str) -> list[str]:
    return [chip.text for group in chips(read(line, FRIDAY), FRIDAY) for chip in group]


def test_the_line_of_the_plan() -> None:
    assert said(
        "coffee with Mary and @Priya Shah at Ladies' Night yesterday 45min, intro by Jess,"
        " follow up tuesday #vr"
    ) == [
        "How: in person",
        "With: Mary, Priya Shah",
        "Where: Ladies' Night",
        "How long: 45 min",
        "Introduced by: Jess",
        "When: yesterday (Thursday 14 March)",
        "Follow up: Tuesday 19 March",
        "With: Mary, Priya Shah",
        "Tags: #vr",
    ]


@pytest.mark.parametrize(
    ("line", "chip"),
    [
        ("e-mailed Ana", "How: e-mail, from you"),
        ("Tom replied", "How: e-mail, from them"),
        ("phone call with Tom 1h30", "How long: 1 h 30"),
        ("phone call with Tom 2h", "How long: 2 h"),
        ("met Ana and Tom and 12 hellos", "And: 12 hellos"),
        ("met Ana, Tom and Sue, memorable: Ana, Tom", "To remember: Ana, Tom"),
        ("met Ruby, not memorable", "A hello: Ruby"),
        ("lunch with Nora, hadn't spoken since 2016", "Before: you had lost touch"),
        ("asked Tom for an intro to a VR studio", "Asked: Tom"),
        ("Tom knows no one", "They said: knows no one"),
        ("pitched Acme (scary 4, expecting no answer)", "Scary: 4 of 5"),
        ("pitched Acme (scary 4, expecting no answer)", "You expect: no answer"),
        ("Acme: call booked friday", "Stage: call booked"),
        ("promised Ana the contract template", "Promised to: Ana"),
        ("Tom promised me a logo", "Promised by: Tom"),
        ("helped Priya Shah with a headline", "You helped: Priya Shah"),
        ("Mary needs a copywriter", "Looking for: a copywriter"),
        ("energy 2", "Energy: 2 of 5"),
        (
            "opportunity at Ladies' Night: writing for virtual worlds",
            "Opportunity: writing for virtual worlds",
        ),
        ("Karen Holt is a close friend", "Who is: someone close"),
        ("Dan lives in Chicago", "City: Chicago"),
        ("a quiet Sunday with the dog", "Note: a quiet Sunday with the dog"),
    ],
)
def test_every_kind_of_statement_has_its_chips(line: str, chip: str) -> None:
    assert chip in said(line)


def test_every_statement_of_the_grammar_has_chips() -> None:
    assert set(statements._SAY) == set(Statement.__args__)


def test_a_day_is_told_once_and_again_when_it_changes() -> None:
    lines = said("coffee with Mary on 12 March, lunch with Tom on 13 March")
    assert [line for line in lines if line.startswith("When")] == [
        "When: Tuesday 12 March",
        "When: Wednesday 13 March",
    ]


def test_names_are_shown_as_the_door_knows_them() -> None:
    def show(name: Name) -> str:
        return f"{name.text} Castellan"

    reading = read("coffee with Mary", FRIDAY)
    assert "With: Mary Castellan" in [chip.text for chip in chips(reading, FRIDAY, show)[0]]
    assert statement_chips(reading.statements[0], FRIDAY)[-1].field == "on"
