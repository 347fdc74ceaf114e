"""Everything one owner wrote down, as one document; and reading it back into an empty house."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.models import F

from rapport.db import models as rows
from rapport.domain.text import fold
from rapport.formats import archive as format_
from rapport.formats.archive import Archive, BadArchive, Fault
from rapport.formats.archive_schema import OWNER, TABLES
from rapport.services import people, rulings

__all__ = ["BadArchive", "Fault", "Loaded", "NotEmpty", "NotHere", "export", "load"]

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
}


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
            table: tuple(MODELS[table].objects.of(owner_id).order_by("pk").values(*columns))
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
            for table, model in MODELS.items():
                made = [_row(model, owner_id, record) for record in archive.tables[table]]
                model.objects.bulk_create(made, batch_size=200)
            rulings.rebuild(owner_id, at.date())
    except IntegrityError as error:
        raise NotHere(str(error)) from error
    return Loaded(tuple((table, len(archive.tables[table])) for table in TABLES))


def _refuse_full(owner_id: UUID) -> None:
    for model in MODELS.values():
        if model.objects.of(owner_id).exists():
            raise NotEmpty


def _row(model: Any, owner_id: UUID, record: dict[str, Any]) -> models.Model:
    """With the columns that are derived from others."""
    row: models.Model = model(owner_id=owner_id, **record)
    if isinstance(row, rows.Person):
        row.folded = people.folded(row.name, row.aliases)
        row.refresh_search()
    elif isinstance(row, rows.Series | rows.Gathering):
        row.folded = fold(row.name)[:200]
    elif isinstance(row, rows.Pitch):
        row.folded = fold(row.organisation)[:200]
    return row
