"""What closed a next step is said in words, each kind of evidence in its own."""

from uuid import UUID

from rapport.domain.interactions.followups import Evidence
from rapport.services.interactions.followups import Likely
from rapport.wording.dealings import CLOSED
from rapport.wording.followups import CLOSED_BY, closed, likely
from tests.cast import day


def test_every_evidence_has_its_words() -> None:
    assert set(CLOSED) == set(CLOSED_BY) == set(Evidence)
    said = [closed(by, day(4), day(5)) for by in Evidence]
    assert len(set(said)) == len(said)
    assert all("yesterday" in each for each in said)


def test_what_the_user_closed_needs_no_words() -> None:
    assert closed(None, day(4), day(5)) == ""


def test_what_may_be_done_is_asked() -> None:
    for by in (Evidence.INTERACTION, Evidence.MESSAGE, Evidence.MEETING):
        assert likely(Likely(UUID(int=1), day(4), by), day(5)).endswith("Probably done?")
