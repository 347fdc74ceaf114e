"""Reading a line against the names already kept, and saying who each typed name may mean."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from rapport.db.models import Gathering, Pitch
from rapport.db.queries import people as people_queries
from rapport.db.queries.near_names import near
from rapport.domain.people.people import Match, resolve
from rapport.domain.quicklog.company import as_notes
from rapport.domain.quicklog.naming import names_in, whole_names
from rapport.domain.quicklog.quicklog import (
    CORRECTIONS,
    About,
    Directory,
    Known,
    Noted,
    Reading,
    TakeBack,
    Trait,
)
from rapport.domain.text import clean, fold
from rapport.domain.values import dataclass
from rapport.formats.quicklog import read
from rapport.services.quicklog.choices import Candidate, NameChoice, RowChoice

Row = tuple[UUID, str, list[str]]  # id, name, aliases
WORD = re.compile(r"[^\W\d_][\w'-]*")
LONGEST = 20_000  # characters in one line; a pasted page is about 3,000


class TooLong(ValueError):
    """The text is longer than `LONGEST`."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A line read and matched, ready to be shown, amended and saved."""

    reading: Reading
    names: tuple[NameChoice, ...]
    rows: tuple[RowChoice, ...] = ()


def prepare(owner_id: UUID, text: str, on: date, language: str = "en", *, in_diary: bool = False) -> Prepared:
    """Read a line written on that day; in a diary "undo" is a word.

    Raises BadText on control characters, TooLong over 20,000.
    """
    if len(text) > LONGEST:
        raise TooLong(len(text))
    text = clean(text.replace("\r\n", "\n")).strip()
    words = {fold(word) for word in WORD.findall(text)}
    kept = people_queries.named(owner_id, {word for word in words if len(word) > 1 or not word.isascii()})
    reading = whole_names(read(text, on, language=language, directory=_directory(owner_id, kept, words)))
    if any(isinstance(said, About) and said.trait is Trait.FROM for said in reading.statements):
        from rapport.services.quicklog import whence  # start-up counts: few lines name a city

        reading = whence.settled(owner_id, reading)
    rows: tuple[RowChoice, ...] = ()
    if in_diary:
        reading = _told(reading)
    if any(isinstance(said, CORRECTIONS) for said in reading.statements):
        from rapport.services.quicklog import finding  # start-up counts: few lines correct another

        reading, rows = finding.looked_up(owner_id, reading, on)
    reading = as_notes(reading)
    return Prepared(reading, match_names(owner_id, reading, kept), rows)


def _told(reading: Reading) -> Reading:
    """A diary takes nothing back: what would is part of the story."""
    statements = (
        Noted(said.on, reading.text) if isinstance(said, TakeBack) else said for said in reading.statements
    )
    return replace(reading, statements=tuple(statements))


def match_names(owner_id: UUID, reading: Reading, kept: list[Row] | None = None) -> tuple[NameChoice, ...]:
    """Each different name of the reading once, in the order of the text.

    `kept`: everybody who shares a word with it, where that is known already.
    """
    typed: dict[str, str] = {}
    for name in names_in(reading):
        typed.setdefault(fold(name.text), name.text)
    if kept is None:
        kept = people_queries.named(owner_id, {word for key in typed for word in key.split()})
    choices = []
    for key, text in typed.items():
        among = kept
        found = resolve(text, among)
        if found.match is Match.UNKNOWN:
            among = near(owner_id, text)
            found = resolve(text, among)
        by_id = {pk: name for pk, name, _ in among}
        candidates = tuple(sorted((Candidate(pk, by_id[pk]) for pk in found.ids), key=lambda c: fold(c.name)))
        choices.append(NameChoice(key, text, found.match, candidates))
    return tuple(choices)


def _directory(owner_id: UUID, kept: list[Row], words: set[str]) -> Directory:
    """The names kept that share a word with the text."""
    people = _worth_knowing(kept, words)
    gatherings = Gathering.objects.of(owner_id).live().order_by("folded", "-on").values_list("id", "name")
    pitches = Pitch.objects.of(owner_id).live().order_by("folded").values_list("id", "organisation")
    return Directory(
        tuple(people),
        tuple(Known(pk, name) for pk, name in gatherings if _shares(words, (name,))),
        tuple(Known(pk, name) for pk, name in pitches if _shares(words, (name,))),
    )


def _worth_knowing(people: Iterable[Row], words: set[str]) -> list[Known]:
    """Everybody named whole in the text; of those it names by first name alone, one for each first name.

    The directory only tells where a name ends, so five hundred Noras would tell no more than one.
    """
    found: list[Known] = []
    first_names: set[str] = set()
    for pk, name, aliases in people:
        for spelling in (name, *aliases):
            first, *rest = fold(spelling).replace(".", " ").split() or [""]
            if first not in words or (first in first_names and not words.issuperset(rest)):
                continue
            first_names.add(first)
            found.append(Known(pk, spelling))
    return found


def _shares(words: set[str], spellings: Iterable[str]) -> bool:
    return any(not words.isdisjoint(fold(spelling).split()) for spelling in spellings)
