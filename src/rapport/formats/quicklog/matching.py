"""Every way a pattern fits a line."""

from collections.abc import Iterator

from rapport.formats.quicklog.line import Line
from rapport.formats.quicklog.pattern import (
    Adjectives,
    Caught,
    Choice,
    Element,
    End,
    Match,
    Sequence,
    Slot,
    Words,
)


def matches(line: Line, sequence: Sequence, at: int) -> Iterator[Match]:
    """Every way the sequence fits the line from this token on, the greediest first."""
    return _walk(line, sequence, Match(at, at))


def _walk(line: Line, rest: Sequence, so_far: Match) -> Iterator[Match]:
    if not rest:
        yield so_far
        return
    element, rest = rest[0], rest[1:]
    at = so_far.end
    if isinstance(element, Choice):
        for option in element.options:
            yield from _walk(line, option + rest, so_far)
        if element.maybe:
            yield from _walk(line, rest, so_far)
        return
    found = False
    for caught, end, words in _read(line, element, at):
        found = True
        more = so_far.caught if caught is None else (*so_far.caught, caught)
        yield from _walk(line, rest, Match(so_far.start, end, more, so_far.words + words))
    if not found and so_far.words + len(so_far.caught):
        skipped = line.skip(at)
        if skipped is not None:
            caught, end = skipped
            more = so_far.caught if caught is None else (*so_far.caught, caught)
            yield from _walk(line, (element, *rest), Match(so_far.start, end, more, so_far.words))


def _read(line: Line, element: Element, at: int) -> Iterator[tuple[Caught | None, int, int]]:
    if isinstance(element, Words):
        if at < line.size and line.folds[at] in element.words:
            yield None, at + 1, 1
    elif isinstance(element, Adjectives):
        yield from line.adjectives(at)
    elif isinstance(element, End):
        if line.ends_at(at):
            yield None, at, 0
    elif isinstance(element, Slot):
        for value, end in line.slot(element.kind, at):
            yield Caught(element.name, value, at, end), end, 0
