"""Mailboxes that were read before: unchanged, they are not read again; grown, only from their old end on."""

import os
from collections.abc import Iterable
from hashlib import blake2b
from uuid import UUID

from rapport.db.models import SourceFile
from rapport.domain.values import dataclass
from rapport.formats.fingerprint import Change, Fingerprint, compare, take
from rapport.services.imports.values import File


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a file says."""

    is_same: bool = False
    offset: int = 0  # where to go on reading


def look(owner_id: UUID, file: File) -> Look:
    """One query, and a stat; a few kilobytes where that says that it changed."""
    row = SourceFile.objects.of(owner_id).filter(name=_name(file)).first()
    if row is None or not file.path.is_file():
        return Look()
    known = Fingerprint(row.size, row.mtime_ns, row.head, row.tail, row.seam, row.offset)
    stat = file.path.stat()
    change = compare(known, stat.st_size, stat.st_mtime_ns)
    if change is not Change.SAME:
        with file.path.open("rb") as data:
            change = compare(known, stat.st_size, stat.st_mtime_ns, data)
    return Look(change is Change.SAME, known.offset if change is Change.GROWN else 0)


def remember(owner_id: UUID, ends: Iterable[tuple[File, int]]) -> None:
    """These were read to their end."""
    for file, last in ends:
        try:
            stat = file.path.stat()
            with file.path.open("rb") as data:
                print_ = take(data, stat.st_size, stat.st_mtime_ns, last)
        except FileNotFoundError:  # gone since: if it comes back, it is read
            continue
        SourceFile.objects.update_or_create(
            owner_id=owner_id, name=_name(file), defaults={"owner_id": owner_id, **print_._asdict()}
        )


def _name(file: File) -> str:
    """Of where it lies; of an upload, which lies somewhere else each time, of what it is called."""
    known_as = file.known_as.encode() if file.known_as else os.fsencode(file.path)  # bytes need not be UTF-8
    return blake2b(known_as, digest_size=16).hexdigest()
