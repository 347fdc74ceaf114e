"""Whether two names mean the same organisation, as far as their spelling tells."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rapport.domain.text import fold

# Legal forms and articles, folded: "Acme, Inc." is "Acme".
LEFT_OUT = frozenset((
    "the", "le", "la", "les", "l", "der", "die", "das", "and", "et", "und", "of", "de", "du",
    "inc", "llc", "ltd", "limited", "corp", "corporation", "co", "company", "plc", "lp", "llp", "pbc",
    "gmbh", "ag", "kg", "ug", "ev", "sa", "sas", "sarl", "sasu", "eurl", "scop", "srl", "spa", "bv", "nv",
    "ab", "as", "oy", "aps", "pty", "sl", "cie",
))  # fmt: skip
# Words that many share: alone they tell nobody.
GENERAL = frozenset((
    "studio", "studios", "group", "groupe", "media", "agency", "agence", "design", "digital", "press",
    "magazine", "books", "games", "labs", "lab", "consulting", "partners", "services", "solutions", "global",
    "international", "national", "university", "universite", "school", "ecole", "institute", "institut",
    "freelance", "independent", "self", "employed", "retired", "north", "south", "east", "west", "american",
    "new", "first", "city", "house", "maison",
))  # fmt: skip
SLIP = 90  # of 100: how alike two spellings must be
LONG_ENOUGH = 6  # characters: in shorter names one letter makes another name
TELLING = 4  # characters of a word that can stand for a longer name
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=16_384)  # the same names are compared with every dream
def words_of(name: str) -> tuple[str, ...]:
    """The words that tell it, folded; all of them where nothing else is left."""
    words = tuple(_WORD.findall(fold(name).replace("'s", "s").replace(".", "")))
    return tuple(word for word in words if word not in LEFT_OUT) or words


def matching(wanted: str, organisations: Iterable[str]) -> list[str]:
    """Those that mean the wanted one: spelled alike, with a slip forgiven, or one the start of the other."""
    known = list(organisations)
    found = matching_each([wanted], known)[wanted]
    return [organisation for organisation in known if organisation in found]


def matching_each(wanted: Iterable[str], organisations: Iterable[str]) -> dict[str, frozenset[str]]:
    """The same for several at once: every name is taken apart once."""
    by_joined: dict[str, list[str]] = defaultdict(list)
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for organisation in organisations:
        if words := words_of(organisation):
            by_joined["".join(words)].append(organisation)
            by_first[words[0]].append((words, organisation))
    return {name: frozenset(_alike(words_of(name), by_joined, by_first)) for name in wanted}


def _alike(
    words: tuple[str, ...],
    by_joined: Mapping[str, list[str]],
    by_first: Mapping[str, list[tuple[tuple[str, ...], str]]],
) -> Iterator[str]:
    joined = "".join(words)
    if not joined:
        return
    yield from by_joined.get(joined, ())
    yield from (name for theirs, name in by_first.get(words[0], ()) if _begins(words, theirs))
    if len(joined) >= LONG_ENOUGH:
        from rapidfuzz import fuzz, process  # start-up counts: few commands look for an organisation

        near = process.extract_iter(joined, list(by_joined), scorer=fuzz.ratio, score_cutoff=SLIP)
        for other, _, _ in near:
            if len(other) >= LONG_ENOUGH:
                yield from by_joined[other]


def _begins(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Acme and Acme Worlds: the shorter is how the longer begins, and tells something."""
    short, long = sorted((one, other), key=len)
    if long[: len(short)] != short:
        return False
    return any(len(word) >= TELLING and word not in GENERAL for word in short)
