"""An interaction, and the same seen from one person's story."""

from dataclasses import replace

from rapport.domain.interactions.interactions import Channel, Participation
from tests.cast import ALMA, KAREN, TEO, a_coffee, story_with


def test_only_what_happens_at_once_is_live() -> None:
    assert {channel for channel in Channel if channel.is_live} == {
        Channel.IN_PERSON,
        Channel.VIDEO,
        Channel.PHONE,
    }


def test_an_evening_with_two_and_two_more_is_in_both_stories_and_nobody_else_s() -> None:
    people = (Participation(ALMA.id, memorable=True), Participation(TEO.id, memorable=False))
    evening = replace(a_coffee(), people=people, others=2)
    (hers,), (his,) = story_with(ALMA, evening), story_with(TEO, evening)
    assert (hers.memorable, his.memorable) == (True, False)
    assert (hers.others, his.others) == (3, 3)
    assert story_with(KAREN, evening) == []
