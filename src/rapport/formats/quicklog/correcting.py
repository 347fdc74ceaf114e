"""What a language brings to correct an earlier line, and how its patterns are made."""

from typing import NamedTuple

from rapport.domain.interactions.interactions import Channel
from rapport.formats.quicklog.lexicon import Phrases


class Source(NamedTuple):
    """What a language brings: patterns, what may complete them, and the words for an exchange."""

    rules: Phrases
    modifiers: Phrases
    leads: tuple[str, ...]  # may stand before a detail: "it was"
    exchanges: dict[str, tuple[Channel, ...]]  # "coffee" → face to face; nothing: any channel


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
