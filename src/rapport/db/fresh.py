"""The tables of a store that has none yet, made at once: its history is not lived through again."""

from importlib import import_module
from typing import Any, Final

from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

APP: Final = "rapport"
FURTHER: Final = (  # what migrations make beyond the tables of the models
    ("0003_search_as_you_type", "make"),
    ("0009_rows_by_the_thousand", "keep"),
)


def make() -> None:
    """Equal to running every migration, in a fifth of the time; the store must have no table of ours."""
    with connection.schema_editor() as editor:
        for model in apps.get_app_config(APP).get_models(include_auto_created=True):
            editor.create_model(model)
        for name, step in FURTHER:
            migration: Any = import_module(f"rapport.db.migrations.{name}")
            getattr(migration, step)(None, editor)
        recorder = MigrationRecorder(connection)
        recorder.ensure_schema()
        for app, name in MigrationLoader(None).disk_migrations:
            recorder.record_applied(app, name)
