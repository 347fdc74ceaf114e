"""Text as people type it: one spelling for comparing, and a check for what no text may hold."""

import re
from functools import lru_cache
from unicodedata import normalize

_SPECIAL = str.maketrans(
    {
        "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ı": "i", "þ": "th",
        "’": "'", "‘": "'", "ʼ": "'", "ʹ": "'", "`": "'", "´": "'", "′": "'", "‛": "'",
        "‐": "-", "‑": "-",
    }
)  # fmt: skip
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_DIACRITICS = dict.fromkeys([*range(0x0300, 0x0370), *range(0x1AB0, 0x1B00), *range(0x20D0, 0x2100)])


class BadText(ValueError):
    """A character that no text may hold, and where it stands."""

    def __init__(self, position: int, code_point: int) -> None:
        super().__init__(f"U+{code_point:04X} at {position}")
        self.position = position
        self.code_point = code_point


def fold(text: str) -> str:
    """One spelling for comparing: lower case, no accents, plain apostrophes and hyphens."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return _bare(text)


@lru_cache(maxsize=8192)  # the same names are compared again and again
def _bare(text: str) -> str:
    bare = normalize("NFD", text.lower().translate(_SPECIAL)).translate(_DIACRITICS)
    return normalize("NFC", bare)


def clean(text: str) -> str:
    """The same text in NFC; BadText on control characters (tab and newline aside) and lone surrogates."""
    if found := _FORBIDDEN.search(text):
        raise BadText(found.start(), ord(found[0]))
    return normalize("NFC", text)


def spared(text: str) -> str:
    """The same text without the characters that `clean` refuses."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n"))
