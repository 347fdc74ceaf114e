"""What writing a line down needs to know: whom its names mean, where it was, and what it has made so far."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.quicklog import quicklog as said
from rapport.domain.text import fold
from rapport.services.gatherings import gatherings
from rapport.services.journal.journal import Journal
from rapport.services.people import people
from rapport.services.quicklog.acquaintances import known_before


class Scribe:
    """One reading on its way into a journal."""

    def __init__(
        self, book: Journal, reading: said.Reading, picked: dict[str, UUID | None], *, assumed: bool = False
    ) -> None:
        self.book, self.reading, self.picked, self.assumed = book, reading, picked, assumed
        self.made: list[UUID] = []
        self.interactions: list[UUID] = []
        self.touched: set[UUID] = set()  # in what it corrects, named or not
        self.gathering_id: UUID | None = None  # the one this line is about
        self.known = set(known_before(reading))

    @property
    def people(self) -> list[UUID]:
        """Everybody this line names, and whose story it corrects."""
        return [*(person_id for person_id in self.picked.values() if person_id is not None), *self.touched]

    def who(self, name: said.Name) -> UUID | None:
        """The person behind a name, made when new; None when the user left it out."""
        key = fold(name.text)
        if key not in self.picked:
            return None
        person_id = self.picked[key]
        if person_id is None:
            person_id = people.record(
                self.book, name.text, known_before=key in self.known, assumed=self.assumed
            )
            self.picked[key] = person_id
            self.made.append(person_id)
        return person_id

    def all_of(self, names: Iterable[said.Name]) -> list[UUID]:
        return [person_id for name in names if (person_id := self.who(name)) is not None]

    def place(self, name: said.GatheringName, on: date, attendance: Attendance) -> UUID:
        """The gathering of that name on that day, made when new."""
        return gatherings.record(
            self.book,
            name.text,
            on,
            attendance,
            size=name.size,
            stretch=name.stretch,
            invited_by=self.who(name.invited_by) if name.invited_by else None,
            found_how=name.found or "",
            starts_at=name.starts_at,
            assumed=self.assumed,
        )
