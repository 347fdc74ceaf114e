"""Every test works in a directory of its own: the data of whoever runs the tests is never opened."""

import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ["RAPPORT_DATA_DIR"] = tempfile.mkdtemp(prefix="rapport-tests-")
os.environ.pop("RAPPORT_LANG", None)

import pytest
from django.conf import settings as django_settings
from django.test import Client
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import _set_suffix_to_test_databases

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def has_browser() -> bool:
    return any(map(shutil.which, BROWSERS))


def has_postgres() -> bool:
    return "RAPPORT_TEST_DATABASE_URL" in os.environ


NEEDS = {
    "browser": ("Chromium (for example: apt-get install chromium)", has_browser),
    "postgres": (
        "a PostgreSQL server: RAPPORT_TEST_DATABASE_URL=postgres://user:password@host/name",
        has_postgres,
    ),
}


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix(request: pytest.FixtureRequest) -> None:
    """Several processes: each has its own store in memory; on PostgreSQL each its own database."""
    if django_settings.DATABASES["default"]["ENGINE"] != "rapport.db.sqlite":
        worker = getattr(request.config, "workerinput", {}).get("workerid")
        if worker:
            _set_suffix_to_test_databases(worker)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """An empty store whose tables are made at once, as those of a new user are.

    tests/db/test_fresh.py holds that these are the tables that every migration together makes.
    """
    from django.db import connection

    from rapport.services.keeping import upgrade

    own = str(connection.settings_dict["NAME"])
    creation: Any = connection.creation  # of the engine
    with django_db_blocker.unblock():
        test = creation._create_test_db(verbosity=0, autoclobber=True)
        connection.close()
        django_settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = test
        upgrade.make_tables()
    yield
    with django_db_blocker.unblock():
        creation.destroy_test_db(own, verbosity=0)


def pytest_configure(config: pytest.Config) -> None:
    """The settings may have been read before this file was: point them away from the real data."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # in a shell’s background: tests send it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    folder = Path(os.environ["RAPPORT_DATA_DIR"])
    django_settings.DATA_DIR = folder
    django_settings.SECRET_KEY = "for tests"
    django_settings.DEMO_DATABASE = {
        **django_settings.DEMO_DATABASE,
        "NAME": str(folder / "demo" / "rapport.sqlite3"),
    }


def pytest_collection_finish(session: pytest.Session) -> None:
    """Twelve thousand tests are no garbage: the collector need not walk through them again and again."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(os.environ["RAPPORT_DATA_DIR"], ignore_errors=True)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what this machine cannot run; where everything is required, fail it instead."""
    for marker, (needed, is_there) in NEEDS.items():
        if item.get_closest_marker(marker) and not is_there():
            if os.environ.get("RAPPORT_REQUIRE_ALL"):
                pytest.fail(f"needs {needed}", pytrace=False)
            pytest.skip(f"needs {needed}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly what was not tested and what it would take."""
    reasons = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])]
    for marker, (needed, _there) in NEEDS.items():
        if count := sum(needed in reason for reason in reasons):
            terminalreporter.write_line(f"{count} {marker} tests not run: they need {needed}", yellow=True)


@pytest.fixture
def data_dir(tmp_path: Path, settings: object) -> Path:
    """A data directory of this test's own, 0700 as the real one."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    settings.DATA_DIR = folder  # type: ignore[attr-defined]  # pytest-django's settings fixture
    settings.DEMO_DATABASE = {  # type: ignore[attr-defined]  # the same
        **django_settings.DEMO_DATABASE,
        "NAME": str(folder / "demo" / "rapport.sqlite3"),
    }
    return folder


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: object) -> Path:
    """An empty database file with every table, to copy from."""
    from rapport.services.keeping import upgrade
    from rapport.services.setup import demo_store

    file = tmp_path_factory.mktemp("tables") / "rapport.sqlite3"
    with django_db_blocker.unblock(), demo_store.demo_rows(file):  # type: ignore[attr-defined]  # no types
        upgrade.make_tables()
    return file


@pytest.fixture
def own_file(data_dir: Path, tables: Path, django_db_blocker: object) -> Iterator[Path]:
    """A real database file in the data directory, in the place of the in-memory one."""
    from rapport.services.setup import demo_store

    file = data_dir / "rapport.sqlite3"
    shutil.copy(tables, file)
    with django_db_blocker.unblock(), demo_store.demo_rows(file):  # type: ignore[attr-defined]  # no types
        yield file


@pytest.fixture
def visitor(db: None, client: Client) -> Client:
    """A browser that came in by a one-time link."""
    from rapport import clock
    from rapport.services.setup import launch

    client.get(f"/launch/{launch.mint(django_settings.DATA_DIR, clock.now())}")
    return client
