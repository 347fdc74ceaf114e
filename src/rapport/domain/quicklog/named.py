"""People and gatherings as a line names them, and where in the text."""

from datetime import time

from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Where in the text something was read: half-open character offsets."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A person as typed."""

    text: str
    span: Span
    marked: bool = False  # written with @, so surely a person


@dataclass(frozen=True, slots=True)
class GatheringName:
    """A gathering as typed, with what the line says about it."""

    text: str
    span: Span
    size: int | None = None  # people there
    stretch: bool = False  # outside the comfort zone, on purpose
    invited_by: Name | None = None
    found: str | None = None  # how it was found, when not through a person ("on Meetup")
    starts_at: time | None = None  # the owner's local time


@dataclass(frozen=True, slots=True)
class Met:
    """One person in an encounter."""

    name: Name
    memorable: bool | None = None
    introducer: Name | None = None
