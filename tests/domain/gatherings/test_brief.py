"""Before Freelance Friday: who may be there, how to begin, whom to find."""

from dataclasses import replace
from uuid import UUID

from rapport.domain.gatherings.brief import Acquainted, Context, Likely, Opening, Quest, Sight, brief
from tests.cast import JESS, KAREN, NORA, PRIYA, RUBY

HOST = Acquainted(NORA.id, NORA.name, (Sight(Likely.HOST),), promises=("a puppy play date",))
CAME = Acquainted(PRIYA.id, PRIYA.name, (Sight(Likely.CAME_BEFORE, 1, 2),), helped_with="a headline")
INVITED = Acquainted(
    KAREN.id, KAREN.name, (Sight(Likely.INVITED_ME),), closeness=0.9, introduced=("Nora Lindqvist",)
)
UNLIKELY = Acquainted(JESS.id, JESS.name)


def test_the_likeliest_stand_first_and_nobody_without_a_reason() -> None:
    told = brief([UNLIKELY, CAME, INVITED, HOST], Context())
    assert [one.id for one in told.expected] == [NORA.id, KAREN.id, PRIYA.id]


def test_two_reasons_are_better_than_one() -> None:
    both = replace(CAME, sights=(*CAME.sights, Sight(Likely.NEAR_TOPIC)))
    assert both.chance > CAME.chance
    assert replace(CAME, sights=(Sight(Likely.CAME_BEFORE, 2, 2),)).chance > CAME.chance


def test_three_openers_come_from_what_was_between_us() -> None:
    told = brief([HOST, CAME, INVITED], Context(my_needs=("an editor",)))
    assert [(one.opening, one.person_id) for one in told.openers] == [
        (Opening.PROMISE, NORA.id),
        (Opening.HELPED, PRIYA.id),
        (Opening.LOOK_FOR, None),
    ]


def test_where_nobody_is_known_three_openers_suit_anybody() -> None:
    told = brief([], Context(topics=("vr",), visits=1))
    assert [one.opening for one in told.openers] == [Opening.TOPIC, Opening.AGAIN, Opening.FIRST]
    assert len(brief([], Context()).openers) == 3


def test_nobody_is_spoken_to_twice() -> None:
    owed = replace(HOST, needs=("a designer",), helped_with="a text", introduced=("Tom",))
    told = brief([owed], Context())
    assert [one.person_id for one in told.openers] == [NORA.id, None, None]


def test_in_a_crowd_three_are_found_those_one_owes_first() -> None:
    context = Context(
        my_needs=("an agent",), my_topics=("vr",), dreams=(("Larkspur", None, ""), ("Cedar", RUBY.id, "Ruby"))
    )
    needy = Acquainted(UUID(int=9), "Ana Silva", (Sight(Likely.NEAR_TOPIC),), needs=("a UX designer",))
    told = brief([HOST, needy], context)
    assert [(one.quest, one.name or one.detail) for one in told.to_find] == [
        (Quest.PROMISED, NORA.name),
        (Quest.THEY_NEED, "Ana Silva"),
        (Quest.DREAM, "Larkspur"),
    ]
    assert [one.quest for one in brief([], context).to_find] == [Quest.DREAM, Quest.DREAM, Quest.MY_NEED]
    assert brief([], Context()).to_find == ()
