"""Somebody is erased whole: not a letter of their name is left in the file."""

from pathlib import Path
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import CharField, JSONField, TextField

from rapport.db import models
from rapport.db.queries.erasure import TEXTS
from rapport.domain.imports.imports import Party
from rapport.domain.people.people import ContactKind
from rapport.domain.people_filters import PeopleFilter
from rapport.services import owners
from rapport.services.asks import asks
from rapport.services.duplicates import merging
from rapport.services.giving import giving
from rapport.services.imports import bring
from rapport.services.imports.values import File
from rapport.services.interactions import notes
from rapport.services.journal import undo
from rapport.services.journal.journal import Verb
from rapport.services.people import erasure, people
from rapport.services.people import pages as people_pages
from rapport.services.quicklog import prepare, save
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_gathering, a_person
from tests.services.traces import mail, take_in

CARDS = """BEGIN:VCARD
VERSION:3.0
UID:mary-1
FN:Mary Castellan
EMAIL:mary@example.org
TEL:+1 503 555 0142
X-SPOUSE:Bo Castellan
END:VCARD
BEGIN:VCARD
VERSION:3.0
UID:tom-1
FN:Tom Reed
EMAIL:tom@example.org
RELATED:Mary Castellan
END:VCARD
"""
TRACES_OF_HER = ("castellan", "mary", "maz", "marycoaches", "5550142", "555 0142")


def the_one(owner_id: UUID, name: str) -> UUID:
    return next(row.id for row in people_pages.listing(owner_id).rows if row.name == name)


def lived(owner_id: UUID, folder: Path) -> UUID:
    """A month with Mary in every corner of it; her id."""
    cards = folder / "mary castellan.vcf"
    cards.write_text(CARDS)
    bring.apply(owner_id, [File(cards.name, cards)], at=NOW, today=FIRST_DAY)
    mary, tom = the_one(owner_id, "Mary Castellan"), the_one(owner_id, "Tom Reed")
    draft = people.Draft(
        "Mary Castellan",
        aliases=("Maz",),
        contact_points=(people.ContactPoint(ContactKind.EMAIL, "mary@example.org"),),
        links=("https://marycoaches.example",),
        city="Portland",
    )
    people.edit(owner_id, mary, draft, at=NOW)
    for line in ("coffee with Mary Castellan and Tom Reed, mary laughed", "tea with Mary Castellan"):
        prepared = prepare.prepare(owner_id, line, day(3), "en")
        save.save(owner_id, prepared, {}, at=NOW)
    a_coffee(owner_id, mary, tom, note="Maz was late")
    asks.create(owner_id, asks.Draft(tom, day(2), "Mary Castellan’s boss"), at=NOW)
    giving.create_need(owner_id, giving.NeedDraft("a copywriter", day(6), mary), at=NOW)
    notes.create(owner_id, notes.Draft(day(8), "Likes mary@example.org", person_id=tom), at=NOW)
    notes.create(owner_id, notes.Draft(day(3), "Maz made my day"), at=NOW)
    evening = a_gathering(owner_id, "Dinner at Mary Castellan’s", day(9), invited_by=mary)
    a_person(owner_id, "Alma", met_at=evening, how_met="Mary Castellan knew her")
    take_in(owner_id, [mail("mary@example.org", "me@example.org", key="a")])
    both = mail("mary@example.org", "me@example.org", "tom@example.org", key="b")
    take_in(owner_id, [both._replace(sender=Party("mary@example.org", "Mary Castellan"))])
    old = a_person(
        owner_id,
        "Mary Castellan-Bo",
        contact_points=(people.ContactPoint(ContactKind.EMAIL, "maz.bo@x.org"),),
    )
    merging.merge(owner_id, mary, old, {}, at=NOW)
    return mary


