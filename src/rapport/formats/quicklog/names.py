"""Where a person's or an organisation's name begins and ends."""

from rapport.domain.quicklog.quicklog import Name, Span
from rapport.formats.quicklog.amounts import minutes_at
from rapport.formats.quicklog.known import Sort
from rapport.formats.quicklog.line import Line
from rapport.formats.quicklog.tokens import Kind

_MAX_WORDS = 5
_MAX_TYPED = 4  # words of an organisation typed in lower case


def name_end(line: Line, at: int) -> tuple[int, int] | None:
    """The first token of a person's name here (titles dropped) and the token after it."""
    if at >= line.size:
        return None
    if line.folds[at] == "@":
        return _marked(line, at)
    start = _after_title(line, at)
    known = line.known.at(line.folds, start)
    if known:
        sort, end, is_whole = known
        if sort is not Sort.PERSON:
            return None
        if end - start > 1:
            return start, end
        capital = _capital_run(line, start)
        if capital and capital > end:
            return start, capital
        is_common = line.folds[start] in line.index.vocabulary or line.folds[start] in line.lexicon.stops
        if line.tokens[start].is_capital or (not is_common and (is_whole or len(line.folds[start]) > 2)):
            return start, end
        return None
    run = _capital_run(line, start)
    return (start, run) if run else None


def _marked(line: Line, at: int) -> tuple[int, int] | None:
    """ "@Priya Shah": the word after the mark, and the next one if it has a capital."""
    start = at + 1
    if start >= line.size or not line.is_glued(start) or line.tokens[start].kind is not Kind.WORD:
        return None
    known = line.known.at(line.folds, start)
    if known and known[0] is Sort.PERSON and known[1] > start + 1:
        return start, known[1]
    end = start + 1
    while end - start < 4 and end + 1 < line.size and line.folds[end] in line.lexicon.particles:
        end += 1
    if end < line.size and _is_name_word(line, end):
        return start, end + 1
    return start, start + 1


def _after_title(line: Line, at: int) -> int:
    """Past "Dr.", "Mme", when a name follows."""
    if line.folds[at] not in line.lexicon.titles:
        return at
    after = at + 1
    if after < line.size and line.folds[after] == ".":
        after += 1
    elif len(line.folds[at]) == 1:
        return at  # "M" without its point is an initial
    return after if after < line.size and line.tokens[after].is_capital else at


def _capital_run(line: Line, start: int) -> int | None:
    """The end of a run of capitalised words with particles between them."""
    if not _is_name_word(line, start) or _opens_sentence(line, start):
        return None
    end = start + 1
    if line.tokens[start].is_caseless:
        while end < line.size and end - start < _MAX_WORDS and line.tokens[end].is_caseless:
            end += 1
        return end
    while end < line.size and end - start < 2 * _MAX_WORDS:
        after = _initial_end(line, end - 1, end)
        while after < line.size and after - end < 3 and line.folds[after] in line.lexicon.particles:
            after += 1
        if after >= line.size or not _is_name_word(line, after) or line.tokens[after].is_caseless:
            break
        end = after + 1
    return end


def _initial_end(line: Line, at: int, end: int) -> int:
    """Past the point of "J." when a name goes on after it."""
    is_initial = len(line.tokens[at].text) == 1 and end < line.size and line.folds[end] == "."
    return end + 1 if is_initial else end


def _is_name_word(line: Line, at: int) -> bool:
    token = line.tokens[at]
    if not token.is_capital or token.fold in line.lexicon.stops or token.fold in line.lexicon.weekdays:
        return False
    if token.fold in line.lexicon.months and line.when(at):
        return False
    known = line.known.at(line.folds, at)
    return known is None or known[0] is Sort.PERSON


def _opens_sentence(line: Line, at: int) -> bool:
    """A common word that has its capital only from standing first."""
    if not line.opens_sentence(at) or line.tokens[at].fold not in line.index.vocabulary:
        return False
    known = line.known.at(line.folds, at)
    return known is None or known[0] is not Sort.PERSON


def name_value(line: Line, start: int, end: int) -> Name:
    """The name as typed; a point belongs to it only after an initial."""
    marked = start > 0 and line.folds[start - 1] == "@"
    span = Span(line.tokens[start].start, line.tokens[end - 1].end)
    return Name(line.text[span.start : span.end], span, marked)


def organisation_end(line: Line, at: int) -> tuple[int, int] | None:
    """An organisation that is quoted, known or written with a capital."""
    if at >= line.size:
        return None
    if line.tokens[at].kind in (Kind.QUOTED, Kind.ADDRESS):
        return at, at + 1
    known = known_organisation_end(line, at)
    if known:
        return known
    start = at + 1 if line.folds[at] in line.lexicon.articles and at + 1 < line.size else at
    if not _is_organisation_word(line, start) or _opens_sentence(line, start):
        return None
    end = start + 1
    while end < line.size and end - start < 2 * _MAX_WORDS:
        after = end
        while after < line.size and after - end < 3 and _links(line, after):
            after += 1
        if after >= line.size or not _is_organisation_word(line, after):
            break
        end = after + 1
    return start, _domain_end(line, end)


def _links(line: Line, at: int) -> bool:
    word = line.folds[at]
    return word in ("&", "'", "'s") or (
        word in line.lexicon.gathering_links and word not in line.lexicon.joins
    )


def _domain_end(line: Line, end: int) -> int:
    """Past ".com" in "Acme.com"."""
    has_dot = end + 1 < line.size and line.folds[end] == "." and line.is_glued(end) and line.is_glued(end + 1)
    return end + 2 if has_dot and line.tokens[end + 1].kind is Kind.WORD else end


def _is_organisation_word(line: Line, at: int) -> bool:
    token = line.tokens[at]
    if token.kind is Kind.NUMBER:
        return not line.when(at) and not minutes_at(line, at)
    if not token.is_capital or token.fold in line.lexicon.stops or token.fold in line.lexicon.weekdays:
        return False
    if token.fold in line.lexicon.months and line.when(at):
        return False
    known = line.known.at(line.folds, at)
    return known is None or known[0] is not Sort.GATHERING


def known_organisation_end(line: Line, at: int) -> tuple[int, int] | None:
    """An organisation of the directory, or one pitched earlier in the line."""
    for start in (at, at + 1):
        if start >= line.size:
            return None
        known = line.known.at(line.folds, start)
        if known and known[0] is Sort.ORGANISATION:
            return start, known[1]
        if line.folds[at] not in line.lexicon.articles:
            break
    return None


def typed_organisation_end(line: Line, at: int) -> tuple[int, int] | None:
    """An organisation typed in lower case: a few words, up to a preposition, a date or the clause's end."""
    start = at + 1 if at < line.size and line.folds[at] in line.lexicon.articles else at
    end = start
    while end < min(line.ends[start] if start < line.size else start, start + _MAX_TYPED):
        word = line.folds[end]
        is_plain = line.tokens[end].kind in (Kind.WORD, Kind.NUMBER) and word not in line.lexicon.object_stops
        if not is_plain or line.when(end) or minutes_at(line, end):
            break
        end += 1
    return (start, end) if end > start else None
