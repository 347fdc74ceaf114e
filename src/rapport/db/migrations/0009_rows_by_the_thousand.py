"""Rows that come by the thousand: no index twice over, and search rows found by their number at once.

SQLite keeps a table in the order of its INTEGER PRIMARY KEY; Django's BIGINT is an index beside the table,
one more step for each person found. New words reach the full text from `services.people.search_index`, many
at a time: a trigger on each row makes SQLite write the words down row by row, five times the work. And it makes
a table of every list in a constraint, for each row anew: codes are compared one by one instead.
"""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

ROWS = (
    """CREATE TABLE rapport_searchrow_kept (
        "id" integer NOT NULL PRIMARY KEY,
        "owner_id" char(32) NOT NULL REFERENCES "rapport_owner" ("id") DEFERRABLE INITIALLY DEFERRED,
        "person_id" char(32) NOT NULL UNIQUE
            REFERENCES "rapport_person" ("id") DEFERRABLE INITIALLY DEFERRED,
        "text" text NOT NULL)""",
    """INSERT INTO rapport_searchrow_kept (id, owner_id, person_id, text)
        SELECT id, owner_id, person_id, text FROM rapport_searchrow ORDER BY id""",
    "DROP TABLE rapport_searchrow",  # and its triggers, which do not fire
    "ALTER TABLE rapport_searchrow_kept RENAME TO rapport_searchrow",
    """CREATE TRIGGER rapport_search_removed AFTER DELETE ON rapport_searchrow BEGIN
        INSERT INTO rapport_search(rapport_search, rowid, text) VALUES ('delete', old.id, old.text); END""",
    """CREATE TRIGGER rapport_search_changed AFTER UPDATE ON rapport_searchrow BEGIN
        INSERT INTO rapport_search(rapport_search, rowid, text) VALUES ('delete', old.id, old.text);
        INSERT INTO rapport_search(rowid, text) VALUES (new.id, new.text); END""",
)
SOURCES = (
    "vcard", "linkedin", "google", "outlook", "csv", "monica", "nametag", "meerkat", "archive", "mailbox",
    "calendar",
)  # fmt: skip


def one_by_one(column: str, codes: tuple[str, ...], name: str) -> models.CheckConstraint:
    condition = models.Q(*((column, code) for code in codes), _connector="OR")
    return models.CheckConstraint(condition=condition, name=name)


def no_index_of_its_own() -> Any:
    return models.ForeignKey(
        "rapport.owner", on_delete=django.db.models.deletion.CASCADE, related_name="+", db_index=False
    )


def keep(apps: Any, schema_editor: Any) -> None:
    """PostgreSQL has no such difference, and its index needs no trigger."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in ROWS:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("rapport", "0008_quick_first_views")]

    operations = [
        migrations.SeparateDatabaseAndState(
            # SQLite makes these two tables anew below, with the constraints as they are known by then;
            # on PostgreSQL the lists, which cost nothing there, stay and say the same.
            state_operations=[
                migrations.RemoveConstraint("person", "person_reach"),
                migrations.RemoveConstraint("person", "person_told"),
                migrations.RemoveConstraint("sourcerecord", "source_record_source"),
                migrations.AddConstraint("person", one_by_one("reach", ("near", "far", ""), "person_reach")),
                migrations.AddConstraint(
                    "person", one_by_one("told", ("close", "not_close", ""), "person_told")
                ),
                migrations.AddConstraint(
                    "sourcerecord", one_by_one("source", SOURCES, "source_record_source")
                ),
            ]
        ),
        migrations.AlterField("person", "owner", no_index_of_its_own()),
        migrations.AlterField("sourcerecord", "owner", no_index_of_its_own()),
        migrations.AlterField("searchrow", "owner", no_index_of_its_own()),
        migrations.RemoveConstraint("contactpoint", "contact_point_kind"),
        migrations.AddConstraint(
            "contactpoint", one_by_one("kind", ("email", "phone", "url", "other"), "contact_point_kind")
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
