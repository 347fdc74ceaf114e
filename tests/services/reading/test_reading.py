"""The process that reads is watched: what it chokes on is left out, and reading goes on behind it."""

import sys
from pathlib import Path

import pytest

from rapport.domain.imports.imports import Incoming, Mailbag, Quarantined, Trouble, Where, digest
from rapport.services.reading import readers, reading
from rapport.services.reading.wish import Wish

CHILD = """
import json, sys, time
wish = json.loads(sys.stdin.readline())
bad, how = {bad}, {how!r}
say = lambda kind, what: print(kind + json.dumps(what), flush=True)
say("P", [0, "", "vcard"])
for number in range(wish["start"] + 1, 7):
    if number in bad:
        if how == "hang":
            time.sleep(60)
        sys.exit(3 if how == "memory" else 1)
    rest = ["", [], "", "", "", "", [], [], "", [], None, []]
    say("R", [["p", [number, number], "vcard", f"Somebody {{number}}", *rest]])
"""


def heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: set[int], how: str, patience: float = 5.0
) -> list[Incoming]:
    script = tmp_path / "child.py"
    script.write_text(CHILD.format(bad=bad, how=how))
    monkeypatch.setattr(reading, "COMMAND", [sys.executable, "-I", str(script)])
    monkeypatch.setattr(reading, "PATIENCE", patience)
    monkeypatch.setattr(reading, "TICK", 0.05)
    return [item for item in reading.read(Wish("x")) if not isinstance(item, reading.PartBegins)]  # type: ignore[misc]  # nothing else is said


def told(items: list[Incoming]) -> list[int | Trouble]:
    return [item.trouble if isinstance(item, Quarantined) else item.where.record for item in items]


def test_a_record_that_takes_too_long_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    items = heard(tmp_path, monkeypatch, {3}, "hang", patience=0.3)
    assert told(items) == [1, 2, Trouble.TOO_SLOW, 4, 5, 6]
    [out] = [item for item in items if isinstance(item, Quarantined)]
    assert out.where.record == 3


@pytest.mark.parametrize(
    ("how", "trouble"), [("memory", Trouble.TOO_LARGE), ("break", Trouble.NOT_UNDERSTOOD)]
)
def test_a_record_that_ends_the_reader_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, trouble: Trouble
) -> None:
    assert told(heard(tmp_path, monkeypatch, {1, 5}, how)) == [trouble, 2, 3, 4, trouble, 6]


def test_a_reader_that_always_breaks_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    items = heard(tmp_path, monkeypatch, {1, 2, 3, 4, 5, 6}, "break")
    assert len(items) <= reading.IN_VAIN + 1
    assert all(isinstance(item, Quarantined) for item in items)


def test_a_cancelled_reading_ends_the_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "child.py"
    script.write_text(CHILD.format(bad={1}, how="hang"))
    monkeypatch.setattr(reading, "COMMAND", [sys.executable, "-I", str(script)])
    with pytest.raises(reading.Cancelled):
        list(reading.read(Wish("x"), lambda: True))


def test_a_file_that_went_away_is_named_as_gone(tmp_path: Path) -> None:
    assert list(reading.read(Wish(str(tmp_path / "gone.mbox")))) == [Quarantined(Where(0), Trouble.GONE)]


def test_a_letter_that_its_program_moves_meanwhile_is_passed_over(tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    for name in "ab":
        (new / name).write_text(
            f"From: Karen <k@x.example>\nDate: 3 Mar 2019 10:00 +0000\nMessage-ID: <{name}>\n\n"
        )
    [part] = readers.parts(Wish(str(tmp_path)))
    (new / "a").unlink()
    [bag] = part.read(0)
    assert isinstance(bag, Mailbag)
    assert bag.keys == [digest(b"<b>")]


def test_all_of_a_letter_counts_as_read_though_only_its_beginning_is(tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    head = "From: Karen <k@x.example>\nDate: 3 Mar 2019 10:00 +0000\nMessage-ID: <{}>\n\n"
    for name, body in (("short", "hello"), ("long", "hello " * 20_000)):
        (new / name).write_text(head.format(name) + body)
    counted: list[int] = []
    [part] = readers.parts(Wish(str(tmp_path)), counted.append)
    [bag] = part.read(0)
    assert isinstance(bag, Mailbag)
    assert len(bag.keys) == 2
    assert sorted(counted) == sorted(path.stat().st_size for path in new.iterdir())
