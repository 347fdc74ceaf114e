"""Imports of the browser: files kept until they are in, read and written by a process of their own.

Progress and the wish to cancel are columns, so that whoever looks sees the same.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any, Final
from uuid import UUID

from filelock import FileLock, Timeout

from rapport.db.models import Import
from rapport.db.models.imports import State
from rapport.domain.values import dataclass
from rapport.services.duplicates import likeness
from rapport.services.imports import bring, values
from rapport.services.imports.values import File, Plan
from rapport.services.reading.wish import COLUMN_BETWEEN

__all__ = ["COLUMN_BETWEEN", "Cancelled", "ImportView", "State"]

FOLDER: Final = "imports"
LOCK: Final = "work.lock"
EVERY: Final = 0.4  # seconds between two looks at the row
SAFE_SUFFIX: Final = re.compile(r"\.[A-Za-z0-9]{1,8}\Z")
Cancelled = bring.Cancelled


@dataclass(frozen=True, slots=True)
class ImportView:
    """One import, as a page shows it."""

    id: UUID
    at: datetime
    state: State
    names: tuple[str, ...]  # of its files
    plan: Plan
    done: int  # bytes
    total: int
    is_cancelling: bool
    is_at_work: bool  # a process has it in hand
    batch_id: UUID | None
    is_taken_back: bool
    mapping: Mapping[str, str]


def receive(
    owner_id: UUID, data: Path, uploads: Iterable[tuple[str, Iterable[bytes]]], *, at: datetime
) -> UUID:
    """Keep the files, for this owner's eyes alone, and note that they wait to be read."""
    row = Import(owner_id=owner_id, at=at, state=State.READING)
    folder = _folder(data, row.pk)
    folder.mkdir(mode=0o700, parents=True)
    try:
        row.files = [_keep(folder, n, name, chunks) for n, (name, chunks) in enumerate(uploads)]
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    row.total = sum(file["size"] for file in row.files)
    row.save()
    return row.pk


def _keep(folder: Path, number: int, name: str, chunks: Iterable[bytes]) -> dict[str, object]:
    suffix = found[0] if (found := SAFE_SUFFIX.search(name)) else ""
    path = folder / f"{number}{suffix}"
    with path.open("xb") as out:
        for chunk in chunks:
            out.write(chunk)
    return {"name": name[:200], "file": path.name, "size": path.stat().st_size}


