"""Tables that come up to date by themselves, and never go back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from rapport.db import migrations
from rapport.db.models import Owner
from rapport.services.keeping import backups, upgrade
from rapport.services.keeping.ready import NotReady, Why
from rapport.services.setup import demo_store

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def test_the_code_knows_its_migrations_by_number() -> None:
    folder = Path(migrations.__path__[0])
    numbers = sorted(int(file.stem[:4]) for file in folder.glob("[0-9]*.py"))
    assert numbers == list(range(1, len(numbers) + 1))
    assert upgrade.newest_known().startswith(f"{numbers[-1]:04}_")


def test_a_new_directory_gets_its_tables(data_dir: Path, tables: Path, django_db_blocker: object) -> None:
    with django_db_blocker.unblock(), demo_store.demo_rows(data_dir / "new.sqlite3"):  # type: ignore[attr-defined]
        assert upgrade.newest_applied() == ""
        assert upgrade.bring_up_to_date(data_dir, NOON)
        assert Owner.objects.count() == 0
        assert not upgrade.bring_up_to_date(data_dir, NOON)
    assert not (data_dir / backups.FOLDER).exists()  # there was nothing to keep


def test_nothing_missing_costs_one_small_query(own_file: Path, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1, connection=connection):  # type: ignore[operator]  # a fixture
        assert not upgrade.bring_up_to_date(own_file.parent, NOON)


def test_older_data_is_backed_up_before_its_tables_change(
    own_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Owner.objects.create(name="Karen")
    monkeypatch.setattr(upgrade, "newest_known", lambda: "9999_tomorrow")
    monkeypatch.setattr(upgrade, "make_tables", lambda: Owner.objects.update(name="Changed"))
    assert upgrade.bring_up_to_date(own_file.parent, NOON)
    (kept,) = (own_file.parent / backups.FOLDER).iterdir()
    assert kept.name == "before-9999_tomorrow-20260305-120000.zip"
    monkeypatch.undo()
    backups.restore(kept, own_file.parent, upgrade.newest_known(), NOON)
    assert Owner.objects.get().name == "Karen"


def test_data_from_a_newer_rapport_is_not_opened(own_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrade, "newest_known", lambda: "0000_long_ago")
    with pytest.raises(NotReady) as refused:
        upgrade.bring_up_to_date(own_file.parent, NOON)
    assert refused.value.why is Why.NEWER_DATA
