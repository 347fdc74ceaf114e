"""Which reader a file gets, and what lies inside a zip or a folder. Runs in the reading process alone."""

import io
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from rapport.domain.imports.imports import Incoming, Quarantined, Source, Trouble, Where
from rapport.domain.values import dataclass
from rapport.services.reading import source_folders
from rapport.services.reading.wish import COLUMN_BETWEEN, Wish

if TYPE_CHECKING:
    from rapport.formats.mailbags import Packer  # what reads mail is imported where there is some

HEAD = 64 * 1024  # bytes looked at to know a file
LONGEST_HEADER = 4_000  # characters of a table's header that the user is asked about
ZIP = b"PK\x03\x04"
MAIL_FOLDERS = frozenset({"cur", "new"})  # of a Maildir

Read = Callable[[int], Iterator[Incoming]]  # records to pass over → the rest


@dataclass(frozen=True, slots=True)
class Part:
    """One readable thing: a file, or an entry of a zip or folder."""

    name: str
    source: Source | None  # None: no reader knows it
    read: Read
    last: Callable[[], int] | None = None  # of a mailbox: where its last message begins


OnRead = Callable[[int], None]  # so many bytes were read


class _Watched(io.FileIO):
    """A file that says how much of it is read."""

    def __init__(self, path: Path, on_read: OnRead) -> None:
        super().__init__(path)
        self.on_read = on_read

    def readinto(self, buffer: Any) -> int | None:
        count = super().readinto(buffer)
        self.on_read(count or 0)
        return count


def parts(wish: Wish, on_read: OnRead = lambda count: None) -> Iterator[Part]:
    """What there is to read in a file or folder, in a fixed order. Each must be read before the next."""
    path = Path(wish.path)
    if path.is_dir():
        yield from _folder(path, wish, on_read)
        return
    with io.BufferedReader(_Watched(path, on_read)) as data:
        yield from _file(data, path.name, wish)


def _file(data: BinaryIO, name: str, wish: Wish) -> Iterator[Part]:
    if wish.feed:
        yield Part("", None, _feed(data, wish))
        return
    head = data.read(HEAD)
    data.seek(0)
    if head.startswith(ZIP):
        yield from _zip(data, wish)
        return
    source = _sniff(name, head)
    if source is None:
        yield Part("", None, _unknown(head))
    elif source is Source.MAILBOX:
        mailbox = _Mailbox(data, wish, wish.offset)
        yield Part("", source, mailbox.read, mailbox.last)
    else:
        yield Part("", source, _reader(source, data, wish))


class _Mailbox:
    """A mailbox that knows, once it was read, where to go on when it has grown."""

    def __init__(self, data: BinaryIO, wish: Wish, offset: int = 0) -> None:
        self.data, self.offset = data, offset
        self.is_careful = wish.careful

    def read(self, start: int) -> Iterator[Incoming]:
        from rapport.formats.mbox import Mailbox

        packer = _packer(self.is_careful)
        mailbox = Mailbox(self.data, packer, start=start, offset=0 if start else self.offset)
        yield from _packed(packer, mailbox)
        self.offset = mailbox.offset

    def last(self) -> int:
        return self.offset


def _packer(is_careful: bool) -> "Packer":
    from rapport.formats.mailbags import MESSAGES, Packer

    return Packer(1 if is_careful else MESSAGES)


def _packed(packer: "Packer", bags: Iterable[Incoming]) -> Iterator[Incoming]:
    """The last bag goes out even where reading breaks off."""
    try:
        yield from bags
    except Exception:
        if bag := packer.close():
            yield bag
        raise
    if bag := packer.close():
        yield bag


def _zip(data: BinaryIO, wish: Wish) -> Iterator[Part]:
    from rapport.formats import linkedin, zips

    names = zips.names(data)
    if any(map(linkedin.is_entry, names)):
        data.seek(0)
        yield Part("", Source.LINKEDIN, lambda start: linkedin.read(data, start=start))
        return
    data.seek(0)
    for found in zips.walk(data):
        if isinstance(found, Quarantined):
            yield Part(found.where.inside, None, _just(found))
            continue
        name, stream = found
        entry = io.BufferedReader(cast("io.RawIOBase", stream), HEAD)
        source = _peeked(name, entry)
        if source is not None:  # what no reader knows (a picture, a page that explains) is passed over
            yield Part(name, source, _unbroken(_reader(source, entry, wish)))


def _peeked(name: str, entry: "io.BufferedReader[io.RawIOBase]") -> Source | None:
    from rapport.formats.zips import Broken

    try:
        return _sniff(name, entry.peek(HEAD))
    except Broken:
        return _sniff(name, b"")  # by its name: reading it will tell what is wrong


