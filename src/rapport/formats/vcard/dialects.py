"""A line that came from one version of vCard as another version says it."""

import re
from collections.abc import Callable

from rapport.domain.imports.extras import Extra
from rapport.formats.vcard.caps import BINARY
from rapport.formats.vcard.heads import Parameter, parameters, words

NEW, OLD = "4.0", "3.0"
# Names whose capitals some programs look at.
CAPITALS = {
    "X-ABLABEL": "X-ABLabel", "X-ABSHOWAS": "X-ABShowAs", "X-ABRELATEDNAMES": "X-ABRELATEDNAMES",
    "X-ABDATE": "X-ABDATE",
}  # fmt: skip
GONE = frozenset({"CHARSET"})
KINDS = {"PHOTO": "image", "LOGO": "image", "SOUND": "audio", "KEY": "application"}
DATA = re.compile(r"data:([\w.+-]+/[\w.+-]+)?;base64,(.*)", re.IGNORECASE | re.DOTALL)
DASHED = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
NO_YEAR = re.compile(r"--(\d\d)-?(\d\d)")
LEAP = "1604"  # the year that Apple writes where there is none
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")

Told = tuple[list[Parameter], str]


def line(extra: Extra, version: str) -> str:
    """The line unfolded, in that version's words."""
    group, dot, name = extra.name.rpartition(".")
    told = _plain(parameters(extra.parameters))
    value = extra.value.replace("\r", "").replace("\n", "\\n")
    change = CHANGES.get(name)
    told, value = change(name, told, value, version) if change else (told, value)
    said = "".join(f";{each.name}={each.value}" for each in _preferred(told, version))
    return f"{group}{dot}{CAPITALS.get(name, name)}{said}:{value}"


def _plain(told: list[Parameter]) -> list[Parameter]:
    """Without what only said how the bytes were written."""
    return [
        each
        for each in told
        if each.name not in GONE and not (each.name == "ENCODING" and each.value.upper() in ("8BIT", "7BIT"))
    ]


def _preferred(told: list[Parameter], version: str) -> list[Parameter]:
    """3.0 says TYPE=pref, 4.0 says PREF=1."""
    found: list[Parameter] = []
    for each in told:
        if version == NEW and each.name == "TYPE" and "pref" in words(each.value):
            others = [word for word in each.value.strip('"').split(",") if word.strip().lower() != "pref"]
            found += [Parameter("TYPE", ",".join(others))] if others else []
            found += [] if any(p.name == "PREF" for p in told + found) else [Parameter("PREF", "1")]
        elif version == OLD and each == Parameter("PREF", "1"):
            found.append(Parameter("TYPE", "pref"))
        else:
            found.append(each)
    return found


def _media(name: str, told: list[Parameter], value: str, version: str) -> Told:
    """Base64 behind ENCODING in 3.0, in a data: address in 4.0."""
    is_coded = any(each.name == "ENCODING" and each.value.upper() in ("B", "BASE64") for each in told)
    rest = [each for each in told if each.name not in ("ENCODING", "VALUE")]
    if version == NEW and is_coded:
        kinds = [each.value.strip('"') for each in rest if each.name == "TYPE"]
        kept = [each for each in rest if each.name != "TYPE"]
        kind = kinds[0].lower() if kinds and kinds[0].isalnum() else ""
        mime = f"{KINDS[name]}/{kind}" if kind else "application/octet-stream"
        return kept, f"data:{mime};base64,{value}"
    found = DATA.fullmatch(value) if version == OLD else None
    if found is None:
        return told, value
    kind = (found[1] or "").rpartition("/")[2].upper()
    named = [] if kind in ("", "OCTET-STREAM") else [Parameter("TYPE", kind)]
    rest = [each for each in rest if each.name != "MEDIATYPE"]
    return [Parameter("ENCODING", "b"), *named, *rest], found[2]


def _day(name: str, told: list[Parameter], value: str, version: str) -> Told:
    """4.0 has no dashes in days, and days without a year; in 3.0 Apple's 1604 is no year."""
    omitted = any(each.name == "X-APPLE-OMIT-YEAR" for each in told)
    if version == NEW:
        found = DASHED.fullmatch(value)
        if found is None:
            return told, value
        if omitted and found[1] == LEAP:
            kept = [each for each in told if each.name not in ("X-APPLE-OMIT-YEAR", "VALUE")]
            return kept, f"--{found[2]}{found[3]}"
        return [each for each in told if each.name != "VALUE"], "".join(found.groups())
    if found := NO_YEAR.fullmatch(value):
        return [*told, Parameter("X-APPLE-OMIT-YEAR", LEAP)], f"{LEAP}-{found[1]}-{found[2]}"
    return told, value


def _spot(name: str, told: list[Parameter], value: str, version: str) -> Told:
    """37.4;-122.1 in 3.0, geo:37.4,-122.1 in 4.0."""
    separator = ";" if ";" in value else ","
    if version == NEW and not value.lower().startswith("geo:"):
        return told, "geo:" + value.replace(separator, ",")
    if version == OLD and value.lower().startswith("geo:"):
        return told, value[4:].replace(",", ";")
    return told, value


def _uid(name: str, told: list[Parameter], value: str, version: str) -> Told:
    """4.0 expects an address, unless it is told that this is text."""
    kept = [each for each in told if each.name != "VALUE"]
    if version == NEW and not SCHEME.fullmatch(value):
        return [*kept, Parameter("VALUE", "text")], value
    return kept, value


CHANGES: dict[str, Callable[[str, list[Parameter], str, str], Told]] = {
    **dict.fromkeys(BINARY, _media),
    "BDAY": _day,
    "ANNIVERSARY": _day,
    "X-ANNIVERSARY": _day,
    "GEO": _spot,
    "UID": _uid,
}
