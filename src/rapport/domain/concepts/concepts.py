"""What people look for and can give, as concepts: the same one whether it is said in English or in French.

A line of the tables is `concept < wider concept: forms in both languages | English forms | French forms`;
lines that begin with blanks go on. A form is one word or several, folded; several match in any order when
they stand close together. `word*` is every word that begins so. Plurals need not be listed.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from rapport.domain.concepts.facets import FAINT, LANGUAGES
from rapport.domain.concepts.life import LIFE
from rapport.domain.concepts.trades import TRADES
from rapport.domain.concepts.world import WORLD
from rapport.domain.stems import singular
from rapport.domain.values import dataclass

SIDES = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Form:
    """One way of saying a concept."""

    concept: str
    words: tuple[str, ...]  # as `singular` leaves them; "*" at the end: any word that begins so


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms by language and by their first word, the longest first."""

    by_word: Mapping[str, Mapping[str, tuple[Form, ...]]]
    by_start: Mapping[str, Mapping[str, tuple[Form, ...]]]  # first words that end with "*"
    wider: Mapping[str, str]
    tongues: frozenset[str]  # concepts that are languages
    faint: frozenset[str]  # whom or what for, rather than what

    def starting(self, side: str, folded: str, bare: str) -> Iterator[Form]:
        """Forms of which this may be the first word; `bare`: its singular."""
        yield from self.by_word[side].get(bare, ())
        for length in range(3, len(folded) + 1):
            yield from self.by_start[side].get(folded[:length], ())


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read once, when first asked for."""
    by_word: dict[str, defaultdict[str, list[Form]]] = {side: defaultdict(list) for side in SIDES}
    by_start: dict[str, defaultdict[str, list[Form]]] = {side: defaultdict(list) for side in SIDES}
    wider: dict[str, str] = {}
    lines = [line for table in (TRADES, LIFE, WORLD, FAINT, LANGUAGES) for line in _lines(table)]
    for head, sides in lines:
        concept, _, above = (part.strip() for part in head.partition("<"))
        if above:
            wider[concept] = above
        for side, text in sides.items():
            for form in _forms(concept, text):
                first = form.words[0]
                index, key = (by_start, first[:-1]) if first.endswith("*") else (by_word, first)
                index[side][key].append(form)
    tongues, faint = (frozenset(head for head, _ in _lines(table)) for table in (LANGUAGES, FAINT))
    return Lexicon(_sorted(by_word), _sorted(by_start), wider, tongues, faint)


def _lines(table: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each concept's head, and its forms by language."""
    for line in table.replace("\n    ", " ").strip().splitlines():
        head, _, forms = line.partition(":")
        both, *sides = forms.split("|")
        english, french = (*sides, "", "")[:2]
        yield head.strip(), {"en": f"{both}, {english}", "fr": f"{both}, {french}"}


def _forms(concept: str, text: str) -> Iterator[Form]:
    for said in text.split(","):
        words = tuple(
            word if word.endswith("*") else singular(word) for word in said.replace("-", " ").split()
        )
        if words:
            yield Form(concept, words)


def _sorted(index: Mapping[str, Mapping[str, list[Form]]]) -> dict[str, dict[str, tuple[Form, ...]]]:
    return {
        side: {key: tuple(sorted(forms, key=lambda form: -len(form.words))) for key, forms in found.items()}
        for side, found in index.items()
    }
