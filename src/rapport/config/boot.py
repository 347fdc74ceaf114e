"""What happens before anything else: a private data directory, Django, and tables that are up to date."""

import os
from pathlib import Path

from rapport.config import database, paths
from rapport.services.keeping.ready import NotReady


def start_django(data: str | os.PathLike[str] | None = None) -> Path:
    """Settings and models for a data directory, which is not touched yet; returns its path."""
    os.umask(0o077)
    folder = paths.data_dir(data)
    os.environ["RAPPORT_DATA_DIR"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rapport.config.settings")
    _check_address()
    from django.apps import apps
    from django.conf import settings

    apps.populate(settings.INSTALLED_APPS)  # django.setup() would load logging, mail and addresses too
    return folder


def _check_address() -> None:
    """Refuse a database address that cannot be read, and forget it: the refusal itself needs settings."""
    if url := os.environ.get("RAPPORT_DATABASE_URL"):
        try:
            database.postgres(url)
        except NotReady:
            del os.environ["RAPPORT_DATABASE_URL"]
            raise


def boot(data: str | os.PathLike[str] | None = None) -> Path:
    """Make everything ready to call services; returns the data directory.

    Raises services.keeping.ready.NotReady.
    """
    folder = start_django(data)
    paths.prepare(folder)

    from rapport import clock
    from rapport.services.keeping.upgrade import bring_up_to_date

    bring_up_to_date(folder, clock.now())
    return folder
