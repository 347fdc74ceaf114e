"""Files brought in by the real reading process: planned, kept as one, the same again bringing nothing."""

from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection

from rapport.db import models
from rapport.domain.imports.imports import Source, Trouble
from rapport.domain.imports.plan import Fate, Why
from rapport.domain.people.people import ContactKind
from rapport.services.exports import archive
from rapport.services.imports import bring
from rapport.services.imports.values import File, Plan, as_json, from_json
from rapport.services.journal import bulk_rows, undo
from rapport.services.journal.journal import Verb
from rapport.services.people import pages as people_pages
from rapport.services.people import people, search
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_person

CARDS = """BEGIN:VCARD
VERSION:3.0
UID:karen-1
FN:Karen Lindqvist
EMAIL;TYPE=HOME:karen@example.org
TEL;TYPE=CELL:+1 503 555 0142
ORG:Paper & Ink
BDAY:1980-04-01
NOTE:Met at the market.
END:VCARD
BEGIN:VCARD
VERSION:3.0
UID:soren-1
FN:Søren Kierkegaard
EMAIL:soren@example.org
END:VCARD
"""
TABLE = "Name,E-mail,City\nShah Priya,priya@example.org,Salem\nMary Castellan,mary@example.org,\n"


def a_file(folder: Path, name: str, text: str | bytes) -> File:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return File(name, path)


def bring_in(owner_id: UUID, *files: File) -> Plan:
    return bring.apply(owner_id, files, at=NOW, today=FIRST_DAY)


def everybody(owner_id: UUID) -> set[str]:
    return set(models.Person.objects.of(owner_id).live().values_list("name", flat=True))


def counts(plan: Plan) -> dict[str, int]:
    return {fate.value: plan.count(fate) for fate in Fate if plan.count(fate)}


def test_a_plan_writes_nothing(owner_id: UUID, tmp_path: Path) -> None:
    plan = bring.plan(owner_id, [a_file(tmp_path, "cards.vcf", CARDS)], today=FIRST_DAY)
    assert (counts(plan), plan.files[0].source) == ({"new": 2}, Source.VCARD)
    assert everybody(owner_id) == set()
    assert from_json(as_json(plan)).count(Fate.NEW) == 2


def test_karen_comes_in_whole_and_is_found_by_her_number(owner_id: UUID, tmp_path: Path) -> None:
    plan = bring_in(owner_id, a_file(tmp_path, "cards.vcf", CARDS))
    [karen] = search.find(owner_id, "503 555 01")
    facts = people_pages.read(owner_id, karen).person
    assert (facts.name, facts.organisation, facts.note) == (
        "Karen Lindqvist",
        "Paper & Ink",
        "Met at the market.",
    )
    assert {(point.kind, point.value) for point in facts.contact_points} == {
        (ContactKind.EMAIL, "karen@example.org"),
        (ContactKind.PHONE, "+1 503 555 0142"),
    }
    assert facts.known_before
    assert plan.batch_id is not None
    extra = models.SourceRecord.objects.get(person_id=karen).extra
    assert ["BDAY", "1980-04-01"] in [each[:2] for each in extra]


def test_the_same_file_again_brings_nothing(owner_id: UUID, tmp_path: Path) -> None:
    cards = a_file(tmp_path, "cards.vcf", CARDS)
    bring_in(owner_id, cards)
    again = bring_in(owner_id, cards)
    assert counts(again) == {"seen": 2}
    assert again.is_empty
    assert again.batch_id is None


def test_an_import_is_taken_back_whole(owner_id: UUID, tmp_path: Path) -> None:
    a_person(owner_id, "Mary Castellan")
    plan = bring_in(owner_id, a_file(tmp_path, "cards.vcf", CARDS), a_file(tmp_path, "table.csv", TABLE))
    assert len(everybody(owner_id)) == 4
    assert plan.batch_id is not None
    undo.undo(owner_id, plan.batch_id, at=NOW)
    assert everybody(owner_id) == {"Mary Castellan"}
    for left in (models.ContactPoint, models.SourceRecord):
        assert not left.objects.of(owner_id).exists()
    assert search.find(owner_id, "karen") == []
    assert len(search.find(owner_id, "mary")) == 1


def test_who_was_met_since_stays_when_the_import_is_taken_back(owner_id: UUID, tmp_path: Path) -> None:
    plan = bring_in(owner_id, a_file(tmp_path, "cards.vcf", CARDS))
    [karen] = search.find(owner_id, "karen")
    a_coffee(owner_id, karen, on=day(2))
    assert plan.batch_id is not None
    done = undo.undo(owner_id, plan.batch_id, at=NOW)
    assert (done.kept, everybody(owner_id)) == (1, {"Karen Lindqvist"})
    assert people_pages.read(owner_id, karen).person.email == "karen@example.org"


