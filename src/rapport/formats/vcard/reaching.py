"""The lines that say how to reach someone."""

from collections.abc import Iterator

from rapport.domain.exports.exports import OutgoingPerson
from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import IncomingPoint
from rapport.domain.links import web_address
from rapport.domain.people.people import ContactKind
from rapport.formats.vcard.labels import LABEL, types_of, written_label
from rapport.formats.vcard.puts import messenger
from rapport.formats.vcard.sources import Sources, Unit
from rapport.formats.vcard.values import escaped


class Reaching:
    """Points and links as the sources said them, or as they are written down."""

    def __init__(self, person: OutgoingPerson, sources: Sources) -> None:
        self.person = person
        self.sources = sources
        self.given: set[Unit] = set()
        self.used = {each.name.rpartition(".")[0].lower() for each in person.extra}
        self.item = 0

    def points(self) -> Iterator[Extra]:
        for point in self.person.points:
            if not _is_link(point):
                said = self._said(point)
                yield from self._written(point) if said is None else said

    def links(self) -> Iterator[Extra]:
        """Pages with a label first: they come back as links."""
        labels = {point.value: point.label for point in self.person.points if _is_link(point)}
        for link in dict.fromkeys((*labels, *self.person.links)):
            said = self._said(link)
            if said is None:
                yield from self._labelled("URL", escaped(link), labels.get(link, ""))
            else:
                yield from said

    def _said(self, key: object) -> tuple[Extra, ...] | None:
        """The lines of a source, once; None where no source says this."""
        unit = self.sources.reached.get(key)
        if unit is None:
            return None
        lines = () if unit in self.given else unit.lines
        self.given.add(unit)
        return lines

    def _written(self, point: IncomingPoint) -> Iterator[Extra]:
        kind, value, label = point
        if kind is ContactKind.EMAIL and "@" in value and value[:7].lower() != "mailto:":
            yield from self._labelled("EMAIL", escaped(value), label)
        elif kind is ContactKind.PHONE and value[:4].lower() != "tel:":
            yield from self._labelled("TEL", escaped(value), label)
        elif (handle := messenger(label, value)) is not None:
            yield Extra("IMPP", escaped(handle))
        else:
            yield from self._labelled("X-RAPPORT-POINT", escaped(value), label)

    def _labelled(self, name: str, value: str, label: str) -> Iterator[Extra]:
        if not label:
            yield Extra(name, value)
        elif types := types_of(label):
            yield Extra(name, value, f"TYPE={types}")
        else:
            group = self._group()
            yield Extra(f"{group}.{name}", value)
            yield Extra(f"{group}.{LABEL}", escaped(written_label(label)))

    def _group(self) -> str:
        """A name that no group of a source has."""
        while True:
            self.item += 1
            if (name := f"item{self.item}") not in self.used:
                return name


def _is_link(point: IncomingPoint) -> bool:
    return point.kind is ContactKind.URL and web_address(point.value) == point.value
