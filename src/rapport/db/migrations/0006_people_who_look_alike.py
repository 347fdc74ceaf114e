"""People who look alike, as they were last found."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('rapport', '0005_places_on_the_map'),
    ]

    operations = [
        migrations.CreateModel(
            name='Likeness',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('weight', models.FloatField()),
                ('probability', models.FloatField()),
                ('reasons', models.JSONField(default=list)),
                ('is_sure', models.BooleanField(default=False)),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.person')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='likeness_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='likeness_in_order')],
            },
        ),
        migrations.CreateModel(
            name='LikenessSearch',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('revision', models.PositiveBigIntegerField()),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('people', models.PositiveIntegerField()),
                ('false_share', models.FloatField()),
                ('low', models.FloatField()),
                ('high', models.FloatField()),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('owner',), name='likeness_search_once')],
            },
        ),
    ]
