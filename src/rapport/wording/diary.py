"""What a diary file brought, and what was wrong with its lines."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.domain.people.people import Match
from rapport.domain.quicklog.quicklog import Question
from rapport.formats.diary import ISO, DiaryProblem, ProblemCode
from rapport.services.quicklog.diary import Open
from rapport.wording.questions import question, which_person

PROBLEMS: Mapping[ProblemCode, Promise] = {
    ProblemCode.NOT_UTF8: gettext_lazy("this is not written in UTF-8 (byte %(found)s)"),
    ProblemCode.BAD_BYTES: gettext_lazy("this is not written in %(expected)s (byte %(found)s)"),
    ProblemCode.CONTROL_CHARACTER: gettext_lazy("there is a control character in it (%(found)s)"),
    ProblemCode.LINE_TOO_LONG: gettext_lazy("the line is longer than %(expected)s characters"),
    ProblemCode.ENTRY_TOO_LONG: gettext_lazy("the entry is longer than %(expected)s characters"),
    ProblemCode.IMPOSSIBLE_DATE: gettext_lazy("there is no such day; write it as %(expected)s"),
    ProblemCode.WHICH_DATE: gettext_lazy(
        "is “%(found)s” the day first, or the month? Write it as %(expected)s"
    ),
    ProblemCode.NO_DATE: gettext_lazy("an entry begins with its date, as %(expected)s"),
}


def problem(found: DiaryProblem) -> str:
    """Which line, what was expected, and how the line begins."""
    expected = _("YYYY-MM-DD") if found.expected == ISO else found.expected
    facts = {"expected": expected, "found": found.found}
    return _("Line %(line)s: %(problem)s. “%(excerpt)s”") % {
        "line": found.line,
        "problem": str(PROBLEMS[found.code]) % facts,
        "excerpt": found.excerpt,
    }


def questions(entry: Open) -> tuple[str, ...]:
    """What only the writer of an entry can say."""
    return (
        *(which_person(typed, Match.AMBIGUOUS, candidates) for typed, candidates in entry.names),
        *(question(Question(code), words) for code, words in entry.questions),
    )
