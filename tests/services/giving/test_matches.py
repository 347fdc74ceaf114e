"""What the user says to a match: promised, refused, taken back."""

from uuid import UUID, uuid4

import pytest

from rapport.db.models import NeedMatch
from rapport.domain.giving.giving import MatchReply
from rapport.services.errors import Invalid
from rapport.services.giving import giving, matches
from rapport.services.giving import pages as giving_pages
from rapport.services.giving.giving import NeedDraft, OfferDraft
from rapport.services.journal import undo
from rapport.services.people import people
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_person


@pytest.fixture
def need(owner_id: UUID) -> UUID:
    """Priya looks for a copywriter."""
    priya = a_person(owner_id, "Priya Shah")
    return giving.create_need(owner_id, NeedDraft("a copywriter", day(2), priya), at=NOW).id


@pytest.fixture
def mine(owner_id: UUID) -> UUID:
    return giving.create_offer(owner_id, OfferDraft("copywriting", day(2)), at=NOW).id


def shown(owner_id: UUID) -> int:
    return len(giving_pages.listing(owner_id, day(5)).suggestions)


def test_what_priya_needs_and_i_can_give_is_promised_in_one_step(
    owner_id: UUID, need: UUID, mine: UUID
) -> None:
    assert shown(owner_id) == 1
    saved = matches.promise(owner_id, need, mine, day(3), at=NOW)
    page = giving_pages.listing(owner_id, day(5))
    assert [(one.help.person.name, one.help.what) for one in page.i_owe] == [("Priya Shah", "copywriting")]
    assert page.suggestions == ()
    assert NeedMatch.objects.get().reply == MatchReply.PROPOSED
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert (giving_pages.listing(owner_id, day(5)).i_owe, shown(owner_id)) == ((), 1)


def test_a_match_that_is_none_stays_away_until_undone(owner_id: UUID, need: UUID, mine: UUID) -> None:
    saved = matches.refuse(owner_id, need, mine, day(3), at=NOW)
    assert shown(owner_id) == 0
    assert matches.refuse(owner_id, need, mine, day(3), at=NOW).batch_id is None
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert shown(owner_id) == 1


def test_what_another_can_give_is_not_mine_to_promise(owner_id: UUID, need: UUID) -> None:
    tom = a_person(owner_id, "Tom")
    theirs = giving.create_offer(owner_id, OfferDraft("copywriting", day(2), tom), at=NOW).id
    with pytest.raises(Invalid):
        matches.promise(owner_id, need, theirs, day(3), at=NOW)
    with pytest.raises(LookupError):
        matches.refuse(owner_id, need, uuid4(), day(3), at=NOW)
    people.discard(owner_id, tom, at=NOW)
    assert shown(owner_id) == 0
