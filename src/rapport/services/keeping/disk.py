"""Room on the disk: a reserve for the day it fills, and recognising that day."""

from pathlib import Path

from rapport.db.sqlite import reserve
from rapport.db.sqlite.base import DiskFull


def keep_reserve(data: Path) -> bool:
    """Set 32 MB aside where there is room to spare; True if the reserve is there."""
    return reserve.keep(data)


def is_full(error: BaseException | None) -> bool:
    """Whether a change failed because the disk is full: nothing of it was saved."""
    while error is not None:
        if isinstance(error, DiskFull):
            return True
        error = error.__cause__
    return False
