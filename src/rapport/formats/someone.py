"""A person taking shape from the fields of one record, whatever the source."""

from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import IncomingPerson, IncomingPoint, Quarantined, Source, Trouble, Where
from rapport.domain.people.people import ContactKind
from rapport.formats.cells import excerpt, link, mail_address, once, one_line, tidy
from rapport.formats.countries import code_of

MOST_POINTS = 200  # of one person; more are no address book


class Someone:
    """Fields as they are met; `finished` makes the person, or says why there is none."""

    __slots__ = (
        "_called", "_extra", "_links", "_points", "aliases", "city", "country", "key", "name", "note",
        "organisation", "role", "tags",
    )  # fmt: skip

    def __init__(self) -> None:
        self.name = self.key = self.organisation = self.role = self.city = self.country = self.note = ""
        self._called = ""  # the name beside an address: "Ana Silva <ana@x.org>"
        self.aliases: list[str] = []
        self.tags: list[str] = []
        self._points: list[IncomingPoint] = []
        self._links: list[str] = []
        self._extra: list[Extra] = []

    def mail(self, text: str, label: str = "") -> bool:
        """A mail address; what is none is kept as another way to reach them."""
        text = one_line(text)
        if not text:
            return False
        address = mail_address(text)
        if address and "<" in text:
            self._called = self._called or text.split("<", 1)[0].strip(" \"'")
        kind = ContactKind.EMAIL if address else ContactKind.OTHER
        self._points.append(IncomingPoint(kind, address or text, one_line(label)))
        return True

    def phone(self, text: str, label: str = "") -> None:
        self.point(ContactKind.PHONE, text, label)

    def point(self, kind: ContactKind, text: str, label: str = "") -> None:
        if text := one_line(text):
            self._points.append(IncomingPoint(kind, text, one_line(label)))

    def page(self, text: str, name: str) -> None:
        """A web address; what is none is kept under the name of its field."""
        found = link(one_line(text))
        if found:
            self._links.append(found)
        else:
            self.keep(name, text)

    def place(self, city: str, country: str, country_name: str) -> None:
        """Where they live or work: what is said first counts, the country as a code where it has one."""
        self.city = self.city or one_line(city)
        code = code_of(country)
        if code and not self.country:
            self.country = code
        elif code != self.country or not code:
            self.keep(country_name, country)

    def alias(self, text: str) -> None:
        self.aliases.append(one_line(text))

    def remark(self, text: str) -> None:
        """Some more lines for the note."""
        if text := tidy(text):
            self.note = f"{self.note}\n{text}" if self.note else text

    def keep(self, name: str, value: str, parameters: str = "") -> None:
        """A field that Rapport has no place for."""
        if value := tidy(value):
            self._extra.append(Extra(name, value, parameters))

    def finished(self, where: Where, source: Source, **known: object) -> IncomingPerson | Quarantined:
        points = tuple(dict.fromkeys(self._points))
        reached = next((point.value for point in points), "") or next(iter(self._links), "")
        name = (
            one_line(self.name)
            or self._called
            or next(filter(None, self.aliases), "")
            or self.organisation
            or reached
        )
        if not name or len(points) > MOST_POINTS:
            said = name or " ".join((self.note, *(extra.value for extra in self._extra)))
            trouble = Trouble.TOO_MANY if name else Trouble.NO_NAME
            return Quarantined(where, trouble, excerpt(said))
        return IncomingPerson(
            where,
            source,
            name,
            key=self.key,
            aliases=tuple(alias for alias in once(self.aliases) if alias != name),
            organisation=self.organisation,
            role=self.role,
            city=self.city,
            country=self.country,
            points=points,
            links=once(self._links),
            note=self.note,
            tags=once(self.tags),
            extra=tuple(self._extra),
            **known,  # type: ignore[arg-type]  # since, where the source has it
        )


def full_name(*parts: str) -> str:
    """The parts of a name in the order they are said, empty ones left out."""
    return " ".join(part for part in map(one_line, parts) if part)
