"""What `rapport doctor` asks the wiring: is this a fit place, and is this engine safe."""

import sqlite3

from django.conf import settings

from rapport.config import engine, paths
from rapport.services.keeping.doctor import Place


def look_around() -> Place:
    """The data directory and the engine, as they are."""
    return Place(
        data=settings.DATA_DIR,
        network_drive=paths.network_drive(settings.DATA_DIR),
        cloud_folder=paths.cloud_folder(settings.DATA_DIR),
        engine_is_fixed=engine.engine_is_fixed(sqlite3.sqlite_version_info),
    )
