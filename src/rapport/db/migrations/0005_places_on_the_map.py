"""Where people stand on the map, so that it looks the same next time."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('rapport', '0004_what_histories_add_up_to'),
    ]

    operations = [
        migrations.CreateModel(
            name='MapPlace',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('x', models.FloatField()),
                ('y', models.FloatField()),
                ('island', models.CharField(max_length=16)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.person')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
