"""Lines of a diary that cannot be read."""

import pytest

from rapport.formats.diary import DiaryProblem, ProblemCode, read_diary
from rapport.wording.diary import problem


@pytest.mark.parametrize("code", ProblemCode)
def test_every_problem_names_its_line_and_how_it_begins(code: ProblemCode) -> None:
    said = problem(DiaryProblem(7, code, "YYYY-MM-DD", "31 February: coffee", "0xe9"))
    assert said.startswith("Line 7: ")
    assert said.endswith("“31 February: coffee”")
    assert "%" not in said


def test_what_was_expected_is_said() -> None:
    (found,) = read_diary(b"2019-02-31: coffee with Mary\n").problems
    assert problem(found) == (
        "Line 1: there is no such day; write it as YYYY-MM-DD. “2019-02-31: coffee with Mary”"
    )
