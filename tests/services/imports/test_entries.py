"""What other programs keep beside their people comes in with them, once, and goes as one."""

from datetime import date
from pathlib import Path
from shutil import copy
from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.imports.imports import EntryKind, Trouble
from rapport.domain.imports.plan import Fate
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.services.exports import archive
from rapport.services.imports import bring
from rapport.services.imports.values import File, Plan, as_json, from_json
from rapport.services.journal import undo
from rapport.services.people import people
from tests.formats.samples import SAMPLES
from tests.services.conftest import NOW
from tests.services.makers import a_person

TODAY = date(2026, 2, 20)
MONICA = "monica/all_it_keeps_beside.json"
NAMETAG = "nametag/a_journal_and_rhythms.json"
MEERKAT = "meerkat/two_of_one_name.csv"


def the_file(name: str) -> File:
    path = SAMPLES / name
    return File(path.name, path)


def bring_in(owner_id: UUID, *files: File) -> Plan:
    return bring.apply(owner_id, files, at=NOW, today=TODAY)


def told(plan: Plan) -> dict[str, int]:
    return {kind.value: count for kind in EntryKind if (count := plan.entries(kind))}


def the_person(owner_id: UUID, name: str) -> models.Person:
    return models.Person.objects.of(owner_id).get(name=name)


EXPECTED = {
    MONICA: {"exchange": 3, "next_step": 4, "reflection": 4, "how_met": 1, "rhythm": 1},
    NAMETAG: {"exchange": 1, "reflection": 2, "rhythm": 1},
    MEERKAT: {"exchange": 1, "next_step": 2, "reflection": 1, "how_met": 1},
}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_plan_counts_what_comes_in_and_the_same_file_again_brings_nothing(
    owner_id: UUID, name: str
) -> None:
    plan = bring.plan(owner_id, [the_file(name)], today=TODAY)
    assert told(plan) == EXPECTED[name]
    assert told(from_json(as_json(plan))) == EXPECTED[name]
    assert not models.Interaction.objects.of(owner_id).exists()
    assert told(bring_in(owner_id, the_file(name))) == EXPECTED[name]
    again = bring.plan(owner_id, [the_file(name)], today=TODAY)
    assert (again.is_empty, again.entries_seen) == (True, sum(EXPECTED[name].values()))


def test_what_was_done_with_priya_is_in_her_story(owner_id: UUID) -> None:
    bring_in(owner_id, the_file(MONICA))
    rows = models.Interaction.objects.of(owner_id).order_by("on")
    assert [(row.on, row.channel, row.direction, row.note) for row in rows] == [
        (date(2025, 11, 2), Channel.PHONE, Direction.MUTUAL, "About the ducks"),
        (date(2025, 12, 1), Channel.EMAIL, Direction.OUTBOUND, "Are you in?"),
        (date(2026, 2, 7), Channel.IN_PERSON, Direction.MUTUAL, "Drew in the park\nWith ducks"),
    ]
    park = set(rows[2].participants.values_list("person__name", flat=True))
    assert park == {"Priya Shah", "Tom Reed"}
    priya = the_person(owner_id, "Priya Shah")
    assert (priya.introduced_by, priya.cadence_days) == (the_person(owner_id, "Tom Reed"), 30)
    assert priya.note == "Child: Mila Shah\nInlaw: Tom Reed"


def test_a_reminder_that_comes_back_is_for_its_next_day_and_what_has_passed_is_not_owed(
    owner_id: UUID,
) -> None:
    bring_in(owner_id, the_file(MONICA))
    steps = {row.what: row for row in models.FollowUp.objects.of(owner_id)}
    birthday = steps["Wish Priya a happy birthday"]
    assert (birthday.due_on.month, birthday.due_on.day) == (3, 5)
    assert birthday.due_on >= TODAY
    assert steps["Send the book back"].dropped_on == date(2020, 1, 1)
    assert steps["Lend her the easel"].due_on == TODAY
    assert steps["Return the lamp"].done_on == date(2025, 2, 1)
    is_open = {what for what, row in steps.items() if row.done_on is None and row.dropped_on is None}
    assert is_open == {"Wish Priya a happy birthday", "Lend her the easel"}


