"""What the files somebody came in from say of them: since when, and the birthday."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.imports.imports import Source
from rapport.services.exports import exports
from rapport.services.imports import bring
from rapport.services.imports.values import File
from rapport.services.journal import undo
from rapport.services.people import pages as people_pages
from rapport.services.people.pages import CameIn
from rapport.wording.people import birthday
from tests.cast import FIRST_DAY
from tests.formats.samples import SAMPLES
from tests.services.conftest import NOW

LINKEDIN = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Karen,Holt,https://www.linkedin.com/in/karen-holt,,Paper & Ink,Editor,05 Mar 2018
"""
CARD = """BEGIN:VCARD
VERSION:3.0
FN:Karen Holt
X-SOCIALPROFILE:https://www.linkedin.com/in/karen-holt
URL:https://www.linkedin.com/in/karen-holt
BDAY:1980-04-01
X-RAPPORT-SINCE:one fine day
END:VCARD
"""


def bring_in(owner_id: UUID, folder: Path, **texts: str) -> None:
    files = []
    for name, text in texts.items():
        path = folder / name.replace("_", ".")
        path.write_text(text)
        files.append(File(path.name, path))
    bring.apply(owner_id, files, at=NOW, today=FIRST_DAY)


def the_only(owner_id: UUID) -> CameIn:
    (karen,) = models.Person.objects.of(owner_id).values_list("pk", flat=True)
    return people_pages.read(owner_id, karen, today=FIRST_DAY).came_in


def test_karen_says_since_when_we_are_connected_whatever_else_a_file_claims(
    owner_id: UUID, tmp_path: Path
) -> None:
    bring_in(owner_id, tmp_path, Connections_csv=LINKEDIN, cards_vcf=CARD)
    found = the_only(owner_id)
    assert found == CameIn((Source.LINKEDIN, Source.VCARD), date(2018, 3, 5), "1980-04-01")


def test_somebody_imported_long_ago_gains_the_day_with_the_same_file_and_loses_it_by_undo(
    owner_id: UUID, tmp_path: Path
) -> None:
    bring_in(owner_id, tmp_path, Connections_csv=LINKEDIN)
    models.SourceRecord.objects.of(owner_id).update(extra=[])  # as it was kept before days were
    assert the_only(owner_id).since is None
    bring_in(owner_id, tmp_path, Connections_csv=LINKEDIN)
    assert the_only(owner_id).since == date(2018, 3, 5)
    last = undo.last_undoable(owner_id)
    bring_in(owner_id, tmp_path, Connections_csv=LINKEDIN)
    assert undo.last_undoable(owner_id) == last  # the third time it brings nothing
    assert last
    undo.undo(owner_id, last.id, at=NOW)
    assert the_only(owner_id).since is None


def test_somebody_from_a_card_gains_the_day_that_linkedin_tells_later(owner_id: UUID, tmp_path: Path) -> None:
    bring_in(owner_id, tmp_path, cards_vcf=CARD)
    assert the_only(owner_id).since is None
    bring_in(owner_id, tmp_path, Connections_csv=LINKEDIN)
    assert the_only(owner_id).since == date(2018, 3, 5)


@pytest.mark.parametrize("kind", sorted(exports.OF_PEOPLE))
def test_since_when_goes_out_and_comes_back(owner_id: UUID, tmp_path: Path, kind: exports.Kind) -> None:
    bring_in(owner_id, tmp_path, Connections_csv=LINKEDIN)
    text = "".join(exports.pieces(owner_id, kind, at=NOW))
    models.Person.objects.of(owner_id).delete()
    models.SourceRecord.objects.of(owner_id).delete()
    bring_in(owner_id, tmp_path, **{f"back_{exports.FILES[kind].suffix}": text})
    assert the_only(owner_id).since == date(2018, 3, 5)


def test_a_birthday_of_monica_or_a_table_is_one_too(owner_id: UUID) -> None:
    path = SAMPLES / "meerkat" / "five_tables_in_one.csv"
    bring.apply(owner_id, [File(path.name, path)], at=NOW, today=FIRST_DAY)
    priya = models.Person.objects.of(owner_id).get(name="Priya Shah")
    assert people_pages.read(owner_id, priya.pk, today=FIRST_DAY).came_in.birthday == "--03-05"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1980-04-01", "1 April 1980"),
        ("1980-04-01T00:00:00Z", "1 April 1980"),
        ("--02-29", "29 February"),
        ("in May", "in May"),
        ("", ""),
        ("--13-40", "--13-40"),
    ],
)
def test_a_birthday_is_said_as_it_can_be(written: str, said: str) -> None:
    assert birthday(written) == said
