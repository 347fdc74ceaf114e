"""Django's SQLite connection, with the write lock around every transaction."""

from collections.abc import Callable
from pathlib import Path
from sqlite3 import dbapi2 as sqlite
from typing import Any

from django.db.backends.sqlite3 import base

from rapport.db.sqlite import reserve
from rapport.db.sqlite.lock import WriteLock

FULL = 13  # SQLITE_FULL; older builds give the message alone
LOCK_FILE = "write.lock"


class DiskFull(sqlite.OperationalError):
    """Nothing was written because the disk is full; `reserve_freed` says a second try may succeed."""

    def __init__(self, reserve_freed: bool) -> None:
        super().__init__("the disk is full: this change was not saved")
        self.reserve_freed = reserve_freed


def is_full(error: sqlite.OperationalError) -> bool:
    """Whether SQLite ran out of room."""
    return getattr(error, "sqlite_errorcode", None) == FULL or "database or disk is full" in str(error)


class Cursor(base.SQLiteCursorWrapper):
    """Names a full disk, and frees the reserve."""

    when_full: Callable[[], DiskFull]

    def execute(self, query: str, params: Any = None) -> Any:
        try:
            return super().execute(query, params)
        except sqlite.OperationalError as error:
            if is_full(error):
                raise self.when_full() from error
            raise

    def executemany(self, query: str, param_list: Any) -> Any:
        try:
            return super().executemany(query, param_list)
        except sqlite.OperationalError as error:
            if is_full(error):
                raise self.when_full() from error
            raise


class DatabaseWrapper(base.DatabaseWrapper):
    """Takes the write lock before BEGIN IMMEDIATE and gives it back when the transaction ends."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._folder: Path | None = None
        self._lock: WriteLock | None = None

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        if not self.is_in_memory_db() and self._lock is None:
            self._folder = Path(params["database"]).parent
            self._lock = WriteLock(self._folder / LOCK_FILE)
        return params

    def create_cursor(self, name: str | None = None) -> Any:
        cursor = self.connection.cursor(factory=Cursor)
        cursor.when_full = self._when_full
        return cursor

    def _when_full(self) -> DiskFull:
        return DiskFull(self._folder is not None and reserve.free(self._folder))

    def take_turn(self) -> None:
        """Wait until nobody else writes: for what writes outside of a transaction."""
        if self._lock is not None:
            self._lock.take()

    def give_turn_back(self) -> None:
        """Let the next writer in."""
        self._give_back()

    def _start_transaction_under_autocommit(self) -> None:
        self.take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # not in the stubs
        except BaseException:
            self._give_back()
            raise

    def _commit(self) -> Any:
        if self.connection is None:
            return
        with self.wrap_database_errors:
            try:
                self.connection.commit()
            except sqlite.OperationalError as error:  # Django rolls back, and that gives the lock back
                if is_full(error):
                    raise self._when_full() from error
                raise
        self._give_back()

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]  # not in the stubs
        finally:
            self._give_back()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]  # not in the stubs
        finally:
            if self._lock is not None:
                self._lock.close()

    def _give_back(self) -> None:
        if self._lock is not None:
            self._lock.give_back()
