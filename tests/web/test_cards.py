"""Done, not today, not for me; and what came of it."""

import re
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.domain.challenge.challenge import ActionGoal
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.learning.learning import Way
from rapport.services.challenge import challenge
from rapport.services.coach.today import open_today
from rapport.services.setup import setup
from tests.services.makers import a_gathering
from tests.web.portland import NOW, TODAY, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture
def goals(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    """A month that began on 1 March, with eight pitches and four gatherings to do."""
    wanted = (ActionGoal(Way.PITCH, 8), ActionGoal(Way.GATHERING, 4))
    draft = challenge.Draft(TODAY.replace(day=1), 30, action_goals=wanted)
    return challenge.start(owner_id, draft, at=NOW)


def done_of(owner_id: UUID, way: Way) -> int:  # noqa: F811 - the fixture's value
    return next(goal.done for goal in open_today(owner_id, TODAY).goals if goal.way is way)


def answer(visitor: Client, key: str, reply: str = "done") -> Any:
    return visitor.post("/cards", {"action": key, "answer": reply}, follow=True)


def test_a_pitch_to_nobody_in_particular_is_asked_for_and_counts_once_it_is_told(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    goals: UUID,
) -> None:
    asked = answer(visitor, "pitch")
    assert "Noted as done for today." in words(asked)
    assert "Which pitch did you send? Your goal moves once it is written down." in words(asked)
    assert done_of(owner_id, Way.PITCH) == 0
    (line,) = re.findall(r'data-keep="line" autofocus[^>]*>([^<]*)<', asked.content.decode())
    shown = visitor.post("/log", {"text": f"{line}Acme"})
    visitor.post("/log/save", posted(shown, "/log/save"))
    assert done_of(owner_id, Way.PITCH) == 1


@pytest.mark.parametrize(
    ("key", "question"),
    [("ask", "Whom did you ask?"), ("find_gathering", "Which gathering is it?"),
     ("log_someone", "Whom did you think of?")],
)  # fmt: skip
@pytest.mark.usefixtures("goals")
def test_other_cards_without_a_name_ask_for_one(visitor: Client, key: str, question: str) -> None:
    assert question in words(answer(visitor, key))


@pytest.mark.usefixtures("goals")
def test_not_today_asks_for_nothing(visitor: Client) -> None:
    page = answer(visitor, "pitch", "not_today")
    assert page.redirect_chain[-1][0] == "/"
    assert "It is no debt." in words(page)


def test_a_pitch_with_a_name_counts_at_once_and_says_so(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    goals: UUID,
) -> None:
    setup.tell_mine(owner_id, setup.Mine((), (), ("Acme",)), topics=(), about="", on=TODAY, at=NOW)
    (key,) = re.findall(r'name="action" value="(pitch:[^"]+)"', visitor.get("/").content.decode())
    assert "Done. Well done. Pitching: 1 of 8." in words(answer(visitor, key))


def test_a_gathering_of_today_counts_and_one_of_tomorrow_does_not_yet(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    goals: UUID,
) -> None:
    tonight = a_gathering(owner_id, "Ladies’ Night", TODAY, Attendance.GOING)
    tomorrow = a_gathering(owner_id, "Book Club", TODAY.replace(day=16), Attendance.GOING)
    assert "1 of 4." in words(answer(visitor, f"go_to_gathering:{tonight}"))
    page = words(answer(visitor, f"go_to_gathering:{tomorrow}"))
    assert "Done. Well done." in page
    assert "2 of 4." not in page
    assert done_of(owner_id, Way.GATHERING) == 1


def test_a_card_that_asks_for_a_line_is_none_of_the_others(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    for card in ("follow_up", "nonsense", ""):
        assert "Tell what happened" in words(visitor.get("/log", {"card": card}))
