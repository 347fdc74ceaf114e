"""How the lines under a head are taken: read once for all of them."""

from functools import lru_cache

from rapport.formats.vcard.caps import BINARY
from rapport.formats.vcard.card import Head
from rapport.formats.vcard.heads import NAME, TYPES, Parameter, told
from rapport.formats.vcard.puts import PUTS, put_extra


def parse_head(text: str) -> Head | None:
    """None where this cannot stand before a colon."""
    if text.count('"') % 2:
        return None  # the colon stood in quotes
    name, _semicolon, rest = text.partition(";")
    found = NAME.fullmatch(name.strip(" \t\ufeff"))
    if found is None:
        return None
    group, name = found[1] or "", found[2].upper()
    kept, types, is_exact, coding, charset = told(rest)
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
