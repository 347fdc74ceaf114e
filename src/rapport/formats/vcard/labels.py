"""What an address or a number is called: TYPE words, or Apple's X-ABLabel in the same group."""

import re
from typing import NamedTuple

from rapport.formats.vcard.heads import TYPES
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


class Group(NamedTuple):
    """Lines that belong together by the name of their group."""

    label: str
    is_labelled: bool
    is_told: bool  # its one point says all of it: no line need be kept


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
