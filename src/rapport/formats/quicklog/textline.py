"""The tokens of a text under one language: what stands where, before any grammar."""

from datetime import date

from rapport.formats.quicklog.index import Index, Phrases, index_of
from rapport.formats.quicklog.tokens import Kind, Token, number

STOPS = frozenset({".", "!", "?", ";", "…"})
DASHES = frozenset({"-", "–", "—"})
SEPARATORS = STOPS | DASHES | {",", ":", "(", ")", "\n"}
_YEARS = range(1900, 2201)


class TextLine:
    """Tokens, their folded spelling and the language's index."""

    def __init__(self, text: str, on: date, language: str, tokens: list[Token]) -> None:
        self.text = text
        self.on = on
        self.index: Index = index_of(language)
        self.lexicon = self.index.lexicon
        self.tokens = tokens
        self.folds = [token.fold for token in tokens]
        self.size = len(tokens)

    def is_glued(self, at: int) -> bool:
        """No space before this token."""
        return at > 0 and self.tokens[at].start == self.tokens[at - 1].end

    def is_hard(self, at: int) -> bool:
        """A sentence ends here."""
        word = self.folds[at]
        if self.tokens[at].kind is Kind.BREAK:
            return True
        if word in DASHES:
            return not self.is_glued(at) and (at + 1 == self.size or not self.is_glued(at + 1))
        if word not in STOPS:
            return False
        return word != "." or not self._is_inner_point(at)

    def _is_inner_point(self, at: int) -> bool:
        """The point of "Dr.", "J.", "3.5" or "acme.com"."""
        if at + 1 < self.size and self.is_glued(at + 1) and self.tokens[at + 1].kind is not Kind.MARK:
            return True
        before = self.tokens[at - 1] if self.is_glued(at) else None
        is_initial = (
            before is not None and len(before.text) == 1 and before.is_capital and not before.is_caseless
        )
        return before is not None and (is_initial or before.fold in self.lexicon.titles)

    def opens_sentence(self, at: int) -> bool:
        """First in the line, or first after a full stop, a colon or an opening parenthesis."""
        return at == 0 or self.is_hard(at - 1) or self.folds[at - 1] in (":", "(")

    def may_end_date(self, at: int) -> bool:
        """Nothing here that the number before could count: "le 12", not "le 12 places"."""
        if at >= self.size or self.tokens[at].kind is not Kind.WORD:
            return True
        return self.folds[at] in self.lexicon.object_stops or self.folds[at] in self.lexicon.breaks

    def is_year(self, at: int) -> bool:
        """A number that reads as a year."""
        return number(self.tokens[at]) in _YEARS

    def phrase(self, phrases: Phrases, at: int) -> tuple[int, int] | None:
        """The value of the longest phrase here, and the token after it."""
        if at >= self.size:
            return None
        for words, value in phrases.get(self.folds[at], ()):
            end = at + len(words)
            if len(words) == 1 or tuple(self.folds[at:end]) == words:
                return value, end
        return None
