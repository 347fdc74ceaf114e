"""Erasing one person whole: their rows, their name in other rows, and the journal that could bring both back.

There is no undo. A line in the list of changes says that somebody was erased, and not who.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, Q

from rapport.db import models as rows
from rapport.db.models import Batch, Change, Interaction, Owner, Person, Ruling, SourceRecord, Trace
from rapport.db.queries import erasure as queries
from rapport.db.queries.bin import hanging
from rapport.db.sqlite.forgetting import forget_pages, forget_words
from rapport.domain.challenge.referee import Verdict
from rapport.domain.people.erasure import Written, among, anywhere, tells, without
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services.challenge import rulings
from rapport.services.history import acquaintances
from rapport.services.journal.journal import Verb
from rapport.services.people import search_index

__all__ = ["Erasure", "erase", "preview"]

AT_ONCE = 500  # ids in one statement
FOLDED = (rows.Gathering, rows.Series, rows.Pitch)  # tables with a folded copy of their name


@dataclass(frozen=True, slots=True)
class Erasure:
    """What goes, and what stays without them."""

    names: tuple[str, ...]  # what they were ever called
    rows: tuple[tuple[str, int], ...]  # how many rows of each table go, by the name of its model
    exchanges_shared: int  # stay, for those who were there too
    traces_shared: int  # the same of messages and meetings
    texts: int  # of others, in which their name becomes an ellipsis
    steps: int  # that can no longer be undone
    counted: bool  # a connection goes from a board with them

    def count(self, table: str) -> int:
        """Of one table."""
        return dict(self.rows).get(table, 0)


def preview(owner_id: UUID, person_id: UUID, *, at: datetime) -> Erasure:
    """What erasing them would do: it is done and rolled back. Raises LookupError."""
    with transaction.atomic():
        done = _Eraser(owner_id, person_id, at).run()
        transaction.set_rollback(True)
    return done


def erase(owner_id: UUID, person_id: UUID, *, at: datetime) -> Erasure:
    """Do it, and leave nothing of it in the file. Raises LookupError."""
    with transaction.atomic():
        done = _Eraser(owner_id, person_id, at).run()
        forget_words(connection)
    forget_pages(connection)
    return done


class _Eraser:
    """One person being erased, inside a transaction."""

    def __init__(self, owner_id: UUID, person_id: UUID, at: datetime) -> None:
        if not Person.objects.of(owner_id).filter(pk=person_id).exists():
            raise LookupError(str(person_id))
        self.owner_id, self.at = owner_id, at
        self.people = queries.same_person(owner_id, person_id)
        self.written: Written = queries.written(owner_id, self.people)
        self.others = queries.other_names(owner_id, self.people)
        self.everywhere = anywhere(self.written, self.others)
        self.touched: set[UUID] = set()  # rows with another text now: the journal must forget the old one
        self.erased: set[UUID] = set(self.people)  # rows that are gone
        self.indexed: set[UUID] = set()  # people whose texts are no longer the same
        self.gone: dict[str, int] = {}
        self.texts = 0

    def run(self) -> Erasure:
        """Texts first, while it can be told which ones are about them; then rows; then the journal."""
        alone, shared, days = queries.exchanges(self.owner_id, self.people)
        company, names = queries.company(self.owner_id, self.people, Q(interaction__in=shared))
        counted = Ruling.objects.of(self.owner_id).filter(
            person_id__in=self.people, verdict=Verdict.CONNECTION
        )
        is_counted = counted.exists()
        self._scrub_exchanges(names, shared)
        self._scrub_what_is_about_them(days)
        traces_shared = self._remove_history(names)
        self._scrub_the_rest()
        self._remove(Interaction, alone)
        self._remove(SourceRecord, list(self._records().values_list("pk", flat=True)))
        self._remove(Person, list(self.people))
        steps = self._forget_journal()
        self._settle(company)
        return Erasure(
            names=tuple(sorted(self.written.names)),
            rows=tuple(sorted(self.gone.items())),
            exchanges_shared=len(shared),
            traces_shared=traces_shared,
            texts=self.texts,
            steps=steps,
            counted=is_counted,
        )

    def _records(self) -> Any:
        return SourceRecord.objects.of(self.owner_id).filter(person_id__in=self.people)

    def _scrub_exchanges(self, company: Collection[str], shared: Collection[UUID]) -> None:
        if pattern := among(self.written, company):
            found = Interaction.objects.of(self.owner_id).filter(pk__in=shared)
            self._scrub(Interaction, found, queries.text_columns(Interaction), pattern)

    def _scrub_what_is_about_them(self, days: Collection[date]) -> None:
        _ids, names = queries.company(self.owner_id, self.people, Q(interaction__on__in=days))
        if pattern := among(self.written, names):
            for model, condition in queries.about(self.owner_id, self.people, days):
                found = model.objects.of(self.owner_id).filter(condition)
                self._scrub(model, found, queries.text_columns(model), pattern)

    def _remove_history(self, company: Collection[str]) -> int:
        """Their mail addresses, and the messages and meetings with nobody else; how many others stay."""
        spelled = {fold(name) for name in self.others}
        is_one_of_a_kind = not any(fold(name) in spelled for name in self.written.names)
        theirs = queries.addresses(self.owner_id, self.people, self.written, by_name=is_one_of_a_kind)
        alone, shared = queries.traces(self.owner_id, theirs)
        if shared and (pattern := among(self.written, company)):
            titled = Trace.objects.of(self.owner_id).filter(pk__in=shared).exclude(title="")
            self._scrub(Trace, titled, ["title"], pattern)
        self._remove(Trace, alone)
        self._remove(rows.Address, theirs)
        return len(shared)

    def _scrub_the_rest(self) -> None:
        """Every other text of this owner, where it can only mean them."""
        if self.everywhere is None:
            return
        for model, columns in queries.texts():
            found: Any = model.objects.filter(owner_id=self.owner_id)
            if model is Trace:
                found = found.exclude(title="")
            elif model is Person:
                found = found.exclude(pk__in=self.people)
            elif model is SourceRecord:
                found = found.exclude(Q(person_id__in=self.people))
            self._scrub(model, found, columns, self.everywhere)

    def _scrub(self, model: Any, found: Any, columns: list[str], pattern: Any) -> None:
        for pk, *values in list(found.values_list("pk", *columns).iterator()):
            changed = {
                column: without(value, pattern)
                for column, value in zip(columns, values, strict=True)
                if tells(value, pattern)
            }
            if not changed:
                continue
            if model in FOLDED and (name := changed.get("name") or changed.get("organisation")):
                changed["folded"] = fold(name)[:200]
            model.objects.filter(pk=pk).update(**changed)
            self.texts += 1
            self.touched.add(pk)
            if model is Person:
                self.indexed.add(pk)

    def _remove(self, model: Any, ids: Collection[Any]) -> None:
        """These rows, and all that cannot be without them."""
        wanted = list(ids)
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            self.erased |= {pk for pk in hanging(model, some) if isinstance(pk, UUID)}
            _count, by_table = model.objects.filter(pk__in=some).delete()
            for table, count in by_table.items():
                name = table.removeprefix("rapport.")
                self.gone[name] = self.gone.get(name, 0) + count

    def _forget_journal(self) -> int:
        """Every step that holds an image of what is gone or changed; of an import, only those images."""
        forgotten = self.touched | self.erased
        changes = Change.objects.of(self.owner_id).values_list("pk", "batch_id", "row", "before", "after")
        found: dict[Any, UUID] = {
            pk: batch
            for pk, batch, row, before, after in changes.iterator()
            if row in forgotten or (self.everywhere and tells([before, after], self.everywhere))
        }
        found.update(queries.naming(self.owner_id, self.people))
        batches = set(found.values())
        whole = set(rows.BulkChange.objects.filter(batch__in=batches).values_list("batch_id", flat=True))
        Change.objects.filter(pk__in=[pk for pk, batch in found.items() if batch in whole]).delete()
        dropped = batches - whole
        Batch.objects.of(self.owner_id).filter(pk__in=dropped).delete()
        self._forget_ids()
        if self.everywhere:
            for row in Batch.objects.of(self.owner_id).exclude(subject=""):
                row.subject = without(row.subject, self.everywhere)
                row.save(update_fields=["subject"])
        return len(dropped)

    def _forget_ids(self) -> None:
        """In the lists of what imports made."""
        gone = {pk.hex for pk in self.erased}
        for step in rows.BulkChange.objects.of(self.owner_id):
            left = [pk for pk in step.rows if pk not in gone]
            if len(left) < len(step.rows):
                step.rows = left
                step.save(update_fields=["rows"])

    def _settle(self, company: Collection[UUID]) -> None:
        """Judge again who was there too, and say that somebody was erased."""
        owner = Owner.objects.filter(pk=self.owner_id)
        today = owner.values_list("stands_on", flat=True).get() or self.at.date()
        rulings.rejudge(self.owner_id, dict.fromkeys(company), today)
        acquaintances.rebuild(self.owner_id, today)  # a shared meeting may have been called by their name
        search_index.refresh(self.owner_id, self.indexed.union(company))
        owner.update(revision=F("revision") + 1)
        number = owner.values_list("revision", flat=True).get()
        Batch.objects.create(owner_id=self.owner_id, number=number, at=self.at, verb=Verb.ERASE)
