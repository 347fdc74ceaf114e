"""The cast comes in twice: who is one person, and who must never become one."""

from typing import Any

import pytest

from rapport.domain.duplicates.bulk import CAUTIOUS
from rapport.domain.duplicates.finding import find
from rapport.domain.duplicates.values import Agreement, Candidates, Field, Group, Record

OTHERS = [  # enough strangers for a small book
    Record(f"other-{n}", (name,), phones=(f"+1503555{1000 + n}",), city="Portland")
    for n, name in enumerate(
        ["Jess Moran", "Dan Okafor", "Nora Lindqvist", "Priya Shah", "Alma Reyes", "Teo Brandt", "Mae Sutter",
         "Ruby Castile", "Ana Silva", "Tom Reed", "Ines Duarte", "Omar Feld"]
    )
]  # fmt: skip


def look(*records: Record, **how: Any) -> Candidates:
    return find([*records, *OTHERS], country="US", **how)


def together(found: Candidates) -> list[tuple[Any, ...]]:
    return [group.ids for group in found.groups]


KAREN = Record(
    "a", ("Karen Holt",), ("karen.holt@gmail.com",), ("(503) 555-0123",), organisation="Freelance Friday"
)


@pytest.mark.parametrize(
    "again",
    [
        Record("b", ("Holt, Karen",), ("KarenHolt+list@googlemail.com",)),
        Record("b", ("Karen H.",), phones=("+1 503 555 0123",)),
        Record("b", ("Kaz Holt",), phones=("+1 503 555 0123",)),
        Record("b", ("Karen Brandt",), ("karen.holt@gmail.com",)),
        Record("b", (), ("karen.holt@gmail.com",)),
        Record("b", ("Karen Holt",), organisation="FREELANCE FRIDAY Ltd"),
    ],
    ids=["other order", "initial", "nickname", "married", "no name", "same firm"],
)
def test_karen_is_found_again_in_a_book_of_a_dozen(again: Record) -> None:
    assert together(look(KAREN, again)) == [("a", "b")]


def test_a_candidate_says_why() -> None:
    (candidate,) = look(KAREN, Record("b", ("Karen Holt",), ("Karen.Holt@gmail.com",))).pairs
    assert (candidate.a, candidate.b) == ("a", "b")
    assert candidate.probability > 0.95
    reasons = {reason.field: reason for reason in candidate.reasons}
    assert reasons[Field.EMAIL].agreement is Agreement.SAME
    assert reasons[Field.EMAIL].value == "karenholt@gmail.com"
    assert reasons[Field.EMAIL].bits > 0


def test_a_couple_with_one_number_stays_two() -> None:
    dan = Record("b", ("Dan Holt",), phones=("503 555 0123",))
    found = look(KAREN, dan)
    assert not [pair for pair in found.pairs if {pair.a, pair.b} == {"a", "b"}]


def test_people_behind_one_switchboard_stay_apart() -> None:
    staff = [
        Record(
            f"w{n}",
            (name,),
            (f"{name.split()[0].lower()}@acme.example",),
            ("+1 503 555 9999",),
            organisation="Acme",
        )
        for n, name in enumerate(["Ada Pike", "Bo Lund", "Cy Marsh", "Di Vance", "Ed Nash", "Flo Yates"])
    ]
    assert look(*staff).groups == ()


def test_info_at_a_firm_joins_nobody() -> None:
    desk = ("info@acme.example",)
    assert look(Record("a", ("Karen Holt",), desk), Record("b", ("Mary Chen",), desk)).groups == ()


PROOF = [
    ({"birthday": "1980-02-03"}, {"birthday": "1975-11-30"}),
    ({"urls": ("linkedin.com/in/tom-1",)}, {"urls": ("https://www.linkedin.com/in/tom-2/",)}),
    ({"names": ("Tom Quill Sr",)}, {"names": ("Tom Quill Jr",)}),
]


