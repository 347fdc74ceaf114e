"""Everything, or the people one chose, as files that other programs read."""

from collections.abc import Collection, Iterator
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from rapport.db.queries import exports as queries
from rapport.domain.values import dataclass


class Kind(StrEnum):
    """A kind of file."""

    VCARD = "vcard"  # 4.0
    VCARD_3 = "vcard3"
    CSV = "csv"
    ICS = "ics"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a kind of file is called by other programs."""

    suffix: str
    mime: str


FILES = {
    Kind.VCARD: FileKind("vcf", "text/vcard; charset=utf-8"),
    Kind.VCARD_3: FileKind("vcf", "text/vcard; charset=utf-8"),
    Kind.CSV: FileKind("csv", "text/csv; charset=utf-8"),
    Kind.ICS: FileKind("ics", "text/calendar; charset=utf-8"),
    Kind.JSON: FileKind("json", "application/json"),
}
OF_PEOPLE = frozenset({Kind.VCARD, Kind.VCARD_3, Kind.CSV})


def pieces(
    owner_id: UUID, kind: Kind, *, at: datetime, people: Collection[UUID] | None = None
) -> Iterator[str]:
    """The file, piece by piece; all that it needs has been read when this returns.

    `people` are the chosen ones, where the kind is one of OF_PEOPLE; None: everybody.
    """
    if kind is Kind.JSON:
        from rapport.services.exports import archive  # each kind is imported when it is asked for

        return iter((archive.export(owner_id, at=at),))
    if kind is Kind.ICS:
        from rapport.services.exports import calendar

        return iter((calendar.export(owner_id, at=at),))
    with transaction.atomic():  # one moment in time
        found = queries.people(owner_id, people)
    if kind is Kind.CSV:
        from rapport.formats import contacts_csv

        return contacts_csv.write(found)
    from rapport.formats import vcard

    return vcard.write(found, "3.0" if kind is Kind.VCARD_3 else "4.0")
