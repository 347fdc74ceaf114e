"""Where the data lives, and whether that is a fit place for a database."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from rapport.services.keeping.ready import NotReady, Why

DATABASE: Final = "rapport.sqlite3"

# Their locks and flushes are not those of a local disk: https://sqlite.org/howtocorrupt.html#_filesystems_with_broken_or_missing_lock_implementations
# fmt: off
NETWORK: Final = frozenset((
    "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "drvfs", "fuse.ceph", "fuse.davfs2",
    "fuse.gcsfuse", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.sshfs",
    "glusterfs", "gpfs", "lustre", "macfuse", "ncp", "ncpfs", "nfs", "nfs3", "nfs4", "osxfuse",
    "prl_fs", "smb2", "smb3", "smbfs", "sshfs", "vboxsf", "webdav",
))
# fmt: on
CLOUD_NAMES: Final = (
    ("Dropbox", re.compile(r"^dropbox( .*)?$", re.I)),
    ("OneDrive", re.compile(r"^onedrive([ -].*)?$", re.I)),
    ("iCloud", re.compile(r"^(icloud ?drive|icloud.*|mobile documents|com~apple~clouddocs)$", re.I)),
    ("Google Drive", re.compile(r"^(google ?drive.*|my drive|drivefs)$", re.I)),
    ("Syncthing", re.compile(r"^syncthing$", re.I)),
    ("Nextcloud", re.compile(r"^(nextcloud|owncloud)$", re.I)),
    ("cloud storage", re.compile(r"^cloudstorage$", re.I)),
)
CLOUD_MARKERS: Final = (
    ("Dropbox", ".dropbox"),
    ("Dropbox", ".dropbox.cache"),
    ("Syncthing", ".stfolder"),
    ("Nextcloud", ".nextcloudsync.log"),
    ("Google Drive", ".tmp.drivedownload"),
)


def data_dir(explicit: str | os.PathLike[str] | None = None) -> Path:
    """`--data DIR`, else RAPPORT_DATA_DIR, else the platform's place for a person's data."""
    chosen = explicit or os.environ.get("RAPPORT_DATA_DIR")
    if chosen:
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_data_dir  # costs start-up time, so only where it is needed

    return Path(user_data_dir("rapport", appauthor=False)).absolute()


def prepare(folder: Path) -> None:
    """Make the directory for its owner alone; refuse a network drive or a place that cannot be written."""
    if kind := network_drive(folder):
        raise NotReady(Why.NETWORK_DRIVE, f"{folder} ({kind})")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.stat().st_mode & 0o077 and folder.stat().st_uid == os.geteuid():
            folder.chmod(0o700)
    except FileExistsError as error:
        raise NotReady(Why.NOT_A_FOLDER, str(folder)) from error
    except OSError as error:
        raise NotReady(Why.NOT_WRITABLE, str(folder)) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise NotReady(Why.NOT_WRITABLE, str(folder))


def network_drive(folder: Path, mounts: Iterable[tuple[str, str]] | None = None) -> str | None:
    """The file system's name if the directory is (or would be made) on another machine's disk."""
    target = folder.resolve()
    best, kind = -1, ""
    for point, fstype in mounted() if mounts is None else mounts:
        if len(point) > best and target.is_relative_to(point):
            best, kind = len(point), fstype
    return kind if kind in NETWORK else None


def mounted() -> Iterator[tuple[str, str]]:
    """(mount point, file system) of what is mounted; nothing where the platform cannot say."""
    if sys.platform == "linux":
        yield from parse_proc_mounts(Path("/proc/self/mounts").read_text(errors="replace"))
    elif sys.platform == "darwin":
        listing = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
        for line in listing.stdout.splitlines():
            if found := re.match(r".* on (/.*) \(([a-z0-9_]+)[,)]", line):
                yield found[1], found[2]


def parse_proc_mounts(text: str) -> Iterator[tuple[str, str]]:
    """Linux's table of mounts; a Windows drive seen from WSL (9p, aname=drvfs) reads as drvfs."""
    for line in text.splitlines():
        fields = line.split(" ")
        if len(fields) < 4:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), fields[1])
        yield point, "drvfs" if fields[2] == "9p" and "aname=drvfs" in fields[3] else fields[2]


def cloud_folder(folder: Path) -> str | None:
    """The name of the service that copies this directory elsewhere, if one seems to."""
    target = folder.resolve()
    for part in target.parts:
        for service, name in CLOUD_NAMES:
            if name.match(part):
                return service
    for place in (target, *target.parents):
        for service, marker in CLOUD_MARKERS:
            if place != Path.home() and (place / marker).exists():
                return service
    return None
