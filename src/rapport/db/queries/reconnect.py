"""Ties that sleep, and what is known of them: narrow queries, a fixed number of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, FloatField, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from rapport.db import models
from rapport.db.queries import history
from rapport.db.queries.prepared import prepared
from rapport.domain.coach.cards import Kind, Reply
from rapport.domain.coach.reconnect import LATER, Dormant, Quiet, Seeking, ranked
from rapport.domain.history.history import from_json
from rapport.domain.history.ties import DORMANT_AFTER, REAL_CONTACTS
from rapport.domain.interactions.interactions import Direction
from rapport.domain.people.people import Told
from rapport.domain.pitches.pitches import Stage
from rapport.domain.values import dataclass

MOST = 300  # of each kind that stand for choice: those with most history
PREFIX = f"{Kind.RECONNECT}:"
Texts = defaultdict[UUID | None, list[str]]


@dataclass(frozen=True, slots=True)
class Shared:
    """The last thing shared with somebody: its day, and what it was about."""

    on: date
    what: str = ""
    is_note: bool = False  # my own words about them, not what both know


def asleep(owner_id: UUID, today: date, most: int = MOST) -> list[Dormant]:
    """All who may be written to again, the most promising first."""
    rows = _candidates(owner_id, today, most)
    if not rows:
        return []
    ids = [row[0] for row in rows]
    needs, offers = _texts(models.Need, owner_id, ids), _texts(models.Offer, owner_id, ids)
    return ranked(
        _known(owner_id, rows, today, needs, offers),
        _seeking(owner_id, needs, offers),
        today,
        hidden=hidden(owner_id),
        threshold=history.scale(owner_id).lifetime,
    )


def shared(owner_id: UUID, people: Collection[UUID]) -> dict[UUID, Shared]:
    """The last note, gathering or meeting with each that says what it was about. Two queries."""
    found: dict[UUID, Shared] = {}
    told = models.Participant.objects.of(owner_id).filter(
        person_id__in=list(people), interaction__binned_at__isnull=True
    )
    told = told.exclude(interaction__note="", interaction__gathering__isnull=True)
    for person, on, note, where in told.order_by("interaction__on", "id").values_list(
        "person_id", "interaction__on", "interaction__note", "interaction__gathering__name"
    ):
        first, _, _ = note.strip().partition("\n")
        found[person] = Shared(on, first or where or "", is_note=bool(first))
    met = models.TraceParty.objects.filter(
        trace__owner_id=owner_id, trace__is_bulk=False, address__person_id__in=list(people)
    ).exclude(trace__title="")
    for person, at, title in met.order_by("trace__at", "id").values_list(
        "address__person_id", "trace__at", "trace__title"
    ):
        if person not in found or at.date() > found[person].on:
            found[person] = Shared(at.date(), title)
    return found


def hidden(owner_id: UUID) -> dict[UUID, date | None]:
    """Who was put aside, until when; None: for good."""
    found: dict[UUID, date | None] = {}
    for key, on, reply in _replies(owner_id):
        person = _person_in(key)
        if person is None:
            continue
        if reply == Reply.NOT_FOR_ME:
            found[person] = None
        elif reply == Reply.LATER and found.get(person, on) is not None:
            found[person] = on + LATER
    return found


def _candidates(owner_id: UUID, today: date, most: int) -> list[tuple[Any, ...]]:
    """Those with most history of either kind; what is known of them is asked for these alone."""
    until = today - timedelta(days=DORMANT_AFTER)
    ids = {row[0] for row in (*_written(owner_id, until, most), *_traced(owner_id, until, most))}
    if not ids:
        return []
    # The ids are this owner's; asked for by owner too, the engine would walk through all of the owner's ties.
    rows = models.Tie.objects.filter(person_id__in=ids, person__binned_at__isnull=True)
    columns = (
        "person_id", "person__name", "person__organisation", "person__role", "person__tags", "person__told",
        "last_on", "interactions", "was_strong", "person__history__sums",
    )  # fmt: skip
    return list(rows.values_list(*columns))


def _known(
    owner_id: UUID, rows: Iterable[tuple[Any, ...]], today: date, needs: Texts, offers: Texts
) -> list[Quiet]:
    """The candidates with what their other rows tell; without those one means to write to anyway."""
    by_id = {row[0]: row for row in rows}
    ids = list(by_id)
    planned = _planned(owner_id, ids)
    led, before = _led(owner_id, ids), _before(owner_id, ids)
    wrote = _wrote(owner_id, ids, today)
    people = []
    for pk, name, organisation, role, tags, told, last, count, strong, sums in by_id.values():
        if pk in planned:
            continue
        mailed = from_json(sums or {})
        people.append(
            Quiet(
                id=pk,
                name=name,
                last_on=last,
                exchanges=count,
                lifetime=mailed.lifetime,
                was_strong=strong,
                told=Told(told) if told else None,
                organisation=organisation,
                before=before.get(pk, ""),
                role=role,
                tags=frozenset(tags.split()),
                offers=tuple(offers[pk]),
                needs=tuple(needs[pk]),
                led_to=led.get(pk, 0),
                wrote_on=tuple(on for on in (*wrote[pk], mailed.last_out) if on and on > last),
            )
        )
    return people


@prepared
def _written(owner_id: UUID, until: date, most: int) -> "QuerySet[Any, Any]":
    """Those with most exchanges written down."""
    rows = _quiet(owner_id, until).filter(interactions__gte=REAL_CONTACTS)
    return rows.order_by("-interactions", "-last_on", "id").values_list("person_id")[:most]


@prepared
def _traced(owner_id: UUID, until: date, most: int) -> "QuerySet[Any, Any]":
    """Those with most history in mailboxes and calendars."""
    lifetime = Cast(KeyTextTransform("lifetime", "person__history__sums"), FloatField())
    rows = _quiet(owner_id, until).filter(was_strong=True)
    return rows.order_by(lifetime.desc(nulls_last=True), "-last_on", "id").values_list("person_id")[:most]


def _quiet(owner_id: UUID, until: date) -> "QuerySet[Any, Any]":
    """Those in the bin too: they are few, and a join for each of thousands costs more than asking later."""
    return models.Tie.objects.of(owner_id).filter(last_on__lte=until)


@prepared
def _replies(owner_id: UUID) -> "QuerySet[Any, Any]":
    """Of cards about writing again: key, day, reply."""
    rows = models.Action.objects.of(owner_id).filter(key__startswith=PREFIX)
    rows = rows.filter(reply__in=(Reply.NOT_FOR_ME, Reply.LATER))
    return rows.order_by("on", "key").values_list("key", "on", "reply")


def _person_in(key: str) -> UUID | None:
    try:
        return UUID(key.removeprefix(PREFIX))
    except ValueError:
        return None


def _seeking(owner_id: UUID, needs: Texts, offers: Texts) -> Seeking:
    topics = models.Owner.objects.values_list("topics", flat=True).get(pk=owner_id)
    return Seeking(frozenset(topics.split()), tuple(needs[None]), tuple(offers[None]), _dreams(owner_id))


def _dreams(owner_id: UUID) -> tuple[str, ...]:
    """Organisations not written to yet."""
    beyond = models.PitchStep.objects.of(owner_id).exclude(stage__in=(Stage.DREAM, Stage.DRAFT))
    rows = models.Pitch.objects.of(owner_id).live().exclude(pk__in=beyond.values("pitch_id"))
    return tuple(rows.order_by("folded", "id").values_list("organisation", flat=True))


def _planned(owner_id: UUID, people: Collection[UUID]) -> set[UUID]:
    """With whom a next step is open."""
    rows = models.FollowUp.objects.of(owner_id).live().filter(person_id__in=people)
    return set(rows.filter(done_on__isnull=True, dropped_on__isnull=True).values_list("person_id", flat=True))


def _texts(model: Any, owner_id: UUID, people: Collection[UUID]) -> Texts:
    """What each looks for or offers; None: I."""
    found: Texts = defaultdict(list)
    rows = model.objects.of(owner_id).live().filter(Q(person_id__in=people) | Q(person_id__isnull=True))
    if model is models.Need:
        rows = rows.filter(met_on__isnull=True)
    for person, what in rows.order_by("-on", "id").values_list("person_id", "what"):
        found[person].append(what)
    return found


def _led(owner_id: UUID, people: Collection[UUID]) -> dict[UUID, int]:
    """How many I met through each."""
    rows = models.Person.objects.of(owner_id).live().filter(introduced_by_id__in=people)
    return dict(rows.order_by().values_list("introduced_by_id").annotate(Count("id")))


def _before(owner_id: UUID, people: Collection[UUID]) -> dict[UUID, str]:
    """Where they were before an import told that they had moved on."""
    rows = models.Change.objects.filter(
        owner_id=owner_id,
        batch__verb="import",
        batch__undone_at__isnull=True,
        table="Person",
        row__in=people,
        before__isnull=False,
    )
    found: dict[UUID, str] = {}
    for person, was, now in rows.order_by("batch__number", "position").values_list("row", "before", "after"):
        if was and now and was.get("organisation") and was["organisation"] != now.get("organisation"):
            found[person] = was["organisation"]
    return found


def _wrote(owner_id: UUID, people: Collection[UUID], today: date) -> dict[UUID, list[date]]:
    """My messages of the last year."""
    found: dict[UUID, list[date]] = defaultdict(list)
    rows = models.Participant.objects.of(owner_id).filter(
        person_id__in=people,
        interaction__direction=Direction.OUTBOUND,
        interaction__on__gt=today - timedelta(days=DORMANT_AFTER),
        interaction__binned_at__isnull=True,
    )
    for person, on in rows.order_by("interaction__on", "id").values_list("person_id", "interaction__on"):
        found[person].append(on)
    return found