def test_a_name_written_by_hand_is_linked_and_its_blanks_are_filled(owner_id: UUID, tmp_path: Path) -> None:
    karen = people.create(owner_id, people.Draft(name="Karen Lindqvist", note="Close."), at=NOW).id
    plan = bring_in(owner_id, a_file(tmp_path, "cards.vcf", CARDS))
    assert counts(plan) == {"new": 1, "linked": 1}
    assert plan.names[Fate.LINKED][0].why is Why.NAME
    facts = people_pages.read(owner_id, karen).person
    assert (facts.organisation, facts.email) == ("Paper & Ink", "karen@example.org")
    assert facts.note == "Close.\n\nMet at the market."


def test_a_record_that_changed_renews_what_it_said_and_spares_what_was_typed(
    owner_id: UUID, tmp_path: Path
) -> None:
    bring_in(owner_id, a_file(tmp_path, "cards.vcf", CARDS))
    moved = CARDS.replace("Paper & Ink", "Ink Ltd")
    assert counts(bring_in(owner_id, a_file(tmp_path, "moved.vcf", moved))) == {"changed": 1, "seen": 1}
    [karen] = search.find(owner_id, "karen")
    assert people_pages.read(owner_id, karen).person.organisation == "Ink Ltd"
    people.edit(owner_id, karen, people.Draft(name="Karen Lindqvist", organisation="Herself"), at=NOW)
    bring_in(owner_id, a_file(tmp_path, "again.vcf", moved.replace("Ink Ltd", "Ink plc")))
    assert people_pages.read(owner_id, karen).person.organisation == "Herself"


def test_whom_the_user_deleted_stays_away(owner_id: UUID, tmp_path: Path) -> None:
    cards = a_file(tmp_path, "cards.vcf", CARDS)
    bring_in(owner_id, cards)
    [karen] = search.find(owner_id, "karen")
    people.discard(owner_id, karen, at=NOW)
    assert counts(bring_in(owner_id, cards)) == {"seen": 2}
    assert everybody(owner_id) == {"Søren Kierkegaard"}


def test_one_person_in_two_files_comes_in_once(owner_id: UUID, tmp_path: Path) -> None:
    table = "Name,E-mail\nLindqvist Karen,karen@example.org\n"
    plan = bring_in(owner_id, a_file(tmp_path, "cards.vcf", CARDS), a_file(tmp_path, "table.csv", table))
    assert counts(plan) == {"new": 2, "linked": 1}
    assert everybody(owner_id) == {"Karen Lindqvist", "Søren Kierkegaard"}


def test_a_bad_card_never_costs_the_good_ones(owner_id: UUID, tmp_path: Path) -> None:
    bad = "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"
    plan = bring_in(owner_id, a_file(tmp_path, "cards.vcf", bad + CARDS))
    assert (counts(plan), plan.left_out_count) == ({"new": 2}, 1)
    [out] = plan.left_out
    assert (out.file, out.line, out.trouble) == ("cards.vcf", 1, Trouble.NO_NAME)


ME = "nadia@example.org"
LETTERS = "".join(
    f"From a@b Mon Jan 01 00:00:00 2018\nFrom: {sender}\nTo: {to}\nMessage-ID: <{n}-{sender[:3]}-{to[:3]}>\n"
    f"Date: Mon, {n} Jan 2018 10:00:00 +0000\n\nA word.\n\n"
    for n in range(1, 5)
    for who in ("karen", "tom")
    for sender, to in ((ME, f"{who}@example.org"), (f"{who}@example.org", ME))
)
MEETINGS = "BEGIN:VCALENDAR\n{}END:VCALENDAR\n".format(
    "".join(
        f"BEGIN:VEVENT\nUID:{n}\nDTSTART:20190101T100000Z\nATTENDEE:mailto:tom@example.org\n{rule}END:VEVENT\n"
        for n, rule in enumerate(("", "RRULE:FREQ=SECONDLY\n"))
    )
)


def test_a_file_that_is_gone_is_named_once_and_the_others_come_in(owner_id: UUID, tmp_path: Path) -> None:
    cards = a_file(tmp_path, "cards.vcf", CARDS)
    box = a_file(
        tmp_path,
        "karen.mbox",
        "From k Sat Mar  2 10:00:00 2019\nFrom: k@x.example\nDate: 2 Mar 2019 10:00 +0000\n\n",
    )
    seen = bring.plan(owner_id, [box, cards], today=FIRST_DAY)
    box.path.unlink()
    plan = bring.apply(owner_id, [box, cards], at=NOW, today=FIRST_DAY, seen=seen)
    assert [(out.file, out.trouble) for out in plan.left_out] == [("karen.mbox", Trouble.GONE)]
    assert len(everybody(owner_id)) == 2


def test_who_comes_in_with_the_address_book_is_not_asked_about_again(owner_id: UUID, tmp_path: Path) -> None:
    files = [a_file(tmp_path, "cards.vcf", CARDS), a_file(tmp_path, "all.mbox", LETTERS)]
    plan = bring.plan(owner_id, files, today=FIRST_DAY, mine=[ME])
    assert [each.address for each in plan.pen_pals if each.address != ME] == ["tom@example.org"]


