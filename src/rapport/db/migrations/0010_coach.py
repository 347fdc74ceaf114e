"""What the coach is told, and what it learns from before Rapport."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('rapport', '0009_rows_by_the_thousand'),
    ]

    operations = [
        migrations.CreateModel(
            name='Coaching',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('flat_until', models.DateField(null=True)),
                ('guesses', models.JSONField(default=dict)),
                ('forgotten_on', models.DateField(null=True)),
                ('days_off', models.JSONField(default=list)),
                ('with_holidays', models.BooleanField(default=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('owner',), name='coaching_once')],
            },
        ),
        migrations.CreateModel(
            name='Remembered',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=64)),
                ('arm', models.CharField(max_length=16)),
                ('on', models.DateField()),
                ('hour', models.PositiveSmallIntegerField(null=True)),
                ('minutes', models.PositiveIntegerField(default=0)),
                ('came', models.PositiveSmallIntegerField(default=0)),
                ('reply', models.CharField(max_length=16)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='rapport.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('arm__in', ['ask_high', 'ask_middle', 'ask_low', 'reconnect_close', 'reconnect_far', 'give', 'pitch', 'small', 'middle', 'large', 'conference', 'series', 'follow_up', 'nudge'])), name='remembered_arm'), models.CheckConstraint(condition=models.Q(('reply__in', ['counted', 'not_mine'])), name='remembered_reply'), models.CheckConstraint(condition=models.Q(('hour__isnull', True), ('hour__lte', 23), _connector='OR'), name='remembered_hour'), models.UniqueConstraint(fields=('owner', 'key'), name='remembered_once')],
            },
        ),
    ]
