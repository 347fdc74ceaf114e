"""The search for people who look alike: made when somebody changed, and in a large book when asked."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from rapport.db import models
from rapport.services.duplicates import duplicates, likeness
from rapport.services.imports import jobs
from rapport.services.people import people
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, two_marys


@pytest.fixture
def marys(owner_id: UUID) -> tuple[UUID, UUID]:
    return two_marys(owner_id)


def test_the_search_rests_while_nobody_changes(
    owner_id: UUID, marys: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    duplicates.look(owner_id, at=NOW)
    a_coffee(owner_id, marys[0], on=day(20))
    monkeypatch.setattr(likeness, "find", None)
    assert duplicates.look(owner_id, at=NOW).total == 1
    people.discard(owner_id, marys[1], at=NOW)
    with pytest.raises(TypeError):
        duplicates.look(owner_id, at=NOW)


def test_a_large_book_is_searched_when_asked(
    owner_id: UUID, marys: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(likeness, "QUICK", 0)
    assert duplicates.look(owner_id, at=NOW).searched is None
    duplicates.look_again(owner_id, at=NOW)
    page = duplicates.look(owner_id, at=NOW + timedelta(days=1))
    assert page.searched
    assert (page.searched.at, page.searched.is_current, page.total) == (NOW, True, 1)
    people.discard(owner_id, marys[1], at=NOW)
    page = duplicates.look(owner_id, at=NOW)
    assert page.searched
    assert (page.searched.is_current, page.total) == (False, 0)


def test_an_import_of_the_browser_ends_with_a_search(owner_id: UUID, tmp_path: Path) -> None:
    """Mary came twice in one table; nobody waits for the search, and the page has its rows."""
    table = b"Name,Phone\nMary Castellan,+1 503 555 0142\nMaria Castellan,+1 503 555 0142\n"
    import_id = jobs.receive(owner_id, tmp_path, [("people.csv", [table])], at=NOW)
    jobs.work(owner_id, tmp_path, import_id, now=lambda: NOW, today=day(1))
    assert not models.LikenessSearch.objects.exists()
    models.Import.objects.filter(pk=import_id).update(state=jobs.State.APPLYING)
    assert jobs.work(owner_id, tmp_path, import_id, now=lambda: NOW, today=day(1)).state == jobs.State.DONE
    assert models.LikenessSearch.objects.get().people == models.Person.objects.count() > 0
