"""Lists of people, and the pronouns that stand for them."""

from collections.abc import Iterator

from rapport.domain.quicklog.quicklog import Name
from rapport.formats.quicklog.line import Line
from rapport.formats.quicklog.names import name_value

_MAX_SUBJECTS = 12  # names before a verb; more are never one subject


class People:
    """Who a slot names; a pronoun names nobody, and `many` tells she from they."""

    __slots__ = ("_line", "end", "many", "pronoun", "start")

    def __init__(
        self, line: Line, start: int, end: int, *, pronoun: bool = False, many: bool = False
    ) -> None:
        self._line = line
        self.start = start
        self.end = end
        self.pronoun = pronoun
        self.many = many

    @property
    def names(self) -> tuple[Name, ...]:
        """The names, worked out when asked for: most readings are only tried."""
        listed: list[Name] = []
        at = self.end if self.pronoun else self.start
        while at < self.end:
            found = self._line.name(at)
            if found is None:
                at += 1
                continue
            listed.append(name_value(self._line, *found))
            at = found[1]
        return tuple(listed)


def people_at(line: Line, at: int) -> tuple[People, int] | None:
    """The names listed here, or a pronoun."""
    end = line.list_end(at)
    if end > at:
        return People(line, at, end), end
    if at < line.size and line.folds[at] in line.lexicon.pronouns:
        many = line.lexicon.pronouns[line.folds[at]]
        return People(line, at, at + 1, pronoun=True, many=many), at + 1
    return None


def readings(line: Line, at: int) -> Iterator[tuple[People, int]]:
    """The list as it stands, then as the subject of what follows: "Tom, Ann and Bob never answered"."""
    found = people_at(line, at)
    if found:
        yield found
        end = subject_end(line, at)
        if end > found[1]:
            yield People(line, at, end), end


def person_at(line: Line, at: int) -> tuple[People, int] | None:
    """One name, or a pronoun."""
    found = line.name(at)
    if found:
        return People(line, at, found[1]), found[1]
    listed = people_at(line, at)
    return listed if listed and listed[0].pronoun else None


def list_rest(line: Line, end: int) -> int:
    """Where a list of names ends that has come as far as `end`."""
    following = next_item(line, end)
    return end if following is None else line.list_end(following)


def next_item(line: Line, end: int) -> int | None:
    """Where the next name of a list begins, unless a new statement does."""
    at = _next_name(line, end)
    return None if at is None or line.opening(at) else at


def subject_end(line: Line, at: int) -> int:
    """The end of a list of names that a verb may follow, whatever else its later names might begin."""
    end = at
    following: int | None = at
    for _ in range(_MAX_SUBJECTS):
        name = line.name(following) if following is not None else None
        if name is None:
            break
        end = name[1]
        following = _next_name(line, end)
    return end


def _next_name(line: Line, end: int) -> int | None:
    at = end
    if at < line.size and line.folds[at] == ",":
        at += 1
    if at < line.size and line.folds[at] in line.lexicon.joins:
        at += 1
    return None if at == end or at >= line.size or line.name(at) is None else at
