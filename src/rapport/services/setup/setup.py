"""What the set-up writes down: people known already, what one gives and looks for, and dream clients."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from rapport.db.models import Need, Offer, Owner, Person, Pitch
from rapport.domain.pitches.pitches import Stage
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services.giving import giving
from rapport.services.journal.journal import Verb, journal
from rapport.services.people import people
from rapport.services.pitches import pitches


@dataclass(frozen=True, slots=True)
class Added:
    """How many were new, how many were here already, and how to take the new ones back."""

    added: int
    known: int
    batch_id: UUID | None


@dataclass(frozen=True, slots=True)
class Mine:
    """What is told about oneself; each name once."""

    offers: tuple[str, ...]
    needs: tuple[str, ...]
    dreams: tuple[str, ...]


def add_known_people(owner_id: UUID, names: Iterable[str], *, at: datetime) -> Added:
    """People one knows already: never counted as new. Whoever is here by that name stays as they are."""
    here = set(Person.objects.of(owner_id).live().values_list("folded", flat=True))
    here |= {spelling for joined in here for spelling in joined.split(" | ")}
    added = known = 0
    with journal(owner_id, Verb.CREATE, at=at) as book:
        for name in names:
            if fold(name) in here:
                known += 1
                continue
            people.record(book, name, known_before=True)
            here.add(fold(name))
            added += 1
        book.batch.subject = ", ".join(change.after["name"] for change in book.changes if change.after)[:400]
        return Added(added, known, book.batch.pk if book.changes else None)


def mine(owner_id: UUID) -> Mine:
    """What was told so far."""
    offers = Offer.objects.of(owner_id).live().filter(person=None).values_list("what", flat=True)
    needs = Need.objects.of(owner_id).live().filter(person=None, met_on=None).values_list("what", flat=True)
    dreams = Pitch.objects.of(owner_id).live().order_by("folded").values_list("organisation", flat=True)
    return Mine(tuple(offers), tuple(needs), tuple(dreams))


def tell_mine(
    owner_id: UUID, told: Mine, *, topics: Iterable[str], about: str, on: date, at: datetime
) -> UUID | None:
    """Add what is not here yet; nothing is taken away. The batch, for undo; None when nothing is new."""
    here = mine(owner_id)
    with journal(owner_id, Verb.CREATE, at=at) as book:
        for what in _new(told.offers, here.offers):
            giving.record_offer(book, None, what, on)
        for what in _new(told.needs, here.needs):
            giving.record_need(book, None, what, on)
        for organisation in _new(told.dreams, here.dreams):
            pitches.record(book, organisation, on, Stage.DREAM)
        words = ["-".join(topic.split()) for topic in topics]
        book.change(Owner.objects.get(pk=owner_id), topics=" ".join(dict.fromkeys(words)), about=about)
        batch_id: UUID = book.batch.pk
        return batch_id if book.changes else None


def _new(told: Iterable[str], here: Iterable[str]) -> list[str]:
    known = {fold(one) for one in here}
    return [one for one in told if fold(one) not in known]
