"""What lies in the bin, across all nouns."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, TextField, Value
from django.db.models.functions import Cast

from rapport.db import models
from rapport.db.queries.values import Paging, window
from rapport.domain.nouns import Noun as Noun
from rapport.domain.values import dataclass

# Noun → its model, the column that says what it was, the person it is about, its day.
TABLES: dict[Noun, tuple[Any, str | None, str | None, str | None]] = {
    Noun.PERSON: (models.Person, "name", None, None),
    Noun.INTERACTION: (models.Interaction, "note", None, "on"),
    Noun.GATHERING: (models.Gathering, "name", None, "on"),
    Noun.SERIES: (models.Series, "name", None, None),
    Noun.ASK: (models.Ask, "target", "person__name", "on"),
    Noun.INTRODUCTION: (models.Introduction, None, "person__name", "on"),
    Noun.PITCH: (models.Pitch, "organisation", "person__name", None),
    Noun.HELP: (models.Help, "what", "person__name", None),
    Noun.NEED: (models.Need, "what", "person__name", "on"),
    Noun.OFFER: (models.Offer, "what", "person__name", "on"),
    Noun.FOLLOW_UP: (models.FollowUp, "what", "person__name", "due_on"),
    Noun.OPPORTUNITY: (models.Opportunity, "what", "person__name", "on"),
    Noun.NOTE: (models.Note, "text", "person__name", "on"),
    Noun.CHALLENGE: (models.Challenge, "name", None, "starts_on"),
    Noun.FILTER: (models.SavedFilter, "name", None, None),
    Noun.FEED: (models.Subscription, "name", "url", None),
    Noun.LETTER: (models.Template, "body", "name", None),
}


@dataclass(frozen=True, slots=True)
class Binned:
    """One thing in the bin: `what` it says, `who` it is about, its day, as far as it has them."""

    noun: Noun
    id: UUID
    what: str
    who: str
    on: str  # ISO date, or nothing
    binned_at: datetime


def page(owner_id: UUID, number: int) -> tuple[list[Binned], Paging]:
    """The last one binned first. Three queries."""
    first, *rest = (_of(owner_id, noun) for noun in Noun)
    everything = first.union(*rest, all=True)
    paging = Paging(max(number, 1), everything.count())
    rows = paging.cut(list(everything.order_by("-binned_at", "pk")[window(number)]))
    met = _who_was_there(owner_id, [pk for noun, pk, *_ in rows if noun == Noun.INTERACTION])
    found = [
        Binned(Noun(noun), pk, what, who or met.get(pk, ""), on, at) for noun, pk, what, who, on, at in rows
    ]
    return found, paging


def _of(owner_id: UUID, noun: Noun) -> Any:
    model, what, who, on = TABLES[noun]
    columns = {
        "noun": Value(str(noun), CharField()),
        "what_": Cast(F(what), TextField()) if what else Value("", TextField()),
        "who_": Cast(F(who), TextField()) if who else Value("", TextField()),
        "on_": Cast(F(on), TextField()) if on else Value("", TextField()),
    }
    rows = model.objects.of(owner_id).filter(binned_at__isnull=False).annotate(**columns)
    return rows.order_by().values_list("noun", "pk", "what_", "who_", "on_", "binned_at")


def _who_was_there(owner_id: UUID, ids: Iterable[UUID]) -> dict[UUID, str]:
    names: dict[UUID, list[str]] = defaultdict(list)
    there = models.Participant.objects.of(owner_id).filter(interaction__in=list(ids))
    for pk, name in there.order_by("person__folded").values_list("interaction_id", "person__name"):
        names[pk].append(name)
    return {pk: ", ".join(known) for pk, known in names.items()}


def hanging(model: Any, ids: Iterable[UUID]) -> set[UUID]:
    """The ids of all rows that go when these go: their own, and those that cannot be without them."""
    found = set(ids)
    if not found:
        return found
    for relation in model._meta.get_fields(include_hidden=True):
        rule = getattr(relation, "on_delete", None)
        if relation.auto_created and rule is not None and rule.__name__ == "CASCADE":
            theirs = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": found})
            found |= hanging(relation.related_model, list(theirs.values_list("pk", flat=True)))
    return found
