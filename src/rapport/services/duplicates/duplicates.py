"""People who may be one: shown side by side, told apart, merged; the sure ones all at once."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Final
from uuid import UUID

from rapport.db.models import Distinct, Likeness, Person
from rapport.db.queries import duplicates as queries
from rapport.db.queries.duplicates import Points, Told
from rapport.domain.duplicates.values import Reason
from rapport.domain.people.people import ContactKind
from rapport.domain.values import dataclass
from rapport.services import rows
from rapport.services.duplicates import likeness, merging
from rapport.services.duplicates.likeness import Searched
from rapport.services.duplicates.merging import merge, propose
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.rows import Saved

__all__ = [
    "Lookalike",
    "Lookalikes",
    "Reach",
    "Someone",
    "Sure",
    "compare",
    "like",
    "look",
    "look_again",
    "merge",
    "merge_sure",
    "never",
    "propose",
]

PER_PAGE: Final = 25
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to reach them."""

    kind: ContactKind
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Someone:
    """One of the two, as much as helps to tell whether they are one."""

    id: UUID
    name: str
    aliases: tuple[str, ...]
    organisation: str
    role: str
    city: str
    country: str
    birthday: str
    points: tuple[Reach, ...]
    links: tuple[str, ...]
    tags: tuple[str, ...]
    note: str
    how_met: str
    introduced_by: str
    met_at: str
    sources: tuple[str, ...]  # domain.imports.Source
    exchanges: int
    last_on: date | None


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Two people who may be one, and why."""

    a: Someone
    b: Someone
    reasons: tuple[Reason, ...]  # the strongest first
    probability: float
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Sure:
    """What may be merged without looking, and how often that is wrong (share of pairs, 95 % interval)."""

    people: int  # who would be left of them
    entries: int  # that tell of them now
    false_share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Lookalikes:
    """A page of them, the surest first."""

    pairs: tuple[Lookalike, ...]
    total: int
    sure: Sure
    searched: Searched | None  # None: a large book that was never searched
    page: int
    pages: int


def look(owner_id: UUID, *, at: datetime, page: int = 1, per_page: int = PER_PAGE) -> Lookalikes:
    """Who may be the same person. As many queries whatever there is; a small book is searched first."""
    searched = likeness.latest(owner_id, at=at)
    rows_found = queries.found(owner_id)
    total = rows_found.count()
    pages = max(1, -(-total // per_page))
    page = min(page, pages)
    start = (page - 1) * per_page
    return Lookalikes(
        pairs=_dressed(owner_id, list(rows_found[start : start + per_page])),
        total=total,
        sure=_sure(_groups(owner_id), searched),
        searched=searched,
        page=page,
        pages=pages,
    )


def look_again(owner_id: UUID, *, at: datetime) -> None:
    """Search anew, however long it takes."""
    likeness.search(owner_id, at=at)


def compare(owner_id: UUID, a: UUID, b: UUID) -> Lookalike:
    """These two, found to be alike or not. Raises LookupError."""
    first, second = sorted((a, b))
    row = Likeness.objects.of(owner_id).filter(first_id=first, second_id=second).first()
    found = _dressed(owner_id, [row or Likeness(first_id=first, second_id=second, weight=0, probability=0)])
    if not found or a == b:
        raise LookupError(f"{a}, {b}")
    return found[0]


def like(owner_id: UUID, person_id: UUID) -> tuple[tuple[UUID, str], ...]:
    """Whom this person may be, as last searched: (id, name), the likeliest first. One query."""
    return tuple(queries.like(owner_id, person_id))


def never(owner_id: UUID, a: UUID, b: UUID, *, at: datetime) -> Saved:
    """They are two people, and not asked about again. Raises LookupError."""
    first, second = sorted((a, b))
    names = [rows.live(Person, owner_id, pk).name for pk in (first, second)]
    if a == b:
        raise LookupError(str(a))
    with journal(owner_id, Verb.ANSWER, at=at, subject=" ≠ ".join(names)) as book:
        if not Distinct.objects.of(owner_id).filter(first_id=first, second_id=second).exists():
            book.add(Distinct(first_id=first, second_id=second))
    return rows.saved(book, first)


def merge_sure(owner_id: UUID, *, at: datetime, progress: Progress | None = None) -> tuple[UUID | None, int]:
    """Look once more, and merge all that are sure in one batch; the batch, and how many people they are."""
    likeness.search(owner_id, at=at)
    with journal(owner_id, Verb.MERGE, at=at) as book:
        groups = _groups(owner_id)
        names = []
        for done, ids in enumerate(groups, start=1):
            names.append(_merge_group(book, ids))
            if progress:
                progress(done, len(groups))
        book.batch.subject = ", ".join(names)[:400]
    return (book.batch.pk if book.changes else None), len(groups)


def _merge_group(book: Journal, ids: Sequence[UUID]) -> str:
    keep = merging.propose(book.owner_id, ids).entry.id
    return merging.put_into(book, keep, [pk for pk in ids if pk != keep])


def _groups(owner_id: UUID) -> list[tuple[UUID, ...]]:
    """Those that are sure to be one person, joined over their links. One query."""
    home: dict[UUID, frozenset[UUID]] = {}
    links = queries.found(owner_id).filter(is_sure=True).values_list("first_id", "second_id")
    for first, second in links:
        joined = home.get(first, frozenset({first})) | home.get(second, frozenset({second}))
        home |= dict.fromkeys(joined, joined)
    return sorted(tuple(sorted(members)) for members in set(home.values()))


def _sure(groups: Sequence[Sequence[UUID]], searched: Searched | None) -> Sure:
    entries = sum(map(len, groups))
    if searched is None:
        return Sure(len(groups), entries, 0.0, 0.0, 0.0)
    return Sure(len(groups), entries, searched.false_share, searched.low, searched.high)


def _dressed(owner_id: UUID, found: Iterable[Likeness]) -> tuple[Lookalike, ...]:
    pairs = list(found)
    ids = {pk for row in pairs for pk in (row.first_id, row.second_id)}
    people = queries.people(owner_id, ids)
    points, told = queries.contact_points(owner_id, ids), queries.sources(owner_id, ids)
    known = {pk: _someone(row, points, told.get(pk, Told())) for pk, row in people.items()}
    return tuple(
        Lookalike(
            known[row.first_id],
            known[row.second_id],
            queries.reasons(row),
            row.probability,
            row.is_sure,
        )
        for row in pairs
        if row.first_id in known and row.second_id in known
    )


def _someone(row: Person, points: Points, told: Told) -> Someone:
    tie = getattr(row, "tie", None)
    return Someone(
        id=row.pk,
        name=row.name,
        aliases=tuple(row.aliases),
        organisation=row.organisation,
        role=row.role,
        city=row.city,
        country=row.country,
        birthday=told.birthday,
        points=tuple(Reach(*point) for point in points.get(row.pk, ())),
        links=tuple(row.links),
        tags=tuple(row.tags.split()),
        note=row.note,
        how_met=row.how_met,
        introduced_by=row.introduced_by.name if row.introduced_by else "",
        met_at=row.met_at.name if row.met_at else "",
        sources=told.sources,
        exchanges=tie.interactions if tie else 0,
        last_on=tie.last_on if tie else None,
    )
