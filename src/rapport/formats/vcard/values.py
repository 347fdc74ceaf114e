"""The values of properties: escapes, parts, quoted-printable and base64, names in their parts."""

import re
from binascii import Error, a2b_base64, a2b_qp
from unicodedata import normalize

from rapport.formats.vcard.charsets import decoded

ESCAPE = re.compile(r"\\(.)", re.DOTALL)
BACKSLASH = re.compile(r"\\([\\;,:]?)")
WORDS = re.compile(r"\w+")
BEFORE = frozenset(
    {
        "dr", "prof", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev", "fr", "hon", "herr", "frau",
        "mme", "mlle", "me", "pr", "ing", "mag", "dipl",
    }
)  # fmt: skip
AFTER = frozenset(
    {
        "jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "dds", "rn", "cpa", "msc", "bsc",
    }
)  # fmt: skip
PARTICLES = frozenset(
    {
        "van", "von", "vom", "zu", "zum", "zur", "de", "del", "della", "delle", "dei", "der", "den", "di",
        "da", "dal", "do", "dos", "das", "du", "la", "le", "les", "el", "al", "bin", "ibn", "ten", "ter",
    }
)  # fmt: skip


def _escaped(found: re.Match[str]) -> str:
    char = found[1]
    return "\n" if char in "nN" else char


def unescaped(value: str) -> str:
    """Text without its backslashes."""
    return ESCAPE.sub(_escaped, value)


def modern(value: str) -> str:
    """The value of a 2.1 card as 3.0 writes it: there a backslash escapes little, and no letter."""
    value = BACKSLASH.sub(lambda found: found[0] if found[1] else "\\\\", value)
    return value.replace("\n", "\\n")


def escaped(text: str) -> str:
    """Text as 3.0 and 4.0 want it."""
    if text.isalnum():
        return text
    return (
        text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "")
        .replace(",", "\\,")
        .replace(";", "\\;")
    )


def parts(value: str, separator: str = ";") -> list[str]:
    """What stands between separators that no backslash escapes; still escaped itself."""
    pieces = value.split(separator)
    if "\\" not in value or f"\\{separator}" not in value:
        return pieces
    found: list[str] = []
    pending: list[str] = []
    for piece in pieces:
        pending.append(piece)
        if (len(piece) - len(piece.rstrip("\\"))) % 2 == 0:
            found.append(separator.join(pending))
            pending = []
    return [*found, separator.join(pending)] if pending else found


def one_line(text: str) -> str:
    """On one line, without spaces at its ends."""
    return " ".join(text.split()) if "\n" in text or "\t" in text else text.strip()


def from_quoted_printable(value: str, charset: str) -> str:
    return normalize("NFC", decoded(a2b_qp(value.encode("utf-8", "surrogatepass")), charset))


def from_base64(value: str, charset: str) -> str | None:
    """Text that a phone wrote as base64; None when it is none."""
    try:
        return normalize("NFC", decoded(a2b_base64(value), charset))
    except (Error, ValueError):
        return None


def name_words(text: str) -> list[str]:
    """The words of a name, to compare it with its parts in whatever order."""
    return sorted(WORDS.findall(text.casefold()))


def split_name(name: str) -> tuple[str, str, str, str, str]:
    """Family, given, additional, before and after, as vCard's N has them: a guess."""
    words = name.split()
    if len(words) < 2:
        return "", name.strip(), "", "", ""
    start, end = 0, len(words)
    if end == 2 and words[0].casefold().rstrip(".") not in BEFORE and words[1].casefold() not in AFTER:
        return words[1], words[0], "", "", ""
    while end - start > 1 and words[start].rstrip(".").casefold() in BEFORE:
        start += 1
    while end - start > 1 and words[end - 1].replace(".", "").casefold() in AFTER:
        end -= 1
    middle = words[start:end]
    family = len(middle) - 1
    while family > 1 and middle[family - 1].casefold() in PARTICLES:
        family -= 1
    before, after = " ".join(words[:start]), " ".join(words[end:])
    if len(middle) == 1:
        return "", middle[0], "", before, after
    return " ".join(middle[family:]), middle[0], " ".join(middle[1:family]), before, after
