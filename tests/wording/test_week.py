"""The last seven days, as they are said."""

from dataclasses import replace

import pytest
from django.utils import translation

from rapport.domain.learning.arms import Arm
from rapport.domain.learning.week import Moved, Week
from rapport.domain.ways import Way
from rapport.wording.week import told
from tests.cast import day

WEEK = Week(day(11), day(17), ((Way.PITCH, 4), (Way.GATHERING, 1)), 2.04, 1, 2, None)
MORE = Moved(Arm.SMALL, 0.9, 1.6, 5, 4)
LESS = Moved(Arm.ASK_LOW, 0.08, 0.03, 0, 6)


def test_a_week_without_a_try_is_no_fault() -> None:
    assert told(replace(WEEK, tried=())) == [
        "Nothing was tried in the last seven days. Nothing is lost by that."
    ]


def test_what_was_done_expected_and_came() -> None:
    assert told(WEEK) == [
        "5 tries in seven days: pitching (4), going to a gathering (1).",
        "From what was known before, about 2 connections were to be expected. 1 came."
        " 2 tries may still be answered.",
    ]


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (0.04, "hardly a connection was"),
        (0.3, "about 0.3 connections were"),
        (1.0, "about 1 connection was"),
        (1.3, "about 1.3 connections were"),
    ],
)
def test_it_is_never_said_finer_than_it_is_known(expected: float, said: str) -> None:
    assert f"From what was known before, {said} to be expected." in told(replace(WEEK, expected=expected))[1]


def test_one_thing_learned_says_what_it_rests_on() -> None:
    assert told(replace(WEEK, learned=MORE))[2] == (
        "One thing learned. A gathering of up to 30 people brings you more than was thought:"
        " expect 1.6 people, not 0.9 people (4 tries, 5 connections)."
    )
    assert told(replace(WEEK, learned=LESS))[2] == (
        "One thing learned. Asking somebody you hardly know brings you less than was thought:"
        " expect 1 in 30, not 1 in 12 (6 tries, 0 connections)."
    )


def test_in_french() -> None:
    with translation.override("fr"):
        assert told(replace(WEEK, learned=LESS)) == [
            "5 essais en sept jours\u202f: envoyer une proposition (4), aller à un événement (1).",
            "D’après ce qu’on savait avant, il fallait s’attendre à environ 2 vraies rencontres."
            " Il y en a eu 1. 2 essais peuvent encore recevoir une réponse.",
            "Une chose apprise. Demander à quelqu’un que tu connais à peine t’apporte moins qu’on ne le"
            " pensait\u202f: attends-toi à 1 sur 30, et non à 1 sur 12 (6 essais, 0 vraie rencontre).",
        ]
