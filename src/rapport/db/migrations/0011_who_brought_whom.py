"""Who was introduced by whom is read from an index: they are few among everybody."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rapport", "0010_coach")]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                fields=["owner", "introduced_by"],
                condition=models.Q(binned_at=None, introduced_by__isnull=False),
                name="person_owner_introduced_by",
            ),
        ),
    ]
