"""A mailbox read for who wrote to whom: against the standard library, fast-mail-parser, notmuch, mu, mblaze.

    python -m bench mail [--messages 100000]

Processor seconds a message, so that slow peers may be measured on fewer messages; the least of three runs,
all methods in turns. notmuch and mu index the bodies too and cannot leave them out.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import NamedTuple

from bench.mail_methods import library_fields, traces
from bench.mailboxes import ME, write
from bench.measure import Missing, table
from bench.peers import ROOT

MESSAGES = 100_000
SLOW = 20_000  # messages for what is slow; the cost of one does not depend on how many there are
RUNS = 3
FAST = "fast-mail-parser>=0.10,<0.11"
STRINGZILLA = "stringzilla looks for the next message" if find_spec("stringzilla") else "without stringzilla"
READ, ROWS = "Rapport: mbox read", "Rapport: mbox to rows, after start-up"
LOOKS = 20_000  # times the file is looked at
SMALLEST = 0.001  # seconds of a processor: a run that took less was none


class Way(NamedTuple):
    """One method on one mailbox."""

    label: str
    messages: int
    words: Sequence[str]
    env: dict[str, str]
    begin: Callable[[], None]  # before every run


class Spent(NamedTuple):
    label: str
    messages: int
    cpu: float  # seconds
    mebibytes: float  # most memory held

    @property
    def each(self) -> float:
        """Microseconds a message."""
        return self.cpu / self.messages * 1e6


def compare() -> str:
    messages = MESSAGES
    if "--messages" in sys.argv:
        messages = int(sys.argv[sys.argv.index("--messages") + 1])
    few = min(SLOW, messages)
    large, small = _made(messages), _made(few)
    mails, stay = _maildir(small), "the reading process's own is in the line above it"
    ways = [
        _way(READ, "scan", large, messages),
        _way(ROWS, "store", large, messages),
        _way("Rapport: plan, rows, people and ties", "whole", large, messages),
        _way("standard library: mailbox, full", "library", small, few),
        _way("standard library: headers only", "headers", small, few),
        _fast(large, messages),
        _indexer("notmuch new", _notmuch, small, few),
        _indexer("mu index", _mu, small, few),
        _way("limit: header blocks found and cut", "blocks", large, messages),
        _way("Rapport: Maildir read", "maildir", mails, few),
        _mhdr(mails, few),
    ]
    there, gone = _in_turns(ways)
    missing = [f"missing: {each.label}: {each.why}" for each in gone]
    memory = f"MiB: of Rapport's rows, what the writing process held; {stay}. {STRINGZILLA}."
    return "\n".join([_table(there), memory, *missing, _same_fields(small), _unchanged(large)])


def _table(there: list[Spent]) -> str:
    ours = {each.label: each for each in there}
    rows: list[tuple[str, ...]] = [
        ("who wrote to whom, cpu µs a message", "messages", "µs", "MiB", "/ read", "/ rows")
    ]
    for each in there:
        ratios = (f"{each.each / ours[label].each:.1f} x" if label in ours else "-" for label in (READ, ROWS))
        rows.append((each.label, f"{each.messages:,}", f"{each.each:.1f}", f"{each.mebibytes:.0f}", *ratios))
    return table(rows)


def _made(messages: int) -> Path:
    """The mailbox and its Maildir, made once."""
    path = ROOT / f"mailbox-{messages}.mbox"
    done = path.with_suffix(".done")
    if not done.exists():
        path.parent.mkdir(exist_ok=True)
        shutil.rmtree(_maildir(path), ignore_errors=True)
        write(path, messages, _maildir(path) if messages <= SLOW else None)
        done.touch()
    return path


def _maildir(path: Path) -> Path:
    return path.with_suffix("") / "mail"


def _nothing() -> None:
    """Most ways need no preparing."""


def _way(label: str, way: str, path: Path, messages: int, python: str = sys.executable) -> Way:
    return Way(label, messages, [python, "-m", "bench.mail_methods", way, str(path)], {}, _nothing)


def _in_turns(ways: Sequence[Way | Missing]) -> tuple[list[Spent], list[Missing]]:
    """The least of some runs of each, so that a busy minute falls on all alike."""
    found: dict[str, list[Spent]] = {}
    gone = {way.label: way for way in ways if isinstance(way, Missing)}
    for _turn in range(RUNS):
        for way in ways:
            if way.label not in gone and isinstance(way, Way):
                spent = _run(way)
                if isinstance(spent, Missing):
                    gone[way.label] = spent
                else:
                    found.setdefault(way.label, []).append(spent)
    return [min(runs, key=lambda spent: spent.cpu) for runs in found.values()], list(gone.values())


def _run(way: Way) -> Spent | Missing:
    way.begin()
    process = subprocess.Popen(
        way.words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **way.env},
        cwd=ROOT.parent,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    said = process.stdout.read().decode(errors="replace")
    error = process.stderr.read().decode(errors="replace").strip()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu, mebibytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    if process.returncode or cpu < SMALLEST:
        return Missing(way.label, f"exit {process.returncode}: {error[-200:]}")
    if '"net"' in said:
        own = json.loads(said.splitlines()[0])
        cpu, mebibytes = own["net"], own["mebibytes"]
    return Spent(way.label, way.messages, cpu, mebibytes)


def _fast(path: Path, messages: int) -> Way | Missing:
    label = "fast-mail-parser, metadata"
    home = ROOT / "peers" / "fast-mail-parser"
    python = home / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True, capture_output=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", FAST]
        done = subprocess.run(pip, capture_output=True, text=True, check=False)
        if done.returncode:
            shutil.rmtree(home)
            return Missing(label, f"cannot be installed: {done.stderr.strip()[-200:]}")
    return _way(label, "fast", path, messages, str(python))


def _indexer(
    label: str, prepare: Callable[[str, Path, Path, int], Way], path: Path, messages: int
) -> Way | Missing:
    """Each run from nothing."""
    if shutil.which(label.split()[0]) is None:
        return Missing(label, f"{label.split()[0]} is not here (apt: notmuch, maildir-utils)")
    return prepare(label, path, path.with_suffix("") / label.split()[0], messages)


def _notmuch(label: str, path: Path, state: Path, messages: int) -> Way:
    config = state / "config"

    def begin() -> None:
        shutil.rmtree(_maildir(path) / ".notmuch", ignore_errors=True)
        state.mkdir(parents=True, exist_ok=True)
        config.write_text(
            f"[database]\npath={_maildir(path)}\n[user]\nname=Me\nprimary_email={ME[0]}\n[new]\ntags=new\n"
            "ignore=\n[maildir]\nsynchronize_flags=false\n"
        )

    return Way(label, messages, ["notmuch", f"--config={config}", "new", "--quiet"], {}, begin)


def _mu(label: str, path: Path, state: Path, messages: int) -> Way:
    def begin() -> None:
        shutil.rmtree(state, ignore_errors=True)
        state.mkdir(parents=True)
        words = ["mu", "init", f"--muhome={state}/mu", f"--maildir={_maildir(path)}", f"--my-address={ME[0]}"]
        subprocess.run(words, check=True, capture_output=True)

    return Way(label, messages, ["mu", "index", f"--muhome={state}/mu", "--quiet"], {}, begin)


def _mhdr(mails: Path, messages: int) -> Way | Missing:
    """Both programs of the pipe are counted: the shell waits for them."""
    label = "mblaze mhdr: Maildir"
    if shutil.which("mhdr") is None:
        return Missing(label, "mhdr is not here (apt: mblaze)")
    pipe = 'mlist "$1" | mhdr -d -h from:to:cc:date:message-id:in-reply-to > /dev/null'
    return Way(label, messages, ["sh", "-c", pipe, "sh", str(mails)], {}, _nothing)


def _same_fields(path: Path) -> str:
    """Every field of every well-formed message, as the standard library has it."""
    import mailbox

    from rapport.domain.imports.imports import IncomingTrace
    from rapport.formats.mail_addresses import tidy

    odd = [json.loads(line)["odd"] for line in path.with_suffix(".truth").open()]
    read = {item.where.record: item for item in traces(path)}
    same = 0
    for number, message in enumerate(mailbox.mbox(path, create=False), 1):
        if odd[number - 1]:
            continue
        key, seconds, sender, parties, answers = library_fields(message)
        item = read.get(number)
        expected = [(address, tidy(name)) for name, address in (*sender[:1], *parties)]
        same += isinstance(item, IncomingTrace) and (
            (item.key, int(item.at.timestamp()), item.reply_to) == (key, seconds, answers)
            and [tuple(party) for party in (item.sender, *item.parties) if party] == expected
        )
    return f"fields equal to the standard library's: {same:,} of {odd.count(False):,} well-formed messages"


def _unchanged(path: Path) -> str:
    """Looking at a mailbox that has not changed, against a bare stat."""
    from rapport.formats.fingerprint import Change, compare, take

    status = path.stat()
    with path.open("rb") as data:
        known = take(data, status.st_size, status.st_mtime_ns, status.st_size)

    def bare() -> None:
        path.stat()

    same = Change.SAME

    def look() -> None:
        found = path.stat()
        assert compare(known, found.st_size, found.st_mtime_ns) is same

    spent: dict[Callable[[], None], list[float]] = {bare: [], look: []}
    for _ in range(5):
        for once, rounds in spent.items():
            began = process_time()
            for _ in range(LOOKS):
                once()
            rounds.append(process_time() - began)
    least = [min(rounds) / LOOKS * 1e6 for rounds in spent.values()]
    return f"an unchanged mailbox: {least[1]:.2f} µs, {least[1] / least[0]:.2f} x a bare stat"
