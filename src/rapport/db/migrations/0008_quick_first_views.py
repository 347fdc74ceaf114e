"""Today, the board and the list of people are counted from indexes alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rapport", "0007_ways_to_meet")]

    operations = [
        migrations.RemoveIndex(model_name="interaction", name="interaction_owner_on"),
        migrations.AddIndex(
            model_name="interaction",
            index=models.Index(
                fields=["owner", "on", "others"],
                condition=models.Q(binned_at=None),
                name="interaction_owner_on",
            ),
        ),
        migrations.RemoveIndex(model_name="ruling", name="ruling_challenge_on"),
        migrations.AddIndex(
            model_name="ruling",
            index=models.Index(fields=["owner", "challenge", "on", "verdict"], name="ruling_challenge_on"),
        ),
        migrations.AddIndex(
            model_name="tie", index=models.Index(fields=["owner", "closeness"], name="tie_owner_closeness")
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                fields=["owner", "city"], condition=models.Q(binned_at=None), name="person_owner_city"
            ),
        ),
    ]
