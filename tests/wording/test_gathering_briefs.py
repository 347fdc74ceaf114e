"""What stands in a brief, in words."""

from uuid import UUID

from rapport.domain.gatherings.brief import Likely, Opener, Opening, Quest, Sight, ToFind
from rapport.wording import gathering_briefs as words


def test_why_somebody_may_be_there() -> None:
    assert words.sight(Sight(Likely.HOST)) == "hosts it"
    assert words.sight(Sight(Likely.CAME_BEFORE, 1, 1)) == "was there last time"
    assert words.sight(Sight(Likely.CAME_BEFORE, 2, 3)) == "was there at 2 of 3 dates"


def test_openers_are_sentences_to_say() -> None:
    nora = Opener(Opening.PROMISE, UUID(int=1), "Nora Lindqvist", "a puppy play date.")
    assert words.opener(nora) == "Nora, I have not forgotten what I promised you: a puppy play date."
    assert words.opener(Opener(Opening.TOPIC, detail="vr")) == "How did you come to vr?"
    assert words.opener(Opener(Opening.TOPIC)) == "What are you working on these days?"


def test_whom_to_find_is_a_name_or_a_kind_of_person() -> None:
    ruby = ToFind(Quest.PROMISED, "Ruby Castile", UUID(int=1), "a reading list")
    assert (words.line(ruby), words.why(ruby)) == (
        "Ruby Castile: a reading list",
        "you promised them something: a reading list",
    )
    assert words.line(ToFind(Quest.DREAM, detail="Larkspur")) == "Somebody from Larkspur"
