"""How can I help? Whom it is asked about."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from rapport.domain.challenge.referee import Verdict
from rapport.services.giving import giving
from rapport.services.giving.how_to_help import AT_ONCE, unasked
from rapport.services.quicklog.save import RulingGiven
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_crowd, a_person


def met(person: UUID, **facts: Any) -> RulingGiven:
    return replace(RulingGiven(uuid4(), person, "Mary", day(3), Verdict.CONNECTION, (), True, True), **facts)


def test_only_a_new_connection_of_whom_nothing_is_known_is_asked_about(owner_id: UUID) -> None:
    mary, ana = a_person(owner_id, "Mary"), a_person(owner_id, "Ana")
    giving.create_need(owner_id, giving.NeedDraft("a copywriter", day(2), ana), at=NOW)
    given = (met(mary), met(ana), met(mary, verdict=Verdict.HELLO))
    assert [one.person_id for one in unasked(owner_id, given)] == [mary]
    assert unasked(owner_id, [met(mary, verdict=Verdict.HELLO)]) == ()
    assert unasked(owner_id, [met(mary, is_new=False)]) == ()


def test_an_evening_with_many_asks_about_a_few(owner_id: UUID) -> None:
    assert len(unasked(owner_id, [met(pk) for pk in a_crowd(owner_id, 9)])) == AT_ONCE