def start(data: Path, import_id: UUID) -> None:
    """Have it worked on, beside the server and out of its memory."""
    process = subprocess.Popen(
        [sys.executable, "-m", "rapport.cli.main", "--data", str(data), "work", str(import_id)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    STARTED[import_id] = process
    Thread(target=_see_off, args=(import_id, process), name="import", daemon=True).start()


STARTED: dict[UUID, "subprocess.Popen[bytes]"] = {}  # by this server, and not ended yet


def _see_off(import_id: UUID, process: "subprocess.Popen[bytes]") -> None:
    """Wait for its end: else it would stay as a zombie."""
    process.wait()
    if STARTED.get(import_id) is process:
        del STARTED[import_id]


def work(
    owner_id: UUID, data: Path, import_id: UUID, *, now: Callable[[], datetime], today: date
) -> ImportView:
    """Read and plan it, or bring it in, as its state says. Raises LookupError, Timeout when in hand."""
    with _lock(data, import_id).acquire(timeout=0):
        row = _row(owner_id, import_id)
        report = _Report(row.pk)
        try:
            if row.state == State.READING:
                plan = bring.plan(
                    owner_id,
                    _files(data, row),
                    today=today,
                    at=now(),
                    progress=report,
                    is_cancelled=report.is_cancelled,
                )
                _update(row.pk, state=State.PLANNED, plan=_plain(plan))
            elif row.state == State.APPLYING:
                _apply(owner_id, data, row, report, at=now(), today=today)
        except bring.Cancelled:
            _end(data, row.pk, State.CANCELLED)
        except Exception:
            _update(row.pk, state=State.FAILED)
            raise
    done = read(owner_id, data, import_id)
    if done.state == State.DONE:
        likeness.search(owner_id, at=now())  # nobody waits for it here, and a page of many people cannot
    return done


def _apply(owner_id: UUID, data: Path, row: Import, report: "_Report", *, at: datetime, today: date) -> None:
    plan = bring.apply(
        owner_id,
        _files(data, row),
        at=at,
        today=today,
        progress=report,
        is_cancelled=report.is_cancelled,
        seen=values.from_json(row.plan),
        choices=_choices(row.choices),
        begun=lambda batch_id: _update(row.pk, batch_id=batch_id),
    )
    _update(row.pk, plan=_plain(plan), batch_id=plan.batch_id)
    _end(data, row.pk, State.DONE)


def _choices(stored: Mapping[str, Any]) -> bring.Choices:
    return bring.Choices(
        tuple(stored.get("not_mine", ())),
        tuple(stored.get("also_mine", ())),
        int(stored.get("both_ways", bring.Choices().both_ways)),
    )


def confirm(owner_id: UUID, data: Path, import_id: UUID, choices: Mapping[str, object] | None = None) -> None:
    """Yes, bring it in (or go on with it, where it was interrupted). Raises LookupError."""
    row = _row(owner_id, import_id)
    if row.state in (State.PLANNED, State.APPLYING, State.FAILED):
        kept = row.choices if choices is None else dict(choices)
        _update(row.pk, state=State.APPLYING, done=0, cancel_asked=False, choices=kept)
        start(data, import_id)


def read_again(owner_id: UUID, data: Path, import_id: UUID, mapping: Mapping[str, str] | None = None) -> None:
    """Plan it once more, perhaps with what the columns of its tables mean. Raises LookupError."""
    row = _row(owner_id, import_id)
    if row.state in (State.DONE, State.CANCELLED):
        return
    if mapping is not None:
        row.files = [{**file, "mapping": dict(mapping)} for file in row.files]
    _update(row.pk, state=State.READING, done=0, cancel_asked=False, files=row.files)
    start(data, import_id)


def cancel(owner_id: UUID, data: Path, import_id: UUID) -> None:
    """Stop it; what was written of it is taken back. Raises LookupError."""
    row = _row(owner_id, import_id)
    _update(row.pk, cancel_asked=True)
    if row.state != State.DONE and not _is_at_work(data, import_id):
        _end(data, row.pk, State.CANCELLED)


def read(owner_id: UUID, data: Path, import_id: UUID) -> ImportView:
    """Raises LookupError."""
    return _view(_row(owner_id, import_id), data)


def recent(owner_id: UUID, data: Path, limit: int = 10) -> list[ImportView]:
    """The last imports, newest first."""
    rows = Import.objects.of(owner_id).select_related("batch").order_by("-at")[:limit]
    return [_view(row, data) for row in rows]


def _view(row: Import, data: Path) -> ImportView:
    return ImportView(
        id=row.pk,
        at=row.at,
        state=State(row.state),
        names=tuple(file["name"] for file in row.files),
        plan=values.from_json(row.plan),
        done=row.done,
        total=row.total,
        is_cancelling=row.cancel_asked and row.state in (State.READING, State.APPLYING),
        is_at_work=row.state in (State.READING, State.APPLYING) and _is_at_work(data, row.pk),
        batch_id=row.batch_id,
        is_taken_back=row.batch is not None and row.batch.undone_at is not None,
        mapping=next((file["mapping"] for file in row.files if "mapping" in file), {}),
    )


class _Report:
    """Writes progress into the row, and reads there whether somebody cancelled; not at every record."""

    def __init__(self, import_id: UUID) -> None:
        self.import_id = import_id
        self.told = self.looked = 0.0
        self.cancelled = False

    def __call__(self, done: int, total: int) -> None:
        if monotonic() - self.told > EVERY or done == total:
            self.told = monotonic()
            _update(self.import_id, done=done, total=total)

    def is_cancelled(self) -> bool:
        if not self.cancelled and monotonic() - self.looked > EVERY:
            self.looked = monotonic()
            self.cancelled = Import.objects.filter(pk=self.import_id, cancel_asked=True).exists()
        return self.cancelled


def _files(data: Path, row: Import) -> list[File]:
    folder = _folder(data, row.pk)
    return [
        File(file["name"], folder / file["file"], file.get("mapping", {}), file["name"]) for file in row.files
    ]


def _end(data: Path, import_id: UUID, state: State) -> None:
    _update(import_id, state=state)
    folder = _folder(data, import_id)
    for file in folder.glob("*"):
        if file.name != LOCK:
            file.unlink(missing_ok=True)


def _update(import_id: UUID, **columns: object) -> None:
    Import.objects.filter(pk=import_id).update(**columns)


def _row(owner_id: UUID, import_id: UUID) -> Import:
    row = Import.objects.of(owner_id).select_related("batch").filter(pk=import_id).first()
    if row is None:
        raise LookupError(str(import_id))
    return row


def _is_at_work(data: Path, import_id: UUID) -> bool:
    """Whether a process has it in hand: the kernel drops a killed one's lock."""
    if import_id in STARTED:
        return True
    if not (_folder(data, import_id) / LOCK).exists():
        return False
    with suppress(Timeout), _lock(data, import_id).acquire(timeout=0):
        return False
    return True


def _lock(data: Path, import_id: UUID) -> FileLock:
    return FileLock(_folder(data, import_id) / LOCK, mode=0o600)


def _folder(data: Path, import_id: UUID) -> Path:
    return data / FOLDER / str(import_id)


def _plain(plan: Plan) -> dict[str, object]:
    import json

    from django.core.serializers.json import DjangoJSONEncoder

    stored: dict[str, object] = json.loads(json.dumps(values.as_json(plan), cls=DjangoJSONEncoder))
    return stored
