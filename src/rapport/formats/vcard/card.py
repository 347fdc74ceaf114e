"""A card while it is read: what it says so far, and what will be given back as it stood."""

from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import IncomingPoint, Trouble
from rapport.formats.vcard.caps import HEAD
from rapport.formats.vcard.heads import Head, halves, learn, parse_head
from rapport.formats.vcard.labels import LABEL, Group, groups
from rapport.formats.vcard.pages import FORBIDDEN
from rapport.formats.vcard.values import from_base64, from_quoted_printable, modern


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

    def fill(self, lines: list[str]) -> None:
        """Take lines, which are all or some of the card's."""
        for line in lines:
            text, colon, value = line.partition(":")
            head = learn(text) if len(text) < HEAD else parse_head(text)
            if head is None or not colon:
                if line.strip():
                    self._fill_oddly(line)
            elif head.is_plain and not self.is_old:
                head.put(self, head, value)
            else:
                self._fill_with(head, value)

    def _fill_oddly(self, line: str) -> None:
        """A colon that stands in quotes is not the one that ends the head."""
        text, colon, value = halves(line)
        head = parse_head(text) if colon else None
        if head is None:
            self.troubles.append(Trouble.NOT_UNDERSTOOD)
        else:
            self._fill_with(head, value)

    def _fill_with(self, head: Head, value: str) -> None:
        if head.coding:
            value = self._decoded(head, value)
        elif self.is_old and ("\\" in value or "\n" in value):
            value = modern(value)
        if head.group:
            self._fill_group(head, value)
        else:
            head.put(self, head, value)

    def keep(self, head: Head, value: str) -> None:
        """Give the line back as it stood."""
        self.extra.append(Extra(head.shown, value, head.parameters))

    def _decoded(self, head: Head, value: str) -> str:
        """A value out of its transfer encoding, escaped as in 3.0; pictures stay in base64."""
        if head.coding == "q":
            text = from_quoted_printable(value, head.charset)
        else:
            value = "".join(value.split())
            found = from_base64(value, head.charset) if head.is_text else None
            if found is None:
                return value
            text = found
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if FORBIDDEN.search(text):
            self.troubles.append(Trouble.BAD_ENCODING)
            text = FORBIDDEN.sub("", text)
        return modern(text) if self.is_old else text.replace("\n", "\\n")

    def _fill_group(self, head: Head, value: str) -> None:
        """A line of a group: its label may stand in another line."""
        if self.groups is None:
            self.groups = groups(self.lines)
        group = self.groups[head.group]
        if not group.is_labelled:
            head.put(self, head, value)
        elif head.name != LABEL:
            head.put(self, head._replace(label=group.label, is_exact=group.is_told), value)
        elif not group.is_told:
            self.keep(head, value)
