"""The coach's numbers in words: computed, never generated."""

from dataclasses import replace

import pytest

from rapport.domain.coach.cards import Action, Kind, Why, card
from rapport.domain.coach.coach import Verdict, WhyNot
from rapport.domain.learning.arms import Arm
from rapport.wording.card_numbers import behind
from rapport.wording.coach import ARM_NAMES, chance, reason, why_not

TRIED = (
    ("prior", 0.2),
    ("came", 3),
    ("tried", 8),
    ("low", 0.2),
    ("high", 0.5),
    ("energy", 0.75),
    ("estimate", 1 / 3),
    ("effort", 2.0),
)


def action(name: str, score: float, *terms: tuple[str, float], arm: Arm | None = Arm.PITCH) -> Action:
    made = replace(card(Kind.PITCH, Why.EXPECTED, name), subject=name, arm=arm)
    return Action(made, score, terms)


def test_the_best_card_says_what_was_tried_what_to_expect_and_what_comes_next() -> None:
    best, other = action("Acme", 0.46, *TRIED), action("Globex", 0.36, *TRIED)
    assert reason(best, (best, other)) == (
        "Of your own so far: 8 tries, 3 connections. To expect of one: 1 in 3."
        " For 45 minutes of your time that makes 0.46 connections, the most today;"
        " next best: Pitch Globex, 0.36."
    )
    assert reason(other, (best, other)) == (
        "Of your own so far: 8 tries, 3 connections. To expect of one: 1 in 3."
    )


def test_what_was_never_tried_is_called_a_guess() -> None:
    untried = action("Acme", 0.15, *({**dict(TRIED), "came": 0, "tried": 0}).items())
    assert reason(untried).startswith("You have not tried it yet; a first guess says 1 in 3.")


def test_what_only_waits_is_not_reckoned() -> None:
    assert reason(action("Acme", 8.0, ("duty", 8.0), arm=None)) == ""


def test_what_others_wait_for_is_not_compared() -> None:
    owed, free = action("Acme", 9.0, *TRIED, ("duty", 9.0)), action("Globex", 0.3, *TRIED)
    assert "45 minutes" not in reason(owed, (owed, free))


@pytest.mark.parametrize(
    ("arm", "value", "said"),
    [
        (Arm.PITCH, 0.3, "1 in 3"),
        (Arm.ASK_LOW, 0.001, "almost never"),
        (Arm.SMALL, 1.0, "1 person"),
        (Arm.SMALL, 0.9, "0.9 people"),
        (Arm.SMALL, 1.74, "1.7 people"),
    ],
)
def test_messages_are_told_in_odds_and_gatherings_in_people(arm: Arm, value: float, said: str) -> None:
    assert chance(arm, value) == said


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            WhyNot(Verdict.ASKED_LATELY, (("days", 12.0), ("again", 18.0))),
            "You asked them 12 days ago. Nobody is asked twice in a month: again in 18 days.",
        ),
        (
            WhyNot(Verdict.ASKED_LATELY, (("days", 0.0), ("again", 30.0))),
            "You asked them today. Nobody is asked twice in a month: again in 30 days.",
        ),
        (
            WhyNot(Verdict.LOWER, (("rank", 7.0), ("score", 0.08), ("against", 0.36))),
            "It stands in place 7: 0.08 for 45 minutes, against 0.36 of the last card.",
        ),
        (
            WhyNot(Verdict.LOWER, (("rank", 5.0), ("score", 0.36), ("against", 0.36))),
            "It weighs as much as the last card (0.36). A day has room for a few.",
        ),
        (WhyNot(Verdict.REST), "Today is a rest day: nothing is asked of you."),
        (
            WhyNot(Verdict.NO_MINUTES, (("minutes", 45.0), ("given", 40.0), ("used", 35.0))),
            "It would take 45 minutes. The day has 40, and the cards above take 35.",
        ),
        (
            WhyNot(Verdict.TOO_BIG, (("minutes", 45.0), ("energy", 0.3))),
            "It would take 45 minutes: too much for today’s energy.",
        ),
        (
            WhyNot(Verdict.TOO_BIG, (("minutes", 10.0), ("energy", 0.3))),
            "It takes some courage, and your energy is low today.",
        ),
        (
            WhyNot(Verdict.NOT_FOR_ME, (("days", 9.0),)),
            "You said “Not for me”. It may come up again in 9 days.",
        ),
        (
            WhyNot(Verdict.NOT_FOR_ME, (("days", 1.0),)),
            "You said “Not for me”. It may come up again tomorrow.",
        ),
        (
            WhyNot(Verdict.STRETCH, (("fright", 5.0), ("hardest", 3.0), ("days", 0.0), ("energy", 0.5))),
            "It is scarier (5 of 5) than anything you have done (3). It waits for a day with energy.",
        ),
        (
            WhyNot(Verdict.STRETCH, (("fright", 5.0), ("hardest", 3.0), ("days", 4.0), ("energy", 0.9))),
            "You did something brave lately. The next stretch may come in 4 days.",
        ),
        (
            WhyNot(Verdict.GAVE_NOTHING, (("came", 0.0), ("tried", 7.0), ("estimate", 0.01))),
            "Of your own so far: 7 tries, 0 connections."
            " That is much less than was to be expected, so it rests.",
        ),
    ],
)
def test_why_not_is_one_plain_sentence_with_its_numbers(answer: WhyNot, said: str) -> None:
    assert why_not(answer) == said


def test_the_disclosure_tells_the_guess_the_tries_the_effort_and_the_energy() -> None:
    told = dict(behind(action("Acme", 0.17, *TRIED)))
    assert told == {
        "First guess": "1 in 5",
        "Your own tries": "3 from 8",
        "To expect of one": "1 in 3",
        "Four times in five between": "1 in 5 and 1 in 2",
        "Effort, the way there and getting into it included": "90 minutes",
        "Your energy of late, of 5": "4",
        "Connections to expect of 45 minutes": "0.17",
    }


def test_what_pushes_it_is_told_as_it_is_reckoned() -> None:
    told = dict(behind(action("Acme", 9.9, ("duty", 9.0), ("late", 1.1), arm=None)))
    assert told["Others wait for it, or you set the day"] == "+ 9"
    assert told["Its day has come, or is past"] == "× 1.10"
    assert told["What it weighs today"] == "9.90"


def test_every_kind_of_try_has_its_own_words() -> None:
    assert len({str(words) for words in ARM_NAMES.values()}) == len(Arm)
