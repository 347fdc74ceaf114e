"""What is next with an introduction, why, and the letters it takes."""

from uuid import UUID

import pytest

from rapport.domain.asks.introductions import (
    Because,
    Circumstances,
    Move,
    Side,
    Step,
    Taken,
    Todo,
    implied,
    next_step,
    stand,
)  # fmt: skip
from rapport.domain.asks.letters import LetterKind, Own
from rapport.services.asks.introduction_pages import Open
from rapport.services.asks.introductions import IntroductionRow
from rapport.services.people.pages import Named
from rapport.wording import introductions as words
from tests.cast import day

JESS, ANA, TOM = (Named(UUID(int=n), name) for n, name in enumerate(("Jess", "Ana", "Tom Okafor"), 1))
OWN = Own("en", {})
YES = [Taken(day(1), Move.AGREED, Side.PERSON), Taken(day(2), Move.AGREED, Side.OTHER)]


def made(*taken: Taken, by: Named | None = None, other: Named | None = TOM, on: int = 3) -> Open:
    now = stand(taken)
    row = IntroductionRow(
        UUID(int=9), day(1), by, ANA, other, now.step, None, assumed=False, why="Both bake."
    )
    return Open(row, now, next_step(now, Circumstances(row.role), day(on)))


def kinds(each: Open) -> list[LetterKind]:
    return [draft.kind for draft in words.drafts(each, {ANA.id: "ana@x.org"}, "Ada", "I write.", OWN)]


def test_ana_is_asked_about_tom() -> None:
    (draft,) = words.drafts(made(), {ANA.id: "ana@x.org"}, "Ada", "", OWN)
    assert draft.letter.subject == "Would you like to meet Tom Okafor?"
    assert draft.letter.body.startswith(
        "Hello Ana,\n\nI know somebody you may like to talk to: Tom Okafor. Both"
    )
    assert draft.letter.email == "ana@x.org"
    assert draft.label == "A question to Ana"


def test_both_get_one_letter() -> None:
    (draft,) = words.drafts(made(*YES), {ANA.id: "ana@x.org", TOM.id: "tom@x.org"}, "Ada", "", OWN)
    assert (draft.letter.subject, draft.letter.email) == ("Ana, meet Tom", "ana@x.org, tom@x.org")
    assert "here you are: Ana, Tom Okafor. Both bake." in draft.letter.body


@pytest.mark.parametrize(
    ("each", "letters"),
    [
        (made(Taken(day(1), Move.CONNECTED), on=20), [LetterKind.DID_IT_HAPPEN] * 2),
        (made(YES[0], Taken(day(2), Move.DECLINED, Side.OTHER)), [LetterKind.NOT_NOW]),
        (made(by=JESS, other=None), [LetterKind.AGREE, LetterKind.NO_THANKS]),
        (made(Taken(day(2), Move.CONNECTED), by=JESS, other=None), [LetterKind.GREET]),
        (made(Taken(day(2), Move.CONNECTED), by=JESS, other=None, on=20), [LetterKind.THANKS]),
        (made(Taken(day(2), Move.DECLINED, Side.OTHER), by=JESS, other=None), [LetterKind.NO_THANKS]),
        (made(Taken(day(2), Move.CONNECTED), by=JESS), []),
        (made(Taken(day(2), Move.ASKED, Side.PERSON)), []),
    ],
)
def test_each_step_has_its_letters(each: Open, letters: list[LetterKind]) -> None:
    assert kinds(each) == letters


def test_what_is_next_is_said_with_its_reason() -> None:
    asked = Taken(day(2), Move.ASKED, Side.OTHER)
    assert words.todo(made(asked)) == "Wait for Tom Okafor"
    assert words.because(made(asked), day(3)).startswith("You asked Tom Okafor yesterday.")
    to_me = made(Taken(day(2), Move.AGREED, Side.OTHER), by=JESS, other=None)
    assert words.todo(to_me) == "Wait for Jess"
    assert words.because(to_me, day(3)) == "You said yes. It is with Jess now."


def test_to_me_it_is_said_to_me() -> None:
    row = made(by=JESS, other=None).row
    assert words.role(row) == "Jess brings you together"
    assert words.tap(row, Move.AGREED, Side.OTHER) == "I said yes"
    assert words.done(row, Taken(day(1), Move.CONNECTED)) == "Jess brought you together"
    heard = made(by=JESS).row
    assert words.done(heard, Taken(day(1), Move.CONNECTED)) == "Jess brought them together"
    assert words.done(heard, Taken(day(1), Move.DECLINED)) == "One side said no"


@pytest.mark.parametrize("step", Step)
def test_where_nothing_is_next_it_says_what_came_of_it(step: Step) -> None:
    each = made(*implied(step, day(1)), on=3)
    over = Open(each.row, each.now, None)
    said = {
        Step.CONNECTED: "They are in touch.",
        Step.HAPPENED: "They talked.",
        Step.DECLINED: "One side said no, and that is a good answer too.",
    }
    assert words.because(over, day(3)) == said.get(step, "Nothing came of it. It can rest.")
    assert words.todo(over) == ""


def test_every_code_has_its_words() -> None:
    assert set(words.TODOS) == set(Todo)
    assert set(words.BECAUSE) == set(Because)
    for table in (words.DONE, words.DONE_TO_ME, words.TAPS, words.TAPS_TO_ME):
        assert set(table) == set(Move)
