"""Files brought in by the browser; the work itself is done here instead of beside the server."""

from html import unescape
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rapport import clock
from rapport.services import owners
from rapport.services.imports import jobs
from tests.services.imports.test_imports import CARDS, everybody

ME = "alex@example.org"
LETTERS = "".join(
    f"From x Thu Jan {n + 1:2} 10:00:00 2026\nMessage-ID: <{n}@x>\nFrom: {a}\nTo: {b}\n"
    f"Date: Thu, {n + 1:02} Jan 2026 10:00:00 +0000\n\nhello\n\n"
    for n, (a, b) in enumerate(
        [(f"Alex <{ME}>", "Mary <mary@example.org>"), ("Mary <mary@example.org>", ME)] * 6
    )
)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(data: Path, import_id: UUID) -> None:
        owner = owners.local_owner()
        jobs.work(owner.id, data, import_id, now=clock.now, today=clock.owners_day(owner))

    monkeypatch.setattr(jobs, "start", work)


def send(visitor: Client, *files: tuple[str, str]) -> str:
    uploads = [SimpleUploadedFile(name, text.encode()) for name, text in files]
    return str(visitor.post("/import", {"files": uploads}).headers["Location"])


def read(visitor: Client, path: str) -> str:
    return unescape(visitor.get(path).content.decode())


def people() -> set[str]:
    return everybody(owners.local_owner().id)


def test_a_file_is_shown_before_anything_is_kept(visitor: Client) -> None:
    page = read(visitor, send(visitor, ("cards.vcf", CARDS)))
    assert "2 new people" in page
    assert "Karen Lindqvist" in page
    assert people() == set()


def test_a_yes_brings_them_in_and_one_click_takes_them_back(visitor: Client) -> None:
    address = send(visitor, ("cards.vcf", CARDS))
    visitor.post(f"{address}/confirm")
    assert people() == {"Karen Lindqvist", "Søren Kierkegaard"}
    page = read(visitor, address)
    undo = page.split('action="/undo/')[1].split('"')[0]
    visitor.post(f"/undo/{undo}")
    assert people() == set()
    page = read(visitor, address)
    assert "Taken back" in page
    assert "/undo/" not in page
    assert "Karen" not in page
    folder = Path(settings.DATA_DIR) / "imports" / address.rsplit("/", 1)[1]
    assert [file.name for file in folder.iterdir()] == ["work.lock"]


def test_whose_mailbox_it_is_and_who_comes_in_from_it_is_asked(visitor: Client) -> None:
    address = send(visitor, ("all.mbox", LETTERS))
    page = read(visitor, address)
    assert "12 messages" in page
    assert "Mary" in page
    visitor.post(f"{address}/confirm", {"offered": [], "also": ME, "both_ways": "3"})
    assert people() == {"Mary"}


def test_a_mailbox_that_is_here_already_says_so(visitor: Client) -> None:
    visitor.post(f"{send(visitor, ('all.mbox', LETTERS))}/confirm", {"also": ME})
    same = read(visitor, send(visitor, ("all.mbox", LETTERS)))
    assert "There is nothing new in it." in same
    assert "all.mbox (unchanged since last time)" in same
    copy = read(visitor, send(visitor, ("copy.mbox", LETTERS)))
    assert "There is nothing new in it." in copy
    assert "12 messages and meetings here already." in copy


def test_what_columns_mean_is_asked_where_nobody_can_tell(visitor: Client) -> None:
    address = send(visitor, ("odd.csv", "Wer;Wo\nAna Silva;Lyon\n"))
    assert "Wer" in read(visitor, address)
    visitor.post(f"{address}/again", {"column": ["Wer", "Wo"], "field": ["name", "city"]})
    visitor.post(f"{address}/confirm")
    assert people() == {"Ana Silva"}


def test_what_is_left_leaves_nothing_behind(visitor: Client) -> None:
    address = send(visitor, ("cards.vcf", CARDS))
    visitor.post(f"{address}/cancel")
    assert people() == set()
    assert "Nothing of it was kept" in read(visitor, address)


def test_an_import_tells_a_script_how_far_it_is(visitor: Client) -> None:
    address = send(visitor, ("cards.vcf", CARDS))
    told = visitor.get(f"{address}/state").json()
    assert (told["state"], told["at_work"]) == ("planned", False)


def test_nothing_chosen_and_another_owners_import_are_told_apart(visitor: Client) -> None:
    assert visitor.post("/import").status_code == 400
    assert visitor.get(f"/import/{UUID(int=7)}").status_code == 404
