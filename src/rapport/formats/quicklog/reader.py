"""The walk through one line: statements, what completes them, and the rest as notes."""

from rapport.domain.quicklog.quicklog import Reading
from rapport.domain.text import fold
from rapport.formats.quicklog.assembly import assemble
from rapport.formats.quicklog.completions import complete, place_when
from rapport.formats.quicklog.drafts import CheckInDraft, Draft, EncounterDraft, PlainDraft
from rapport.formats.quicklog.encounters import (
    absorb,
    begin_bare,
    called_off,
    check,
    is_alone,
    is_called_off,
    join_people,
    may_go_unanswered,
)
from rapport.formats.quicklog.index import CORRECTING
from rapport.formats.quicklog.line import Line, Opening
from rapport.formats.quicklog.notebook import Notebook
from rapport.formats.quicklog.statements import drafts_from
from rapport.formats.quicklog.textline import DASHES, SEPARATORS, STOPS
from rapport.formats.quicklog.tokens import Kind


class Reader(Notebook):
    """Reads one line under one language."""

    def __init__(self, line: Line) -> None:
        super().__init__(line)
        self.off: list[int] | None = None  # where something is called off

    def run(self) -> None:
        """Walks the whole line."""
        at = self._quotation()
        while at < self.line.size:
            at = self._step(at)
        for draft in self.drafts:
            if isinstance(draft, EncounterDraft):
                check(self, draft, (draft.start, draft.start + 1))
            elif draft.is_correction:
                from rapport.formats.quicklog import corrections  # start-up counts: few lines correct another

                corrections.check(self, draft)

    def _quotation(self) -> int:
        """A line that quotes a correction is a note: it corrects nothing."""
        line = self.line
        is_quoted = line.size > 0 and line.tokens[0].kind is Kind.QUOTED and STOPS.issuperset(line.folds[1:])
        if not is_quoted or fold(line.tokens[0].text[1:].split()[0]) not in CORRECTING:
            return 0
        self.keep(0, line.size)
        return line.size

    def _step(self, at: int) -> int:
        line = self.line
        if line.folds[at] in SEPARATORS and line.ends[at] == at:
            return self._separator(at)
        if (end := self._corrected(at)) is not None:
            return end
        if self._is_letter(at):
            return self._rest(at)
        opening = line.opening(at)
        if opening is None and line.folds[at] in line.lexicon.breaks:
            after = line.past_breaks(at)
            opening = line.opening(after)
            if opening is None and after < line.size and self._completed(after, try_only=True) is not None:
                return after
        if opening is not None and (is_alone(line, at, opening.found) or self._is_off(at, opening)):
            return self._rest(at)
        if opening is not None and not self._outweighed(at, opening):
            drafts = drafts_from(self, opening.found.key, opening.found.match)
            if drafts is not None:
                return self._begin(at, drafts, opening)
        end = self._completed(at)
        if end is None:
            bare = begin_bare(self, at)
            end = self._begin_bare(*bare) if bare else self._rest(at)
        return end

    def _is_off(self, at: int, opening: Opening) -> bool:
        """An encounter that did not take place is a note."""
        if not opening.found.key.startswith("encounter"):
            return False
        self.off = called_off(self.line) if self.off is None else self.off
        following = next((place for place in self.off if place > at), None)
        return following is not None and is_called_off(self.line, at, following)

    def _is_letter(self, at: int) -> bool:
        """ "text from Jess: “see you friday”": what was written or said, and no gathering of that name."""
        line = self.line
        is_quoted = line.tokens[at].kind is Kind.QUOTED and at > 0 and line.ends_at(at + 1)
        return is_quoted and (line.folds[at - 1] == ":" or line.folds[at - 1] in DASHES)

    def _corrected(self, at: int) -> int | None:
        """ "correct the coffee with Ana: 45 min": what follows says what it should be."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or not last.is_correction or last.sentence != self.sentence:
            return None
        end = self._completed(at)
        while end is not None and end < self.line.size and self.line.folds[end] in self.line.lexicon.fillers:
            end += 1  # "with Tom too"
        return end

    def _outweighed(self, at: int, opening: Opening) -> bool:
        """ "…, a real exchange" says more about the encounter before it rather than begin another."""
        found = self.line.modifier(at)
        last = self.drafts[-1] if self.drafts else None
        if found is None or not isinstance(last, EncounterDraft) or found.match.end < opening.found.match.end:
            return False
        if found.key == "unanswered" and not may_go_unanswered(last):
            return False
        end = found.match.end
        has_company = end < self.line.size and self.line.folds[end] in self.line.lexicon.company
        if has_company and self.line.name(end + 1) is not None:  # "…, long chat with Tom" is another one
            return False
        return (
            found.match.words >= opening.found.match.words and self._completed(at, try_only=True) is not None
        )

    def _begin_bare(self, draft: EncounterDraft, at: int) -> int:
        draft.sentence = self.sentence
        self.drafts.append(draft)
        return self._tail(at)

    def _separator(self, at: int) -> int:
        word = self.line.folds[at]
        self.sentence += self.line.is_hard(at)
        self.depth += (word == "(") - (word == ")")
        if word == ")" and self.drafts:
            joined = join_people(self, at + 1)
            if joined is not None:
                return self._tail(joined)
        return at + 1

    def _begin(self, at: int, drafts: list[Draft], opening: Opening) -> int:
        match = opening.found.match
        dates = [caught for caught in (*match.caught, opening.when) if caught and caught.name == "when"]
        for draft in drafts:
            draft.start, draft.sentence = at, self.sentence
            for caught in dates:
                place_when(self, draft, caught)
        self.drafts += [draft for draft in drafts if not absorb(self, draft)]
        return self._tail(match.end)

    def _tail(self, at: int) -> int:
        """What follows a statement inside its clause: completions, and words kept as a note."""
        line = self.line
        started: int | None = None
        while at < line.size and line.ends[at] != at:
            place = line.past_breaks(at)
            found = line.modifier(place) if place < line.size else None
            if found and complete(self, self.drafts[-1], found, adjacent=started is None):
                self.keep(started, at)
                started, at = None, found.match.end
                continue
            if started is None and self._begins_anew(at):
                return at
            if started is None and line.folds[at] in line.lexicon.fillers:
                at += 1
                continue
            started = at if started is None else started
            at += 1
        self.keep(started, at)
        return at

    def _begins_anew(self, at: int) -> bool:
        """A statement without a comma before it: "energy 3 pressure 4", "… yesterday she needs …"."""
        is_subject = self.line.folds[at] in self.line.lexicon.pronouns
        return (is_subject or isinstance(self.drafts[-1], CheckInDraft)) and self.line.opening(at) is not None

    def _completed(self, at: int, *, try_only: bool = False) -> int | None:
        """A clause made only of completions goes to the last statement that can take it."""
        found = self.line.modifier(at)
        if not found or not self.drafts:
            return None
        end = found.match.end
        while not self.line.ends_at(end):
            place = self.line.past_breaks(end)
            more = self.line.modifier(place)
            if not more:
                return None
            end = more.match.end
        if try_only:
            return end
        for draft in reversed(self.drafts[-6:]):
            if complete(self, draft, found, adjacent=True):
                return found.match.end
        return None

    def _rest(self, at: int) -> int:
        """A clause nobody understood: a list that goes on, or a note."""
        is_mark = self.line.tokens[at].kind is Kind.MARK and self.line.folds[at] != "@"
        end = at + 1 if is_mark else max(self.line.ends[at], at + 1)
        if not self._continues(at, end):
            self.keep(at, end)
        return end

    def _continues(self, at: int, end: int) -> bool:
        """ "…, a writer or a studio" goes on what the last statement is about."""
        draft = self.drafts[-1] if self.drafts else None
        is_open = isinstance(draft, PlainDraft) and draft.text_field and draft.text_span[1] == at - 1
        if not is_open or self.line.folds[at - 1] != "," or not isinstance(draft, PlainDraft):
            return False
        first = at + 1 if self.line.folds[at] in self.line.lexicon.joins else at
        if first >= end or self.line.folds[first] not in self.line.lexicon.determiners:
            return False
        draft.text_span = (draft.text_span[0], end)
        draft.text = self.text(*draft.text_span)
        return True


def reading_of(line: Line, tags: tuple[str, ...]) -> tuple[Reading, int]:
    """The reading under one language, and how many characters it left unexplained."""
    reader = Reader(line)
    reader.run()
    return assemble(reader, tags)
