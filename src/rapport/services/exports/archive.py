"""Everything one owner wrote down, as one document; and reading it back into an empty house."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.models import F

from rapport.db import models as rows
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.formats import archive as format_
from rapport.formats.archive import Archive, BadArchive, Fault
from rapport.formats.archive_schema import OWNER, TABLES
from rapport.services.challenge import rulings
from rapport.services.history import acquaintances, history
from rapport.services.history.trace_rows import next_ids
from rapport.services.people import people, search_index

__all__ = ["BadArchive", "Fault", "Loaded", "NotEmpty", "NotHere", "export", "is_empty", "load"]

MODELS: dict[str, Any] = {
    "people": rows.Person,
    "contact_points": rows.ContactPoint,
    "series": rows.Series,
    "gatherings": rows.Gathering,
    "interactions": rows.Interaction,
    "participants": rows.Participant,
    "asks": rows.Ask,
    "ask_answers": rows.AskAnswer,
    "introductions": rows.Introduction,
    "introduction_moves": rows.IntroductionMove,
    "pitches": rows.Pitch,
    "pitch_steps": rows.PitchStep,
    "helps": rows.Help,
    "needs": rows.Need,
    "offers": rows.Offer,
    "follow_ups": rows.FollowUp,
    "opportunities": rows.Opportunity,
    "notes": rows.Note,
    "challenges": rows.Challenge,
    "checkins": rows.CheckIn,
    "actions": rows.Action,
    "diary_entries": rows.DiaryEntry,
    "source_records": rows.SourceRecord,
    "distinct_pairs": rows.Distinct,
    "saved_filters": rows.SavedFilter,
    "addresses": rows.Address,
    "traces": rows.Trace,
    "trace_parties": rows.TraceParty,
    "need_matches": rows.NeedMatch,
    "subscriptions": rows.Subscription,
    "listings": rows.Listing,
    "templates": rows.Template,
    "coaching": rows.Coaching,
    "remembered": rows.Remembered,
}
NUMBERED = ("addresses", "traces", "trace_parties")  # numbers are the store's own: they are given anew

Tables = dict[str, tuple[dict[str, Any], ...]]


class NotEmpty(Exception):
    """The owner has rows already; nothing was read."""


class NotHere(Exception):
    """The database refuses a row (two check-ins on one day, an id of another owner); nothing was read."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows of each table were read."""

    counts: tuple[tuple[str, int], ...]


def export(owner_id: UUID, *, at: datetime) -> str:
    """The whole as JSON text: live and binned facts, nothing derived, no journal."""
    with transaction.atomic():  # one moment in time
        owner = rows.Owner.objects.values(*OWNER).get(pk=owner_id)
        tables = {
            table: tuple(_of(MODELS[table], owner_id).order_by("pk").values(*columns))
            for table, columns in TABLES.items()
        }
    return format_.dump(Archive(at, owner, tables))


def load(owner_id: UUID, text: str, *, at: datetime) -> Loaded:
    """Read an archive into an empty owner, and judge it. Raises BadArchive, NotEmpty, NotHere."""
    archive = format_.load(text)
    try:
        with transaction.atomic():
            _refuse_full(owner_id)
            owner = rows.Owner.objects.filter(pk=owner_id)
            owner.update(**archive.owner, revision=F("revision") + 1)
            tables = _renumbered(archive.tables)
            for table, model in MODELS.items():
                made = [_row(model, owner_id, record) for record in tables[table]]
                model.objects.bulk_create(made, batch_size=200)
            history.recompute_all(owner_id)
            rulings.rebuild(owner_id, at.date())
            search_index.refresh_all(owner_id)
            acquaintances.rebuild(owner_id, at.date())
    except IntegrityError as error:
        raise NotHere(str(error)) from error
    return Loaded(tuple((table, len(archive.tables[table])) for table in TABLES))


def is_empty(owner_id: UUID) -> bool:
    """Whether nothing is written down yet."""
    return not any(_of(model, owner_id).exists() for model in MODELS.values())


def _refuse_full(owner_id: UUID) -> None:
    if not is_empty(owner_id):
        raise NotEmpty


def _of(model: Any, owner_id: UUID) -> Any:
    """This owner's rows; a party of a trace is whose the trace is."""
    if model is rows.TraceParty:
        return model.objects.filter(trace__owner_id=owner_id)
    return model.objects.of(owner_id)


def _renumbered(tables: Tables) -> Tables:
    """With numbers that no row of this store has."""
    given: dict[str, dict[int, int]] = {}
    for table in NUMBERED:
        numbers = next_ids(MODELS[table], len(tables[table]))
        old = [record["id"] for record in tables[table]]
        given[table] = dict(zip(old, numbers, strict=True))
    columns = {"id": None, "trace_id": "traces", "address_id": "addresses"}
    new = dict(tables)
    for table in NUMBERED:
        new[table] = tuple(
            {
                key: given[columns[key] or table][value] if key in columns else value
                for key, value in record.items()
            }
            for record in tables[table]
        )
    return new


def _row(model: Any, owner_id: UUID, record: dict[str, Any]) -> models.Model:
    """With the columns that are derived from others."""
    if model is rows.TraceParty:
        return rows.TraceParty(**record)
    row: models.Model = model(owner_id=owner_id, **record)
    if isinstance(row, rows.Person):
        row.folded = people.folded(row.name, row.aliases)
    elif isinstance(row, rows.Series | rows.Gathering | rows.Listing):
        row.folded = fold(row.name)[:200]
    elif isinstance(row, rows.Pitch):
        row.folded = fold(row.organisation)[:200]
    return row
