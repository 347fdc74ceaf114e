"""The page a day begins with."""

import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.domain.asks.introductions import Step
from rapport.services import owners
from rapport.services.asks import introductions
from rapport.services.challenge import challenge
from rapport.services.keeping import rounds
from rapport.services.quicklog import prepare, save
from rapport.services.setup import setup
from tests.services.makers import a_person
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db


def log(owner_id: UUID, text: str, on: date = TODAY) -> None:  # noqa: F811 - the fixture's value
    save.save(owner_id, prepare.prepare(owner_id, text, on), at=NOW)


@pytest.fixture
def pitches(owner_id: UUID, month: UUID) -> None:  # noqa: F811 - the fixtures
    mine = setup.Mine((), (), ("Acme", "Globex"))
    setup.tell_mine(owner_id, mine, topics=(), about="", on=TODAY, at=NOW)


def cards(page: Any) -> list[str]:
    return re.findall(r'name="action" value="([^"]+)"', page.content.decode())


def test_the_first_visit_leads_to_the_welcome(visitor: Client) -> None:
    assert visitor.get("/").headers["Location"] == "/welcome"


def test_the_welcome_still_waits_after_a_daily_round(visitor: Client) -> None:
    rounds.weigh_ties(owners.local_owner().id, TODAY)
    assert visitor.get("/").headers["Location"] == "/welcome"


@pytest.mark.usefixtures("month")
def test_it_says_which_day_it_is_and_why_one_does_this(visitor: Client) -> None:
    page = words(visitor.get("/"))
    assert "Friday 15 March 2019" in page
    assert "Day 15 of 30" in page
    assert "To feel at home here." in page


@pytest.mark.usefixtures("pitches")
def test_a_card_gives_its_reason_its_numbers_and_a_draft(visitor: Client) -> None:
    page = visitor.get("/")
    assert cards(page)
    said = words(page)
    assert "The numbers behind it" in said
    assert "What it weighs today" in said
    assert "A draft to start from" in said


