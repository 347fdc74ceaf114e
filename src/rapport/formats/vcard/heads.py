"""What stands before the colon of a line: group, name, parameters; read once for all its lines."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from rapport.domain.imports.extras import Extra
from rapport.formats.vcard.caps import BINARY
from rapport.formats.vcard.charsets import known_charset

ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "7BIT", "8BIT", "B", "Q"})
NAME = re.compile(r"(?:([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)\.)?([A-Za-z0-9_-]+)")
PARAMETER = re.compile(r'((?:[^";]|"[^"]*"|"[^"]*$)*)(?:;|$)')
QUOTED_HEAD = re.compile(r'((?:[^":]|"[^"]*")*):')
TYPES = frozenset(
    {
        "home", "work", "cell", "mobile", "fax", "pager", "video", "text", "textphone", "car", "msg", "modem",
        "isdn", "bbs", "pcs", "main", "other", "iphone", "dom", "intl", "postal", "parcel", "school",
    }
)  # fmt: skip
SILENT = frozenset(
    {"internet", "voice"}
)  # what an address or a number is unless it says otherwise (RFC 2426)
BARE_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "7BIT", "8BIT"})
CARET = re.compile(r"\^([n'^])")  # RFC 6868
CARETS = {"n": "\n", "'": '"', "^": "^"}

if TYPE_CHECKING:
    from rapport.formats.vcard.card import Card

    Put = Callable[[Card, "Head", str], None]
else:
    Put = Any


class Parameter(NamedTuple):
    name: str  # in capitals; TYPE where it stands without a name, as 2.1 has it
    value: str  # as it stands


class Head(NamedTuple):
    """How to take the value of a line, and how to give the line back."""

    put: Put
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


def parameters(text: str) -> list[Parameter]:
    """The parameters in their order; bare words of 2.1 under the name they stand for."""
    found = []
    for each in PARAMETER.findall(text) if '"' in text else text.split(";"):
        name, equals, value = each.partition("=")
        bare = each.strip().upper()
        if equals:
            found.append(Parameter(name.strip().upper(), value.strip()))
        elif bare:
            found.append(Parameter("ENCODING" if bare in BARE_ENCODINGS else "TYPE", each.strip()))
    return found


def words(value: str) -> list[str]:
    """The values of one parameter, without quotes and carets, in lower case."""
    plain = value.replace('"', "")
    if "^" in plain:
        plain = CARET.sub(lambda found: CARETS[found[1]], plain)
    return [word for each in plain.lower().split(",") if (word := each.strip())]


def halves(line: str) -> tuple[str, str, str]:
    """Head, colon and value where a quoted parameter may hold another colon."""
    found = QUOTED_HEAD.match(line)
    return line.partition(":") if found is None else (found[1], ":", line[found.end() :])


class Told(NamedTuple):
    """What the parameters of a head say."""

    kept: list[Parameter]  # all but those that say how the value was encoded
    types: list[str]
    is_exact: bool  # nothing but types
    coding: str
    charset: str


def _told(text: str) -> Told:
    kept, types, coding, charset, is_exact = [], [], "", "", True
    for parameter in parameters(text):
        word = parameter.value.strip('"').upper()
        if parameter.name == "CHARSET":
            charset = known_charset(word)
        elif parameter.name == "ENCODING" and word in ENCODINGS:
            coding = "q" if word[0] == "Q" else "b" if word[0] == "B" else coding
            if coding == "b":
                kept.append(parameter)
        else:
            kept.append(parameter)
            said = words(parameter.value) if parameter.name == "TYPE" else []
            types += [each for each in said if each not in SILENT]
            is_exact = is_exact and bool(said)
    return Told(kept, types, is_exact and all(each in TYPES for each in types), coding, charset)


def parse_head(text: str) -> Head | None:
    """None where this cannot stand before a colon."""
    from rapport.formats.vcard.puts import PUTS, put_extra  # they take heads

    if text.count('"') % 2:
        return None  # the colon stood in quotes
    name, _semicolon, rest = text.partition(";")
    found = NAME.fullmatch(name.strip(" \t\ufeff"))
    if found is None:
        return None
    group, name = found[1] or "", found[2].upper()
    kept, types, is_exact, coding, charset = _told(rest)
    is_text = name not in BINARY and name in PUTS
    if coding == "b" and is_text:
        kept = [each for each in kept if each.name != "ENCODING"]
    return Head(
        put=PUTS.get(name, put_extra),
        name=name,
        shown=f"{group}.{name}" if group else name,
        group=group,
        parameters=_as_it_stands(rest, kept),
        label=" ".join(each for each in types if each in TYPES),
        is_exact=is_exact,
        coding=coding,
        charset=charset,
        is_text=is_text,
        is_plain=not group and not coding,
        is_bare=not group and not kept,
    )


def _as_it_stands(text: str, kept: list[Parameter]) -> str:
    if not text or len(kept) == text.count(";") + 1:
        return text
    return ";".join(f"{each.name}={each.value}" for each in kept)


learn = lru_cache(maxsize=4096)(parse_head)
