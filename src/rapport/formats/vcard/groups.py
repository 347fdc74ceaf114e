"""Lines of a card that belong together: a number and, in a line of its own, what it is called."""

from rapport.formats.vcard.caps import HEAD
from rapport.formats.vcard.card import Head
from rapport.formats.vcard.heads import halves
from rapport.formats.vcard.labels import LABEL, Group, shown_label
from rapport.formats.vcard.taking import learn, parse_head

POINTS = {
    "EMAIL": "@",
    "TEL": "",
    "X-RAPPORT-POINT": "",
}  # what their value must hold to be told by a point alone


def groups(lines: list[str]) -> dict[str, Group]:
    """The groups of a card by their names."""
    labels: dict[str, list[str]] = {}
    others: dict[str, list[tuple[Head, str]]] = {}
    for line in lines:
        if "." not in line:
            continue
        text, _colon, value = halves(line)
        head = learn(text) if len(text) < HEAD else parse_head(text)
        if head is not None and head.group:
            if head.name == LABEL:
                labels.setdefault(head.group, []).append(value)
            else:
                others.setdefault(head.group, []).append((head, value))
    return {name: _group(labels.get(name, []), others.get(name, [])) for name in {*labels, *others}}


def _group(labels: list[str], others: list[tuple[Head, str]]) -> Group:
    label = shown_label(labels[0]) if labels else ""
    is_told = len(others) == 1 and len(labels) == 1 and _is_told(*others[0])
    return Group(label, bool(labels), is_told)


def _is_told(head: Head, value: str) -> bool:
    needed = POINTS.get(head.name)
    if needed is None or not head.is_exact or head.label or head.coding:
        return False
    return (
        needed in value and not value.strip().lower().startswith(("tel:", "mailto:")) and bool(value.strip())
    )
