"""A file kept only to be given up: when the disk fills, its room lets the next change through."""

import os
import shutil
from pathlib import Path
from typing import Final

NAME: Final = "reserve"
SIZE: Final = 32 * 1024 * 1024  # bytes
SPARE: Final = 8 * SIZE  # free bytes there must be before the reserve is taken


def keep(folder: Path) -> bool:
    """Set the reserve aside if there is room to spare; True if it is there afterwards."""
    file = folder / NAME
    if file.exists():
        return True
    if shutil.disk_usage(folder).free < SPARE:
        return False
    handle = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(handle, 0, SIZE)
        else:  # macOS: zeros take real room too
            for _ in range(SIZE // (1024 * 1024)):
                os.write(handle, bytes(1024 * 1024))
    except OSError:
        file.unlink()
        return False
    finally:
        os.close(handle)
    return True


def free(folder: Path) -> bool:
    """Give the reserve up; True if there was one."""
    try:
        (folder / NAME).unlink()
    except FileNotFoundError:
        return False
    return True
