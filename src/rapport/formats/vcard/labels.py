"""What an address or a number is called: TYPE words, or Apple's X-ABLabel in the same group."""

import re
from typing import NamedTuple

from rapport.formats.vcard.caps import HEAD
from rapport.formats.vcard.heads import TYPES, Head, halves, learn, parse_head
from rapport.formats.vcard.values import one_line, unescaped

LABEL = "X-ABLABEL"
BUILT_IN = re.compile(r"_\$!<(.*)>!\$_")
# Labels that Apple's programs translate for whoever looks; they are written in brackets of their own.
APPLE = frozenset(
    {
        "Home", "Work", "Mobile", "Main", "Other", "School", "HomeFAX", "WorkFAX", "OtherFAX", "Pager",
        "HomePage", "Anniversary", "Spouse", "Friend", "Mother", "Father", "Parent", "Brother", "Sister",
        "Child", "Son", "Daughter", "Partner", "Assistant", "Manager",
    }
)  # fmt: skip
POINTS = {
    "EMAIL": "@",
    "TEL": "",
    "X-RAPPORT-POINT": "",
}  # what their value must hold to be told by a point alone


class Group(NamedTuple):
    """Lines that belong together by the name of their group."""

    label: str
    is_labelled: bool
    is_told: bool  # its one point says all of it: no line need be kept


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


def shown_label(value: str) -> str:
    """The label as people read it."""
    text = one_line(unescaped(value))
    found = BUILT_IN.fullmatch(text)
    return found[1] if found and found[1] in APPLE else text


def written_label(label: str) -> str:
    """The other way round."""
    return f"_$!<{label}>!$_" if label in APPLE else label


def types_of(label: str) -> str:
    """The label as TYPE words ("work,fax"); empty where it has words of its own."""
    said = label.split(" ")
    return ",".join(said) if all(word in TYPES for word in said) else ""
