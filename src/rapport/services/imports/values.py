"""What an import would do, and what it did, as doors show it and the database keeps it."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass as mutable
from dataclasses import field
from pathlib import Path
from typing import Any
from uuid import UUID

from rapport.domain.imports.imports import EntryKind, Quarantined, Source, Trouble
from rapport.domain.imports.plan import Fate, Why
from rapport.domain.values import dataclass
from rapport.services.reading import source_folders

MOST_LEFT_OUT = 500  # told one by one; the rest are counted
MOST_NAMES = 12  # told of each fate

Progress = Callable[[int, int], None]  # bytes read, bytes in all; raising from it cancels


@dataclass(frozen=True, slots=True)
class File:
    """A file to bring in."""

    name: str  # as the user knows it
    path: Path
    mapping: Mapping[str, str] = field(default_factory=dict)  # column → field, for a table nobody knows
    known_as: str = ""  # of an upload: what it is called, wherever it lies for now

    @property
    def size(self) -> int:
        """Bytes; of a folder, of all that lies in it; 0 where it is gone."""
        if self.path.is_dir():
            return source_folders.size(self.path)
        with suppress(FileNotFoundError):  # reading it will tell
            return self.path.stat().st_size
        return 0


@mutable(slots=True)
class FileTold:
    """What one file (or one entry of a zip) holds."""

    name: str
    source: Source | None = None  # None: no reader knows it
    people: dict[Fate, int] = field(default_factory=dict)
    traces_new: int = 0
    traces_seen: int = 0
    entries: dict[EntryKind, int] = field(default_factory=dict)  # exchanges, next steps … that are new
    entries_seen: int = 0
    left_out: int = 0
    is_unchanged: bool = False  # a mailbox that was read before and has not changed since
    traces_ahead: int = 0  # dated in the future, so not taken


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that does not go in, and why."""

    file: str
    record: int
    line: int | None
    trouble: Trouble
    excerpt: str
    expected: str
    is_part: bool


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody a file tells of, with whom it was recognised as."""

    name: str
    person_id: UUID | None
    why: Why | None


@dataclass(frozen=True, slots=True)
class Mine:
    """An address that seems to be the user's own, and what speaks for it."""

    address: str
    name: str = ""
    sent: int = 0  # messages from it
    seen: int = 0  # messages it is on
    messages: int = 0  # of all


@dataclass(frozen=True, slots=True)
class PenPal:
    """Somebody the user writes with who is not in Rapport yet."""

    address: str
    name: str
    received: int
    written: int
    since: int  # year
    last: int
    fate: Fate = Fate.NEW  # what becomes of them when they come in

    @property
    def both_ways(self) -> int:
        """Messages in the rarer direction."""
        return min(self.received, self.written)


@mutable(slots=True)
class Plan:
    """What bringing the files in would do (or did)."""

    files: list[FileTold] = field(default_factory=list)
    names: dict[Fate, list[Named]] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    left_out_count: int = 0
    batch_id: UUID | None = None
    mine: list[Mine] = field(default_factory=list)  # to be confirmed
    pen_pals: list[PenPal] = field(default_factory=list)  # the busiest first

    def count(self, fate: Fate) -> int:
        """Records of this fate, in all files."""
        return sum(told.people.get(fate, 0) for told in self.files)

    @property
    def traces_new(self) -> int:
        return sum(told.traces_new for told in self.files)

    @property
    def traces_seen(self) -> int:
        return sum(told.traces_seen for told in self.files)

    @property
    def has_traces(self) -> bool:
        """Messages or meetings stand in the files, whether they come in or not."""
        return bool(self.traces_new or self.traces_seen or self.traces_ahead)

    @property
    def traces_ahead(self) -> int:
        return sum(told.traces_ahead for told in self.files)

    def entries(self, kind: EntryKind) -> int:
        """New things of this kind, in all files."""
        return sum(told.entries.get(kind, 0) for told in self.files)

    @property
    def entries_new(self) -> int:
        return sum(sum(told.entries.values()) for told in self.files)

    @property
    def entries_seen(self) -> int:
        return sum(told.entries_seen for told in self.files)

    def pal_fates(self, least: int) -> dict[Fate, int]:
        """What becomes of those written with so often, each way; 0: nobody."""
        found: dict[Fate, int] = {}
        for each in self.pen_pals if least else ():
            if each.both_ways >= least:
                found[each.fate] = found.get(each.fate, 0) + 1
        return found

    @property
    def is_empty(self) -> bool:
        """Nothing would be written."""
        people = self.count(Fate.NEW) or self.count(Fate.LINKED) or self.count(Fate.CHANGED)
        return not (people or self.traces_new or self.entries_new)

    def place(self, told: FileTold, name: str, fate: Fate, person_id: UUID | None, why: Why | None) -> None:
        """Count one record."""
        told.people[fate] = told.people.get(fate, 0) + 1
        names = self.names.setdefault(fate, [])
        if len(names) < MOST_NAMES:
            names.append(Named(name, person_id, why))

    def leave_out(self, told: FileTold, item: Quarantined) -> None:
        """Count one record (or part of one) that does not go in."""
        told.left_out += 1
        self.left_out_count += 1
        if len(self.left_out) < MOST_LEFT_OUT:
            self.left_out.append(
                LeftOut(
                    told.name, item.where.record, item.where.line, item.trouble, item.excerpt, item.expected,
                    item.is_part,
                )
            )  # fmt: skip


