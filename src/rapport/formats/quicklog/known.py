"""Names already kept, found whole in the text."""

from enum import Enum, auto
from typing import NamedTuple

from rapport.domain.quicklog.quicklog import Directory, Known
from rapport.domain.text import fold
from rapport.formats.quicklog.tokens import Token, tokenise


class Sort(Enum):
    """What a known name belongs to."""

    PERSON = auto()
    GATHERING = auto()
    ORGANISATION = auto()


class _Entry(NamedTuple):
    words: tuple[str, ...]
    sort: Sort
    is_whole: bool  # the name as kept, not only its first word


class KnownNames:
    """The directory's names that may occur in these tokens; apostrophes do not matter."""

    def __init__(self, directory: Directory, tokens: list[Token]) -> None:
        self._entries: dict[str, list[_Entry]] = {}
        words = {token.fold.replace("'", "") for token in tokens}
        words |= {
            word for token in tokens if token.text[0] in '"“«„' for word in fold(token.text[1:-1]).split()
        }
        for sort, known in (
            (Sort.PERSON, directory.people),
            (Sort.GATHERING, directory.gatherings),
            (Sort.ORGANISATION, directory.organisations),
        ):
            for entry in known:
                self._file(entry, sort, words)
        for entries in self._entries.values():
            entries.sort(key=lambda entry: -len(entry.words))

    def _file(self, known: Known, sort: Sort, present: set[str]) -> None:
        for name in (known.name, *known.aliases):
            first = fold(name.split(" ", 1)[0])
            if first not in present and ("'" not in first or first.split("'")[0] not in present):
                continue
            words = _words(name)
            if not words:
                continue
            self._entries.setdefault(words[0], []).append(_Entry(words, sort, True))
            if sort is Sort.PERSON and len(words) > 1:
                self._entries[words[0]].append(_Entry(words[:1], sort, False))

    def at(self, folds: list[str], start: int) -> tuple[Sort, int, bool] | None:
        """What stands here, the token after it, and whether it is a whole name; the longest wins."""
        if not self._entries or start >= len(folds):
            return None
        for entry in self._entries.get(folds[start].replace("'", ""), ()):
            end = _fits(entry.words, folds, start)
            if end is not None:
                return entry.sort, end, entry.is_whole
        return None


def _words(name: str) -> tuple[str, ...]:
    words = (token.fold.replace("'", "") for token in tokenise(name))
    return tuple(word for word in words if word)


def _fits(words: tuple[str, ...], folds: list[str], at: int) -> int | None:
    for place, word in enumerate(words):
        while place and at < len(folds) and folds[at] == "'":
            at += 1
        if at >= len(folds) or folds[at].replace("'", "") != word:
            return None
        at += 1
    return at
