"""What asks, gatherings, pitches, introductions and help need to be done well; who knows whom; feeds."""


import django.db.models.deletion
import rapport.domain.gatherings.listings
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('rapport', '0006_people_who_look_alike'),
    ]

    operations = [
        migrations.CreateModel(
            name='Acquaintance',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('probability', models.FloatField()),
                ('evidence', models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name='Engagement',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('title', models.CharField(blank=True, max_length=200)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner')),
            ],
            options={
                'indexes': [models.Index(fields=['owner', 'starts_at'], name='engagement_owner_starts')],
            },
        ),
        migrations.CreateModel(
            name='IntroductionMove',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('move', models.CharField(max_length=16)),
                ('side', models.CharField(blank=True, max_length=8)),
            ],
        ),
        migrations.CreateModel(
            name='Listing',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('uid', models.CharField(max_length=400)),
                ('instance', models.CharField(blank=True, max_length=40)),
                ('name', models.CharField(max_length=200)),
                ('folded', models.CharField(max_length=200)),
                ('on', models.DateField()),
                ('starts_at', models.DateTimeField(null=True)),
                ('ends_at', models.DateTimeField(null=True)),
                ('time_zone', models.CharField(blank=True, max_length=64)),
                ('is_recurring', models.BooleanField(default=False)),
                ('place', models.CharField(blank=True, max_length=400)),
                ('city', models.CharField(blank=True, max_length=200)),
                ('latitude', models.FloatField(null=True)),
                ('longitude', models.FloatField(null=True)),
                ('is_online', models.BooleanField(default=False)),
                ('url', models.CharField(blank=True, max_length=1000)),
                ('about', models.TextField(blank=True)),
                ('host', models.CharField(blank=True, max_length=200)),
                ('size', models.PositiveIntegerField(null=True)),
                ('price', models.FloatField(null=True)),
                ('currency', models.CharField(blank=True, max_length=3)),
                ('status', models.CharField(default=rapport.domain.gatherings.listings.ListingStatus['PLANNED'], max_length=12)),
                ('moved_from', models.DateField(null=True)),
                ('reply', models.CharField(blank=True, max_length=12)),
                ('seen_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='NeedMatch',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reply', models.CharField(max_length=16)),
                ('on', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='Subscription',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('binned_at', models.DateTimeField(blank=True, null=True)),
                ('name', models.CharField(blank=True, max_length=200)),
                ('url', models.CharField(max_length=1000)),
                ('kind', models.CharField(blank=True, max_length=8)),
                ('city', models.CharField(blank=True, max_length=200)),
                ('etag', models.CharField(blank=True, max_length=400)),
                ('modified', models.CharField(blank=True, max_length=100)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('fetched_at', models.DateTimeField(null=True)),
                ('next_at', models.DateTimeField(null=True)),
                ('failures', models.PositiveSmallIntegerField(default=0)),
                ('problem', models.CharField(blank=True, max_length=24)),
                ('detail', models.CharField(blank=True, max_length=200)),
                ('allows_local', models.BooleanField(default=False)),
                ('is_paused', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='Template',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('binned_at', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(max_length=24)),
                ('language', models.CharField(max_length=8)),
                ('name', models.CharField(max_length=80)),
                ('subject', models.CharField(blank=True, max_length=200)),
                ('body', models.TextField()),
                ('chosen_at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='ask',
            name='organisation',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='ask',
            name='read_until',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='ask',
            name='text',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='ask',
            name='wanted',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='rapport.person'),
        ),
        migrations.AddField(
            model_name='followup',
            name='closed_by',
            field=models.CharField(blank=True, max_length=16),
        ),
        migrations.AddField(
            model_name='followup',
            name='kept_open',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='gathering',
            name='cancelled_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='gathering',
            name='city',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='gathering',
            name='currency',
            field=models.CharField(blank=True, max_length=3),
        ),
        migrations.AddField(
            model_name='gathering',
            name='debriefed_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='gathering',
            name='ends_at',
            field=models.TimeField(null=True),
        ),
        migrations.AddField(
            model_name='gathering',
            name='is_online',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='gathering',
            name='latitude',
            field=models.FloatField(null=True),
        ),
        migrations.AddField(
            model_name='gathering',
            name='longitude',
            field=models.FloatField(null=True),
        ),
        migrations.AddField(
            model_name='gathering',
            name='minutes',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='gathering',
            name='plan',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='gathering',
            name='price',
            field=models.FloatField(null=True),
        ),
        migrations.AddField(
            model_name='gathering',
            name='topics',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='gathering',
            name='url',
            field=models.CharField(blank=True, max_length=1000),
        ),
        migrations.AddField(
            model_name='introduction',
            name='need',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='rapport.need'),
        ),
        migrations.AddField(
            model_name='introduction',
            name='offer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='rapport.offer'),
        ),
        migrations.AddField(
            model_name='introduction',
            name='why',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='owner',
            name='pitch_nudges',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='pitch',
            name='afterwards',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='pitch',
            name='feared',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='pitch',
            name='planned_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='pitch',
            name='rung',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='pitch',
            name='text',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='pitch',
            name='through',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='rapport.person'),
        ),
        migrations.AddField(
            model_name='series',
            name='let_go_on',
            field=models.DateField(null=True),
        ),
        migrations.AddConstraint(
            model_name='followup',
            constraint=models.CheckConstraint(condition=models.Q(('closed_by__in', ['interaction', 'message', 'meeting', 'pitch', 'help', ''])), name='followup_closed_by'),
        ),
        migrations.AddConstraint(
            model_name='gathering',
            constraint=models.CheckConstraint(condition=models.Q(('price__isnull', True), ('price__gte', 0), _connector='OR'), name='gathering_price'),
        ),
        migrations.AddField(
            model_name='acquaintance',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.person'),
        ),
        migrations.AddField(
            model_name='acquaintance',
            name='owner',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner'),
        ),
        migrations.AddField(
            model_name='acquaintance',
            name='person',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.person'),
        ),
        migrations.AddField(
            model_name='introductionmove',
            name='introduction',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moves', to='rapport.introduction'),
        ),
        migrations.AddField(
            model_name='introductionmove',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner'),
        ),
        migrations.AddField(
            model_name='listing',
            name='gathering',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='rapport.gathering'),
        ),
        migrations.AddField(
            model_name='listing',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner'),
        ),
        migrations.AddField(
            model_name='listing',
            name='same_as',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='rapport.listing'),
        ),
        migrations.AddField(
            model_name='needmatch',
            name='need',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.need'),
        ),
        migrations.AddField(
            model_name='needmatch',
            name='offer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.offer'),
        ),
        migrations.AddField(
            model_name='needmatch',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner'),
        ),
        migrations.AddField(
            model_name='subscription',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner'),
        ),
        migrations.AddField(
            model_name='listing',
            name='subscription',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.subscription'),
        ),
        migrations.AddField(
            model_name='template',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='rapport.owner'),
        ),
        migrations.AddIndex(
            model_name='acquaintance',
            index=models.Index(fields=['person', 'other', 'probability'], name='acquaintance_path'),
        ),
        migrations.AddConstraint(
            model_name='acquaintance',
            constraint=models.UniqueConstraint(fields=('person', 'other'), name='acquaintance_once'),
        ),
        migrations.AddConstraint(
            model_name='introductionmove',
            constraint=models.CheckConstraint(condition=models.Q(('move__in', ['asked', 'agreed', 'declined', 'connected', 'happened', 'did_not'])), name='introduction_move'),
        ),
        migrations.AddConstraint(
            model_name='introductionmove',
            constraint=models.CheckConstraint(condition=models.Q(('side__in', ['person', 'other', ''])), name='introduction_move_side'),
        ),
        migrations.RemoveConstraint(
            model_name='action',
            name='action_reply',
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(('reply__in', ['done', 'not_today', 'not_for_me', 'later'])), name='action_reply'),
        ),
        migrations.AddConstraint(
            model_name='needmatch',
            constraint=models.CheckConstraint(condition=models.Q(('reply__in', ['no', 'proposed'])), name='need_match_reply'),
        ),
        migrations.AddConstraint(
            model_name='needmatch',
            constraint=models.UniqueConstraint(fields=('need', 'offer'), name='need_match_once'),
        ),
        migrations.AddConstraint(
            model_name='subscription',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['ics', 'rss', 'page', ''])), name='subscription_kind'),
        ),
        migrations.AddConstraint(
            model_name='subscription',
            constraint=models.CheckConstraint(condition=models.Q(('problem__in', ['forbidden', 'local', 'not_found', 'gone', 'refused', 'server', 'unreachable', 'slow', 'too_large', 'too_many_hops', 'not_a_feed', ''])), name='subscription_problem'),
        ),
        migrations.AddConstraint(
            model_name='subscription',
            constraint=models.UniqueConstraint(condition=models.Q(('binned_at', None)), fields=('owner', 'url'), name='subscription_once'),
        ),
        migrations.AddIndex(
            model_name='listing',
            index=models.Index(fields=['owner', 'on'], name='listing_owner_on'),
        ),
        migrations.AddConstraint(
            model_name='listing',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['planned', 'moved', 'cancelled', 'gone'])), name='listing_status'),
        ),
        migrations.AddConstraint(
            model_name='listing',
            constraint=models.CheckConstraint(condition=models.Q(('reply__in', ['going', 'maybe', 'not_for_me', ''])), name='listing_reply'),
        ),
        migrations.AddConstraint(
            model_name='listing',
            constraint=models.UniqueConstraint(fields=('owner', 'subscription', 'uid', 'instance'), name='listing_once'),
        ),
        migrations.AddConstraint(
            model_name='template',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['ask', 'remind_ask', 'blurb', 'agree', 'no_thanks', 'opt_in', 'not_now', 'connect', 'greet', 'did_it_happen', 'thanks', 'pitch', 'nudge_pitch', 'reconnect', 'follow_up', 'next_step', 'keep_promise'])), name='template_kind'),
        ),
        migrations.AddConstraint(
            model_name='template',
            constraint=models.CheckConstraint(condition=models.Q(('body', ''), _negated=True), name='template_has_a_body'),
        ),
        migrations.AddConstraint(
            model_name='template',
            constraint=models.UniqueConstraint(condition=models.Q(('binned_at', None)), fields=('owner', 'kind', 'language', 'name'), name='template_name_once'),
        ),
    ]
