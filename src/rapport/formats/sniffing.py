"""What wrote a file, told by what stands in it, and only then by its name."""

import io
import re
from collections.abc import Sequence

from rapport.domain.imports.imports import Source
from rapport.formats.encodings import encoding_of, is_binary

HEAD = 65_536  # bytes of a file that are enough to tell

_ENDINGS = {
    ".vcf": Source.VCARD, ".vcard": Source.VCARD, ".ics": Source.CALENDAR, ".ical": Source.CALENDAR,
    ".mbox": Source.MAILBOX, ".mbx": Source.MAILBOX, ".eml": Source.MAILBOX, ".csv": Source.CSV,
    ".tsv": Source.CSV,
}  # fmt: skip
_MAILDIR = re.compile(r"(?:^|/)(?:cur|new)/[^/]+$")
_MEERKAT = "=== CONTACTS ==="
_HEADER = re.compile(r"[!-9;-~]+:[ \t]")  # RFC 5322: printable characters but the colon
_MAIL_HEADERS = frozenset({
    "from", "to", "cc", "date", "subject", "message-id", "received", "return-path", "delivered-to",
    "mime-version", "x-gmail-labels", "x-gm-thrid", "content-type", "in-reply-to", "references",
    "dkim-signature",
})  # fmt: skip


def sniff(name: str, head: bytes, entries: tuple[str, ...] = ()) -> Source | None:
    """The source of a file called `name` that begins with `head`; of a zip, `entries` are the names in it."""
    if head.startswith(b"PK") or entries:
        return _of_entries(entries)
    if not head or is_binary(head):  # the lock and the index of a mail program beside its mail
        return _of_name(name, "binary" if head else "")
    encoding, mark = encoding_of(head)
    text = head[mark:].decode(encoding, "replace").lstrip("\ufeff\r\n\t ")
    return _of_text(text) or _of_table(head) or _of_name(name, text)


def _of_text(text: str) -> Source | None:
    upper = text[:20].upper()
    if upper.startswith("BEGIN:VCARD"):
        return Source.VCARD
    if upper.startswith("BEGIN:VCALENDAR"):
        return Source.CALENDAR
    if text.startswith("{"):
        return _of_json(text)
    if text.startswith(_MEERKAT):
        return Source.MEERKAT
    return Source.MAILBOX if text.startswith("From ") or _is_mail(text) else None


def _of_json(text: str) -> Source | None:
    keys = set(re.findall(r'"(\w+)"\s*:', text))
    if '"rapport-archive"' in text:
        return Source.ARCHIVE
    if "exported_by" in keys and ("account" in keys or "app_version" in keys):
        return Source.MONICA
    return Source.NAMETAG if "exportDate" in keys and keys & {"people", "groups", "user"} else None


def _is_mail(text: str) -> bool:
    """A block of header lines, two of them a message's own."""
    found = set()
    for line in text.split("\n")[:60]:
        if line[:1] in {" ", "\t"}:
            continue
        if not _HEADER.match(line):
            break
        found.add(line.split(":", 1)[0].lower())
    return len(found & _MAIL_HEADERS) >= 2


def _of_table(head: bytes) -> Source | None:
    """The readers of tables are imported only where the file may be one."""
    from rapport.formats import any_csv, google_contacts, linkedin, meerkat, outlook_contacts
    from rapport.formats.tables import Table

    tables = (  # the particular ones first: a table of Google's has the columns of any table too
        (Source.LINKEDIN, linkedin.is_header),
        (Source.GOOGLE, google_contacts.is_header),
        (Source.OUTLOOK, outlook_contacts.is_header),
        (Source.MEERKAT, meerkat.is_header),
        (Source.CSV, lambda cells: len(cells) > 1 and any_csv.is_header(cells)),
    )
    found: list[Source] = []

    def is_header(cells: Sequence[str]) -> bool:
        for source, knows in tables:
            if knows(cells):
                found.append(source)
                return True
        return False

    Table(io.BytesIO(head), is_header)
    return found[0] if found else None


def _of_name(name: str, text: str) -> Source | None:
    """By the ending, where the content does not speak against it."""
    source = next((source for ending, source in _ENDINGS.items() if name.lower().endswith(ending)), None)
    is_empty_or_table = not text or source is Source.CSV
    return source if is_empty_or_table else None


def _of_entries(entries: tuple[str, ...]) -> Source | None:
    """A zip: LinkedIn's by its tables, a mailbox by its folders; else what most of its files are called."""
    from rapport.formats import linkedin

    names = [name.replace("\\", "/") for name in entries if not name.endswith("/")]
    if any(linkedin.is_entry(name) for name in names):
        return Source.LINKEDIN
    if any(_MAILDIR.search(name) for name in names):
        return Source.MAILBOX
    found = [source for name in names if (source := _of_name(name, "")) and source is not Source.CSV]
    return max(found, key=found.count) if found else None
