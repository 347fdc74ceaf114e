"""The demo: beside one's own data, or in a directory of its own."""

from pathlib import Path

from django.conf import settings

from rapport.cli.main import run
from tests.cli.conftest import Rapport, Told


def test_an_empty_directory_is_filled_once(rapport: Rapport) -> None:
    told = rapport("demo")
    assert told.code == 0
    assert f"rapport today --data {rapport.data}" in told.out
    people = rapport.json("people")["total"]
    assert people > 40
    assert rapport.json("demo") == {"data": str(rapport.data)}
    assert rapport.json("people")["total"] == people


def test_somebodys_own_data_is_not_mixed_with_it(month: Rapport) -> None:
    month.log("coffee with Mary")
    error = month.refused("demo")
    assert error["code"] == "not_empty"
    assert month.json("people")["total"] == 1


def test_without_a_directory_it_lives_beside_ones_own(rapport: Rapport, month: Rapport) -> None:
    month.log("coffee with Mary")
    code = run(["demo"])
    said = month.capsys.readouterr()
    told = Told(code, said.out, said.err)
    folder = Path(settings.DEMO_DATABASE["NAME"]).parent
    assert (told.code, told.err) == (0, "")
    assert f"rapport today --data {folder}" in told.out
    assert (folder / "rapport.sqlite3").exists()
    assert month.json("people")["total"] == 1


def test_it_speaks_french_too(rapport: Rapport) -> None:
    rapport.json("demo", "--language", "fr")
    assert any("Vendredi Freelance" in g["name"] for g in rapport.json("gatherings")["past"])
