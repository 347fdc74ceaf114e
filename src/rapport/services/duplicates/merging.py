"""Two entries about one person become one: whatever named the other names the one that stays."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from rapport.db.models import ContactPoint, Gathering, Person
from rapport.db.queries import origins
from rapport.db.queries.duplicates import country
from rapport.domain.people import merging
from rapport.domain.people.merging import Merged, Point
from rapport.domain.people.people import ContactKind
from rapport.services import rows
from rapport.services.duplicates import likeness, merge_entries, renaming
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.rows import Saved


def propose(owner_id: UUID, ids: Iterable[UUID], choices: Mapping[str, UUID] | None = None) -> Merged:
    """What would be kept of each, and what may be chosen otherwise. Raises LookupError."""
    return _decide(owner_id, _people(owner_id, ids), choices or {})


def merge(
    owner_id: UUID, keep_id: UUID, other_id: UUID, choices: Mapping[str, UUID], *, at: datetime
) -> Saved:
    """One row for both; `choices` say whose value a field takes (field: id). Raises LookupError."""
    with journal(owner_id, Verb.MERGE, at=at) as book:
        book.batch.subject = put_into(book, keep_id, [other_id], choices)
    return rows.saved(book, keep_id)


def put_into(
    book: Journal, keep_id: UUID, others: Sequence[UUID], choices: Mapping[str, UUID] | None = None
) -> str:
    """Put the others into the one that stays, inside a journal; their name. Raises LookupError."""
    keep, *gone = them = _people(book.owner_id, (keep_id, *others))
    merged = _decide(book.owner_id, them, choices or {})
    columns = merge_entries.columns(them, merged)
    introducers = merge_entries.told(them, merged, merge_entries.ORIGIN)
    gatherings = merge_entries.told(them, merged, merge_entries.MET)
    _gather_points(book, keep, gone, merged.entry.points)
    for other in gone:
        renaming.rename(book, other.pk, keep.pk)
    columns["introduced_by_id"] = next((pk for pk in introducers if not _is_circle(book, keep.pk, pk)), None)
    columns["met_at_id"] = next((pk for pk in gatherings if not _leads_back(book, keep.pk, pk)), None)
    book.change(keep, **columns)
    for other in gone:
        book.remove(other)
    book.reachable.update(row.pk for row in them)  # mails to either are mails to the one
    likeness.forget(book.owner_id)
    name: str = keep.name
    return name


def _people(owner_id: UUID, ids: Iterable[UUID]) -> list[Person]:
    wanted = list(ids)
    if len(set(wanted)) < max(2, len(wanted)):
        raise LookupError("one person cannot be merged with themselves")
    return [rows.live(Person, owner_id, pk) for pk in wanted]


def _decide(owner_id: UUID, them: Sequence[Person], choices: Mapping[str, UUID]) -> Merged:
    return merging.merge(merge_entries.entries(owner_id, them), choices, country=country(owner_id))


def _gather_points(book: Journal, keep: Person, gone: Sequence[Person], wanted: Sequence[Point]) -> None:
    """Each way to reach them once; those of the one that stays are not moved."""
    left = list(wanted)
    ids = [row.pk for row in (keep, *gone)]
    found = ContactPoint.objects.of(book.owner_id).filter(person_id__in=ids).order_by("id")
    for row in sorted(found, key=lambda row: ids.index(row.person_id)):
        point = Point(ContactKind(row.kind), row.value, row.label)
        if point in left:
            left.remove(point)
            book.change(row, person_id=keep.pk)
        else:
            book.remove(row)


def _is_circle(book: Journal, person_id: UUID, introducer_id: UUID) -> bool:
    return origins.comes_through(book.owner_id, person_id, introducer_id)


def _leads_back(book: Journal, person_id: UUID, gathering_id: UUID) -> bool:
    """Whether it is them who brought me to the gathering, through whomever."""
    host = Gathering.objects.of(book.owner_id).filter(pk=gathering_id).values_list("invited_by_id", flat=True)
    return any(pk is not None and _is_circle(book, person_id, pk) for pk in host)
