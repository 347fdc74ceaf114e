"""Bytes to text where nobody says, or says wrongly, how they were written."""

from codecs import lookup

# What phones and address books declare; others are guessed. (Some of Python's codecs unpack or count.)
DECLARED = frozenset(
    {
        "utf-8", "iso8859-1", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6",
        "iso8859-7", "iso8859-8", "iso8859-9", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15",
        "iso8859-16", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
        "cp1258", "cp437", "cp850", "cp852", "cp866", "cp932", "cp949", "koi8-r", "koi8-u", "mac-roman",
        "shift_jis", "euc_jp", "iso2022_jp", "gb2312", "gbk", "gb18030", "big5", "euc_kr", "tis-620",
    }
)  # fmt: skip


def known_charset(name: str) -> str:
    """The codec of a declared charset; empty where it is not one that people write in."""
    try:
        codec = lookup(name).name
    except LookupError:
        return ""
    return codec if codec in DECLARED else ""


def decoded(raw: bytes, charset: str = "") -> str:
    """Text in the declared codec, or UTF-8, or what it looks like; what fits nowhere as lone surrogates."""
    for codec in (charset, "utf-8"):
        try:
            return raw.decode(codec) if codec else raw.decode()
        except UnicodeDecodeError:
            continue
    damaged = raw.decode("utf-8", "surrogateescape")
    torn = sum("\udc80" <= char <= "\udcff" for char in damaged)
    sound = sum(char > "\x7f" for char in damaged) - torn
    if sound > torn:  # UTF-8 with a flaw
        return damaged
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")  # the bytes that Windows-1252 leaves free become control characters
