"""A card while it is read: what it says so far, and how a line is put on it or given back."""

from collections.abc import Callable
from typing import NamedTuple

from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import IncomingPoint, Trouble
from rapport.formats.vcard.labels import Group


class Head(NamedTuple):
    """How to take the value of a line, and how to give the line back."""

    put: "Put"
    name: str  # in capitals
    shown: str  # with its group
    group: str
    parameters: str  # as they stand, without those that say how the value was encoded
    label: str  # "work fax"
    is_exact: bool  # the label is all that the parameters say
    coding: str  # "q" for quoted-printable, "b" for base64
    charset: str
    is_text: bool  # base64 hides a text, not a picture
    is_plain: bool  # neither a group nor a coding
    is_bare: bool  # nothing but a name

    def line(self, value: str) -> Extra:
        """Given back as it stands."""
        return Extra(self.shown, value, self.parameters)


class Card:
    """Filled line by line; `troubles` are told by whoever fills it."""

    __slots__ = (
        "aliases", "extra", "groups", "is_old", "key", "kind", "lines", "links", "phonetic", "points",
        "singles", "tags", "troubles",
    )  # fmt: skip

    def __init__(self, lines: list[str], *, is_old: bool = False) -> None:
        self.lines = lines  # unfolded
        self.is_old = is_old  # vCard 2.1
        self.key = ""
        self.kind = ""
        self.aliases: list[str] = []
        self.points: list[IncomingPoint] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.phonetic: list[str] = []
        self.extra: list[Extra] = []
        self.singles: dict[str, list[tuple[Head, str]]] = {}  # what a person has one of
        self.groups: dict[str, Group] | None = None
        self.troubles: list[Trouble] = []

    def keep(self, head: Head, value: str) -> None:
        """Give the line back as it stood."""
        self.extra.append(Extra(head.shown, value, head.parameters))


Put = Callable[[Card, Head, str], None]
