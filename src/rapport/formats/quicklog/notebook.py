"""What a line has said so far: statements in the making, what is doubtful, and what nobody understood."""

from rapport.domain.quicklog.quicklog import Doubt, Name, Question, Span
from rapport.formats.quicklog.drafts import Draft
from rapport.formats.quicklog.line import Line
from rapport.formats.quicklog.people import People


class Notebook:
    """Kept by whoever walks through one line; each statement is written into it where it is found."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.drafts: list[Draft] = []
        self.doubts: list[Doubt] = []
        self.notes: list[tuple[int, int]] = []  # token ranges nobody understood
        self.sentence = 0
        self.depth = 0  # open parentheses

    def keep(self, start: int | None, end: int) -> None:
        """Remembers tokens for the note."""
        if start is not None and end > start:
            self.notes.append((start, end))

    def text(self, start: int, end: int) -> str:
        """The text of these tokens as typed."""
        return self.line.text[self.line.tokens[start].start : self.line.tokens[end - 1].end]

    def span(self, start: int, end: int) -> Span:
        """Where these tokens stand."""
        return Span(self.line.tokens[start].start, self.line.tokens[end - 1].end)

    def ask(self, question: Question | None, start: int, end: int) -> None:
        """Remembers one doubt, once."""
        if question is not None:
            doubt = Doubt(question, self.span(start, end))
            if doubt not in self.doubts[-8:]:
                self.doubts.append(doubt)

    def who(self, people: People | None) -> tuple[Name, ...]:
        """The names meant: a pronoun stands for whoever was named last, and asks if that was not one."""
        if people is None or not people.pronoun:
            return people.names if people else ()
        recent = next((draft.who() for draft in reversed(self.drafts) if draft.who()), ())
        if not recent or (len(recent) > 1 and not people.many):
            asked = Question.PRONOUN if recent else Question.NOBODY_MEANT
            self.ask(asked, people.start, people.end)
        return recent if people.many else recent[-1:]
