"""One line under one language: where its clauses end, and which statement or completion begins where."""

from collections.abc import Iterator
from datetime import date
from unicodedata import normalize

from rapport.domain.quicklog.quicklog import Directory
from rapport.formats.quicklog import names, people
from rapport.formats.quicklog.amounts import minutes_at
from rapport.formats.quicklog.dates import when_at
from rapport.formats.quicklog.index import Correcting, Rule, Rules
from rapport.formats.quicklog.known import KnownNames
from rapport.formats.quicklog.line import Found, Line, Opening, Read
from rapport.formats.quicklog.matching import matches
from rapport.formats.quicklog.pattern import Caught, Match
from rapport.formats.quicklog.slots import read_slot
from rapport.formats.quicklog.tokens import Kind, Token
from rapport.formats.quicklog.when import When

_MARKS = frozenset({",", ":", "(", ")"})
_NO_START = frozenset({Kind.MARK, Kind.BREAK})
_MAX_LEADS = 6


class ParsedLine(Line):
    """Everything worked out about the line is remembered, so that long lines stay quick."""

    def __init__(self, text: str, on: date, language: str, tokens: list[Token], directory: Directory) -> None:
        super().__init__(text, on, language, tokens)
        self.known = KnownNames(directory, tokens)
        self.correcting = self._correcting(language)
        self.ends = [self.size] * (self.size + 1)
        self._pasts = list(range(self.size + 1))
        self._whens: dict[int, tuple[When, int] | None] = {}
        self._names: dict[int, tuple[int, int] | None] = {}
        self._lists: dict[int, int] = {}
        self._statements: dict[int, Found | None] = {}
        self._openings: dict[int, Opening | None] = {}
        self._modifiers: dict[int, Found | None] = {}
        for at in range(self.size - 1, -1, -1):  # from the right: a clause ends where the next one begins
            if self.folds[at] in self.lexicon.breaks:
                self._pasts[at] = self._pasts[at + 1]
            self.ends[at] = at if self._breaks(at) else self.ends[at + 1]
            self.list_end(at)

    def _correcting(self, language: str) -> Correcting | None:
        """How this line may correct an earlier one, where a word for that is in it."""
        if self.lexicon.correcting.isdisjoint(self.folds):
            return None
        from rapport.formats.quicklog.correcting_index import correcting_of  # start-up counts: few lines do

        return correcting_of(language)

    # clauses

    def _breaks(self, at: int) -> bool:
        word = self.folds[at]
        if word == ":" and self.is_glued(at) and at + 1 < self.size and self.is_glued(at + 1):
            return self.tokens[at + 1].kind is not Kind.NUMBER
        if word in _MARKS or self.is_hard(at):
            return True
        return word in self.lexicon.breaks and self.opening(self.past_breaks(at)) is not None

    def past_breaks(self, at: int) -> int:
        return self._pasts[at]

    # what can be read

    def when(self, at: int) -> tuple[When, int] | None:
        if at not in self._whens:
            self._whens[at] = when_at(self, at)
        return self._whens[at]

    def name(self, at: int) -> tuple[int, int] | None:
        if at not in self._names:
            self._names[at] = names.name_end(self, at)
        return self._names[at]

    def list_end(self, at: int) -> int:
        if at not in self._lists:
            name = self.name(at)
            self._lists[at] = at if name is None else people.list_rest(self, name[1])
        return self._lists[at]

    def slot(self, kind: str, at: int) -> Iterator[Read]:
        return read_slot(self, kind, at)

    # statements

    def opening(self, at: int) -> Opening | None:
        if at not in self._openings:
            self._openings[at] = self._opening(at)
        return self._openings[at]

    def _opening(self, at: int) -> Opening | None:
        when: Caught | None = None
        for _ in range(_MAX_LEADS):
            found = self._statement(at)
            if found:
                return Opening(found, when)
            dated = self.when(at)
            lead = self.phrase(self.index.leads, at)
            if dated and when is None:
                when = Caught("when", dated[0], at, dated[1])
                at = dated[1]
                at += at < self.size and self.folds[at] in (",", ":")
            elif lead:
                at = lead[1]
            else:
                return None
        return None

    def _statement(self, at: int) -> Found | None:
        if at not in self._statements:
            correcting = self.correcting if self._may_correct(at) else None
            more = (correcting.rules,) if correcting else ()
            self._statements[at] = self._best((self.index.rules, *more), at)
        return self._statements[at]

    def _may_correct(self, at: int) -> bool:
        """At the head of a sentence: "I should forget …" corrects nothing, nor does French "oublié"."""
        is_head = at == 0 or self.is_hard(at - 1)
        return is_head and at < self.size and not normalize("NFC", self.tokens[at].text.lower()).endswith("é")

    def modifier(self, at: int) -> Found | None:
        if at not in self._modifiers:
            more = (self.correcting.modifiers,) if self.correcting else ()
            found = self._best((self.index.modifiers, *more), at)
            for key, read in (("when", self.when(at)), ("minutes", minutes_at(self, at))):
                if read and (found is None or read[1] > found.match.end):
                    caught = Caught(key, read[0], at, read[1])
                    found = Found(key, Match(at, read[1], (caught,)))
            lead = self.phrase(self.correcting.leads, at) if self.correcting else None
            led = self.modifier(lead[1]) if lead else None  # "it was by phone"
            if led and (found is None or led.match.end > found.match.end):
                found = led
            self._modifiers[at] = found
        return self._modifiers[at]

    def _best(self, tables: tuple[Rules, ...], at: int) -> Found | None:
        """The rule here that explains most plain words; among equals the first."""
        if at >= self.size or (self.tokens[at].kind in _NO_START and self.folds[at] != "@"):
            return None
        candidates: list[Rule] = []
        verbs = self._verbs(at)
        for rules in tables:
            candidates += [*rules.by_word.get(self.folds[at], ()), *rules.open]
            for verb in verbs:
                candidates += rules.by_verb.get(verb, ())
        best: tuple[int, int, Found] | None = None
        for rule in candidates:
            match = next(matches(self, rule.sequence, at), None)
            if match and (best is None or (match.words, -rule.order) > best[:2]):
                best = (match.words, -rule.order, Found(rule.key, match))
        return best[2] if best else None

    def _verbs(self, at: int) -> set[str]:
        """The words after a subject that may begin here."""
        organisation = names.organisation_end(self, at)
        ends = {self.list_end(at), people.subject_end(self, at), organisation[1] if organisation else at}
        if self.folds[at] in self.lexicon.pronouns:
            ends.add(at + 1)
        verbs: set[str] = set()
        for place in ends - {at}:
            while place < self.size:
                verbs.add(self.folds[place])
                skipped = self.skip(place)
                if skipped is None:
                    break
                place = skipped[1]
        return verbs
