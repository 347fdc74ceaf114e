"""What each kind of slot reads."""

from collections.abc import Callable, Iterator

from rapport.formats.quicklog import names, people
from rapport.formats.quicklog.amounts import bare_clock_at, clock_at, count_at, level_at, minutes_at
from rapport.formats.quicklog.exchanges import exchange_at
from rapport.formats.quicklog.gatherings import gathering_at, gathering_end, named_at
from rapport.formats.quicklog.known import Sort
from rapport.formats.quicklog.line import Line, Read
from rapport.formats.quicklog.pattern import HERE
from rapport.formats.quicklog.tokens import Kind

_HOME = frozenset({"lives", "whence"})
_LAZY_REACH = 14  # words a slot in the middle of a pattern may span
_PHONE_MARKS = frozenset("+-./()")
_PHONE_DIGITS = 6
_LANGUAGES = frozenset(
    {
        "english", "french", "german", "spanish", "italian", "portuguese", "dutch", "arabic", "chinese",
        "mandarin", "japanese", "korean", "hindi", "russian", "ukrainian", "polish", "turkish", "swedish",
        "danish", "norwegian", "finnish", "greek", "hebrew", "catalan",
    }
)  # fmt: skip  # written with a capital: "a call in French" is no place


def read_slot(line: Line, kind: str, at: int) -> Iterator[Read]:
    """Every reading of a slot here with the token after it, the likeliest first."""
    several = _SEVERAL.get(kind)
    if several is not None:
        yield from several(line, at)
        return
    found = _SINGLE[kind](line, at)
    if found is not None:
        yield found


def _what(line: Line, at: int) -> Iterator[Read]:
    """The rest of the clause, unless it is only a date."""
    end = line.ends[min(at, line.size)]
    dated = line.when(at)
    if end > at and (dated is None or dated[1] < end):
        yield (at, end), end


def _thing(line: Line, at: int) -> Iterator[Read]:
    """As few words as the rest of the pattern allows."""
    for end in range(at + 1, min(line.ends[min(at, line.size)], at + _LAZY_REACH) + 1):
        yield (at, end), end


def _mods(line: Line, at: int) -> Iterator[Read]:
    """Nothing, where the clause ends or what follows completes it: "lunch with …", not "lunch was …"."""
    if line.ends_at(at) or line.folds[at] in line.lexicon.after_nouns:
        yield None, at
        return
    found = line.modifier(at)
    if found and found.key not in _HOME:  # "call from Ana" names a person
        yield None, at


def _organisation(line: Line, at: int) -> Read | None:
    found = names.organisation_end(line, at) or names.typed_organisation_end(line, at)
    return (found, found[1]) if found else None


def _known_organisation(line: Line, at: int) -> Read | None:
    found = names.known_organisation_end(line, at)
    return (found, found[1]) if found else None


def _place(line: Line, at: int) -> Read | None:
    """Where someone works: an organisation, or a gathering such as Freelance Friday."""
    organisation = names.organisation_end(line, at)
    start, end = organisation or (at, at)
    longer = gathering_end(line, start)
    if longer is not None and longer > end:
        return (start, longer), longer
    return ((start, end), end) if organisation else _organisation(line, at)


def _organisations(line: Line, at: int) -> Read | None:
    """One organisation or a list of them, as ranges of tokens."""
    first = names.organisation_end(line, at) or names.typed_organisation_end(line, at)
    if first is None:
        return None
    found = [first]
    while True:
        end = found[-1][1]
        place = end + (end < line.size and line.folds[end] == ",")
        place += place < line.size and line.folds[place] in line.lexicon.joins
        more = names.organisation_end(line, place) if place > end and not line.opening(place) else None
        if more is None:
            return tuple(found), end
        found.append(more)


def _city(line: Line, at: int) -> Read | None:
    """A place with a capital that is no name already kept: "Mumbai", "New York", but not "French"."""
    found = line.name(at)
    is_other = line.folds[at] in _LANGUAGES or line.folds[at] in line.lexicon.months if found else True
    if found is None or is_other or found[0] != at or line.known.at(line.folds, at):
        return None
    return found, found[1]


def _firm(line: Line, at: int) -> Read | None:
    """An organisation with a capital or kept already, and surely not a person of the directory."""
    found = names.organisation_end(line, at)
    known = line.known.at(line.folds, found[0]) if found else None
    return (found, found[1]) if found and not (known and known[0] is Sort.PERSON) else None


def _named(line: Line, at: int) -> Iterator[Read]:
    """Anything that has a name: a person, a gathering, an organisation; the longest first."""
    gathering = gathering_end(line, at)
    found = {line.name(at), names.organisation_end(line, at), (at, gathering) if gathering else None}
    for pair in sorted((pair for pair in found if pair), key=lambda pair: (-pair[1], pair[0])):
        yield pair, pair[1]


def _kept(line: Line, at: int) -> Read | None:
    """A gathering or an organisation of the directory."""
    known = line.known.at(line.folds, at)
    return ((at, known[1]), known[1]) if known and known[0] is not Sort.PERSON else None


def _here(line: Line, at: int) -> Read | None:
    return None, at


def _address(line: Line, at: int) -> Read | None:
    """An e-mail address."""
    is_address = at < line.size and line.tokens[at].kind is Kind.ADDRESS and "@" in line.folds[at]
    return ((at, at + 1), at + 1) if is_address else None


def _phone(line: Line, at: int) -> Read | None:
    """A telephone number of six digits or more."""
    end = at
    while end < line.size and (line.tokens[end].kind is Kind.NUMBER or line.folds[end] in _PHONE_MARKS):
        end += 1
    digits = sum(len(line.folds[place]) for place in range(at, end) if line.tokens[place].kind is Kind.NUMBER)
    return ((at, end), end) if digits >= _PHONE_DIGITS else None


def _date(line: Line, at: int) -> Read | None:
    return line.when(at)


_SEVERAL: dict[str, Callable[[Line, int], Iterator[Read]]] = {
    "what": _what,
    "thing": _thing,
    "people": people.readings,
    "mods": _mods,
    "named": _named,
}
_SINGLE: dict[str, Callable[[Line, int], Read | None]] = {
    "person": people.person_at,
    "org": _organisation,
    "place": _place,
    "orgs": _organisations,
    "korg": _known_organisation,
    "city": _city,
    "firm": _firm,
    "gathering": gathering_at,
    "kgathering": named_at,
    "date": _date,
    "minutes": minutes_at,
    "n": count_at,
    "level": level_at,
    "clock": clock_at,
    "bareclock": bare_clock_at,
    "kept": _kept,
    "exchange": exchange_at,
    HERE: _here,
    "address": _address,
    "phone": _phone,
}
