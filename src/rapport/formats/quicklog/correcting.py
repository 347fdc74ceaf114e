"""What corrects an earlier line, made ready for reading only where a line may hold it: start-up counts."""

from functools import cache
from typing import NamedTuple

from rapport.domain.interactions.interactions import Channel
from rapport.formats.quicklog.index import Phrases as Table
from rapport.formats.quicklog.index import Rules, compile_rules, index_of, phrase_table
from rapport.formats.quicklog.lexicon import Phrases


class Source(NamedTuple):
    """What a language brings: patterns, what may complete them, and the words for an exchange."""

    rules: Phrases
    modifiers: Phrases
    leads: tuple[str, ...]  # may stand before a detail: "it was"
    exchanges: dict[str, tuple[Channel, ...]]  # "coffee" → face to face; nothing: any channel


class Correcting(NamedTuple):
    """One language's corrections, ready for reading."""

    rules: Rules
    modifiers: Rules
    leads: Table
    exchanges: Table  # → place in `channels`
    channels: tuple[tuple[Channel, ...], ...]


def with_verb(kind: str, verb: str, references: Phrases) -> Phrases:
    """ "bin" by "forget|delete": a pattern for each thing that can be referred to."""
    return {
        f"correct {kind} {noun}": tuple(f"{verb} {reference}" for reference in patterns)
        for noun, patterns in references.items()
    }


def reworded(verb: str, told_apart: str, references: Phrases) -> Phrases:
    """ "change the need of Mary: an editor": other words for what is kept."""
    return {
        f"correct amend {noun}": tuple(
            f"{verb} [{{a}}] <ref:here> {reference} {told_apart} <end:here> : <about:what>"
            for reference in patterns
        )
        for noun, patterns in references.items()
    }


@cache
def correcting_of(language: str) -> Correcting:
    """The corrections of "en" or "fr", made once."""
    if language == "fr":
        from rapport.formats.quicklog.correcting_fr import SOURCE
    else:
        from rapport.formats.quicklog.correcting_en import SOURCE
    lexicon = index_of(language).lexicon
    return Correcting(
        rules=compile_rules(SOURCE.rules, lexicon),
        modifiers=compile_rules(SOURCE.modifiers, lexicon),
        leads=phrase_table(SOURCE.leads),
        exchanges=phrase_table({word: place for place, word in enumerate(SOURCE.exchanges)}),
        channels=tuple(SOURCE.exchanges.values()),
    )
