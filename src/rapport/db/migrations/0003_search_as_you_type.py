"""The full-text tables of both engines, over rows whose number is their rank."""

from typing import Any

from django.db import migrations

SQLITE = (
    """CREATE VIRTUAL TABLE rapport_search USING fts5(
        text, content='rapport_searchrow', content_rowid='id', prefix='1 2 3', detail='none', columnsize=0,
        tokenize="unicode61 remove_diacritics 0")""",
    """CREATE TRIGGER rapport_search_added AFTER INSERT ON rapport_searchrow BEGIN
        INSERT INTO rapport_search(rowid, text) VALUES (new.id, new.text); END""",
    """CREATE TRIGGER rapport_search_removed AFTER DELETE ON rapport_searchrow BEGIN
        INSERT INTO rapport_search(rapport_search, rowid, text) VALUES ('delete', old.id, old.text); END""",
    """CREATE TRIGGER rapport_search_changed AFTER UPDATE ON rapport_searchrow BEGIN
        INSERT INTO rapport_search(rapport_search, rowid, text) VALUES ('delete', old.id, old.text);
        INSERT INTO rapport_search(rowid, text) VALUES (new.id, new.text); END""",
)
POSTGRESQL = ("CREATE INDEX rapport_search ON rapport_searchrow USING gin (to_tsvector('simple', text))",)


def make(apps: Any, schema_editor: Any) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def fill(apps: Any, schema_editor: Any) -> None:
    """Everybody who is there already."""
    from rapport.domain.people.contact_keys import phone_key
    from rapport.domain.people.search import document, first_number

    person, row = apps.get_model("rapport", "Person"), apps.get_model("rapport", "SearchRow")
    places: dict[int, int] = {}
    rows = []
    people = person.objects.filter(binned_at__isnull=True).select_related("owner", "tie")
    for one in people.prefetch_related("contact_points").iterator(chunk_size=500):
        points = [(point.kind, point.value) for point in one.contact_points.all()]
        phones = [phone_key(value, one.owner.country) or value for kind, value in points if kind == "phone"]
        others = (value for kind, value in points if kind != "phone")
        texts = (one.organisation, one.role, one.city, one.tags, one.note, *others)
        start = first_number(one.owner.number, one.tie.closeness if hasattr(one, "tie") else 0.0)
        place = places[start] = places.get(start, 0) + 1
        text = document((one.name, *one.aliases), texts, phones)
        rows.append(row(id=start + place, owner=one.owner, person=one, text=text))
    row.objects.bulk_create(rows, batch_size=200)


class Migration(migrations.Migration):
    dependencies = [("rapport", "0002_what_comes_in")]

    operations = [
        migrations.RunPython(make, migrations.RunPython.noop),
        migrations.RemoveField("person", "search"),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
