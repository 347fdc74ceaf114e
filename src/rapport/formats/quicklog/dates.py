"""The date grammar: what a date says is kept both as a past and as a coming day, the statement chooses."""

from datetime import date, timedelta

from rapport.domain.quicklog.quicklog import Question
from rapport.formats.quicklog.amounts import count_at
from rapport.formats.quicklog.line import Line
from rapport.formats.quicklog.tokens import Kind, number
from rapport.formats.quicklog.when import When

_FAR_YEARS = 120  # years either side of the reference day that a date may lie


def when_at(line: Line, at: int) -> tuple[When, int] | None:
    """A date, with the preposition before it if any, and the token after it."""
    found = _bare(line, at)
    if found or at >= line.size:
        return found
    word = line.folds[at]
    lexicon = line.lexicon
    pair = f"{word} {line.folds[at + 1]}" if at + 1 < line.size else ""
    step = 2 if pair in lexicon.due | lexicon.date_words else 1
    word = pair if step == 2 else word
    if word not in lexicon.due | lexicon.date_words:
        return None
    found = _bare(line, at + step)
    if not found:
        return None
    when, end = found
    if word in lexicon.due:
        when = When(when.past, when.coming, max(when.lean, 0), when.doubt, is_deadline=True)
    return when, end


def _bare(line: Line, at: int) -> tuple[When, int] | None:
    if at >= line.size:
        return None
    if line.tokens[at].kind is Kind.NUMBER:
        numeric = _iso(line, at) or _slashed(line, at)
        if numeric:
            return numeric
    elif line.tokens[at].kind is not Kind.WORD:
        return None
    return (
        _day_word(line, at) or _relative(line, at) or _weekday(line, at) or _month_day(line, at)
        or _month_first(line, at) or _bare_day(line, at)
    )  # fmt: skip


def _exact(line: Line, year: int, month: int, day: int, end: int) -> tuple[When, int]:
    try:
        found = date(year, month, day)
    except ValueError:
        found = None
    if found is None or abs(year - line.on.year) > _FAR_YEARS:
        return When(line.on, line.on, doubt=Question.IMPOSSIBLE_DATE), end
    return When(found, found, 1 if found > line.on else -1), end


def _yearless(line: Line, month: int, day: int, end: int) -> tuple[When, int]:
    """The last and the next such day around the reference day."""
    years = [line.on.year + shift for shift in (-4, -3, -2, -1, 0, 1, 2, 3, 4)]
    days = [day_of for year in years if 0 < year < 9999 and (day_of := _safe(year, month, day))]
    past = [day_of for day_of in days if day_of <= line.on]
    coming = [day_of for day_of in days if day_of >= line.on]
    if not past or not coming:
        return When(line.on, line.on, doubt=Question.IMPOSSIBLE_DATE), end
    return When(past[-1], coming[0]), end


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _glued_numbers(line: Line, at: int, mark: str) -> list[int]:
    """The numbers of "2026-03-05" or "5/3": joined by one mark without space."""
    values: list[int] = []
    while len(values) < 4 and at < line.size:
        value = number(line.tokens[at])
        if value is None:
            break
        values.append(value)
        has_next = at + 2 < line.size and line.folds[at + 1] == mark
        if not (has_next and line.is_glued(at + 1) and line.is_glued(at + 2)):
            break
        at += 2
    return values


def _iso(line: Line, at: int) -> tuple[When, int] | None:
    for mark in "-/":
        values = _glued_numbers(line, at, mark)
        if len(values) == 3 and len(line.folds[at]) == 4:
            return _exact(line, values[0], values[1], values[2], at + 5)
    return None


def _slashed(line: Line, at: int) -> tuple[When, int] | None:
    values = _glued_numbers(line, at, "/")
    if len(values) not in (2, 3):
        values = _glued_numbers(line, at, ".")
        if len(values) != 3:
            return None
    first, second = values[:2]
    end = at + 2 * len(values) - 1
    if len(values) == 3:
        year = values[2] if values[2] > 99 else 2000 + values[2]
        readings = [_exact(line, year, second, first, end), _exact(line, year, first, second, end)]
    else:
        readings = [_yearless(line, second, first, end), _yearless(line, first, second, end)]
    possible = [reading for reading in readings if reading[0].doubt is None]
    if line.lexicon.day_first or first == second or not possible:
        return readings[0]
    if len(possible) == 1:
        return possible[0]
    nearest = min(possible, key=lambda reading: _distance(line, reading[0]))[0]
    return When(nearest.past, nearest.coming, nearest.lean, Question.WHICH_DATE), end


def _distance(line: Line, when: When) -> timedelta:
    return min(abs(when.past - line.on), abs(when.coming - line.on))


def _day_word(line: Line, at: int) -> tuple[When, int] | None:
    found = line.phrase(line.index.days, at)
    if not found:
        return None
    shift, end = found
    return _shifted(line, shift, end)


def _shifted(line: Line, days: int, end: int) -> tuple[When, int]:
    try:
        day = line.on + timedelta(days=days)
    except OverflowError:
        return When(line.on, line.on, doubt=Question.IMPOSSIBLE_DATE), end
    return When(day, day, (days > 0) - (days < 0)), end


