"""What is usual among ties, files that were read, and lighter indexes for a million traces."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('rapport', '0003_search_as_you_type'),
    ]

    operations = [
        migrations.CreateModel(
            name='SourceFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=32)),
                ('size', models.PositiveBigIntegerField()),
                ('mtime_ns', models.BigIntegerField()),
                ('head', models.CharField(max_length=32)),
                ('tail', models.CharField(max_length=32)),
                ('seam', models.CharField(max_length=32)),
                ('offset', models.PositiveBigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='TieScale',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('centres', models.JSONField(default=list)),
                ('spreads', models.JSONField(default=list)),
                ('lifetime', models.FloatField()),
            ],
        ),
        migrations.AddField(
            model_name='tie',
            name='was_strong',
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name='address',
            name='owner',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner'),
        ),
        migrations.AlterField(
            model_name='trace',
            name='batch',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.batch'),
        ),
        migrations.AlterField(
            model_name='trace',
            name='owner',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner'),
        ),
        migrations.RemoveIndex(model_name='trace', name='trace_batch'),
        migrations.AddIndex(
            model_name='trace',
            index=models.Index(condition=models.Q(('reply_to', ''), _negated=True), fields=['owner', 'reply_to'], name='trace_reply_to'),
        ),
        migrations.AddField(
            model_name='sourcefile',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner'),
        ),
        migrations.AddField(
            model_name='tiescale',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner'),
        ),
        migrations.AddConstraint(
            model_name='sourcefile',
            constraint=models.UniqueConstraint(fields=('owner', 'name'), name='source_file_once'),
        ),
        migrations.AddConstraint(
            model_name='tiescale',
            constraint=models.UniqueConstraint(fields=('owner',), name='tie_scale_once'),
        ),
    ]
