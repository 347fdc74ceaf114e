"""A diary file: entries that begin with a date, each one line or paragraph of the quick log.

    2026-03-05: lunch with Ana            5 March 2026: …       5 mars 2026 : …
    2026-03-06                            a date alone heads the entries below it
    - coffee with Tom                     each "- " begins an entry of its own
    # a comment                           ignored; "#tag" is not a comment
A blank line ends an entry; what follows under the same date is the next one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

from rapport.domain.days import is_plausible
from rapport.domain.text import BadText, clean, fold
from rapport.formats.quicklog.lexicon_en import ENGLISH
from rapport.formats.quicklog.lexicon_fr import FRENCH

MAX_LINE = 20_000  # characters, of a line and of an entry
_BYTES_PER_CHARACTER = 4  # at most, in UTF-8 and UTF-16
_EXCERPT = 60  # characters of a refused line to show
_OFFERED = "cp1252"  # what a file that is not UTF-8 most likely is
ISO = "YYYY-MM-DD"

_MONTHS = {**ENGLISH.months, **FRENCH.months}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAYS = "|".join(sorted({*ENGLISH.weekdays, *FRENCH.weekdays}, key=len, reverse=True))
_END = r"(?=[\s:]|$)\s*(?::|[-–—](?=\s))?\s*"
_DATES = tuple(
    re.compile(pattern + _END)
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        rf"(?:(?:{_WEEKDAYS})[.,]?\s+)?(?:the\s+|le\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?:of\s+)?"
        rf"(?P<name>{_NAMES})\.?,?\s+(?P<year>\d{{4}})",
        rf"(?:(?:{_WEEKDAYS})[.,]?\s+)?(?P<name>{_NAMES})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})",
    )
)
_ASSUMED = re.compile(r"\s*\((?:assumed|suppos[eé](?:e|s|es)?)\)(?P<stop>[.!…]?)\s*$", re.IGNORECASE)


class ProblemCode(StrEnum):
    """Why a line was refused."""

    NOT_UTF8 = "not_utf8"
    BAD_BYTES = "bad_bytes"  # not in the encoding asked for either
    CONTROL_CHARACTER = "control_character"
    LINE_TOO_LONG = "line_too_long"
    ENTRY_TOO_LONG = "entry_too_long"
    IMPOSSIBLE_DATE = "impossible_date"
    WHICH_DATE = "which_date"  # 05/03/2026: day or month first?
    NO_DATE = "no_date"  # text before the first date


@dataclass(frozen=True, slots=True)
class DiaryProblem:
    """One refused line: where, why, what was expected, what was found, and how the line begins."""

    line: int
    code: ProblemCode
    expected: str
    excerpt: str
    found: str = ""


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """One entry; `occurrence` counts equal entries of a day, so that `digest` knows each again."""

    line: int
    on: date
    text: str
    occurrence: int
    digest: str
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Diary:
    """What a diary file holds; `offered` names an encoding to try when bytes did not fit."""

    entries: tuple[DiaryEntry, ...]
    problems: tuple[DiaryProblem, ...]
    encoding: str
    offered: str | None = None


@dataclass
class _Open:
    """An entry still being read; a refused line in it refuses it whole."""

    line: int
    on: date | None
    lines: list[str] = field(default_factory=list)
    refused: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str  # the whole line, or how a refused one begins
    problem: DiaryProblem | None = None


def read_diary(data: bytes, *, encoding: str | None = None) -> Diary:
    """The entries of a diary, and a problem for every line refused.

    UTF-8 is expected, UTF-16 known by its mark; `encoding` names another one of the same newline ("cp1252").
    """
    used, start = _byte_order(data)
    if encoding is not None and encoding != used:
        used, start = encoding, 0
    reading = _Reading()
    for line in _lines(data, start, used):
        reading.take(line)
    reading.close()
    misfit = any(problem.code is ProblemCode.NOT_UTF8 for problem in reading.problems)
    return Diary(tuple(reading.entries), tuple(reading.problems), used, _OFFERED if misfit else None)


def _byte_order(data: bytes) -> tuple[str, int]:
    """The encoding a byte order mark announces, else UTF-8, and where the text begins."""
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8", 3
    if data.startswith(b"\xff\xfe"):
        return "utf-16-le", 2
    if data.startswith(b"\xfe\xff"):
        return "utf-16-be", 2
    return "utf-8", 0


def _lines(data: bytes, start: int, encoding: str) -> Iterator[_Line]:
    """Line after line; one that is too long is refused before it is copied or decoded."""
    number = 1
    while start < len(data):
        end, after = _line_end(data, start, encoding)
        if end - start > MAX_LINE * _BYTES_PER_CHARACTER:
            yield _too_long(number, data[start : start + _EXCERPT * 2].decode(encoding, "replace"))
        else:
            yield _decoded(number, data[start:end], encoding)
        start = after
        number += 1


def _line_end(data: bytes, start: int, encoding: str) -> tuple[int, int]:
    """Where the line ends and where the next one begins."""
    newline = "\n".encode(encoding)
    end = data.find(newline, start)
    while end >= 0 and (end - start) % len(newline):
        end = data.find(newline, end + 1)  # half of another character
    return (len(data), len(data)) if end < 0 else (end, end + len(newline))


def _too_long(number: int, text: str) -> _Line:
    excerpt = _excerpt(text)
    return _Line(
        number, text, DiaryProblem(number, ProblemCode.LINE_TOO_LONG, str(MAX_LINE), excerpt)
    )  # fmt: skip


def _decoded(number: int, raw: bytes, encoding: str) -> _Line:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        text = raw[: _EXCERPT * 2].decode(encoding, "replace")
        code = ProblemCode.NOT_UTF8 if encoding == "utf-8" else ProblemCode.BAD_BYTES
        problem = DiaryProblem(number, code, encoding, _excerpt(text), f"0x{raw[error.start]:02x}")
        return _Line(number, text, problem)
    if len(text) > MAX_LINE:
        return _too_long(number, text)
    try:
        return _Line(number, clean(text.removesuffix("\r")))
    except BadText as bad:
        found = f"U+{bad.code_point:04X}"
        problem = DiaryProblem(number, ProblemCode.CONTROL_CHARACTER, "", _excerpt(text), found)
        return _Line(number, text, problem)


def _excerpt(text: str) -> str:
    shown = text[:_EXCERPT].strip()
    return "".join(char if char.isprintable() else "\ufffd" for char in shown)


class _Reading:
    """The walk through the lines."""

    def __init__(self) -> None:
        self.entries: list[DiaryEntry] = []
        self.problems: list[DiaryProblem] = []
        self._seen: Counter[tuple[date, str]] = Counter()
        self._day: date | None = None
        self._has_day = False  # a date was read, possible or not
        self._open: _Open | None = None

    def take(self, line: _Line) -> None:
        """One more line."""
        text = line.text
        if line.problem:
            self.problems.append(line.problem)
        if text == "#" or text.startswith("# "):
            return
        if not text.strip():
            self.close()
            return
        dated = _dated(text)
        if dated is not None:
            self._begin_day(line, *dated)
        elif text.startswith(("- ", "* ", "• ")):
            self._begin(line, text[2:])
        elif self._open is None:
            self._begin(line, text)
        else:
            self._open.lines.append(text.strip())
            self._open.refused |= line.problem is not None

    def _begin_day(self, line: _Line, found: date | ProblemCode, written: str, rest: str) -> None:
        self.close()
        self._has_day = True
        self._day = found if isinstance(found, date) else None
        if isinstance(found, ProblemCode) and line.problem is None:
            self.problems.append(DiaryProblem(line.number, found, ISO, _excerpt(line.text), written))
        self._open = _Open(line.number, self._day, refused=self._day is None or line.problem is not None)
        if rest.strip():
            self._open.lines.append(rest.strip())

    def _begin(self, line: _Line, text: str) -> None:
        self.close()
        if self._day is None and line.problem is None:
            code = ProblemCode.IMPOSSIBLE_DATE if self._has_day else ProblemCode.NO_DATE
            self.problems.append(DiaryProblem(line.number, code, ISO, _excerpt(line.text)))
        self._open = _Open(line.number, self._day, [text.strip()], line.problem is not None)

    def close(self) -> None:
        """The entry is complete."""
        entry, self._open = self._open, None
        if entry is None or entry.refused or entry.on is None or not entry.lines:
            return
        text = "\n".join(entry.lines)
        if len(text) > MAX_LINE:
            problem = DiaryProblem(entry.line, ProblemCode.ENTRY_TOO_LONG, str(MAX_LINE), _excerpt(text))
            self.problems.append(problem)
            return
        marked = _ASSUMED.search(text)
        if marked:
            text = text[: marked.start()] + marked["stop"]
        self._add(entry.line, entry.on, text, assumed=marked is not None)

    def _add(self, line: int, on: date, text: str, *, assumed: bool) -> None:
        if not text:
            return
        spelled = " ".join(text.split())
        self._seen[on, spelled] += 1
        occurrence = self._seen[on, spelled]
        digest = sha256(f"{on.isoformat()}\n{spelled}\n{occurrence}".encode()).hexdigest()
        self.entries.append(DiaryEntry(line, on, text, occurrence, digest, assumed))


def _dated(text: str) -> tuple[date | ProblemCode, str, str] | None:
    """The date a line begins with (or why it is none), as written, and the rest of the line."""
    head = fold(text[:_EXCERPT])
    if len(head) != len(text[:_EXCERPT]):  # folding moved the places: only plain heads are dates
        head = text[:_EXCERPT].lower()
    for pattern in _DATES:
        match = pattern.match(head)
        if match:
            written = text[: match.end()].strip().rstrip(":–—-").strip()
            return _date_of(match.groupdict()), written, text[match.end() :]
    return None


def _date_of(parts: dict[str, str | None]) -> date | ProblemCode:
    year = int(parts["year"] or 0)
    if parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if first != second and first <= 12 and second <= 12:
            return ProblemCode.WHICH_DATE
        day, month = (first, second) if second <= 12 else (second, first)
    else:
        name = parts.get("name")
        month = _MONTHS[name] if name else int(parts["month"] or 0)
        day = int(parts["day"] or 0)
    try:
        found = date(year, month, day)
    except ValueError:
        return ProblemCode.IMPOSSIBLE_DATE
    return found if is_plausible(found) else ProblemCode.IMPOSSIBLE_DATE
