"""Where a gathering's name ends: quoted, known, capitalised, or a common noun ("the conference")."""

from rapport.domain.quicklog.quicklog import GatheringName, Span
from rapport.formats.quicklog.known import Sort
from rapport.formats.quicklog.line import Line
from rapport.formats.quicklog.tokens import Kind

_MAX_WORDS = 8
_NOUN_REACH = 4  # words of "the national writers' conference" before its noun


def gathering_at(line: Line, at: int) -> tuple[GatheringName, int] | None:
    """A gathering's name here, its article dropped, and the token after it."""
    starts = [at]
    while len(starts) < 3 and starts[-1] < line.size and line.folds[starts[-1]] in line.lexicon.articles:
        starts.append(starts[-1] + 1)
    for start in starts:
        end = named_end(line, start)
        if end:
            return _value(line, start, end), end
    start = starts[-1]
    end = _capital_end(line, start) or _noun_end(line, start)
    if end and end < line.size and line.folds[end] in line.lexicon.gathering_nouns:
        end += 1  # "VR meetup"
    return (_value(line, start, end), end) if end else None


def gathering_end(line: Line, at: int) -> int | None:
    """The end of a gathering's name that begins right here."""
    return (named_end(line, at) or _capital_end(line, at)) if at < line.size else None


def named_at(line: Line, at: int) -> tuple[GatheringName, int] | None:
    """A gathering that is surely one: quoted or known."""
    start = at + 1 if at < line.size and line.folds[at] in line.lexicon.articles else at
    end = named_end(line, start)
    return (_value(line, start, end), end) if end else None


def named_end(line: Line, at: int) -> int | None:
    """The end of a gathering's name that is sure: quoted or known."""
    if at >= line.size:
        return None
    if line.tokens[at].kind is Kind.QUOTED:
        return at + 1
    known = line.known.at(line.folds, at)
    return known[1] if known and known[0] is Sort.GATHERING else None


def _value(line: Line, start: int, end: int) -> GatheringName:
    first, last = line.tokens[start].start, line.tokens[end - 1].end
    if line.tokens[start].kind is Kind.QUOTED:
        inner = line.text[first + 1 : last - 1]
        first += 1 + len(inner) - len(inner.lstrip())
        last = first + len(inner.strip())
    return GatheringName(line.text[first:last], Span(first, last))


def _capital_end(line: Line, start: int) -> int | None:
    """ "Ladies' Night", "Nuit des Idées", "Freelance Friday", "Drinks with Strangers", "Café avec vue"."""
    if start >= line.size or not _is_name_word(line, start) or _is_other(line, start):
        return None
    end = start + 1
    while end < line.size and end - start < _MAX_WORDS:
        if line.folds[end] in ("'", "'s") and line.is_glued(end):
            end += 1
            continue
        after = end
        while after < line.size and after - end < 3 and _links(line, after):
            after += 1
        if after >= line.size or not _continues(line, start, end, after):
            break
        end = after + 1
    heads = line.lexicon.gathering_nouns | line.lexicon.gathering_heads
    if end == start + 1 and line.folds[start] in heads:
        end = _noun_tail(line, end)
    return _company_end(line, start, end) or end


def _continues(line: Line, start: int, end: int, at: int) -> bool:
    """A weekday ends a name only after a single word: "Freelance Friday", but "Ladies' Night Friday"."""
    token = line.tokens[at]
    if token.kind is Kind.NUMBER:
        return at == end and line.is_year(at) and line.when(at) is None
    if not _is_name_word(line, at):
        return False
    if token.fold in line.lexicon.next | line.lexicon.last and line.when(at):
        return False  # "Book Club Next Friday"
    return token.fold not in line.lexicon.weekdays or (at == start + 1 and not line.dates_after(at))


def _is_name_word(line: Line, at: int) -> bool:
    token = line.tokens[at]
    is_month = token.fold in line.lexicon.months and line.when(at) is not None
    return token.is_capital and token.fold not in line.lexicon.stops and not is_month


def _is_other(line: Line, at: int) -> bool:
    known = line.known.at(line.folds, at)
    return known is not None and known[0] is not Sort.GATHERING


def _links(line: Line, at: int) -> bool:
    return line.folds[at] in line.lexicon.gathering_links or line.folds[at] == "&"


def _company_end(line: Line, start: int, end: int) -> int | None:
    """ "with Strangers" belongs to the name when the name begins with a drink or a meal."""
    is_meal = line.folds[start] in line.lexicon.meals and end == start + 1
    if not is_meal or end + 1 >= line.size or line.folds[end] not in line.lexicon.company:
        return None
    known = line.known.at(line.folds, end + 1)
    is_person = known is not None and known[0] is Sort.PERSON
    return None if is_person or line.tokens[end + 1].kind is not Kind.WORD else end + 2


def _noun_end(line: Line, start: int) -> int | None:
    """ "the writers' conference", "conférence des autrices": a common noun, with what says which one."""
    for at in range(start, min(start + _NOUN_REACH + 1, line.size)):
        token = line.tokens[at]
        if token.fold in line.lexicon.gathering_nouns:
            return _noun_tail(line, at + 1)
        is_inside = token.kind in (Kind.WORD, Kind.NUMBER) or token.fold == "'"
        if not is_inside or token.fold in line.lexicon.object_stops or line.when(at):
            return None
    return None


def _noun_tail(line: Line, end: int) -> int:
    """The words after a French noun: "atelier d'écriture", "congrès national des autrices"."""
    first = end + 1 if _is_plain(line, end) and end + 1 < line.size and _links(line, end + 1) else end
    after = first
    while after < line.size and after - first < 2 and _links(line, after):
        after += 1
    is_tail = (
        after > first and after < line.size and line.tokens[after].kind is Kind.WORD and not line.when(after)
    )
    return after + 1 if is_tail else end


def _is_plain(line: Line, at: int) -> bool:
    """An ordinary word, such as the adjective in "congrès national"."""
    if at >= line.size or line.tokens[at].kind is not Kind.WORD or line.tokens[at].is_capital:
        return False
    word = line.folds[at]
    return not ({word} & (line.lexicon.object_stops | line.lexicon.stops)) and not _links(line, at)