def everything_stored(words: tuple[str, ...]) -> dict[str, str]:
    """The rows in which one of these words stands."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                said = repr(row).lower()
                if any(word in said for word in words):
                    found[table] = said
    return found


def test_not_a_row_tells_of_her_afterwards(owner_id: UUID, month: UUID, tmp_path: Path) -> None:
    mary = lived(owner_id, tmp_path)
    assert len(everything_stored(TRACES_OF_HER)) > 8
    erasure.erase(owner_id, mary, at=NOW)
    assert everything_stored((*TRACES_OF_HER, mary.hex, str(mary))) == {}


def test_what_others_were_part_of_stays_without_her(owner_id: UUID, month: UUID, tmp_path: Path) -> None:
    mary = lived(owner_id, tmp_path)
    erasure.erase(owner_id, mary, at=NOW)
    tom = people_pages.read(owner_id, the_one(owner_id, "Tom Reed"))
    said = [getattr(entry.row, "note", "") for entry in tom.thread]
    assert "… was late" in said
    assert {part.person.name for entry in tom.thread for part in getattr(entry.row, "people", ())} == {
        "Tom Reed"
    }
    assert models.Trace.objects.count() == 1
    assert list(models.Gathering.objects.values_list("name", flat=True)) == ["Dinner at …’s"]
    assert list(models.Ask.objects.values_list("target", flat=True)) == ["…’s boss"]
    assert people_pages.read(owner_id, the_one(owner_id, "Alma")).person.how_met == "… knew her"
    assert people_pages.listing(owner_id, PeopleFilter(search="portland")).rows == ()


def test_what_will_go_is_told_before_and_nothing_is_done(owner_id: UUID, month: UUID, tmp_path: Path) -> None:
    mary = lived(owner_id, tmp_path)
    before = everything_stored(TRACES_OF_HER)
    told = erasure.preview(owner_id, mary, at=NOW)
    assert everything_stored(TRACES_OF_HER) == before
    assert told == erasure.erase(owner_id, mary, at=NOW)
    assert told.names == ("Mary Castellan", "Mary Castellan-Bo", "Maz")
    assert (told.count("Interaction"), told.exchanges_shared, told.count("Need")) == (1, 2, 1)
    assert (told.count("SourceRecord"), told.traces_shared, told.count("Trace")) == (1, 1, 1)
    assert told.counted
    assert told.steps > 8
    assert told.texts > 5


def test_a_line_says_that_somebody_was_erased_and_there_is_no_way_back(owner_id: UUID) -> None:
    tom = a_person(owner_id, "Tom")
    mary = a_person(owner_id, "Mary")
    erasure.erase(owner_id, mary, at=NOW)
    newest = undo.recent(owner_id)[0]
    assert (newest.verb, newest.subject) == (Verb.ERASE, "")
    with pytest.raises(LookupError):
        undo.undo(owner_id, newest.id, at=NOW)
    last = undo.last_undoable(owner_id)
    assert last
    undo.undo(owner_id, last.id, at=NOW)  # the way back from what was not about her stays open
    with pytest.raises(LookupError):
        people_pages.read(owner_id, tom)


def test_somebody_else_of_that_name_keeps_every_word(owner_id: UUID) -> None:
    first = a_person(owner_id, "Mary Castellan", city="Portland")
    other = a_person(owner_id, "Mary Castellan", city="Lyon")
    notes.create(owner_id, notes.Draft(day(8), "Mary Castellan likes tea", person_id=other), at=NOW)
    erasure.erase(owner_id, first, at=NOW)
    page = people_pages.read(owner_id, other)
    assert page.person.name == "Mary Castellan"
    assert [entry.row.text for entry in page.thread] == ["Mary Castellan likes tea"]  # type: ignore[union-attr]  # notes


def test_an_import_that_brought_her_can_still_be_taken_back_for_the_others(
    owner_id: UUID, tmp_path: Path
) -> None:
    cards = tmp_path / "cards.vcf"
    cards.write_text(CARDS)
    plan = bring.apply(owner_id, [File(cards.name, cards)], at=NOW, today=FIRST_DAY)
    erasure.erase(owner_id, the_one(owner_id, "Mary Castellan"), at=NOW)
    assert plan.batch_id
    undo.undo(owner_id, plan.batch_id, at=NOW)
    assert people_pages.listing(owner_id).rows == ()


def test_a_stranger_and_an_unknown_person_are_not_erased(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary")
    stranger = models.Owner.objects.create(rest_weekdays=[6]).pk
    for verb in (erasure.preview, erasure.erase):
        with pytest.raises(LookupError):
            verb(stranger, mary, at=NOW)
    assert people_pages.read(owner_id, mary).person.name == "Mary"


def test_the_binned_are_erased_too(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary Castellan")
    people.discard(owner_id, mary, at=NOW)
    erasure.erase(owner_id, mary, at=NOW)
    assert everything_stored(("castellan",)) == {}


def test_the_file_itself_holds_no_letter_of_her(own_file: Path, tmp_path: Path) -> None:
    owner = owners.local_owner()
    mary = lived(owner.id, tmp_path)
    folder = own_file.parent
    before = b"".join(file.read_bytes() for file in folder.glob("rapport.sqlite3*")).lower()
    assert b"castellan" in before
    erasure.erase(owner.id, mary, at=NOW)
    after = b"".join(file.read_bytes() for file in folder.glob("rapport.sqlite3*")).lower()
    assert b"tom reed" in after
    for word in {*TRACES_OF_HER, "mary@", mary.hex} - {"mary"}:  # as in "primary key"
        assert word.encode() not in after, word
    assert people_pages.listing(owner.id, PeopleFilter(search="tom")).paging.total == 1


STRUCTURE = {
    "key", "digest", "kind", "source", "state", "country", "folded", "label", "value", "aliases",
    "reach", "told", "channel", "direction", "answer", "step", "stage", "way", "reply", "attendance", "verb",
    "table", "before", "after", "rows", "reasons", "evidence", "verdict", "sums", "centres", "spreads",
    "rest_weekdays", "rest_dates", "rule", "action_goals", "reply_to", "head", "tail", "seam", "city",
    "island", "language", "theme", "time_zone", "topics", "x", "y", "closed_by", "currency", "move", "side",
    "status", "uid", "instance", "etag", "modified", "problem", "detail", "pitch_nudges", "host", "arm",
    "guesses", "days_off",
}  # fmt: skip


def test_no_column_with_words_is_forgotten() -> None:
    """A new column must be said to hold words, or to hold none."""
    known = TEXTS | STRUCTURE
    unknown = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("rapport").get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, CharField | TextField | JSONField) and field.name not in known
    }
    assert unknown == set()
