"""The sample files of tests/samples, each named after its oddity."""

from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from rapport.domain.imports.imports import Incoming, IncomingEntry, IncomingPerson, Quarantined, Trouble

SAMPLES = Path(__file__).parents[1] / "samples"

Read = Callable[[BinaryIO], Iterable[Incoming]]


def sample(name: str) -> BytesIO:
    return BytesIO((SAMPLES / name).read_bytes())


def all_of(folder: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted((SAMPLES / folder).iterdir())]


def people(items: Iterable[Incoming]) -> list[IncomingPerson]:
    return [item for item in items if isinstance(item, IncomingPerson)]


def entries(items: Iterable[Incoming]) -> list[IncomingEntry]:
    return [item for item in items if isinstance(item, IncomingEntry)]


def one(items: Iterable[Incoming]) -> IncomingPerson:
    (person,) = people(items)
    return person


def names(items: Iterable[Incoming]) -> list[str]:
    return [person.name for person in people(items)]


def troubles(items: Iterable[object]) -> list[Trouble]:
    return [item.trouble for item in items if isinstance(item, Quarantined)]
