"""Bring the database's tables up to date; never touch tables from a newer Rapport."""

from datetime import datetime
from pathlib import Path
from typing import Final

from django.db import DatabaseError, connection

import rapport.db.migrations
from rapport.services.keeping.ready import NotReady, Why

APP: Final = "rapport"
LOCK: Final = "upgrade.lock"


def newest_known() -> str:
    """The last migration this code has: their names sort by number."""
    folder = Path(rapport.db.migrations.__path__[0])
    return max((file.stem for file in folder.glob("[0-9]*.py")), default="")


def newest_applied() -> str:
    """The last migration the database has; empty for a new one."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT MAX(name) FROM django_migrations WHERE app = %s", [APP])
            return cursor.fetchone()[0] or ""
    except DatabaseError:
        if "django_migrations" in connection.introspection.table_names():
            raise
        return ""


def bring_up_to_date(data: Path, now: datetime) -> bool:
    """Apply what is missing, after a verified backup of what is there; True if tables changed.

    One small query when nothing is missing.
    """
    known, applied = newest_known(), newest_applied()
    if applied == known:
        return False
    if _number(applied) > _number(known):
        raise NotReady(Why.NEWER_DATA, f"{applied} > {known}")
    from filelock import FileLock  # these cost start-up time: imported only when there is work

    from rapport.services.keeping import backups

    with FileLock(data / LOCK, mode=0o600):
        if newest_applied() == known:  # another process was faster
            return False
        if applied and connection.vendor == "sqlite":
            backups.automatic(data, f"before-{known}", now)
        make_tables()
    return True


def make_tables() -> None:
    """Run the migrations on the present database; a new one gets its tables at once."""
    if not newest_applied():
        from rapport.db import fresh

        fresh.make()
    else:
        from django.core.management import call_command

        call_command("migrate", verbosity=0, interactive=False)


def _number(name: str) -> int:
    digits = name.partition("_")[0]
    return int(digits) if digits.isdigit() else 0
