"""Everything that tells of one person: their rows, texts that name them, and the journal of both."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.apps import apps
from django.db.models import CharField, Count, JSONField, Model, Q, TextField

from rapport.db import models as rows
from rapport.db.models import Change, ContactPoint, Participant, Person, Trace, TraceParty
from rapport.domain.people.erasure import Written

# Columns that hold words, and by which a row is said to hold none of its own (ids, codes, numbers, digests).
TEXTS: Final = frozenset(
    {"about", "afterwards", "body", "choices", "extra", "feared", "files", "found_how", "hope", "how_met",
     "intention", "links", "name", "note", "organisation", "place", "plan", "query", "role", "said",
     "subject", "tags", "target", "text", "title", "url", "what", "why", "address"}
)  # fmt: skip
MERGED: Final = "merge"  # services.journal.journal.Verb
WORDY: Final = (CharField, TextField, JSONField)
OWN: Final = frozenset({"name"})  # of other people: never touched
LEFT_OUT: Final[tuple[type[Model], ...]] = (
    rows.ContactPoint,
    rows.SearchRow,
    rows.Change,
    rows.Batch,
    rows.Owner,
)


def same_person(owner_id: UUID, person_id: UUID) -> set[UUID]:
    """This person, and those who were merged into them: their names are aliases since."""
    removed = Change.objects.of(owner_id).filter(
        batch__verb=MERGED, batch__undone_at__isnull=True, table=Person.__name__, after__isnull=True
    )
    there: Any = Person.objects.of(owner_id).filter(pk=person_id)
    names = {
        spelling for name, aliases in there.values_list("name", "aliases") for spelling in (name, *aliases)
    }
    batches = Change.objects.of(owner_id).filter(row=person_id, batch__verb=MERGED).values("batch")
    found = removed.filter(batch__in=batches).values_list("row", "before")
    return {person_id, *(row for row, before in found if before and before["name"] in names)}


def written(owner_id: UUID, people: Collection[UUID]) -> Written:
    """How these rows of one person were ever written, as far as it is remembered."""
    names: set[str] = set()
    addresses: set[str] = set()
    there: Any = Person.objects.of(owner_id).filter(pk__in=people)
    for name, aliases, links in there.values_list("name", "aliases", "links"):
        names.update((name, *aliases))
        addresses.update(links)
    points = ContactPoint.objects.of(owner_id).filter(person_id__in=people)
    addresses.update(points.values_list("value", flat=True))
    for table, image in _images(owner_id, people):
        if table == Person.__name__:
            names.update((image["name"], *image.get("aliases", ())))
            addresses.update(image.get("links", ()))
        else:
            addresses.add(image["value"])
    shared = ContactPoint.objects.of(owner_id).exclude(person_id__in=people).filter(value__in=addresses)
    return Written(frozenset(names), frozenset(addresses) - set(shared.values_list("value", flat=True)))


def _images(owner_id: UUID, people: Collection[UUID]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Of these people and of their contact points, before and after."""
    named = [str(pk) for pk in people]
    theirs = Q(before__person_id__in=named) | Q(after__person_id__in=named)
    changes = Change.objects.of(owner_id).filter(
        Q(table=Person.__name__, row__in=people) | Q(table=ContactPoint.__name__) & theirs
    )
    for table, before, after in changes.values_list("table", "before", "after"):
        yield from ((table, image) for image in (before, after) if image)


def other_names(owner_id: UUID, people: Collection[UUID]) -> set[str]:
    """What everybody else is called."""
    others: Any = Person.objects.of(owner_id).exclude(pk__in=people)
    return {
        spelling for name, aliases in others.values_list("name", "aliases") for spelling in (name, *aliases)
    }


def exchanges(owner_id: UUID, people: Collection[UUID]) -> tuple[list[UUID], list[UUID], set[date]]:
    """Exchanges with nobody else, exchanges with others too, and the days of both."""
    theirs = Participant.objects.of(owner_id).filter(person_id__in=people)
    found = dict(theirs.values_list("interaction_id", "interaction__on"))
    others = Participant.objects.of(owner_id).exclude(person_id__in=people)
    shared = set(others.filter(interaction__in=list(found)).values_list("interaction_id", flat=True))
    return sorted(found.keys() - shared), sorted(shared), set(found.values())


def company(owner_id: UUID, people: Collection[UUID], where: Q) -> tuple[set[UUID], set[str]]:
    """Who else took part in such exchanges, and what they are called."""
    there = Participant.objects.of(owner_id).filter(where).exclude(person_id__in=people)
    ids: set[UUID] = set()
    names: set[str] = set()
    for pk, name, aliases in there.values_list("person_id", "person__name", "person__aliases"):
        ids.add(pk)
        names.update((name, *aliases))
    return ids, names


def traces(owner_id: UUID, addresses: Collection[int]) -> tuple[list[int], list[int]]:
    """Messages and meetings with these addresses: those with nobody else, and the others."""
    parties = TraceParty.objects.filter(trace__owner_id=owner_id)
    found = set(parties.filter(address_id__in=addresses).values_list("trace_id", flat=True))
    beside = parties.exclude(address_id__in=addresses).filter(trace__in=found)
    crowd = Trace.objects.of(owner_id).filter(pk__in=found).annotate(n=Count("parties")).filter(size__gt=1)
    shared = set(beside.values_list("trace_id", flat=True)) | set(crowd.values_list("pk", flat=True))
    return sorted(found - shared), sorted(found & shared)


def addresses(owner_id: UUID, people: Collection[UUID], known: Written, *, by_name: bool) -> list[int]:
    """Mail addresses that are theirs; with `by_name` also those of nobody that bear their name."""
    theirs = Q(person_id__in=people) | Q(address__in=[each.lower() for each in known.addresses])
    if by_name:
        theirs |= Q(person__isnull=True, name__in=known.names)
    found = rows.Address.objects.of(owner_id).filter(theirs).exclude(kind="me")
    mine = found.filter(Q(person__isnull=True) | Q(person_id__in=people))
    return list(mine.values_list("pk", flat=True))


def about(owner_id: UUID, people: Collection[UUID], days: Collection[date]) -> list[tuple[Any, Any]]:
    """Texts beside exchanges in which a part of the name is enough: of those days, and of what they began."""
    return [
        (rows.DiaryEntry, Q(on__in=days)),
        (rows.CheckIn, Q(on__in=days)),
        (rows.Note, Q(on__in=days)),
        (rows.Pitch, Q(person_id__in=people) | Q(through_id__in=people)),
        (rows.Opportunity, Q(person_id__in=people)),
        (rows.Gathering, Q(invited_by_id__in=people)),
        (Person, Q(introduced_by_id__in=people)),
    ]


def texts() -> Iterator[tuple[Any, list[str]]]:
    """Every table with words, and their columns."""
    for model in apps.get_app_config("rapport").get_models():
        columns = text_columns(model)
        if columns and model not in LEFT_OUT:
            yield model, columns


def text_columns(model: Any) -> list[str]:
    """The columns of a table that hold words somebody wrote."""
    fields = (field for field in model._meta.concrete_fields if isinstance(field, WORDY))
    names = [field.name for field in fields if field.name in TEXTS]
    return [name for name in names if not (model is Person and name in OWN)]


def naming(owner_id: UUID, people: Iterable[UUID]) -> list[tuple[int | UUID, UUID]]:
    """Changes that mention these people by id: (change, batch)."""
    mentions = Q()
    for person in people:
        mentions |= Q(before__icontains=str(person)) | Q(after__icontains=str(person))
    return list(Change.objects.of(owner_id).filter(mentions).values_list("pk", "batch_id"))
