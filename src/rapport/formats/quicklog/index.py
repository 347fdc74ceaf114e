"""A lexicon made ready for reading: patterns compiled and sorted by the words they begin with."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from rapport.domain.interactions.interactions import Channel
from rapport.domain.text import fold
from rapport.formats.quicklog.lexicon import Lexicon
from rapport.formats.quicklog.lexicon_en import ENGLISH
from rapport.formats.quicklog.lexicon_fr import FRENCH
from rapport.formats.quicklog.pattern import Sequence, Slot, compile_pattern, first_words
from rapport.formats.quicklog.tokens import tokenise

SUBJECT_SLOTS = frozenset({"people", "person", "org", "korg", "orgs"})
CORRECTING = ENGLISH.correcting | FRENCH.correcting  # words that may begin a correction
Phrases = dict[str, list[tuple[tuple[str, ...], int]]]


class Rule(NamedTuple):
    """One pattern and what it stands for: "encounter phone mutual"."""

    key: str
    sequence: Sequence
    order: int


class Rules:
    """Patterns by their first word; those that begin with a subject, by the word after it."""

    def __init__(self) -> None:
        self.by_word: dict[str, list[Rule]] = {}
        self.by_verb: dict[str, list[Rule]] = {}
        self.open: list[Rule] = []  # begin with another slot: tried everywhere

    def add(self, rule: Rule) -> None:
        """Files one rule."""
        words, is_open = first_words(rule.sequence)
        for word in words:
            self.by_word.setdefault(word, []).append(rule)
        first = rule.sequence[0]
        if not is_open:
            return
        if isinstance(first, Slot) and first.kind in SUBJECT_SLOTS:
            for word in first_words(rule.sequence[1:])[0]:
                self.by_verb.setdefault(word, []).append(rule)
        else:
            self.open.append(rule)


class Index(NamedTuple):
    """One language ready for reading."""

    lexicon: Lexicon
    rules: Rules
    modifiers: Rules
    vocabulary: frozenset[str]  # words that begin statements: not names at the head of a sentence
    days: Phrases
    numbers: Phrases
    minutes: Phrases
    plus_minutes: Phrases
    levels: Phrases
    ago_before: Phrases
    ago_after: Phrases
    ahead_before: Phrases
    leads: Phrases


class Correcting(NamedTuple):
    """One language's corrections, ready for reading."""

    rules: Rules
    modifiers: Rules
    leads: Phrases
    exchanges: Phrases  # → place in `channels`
    channels: tuple[tuple[Channel, ...], ...]


@cache
def index_of(language: str) -> Index:
    """The index of "en" or "fr", made once."""
    lexicon = FRENCH if language == "fr" else ENGLISH
    rules = compile_rules(lexicon.rules, lexicon)
    modifiers = compile_rules(lexicon.modifiers, lexicon)
    vocabulary = (
        frozenset(rules.by_word) | frozenset(modifiers.by_word) | lexicon.adjectives | lexicon.fillers
    )
    return Index(
        lexicon=lexicon,
        rules=rules,
        modifiers=modifiers,
        vocabulary=vocabulary,
        days=phrase_table(lexicon.days),
        numbers=phrase_table(lexicon.numbers),
        minutes=phrase_table(lexicon.minutes),
        plus_minutes=phrase_table(lexicon.plus_minutes),
        levels=phrase_table(lexicon.levels),
        ago_before=phrase_table(lexicon.ago_before),
        ago_after=phrase_table(lexicon.ago_after),
        ahead_before=phrase_table(lexicon.ahead_before),
        leads=phrase_table(lexicon.leads),
    )


def compile_rules(source: Mapping[str, tuple[str, ...]], lexicon: Lexicon) -> Rules:
    """Every pattern of a table, filed by the words it may begin with."""
    rules = Rules()
    order = 0
    for key, patterns in source.items():
        for pattern in patterns:
            rules.add(Rule(key, compile_pattern(pattern, lexicon.sets, lexicon.adjectives), order))
            order += 1
    return rules


def phrase_table(source: Mapping[str, int] | Iterable[str]) -> Phrases:
    """Phrases of one or more words by their first word, the longest first."""
    phrases: Phrases = {}
    values = source if isinstance(source, Mapping) else dict.fromkeys(source, 1)
    for text, value in values.items():
        words = tuple(token.fold for token in tokenise(fold(text)))
        phrases.setdefault(words[0], []).append((words, value))
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return phrases
