"""Where "Priya from Berlin" is from: a city of the map, a place of work, or words for the note."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from rapport.db.models import Person
from rapport.domain.quicklog.quicklog import About, Noted, Reading, Statement, Trait
from rapport.services import places


def settled(owner_id: UUID, reading: Reading) -> Reading:
    """The reading with each "from …" told as what it is; what is neither goes to the note as written."""
    return replace(reading, statements=(*_told(owner_id, reading), *_kept(owner_id, reading)))


def _told(owner_id: UUID, reading: Reading) -> Iterator[Statement]:
    for said in reading.statements:
        if not isinstance(said, About) or said.trait is not Trait.FROM:
            yield said
        elif trait := _trait(owner_id, said.value):
            yield replace(said, trait=trait, words="")


def _kept(owner_id: UUID, reading: Reading) -> Iterator[Noted]:
    for said in reading.statements:
        if isinstance(said, About) and said.trait is Trait.FROM and not _trait(owner_id, said.value):
            yield Noted(said.on, said.words)


def _trait(owner_id: UUID, name: str) -> Trait | None:
    """Where somebody known works is no city, whatever the map says: "Tom from Orange"."""
    if Person.objects.of(owner_id).live().filter(organisation__iexact=name).exists():
        return Trait.ORGANISATION
    return Trait.CITY if places.locate(name) else None
