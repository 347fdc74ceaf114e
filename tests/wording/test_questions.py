"""What a line leaves open."""

import pytest

from rapport.domain.people.people import Match
from rapport.domain.quicklog.quicklog import Question, Statement
from rapport.services.errors import Problem
from rapport.wording.kinds import KINDS, tally
from rapport.wording.questions import problem, question, which_person


@pytest.mark.parametrize("code", Question)
def test_every_question_names_the_words_or_needs_none(code: Question) -> None:
    said = question(code, "on 02/03")
    assert "on 02/03" in said or code in (Question.WHO, Question.NOTHING_DONE)
    assert "%" not in said


def test_which_person_lists_whom_it_may_be() -> None:
    both = ["Mary Castellan", "Mary Chen"]
    assert which_person("Mary", Match.AMBIGUOUS, both) == "Which “Mary”: “Mary Castellan” or “Mary Chen”?"
    assert "or someone new?" in which_person("Mary Chen", Match.MAYBE, ["Mary"])


@pytest.mark.parametrize("code", Problem)
def test_every_problem_is_a_sentence(code: Problem) -> None:
    assert problem(code).endswith(".")


def test_kinds_are_counted_in_the_order_of_the_grammar() -> None:
    assert tally(["Noted", "Encounter", "Encounter"]) == "2 exchanges, 1 note"
    assert tally([]) == ""
    assert set(KINDS) == set(Statement.__args__)
