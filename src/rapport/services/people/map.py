"""The map of the network: gathered, woven, laid out from where everybody stood last, and kept."""

from collections import Counter
from collections.abc import Callable
from threading import Lock, Thread
from uuid import UUID

from django.db import connection, transaction

from rapport.db.models import MapPlace
from rapport.db.queries import map as queries
from rapport.domain.map.map import Network, Point, Spot
from rapport.domain.map.weaving import weave
from rapport.domain.values import dataclass
from rapport.services import owners

AT_ONCE = 800  # people up to whom a page waits for its map
PATIENCE = 0.08  # seconds that a page waits for the map of more
ROWS = 500  # in one statement

Store = tuple[str, UUID]  # a database, and whose rows


@dataclass(frozen=True, slots=True)
class Map:
    """The network, and where each node stands: rooms to the right of and below me."""

    network: Network
    places: tuple[Point, ...]
    revision: int  # of the owner's rows it was made from


@dataclass(frozen=True, slots=True)
class Look:
    """What a page can show at once."""

    map: Map | None  # None: it is being drawn for the first time
    is_current: bool  # False: the latest entries are not on it yet


_lock = Lock()
_at_work: dict[Store, Thread] = {}
_latest: dict[Store, Map] = {}
_letters: dict[Store, tuple[tuple[int, int], Counter[tuple[int, int]]]] = {}


def open_map(owner_id: UUID) -> Map:
    """The map as of now; of thousands of people it can take seconds, see `look`."""
    store, revision = _store(owner_id), owners.revision(owner_id)
    kept = _latest.get(store)
    if kept is None or kept.revision != revision:
        kept = _latest[store] = _drawn(owner_id, revision)
    return kept


def look(owner_id: UUID, then: Callable[[Map], object] = lambda made: None) -> Look:
    """The map without a long wait: of many people it is made beside the page, which shows the one before.

    `then` is what else takes its time (drawing it), done beside the page too, before a new map is shown.
    """
    store, kept = _store(owner_id), _latest.get(_store(owner_id))
    if queries.how_many(owner_id) <= AT_ONCE or (kept and kept.revision == owners.revision(owner_id)):
        return Look(open_map(owner_id), True)
    with _lock:
        at_work = _at_work.get(store)
        if at_work is None or not at_work.is_alive():
            at_work = _at_work[store] = Thread(target=_work, args=(owner_id, then), name="map", daemon=True)
            at_work.start()
    at_work.join(PATIENCE)
    kept = _latest.get(store)
    return Look(kept, kept is not None and kept.revision == owners.revision(owner_id))


def _store(owner_id: UUID) -> Store:
    return str(connection.settings_dict["NAME"]), owner_id


def _work(owner_id: UUID, then: Callable[[Map], object]) -> None:
    """In a thread of its own, with a connection of its own."""
    try:
        made = _drawn(owner_id, owners.revision(owner_id))
        then(made)
        _latest[_store(owner_id)] = made
    finally:
        connection.close()


def _drawn(owner_id: UUID, revision: int) -> Map:
    from rapport.domain.map.layout import arrange  # numpy: a server that shows no map does without

    network = weave(queries.facts(owner_id, _mailed(owner_id)))
    earlier = queries.spots(owner_id)
    places = arrange(network, earlier)
    _keep(owner_id, network, places, earlier)
    return Map(network, places, revision)


def _mailed(owner_id: UUID) -> Counter[tuple[int, int]]:
    """Counted again only when traces came or went."""
    store, stand = _store(owner_id), queries.last_trace(owner_id)
    kept = _letters.get(store)
    if kept is None or kept[0] != stand:
        kept = _letters[store] = (stand, queries.letters(owner_id))
    return kept[1]


def _keep(owner_id: UUID, network: Network, places: tuple[Point, ...], earlier: dict[UUID, Spot]) -> None:
    """Derived, so no part of what can be undone; whoever moved is written, and nobody else."""
    rows = []
    for node, (x, y) in zip(network.nodes, places, strict=True):
        spot = Spot(x, y, network.groups[node.group].key)
        if node.is_person and earlier.get(node.id) != spot:
            rows.append(MapPlace(owner_id=owner_id, person_id=node.id, x=x, y=y, island=spot.island))
    if rows:
        with transaction.atomic():
            MapPlace.objects.bulk_create(
                rows,
                batch_size=ROWS,
                update_conflicts=True,
                unique_fields=["person"],
                update_fields=["x", "y", "island"],
            )
