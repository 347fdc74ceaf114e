"""People as one line of text with control characters between its parts: a third of what JSON costs.

No text of a person holds these characters; where one does all the same, `encode` leaves it to JSON.
"""

from collections.abc import Sequence
from datetime import date

from rapport.domain.imports.extras import BETWEEN, Extras
from rapport.domain.imports.imports import Incoming, IncomingPerson, IncomingPoint, Source, Where
from rapport.domain.people.people import ContactKind

RECORD, FIELD, LINE = "\x1e", "\x1f", "\x1d"  # between people, between their fields, in place of a line end
FIELDS = len(IncomingPerson._fields) + len(Where._fields) - 1
KINDS = {kind.value: kind for kind in ContactKind}
SOURCES = {source.value: source for source in Source}


def encode(items: Sequence[Incoming]) -> bytes | None:
    """None where these are not all people, or one of them cannot be said like this."""
    told: list[str] = []
    betweens = 0
    for item in items:
        if type(item) is not IncomingPerson:
            return None
        (
            (record, line, inside), source, name, key, aliases, organisation, role, city, country, points,
            links, note, tags, since, extra,
        ) = item  # fmt: skip
        said = [part for point in points for part in point]
        kept = [part for each in extra for part in each]
        for several in (aliases, links, tags, said, kept):
            if several:
                betweens += len(several) - 1
                if several == ("",):
                    return None
        told.append(
            FIELD.join((
                str(record), "" if line is None else str(line), inside, source, name, key,
                BETWEEN.join(aliases), organisation, role, city, country, BETWEEN.join(said),
                BETWEEN.join(links), note, BETWEEN.join(tags), since.isoformat() if since else "",
                BETWEEN.join(kept),
            ))
        )  # fmt: skip
    text = RECORD.join(told)
    is_odd = (
        text.count(FIELD) != len(told) * (FIELDS - 1)
        or text.count(RECORD) != len(told) - 1
        or text.count(BETWEEN) != betweens
        or LINE in text
    )
    return None if is_odd else text.replace("\n", LINE).encode()


def decode(line: bytes) -> list[IncomingPerson]:
    """The same again. Raises ValueError or KeyError where it is none."""
    return [
        _person(said.split(FIELD))
        for said in line.decode().removesuffix("\n").replace(LINE, "\n").split(RECORD)
    ]


def _person(said: list[str]) -> IncomingPerson:
    (
        record, line, inside, source, name, key, aliases, organisation, role, city, country, points, links,
        note, tags, since, extra,
    ) = said  # fmt: skip
    return IncomingPerson(
        Where(int(record), int(line) if line else None, inside), SOURCES[source], name, key, _list(aliases),
        organisation, role, city, country, _points(points) if points else (), _list(links), note,
        _list(tags), date.fromisoformat(since) if since else None, Extras(extra) if extra else (),
    )  # fmt: skip


def _list(said: str) -> tuple[str, ...]:
    return tuple(said.split(BETWEEN)) if said else ()


def _points(said: str) -> tuple[IncomingPoint, ...]:
    parts = iter(said.split(BETWEEN))
    told = zip(parts, parts, parts, strict=True)
    return tuple([IncomingPoint(KINDS[kind], value, label) for kind, value, label in told])
