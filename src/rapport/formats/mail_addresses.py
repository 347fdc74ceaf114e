"""Who is named in a From, To or Cc header. Correspondents repeat, so each mailbox is read once.

What the fast pattern refuses goes to the standard library (compat32, never `policy.default`, which takes
gigabytes for a header of 20,000 words).
"""

import re
from binascii import Error as NoBase64
from binascii import a2b_base64, a2b_qp
from unicodedata import normalize

from rapport.domain.imports.imports import Party, Trouble
from rapport.domain.text import spared

MOST = 2_000  # addresses of one message (TRUST.md §4)
DEEPEST = 20  # comments within comments (TRUST.md §4); the standard library descends into each
LONGEST_NAME = 200  # characters, as the column holds
LONGEST_ADDRESS = 320  # characters: 64 before the @ and 255 behind it (RFC 5321 §4.5.3.1)
DECODABLE = 2_000  # characters of a name that are worth decoding
REMEMBERED = 20_000  # mailboxes, and as many short lists of them
SHORT_LIST = 160  # bytes

# a mailbox as nearly all are: "Shah, Priya" <p@x.org> · Priya Shah <p@x.org> · p@x.org
MAILBOX = re.compile(
    rb'\s*((?:"([^"\\]*)"|([^"\\<>@,:;()\[\]]*))\s*<([^\s"\\<>,:;()\[\]@]+@[^\s"\\<>,:;()\[\]@]+)>'
    rb'|([^\s"\\<>,:;()\[\]@]+@[^\s"\\<>,:;()\[\]@]+))\s*(?:,|$)'
)
WORD = re.compile(r"=\?([\w.:-]+)\?([bBqQ])\?([^?\s]*)\?=")


class Refused(Exception):
    """No header that is read any further."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class Addresses:
    """Reads address headers, and remembers what it has read."""

    def __init__(self) -> None:
        self._lists: dict[bytes, tuple[Party, ...]] = {}
        self._parties: dict[bytes, tuple[Party, ...]] = {}

    def read(self, value: bytes) -> tuple[Party, ...]:
        """Everybody in it, in order. Raises Refused."""
        known = self._lists.get(value)
        if known is not None:
            return known
        found = self._read(value)
        if len(value) <= SHORT_LIST:
            if len(self._lists) >= REMEMBERED:
                self._lists.clear()
            self._lists[value] = found
        return found

    def mailbox(self, value: bytes) -> tuple[Party, ...] | None:
        """One or nobody, where this is a single mailbox; None where it is anything else. Not remembered."""
        found = MAILBOX.fullmatch(value)
        return None if found is None else _read_mailbox(found)

    def _read(self, value: bytes) -> tuple[Party, ...]:
        found: list[Party] = []
        at, end, match = 0, len(value), MAILBOX.match
        while at < end:
            mailbox = match(value, at)
            if mailbox is None:
                return _unusual(value)
            at = mailbox.end()
            found += self._parties.get(mailbox[1]) or self._remember(mailbox)
            if len(found) > MOST:
                raise Refused(Trouble.TOO_MANY)
        return tuple(found)

    def _remember(self, mailbox: re.Match[bytes]) -> tuple[Party, ...]:
        found = _read_mailbox(mailbox)
        if len(self._parties) >= REMEMBERED:
            self._parties.clear()
        self._parties[mailbox[1]] = found
        return found


def _read_mailbox(mailbox: re.Match[bytes]) -> tuple[Party, ...]:
    _written, quoted, plain, address, bare = mailbox.groups()
    if bare is not None:
        return _party("", _text(bare))
    return _party(_text(plain if quoted is None else quoted).strip(), _text(address))


def _unusual(value: bytes) -> tuple[Party, ...]:
    """Groups, comments, escapes, missing commas: what the standard library makes of them."""
    from email.utils import getaddresses  # many mailboxes never need it, and it takes long to load

    if value.count(b"(") > DEEPEST or value.count(b"[") > MOST:
        raise Refused(Trouble.TOO_DEEP)
    if value.count(b",") > 2 * MOST:
        raise Refused(Trouble.TOO_MANY)
    found: list[Party] = []
    try:
        named = getaddresses([_text(value).replace("\n", "")])
    except RecursionError:  # it descends into groups, too
        raise Refused(Trouble.TOO_DEEP) from None
    for name, address in named:
        found += _party(name, address)
        if len(found) > MOST:
            raise Refused(Trouble.TOO_MANY)
    return tuple(found)


def _party(name: str, address: str) -> tuple[Party, ...]:
    """One or none: an address without @ is nobody's."""
    low = address.lower()
    if "@" not in low or len(low) > LONGEST_ADDRESS or not low.isprintable() or " " in low:
        return ()
    return (Party(low, tidy(decoded(name))),)


def tidy(name: str) -> str:
    """NFC, without control characters, inner spaces single; cut to what the column holds."""
    if not name.isascii() or not name.isprintable():
        name = normalize("NFC", spared(name))
    return " ".join(name.split())[:LONGEST_NAME].rstrip()


def decoded(text: str) -> str:
    """RFC 2047 words read; as written where they make no sense."""
    if "=?" not in text or len(text) > DECODABLE:
        return text
    word = WORD.fullmatch(text)
    try:
        return _words(text) if word is None else _word(*word.groups())
    except (LookupError, ValueError, NoBase64):
        return text


def _words(text: str) -> str:
    """Several, or one beside plain text. Raises LookupError, ValueError, NoBase64."""
    from email.errors import MessageError
    from email.header import decode_header, make_header  # rarely needed, too

    try:
        return str(make_header(decode_header(text)))
    except MessageError:
        return text


def _word(charset: str, encoding: str, written: str) -> str:
    if encoding in "bB":
        return a2b_base64(written + "=" * (-len(written) % 4)).decode(charset)
    return a2b_qp(written, header=True).decode(charset)


def _text(value: bytes) -> str:
    """As UTF-8, which raw headers mostly are today; else as the Windows code page they were before."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")
