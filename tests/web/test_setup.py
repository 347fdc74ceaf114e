"""From the first page to Today, step by step."""

import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.domain.pitches.pitches import Stage
from rapport.services import owners
from rapport.services.challenge import challenge
from rapport.services.people import lookup
from rapport.services.pitches import pages as pitch_pages
from rapport.services.setup import setup
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer(visitor: Client) -> Client:
    """Nothing is set up; the day is 15 March 2019 all the same."""
    owners.edit(owners.local_owner().id, at=NOW, stands_on=TODAY)
    return visitor


def send(visitor: Client, address: str, **changes: str) -> Any:
    """Fill the page's form as it stands, with these changes, and send it."""
    return visitor.post(address, posted(visitor.get(address), address) | changes, follow=True)


def test_the_welcome_says_what_it_is_where_the_data_lives_and_two_ways_to_begin(visitor: Client) -> None:
    page = words(visitor.get("/welcome"))
    assert "No account, no key, nothing sent anywhere." in page
    assert "Look around first" in page
    assert "Set up my challenge" in page


@pytest.mark.usefixtures("owner_id")
def test_whoever_is_set_up_is_not_welcomed_again(visitor: Client) -> None:
    assert visitor.get("/welcome").headers["Location"] == "/"


def test_from_the_first_step_to_today(newcomer: Client) -> None:
    assert newcomer.get("/setup").headers["Location"] == "/setup/you"
    people = send(
        newcomer, "/setup/you", name="Ada", city="Portland", country="US", time_zone="America/New_York"
    )
    assert "Who do you know already?" in words(people)
    days = send(newcomer, "/setup/people", names="Karen\r\nJess\r\nKaren\r\n\r\n")
    assert "2 people added." in words(days)
    offers = send(newcomer, "/setup/challenge", intention="To feel at home.", hope_count="12")
    assert "What can you offer?" in words(offers)
    today = send(
        newcomer, "/setup/offers", offers="proofreading", needs="clients", dreams="Acme", topics="vr"
    )
    assert "All set." in words(today)
    assert "Day 1 of 30" in words(today)
    owner = owners.local_owner()
    assert (owner.name, owner.time_zone, owner.is_set_up, owner.topics) == (
        "Ada",
        "America/New_York",
        True,
        ("vr",),
    )
    assert lookup.find(owner.id, "Karen").people
    assert setup.mine(owner.id) == setup.Mine(("proofreading",), ("clients",), ("Acme",))
    begun = challenge.current(owner.id, TODAY)
    assert begun
    assert (begun.starts_on, begun.days, begun.hope_count) == (TODAY, 30, 12)


def test_every_step_can_be_skipped(newcomer: Client) -> None:
    steps, at = [], "/setup/you"
    while at:
        steps.append(at)
        found = re.search(r'href="([^"]+)"><span>Skip this step', newcomer.get(at).content.decode())
        at = found.group(1) if found else ""
    assert steps == ["/setup/you", "/setup/people", "/setup/challenge", "/setup/offers"]
    today = send(newcomer, "/setup/offers", go="today")
    assert "No challenge runs." in words(today)


def ticked(page: Any) -> list[str]:
    return re.findall(r'step-done".*?value="([^"]+)"', page.content.decode(), re.DOTALL)


def test_only_an_answered_step_is_ticked(newcomer: Client) -> None:
    people = send(newcomer, "/setup/you", name="Ada")
    assert ticked(people) == ["setup-you"]
    assert ticked(newcomer.get("/setup/offers")) == ["setup-you"]
    assert ticked(send(newcomer, "/setup/people")) == ["setup-you"]


def test_a_length_chosen_late_keeps_what_was_typed(newcomer: Client) -> None:
    page = send(newcomer, "/setup/challenge", intention="To feel at home.", goal_ask="77", preset="working")
    form = posted(page, "/setup/challenge")
    assert (form["intention"], form["goal_ask"], form["days"]) == ("To feel at home.", "77", "25")
    assert challenge.every(owners.local_owner().id) == []


