"""What a database file keeps of deleted rows beside its tables: free pages, the log, words of the index."""

from typing import Any

REBUILD = "INSERT INTO rapport_search(rapport_search) VALUES ('rebuild')"


def forget_words(connection: Any) -> None:
    """Make the full-text index again: it marks words as deleted, and keeps them. Inside a transaction."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(REBUILD)


def forget_pages(connection: Any) -> None:
    """Write the file anew without its free pages, and empty the log. Outside of any transaction."""
    if connection.vendor != "sqlite" or connection.in_atomic_block or connection.is_in_memory_db():
        return
    connection.ensure_connection()
    connection.take_turn()
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.give_turn_back()
