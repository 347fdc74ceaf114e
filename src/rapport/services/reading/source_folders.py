"""What lies in a folder, as the folder itself tells: a Maildir has a hundred thousand files."""

import os
from collections.abc import Iterator
from contextlib import suppress
from operator import attrgetter
from pathlib import Path


def files(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file in it and in its folders, in an order of names: the folder it lies in, and its path.

    No link is followed.
    """
    return ((inside, entry.path) for inside, entry in _entries(folder))


def size(folder: Path) -> int:
    """Bytes of all of them together."""
    found = 0
    for _inside, entry in _entries(folder):
        with suppress(FileNotFoundError):  # a mail program moves what was read
            found += entry.stat(follow_symlinks=False).st_size
    return found


def _entries(folder: Path) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    open_folders = [(folder.name, _listed(folder))]
    while open_folders:
        name, entries = open_folders[-1]
        entry = next(entries, None)
        if entry is None:
            open_folders.pop()
        elif entry.is_file(follow_symlinks=False):
            yield name, entry
        elif entry.is_dir(follow_symlinks=False):
            open_folders.append((entry.name, _listed(entry.path)))


def _listed(folder: str | Path) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(folder) as found:
        return iter(sorted(found, key=attrgetter("name")))
