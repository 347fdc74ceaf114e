"""Ways to learn who wrote to whom from a mailbox, one a process: `python -m bench.mail_methods WAY FILE`."""

import json
import mailbox
import mmap
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses, mktime_tz, parsedate_tz
from pathlib import Path
from time import process_time
from typing import Any

Fields = tuple[str, int | None, list[tuple[str, str]], list[tuple[str, str]], str]


def library_fields(message: Message) -> Fields:
    """Id, seconds, from, to with cc, in-reply-to, as `email` (compat32) gives them."""

    def parties(*names: str) -> list[tuple[str, str]]:
        values = [str(value) for name in names for value in message.get_all(name) or ()]
        return [(_decoded(name), address.lower()) for name, address in getaddresses(values)]

    parsed = parsedate_tz(str(message["Date"] or ""))
    return (
        str(message["Message-ID"] or "").strip(),
        mktime_tz(parsed) if parsed else None,
        parties("From"),
        parties("To", "Cc"),
        str(message["In-Reply-To"] or "").strip(),
    )


def _decoded(name: str) -> str:
    try:
        return str(make_header(decode_header(name))) if "=?" in name else name
    except (LookupError, ValueError):
        return name


def library(path: Path) -> Iterator[Fields]:
    """The standard library's mailbox and its full parser."""
    yield from map(library_fields, mailbox.mbox(path, create=False))


def headers(path: Path) -> Iterator[Fields]:
    """The standard library's header parser, over messages cut by hand."""
    parse = BytesHeaderParser().parsebytes
    for message in _cut(path):
        end = message.find(b"\n\n")
        yield library_fields(parse(message[: end + 1] if end >= 0 else message))


def fast_mail_parser(path: Path) -> Iterator[Any]:
    """A parser in Rust, which reads whole messages; its mode that leaves bodies alone."""
    import fast_mail_parser  # type: ignore[import-not-found]  # in an environment of its own

    some: list[bytes] = []
    for message in _cut(path):
        some.append(message)
        if len(some) == 500:
            yield from map(_fast_fields, fast_mail_parser.parse_many(some, mode="metadata", threads=1))
            some = []
    yield from map(_fast_fields, fast_mail_parser.parse_many(some, mode="metadata", threads=1))


def _fast_fields(found: Any) -> Any:
    if not hasattr(found, "from_"):
        return None  # it could not be read
    people = [(each.display_name or "", each.address.lower()) for each in (*found.to, *found.cc)]
    named = {name.lower(): values[0] for name, values in found.headers.items()}
    return named.get("message-id"), found.date_parsed, found.from_, people, named.get("in-reply-to")


def _cut(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        start = data.find(b"\n") + 1
        while start:
            end = data.find(b"\nFrom ", start)
            yield data[start:] if end < 0 else data[start:end]
            start = data.find(b"\n", end + 1) + 1 if end >= 0 else 0


def scan(path: Path) -> Iterator[Any]:
    """Rapport's reader alone."""
    from rapport.formats import mbox

    with path.open("rb", buffering=0) as data:
        yield from mbox.read(data)


def store(path: Path) -> Iterator[None]:
    """Rapport's reader and its rows: traces, addresses and parties in SQLite."""
    from rapport.config import boot

    with tempfile.TemporaryDirectory() as folder:
        os.environ["RAPPORT_DATA_DIR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rapport.config.settings")
        boot.start_django(folder)
        boot.boot(folder)
        began = process_time()
        yield from _store(path)
        print(json.dumps({"net": process_time() - began}))


def _store(path: Path) -> Iterator[None]:
    from bench.mailboxes import ME
    from rapport.domain.imports import IncomingTrace
    from rapport.formats import mbox
    from rapport.services import history, owners
    from rapport.services.bulk import bulk
    from rapport.services.trace_rows import slices
    from rapport.services.undo import Verb

    at = datetime(2026, 1, 1, tzinfo=UTC)
    with path.open("rb", buffering=0) as data, bulk(owners.local_owner().id, Verb.IMPORT, at=at) as book:
        run = history.Intake(book, ME)
        for some in slices((t for t in mbox.read(data) if isinstance(t, IncomingTrace)), 2_000):
            with book.step():
                run.add(some)
            yield from (None for _ in some)
        with book.step():
            run.finish()


WAYS = {"library": library, "headers": headers, "fast": fast_mail_parser, "scan": scan, "store": store}

if __name__ == "__main__":
    print(sum(1 for _ in WAYS[sys.argv[1]](Path(sys.argv[2]))))