@pytest.mark.usefixtures("pitches")
def test_a_card_that_is_done_becomes_the_fact_and_can_be_taken_back(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    key = next(each for each in cards(visitor.get("/")) if each.startswith("pitch:"))
    done = visitor.post("/cards", {"action": key, "answer": "done"}, follow=True)
    assert "Done. Well done." in words(done)
    assert key not in cards(done)
    undo = re.search(r'action="(/undo/[^"]+)"', done.content.decode())
    assert undo
    assert key in cards(visitor.post(undo.group(1), follow=True))


@pytest.mark.usefixtures("pitches")
def test_the_hour_one_has_is_not_forgotten_after_a_card(visitor: Client) -> None:
    page = visitor.get("/?minutes=60")
    key = next(each for each in cards(page) if each.startswith("pitch:"))
    sent = posted(page, "/cards")
    assert sent["minutes"] == "60"
    answer = visitor.post("/cards", sent | {"action": key, "answer": "done"})
    assert answer.headers["Location"] == "/?minutes=60"


@pytest.mark.usefixtures("month")
def test_a_promise_is_kept_in_one_tap_and_stands_once(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    for name in ("Karen", "Tom", "Ana", "Dan", "Mary"):
        log(owner_id, f"promised {name} to send the notes", date(2019, 3, 12))
    page = visitor.get("/?minutes=10")
    promised = {key.partition(":")[2] for key in cards(page) if key.startswith("keep_promise:")}
    rows = re.findall(r'action="/give/help/([^/]+)/keep"', page.content.decode())
    assert rows
    assert not promised & set(rows)
    assert len(promised) + len(rows) == 5
    kept = visitor.post(f"/give/help/{rows[0]}/keep", {"next": "/"}, follow=True)
    assert "Kept." in words(kept)
    assert rows[0] not in kept.content.decode()


@pytest.mark.usefixtures("pitches")
def test_not_today_is_no_debt(visitor: Client) -> None:
    (key, *_) = cards(visitor.get("/"))
    page = visitor.post("/cards", {"action": key, "answer": "not_today"}, follow=True)
    assert "It is no debt." in words(page)
    assert key not in cards(page)


@pytest.mark.parametrize(
    "sent",
    [{}, {"action": "nonsense", "answer": "done"}, {"action": f"pitch:{UUID(int=3)}", "answer": "done"}],
)
@pytest.mark.usefixtures("month")
def test_an_answer_to_a_card_that_is_not_there(visitor: Client, sent: dict[str, str]) -> None:
    assert visitor.post("/cards", sent).status_code == 404


@pytest.mark.usefixtures("pitches")
def test_low_energy_reshapes_the_day_at_once(visitor: Client) -> None:
    page = visitor.post("/energy", {"energy": "2"}, follow=True)
    assert "Low energy: one small thing today." in words(page)
    assert re.search(r'value="2" aria-pressed="true"', page.content.decode())


@pytest.mark.usefixtures("month")
def test_a_level_that_is_none_changes_nothing(visitor: Client) -> None:
    assert "Noted" not in words(visitor.post("/energy", {"energy": "9"}, follow=True))


@pytest.mark.usefixtures("month")
def test_a_rest_day_asks_for_nothing(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    owners.edit(owner_id, at=NOW, stands_on=date(2019, 3, 17))
    page = visitor.get("/")
    assert "A rest day. Nothing is asked of you." in words(page)
    assert cards(page) == []
    assert 'name="energy"' not in page.content.decode()


@pytest.mark.usefixtures("owner_id")
def test_without_a_challenge_there_is_still_a_step_to_take(visitor: Client) -> None:
    page = visitor.get("/")
    assert "No challenge runs." in words(page)
    assert cards(page)


def test_before_the_first_day_nothing_is_asked(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    challenge.start(owner_id, challenge.Draft(date(2019, 3, 18), 30), at=NOW)
    assert "Your challenge begins in 3 days, Monday 18 March." in words(visitor.get("/"))


def test_after_the_last_day_the_month_can_be_read_back(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    challenge.start(owner_id, challenge.Draft(date(2019, 2, 1), 28), at=NOW)
    page = words(visitor.get("/"))
    assert "Your challenge is over." in page
    assert "Read the month back" in page


@pytest.mark.usefixtures("month")
def test_a_follow_up_that_is_due_can_be_ticked_off(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    log(owner_id, "coffee with Mary, follow up 14 March", date(2019, 3, 12))
    page = visitor.get("/")
    assert "To follow up Mary" in words(page)
    done = re.search(r'action="(/follow-ups/[^"]+/done)"', page.content.decode())
    assert done
    assert "To follow up" not in words(visitor.post(done.group(1), follow=True))


@pytest.mark.usefixtures("month")
def test_what_is_in_others_hands_is_counted_not_listed(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    for name in ("Tom", "Ana", "Dan"):
        log(owner_id, f"asked {name} for an intro to a VR studio", date(2019, 3, 14))
    log(owner_id, "Dan will think about it", TODAY)
    said = words(visitor.get("/")).partition("In others’ hands: ")[2]
    assert said.startswith("2 asks are unanswered , 1 person is thinking about it")


@pytest.mark.usefixtures("pitches")
def test_an_unchanged_day_is_not_made_again(visitor: Client) -> None:
    tag = visitor.get("/").headers["ETag"]
    assert visitor.get("/", headers={"if-none-match": tag}).status_code == 304


@pytest.mark.usefixtures("pitches")
def test_the_hour_one_has_is_not_forgotten_by_a_face_a_promise_or_a_tick(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    for name in ("Karen", "Tom", "Ana", "Dan", "Mary"):
        log(owner_id, f"promised {name} to send the notes", date(2019, 3, 12))
    log(owner_id, "coffee with Mary, follow up 14 March", date(2019, 3, 12))
    page = visitor.get("/?minutes=10")
    back = "/?minutes=10"
    assert visitor.post("/energy", posted(page, "/energy") | {"energy": "4"}).headers["Location"] == back
    for pattern in (r'action="(/give/help/[^"]+/keep)"', r'action="(/follow-ups/[^"]+/done)"'):
        address = re.findall(pattern, page.content.decode())[0]
        assert visitor.post(address, posted(page, address)).headers["Location"] == back
    assert posted(page, "/language")["next"] == back


@pytest.mark.usefixtures("pitches")
def test_great_energy_says_what_it_did(visitor: Client) -> None:
    page = visitor.post("/energy", {"energy": "5"}, follow=True)
    assert "Great energy. Nothing on the cards is scary, so the day stays as planned." in words(page)


@pytest.mark.usefixtures("month")
def test_an_introduction_waits_for_its_next_step(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    ana, teo = a_person(owner_id, "Ana"), a_person(owner_id, "Teo")
    draft = introductions.Draft(ana, TODAY, None, teo, Step.PROPOSED)
    made = introductions.create(owner_id, draft, at=NOW).id
    page = visitor.get("/")
    assert "Introductions Ana and Teo Ask Ana" in words(page)
    assert f'href="/introductions/{made}"' in page.content.decode()
