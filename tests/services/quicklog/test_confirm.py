"""A line put right before it is kept, and looked back on afterwards."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from rapport.domain.people.people import Match
from rapport.services.journal import undo
from rapport.services.quicklog import confirm, prepare
from tests.cast import FIRST_DAY
from tests.services.conftest import NOW, Tell


@pytest.mark.usefixtures("month")
def test_an_introducer_typed_beside_the_line_is_matched_too(owner_id: UUID, tell: Tell) -> None:
    tell("I know Jess Moran")
    prepared = prepare.prepare(owner_id, "coffee with Mary", FIRST_DAY)
    amended = confirm.amended(owner_id, prepared, {"0-0-introducer": "Jess"}, FIRST_DAY)
    assert {name.typed: name.match for name in amended.names} == {"Mary": Match.UNKNOWN, "Jess": Match.KNOWN}


@pytest.mark.usefixtures("month")
def test_a_line_is_looked_back_on_with_its_rulings(owner_id: UUID, tell: Tell) -> None:
    kept = tell("coffee with Mary, she needs a copywriter")
    assert kept.batch_id
    line = confirm.read_back(owner_id, kept.batch_id)
    assert line.text == "coffee with Mary, she needs a copywriter"
    assert [ruling.person for ruling in line.rulings] == ["Mary"]
    assert [name for _, name in line.people_made] == ["Mary"]
    assert {"Interaction", "Need"} <= set(line.tables)
    undo.undo(owner_id, kept.batch_id, at=NOW)
    again = confirm.read_back(owner_id, kept.batch_id)
    assert (again.is_undone, again.rulings, again.people_made) == (True, (), ())


@pytest.mark.usefixtures("month")
def test_an_answer_tells_what_it_changed_before(owner_id: UUID, tell: Tell) -> None:
    tell("Mae lives in Chicago")
    tell("emailed Mae")
    reply = tell("Mae replied", FIRST_DAY + timedelta(days=3))
    assert reply.batch_id
    line = confirm.read_back(owner_id, reply.batch_id)
    assert [ruling.on for ruling in line.rulings if not ruling.is_new] == [FIRST_DAY]


def test_a_batch_of_nobody_is_not_there(owner_id: UUID) -> None:
    with pytest.raises(LookupError):
        confirm.read_back(owner_id, uuid4())
