"""The careful way through a file, line by line: whatever is folded, cut off, nested or too long."""

import re
from typing import NamedTuple

from rapport.domain.imports.imports import Quarantined, Trouble, Where
from rapport.formats.cells import excerpt
from rapport.formats.vcard.caps import BINARY, CARD, DEPTH, LINE, PICTURE, PICTURES, PROPERTIES
from rapport.formats.vcard.heads import NAME
from rapport.formats.vcard.pages import FORBIDDEN

BEGIN, END = "BEGIN:VCARD", "END:VCARD"
CODING = re.compile(r";\s*(?:ENCODING\s*=)?\s*\"?(QUOTED-PRINTABLE|BASE64|(?<=[=\"])[BQ])\"?\s*(?=;|$)")
FREE_TEXT = frozenset({"NOTE", "ADR", "LABEL"})  # a line break that was not folded is theirs


class Gathered(NamedTuple):
    """The lines of a card, unfolded, each with the place it stands at; and what was left out."""

    where: Where
    lines: list[str]
    numbers: list[int]
    is_old: bool  # vCard 2.1
    left_out: list[Quarantined]


class Gathering:
    """A card whose END has not come yet."""

    def __init__(self, where: Where) -> None:
        self.where = where
        self.lines: list[str] = []
        self.numbers: list[int] = []
        self.left_out: list[Quarantined] = []
        self.is_old = False
        self.depth = 0  # cards inside this one that are open
        self.size = 0
        self.trouble: Trouble | None = None  # of the card as a whole
        self._start("", 0)

    def _start(self, line: str, number: int) -> None:
        """A property begins."""
        self.pieces = [line]
        self.length = len(line)
        self.number = number
        head = line.partition(":")[0].upper()
        name = head.partition(";")[0].rpartition(".")[2].strip()
        self.name = name if NAME.fullmatch(name) and ":" in line else ""
        coding = CODING.search(head)
        self.is_quoted = coding is not None and coding[1][0] == "Q"
        self.is_base64 = (coding is not None and coding[1][0] == "B") or "BASE64," in line[:120].upper()
        self.limit = PICTURE if name in BINARY else LINE

    def fold(self, line: str) -> None:
        """A line that begins with a space goes on with the one before."""
        if self.is_soft:
            self._soften()
            self._append(line)
        else:
            self._append(line if self.is_old and not self.is_base64 else line[1:])

    def join(self, line: str) -> None:
        """The other half of a line that quoted-printable broke."""
        self._soften()
        self._append(line)

    def _soften(self) -> None:
        self.pieces[-1] = self.pieces[-1].rstrip(" \t")[:-1]

    def _append(self, piece: str) -> None:
        self.length += len(piece)
        if self.length <= self.limit:
            self.pieces.append(piece)

    @property
    def is_soft(self) -> bool:
        """Quoted-printable, and going on in the next line."""
        return self.is_quoted and self.pieces[-1].rstrip(" \t").endswith("=")

    @property
    def line_break(self) -> str:
        """2.1 has no way to write one: it is escaped when the value is read."""
        return "\n" if self.is_old else "\\n"

    @property
    def is_bare(self) -> bool:
        return not self.lines and not self.number

    def add(self, line: str, number: int) -> None:
        """One more line that is not folded."""
        if ":" not in line or not NAME.fullmatch(line.partition(":")[0].partition(";")[0].strip()):
            if self.is_base64:
                self._append(line.strip())
                return
            if self.name in FREE_TEXT:
                self._append(self.line_break + line)
                return
        self.close()
        self._start(line, number)

    def close(self) -> None:
        """The property is whole: keep it, or say why not."""
        if not self.number or self.trouble:
            return
        line = "".join(self.pieces)
        if self.length > self.limit:
            trouble = Trouble.PHOTO_TOO_LARGE if self.name in PICTURES else Trouble.LONG_LINE
            self.leave_out(trouble, self.number, line[:200])
            return
        if FORBIDDEN.search(line):
            self.leave_out(Trouble.BAD_ENCODING, self.number, line[:200])
            line = FORBIDDEN.sub("", line)
        if self.name == "VERSION":
            self.is_old = self.is_old or line.rpartition(":")[2].strip() == "2.1"
        self.size += len(line)
        self.lines.append(line)
        self.numbers.append(self.number)
        if self.size > CARD:
            self.refuse(Trouble.TOO_LARGE)
        elif len(self.lines) > PROPERTIES:
            self.refuse(Trouble.TOO_MANY)

    def refuse(self, trouble: Trouble) -> None:
        """The card as a whole is not taken; its lines are let go."""
        self.trouble = self.trouble or trouble
        self.lines, self.numbers, self.pieces = [], [], [""]

    def leave_out(self, trouble: Trouble, number: int, line: str) -> None:
        where = self.where._replace(line=number)
        self.left_out.append(Quarantined(where, trouble, excerpt(line), is_part=True))

    def nest(self, line: str) -> None:
        """A line of a card inside this one, as 3.0 writes it: in the value of AGENT."""
        if not self.trouble:
            written = line.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
            self._append(written if self.length == len("AGENT:") else self.line_break + written)


