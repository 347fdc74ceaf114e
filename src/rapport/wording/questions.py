"""What a line leaves open, asked of its writer; and what is wrong with a field."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from rapport.domain.people.people import Match
from rapport.domain.quicklog.quicklog import Question
from rapport.services.errors import Problem

QUESTIONS: Mapping[Question, Promise] = {
    Question.WHICH_DATE: gettext_lazy("Which day is “%(words)s”? Write it as 2019-03-15, or “15 March”."),
    Question.IMPOSSIBLE_DATE: gettext_lazy(
        "There is no such day as “%(words)s”. Write the day you mean, for example 2019-03-15."
    ),
    Question.FUTURE_DATE: gettext_lazy(
        "“%(words)s” lies ahead, and this has happened already. Write the day it was,"
        " or “going to” for what is to come."
    ),
    Question.WHO: gettext_lazy("With whom? It can stay without a name too."),
    Question.ALONE: gettext_lazy(
        "Nobody was recognised in “%(words)s”, so it is kept as a note and not as an exchange."
    ),
    Question.PRONOUN: gettext_lazy("Who is “%(words)s”? Several people are named: write the name instead."),
    Question.NOBODY_MEANT: gettext_lazy(
        "Who is “%(words)s”? Nobody is named before, so it stays with nobody. To change that, write the name."
    ),
    Question.OUT_OF_RANGE: gettext_lazy("“%(words)s” is off the scale: 1 is low, 5 is high."),
    Question.NOT_FOUND: gettext_lazy(
        "No “%(words)s” is written down. Write it as it was told, with its day,"
        " or put the whole line in quotes to keep it as a note."
    ),
    Question.NOT_IN_BIN: gettext_lazy("No “%(words)s” lies in the bin. Write it as it was told."),
    Question.NOTHING_NEW: gettext_lazy(
        "What was “%(words)s” really? Say it after a colon: “…: 45 min”, “…: by phone”, “…: it was tuesday”."
    ),
    Question.NOTHING_DONE: gettext_lazy("Nothing is left to take back."),
}
PROBLEMS: Mapping[Problem, Promise] = {
    Problem.REQUIRED: gettext_lazy("This is needed."),
    Problem.TOO_LONG: gettext_lazy("This is too long."),
    Problem.BAD_TEXT: gettext_lazy("There is a control character in it, which no text may hold."),
    Problem.OUT_OF_RANGE: gettext_lazy("This figure is not possible here."),
    Problem.UNKNOWN: gettext_lazy("Nobody and nothing of that name is here."),
    Problem.TAKEN: gettext_lazy("There is one of that name already."),
    Problem.SAME_PERSON: gettext_lazy("This is the same person on both sides."),
    Problem.IN_A_CIRCLE: gettext_lazy("Somebody would have come through themselves."),
    Problem.NOT_A_LINK: gettext_lazy("This is no web address: it begins with https://."),
    Problem.NOT_AN_EMAIL: gettext_lazy("This is no e-mail address."),
    Problem.TOO_EARLY: gettext_lazy("This lies before the day it follows."),
    Problem.TOO_LATE: gettext_lazy("This lies after the day that follows it."),
}


def question(code: Question, words: str) -> str:
    """One question about the words of a line."""
    return str(QUESTIONS[code]) % {"words": words}


def which_person(typed: str, match: Match, candidates: Sequence[str]) -> str:
    """Whom a typed name means; each door adds how to answer."""
    names = pgettext("between two choices", " or ").join(
        _("“%(name)s”") % {"name": name} for name in candidates
    )
    if match is Match.MAYBE:
        return _("Is “%(typed)s” the same as %(names)s, or someone new?") % {"typed": typed, "names": names}
    return _("Which “%(typed)s”: %(names)s?") % {"typed": typed, "names": names}


def which_row(typed: str, candidates: Sequence[str]) -> str:
    """Which of several things written down is meant; or whether it is the only one that comes near."""
    if len(candidates) == 1:
        return _("Is “%(typed)s” this one: %(row)s?") % {"typed": typed, "row": candidates[0]}
    return _("Which “%(typed)s” do you mean?") % {"typed": typed}


def problem(code: Problem) -> str:
    """What is wrong with a field."""
    return str(PROBLEMS[code])
