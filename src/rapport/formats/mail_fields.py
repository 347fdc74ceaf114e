"""The headers of a message that say who wrote to whom and when: found in one pass, told apart by their order.

Mailboxes hold thousands of messages with the same headers in the same order. What an order of names means
(which value is the sender's, which says that it is a mailing) is worked out once, and kept as a `Layout`.
"""

import re
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

# The headers that are read. What their first three letters may be stands apart, because most other headers
# and all folded lines are passed over by that alone.
FIELDS = re.compile(
    rb"\n(?=[FfTtCcDdMmIiRrLlPpAaXx][RrOoCcAaEeNnIiUu-][OoTtLlSsFfEeGg: \t-])"
    rb"([Ff](?i:rom)|[Tt][Oo]|[Cc][Cc]|[Dd](?:[Aa](?i:te)|[Ee](?i:livered-to))"
    rb"|[Mm][Ee](?i:ssage-id)|[Ii][Nn](?i:-reply-to)|[Rr][Ee][Ff](?i:erences)|[Ll](?i:ist-(?:id|unsubscribe|post))"
    rb"|[Pp](?i:recedence)|[Aa][Uu][Tt][Oo](?i:-submitted)|[Xx]-(?:[Gg](?i:mail-labels)|[Oo](?i:riginal-to)))"
    rb"[ \t]*:(.*+(?:\n[ \t].*+)*+)"
)
MAILING = (b"list-id", b"list-unsubscribe", b"list-post")
WANTED = (b"from", b"to", b"cc", b"date", b"message-id", b"in-reply-to", b"references", b"x-gmail-labels")
NOTHING = (b"", b"")  # stands last among what was found, so that the value at ABSENT is empty
ABSENT = -1
NEITHER = 2 * ABSENT

Values = Sequence[bytes]


class Layout(NamedTuple):
    """Where in an order of headers the value of each stands."""

    sender: int
    to: int
    cc: int
    date: int
    key: int
    answers: int
    references: int
    labels: int
    delivered: int
    is_list: bool  # by RFC 2369 and 2919
    precedence: int
    automatic: int
    more: tuple[tuple[int, int], ...]  # a second To or Cc: to which value it is added, and where it stands
    pick: Callable[[Values], tuple[bytes, ...]]  # the values of the first nine, all at once


def layout(names: Sequence[bytes]) -> Layout:
    """Of these headers the first of each counts."""
    low = [name.lower() for name in names]
    first: dict[bytes, int] = {}
    more = []
    for at, name in enumerate(low):
        if first.setdefault(name, at) != at and name in (b"to", b"cc"):
            more.append((first[name], at))
    delivered = b"delivered-to" if b"delivered-to" in first else b"x-original-to"
    sender, to, cc, date, key, answers, references, labels, own, precedence, automatic = (
        first.get(name, ABSENT) for name in (*WANTED, delivered, b"precedence", b"auto-submitted")
    )
    is_list = any(name in first for name in MAILING)
    nine = sender, to, cc, date, key, answers, references, labels, own
    return Layout(*nine, is_list, precedence, automatic, tuple(more), itemgetter(*nine))


def joined(values: Values, more: Sequence[tuple[int, int]]) -> tuple[bytes, ...]:
    """A second To or Cc is added to the first."""
    whole = list(values)
    for first, another in more:
        whole[first] += b"," + whole[another]
    return tuple(whole)


def is_automatic(values: Values, precedence: int, automatic: int) -> bool:
    """By RFC 3834 (automatic answers), and the older Precedence."""
    if values[precedence].strip().lower() in (b"bulk", b"list", b"junk", b"auto_reply"):
        return True
    return automatic != ABSENT and values[automatic].strip().lower()[:2] != b"no"