def _relative(line: Line, at: int) -> tuple[When, int] | None:
    """ "3 days ago", "il y a trois jours", "in two weeks", "last week"."""
    lexicon = line.lexicon
    for phrases, sign in ((line.index.ago_before, -1), (line.index.ahead_before, 1)):
        lead = line.phrase(phrases, at)
        counted = _counted_unit(line, lead[1]) if lead else None
        if counted:
            return _moved(line, sign * counted[0], counted[1], counted[2])
    counted = _counted_unit(line, at)
    if counted:
        ago = line.phrase(line.index.ago_after, counted[2])
        return _moved(line, -counted[0], counted[1], ago[1]) if ago else None
    start = at + 1 if line.folds[at] in lexicon.articles else at
    for first, second in ((start, start + 1), (start + 1, start)):
        if max(first, second) < line.size and line.folds[second] in lexicon.units:
            sign = _direction(line, first)
            if sign:
                return _moved(line, sign, lexicon.units[line.folds[second]], start + 2)
    return None


def _direction(line: Line, at: int) -> int:
    if at >= line.size:
        return 0
    return (line.folds[at] in line.lexicon.next) - (line.folds[at] in line.lexicon.last)


def _counted_unit(line: Line, at: int) -> tuple[int, str, int] | None:
    if at >= line.size:
        return None
    counted = (1, at + 1) if line.folds[at] in line.lexicon.ones else count_at(line, at)
    if not counted or counted[1] >= line.size:
        return None
    unit = line.lexicon.units.get(line.folds[counted[1]])
    if unit == "day" and counted[0] in line.lexicon.days_of_weeks:
        return line.lexicon.days_of_weeks[counted[0]], "week", counted[1] + 1
    return (counted[0], unit, counted[1] + 1) if unit else None


def _moved(line: Line, count: int, unit: str, end: int) -> tuple[When, int]:
    if unit in ("day", "week"):
        return _shifted(line, count * (7 if unit == "week" else 1), end)
    months = line.on.year * 12 + line.on.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    if not 0 < year < 9999:
        return When(line.on, line.on, doubt=Question.IMPOSSIBLE_DATE), end
    day = next(found for last in range(line.on.day, 0, -1) if (found := _safe(year, month + 1, last)))
    return When(day, day, 1 if count > 0 else -1), end


def _weekday(line: Line, at: int) -> tuple[When, int] | None:
    """ "friday", "last friday", "vendredi prochain"; "Friday 6 March" is the full date."""
    before = _direction(line, at)
    start = at + 1 if before else at
    if start >= line.size or line.folds[start] not in line.lexicon.weekdays:
        return None
    end = start + 1
    after = end + 1 if end < line.size and line.folds[end] in (",", ".") else end
    full = _month_day(line, after) or _month_first(line, after) if after < line.size and not before else None
    if full:
        return full
    direction = before or (_direction(line, end) if line.lexicon.adjective_after else 0)
    if direction and not before:
        end += 1
    behind = (line.on.weekday() - line.lexicon.weekdays[line.folds[start]]) % 7
    if direction:
        behind = behind or 7  # "last friday" on a Friday is a week ago
    ahead = (7 - behind) % 7 or 7
    try:
        return When(line.on - timedelta(days=behind), line.on + timedelta(days=ahead), direction), end
    except OverflowError:
        return When(line.on, line.on, doubt=Question.IMPOSSIBLE_DATE), end


def _ordinal_end(line: Line, at: int) -> int:
    return at + 1 if at < line.size and line.folds[at] in line.lexicon.ordinals and line.is_glued(at) else at


def _year_at(line: Line, at: int) -> tuple[int, int] | None:
    """A year of four digits, after a comma or not."""
    start = at + 1 if at + 1 < line.size and line.folds[at] == "," else at
    value = number(line.tokens[start]) if start < line.size and len(line.folds[start]) == 4 else None
    return None if value is None or not 1900 <= value <= 2200 else (value, start + 1)


def _dated(line: Line, month: int, day: int, end: int) -> tuple[When, int]:
    year = _year_at(line, end)
    return _exact(line, year[0], month, day, year[1]) if year else _yearless(line, month, day, end)


def _month_day(line: Line, at: int) -> tuple[When, int] | None:
    """ "5 March 2026", "the 5th of March", "1er mars"."""
    start = at + 1 if line.folds[at] in line.lexicon.day_articles else at
    counted = count_at(line, start)
    if not counted or counted[0] > 99:
        return None
    after = _ordinal_end(line, counted[1])
    if after < line.size and line.folds[after] in line.lexicon.between:
        after += 1
    month = line.lexicon.months.get(line.folds[after]) if after < line.size else None
    return _dated(line, month, counted[0], after + 1) if month else None


def _month_first(line: Line, at: int) -> tuple[When, int] | None:
    """ "March 5th, 2026"."""
    month = line.lexicon.months.get(line.folds[at])
    day = number(line.tokens[at + 1]) if month and at + 1 < line.size else None
    if not month or day is None or day > 99 or line.lexicon.day_first:
        return None
    return _dated(line, month, day, _ordinal_end(line, at + 2))


def _bare_day(line: Line, at: int) -> tuple[When, int] | None:
    """ "the 12th", "le 12": the last or the next such day of a month."""
    if line.folds[at] not in line.lexicon.day_articles or at + 1 >= line.size:
        return None
    day = number(line.tokens[at + 1])
    end = _ordinal_end(line, at + 2)
    is_ordinal = end > at + 2 or line.lexicon.day_first
    is_slashed = end < line.size and line.folds[end] == "/"
    if day is None or is_slashed or not is_ordinal or not 1 <= day <= 31 or not line.may_end_date(end):
        return None
    months = [divmod(line.on.year * 12 + line.on.month - 1 + shift, 12) for shift in (-2, -1, 0, 1, 2)]
    days = [found for year, month in months if 0 < year < 9999 and (found := _safe(year, month + 1, day))]
    past = [found for found in days if found <= line.on]
    coming = [found for found in days if found >= line.on]
    if not past or not coming:
        return When(line.on, line.on, doubt=Question.IMPOSSIBLE_DATE), end
    return When(past[-1], coming[0]), end