def test_what_a_calendar_leaves_out_is_told_when_it_is_in_too(owner_id: UUID, tmp_path: Path) -> None:
    files = [a_file(tmp_path, "cards.vcf", CARDS), a_file(tmp_path, "year.ics", MEETINGS)]
    seen = bring.plan(owner_id, files, today=FIRST_DAY)
    kept = bring.apply(owner_id, files, at=NOW, today=FIRST_DAY, seen=seen)
    for plan in (seen, kept):
        assert [(out.file, out.trouble) for out in plan.left_out] == [("year.ics", Trouble.RECURS_TOO_OFTEN)]
        assert (plan.left_out_count, [told.left_out for told in plan.files]) == (1, [0, 1])


def test_a_table_is_read_by_the_columns_that_are_named(owner_id: UUID, tmp_path: Path) -> None:
    odd = a_file(tmp_path, "odd.csv", "Wer;Wo\nAna Silva;Lyon\n")
    plan = bring.plan(owner_id, [odd], today=FIRST_DAY)
    assert [(out.trouble, out.expected) for out in plan.left_out] == [(Trouble.NO_COLUMNS, "Wer · Wo")]
    plan = bring_in(owner_id, File(odd.name, odd.path, {"Wer": "name", "Wo": "city"}))
    assert counts(plan) == {"new": 1}
    assert everybody(owner_id) == {"Ana Silva"}


def test_a_file_that_nobody_knows_is_told_by_its_name(owner_id: UUID, tmp_path: Path) -> None:
    plan = bring_in(owner_id, a_file(tmp_path, "photo.jpg", b"\xff\xd8\xff\xe0" + bytes(2000)))
    assert [(out.file, out.trouble) for out in plan.left_out] == [("photo.jpg", Trouble.NOT_UNDERSTOOD)]


def test_a_cancelled_import_keeps_nothing(
    owner_id: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bring, "STEP", 1)
    kept: list[int] = []

    def stop(done: int, total: int) -> None:
        if everybody(owner_id):
            kept.append(len(everybody(owner_id)))
            raise bring.Cancelled

    files = [a_file(tmp_path, "cards.vcf", CARDS), a_file(tmp_path, "table.csv", TABLE)]
    with pytest.raises(bring.Cancelled):
        bring.apply(owner_id, files, at=NOW, today=FIRST_DAY, progress=stop)
    assert kept == [1] or kept == [2]
    assert everybody(owner_id) == set()
    assert not models.Batch.objects.of(owner_id).filter(verb=Verb.IMPORT).exists()


def test_rapports_own_archive_comes_into_an_empty_house(owner_id: UUID, tmp_path: Path) -> None:
    a_person(owner_id, "Mary Castellan")
    written = a_file(tmp_path, "rapport.json", archive.export(owner_id, at=NOW))
    assert counts(bring_in(owner_id, written)) == {"seen": 1}
    other = models.Owner.objects.create(number=2).pk
    models.Person.objects.of(owner_id).delete()
    assert counts(bring.plan(other, [written], today=FIRST_DAY)) == {"new": 1}
    bring_in(other, written)
    assert everybody(other) == {"Mary Castellan"}


def test_an_archive_is_refused_where_something_is_written_already(owner_id: UUID, tmp_path: Path) -> None:
    mary = a_person(owner_id, "Mary Castellan")
    written = a_file(tmp_path, "rapport.json", archive.export(owner_id, at=NOW))
    models.Person.objects.filter(pk=mary).delete()
    a_person(owner_id, "Jess Moran")
    assert [out.trouble for out in bring_in(owner_id, written).left_out] == [Trouble.NOT_EMPTY]
    assert everybody(owner_id) == {"Jess Moran"}


@pytest.mark.usefixtures("own_file")  # SQLite: the other engine keeps its pages elsewhere
def test_an_import_gives_the_memory_for_its_pages_back(tmp_path: Path) -> None:
    owner_id = models.Owner.objects.create().pk

    def pages() -> int:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size")
            return int(cursor.fetchone()[0])

    before, meanwhile = pages(), []
    bring.apply(
        owner_id,
        [a_file(tmp_path, "cards.vcf", CARDS)],
        at=NOW,
        today=FIRST_DAY,
        begun=lambda batch_id: meanwhile.append(pages()),
    )
    assert (meanwhile, pages()) == ([bulk_rows.MEMORY], before)


def test_what_the_card_says_beside_its_fields_is_kept_letter_by_letter(
    owner_id: UUID, tmp_path: Path
) -> None:
    odd = 'X-ODD;A="b:c":a\\u001f "quoted" \\n é 李'
    cards = CARDS.replace("BDAY:1980-04-01", odd)
    bring_in(owner_id, a_file(tmp_path, "cards.vcf", cards))
    record = models.SourceRecord.objects.get(person__name="Karen Lindqvist")
    assert ["X-ODD", 'a\\u001f "quoted" \\n é 李', 'A="b:c"'] in record.extra
    assert record.said == {"organisation": "Paper & Ink"}
