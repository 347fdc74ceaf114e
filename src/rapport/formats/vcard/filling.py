"""A card filled line by line."""

from rapport.domain.imports.imports import Trouble
from rapport.formats.vcard.caps import HEAD
from rapport.formats.vcard.card import Card, Head
from rapport.formats.vcard.groups import groups
from rapport.formats.vcard.heads import halves
from rapport.formats.vcard.labels import LABEL
from rapport.formats.vcard.pages import FORBIDDEN
from rapport.formats.vcard.taking import learn, parse_head
from rapport.formats.vcard.values import from_base64, from_quoted_printable, modern


def fill(card: Card, lines: list[str]) -> None:
    """Take lines, which are all or some of the card's."""
    for line in lines:
        text, colon, value = line.partition(":")
        head = learn(text) if len(text) < HEAD else parse_head(text)
        if head is None or not colon:
            if line.strip():
                _fill_oddly(card, line)
        elif head.is_plain and not card.is_old:
            head.put(card, head, value)
        else:
            _fill_with(card, head, value)


def _fill_oddly(card: Card, line: str) -> None:
    """A colon that stands in quotes is not the one that ends the head."""
    text, colon, value = halves(line)
    head = parse_head(text) if colon else None
    if head is None:
        card.troubles.append(Trouble.NOT_UNDERSTOOD)
    else:
        _fill_with(card, head, value)


def _fill_with(card: Card, head: Head, value: str) -> None:
    if head.coding:
        value = _decoded(card, head, value)
    elif card.is_old and ("\\" in value or "\n" in value):
        value = modern(value)
    if head.group:
        _fill_group(card, head, value)
    else:
        head.put(card, head, value)


def _decoded(card: Card, head: Head, value: str) -> str:
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
        card.troubles.append(Trouble.BAD_ENCODING)
        text = FORBIDDEN.sub("", text)
    return modern(text) if card.is_old else text.replace("\n", "\\n")


def _fill_group(card: Card, head: Head, value: str) -> None:
    """A line of a group: its label may stand in another line."""
    if card.groups is None:
        card.groups = groups(card.lines)
    group = card.groups[head.group]
    if not group.is_labelled:
        head.put(card, head, value)
    elif head.name != LABEL:
        head.put(card, head._replace(label=group.label, is_exact=group.is_told), value)
    elif not group.is_told:
        card.keep(head, value)
