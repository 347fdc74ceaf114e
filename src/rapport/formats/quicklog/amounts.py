"""Counts, durations and levels."""

from datetime import time

from rapport.formats.quicklog.line import Line
from rapport.formats.quicklog.tokens import Kind, number

_MAX_MINUTES = 24 * 60
_CLOCK_HOURS = 9  # "18h30" alone is a time of day; up to 9 h it is a duration
_LEVELS = range(1, 6)


def count_at(line: Line, at: int) -> tuple[int, int] | None:
    """A whole number in digits or words, and the token after it."""
    if at >= line.size:
        return None
    token = line.tokens[at]
    if token.kind is Kind.NUMBER:
        value = number(token)
        return None if value is None else (value, at + 1)
    return line.phrase(line.index.numbers, at) or _joined(line, at)


def _joined(line: Line, at: int) -> tuple[int, int] | None:
    """A hyphenated number: "twenty-five", "vingt-deux"."""
    parts = line.folds[at].split("-")
    values = [line.lexicon.numbers.get(part) for part in parts]
    if len(parts) < 2 or None in values:
        return None
    return sum(value for value in values if value is not None), at + 1


def minutes_at(line: Line, at: int) -> tuple[int, int] | None:
    """A duration in minutes: "45min", "1h30", "half an hour", with or without "for" before it."""
    announced = at < line.size and line.folds[at] in line.lexicon.minute_words
    start = at + 1 if announced else at
    while announced and start < line.size and line.folds[start] in line.lexicon.fillers:
        start += 1
    phrase = line.phrase(line.index.minutes, start)
    if phrase:
        return _extended(line, *phrase)
    counted = count_at(line, start)
    if not counted:
        return None
    value, end = counted
    decimal = _decimal(line, end)
    if decimal is not None:
        end += 2
    unit = line.lexicon.minute_units.get(line.folds[end]) if end < line.size else None
    if unit is None:
        return None
    glued = line.tokens[end].start == line.tokens[end - 1].end
    total = value * unit + round((decimal or 0) * unit)
    found = _clock_minutes(line, total, end + 1) if unit == 60 else (total, end + 1)
    is_clock = unit == 60 and glued and value > _CLOCK_HOURS and not announced
    return None if is_clock or not 0 < found[0] <= _MAX_MINUTES else found


def clock_at(line: Line, at: int) -> tuple[time, int] | None:
    """A time of day after "at": "18:30", "7pm", "18h30", "18 h"."""
    if at < line.size and line.folds[at] in line.lexicon.clocks:
        return time(*divmod(line.lexicon.clocks[line.folds[at]], 60)), at + 1
    return bare_clock_at(line, at) or _french_clock(line, at)


def bare_clock_at(line: Line, at: int) -> tuple[time, int] | None:
    """A time of day that says so by itself: "18:30", "7pm", "6.30 pm"."""
    hour = number(line.tokens[at]) if at < line.size else None
    if hour is None or hour > 23:
        return None
    minute, end = 0, at + 1
    has_minute = end + 1 < line.size and line.is_glued(end) and line.is_glued(end + 1)
    if has_minute and line.folds[end] in (":", ".") and (said := _minute(line, end + 1)) is not None:
        minute, end = said, end + 2
    half = line.folds[end] if end < line.size else ""
    if half in ("am", "pm") and 0 < hour <= 12:
        return time(hour % 12 + (12 if half == "pm" else 0), minute), end + 1
    return (time(hour, minute), end) if end > at + 1 and line.folds[at + 1] == ":" else None


def _french_clock(line: Line, at: int) -> tuple[time, int] | None:
    """ "18h30", "18 h", "18 heures 30"."""
    hour = number(line.tokens[at]) if at < line.size else None
    end = at + 1
    if hour is None or hour > 23 or end >= line.size or line.lexicon.minute_units.get(line.folds[end]) != 60:
        return None
    minute = _minute(line, end + 1)
    return (time(hour), end + 1) if minute is None else (time(hour, minute), end + 2)


def _minute(line: Line, at: int) -> int | None:
    value = number(line.tokens[at]) if at < line.size and len(line.folds[at]) == 2 else None
    return value if value is not None and value < 60 else None


def _decimal(line: Line, at: int) -> float | None:
    """The part after the point in "1.5 h"."""
    if at + 1 < line.size and line.folds[at] in (".", ",") and line.is_glued(at) and line.is_glued(at + 1):
        value = line.folds[at + 1]
        return int(value) / 10 ** len(value) if value.isdecimal() and len(value) <= 2 else None
    return None


def _clock_minutes(line: Line, total: int, at: int) -> tuple[int, int]:
    """The minutes of "1h30" or "1 h 30"."""
    value = number(line.tokens[at]) if at < line.size else None
    if value is not None and value < 60 and len(line.folds[at]) == 2:
        end = at + 1
        is_minutes = end < line.size and line.lexicon.minute_units.get(line.folds[end]) == 1
        return total + value, end + 1 if is_minutes else end
    return _extended(line, total, at)


def _extended(line: Line, total: int, at: int) -> tuple[int, int]:
    """The rest of "an hour and a half", "two hours and twenty minutes"."""
    more = line.phrase(line.index.plus_minutes, at)
    if more:
        return total + more[0], more[1]
    joined = at + 1 if at < line.size and line.folds[at] in line.lexicon.joins else at
    counted = count_at(line, joined)
    if counted and counted[1] < line.size and line.lexicon.minute_units.get(line.folds[counted[1]]) == 1:
        return total + counted[0], counted[1] + 1
    return total, at


def level_at(line: Line, at: int) -> tuple[int, int] | None:
    """A level: "2", "3/5", "high". Out of 1–5 is returned as typed: the caller asks."""
    phrase = line.phrase(line.index.levels, at)
    if phrase:
        return phrase
    negative = at < line.size and line.folds[at] == "-"
    counted = count_at(line, at + 1 if negative else at)
    if not counted:
        return None
    value, end = counted
    if end + 1 < line.size and line.folds[end] == "/" and line.folds[end + 1] == "5":
        end += 2
    return (-value if negative else value), end


def is_level(value: int) -> bool:
    """Between 1 and 5."""
    return value in _LEVELS