class Scanner:
    """Takes the lines of a file and gives the cards in them."""

    def __init__(self) -> None:
        self.line = 0  # lines taken so far
        self.record = 0  # cards begun so far
        self.card: Gathering | None = None
        self.is_junk = False  # what stands outside of cards is told once a stretch
        self.bare = 0  # BEGIN after BEGIN
        self.is_awaiting = False  # an AGENT of 2.1 stands before: a whole card follows
        self.found: list[Gathered | Quarantined] = []

    @property
    def is_idle(self) -> bool:
        return self.card is None

    def pass_over(self, lines: int) -> None:
        """A whole card was read elsewhere."""
        self.line += lines
        self.record += 1
        self.is_junk = False

    def take(self, text: str) -> list[Gathered | Quarantined]:
        """Whole lines, each with its line feed; the cards that end in them."""
        self.found = []
        for line in text.split("\n")[:-1]:
            self.line += 1
            self._take(line)
        return self.found

    def end(self) -> list[Gathered | Quarantined]:
        """The file is over."""
        self.found = []
        if self.card is not None:
            self._finish(is_cut=True)
        return self.found

    def _take(self, line: str) -> None:
        card = self.card
        word = line.strip(" \t\ufeff").replace(" ", "").upper() if len(line) < 40 else ""
        if card is None:
            self._outside(line, word)
        elif word == BEGIN:
            self._begin_inside(card)
        elif word == END:
            self._end_inside(card, line)
        elif card.depth:
            card.nest(line)
        elif line[:1] in (" ", "\t"):
            card.fold(line)
        elif card.is_soft:
            card.join(line)
        elif line:
            card.add(line, self.line)
        else:
            card.is_base64 = False  # 2.1 ends a picture with a blank line
        self.is_awaiting = word.startswith("AGENT") and word.endswith(":")

    def _outside(self, line: str, word: str) -> None:
        if word == BEGIN:
            self._begin()
        elif line.strip(" \t\ufeff") and word != END and not self.is_junk:
            self.is_junk = True
            where = Where(self.record + 1, self.line)
            self.found.append(Quarantined(where, Trouble.NOT_UNDERSTOOD, excerpt(line), expected=BEGIN))

    def _begin(self) -> None:
        self.record += 1
        self.card = Gathering(Where(self.record, self.line))
        self.is_junk = False

    def _begin_inside(self, card: Gathering) -> None:
        if self.is_awaiting:
            card.nest(BEGIN)
            card.depth += 1
            if card.depth > DEPTH:
                card.refuse(Trouble.TOO_DEEP)
        elif card.is_bare and not card.depth:
            self.bare += 1
        else:
            self._finish(is_cut=True)
            self._begin()

    def _end_inside(self, card: Gathering, line: str) -> None:
        if card.depth:
            card.nest(line)
            card.depth -= 1
        else:
            self._finish(is_cut=False)

    def _finish(self, *, is_cut: bool) -> None:
        card, self.card = self.card, None
        assert card is not None
        card.close()
        if self.bare:
            trouble = Trouble.TOO_DEEP if self.bare > DEPTH else Trouble.NOT_UNDERSTOOD
            card.left_out.append(Quarantined(card.where, trouble, BEGIN, expected=END, is_part=True))
            self.bare = 0
        if card.trouble:
            self.found.append(Quarantined(card.where, card.trouble, excerpt(BEGIN)))
            return
        if is_cut:
            where = card.where._replace(line=self.line)
            card.left_out.append(Quarantined(where, Trouble.NOT_UNDERSTOOD, expected=END, is_part=True))
        self.found.append(Gathered(card.where, card.lines, card.numbers, card.is_old, card.left_out))
