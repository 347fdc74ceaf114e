"""What can be asked of a line while it is read, and how it answers."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import NamedTuple

from rapport.formats.quicklog.index import Correcting
from rapport.formats.quicklog.known import KnownNames
from rapport.formats.quicklog.pattern import Caught, Match
from rapport.formats.quicklog.textline import TextLine
from rapport.formats.quicklog.when import When

Read = tuple[object, int]  # what a slot reads, and the token after it


class Found(NamedTuple):
    """A rule that fits at a token."""

    key: str
    match: Match


class Opening(NamedTuple):
    """A statement and the date that stood before it."""

    found: Found
    when: Caught | None


class Line(TextLine, ABC):
    """A line under one language: whoever reads a part of it may ask what else begins where."""

    known: KnownNames
    correcting: Correcting | None  # how it may correct an earlier one
    ends: list[int]  # for each token, where its clause ends

    @abstractmethod
    def past_breaks(self, at: int) -> int:
        """Past "and then", "puis"."""

    @abstractmethod
    def when(self, at: int) -> tuple[When, int] | None:
        """A date here."""

    @abstractmethod
    def name(self, at: int) -> tuple[int, int] | None:
        """A person's name here: its first token and the one after it."""

    @abstractmethod
    def list_end(self, at: int) -> int:
        """The token after the list of names beginning here; `at` itself where no name begins."""

    @abstractmethod
    def slot(self, kind: str, at: int) -> Iterator[Read]:
        """Every reading of a slot here."""

    @abstractmethod
    def opening(self, at: int) -> Opening | None:
        """The statement that begins here, past a date and words such as "then I"."""

    @abstractmethod
    def modifier(self, at: int) -> Found | None:
        """What says more about the statement before: "at Ladies' Night", "45 min", "intro by Jess"."""

    def ends_at(self, at: int) -> bool:
        """The clause ends here, dates and fillers aside."""
        while at < self.size and self.ends[at] != at:
            skipped = self.skip(at)
            if skipped is None:
                return False
            at = skipped[1]
        return True

    def dates_after(self, at: int) -> bool:
        """The weekday here is the beginning of a longer date."""
        found = self.when(at)
        return found is not None and found[1] > at + 1

    def skip(self, at: int) -> tuple[Caught | None, int] | None:
        """A date or a filler word that may stand inside a pattern."""
        if at >= self.size:
            return None
        found = self.when(at)
        if found:
            return Caught("when", found[0], at, found[1]), found[1]
        return (None, at + 1) if self.folds[at] in self.lexicon.fillers else None

    def adjectives(self, at: int) -> Iterator[tuple[Caught | None, int, int]]:
        """Adjectives before a noun; the one that says how deep the exchange was is remembered."""
        start, depth = at, None
        while at < self.size and self.folds[at] in self.lexicon.adjectives:
            word = self.folds[at]
            depth = True if word in self.lexicon.deep else False if word in self.lexicon.shallow else depth
            at += 1
        caught = None if depth is None else Caught("depth", depth, start, at)
        yield caught, at, at - start
