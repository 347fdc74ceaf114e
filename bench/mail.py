"""A mailbox read for who wrote to whom: against the standard library, fast-mail-parser, notmuch and mu.

    python -m bench mail [--messages 100000]

Processor seconds a message, so that slow peers may be measured on fewer messages. notmuch and mu index the
bodies too and cannot leave them out.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import NamedTuple

from bench.mail_methods import library_fields, scan
from bench.mailboxes import ME, write
from bench.measure import Missing, table
from bench.peers import ROOT

MESSAGES = 100_000
SLOW = 5_000  # messages for what is slow; the cost of one does not depend on how many there are
FAST = "fast-mail-parser>=0.10,<0.11"
Index = Callable[[str, Path, Path, int], "Spent | Missing"]
LOOKS = 20_000  # times the file is looked at


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
    large, small = _made(messages), _made(min(SLOW, messages))
    ours = [
        _way("Rapport: read", "scan", large, messages),
        _way("Rapport: read and stored, after start-up", "store", large, messages),
    ]
    peers = [
        _way("standard library: mailbox, full", "library", small, min(SLOW, messages)),
        _way("standard library: headers only", "headers", small, min(SLOW, messages)),
        _fast(large, messages),
        _indexer("notmuch new", _notmuch, small, min(SLOW, messages)),
        _indexer("mu index", _mu, small, min(SLOW, messages)),
    ]
    there = [each for each in (*ours, *peers) if isinstance(each, Spent)]
    gone = [f"missing: {each.label}: {each.why}" for each in (*ours, *peers) if isinstance(each, Missing)]
    return "\n".join([_table(there), *gone, _same_fields(small), _unchanged(large)])


def _table(there: list[Spent]) -> str:
    yardsticks = [each for each in there if each.label.startswith("Rapport")]
    rows: list[tuple[str, ...]] = [
        ("who wrote to whom, cpu µs a message", "messages", "µs", "MiB", "/ read", "/ stored")
    ]
    for each in there:
        ratios = (f"{each.each / ours.each:.1f} x" for ours in yardsticks)
        rows.append((each.label, f"{each.messages:,}", f"{each.each:.1f}", f"{each.mebibytes:.0f}", *ratios))
    return table(rows)


def _made(messages: int) -> Path:
    """The mailbox and its Maildir, made once."""
    path = ROOT / f"mail-{messages}.mbox"
    done = path.with_suffix(".done")
    if not done.exists():
        path.parent.mkdir(exist_ok=True)
        shutil.rmtree(_maildir(path), ignore_errors=True)
        write(path, messages, _maildir(path) if messages <= SLOW else None)
        done.touch()
    return path


def _maildir(path: Path) -> Path:
    return path.with_suffix("") / "mail"


def _way(label: str, way: str, path: Path, messages: int, python: str = sys.executable) -> Spent | Missing:
    words = [python, "-m", "bench.mail_methods", way, str(path)]
    return _run(label, words, messages)


def _run(
    label: str, words: list[str], messages: int, env: dict[str, str] | None = None, runs: int = 2
) -> Spent | Missing:
    """The least of some runs."""
    found = []
    for _ in range(runs):
        process = subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **(env or {})},
            cwd=ROOT.parent,
        )  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        said = process.stdout.read().decode(errors="replace")
        error = process.stderr.read().decode(errors="replace").strip()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            return Missing(label, f"exit {process.returncode}: {error[-200:]}")
        net = json.loads(said.splitlines()[0])["net"] if '"net"' in said else used.ru_utime + used.ru_stime
        found.append(Spent(label, messages, net, used.ru_maxrss / 1024))
    return min(found, key=lambda spent: spent.cpu)


def _fast(path: Path, messages: int) -> Spent | Missing:
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


def _indexer(label: str, index: Index, path: Path, messages: int) -> Spent | Missing:
    """Each from nothing; two runs would not differ by more than the machine does."""
    if shutil.which(label.split()[0]) is None:
        return Missing(label, f"{label.split()[0]} is not here (apt: notmuch, maildir-utils)")
    state = path.with_suffix("") / label.split()[0]
    shutil.rmtree(state, ignore_errors=True)
    shutil.rmtree(_maildir(path) / ".notmuch", ignore_errors=True)
    state.mkdir(parents=True)
    return index(label, path, state, messages)


def _notmuch(label: str, path: Path, state: Path, messages: int) -> Spent | Missing:
    config = state / "config"
    config.write_text(
        f"[database]\npath={_maildir(path)}\n[user]\nname=Me\nprimary_email={ME[0]}\n[new]\ntags=new\nignore=\n"
        "[maildir]\nsynchronize_flags=false\n"
    )
    words = ["notmuch", f"--config={config}", "new", "--quiet"]
    return _run(label, words, messages, runs=1)


def _mu(label: str, path: Path, state: Path, messages: int) -> Spent | Missing:
    begin = ["mu", "init", f"--muhome={state}/mu", f"--maildir={_maildir(path)}", f"--my-address={ME[0]}"]
    subprocess.run(begin, check=True, capture_output=True)
    return _run(label, ["mu", "index", f"--muhome={state}/mu", "--quiet"], messages, runs=1)


def _same_fields(path: Path) -> str:
    """Every field of every well-formed message, as the standard library has it."""
    import mailbox

    from rapport.domain.imports import IncomingTrace
    from rapport.formats.mail_addresses import tidy

    odd = [json.loads(line)["odd"] for line in path.with_suffix(".truth").open()]
    read = {item.where.record: item for item in scan(path)}
    same = 0
    for number, message in enumerate(mailbox.mbox(path, create=False), 1):
        if odd[number - 1]:
            continue
        key, seconds, sender, parties, answers = library_fields(message)
        item = read[number]
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

    def look() -> None:
        found = path.stat()
        assert compare(known, found.st_size, found.st_mtime_ns) is Change.SAME

    spent = []
    for once in (bare, look):
        rounds = []
        for _ in range(5):
            began = process_time()
            for _ in range(LOOKS):
                once()
            rounds.append(process_time() - began)
        spent.append(min(rounds) / LOOKS * 1e6)
    return f"an unchanged mailbox: {spent[1]:.2f} µs, {spent[1] / spent[0]:.2f} x a bare stat"