@pytest.mark.parametrize(("here", "there"), PROOF, ids=["birthdays", "profiles", "father and son"])
def test_a_contradiction_outweighs_everything_else(here: dict[str, Any], there: dict[str, Any]) -> None:
    same: dict[str, Any] = {
        "names": ("Tom Quill",),
        "emails": ("tom@quill.example",),
        "phones": ("+15035550177",),
    }
    one, other = Record("a", **{**same, **here}), Record("b", **{**same, **there})
    between = Record("c", **same)
    for found in (look(one, other), look(one, other, between)):
        assert not any({"a", "b"} <= set(group.ids) for group in found.groups)
        assert not any({"a", "b"} == {pair.a, pair.b} for pair in found.pairs)


def test_the_same_without_a_contradiction_is_one_person() -> None:
    same: dict[str, Any] = {
        "names": ("Tom Quill",),
        "emails": ("tom@quill.example",),
        "phones": ("+15035550177",),
    }
    assert together(look(Record("a", **same), Record("b", **same), Record("c", **same))) == [("a", "b", "c")]


def test_never_the_same_is_remembered_even_through_a_third() -> None:
    again = Record("b", ("Karen Holt",), ("karen.holt@gmail.com",))
    third = Record("c", ("Karen Holt",), ("karen.holt@gmail.com",))
    found = look(KAREN, again, third, never={frozenset({"a", "b"})})
    assert not any({"a", "b"} <= set(group.ids) for group in found.groups)


def test_two_marias_in_one_firm_are_not_accepted_unseen() -> None:
    firm: dict[str, Any] = {"organisation": "Acme"}
    one = Record("a", ("Maria Garcia",), ("maria.garcia@acme.example",), **firm)
    two = Record("b", ("Maria Garcia",), ("maria.garcia2@acme.example",), **firm)
    unclear = Record("c", ("Maria Garcia",), urls=("linkedin.com/in/maria-garcia",), **firm)
    assert not any(group.sure for group in look(one, two, unclear).groups)


def test_a_small_book_learns_little_and_is_careful() -> None:
    found = look(KAREN, Record("b", ("Karen Holt",), ("karen.holt@gmail.com",), ("503-555-0123",)))
    assert found.bulk.threshold >= CAUTIOUS
    assert found.groups == (Group(("a", "b"), found.pairs[0].weight, sure=True),)
    assert found.bulk.low <= found.bulk.false_share <= found.bulk.high


def test_an_empty_book_and_a_single_person_have_no_duplicates() -> None:
    assert find([]).pairs == ()
    assert find([KAREN]).groups == ()


def test_what_just_came_in_is_compared_with_all_and_the_rest_is_left_alone() -> None:
    known = [KAREN, Record("k", ("Karen Holt",), ("karen.holt@gmail.com",))]
    model = look(*known).model
    new = Record("n", ("Priya Shah",), phones=("+15035551003",))
    found = look(*known, new, new={"n"}, model=model)
    assert [(pair.a, pair.b) for pair in found.pairs] == [("n", "other-3")]
    assert found.model == model


def test_other_columns_are_compared_as_text() -> None:
    rows = [
        Record(n, ("Mary Chen",), extras=(("street", street), ("number", "8837291")))
        for n, street in enumerate(["12 Elm Street", "12 Elm Stret"])
    ]
    (group,) = find(rows).groups
    assert group.ids == (0, 1)


def test_a_name_that_many_have_is_told_as_the_reason_all_the_same() -> None:
    marys = [Record(f"mary-{n}", ("Mary Smith",), (f"mary{n}@mail{n}.example",)) for n in range(4)]
    smiths = [Record(f"smith-{n}", (f"{name} Smith",)) for n, name in enumerate(["Ann", "Bob", "Cleo"])]
    for candidate in look(*marys, *smiths).pairs:
        assert {reason.field for reason in candidate.reasons} & {Field.GIVEN, Field.FAMILY}