@pytest.mark.parametrize("go", ["setup-you", "today"])
def test_leaving_a_step_sideways_keeps_what_was_typed(newcomer: Client, go: str) -> None:
    send(newcomer, "/setup/people", names="Karen", go=go)
    assert lookup.find(owners.local_owner().id, "Karen").people
    send(newcomer, "/setup/challenge", intention="To feel at home.", go=go)
    (begun,) = challenge.every(owners.local_owner().id)
    assert begun.intention == "To feel at home."


def test_what_is_wrong_does_not_hold_back_what_is_right(newcomer: Client) -> None:
    send(newcomer, "/setup/you", name="Ada", weekly_minutes="9999999", go="setup-people")
    owner = owners.local_owner()
    assert owner.name == "Ada"
    assert owner.weekly_minutes < 9999999


@pytest.mark.parametrize("address", ["/setup/you", "/setup/people", "/setup/challenge", "/setup/offers"])
def test_leaving_a_step_untouched_begins_nothing(newcomer: Client, address: str) -> None:
    page = send(newcomer, address, go="setup-offers")
    assert ticked(page) == []
    assert challenge.every(owners.local_owner().id) == []


def test_going_back_shows_what_was_said(newcomer: Client) -> None:
    send(newcomer, "/setup/you", name="Ada")
    assert posted(newcomer.get("/setup/you"), "/setup/you")["name"] == "Ada"


def test_the_challenge_is_changed_not_doubled_when_one_goes_back(newcomer: Client) -> None:
    send(newcomer, "/setup/challenge")
    send(newcomer, "/setup/challenge", days="20", intention="Gently.")
    (only,) = challenge.every(owners.local_owner().id)
    assert (only.days, only.intention) == (20, "Gently.")


@pytest.mark.parametrize(
    ("preset", "days"), [("month", 30), ("gentle", 42), ("working", 25), ("nonsense", 30)]
)
def test_a_length_fills_the_form(newcomer: Client, preset: str, days: int) -> None:
    page = newcomer.get("/setup/challenge", {"preset": preset})
    assert posted(page, "/setup/challenge")["days"] == str(days)


def test_public_holidays_rest_when_the_country_is_known(newcomer: Client) -> None:
    send(newcomer, "/setup/you", country="FR")
    send(newcomer, "/setup/challenge", days="60")
    (begun,) = challenge.every(owners.local_owner().id)
    assert date(2019, 4, 22) in begun.rest_dates  # Easter Monday


def test_dream_clients_wait_on_the_list(newcomer: Client) -> None:
    send(newcomer, "/setup/offers", dreams="Acme\nGlobex\nacme")
    listed = pitch_pages.listing(owners.local_owner().id, TODAY)
    assert "Acme" in str(listed)
    assert Stage.DREAM.value in str(listed)


@pytest.mark.parametrize(
    ("address", "field", "value", "told"),
    [
        ("/setup/you", "nudge_to", "3", "This lies before the hour it begins."),
        ("/setup/you", "name", "A\x07da", "There is a control character in it"),
        ("/setup/you", "time_zone", "Moon/Crater", "“Moon/Crater” is not one of the choices."),
        ("/setup/people", "names", "x" * 201, "over 200 characters"),
        ("/setup/people", "names", "\n".join(map(str, range(501))), "over 500 lines"),
        ("/setup/challenge", "starts_on", "2019-02-31", "There is no such day."),
        ("/setup/challenge", "days", "400", "A number up to 366 fits here."),
        ("/setup/challenge", "rest_dates", "Easter", "“Easter” is no day."),
    ],
)
def test_what_cannot_be_is_told_and_kept_in_the_form(
    newcomer: Client, address: str, field: str, value: str, told: str
) -> None:
    page = send(newcomer, address, **{field: value})
    assert told in words(page)
    assert "Nothing has been saved yet." in words(page)


def test_two_challenges_do_not_share_a_day(visitor: Client, month: UUID) -> None:  # noqa: F811 - the fixture
    page = send(visitor, "/challenge/new", starts_on="2019-03-20")
    assert "Another challenge runs from Friday 1 March 2019 to Saturday 30 March 2019." in words(page)
    assert posted(visitor.get("/challenge/new"), "/challenge/new")["starts_on"] == "2019-03-31"
