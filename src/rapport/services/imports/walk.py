"""One pass through files, record by record."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID

from rapport.db.models import Challenge, Owner
from rapport.domain.imports.imports import (
    Incoming,
    IncomingPerson,
    IncomingPoint,
    Mailbag,
    Quarantined,
    Source,
)
from rapport.domain.imports.plan import Placement, Planner, contact_keys
from rapport.domain.people.people import ContactKind
from rapport.services.imports import source_files
from rapport.services.imports.directory import directory
from rapport.services.imports.values import File, FileTold, Plan, Progress
from rapport.services.journal.bulk import STEP
from rapport.services.journal.bulk_rows import new_ids
from rapport.services.reading import reading
from rapport.services.reading.reading import BytesRead, MailboxEnds, PartBegins
from rapport.services.reading.wish import Wish

TELLING = frozenset({Source.MONICA, Source.NAMETAG, Source.MEERKAT})  # what they keep names their people
CALENDAR_PAST = timedelta(days=10 * 365)  # meetings longer ago say nothing about a tie
IsCancelled = Callable[[], bool]


class Walk:
    """Goes through files in their order, counts what it finds, and says who each person is."""

    def __init__(
        self,
        owner_id: UUID,
        files: Sequence[File],
        today: date,
        progress: Progress,
        is_cancelled: IsCancelled,
        only: str = "",
    ) -> None:
        owner = Owner.objects.values_list("country", "time_zone").get(pk=owner_id)
        self.country: str = owner[0]
        self.zone: str = owner[1]
        self.owner_id, self.files, self.today, self.only = owner_id, files, today, only
        self.progress, self.is_cancelled = progress, is_cancelled
        self.planner = Planner(directory(owner_id, self.country), _ids().__next__, self.country)
        self.new_since = _challenge_began(owner_id, today)
        self.called: dict[tuple[Source, str], UUID | None] = {}  # people of TELLING files; None: deleted
        self.plan = Plan()
        self.ends: list[tuple[File, int]] = []  # mailboxes read to their end, and where their last message is

    def items(self) -> Iterator[tuple[FileTold, Incoming]]:
        """Every record with the file (or entry) it stands in. Raises reading.Cancelled."""
        done, total = 0, sum(file.size for file in self.files)
        self.progress(0, total)
        for file in self.files:
            told, before = FileTold(file.name), done
            look = source_files.look(self.owner_id, file)
            if look.is_same:
                told.source, told.is_unchanged = Source.MAILBOX, True
            for heard in (
                () if look.is_same else reading.read(self._wish(file, look.offset), self.is_cancelled)
            ):
                if isinstance(heard, PartBegins):
                    told = self._begin(file, heard)
                elif isinstance(heard, BytesRead):
                    done = min(before + file.size, done + heard.count)
                    self.progress(done, total)
                elif isinstance(heard, MailboxEnds):
                    self.ends.append((file, heard.last))
                else:
                    yield told, heard
            if told not in self.plan.files:  # nothing of it was read
                self.plan.files.append(told)
            done = before + file.size
            self.progress(done, total)

    def sort(self, told: FileTold, item: Incoming) -> Placement | None:
        """Count it; where it is a person, say who. Traces are left to others."""
        if isinstance(item, Quarantined):
            self.plan.leave_out(told, item)
        if isinstance(item, Mailbag):
            for each in item.left_out:
                self.plan.leave_out(told, each)
        if not isinstance(item, IncomingPerson):
            return None
        placement = self.planner.place(item)
        self.plan.place(told, item.name, placement.fate, placement.person_id, placement.why)
        if item.source in TELLING and item.key:
            self.called[item.source, item.key] = placement.person_id
        return placement

    def knows(self, address: str) -> bool:
        """Whether somebody has this address: in Rapport, or in what was read so far."""
        point = IncomingPoint(ContactKind.EMAIL, address)
        return any(key in self.planner.directory.by_key for key in contact_keys((point,), (), self.country))

    def _begin(self, file: File, part: PartBegins) -> FileTold:
        name = file.name if part.name in ("", file.name) else f"{file.name}: {part.name}"
        for told in self.plan.files:
            if told.name == name:  # the same part again, behind a record that stopped the reader
                return told
        told = FileTold(name, part.source)
        self.plan.files.append(told)
        return told

    def _wish(self, file: File, offset: int) -> Wish:
        return Wish(
            str(file.path),
            mapping=file.mapping,
            offset=offset,
            since=(self.today - CALENDAR_PAST).isoformat(),
            until=self.today.isoformat(),
            zone=self.zone,
            only=self.only,
        )


def _ids() -> Iterator[UUID]:
    while True:
        yield from map(UUID, new_ids(STEP))


def _challenge_began(owner_id: UUID, today: date) -> date | None:
    """The first day of the challenge that runs, if one does."""
    running = Challenge.objects.of(owner_id).live().filter(ended_on__isnull=True, starts_on__lte=today)
    began: date | None = running.order_by("-starts_on").values_list("starts_on", flat=True).first()
    return began