def test_what_a_day_was_like_becomes_a_note(owner_id: UUID) -> None:
    bring_in(owner_id, the_file(MONICA), the_file(NAMETAG))
    notes = models.Note.objects.of(owner_id).order_by("on").values_list("text", "person__name")
    assert list(notes) == [
        ("New job\nAt Studio Shah", "Priya Shah"),
        ("Picnicked", None),
        ("A good day\nWalked.", None),
        ("Sun\n3/3", None),
        ("Lunch\nSoup.\n(Priya Shah, Tom Reed)", "Priya Shah"),
        ("Alone\nTea.", None),
    ]


def test_two_marias_of_one_name_are_not_taken_for_each_other(owner_id: UUID) -> None:
    plan = bring_in(owner_id, the_file(MEERKAT))
    (dinner,) = models.Interaction.objects.of(owner_id)
    assert [part.person.name for part in dinner.participants.all()] == ["Tom Reed"]
    (left,) = plan.left_out
    assert (left.trouble, left.line, left.excerpt) == (Trouble.NOBODY, 14, "Walk Park")
    tom = the_person(owner_id, "Tom Reed")
    assert (tom.how_met, tom.note) == ("At the market", "Child: Mila (2015-03-02)")
    monthly = models.FollowUp.objects.of(owner_id).get(what="Call")
    assert (monthly.due_on, monthly.done_on) == (date(2026, 2, 28), None)


def test_an_import_with_all_that_stands_beside_it_is_taken_back_whole(owner_id: UUID) -> None:
    before = archive.export(owner_id, at=NOW)
    plan = bring_in(owner_id, the_file(MONICA))
    assert plan.batch_id is not None
    undo.undo(owner_id, plan.batch_id, at=NOW)
    assert archive.export(owner_id, at=NOW) == before
    assert told(bring.plan(owner_id, [the_file(MONICA)], today=TODAY)) == EXPECTED[MONICA]


def test_what_the_user_wrote_stays(owner_id: UUID) -> None:
    tom = a_person(owner_id, "Tom Reed")
    models.Person.objects.filter(pk=tom).update(how_met="On the tram", cadence_days=90)
    bring_in(owner_id, the_file(MEERKAT), the_file(NAMETAG))
    row = models.Person.objects.get(pk=tom)
    assert (row.how_met, row.cadence_days) == ("On the tram\nAt the market", 90)


def test_of_whom_the_user_deleted_nothing_comes_back(owner_id: UUID) -> None:
    bring_in(owner_id, the_file(NAMETAG))
    for row in models.Person.objects.of(owner_id):
        people.discard(owner_id, row.pk, at=NOW)
    models.Person.objects.of(owner_id).delete()
    models.SourceRecord.objects.of(owner_id).filter(person=None).exclude(said={}).delete()
    plan = bring.plan(owner_id, [the_file(NAMETAG)], today=TODAY)
    assert (plan.count(Fate.NEW), told(plan).get("exchange")) == (0, None)


def test_an_activity_that_reads_otherwise_now_is_changed_not_doubled(owner_id: UUID, tmp_path: Path) -> None:
    path = tmp_path / "monica.json"
    copy(SAMPLES / MONICA, path)
    bring_in(owner_id, File("monica.json", path))
    path.write_text(path.read_text().replace("With ducks", "With geese"))
    plan = bring_in(owner_id, File("monica.json", path))
    assert told(plan) == {"exchange": 1}
    notes = models.Interaction.objects.of(owner_id).values_list("note", flat=True)
    assert sorted(notes) == ["About the ducks", "Are you in?", "Drew in the park\nWith geese"]


def test_the_archive_with_all_of_it_comes_back_equal(owner_id: UUID) -> None:
    bring_in(owner_id, the_file(MONICA), the_file(MEERKAT))
    text = archive.export(owner_id, at=NOW)
    models.Owner.objects.filter(pk=owner_id).delete()
    other = models.Owner.objects.create(name="Karen")
    archive.load(other.pk, text, at=NOW)
    assert archive.export(other.pk, at=NOW) == text
    again = bring.plan(other.pk, [the_file(MONICA), the_file(MEERKAT)], today=TODAY)
    assert again.is_empty
