"""Everything written down goes out as one document, and comes back the same."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from django.apps import apps

from rapport.db import models
from rapport.domain.people.people import ContactKind
from rapport.domain.pitches.pitches import Stage
from rapport.formats.archive_schema import OWNER, TABLES
from rapport.services.asks import pages as ask_pages
from rapport.services.challenge import checkins
from rapport.services.exports import archive
from rapport.services.gatherings import pages as gathering_pages
from rapport.services.imports import bring
from rapport.services.imports.values import File
from rapport.services.people import pages as people_pages
from rapport.services.people import people, search
from rapport.services.people.pages import PeopleFilter
from rapport.services.pitches import pages as pitch_pages
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW, Tell
from tests.services.makers import a_coffee, a_gathering, a_person

DERIVED = {  # made again from the facts, or from the calendar
    "Ruling", "Tie", "SearchRow", "PersonHistory", "TieScale", "Acquaintance", "SourceFile", "MapPlace",
    "Likeness", "LikenessSearch", "Engagement",
}  # fmt: skip
JOURNAL = {"Batch", "Change", "BulkChange", "Import"}  # how it came about, not what it is
LEFT_OUT = {"owner_id", "folded", "batch_id"}  # whose it is, and what is derived from names
OWNER_LEFT_OUT = {"id", "revision", "number", "is_demo", "stands_on"}


@pytest.fixture
def lived(owner_id: UUID, month: UUID, tell: Tell) -> UUID:
    """Some of the month, told by forms and by lines."""
    mail = people.ContactPoint(ContactKind.EMAIL, "mary@example.org")
    draft = people.Draft("Mary Castellan", contact_points=(mail,), links=("mary.example",), tags=("vr",))
    mary = people.create(owner_id, draft, at=NOW).id
    a_gathering(owner_id, "Freelance Friday", day(8))
    friday = a_gathering(owner_id, "Freelance Friday", day(15), invited_by=mary)
    nora = a_person(owner_id, "Nora", introduced_by=mary, met_at=friday)
    a_coffee(owner_id, mary, nora, on=day(15), gathering_id=friday)
    binned = a_person(owner_id, "Somebody else")
    people.discard(owner_id, binned, at=NOW)
    for line in (
        "coffee with Priya yesterday, she needs a copywriter, follow up tuesday #vr",
        "asked Mary for an intro to a VR studio",
        "Mary knows no one",
        "pitched Acme",
        "promised Priya the contract template",
        "energy 2, pressure 4",
    ):
        tell(line, day(16))
    return owner_id


def derived() -> list[object]:
    rulings = models.Ruling.objects.order_by("interaction_id", "person_id")
    ties = models.Tie.objects.order_by("person_id").values_list("person_id", "closeness", "last_on")
    return [*rulings.values_list("interaction_id", "person_id", "verdict", "reasons"), *ties]


def moved(owner_id: UUID, text: str) -> UUID:
    """The archive in a new, empty house; the old one is gone."""
    models.Owner.objects.filter(pk=owner_id).delete()
    fresh: UUID = models.Owner.objects.create(rest_weekdays=[]).pk
    archive.load(fresh, text, at=NOW)
    return fresh


def test_out_and_in_again_is_equal_and_judged_alike(lived: UUID) -> None:
    text, before = archive.export(lived, at=NOW), derived()
    pages = [people_pages.read(lived, row.id) for row in people_pages.listing(lived).rows]
    fresh = moved(lived, text)
    assert archive.export(fresh, at=NOW) == text
    assert derived() == before
    assert [people_pages.read(fresh, row.id) for row in people_pages.listing(fresh).rows] == pages
    assert people_pages.listing(fresh, PeopleFilter(search="vr mary")).paging.total == 1


def test_what_was_binned_can_still_be_restored(lived: UUID) -> None:
    fresh = moved(lived, archive.export(lived, at=NOW))
    binned = models.Person.objects.get(binned_at__isnull=False)
    people.restore(fresh, binned.pk, at=NOW)
    assert people_pages.read(fresh, binned.pk).person.name == "Somebody else"


def test_life_goes_on_after_the_move(lived: UUID) -> None:
    fresh = moved(lived, archive.export(lived, at=NOW))
    a_gathering(fresh, "Freelance Friday", day(22))
    assert len(gathering_pages.listing(fresh, day(23)).series) == 1
    checkins.save(fresh, day(17), energy=4, at=NOW)
    assert ask_pages.listing(fresh, day(17)).total == 1
    assert pitch_pages.listing(fresh, day(17)).columns[list(Stage).index(Stage.SENT)].cards


def test_a_full_house_is_refused(lived: UUID) -> None:
    text = archive.export(lived, at=NOW)
    with pytest.raises(archive.NotEmpty):
        archive.load(lived, text, at=NOW)


def test_what_the_database_refuses_leaves_the_house_empty(lived: UUID) -> None:
    document = json.loads(archive.export(lived, at=NOW))
    document["checkins"].append({**document["checkins"][0], "id": str(UUID(int=7))})
    models.Owner.objects.filter(pk=lived).delete()
    fresh = models.Owner.objects.create(rest_weekdays=[]).pk
    with pytest.raises(archive.NotHere):
        archive.load(fresh, json.dumps(document), at=NOW)
    assert not models.Person.objects.exists()


def test_a_strangers_rows_stay_out(lived: UUID) -> None:
    stranger = models.Owner.objects.create(rest_weekdays=[6]).pk
    document = json.loads(archive.export(stranger, at=NOW))
    assert not any(document[table] for table in TABLES)


def test_every_column_is_in_the_archive_or_derived() -> None:
    missing = []
    for model in apps.get_app_config("rapport").get_models():
        if model.__name__ in DERIVED | JOURNAL:
            continue
        if model is models.Owner:
            known, left_out = set(OWNER), OWNER_LEFT_OUT
        else:
            table = next(name for name, row in archive.MODELS.items() if row is model)
            known, left_out = set(TABLES[table]), LEFT_OUT
        columns = {field.attname for field in model._meta.concrete_fields} - left_out
        missing += [f"{model.__name__}.{name}" for name in columns ^ known]
    assert not missing


def test_every_key_is_documented() -> None:
    page = (Path(__file__).parents[3] / "docs" / "reference" / "archive.md").read_text("utf-8")
    missing = [key for key in OWNER if f"| `{key}` |" not in page.split("## `owner`")[1].split("\n## ")[0]]
    for table, columns in TABLES.items():
        section = page.split(f"## `{table}`")[1].split("\n## ")[0]
        missing += [f"{table}.{key}" for key in columns if f"| `{key}` |" not in section]
    assert not missing


def test_what_was_brought_in_makes_the_round_trip(owner_id: UUID, tmp_path: Path) -> None:
    cards = tmp_path / "cards.vcf"
    cards.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Karen Lindqvist\nEMAIL:karen@example.org\nBDAY:1980\nEND:VCARD\n"
    )
    mail = tmp_path / "all.mbox"
    mail.write_text(LETTERS)
    files = [File(path.name, path) for path in (cards, mail)]
    seen = bring.plan(owner_id, files, today=FIRST_DAY)
    bring.apply(owner_id, files, at=NOW, today=FIRST_DAY, seen=seen, choices=bring.Choices(also_mine=(ME,)))
    written = archive.export(owner_id, at=NOW)
    other = models.Owner.objects.create(number=2)
    for model in reversed([row for row in archive.MODELS.values() if row is not models.TraceParty]):
        model.objects.of(owner_id).delete()
    archive.load(other.pk, written, at=NOW)
    again = json.loads(archive.export(other.pk, at=NOW))
    for table in ("people", "contact_points", "source_records"):
        assert again[table] == json.loads(written)[table]
    assert [trace["key"] for trace in again["traces"]] == [t["key"] for t in json.loads(written)["traces"]]
    [karen] = search.find(other.pk, "karen")
    assert models.PersonHistory.objects.get(person_id=karen).sums


ME = "me@example.org"
LETTERS = "".join(
    f"From x Thu Jan  {n + 1:2} 10:00:00 2019\nMessage-ID: <{n}@x>\nFrom: {a}\nTo: {b}\n"
    f"Date: Thu, {n + 1:02} Jan 2019 10:00:00 +0000\n\nhello\n\n"
    for n, (a, b) in enumerate([(ME, "karen@example.org"), ("karen@example.org", ME)] * 3)
)
