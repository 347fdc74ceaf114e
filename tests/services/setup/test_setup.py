"""People known already, and what one gives and looks for."""

from datetime import date
from uuid import UUID

from rapport.services import owners
from rapport.services.journal import undo
from rapport.services.people import lookup, people
from rapport.services.people import pages as people_pages
from rapport.services.setup import setup
from tests.services.conftest import NOW


def test_whoever_is_here_stays_as_they_are(owner_id: UUID) -> None:
    people.create(owner_id, people.Draft("Karen Holt", aliases=("Kay",)), at=NOW)
    added = setup.add_known_people(owner_id, ["karen holt", "Kay", "Zoé", "Zoe"], at=NOW)
    assert (added.added, added.known) == (1, 3)
    assert added.batch_id
    undo.undo(owner_id, added.batch_id, at=NOW)
    assert lookup.find(owner_id, "Zoé").people == ()
    assert lookup.find(owner_id, "Karen Holt").people


def test_nobody_new_is_no_change(owner_id: UUID) -> None:
    assert setup.add_known_people(owner_id, [], at=NOW).batch_id is None


def test_people_known_already_are_never_new(owner_id: UUID) -> None:
    setup.add_known_people(owner_id, ["Karen"], at=NOW)
    (karen,) = lookup.find(owner_id, "Karen").people
    assert people_pages.read(owner_id, karen.id).person.known_before


def test_what_was_told_before_is_not_told_twice(owner_id: UUID) -> None:
    def tell(told: setup.Mine) -> UUID | None:
        return setup.tell_mine(
            owner_id, told, topics=("VR", "new city"), about="A writer.", on=date(2019, 3, 1), at=NOW
        )

    assert tell(setup.Mine(("Proofreading",), ("clients",), ("Acme",)))
    assert tell(setup.Mine(("proofreading",), ("Clients",), ("ACME",))) is None
    assert setup.mine(owner_id) == setup.Mine(("Proofreading",), ("clients",), ("Acme",))
    owner = owners.read(owner_id)
    assert (owner.topics, owner.about) == (("VR", "new-city"), "A writer.")
    assert tell(setup.Mine((), ("an editor",), ()))