def _unbroken(read: Read) -> Read:
    """An entry that breaks off in the middle costs what stands behind the break, and says so."""
    from rapport.formats.zips import Broken

    def until_it_breaks(start: int) -> Iterator[Incoming]:
        record = start
        try:
            for item in read(start):
                record = item.where.record
                yield item
        except Broken as broken:
            yield Quarantined(Where(record + 1), broken.trouble)

    return until_it_breaks


def _folder(folder: Path, wish: Wish, on_read: OnRead) -> Iterator[Part]:
    """The mailboxes of a Maildir and of those in it, then every other file."""
    letters: list[str] = []
    others: list[Path] = []
    for inside, path in source_folders.files(folder):
        if inside in MAIL_FOLDERS:
            letters.append(path)
        else:
            others.append(Path(path))
    if letters:
        packer = _packer(wish.careful)
        yield Part(
            "", Source.MAILBOX, lambda start: _packed(packer, _letters(letters, start, packer, on_read))
        )
    for each in others:
        with io.BufferedReader(_Watched(each, on_read)) as data:
            for part in _file(data, each.name, wish):
                if part.source is not None:
                    yield Part(str(each.relative_to(folder)), part.source, part.read)


def _letters(files: list[str], start: int, packer: "Packer", on_read: OnRead) -> Iterator[Incoming]:
    from rapport.formats.mail import FIRST_READ, read_file

    begin, read, close = os.open, os.read, os.close
    for number, path in enumerate(files[start:], start=start + 1):
        try:
            handle = begin(path, os.O_RDONLY)
        except FileNotFoundError:  # its program moved it: new mail that was read, a deleted one
            continue
        try:
            head = read(handle, FIRST_READ)
            bag = read_file(partial(read, handle), number, packer, head)
            on_read(len(head) if len(head) < FIRST_READ else os.lseek(handle, 0, os.SEEK_END))
        finally:
            close(handle)
        if bag is not None:
            yield bag


def _sniff(name: str, head: bytes) -> Source | None:
    from rapport.formats.sniffing import sniff

    return sniff(name, head)


def _reader(source: Source, data: BinaryIO, wish: Wish) -> Read:
    """A reader is imported only where a file needs it."""
    match source:
        case Source.MAILBOX:
            return _Mailbox(data, wish).read
        case Source.CALENDAR:
            from zoneinfo import ZoneInfo

            from rapport.formats import ics

            since, until = date.fromisoformat(wish.since), date.fromisoformat(wish.until)
            home = ZoneInfo(wish.zone)
            return lambda start: ics.read(data, start=start, since=since, until=until, home=home)
        case Source.CSV:
            return lambda start: _table(data, wish, start)
        case Source.ARCHIVE:
            return lambda start: iter(())  # rows, not records: services.exports.archive reads it
        case _:
            return _contacts(source, data)


def _feed(data: BinaryIO, wish: Wish) -> Read:
    from rapport.formats import feeds

    window = feeds.Window(date.fromisoformat(wish.since), date.fromisoformat(wish.until))
    source = feeds.Origin(wish.feed, wish.charset, wish.zone)
    return lambda start: feeds.read(data, source, window, start=start)


def _table(data: BinaryIO, wish: Wish, start: int) -> Iterator[Incoming]:
    """Any table: its columns as the user named them, else as they may be guessed."""
    from rapport.formats import any_csv
    from rapport.formats.any_csv_columns import Field

    mapping: any_csv.Mapping | None = None
    header: tuple[str, ...] = ()
    if data.seekable():
        header = any_csv.look(data).header
        data.seek(0)
    if wish.mapping and header:
        fields = set(Field)
        named = (wish.mapping.get(column, "") for column in header)
        mapping = any_csv.Mapping(tuple(Field(each) if each in fields else None for each in named))
    for item in any_csv.read(data, mapping, start=start):
        if isinstance(item, Quarantined) and item.trouble is Trouble.NO_COLUMNS:
            item = replace(item, expected=COLUMN_BETWEEN.join(header)[:LONGEST_HEADER])
        yield item


def _contacts(source: Source, data: BinaryIO) -> Read:
    from importlib import import_module

    names = {Source.GOOGLE: "google_contacts", Source.OUTLOOK: "outlook_contacts"}
    module = import_module(f"rapport.formats.{names.get(source, source.value)}")
    return lambda start: cast("Iterator[Incoming]", module.read(data, start=start))


def _unknown(head: bytes) -> Read:
    from rapport.formats.cells import excerpt

    said = excerpt(head[:400].decode("utf-8", "replace"))
    return _just(Quarantined(Where(1), Trouble.NOT_UNDERSTOOD, said))


def _just(item: Quarantined) -> Read:
    return lambda start: iter((item,))
