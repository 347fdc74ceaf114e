"""What works for me, what the mailbox remembers, the pace, and the next challenge, in the browser."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from threading import Event
from uuid import UUID

import pytest
from django.test import Client

from rapport.domain.learning.arms import Arm
from rapport.domain.pitches.pitches import Stage
from rapport.domain.simulation.paces import Progress, Stopped
from rapport.services import owners
from rapport.services.coach import coaching, simulate
from rapport.services.coach import today as days
from rapport.services.pitches import pitches
from rapport.services.setup import demo
from rapport.web import trials
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture
def lived(visitor: Client) -> UUID:
    """The demo month."""
    demo.load(at=NOW)
    return owners.local_owner().id


def test_the_first_day_has_guesses_and_something_to_do(visitor: Client, month: UUID) -> None:  # noqa: F811
    page = words(visitor.get("/works"))
    assert "Nothing has been tried yet." in page
    assert "Log what you tried, and this page fills by itself." in page
    assert "The usual guess: 1 in 3." in page


def test_the_month_tells_what_worked_and_what_is_too_early(visitor: Client, lived: UUID) -> None:
    page = words(visitor.get("/works"))
    assert "52 tries so far, 14 connections came of them." in page
    assert "asking somebody close, or an obvious fit" in page
    assert "too early to tell" in page


def test_the_last_seven_days_are_told_once_something_was_tried(visitor: Client, lived: UUID) -> None:
    page = words(visitor.get("/works"))
    assert "1 try in seven days: going to a gathering (1)." in page.partition("Your last seven days")[2]


def test_a_rest_day_has_time_to_look_back(visitor: Client, month: UUID) -> None:  # noqa: F811
    assert "Your last seven days" not in words(visitor.get("/works"))
    owners.edit(owners.local_owner().id, at=NOW, stands_on=date(2019, 3, 17))
    assert 'href="/works#week">How the last seven days went' in visitor.get("/").content.decode()


def test_my_own_guesses_are_kept_and_bad_ones_refused(visitor: Client, month: UUID) -> None:  # noqa: F811
    page = visitor.get("/works")
    sent = posted(page, "/works/guesses")
    assert sent["pitch"] == "30"
    visitor.post("/works/guesses", sent | {"pitch": "45", "small": "1,5"})
    owner = owners.local_owner().id
    assert coaching.read(owner).guesses == ((Arm.PITCH, 0.45), (Arm.SMALL, 1.5))
    for bad in ("many", "500", "-1", "nan", "inf"):
        said = words(visitor.post("/works/guesses", sent | {"pitch": bad}, follow=True))
        assert "Nothing was changed." in said
    assert coaching.read(owner).guesses == ((Arm.PITCH, 0.45), (Arm.SMALL, 1.5))


def test_forgetting_asks_nobody_twice_and_can_be_undone(visitor: Client, lived: UUID) -> None:
    page = visitor.post("/works/forget", follow=True)
    assert "Nothing has been tried yet." in words(page)
    undo = page.content.decode().partition('action="/undo/')[2].partition('"')[0]
    visitor.post(f"/undo/{undo}")
    assert "52 tries so far" in words(visitor.get("/works"))


def test_what_was_learned_comes_along_without_names(visitor: Client, lived: UUID) -> None:
    answer = visitor.get("/works/learned.json")
    told = json.loads(answer.content)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert len(told["tries"]) == 52
    assert not any(name in answer.content.decode() for name in ("Karen", "Mary", "Acme"))


def test_without_a_mailbox_it_leads_to_the_files(visitor: Client, month: UUID) -> None:  # noqa: F811
    page = words(visitor.get("/works/before"))
    assert "No mailbox and no calendar is here yet." in page
    visitor.post("/works/before/failed", {"asks": "3"})
    assert 'value="3"' in visitor.get("/works/before").content.decode()
    assert "Nothing was saved." in words(visitor.post("/works/before/failed", {"asks": "900"}, follow=True))


def test_an_unknown_memory_is_a_page_that_is_not_there(visitor: Client, month: UUID) -> None:  # noqa: F811
    assert visitor.post("/works/before/0123abcd", {"came": "1"}).status_code == 404


def test_all_hours_are_shown_with_their_end_ended_in_one_tap_and_asked_for_again(
    visitor: Client,
    month: UUID,  # noqa: F811
) -> None:
    owner = owners.local_owner().id
    page = words(visitor.post("/pace/all-hours", follow=True))
    assert "All your hours, until Thursday 21 March." in page
    assert days.open_today(owner, TODAY).plan.pace.gate == 1.0
    assert "The usual pace again." in words(visitor.post("/pace/usual", follow=True))
    assert "All your hours, until" not in words(visitor.get("/"))
    visitor.post("/pace/all-hours")
    owners.edit(owner, at=NOW, stands_on=TODAY + timedelta(days=8))
    asked = words(visitor.get("/"))
    assert "Your week at all your hours is over. Another one, or the usual pace?" in asked
    owners.edit(owner, at=NOW, stands_on=TODAY + timedelta(days=20))
    assert "Your week at all your hours is over." not in words(visitor.get("/"))


def test_a_day_off_asks_for_nothing(visitor: Client, month: UUID) -> None:  # noqa: F811
    page = words(visitor.post("/pace/days-off", {"on": str(TODAY)}, follow=True))
    assert "A day off. Nothing is asked of you then." in page
    assert "A rest day. Nothing is asked of you." in words(visitor.get("/"))
    visitor.post("/pace/days-off", {"work": str(TODAY)})
    assert "A rest day." not in words(visitor.get("/"))
    for bad in ("", "tomorrow", "0001-01-01"):
        assert "That is no day." in words(visitor.post("/pace/days-off", {"on": bad}, follow=True))


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages wait for the made-up months, however slow the machine."""
    monkeypatch.setattr(trials, "PATIENCE", 600.0)


