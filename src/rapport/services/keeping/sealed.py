"""A backup is one zip file: the database, what it holds, and a seal over every byte."""

import errno
import hashlib
import json
import os
import zipfile
import zlib
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from rapport.domain.values import dataclass

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
DATABASE: Final = "rapport.sqlite3"
SEAL: Final = 64  # hex digits of SHA-256 at the very end of the file, as the zip's comment
BLOCK: Final = 1024 * 1024
# What zipfile and json raise for bytes they cannot make sense of.
UNREADABLE: Final = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    zlib.error,
)
EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # zip's oldest date: the real one is in the manifest


class Refusal(StrEnum):
    """Why a backup or a restore was not done."""

    NOT_A_BACKUP = "not_a_backup"
    DAMAGED = "damaged"
    NEWER = "newer"
    RUNNING = "running"
    NO_ROOM = "no_room"
    NOT_SQLITE = "not_sqlite"
    NOTHING_YET = "nothing_yet"
    FILE_EXISTS = "file_exists"
    CANNOT_READ = "cannot_read"
    CANNOT_WRITE = "cannot_write"


class Refused(Exception):
    """Nothing was changed; `code` says why, `detail` what exactly."""

    def __init__(self, code: Refusal, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about itself."""

    made_at: str  # ISO 8601, UTC
    version: str  # of Rapport
    schema: str  # newest migration
    sha256: str  # of the database
    size: int  # bytes of the database
    tables: dict[str, int]  # rows in each
    format: int = FORMAT


def code_of(error: OSError) -> str:
    """The name of the system's code: "ENOENT"."""
    return errno.errorcode.get(error.errno or 0, "")


def digest(file: Path) -> str:
    """SHA-256 of a file, in constant memory."""
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def pack(database: Path, manifest: Manifest, target: Path) -> None:
    """Write the sealed file and flush it to disk; the caller gives it its final name."""
    handle = os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w+b") as made, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo(MANIFEST, EPOCH), json.dumps(asdict(manifest), indent=2))
        entry = zipfile.ZipInfo(DATABASE, EPOCH)
        entry.external_attr = 0o600 << 16
        with archive.open(entry, "w", force_zip64=True) as out, database.open("rb") as source:
            while block := source.read(BLOCK):
                out.write(block)
        archive.comment = b"0" * SEAL
    with target.open("r+b") as sealed:
        seal = _seal(target)
        sealed.seek(-SEAL, os.SEEK_END)
        sealed.write(seal.encode())
        sealed.flush()
        os.fsync(sealed.fileno())


def unpack(file: Path, into: Path) -> Manifest:
    """Check the seal, the manifest and the database's digest; put the database at `into`."""
    manifest = read_manifest(file)
    if _seal(file) != _written_seal(file):
        raise Refused(Refusal.DAMAGED, "seal")
    try:
        with zipfile.ZipFile(file) as archive:
            entry = archive.getinfo(DATABASE)
            if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != manifest.size:
                raise Refused(Refusal.DAMAGED, "size")
            handle = os.open(into, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with archive.open(entry) as source, os.fdopen(handle, "wb") as out:
                while block := source.read(BLOCK):
                    out.write(block)
                out.flush()
                os.fsync(out.fileno())
    except UNREADABLE as error:
        raise Refused(Refusal.DAMAGED, "zip") from error
    if digest(into) != manifest.sha256:
        raise Refused(Refusal.DAMAGED, "sha256")
    return manifest


def read_manifest(file: Path) -> Manifest:
    """What the file says it is; a file that is no backup of ours is refused."""
    try:
        ours = _begins_like_ours(file)
    except OSError as error:
        raise Refused(Refusal.CANNOT_READ, code_of(error)) from error
    try:
        with zipfile.ZipFile(file) as archive:
            entry = archive.getinfo(MANIFEST)
            if entry.file_size > BLOCK:
                raise Refused(Refusal.NOT_A_BACKUP, "manifest")
            facts: Any = json.loads(archive.read(entry))
        if facts["format"] > FORMAT:
            raise Refused(Refusal.NEWER, str(facts["format"]))
        return Manifest(**facts)
    except (*UNREADABLE, OSError) as error:  # zipfile seeks where damaged numbers send it
        raise Refused(Refusal.DAMAGED if ours else Refusal.NOT_A_BACKUP, "manifest") from error


def _begins_like_ours(file: Path) -> bool:
    with file.open("rb") as source:
        return MANIFEST.encode() in source.read(30 + len(MANIFEST))  # 30: a zip entry's header


def _seal(file: Path) -> str:
    """SHA-256 of everything but the seal itself."""
    hashed, left = hashlib.sha256(), file.stat().st_size - SEAL
    with file.open("rb") as source:
        while left > 0 and (block := source.read(min(BLOCK, left))):
            hashed.update(block)
            left -= len(block)
    return hashed.hexdigest()


def _written_seal(file: Path) -> str:
    with file.open("rb") as source:
        source.seek(max(0, file.stat().st_size - SEAL))
        return source.read().decode("ascii", "replace")
