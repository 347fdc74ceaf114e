"""The demo and Karen's own people never meet."""

from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection, connections

from rapport.db.models import Owner
from rapport.services.setup import demo_store


def fill() -> None:
    Owner.objects.create(name="Demo")


def test_entering_loads_the_demo_once(own_file: Path) -> None:
    session: dict[str, Any] = {}
    demo_store.enter_demo(session, fill)
    demo_store.enter_demo(session, fill)
    assert demo_store.is_demo(session)
    with demo_store.demo_rows():
        assert Owner.objects.count() == 1


def test_what_is_written_on_one_side_is_not_on_the_other(own_file: Path) -> None:
    demo_store.enter_demo({}, fill)
    Owner.objects.create(name="Karen")
    with demo_store.demo_rows():
        Owner.objects.create(name="Also a demo")
        assert sorted(Owner.objects.values_list("name", flat=True)) == ["Also a demo", "Demo"]
    assert list(Owner.objects.values_list("name", flat=True)) == ["Karen"]


def test_two_browsers_at_once_each_see_their_own(own_file: Path) -> None:
    demo_store.enter_demo({}, fill)
    Owner.objects.create(name="Karen")
    seen: dict[str, list[str]] = {}
    together = Barrier(2)

    def look(who: str, file: Path) -> None:
        with demo_store.demo_rows(file):
            together.wait()
            Owner.objects.create(name=f"by {who}")
            together.wait()
            seen[who] = sorted(Owner.objects.values_list("name", flat=True))

    demo_file = own_file.parent / "demo" / own_file.name
    threads = [
        Thread(target=look, args=("karen", own_file)),
        Thread(target=look, args=("visitor", demo_file)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {"karen": ["Karen", "by karen"], "visitor": ["Demo", "by visitor"]}


def test_leaving_keeps_the_demo_and_wiping_removes_it(own_file: Path) -> None:
    session: dict[str, Any] = {}
    demo_store.enter_demo(session, fill)
    demo_store.leave_demo(session)
    assert not demo_store.is_demo(session)
    assert demo_store.exists()
    demo_store.wipe_demo()
    assert not demo_store.exists()
    demo_store.enter_demo(session, fill)
    with demo_store.demo_rows():
        assert Owner.objects.count() == 1


def test_a_demo_that_cannot_be_loaded_leaves_nothing(own_file: Path) -> None:
    session: dict[str, Any] = {}

    def fail() -> None:
        Owner.objects.create(name="Half")
        raise ValueError("torn page")

    with pytest.raises(ValueError, match="torn"):
        demo_store.enter_demo(session, fail)
    assert not demo_store.exists()
    assert not demo_store.is_demo(session)
    assert connection.settings_dict["NAME"] == str(own_file)


def test_an_error_in_the_demo_leads_back_to_ones_own(own_file: Path) -> None:
    own = connections["default"]
    with pytest.raises(ValueError, match="no"), demo_store.demo_rows(own_file.parent / "other.sqlite3"):
        raise ValueError("no")
    assert connections["default"] is own
