"""Which names may be one person's, and which are two people's."""

import pytest

from rapport.domain.duplicates.names import Name, NameMatch, compare_given, compare_names, read_name
from rapport.domain.duplicates.values import Agreement

BOTH = (Agreement.SAME, Agreement.SIMILAR, Agreement.NICKNAME, Agreement.PART)


def match(a: str, b: str) -> NameMatch:
    one, other = read_name(a), read_name(b)
    assert one is not None
    assert other is not None
    return compare_names(one, other)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("William Holt", "Bill Holt"),
        ("Guillaume Roux", "Guigui Roux"),
        ("Francisco Reyes", "Paco Reyes"),
        ("Katharina Brandt", "Käthe Brandt"),
        ("Александр Волков", "Sasha Volkov"),
        ("Юлия Чернышева", "Ioulia Tchernycheva"),
        ("Юлия Чернышева", "Julia Chernysheva"),
        ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Castellan, Mary", "Mary Castellan"),
        ("Castellan Mary", "Mary Castellan"),
        ("Dr. Mary E. Castellan, PhD", "Mary Castellan"),
        ("Mary Castelan", "Mary Castellan"),
        ("María José García López", "Maria García"),
        ("Mary Holt-Castellan", "Mary Castellan"),
        ("Elena Petrova", "Елена Петров"),
        ("Ludwig van Beethoven", "Ludwig VanBeethoven"),
        ("Nora O’Brien", "Nora OBrien"),
    ],
)
def test_these_may_be_one_person(a: str, b: str) -> None:
    for found in (match(a, b), match(b, a)):
        assert found.given in BOTH
        assert found.family in BOTH


@pytest.mark.parametrize(
    ("a", "b"),
    [("Daniel", "Daniela"), ("Jean", "Jeanne"), ("Theodore", "Theodora"), ("Karen", "Mary"), ("Ana", "Ann")],
)
def test_these_are_two_names(a: str, b: str) -> None:
    assert compare_given(a.lower(), b.lower()) is Agreement.DIFFERENT


def test_an_initial_fits_and_is_less_than_a_name() -> None:
    assert match("K. Holt", "Karen Holt").given is Agreement.INITIAL
    assert match("Karen H.", "Karen Holt").family is Agreement.INITIAL


def test_what_is_not_told_is_not_compared() -> None:
    assert match("Karen", "Karen Holt") == NameMatch(Agreement.SAME, None, ("karen", "karen"))
    assert match("Holt", "Karen Holt").family is Agreement.SAME


def test_father_and_son_are_marked() -> None:
    assert [read_name(f"Tom Reed{mark}") for mark in ("", " Sr.", ", Jr", " fils", " II")] == [
        Name("tom", ("reed",), "reed", generation) for generation in (0, 1, 2, 2, 2)
    ]


@pytest.mark.parametrize("text", ["", " ", "-", "(x)", "., ,"])
def test_nothing_is_no_name(text: str) -> None:
    assert read_name(text) is None
