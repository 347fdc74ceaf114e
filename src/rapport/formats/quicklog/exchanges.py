"""Words for an exchange, where a line corrects an earlier one."""

from typing import NamedTuple

from rapport.domain.interactions.interactions import Channel
from rapport.formats.quicklog.line import Line


class Exchange(NamedTuple):
    """ "coffee": by which channels it may have been."""

    channels: tuple[Channel, ...]
    word: str


def exchange_at(line: Line, at: int) -> tuple[Exchange, int] | None:
    """A word for an exchange, and the token after it."""
    correcting = line.correcting
    found = line.phrase(correcting.exchanges, at) if correcting else None
    if correcting is None or found is None:
        return None
    place, end = found
    word = line.text[line.tokens[at].start : line.tokens[end - 1].end]
    return Exchange(correcting.channels[place], word), end
