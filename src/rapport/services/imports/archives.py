"""Rapport's own archive among the files: read whole into an empty house, known again by its ids."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from rapport.db.models import Person
from rapport.domain.imports.imports import Quarantined, Source, Trouble, Where
from rapport.domain.imports.plan import Fate
from rapport.formats import archive as format_
from rapport.services.exports import archive
from rapport.services.imports.values import File, FileTold, Plan


def look(owner_id: UUID, plan: Plan, files: Iterable[File]) -> None:
    """Count what the archives among these files would bring."""
    for file, told in _archives(plan, files):
        try:
            found = format_.load(_text(file))
        except format_.BadArchive as bad:
            plan.leave_out(told, _refusal(bad))
            continue
        ids = [row["id"] for row in found.tables["people"]]
        known = Person.objects.of(owner_id).filter(pk__in=ids[:500]).count()
        if ids and known == len(ids[:500]):
            told.people[Fate.SEEN] = len(ids)
        elif archive.is_empty(owner_id):
            told.people[Fate.NEW] = len(ids)
            told.traces_new = len(found.tables["traces"])
        else:
            plan.leave_out(told, Quarantined(Where(0), Trouble.NOT_EMPTY))


def bring(owner_id: UUID, plan: Plan, files: Iterable[File], at: datetime) -> None:
    """Read them in."""
    look(owner_id, plan, files)
    for file, told in _archives(plan, files):
        if not told.left_out and Fate.SEEN not in told.people:
            try:
                archive.load(owner_id, _text(file), at=at)
            except (archive.NotEmpty, archive.NotHere):
                told.people.clear()
                plan.leave_out(told, Quarantined(Where(0), Trouble.NOT_EMPTY))


def _archives(plan: Plan, files: Iterable[File]) -> list[tuple[File, FileTold]]:
    by_name = {file.name: file for file in files}
    return [
        (by_name[told.name], told)
        for told in plan.files
        if told.source is Source.ARCHIVE and told.name in by_name
    ]


def _text(file: File) -> str:
    try:
        return file.path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise format_.BadArchive("", format_.Fault.NOT_JSON) from error


def _refusal(bad: format_.BadArchive) -> Quarantined:
    if bad.fault is format_.Fault.NEWER:
        return Quarantined(Where(0), Trouble.NEWER)
    return Quarantined(Where(0, bad.line), Trouble.NOT_UNDERSTOOD, bad.path)
