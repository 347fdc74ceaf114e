"""What stands before the colon of a line, in its pieces: group, name, parameters."""

import re
from typing import NamedTuple

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


class Parameter(NamedTuple):
    name: str  # in capitals; TYPE where it stands without a name, as 2.1 has it
    value: str  # as it stands


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


def told(text: str) -> Told:
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
