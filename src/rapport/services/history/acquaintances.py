"""Who of my people know each other: derived, and made again for whoever something changed about."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from rapport.db.models import Acquaintance, Gathering, Participant, Person
from rapport.db.queries import acquaintances as queries
from rapport.db.queries import traits
from rapport.domain.history.acquaintances import Acquaintance as Known
from rapport.domain.history.acquaintances import Pair, Tally, Who, to_json
from rapport.services.history.trace_rows import insert, next_ids, plain, slices

COLUMNS = ("id", "owner_id", "person_id", "other_id", "probability", "evidence")
SAME = 0.005  # probabilities fade with the days: so little is not worth writing
Said = tuple[float, str]  # the probability, and what speaks for it
AT_ONCE = 5_000  # rows handed over together
FEW = 100  # people; for more, everybody is worked out anew in one pass


def refresh(owner_id: UUID, people: Collection[UUID], today: date) -> int:
    """Work out again whom these people know; how many pairs there are."""
    some = set(people)
    if not some:
        return 0
    if len(some) > FEW:
        return rebuild(owner_id, today)
    return _replace(owner_id, _found(owner_id, today, some), some)


def guests(row: Gathering) -> set[UUID]:
    """Who was there, was met there, or took me there."""
    parts = Participant.objects.filter(interaction__gathering_id=row.pk)
    met = Person.objects.filter(met_at_id=row.pk)
    host = {row.invited_by_id} if row.invited_by_id else set()
    return host.union(parts.values_list("person_id", flat=True), met.values_list("id", flat=True))


def rebuild(owner_id: UUID, today: date) -> int:
    """Work out again who knows whom; how many pairs there are."""
    return _replace(owner_id, _found(owner_id, today))


def _found(owner_id: UUID, today: date, some: set[UUID] | None = None) -> dict[Pair, Known]:
    tally = Tally(today, None if some is None else set(map(plain, some)))
    for shared in queries.traces(owner_id, some):
        tally.share(shared)
    for shared in queries.exchanges(owner_id, some):
        tally.share(shared)
    for sign, a, b, on in queries.introductions(owner_id, some):
        tally.say(sign, a, b, on)
    tally.colleagues(traits.organisations(owner_id, some))
    tally.neighbours(traits.circles(owner_id, some))
    return tally.found()


def _replace(owner_id: UUID, found: dict[Pair, Known], some: set[UUID] | None = None) -> int:
    """Write what changed: most of a network stays as it was. Empties `found`."""
    count = len(found)
    wanted: dict[Who, dict[Who, Said]] = defaultdict(dict)  # by person and other, both ways
    while found:  # there may be very many: each is held once
        (a, b), known = found.popitem()
        wanted[a][b] = wanted[b][a] = (known.probability, to_json(known.evidence))
    stale = []
    for pk, person, other, probability, evidence in queries.stored(owner_id, some):
        theirs = wanted.get(person, {})
        now = theirs.get(other)
        if now is not None and now[1] == evidence and abs(now[0] - probability) < SAME:
            del theirs[other]
        else:
            stale.append(pk)
    for part in slices(stale):
        rows = Acquaintance.objects.filter(pk__in=part)
        rows._raw_delete(rows.db)  # nothing hangs on them
    _write(owner_id, wanted)
    return count


def _write(owner_id: UUID, fresh: Mapping[Who, Mapping[Who, Said]]) -> None:
    """In the order of the index that paths read."""
    owner, many = plain(owner_id), sum(map(len, fresh.values()))
    if not many:
        return
    ids = iter(next_ids(Acquaintance, many))
    ordered = (
        (next(ids), owner, person, other, *fresh[person][other])
        for person in sorted(fresh, key=str)
        for other in sorted(fresh[person], key=str)
    )
    for part in slices(ordered, AT_ONCE):
        insert(Acquaintance, COLUMNS, part)
