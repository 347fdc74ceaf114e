"""Which SQLite runs: the bundled one where there is one, and what its version allows."""

import sys
from typing import Final

Version = tuple[int, int, int]

# The WAL-reset bug corrupts databases that several processes write: https://sqlite.org/wal.html#walresetbug
BUG_CAME: Final = (3, 7, 0)
BUG_GONE: Final = (3, 51, 3)
BACKPORTS: Final = ((3, 50, 7), (3, 44, 6))

WAL: Final = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA fullfsync=ON;"
    " PRAGMA secure_delete=ON; PRAGMA journal_size_limit=67108864"
)
ROLLBACK: Final = (
    "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA fullfsync=ON; PRAGMA secure_delete=ON"
)


def install() -> None:
    """Put the bundled SQLite in the place of Python's own; call before Django is imported."""
    try:
        import pysqlite3
        import pysqlite3.dbapi2
    except ImportError:  # no wheel for this platform: Python's own engine, in rollback mode if it must
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def engine_is_fixed(version: Version) -> bool:
    """True where write-ahead logging is safe with several processes."""
    if version < BUG_CAME or version >= BUG_GONE:
        return True
    return any(fixed <= version < (fixed[0], fixed[1] + 1, 0) for fixed in BACKPORTS)


def init_command(version: Version) -> str:
    """The settings of a new connection: durable always, write-ahead logging where it is safe."""
    return WAL if engine_is_fixed(version) else ROLLBACK
