"""Why to write to somebody again, in one plain sentence."""

from datetime import date
from typing import Any

import pytest

from rapport.domain.coach.reconnect import Dormant, Quiet, Sign, Worth
from rapport.wording import reconnect
from tests.cast import DAN

TODAY = date(2019, 3, 15)


def a_tie(*signs: Sign, **facts: Any) -> Dormant:
    return Dormant(Quiet(DAN.id, DAN.name, date(2017, 10, 3), **facts), 0.5, 1.0, signs, 0.5)


@pytest.mark.parametrize(
    ("tie", "sentence"),
    [
        (
            a_tie(Sign(Worth.DREAM, "Acme"), organisation="Acme Inc."),
            "Acme Inc. is on your dream list, and they are there.",
        ),
        (a_tie(Sign(Worth.OFFERS, "a desk")), "You look for “a desk”, and they may have it."),
        (a_tie(Sign(Worth.MOVED, "B"), before="A"), "They have moved on: from A to B."),
        (a_tie(Sign(Worth.TOPICS, "vr")), "You share a topic: vr."),
        (a_tie(exchanges=3), "You met or wrote 3 times."),
        (a_tie(was_strong=True), "You were once among those you wrote with most."),
    ],
)
def test_one_reason_is_told(tie: Dormant, sentence: str) -> None:
    assert reconnect.why(tie) == sentence


def test_since_when_is_told_with_its_month() -> None:
    assert reconnect.silent(date(2017, 10, 3), TODAY) == "Last in touch 17 months ago, in October 2017."


def test_others_wait_without_a_list() -> None:
    assert reconnect.others(0) == ""
    assert reconnect.others(1) == "1 more sleeps. They come up as you go."
    assert reconnect.others(12) == "12 more sleep. They come up as you go."
