"""Writing again to those one lost touch with: a handful at a time, and what one says of each."""

from datetime import date, datetime
from uuid import UUID

from rapport.db.models import Action, Person
from rapport.db.queries import reconnect as queries
from rapport.db.queries.reach import emails
from rapport.db.queries.reconnect import PREFIX, Shared
from rapport.db.queries.values import Named
from rapport.domain.coach.cards import USUAL, Kind, Reply
from rapport.domain.coach.reconnect import FEW, Dormant, Sign, Worth
from rapport.domain.values import dataclass
from rapport.services import rows
from rapport.services.coach import cards
from rapport.services.journal.journal import Verb, journal
from rapport.services.rows import Saved

__all__ = [
    "Dormant",
    "Put",
    "ReconnectPage",
    "Shared",
    "Sign",
    "Sleeping",
    "Worth",
    "answer",
    "bring_back",
    "listing",
    "name_of",
]


@dataclass(frozen=True, slots=True)
class Sleeping:
    """One tie to wake, and what there is to begin with."""

    tie: Dormant
    shared: Shared | None
    email: str  # "" when none is known


@dataclass(frozen=True, slots=True)
class Put:
    """Somebody put aside, until a day or for good."""

    person: Named
    until: date | None


@dataclass(frozen=True, slots=True)
class ReconnectPage:
    few: tuple[Sleeping, ...]  # a handful, the most promising first
    others: int  # how many more there are: they wait
    aside: tuple[Put, ...]
    knows_anybody: bool


def listing(owner_id: UUID, today: date) -> ReconnectPage:
    """A handful. A fixed number of queries."""
    found = queries.asleep(owner_id, today)
    few = found[:FEW]
    ids = [tie.who.id for tie in few]
    told = queries.shared(owner_id, ids) if ids else {}
    addresses = emails(owner_id, ids) if ids else {}
    return ReconnectPage(
        tuple(Sleeping(tie, told.get(tie.who.id), addresses.get(tie.who.id, "")) for tie in few),
        len(found) - len(few),
        _aside(owner_id, today),
        Person.objects.of(owner_id).live().exists(),
    )


def answer(owner_id: UUID, person_id: UUID, reply: Reply, on: date, *, at: datetime) -> Saved:
    """Done: a message of mine is written down. Not now, not for me: put aside. Raises LookupError."""
    rows.live(Person, owner_id, person_id)
    way, minutes = USUAL[Kind.RECONNECT]
    batch_id = cards.reply(owner_id, f"{PREFIX}{person_id}", reply, on=on, way=way, minutes=minutes, at=at)
    return Saved(person_id, batch_id)


def name_of(owner_id: UUID, person_id: UUID) -> str:
    """Raises LookupError."""
    return str(rows.live(Person, owner_id, person_id).name)


def bring_back(owner_id: UUID, person_id: UUID, *, at: datetime) -> Saved:
    """No longer put aside. Raises LookupError."""
    person = rows.live(Person, owner_id, person_id)
    put = Action.objects.of(owner_id).filter(
        key=f"{PREFIX}{person_id}", reply__in=(Reply.LATER, Reply.NOT_FOR_ME)
    )
    with journal(owner_id, Verb.EDIT, at=at, subject=person.name) as book:
        for row in put:
            book.remove(row)
    return rows.saved(book, person_id)


def _aside(owner_id: UUID, today: date) -> tuple[Put, ...]:
    hidden = queries.hidden(owner_id)
    still = {pk: until for pk, until in hidden.items() if until is None or until > today}
    if not still:
        return ()
    people = Person.objects.of(owner_id).live().filter(pk__in=still).order_by("folded", "id")
    return tuple(Put(Named(pk, name), still[pk]) for pk, name in people.values_list("id", "name"))