@pytest.mark.usefixtures("patient")
def test_a_pace_is_tried_and_called_a_model(visitor: Client, month: UUID) -> None:  # noqa: F811
    before = words(visitor.get("/pace"))
    assert "This is a model, not a forecast." in before
    assert "made-up people" not in before.partition("Try a pace")[2].partition("model")[0]
    page = words(visitor.get("/pace", {"weeks": "1", "hours": "3"}))
    assert "Gentler: two thirds of your hours" in page
    assert "Against the eased pace:" in page


@pytest.mark.parametrize("address", ["/pace?weeks=12&hours=31", "/challenge/next?model=yes"])
def test_a_long_trial_says_how_far_it_is_and_is_stopped(
    visitor: Client,
    month: UUID,  # noqa: F811
    address: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, gate = [], Event()

    def lives_on(*asked: object, progress: Progress, cancelled: Callable[[], bool]) -> None:
        progress(5, 72)
        begun.append(asked)
        while not gate.wait(0.01):
            if cancelled():
                raise Stopped

    monkeypatch.setattr(simulate, "try_out", lives_on)
    monkeypatch.setattr(trials, "PATIENCE", 0.5)
    owners.edit(owners.local_owner().id, at=NOW, weekly_minutes=31 * 60)
    page = visitor.get(address)
    assert page["Refresh"] == "1"
    assert "5 of 72. You can go on elsewhere and come back." in words(page)
    assert "ETag" not in page
    assert "of 72" in words(visitor.get(address))
    assert len(begun) == 1
    sent = posted(page, "/pace/stop")
    stopped = visitor.post("/pace/stop", sent, follow=True)
    assert "Stopped. Nothing was changed." in words(stopped)
    assert "Refresh" not in stopped
    gate.set()


def test_the_next_challenge_is_a_proposal_with_reasons_in_a_form(visitor: Client, lived: UUID) -> None:
    page = visitor.get("/challenge/next")
    said = words(page)
    assert "A gentler one: 42 days" in said
    assert "A start that is smaller lasts longer." in said
    sent = posted(page, "/challenge/new")
    assert sent["days"] == "42"
    assert sent["starts_on"] == str(date(2019, 3, 31))
    assert visitor.post("/challenge/new", sent).headers["Location"] == "/board"


@pytest.mark.usefixtures("patient")
def test_the_model_is_asked_only_when_one_asks_for_it(visitor: Client, month: UUID) -> None:  # noqa: F811
    assert "Against the eased pace:" not in words(visitor.get("/challenge/next"))
    owners.edit(owners.local_owner().id, at=NOW, weekly_minutes=60)
    assert "Against the eased pace:" in words(visitor.get("/challenge/next", {"model": "yes"}))


def test_without_any_challenge_there_is_nothing_to_learn_from(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    assert "There is no challenge to learn from yet." in words(visitor.get("/challenge/next"))


def test_today_tells_why_not_something_else(visitor: Client, month: UUID) -> None:  # noqa: F811
    owner = owners.local_owner().id
    for name in ("Acme", "Globex", "Umbrella"):
        pitches.create(owner, pitches.Draft(name, fright=2), Stage.DRAFT, TODAY, at=NOW)
    page = words(visitor.get("/"))
    assert "Why not something else?" in page
    assert "You have not tried it yet; a first guess says" in page
