"""What opened up, and where it came from."""

from uuid import UUID, uuid4

import pytest

from rapport.domain.pitches.pitches import Stage
from rapport.services.errors import Invalid
from rapport.services.gatherings import gatherings
from rapport.services.pitches import opportunities, pitches
from rapport.services.pitches.opportunities import Draft
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_gathering, a_person


def test_writing_for_virtual_worlds_came_from_the_panel(owner_id: UUID) -> None:
    alma = a_person(owner_id, "Alma")
    panel = a_gathering(owner_id, "Ladies' Night")
    acme = pitches.create(owner_id, pitches.Draft("Acme"), Stage.SENT, day(3), at=NOW).id
    draft = Draft("Writing for virtual worlds", day(20), alma, panel, acme, "Ask about rates")
    made = opportunities.create(owner_id, draft, at=NOW).id
    row = opportunities.read(owner_id, made)
    origin = [each.name for each in (row.person, row.gathering, row.pitch) if each]
    assert (row.what, row.on, row.note) == ("Writing for virtual worlds", day(20), "Ask about rates")
    assert origin == ["Alma", "Ladies' Night", "Acme"]
    gatherings.discard(owner_id, panel, at=NOW)
    assert opportunities.read(owner_id, made).gathering is None


def test_edited_binned_and_back(owner_id: UUID) -> None:
    made = opportunities.create(owner_id, Draft("A desk", day(2)), at=NOW).id
    opportunities.edit(owner_id, made, Draft("A quiet desk", day(3)), at=NOW)
    assert [row.what for row in opportunities.listing(owner_id)] == ["A quiet desk"]
    opportunities.discard(owner_id, made, at=NOW)
    assert opportunities.listing(owner_id) == ()
    opportunities.restore(owner_id, made, at=NOW)
    assert len(opportunities.listing(owner_id)) == 1


@pytest.mark.parametrize("draft", [Draft(" ", day(1)), Draft("A desk", day(1), pitch_id=uuid4())])
def test_bad_input_is_refused(owner_id: UUID, draft: Draft) -> None:
    with pytest.raises(Invalid):
        opportunities.create(owner_id, draft, at=NOW)