MINE = ("address", "name", "sent", "seen", "messages")
PEN_PAL = ("address", "name", "received", "written", "since", "last", "fate")


def as_json(plan: Plan) -> dict[str, Any]:
    """For the database and for --json."""
    return {
        "files": [
            {
                "name": told.name,
                "source": told.source,
                "people": {fate.value: told.people.get(fate, 0) for fate in Fate},
                "traces": {"new": told.traces_new, "seen": told.traces_seen, "ahead": told.traces_ahead},
                "entries": {kind.value: told.entries.get(kind, 0) for kind in EntryKind},
                "entries_seen": told.entries_seen,
                "left_out": told.left_out,
                "unchanged": told.is_unchanged,
            }
            for told in plan.files
        ],
        "names": {
            fate.value: [{"name": n.name, "person_id": n.person_id, "why": n.why} for n in names]
            for fate, names in plan.names.items()
        },
        "left_out": [
            {
                "file": out.file, "record": out.record, "line": out.line, "trouble": out.trouble,
                "excerpt": out.excerpt, "expected": out.expected, "is_part": out.is_part,
            }
            for out in plan.left_out
        ],
        "left_out_count": plan.left_out_count,
        "batch_id": plan.batch_id,
        "mine": [{name: getattr(each, name) for name in MINE} for each in plan.mine],
        "pen_pals": [{name: getattr(each, name) for name in PEN_PAL} for each in plan.pen_pals],
    }  # fmt: skip


def from_json(stored: Mapping[str, Any]) -> Plan:
    """The same again."""
    return Plan(
        files=[
            FileTold(
                told["name"],
                Source(told["source"]) if told["source"] else None,
                {Fate(fate): count for fate, count in told["people"].items() if count},
                told["traces"]["new"],
                told["traces"]["seen"],
                {EntryKind(kind): count for kind, count in told.get("entries", {}).items() if count},
                told.get("entries_seen", 0),
                told["left_out"],
                told.get("unchanged", False),
                told["traces"].get("ahead", 0),
            )
            for told in stored.get("files", ())
        ],
        names={
            Fate(fate): [
                Named(
                    n["name"],
                    UUID(str(n["person_id"])) if n["person_id"] else None,
                    Why(n["why"]) if n["why"] else None,
                )
                for n in names
            ]
            for fate, names in stored.get("names", {}).items()
        },
        left_out=[
            LeftOut(**{**out, "trouble": Trouble(out["trouble"])}) for out in stored.get("left_out", ())
        ],
        left_out_count=stored.get("left_out_count", 0),
        batch_id=UUID(str(stored["batch_id"])) if stored.get("batch_id") else None,
        mine=[Mine(**each) for each in stored.get("mine", ())],
        pen_pals=[
            PenPal(**{**each, "fate": Fate(each.get("fate", Fate.NEW))})
            for each in stored.get("pen_pals", ())
        ],
    )
