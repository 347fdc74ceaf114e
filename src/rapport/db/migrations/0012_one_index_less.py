"""Who knows whom, by the thousand: one index of both people, which paths read, instead of two."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("rapport", "0011_who_brought_whom")]

    operations = [migrations.RemoveConstraint("acquaintance", "acquaintance_once")]
