"""Ways to learn who wrote to whom from a mailbox, one a process: `python -m bench.mail_methods WAY FILE`."""

import json
import mmap
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # each way imports what it needs: start-up is measured too
    from email.message import Message
    from uuid import UUID

BUFFER = 4 * 1024 * 1024  # bytes
AT = datetime(2026, 6, 1, tzinfo=UTC)  # after the last message
Fields = tuple[str, int | None, list[tuple[str, str]], list[tuple[str, str]], str]


def library_fields(message: "Message") -> Fields:
    """Id, seconds, from, to with cc, in-reply-to, as `email` (compat32) gives them."""
    from email.utils import getaddresses, mktime_tz, parsedate_tz

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
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(name))) if "=?" in name else name
    except (LookupError, ValueError):
        return name


def library(path: Path) -> Iterator[Fields]:
    """The standard library's mailbox and its full parser."""
    import mailbox

    yield from map(library_fields, mailbox.mbox(path, create=False))


def headers(path: Path) -> Iterator[Fields]:
    """The standard library's header parser, over messages cut by hand."""
    from email.parser import BytesHeaderParser

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


def blocks(path: Path) -> Iterator[bytearray]:
    """The least there is to do: every header block found with SIMD and copied, nothing of it read."""
    from rapport.formats.finding import FROM, find

    begun = 0
    buffer = bytearray(BUFFER)
    buffer[0], have = FROM[0], 1
    with path.open("rb", buffering=0) as data:
        while count := data.readinto(memoryview(buffer)[have:]):
            have += count
            at = find(buffer, FROM, 0, have)
            while 0 <= at < (end := find(buffer, b"\n\n", at, have)):
                yield buffer[at:end]
                begun, at = end, find(buffer, FROM, end, have)
            kept = buffer[at if at >= 0 else max(begun, have - len(FROM)) : have]
            have = len(kept)
            buffer[:have] = kept


def _cut(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        start = data.find(b"\n") + 1
        while start:
            end = data.find(b"\nFrom ", start)
            yield data[start:] if end < 0 else data[start:end]
            start = data.find(b"\n", end + 1) + 1 if end >= 0 else 0


def traces(path: Path) -> Iterator[Any]:
    """Rapport's reader, a value for each message."""
    from rapport.formats import mbox

    with path.open("rb", buffering=0) as data:
        yield from mbox.read(data)


def scan(path: Path) -> Iterator[Any]:
    """Rapport's reader alone, as it runs in the process that reads a mailbox or a Maildir."""
    from rapport.domain.imports.imports import Mailbag
    from rapport.services.reading import readers
    from rapport.services.reading.garbage import rarely_collected
    from rapport.services.reading.wish import Wish

    with rarely_collected():
        for part in readers.parts(Wish(str(path))):
            for bag in part.read(0):
                assert isinstance(bag, Mailbag)
                yield from bag.keys
                yield from bag.left_out


def store(path: Path) -> Iterator[None]:
    """What `rapport import` does once the plan is agreed on: rows in SQLite, by both processes."""
    from bench.mailboxes import ME
    from rapport.domain.imports.imports import Source

    with _house() as owner_id:
        from rapport.services.imports import bring
        from rapport.services.imports.values import File, FileTold, Mine, Plan

        began = _spent()
        told = FileTold(path.name, Source.MAILBOX, traces_new=1)
        seen = Plan(files=[told], mine=[Mine(address) for address in ME])
        files, nobody = [File(path.name, path)], bring.Choices(both_ways=0)
        done = bring.apply(owner_id, files, at=AT, today=AT.date(), seen=seen, choices=nobody)
        _say(began)
    yield from (None for _ in range(done.traces_new))


def whole(path: Path) -> Iterator[None]:
    """`rapport import --yes`: the plan, the people written with, all rows, what they say about ties."""
    with _house() as owner_id:
        from rapport.services.imports import bring
        from rapport.services.imports.values import File

        began = _spent()
        files = [File(path.name, path)]
        seen = bring.plan(owner_id, files, today=AT.date())
        done = bring.apply(owner_id, files, at=AT, today=AT.date(), seen=seen)
        _say(began)
    yield from (None for _ in range(done.traces_new))


@contextmanager
def _house() -> "Iterator[UUID]":
    """An empty Rapport, and whose it is. What knows Django is imported in it."""
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        from rapport.config import boot

        os.environ["RAPPORT_DATA_DIR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rapport.config.settings")
        make = f"from rapport.config import boot; boot.boot({folder!r})"  # its tables are not this import's
        subprocess.run([sys.executable, "-c", make], check=True)
        boot.boot(folder)
        from rapport.services import owners

        yield owners.local_owner().id


def _spent() -> float:
    """Processor seconds of this process and of those that it waited for."""
    both = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def _say(began: float) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"net": _spent() - began, "mebibytes": memory}))


WAYS = {
    "library": library, "headers": headers, "fast": fast_mail_parser, "scan": scan, "maildir": scan,
    "store": store, "whole": whole, "blocks": blocks,
}  # fmt: skip

if __name__ == "__main__":
    print(sum(1 for _ in WAYS[sys.argv[1]](Path(sys.argv[2]))))
