"""One minute before a gathering, and the three people to find in a crowd."""

from datetime import date, datetime
from uuid import UUID

from rapport.db.models import Gathering
from rapport.db.queries import gathering_people as queries
from rapport.db.queries import gatherings, listings
from rapport.db.queries.gathering_people import Face
from rapport.db.queries.gatherings import GatheringRow
from rapport.db.queries.listings import ListingRow
from rapport.domain.gatherings.brief import Acquainted, Brief, Context, Likely, Sight, brief
from rapport.domain.gatherings.gatherings import SizeBand, band_of
from rapport.domain.gatherings.topics import topics_in
from rapport.domain.values import dataclass
from rapport.services import checks, owners, rows
from rapport.services.rows import Saved

__all__ = ["BriefPage", "open_brief", "plan"]

MOST_PLANNED = 10  # lines of a plan: three are meant


@dataclass(frozen=True, slots=True)
class BriefPage:
    gathering: GatheringRow
    brief: Brief
    is_crowd: bool  # so large that it needs a plan
    plan: tuple[str, ...]  # whom to find, as written down


def open_brief(owner_id: UUID, gathering_id: UUID, today: date) -> BriefPage:
    """A fixed number of queries. Raises LookupError."""
    row = gatherings.one(owner_id, gathering_id)
    if row is None:
        raise LookupError(str(gathering_id))
    told = listings.of_gathering(owner_id, gathering_id)
    owner = owners.read(owner_id)
    shared = topics_in(_words(row, told), owner.topics)
    sights, faces = _expected(owner_id, row, told, (*row.topics, *shared), owner.city)
    context = Context(
        my_needs=tuple(queries.my_needs(owner_id)),
        topics=shared,
        my_topics=owner.topics,
        dreams=tuple(queries.dreams(owner_id)),
        visits=queries.dates_before(owner_id, row.key, row.on),
    )
    people = _acquainted(owner_id, faces, sights)
    return BriefPage(
        gathering=row,
        brief=brief(people, context),
        is_crowd=band_of(row.size, row.kind) is SizeBand.CONFERENCE,
        plan=tuple(row.plan.splitlines()),
    )


def plan(owner_id: UUID, gathering_id: UUID, lines: str, *, at: datetime) -> Saved:
    """Whom to find, one a line. Raises LookupError, Invalid."""
    row = rows.live(Gathering, owner_id, gathering_id)
    said = checks.text("plan", lines, 4000)
    kept = list(dict.fromkeys(" ".join(line.split()) for line in said.splitlines()))
    wanted = "\n".join(line for line in kept if line)
    return rows.change(
        owner_id, row, at=at, subject=row.name, plan="\n".join(wanted.splitlines()[:MOST_PLANNED])
    )


def _words(row: GatheringRow, told: ListingRow | None) -> str:
    return " ".join((row.name, row.note, *row.topics, told.about if told else ""))


def _expected(
    owner_id: UUID, row: GatheringRow, told: ListingRow | None, topics: tuple[str, ...], home: str
) -> tuple[dict[UUID, list[Sight]], dict[UUID, Face]]:
    """Why each of mine may be there."""
    sights: dict[UUID, list[Sight]] = {}
    faces: dict[UUID, Face] = {}
    names = {row.name, row.series.name if row.series else "", told.host if told else ""}
    for face in queries.hosts(owner_id, names):
        faces[face.id] = face
        sights.setdefault(face.id, []).append(Sight(Likely.HOST))
    if row.invited_by:
        sights.setdefault(row.invited_by.id, []).append(Sight(Likely.INVITED_ME))
    dates = queries.dates_before(owner_id, row.key, row.on)
    for one in queries.came_before(owner_id, [row.key], row.on).get(row.key, [])[: 3 * queries.MOST_SHOWN]:
        sights.setdefault(one.id, []).append(Sight(Likely.CAME_BEFORE, one.times, dates))
    if topics:
        for face in queries.neighbours(owner_id, row.city or home):
            if topics_in(" ".join((face.role, face.organisation, *face.tags)), topics):
                faces[face.id] = face
                sights.setdefault(face.id, []).append(Sight(Likely.NEAR_TOPIC))
    for face in queries.faces(owner_id, sights.keys() - faces.keys()):
        faces[face.id] = face
    return sights, faces


def _acquainted(owner_id: UUID, faces: dict[UUID, Face], sights: dict[UUID, list[Sight]]) -> list[Acquainted]:
    """With what there is between us; five queries."""
    ids = list(faces)
    if not ids:
        return []
    met, needs = queries.last_met(owner_id, ids), queries.needs(owner_id, ids)
    promises, helped = queries.promises(owner_id, ids), queries.helped(owner_id, ids)
    brought = queries.brought(owner_id, ids)
    return [
        Acquainted(
            id=face.id,
            name=face.name,
            sights=tuple(sights[face.id]),
            closeness=face.closeness,
            met_on=met[face.id][0] if face.id in met else None,
            needs=tuple(needs.get(face.id, ())),
            promises=tuple(promises.get(face.id, ())),
            helped_with=next(iter(helped.get(face.id, ())), ""),
            introduced=tuple(brought.get(face.id, ())),
            note=met[face.id][1] if face.id in met else "",
        )
        for face in faces.values()
    ]
