"""The database by its address."""

from pathlib import Path

import pytest

from rapport.config import database
from rapport.services.keeping.ready import NotReady, Why


def test_without_an_address_it_is_a_file_in_the_data_directory() -> None:
    found = database.databases(Path("/karen"), None)["default"]
    assert found["ENGINE"] == "rapport.db.sqlite"
    assert found["NAME"] == "/karen/rapport.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert found["OPTIONS"]["timeout"] == 30


def test_an_address_is_read_part_by_part() -> None:
    found = database.postgres("postgres://ka%40ren:p%3Aw%2F@db.example:5433/rapport?sslmode=require")
    assert (found["USER"], found["PASSWORD"]) == ("ka@ren", "p:w/")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example", "5433", "rapport")
    assert found["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize(
    "address",
    [
        "mysql://karen:secret@db/rapport",
        "postgres://karen:secret@db:port/rapport",
        "postgres://karen:secret@db/",
    ],
)
def test_an_address_that_cannot_be_read_is_refused_without_its_password(address: str) -> None:
    with pytest.raises(NotReady) as refused:
        database.postgres(address)
    assert refused.value.why is Why.BAD_DATABASE_URL
    assert "secret" not in str(refused.value)
