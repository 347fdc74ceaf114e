"""The days of the challenge, and one day whole."""

from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from rapport.services.challenge import challenge, checkins
from rapport.services.interactions import notes
from rapport.services.quicklog import prepare, save
from tests.web.portland import NOW, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(owner_id: UUID, month: UUID) -> UUID:  # noqa: F811 - the fixtures
    """A coffee with Mary on day 13, with all that belongs to it; the interaction's id."""
    text = "coffee with Mary at Ladies’ Night, memorable, promised Mary the contract template"
    kept = save.save(owner_id, prepare.prepare(owner_id, text, date(2019, 3, 13)), at=NOW)
    checkins.save(owner_id, date(2019, 3, 13), 4, 2, "A good day.", at=NOW)
    notes.create(owner_id, notes.Draft(date(2019, 3, 13), "Say hello more often."), at=NOW)
    return kept.interactions[0]


@pytest.mark.usefixtures("told")
def test_the_board_shows_its_days_counts_and_rule(visitor: Client) -> None:
    page = visitor.get("/board")
    said = words(page)
    assert "Day 13, Wednesday 13 March: 1 connection" in said
    assert "Day 17, Sunday 17 March, rest day" in said
    assert "Further away than 50 km" in said
    assert "Rest days: every Sunday." in said
    assert 'href="/board/2019-03-13"' in page.content.decode()


@pytest.mark.usefixtures("owner_id")
def test_without_a_challenge_the_board_says_what_will_stand_there(visitor: Client) -> None:
    assert "There is no challenge yet." in words(visitor.get("/board"))


def test_a_day_tells_everything_of_it(visitor: Client, told: UUID) -> None:
    page = visitor.get("/board/2019-03-13")
    said = words(page)
    for sentence in (
        "Day 13 of 30",
        "Energy 4 of 5. Pressure 2 of 5. A good day.",
        "It counts: you met Mary for the first time, in person, and you would both remember it.",
        "Gathering Ladies’ Night",
        "Promise Mary the contract template by you",
        "Say hello more often.",
    ):
        assert sentence in said
    assert f'id="i-{told}"' in page.content.decode()


@pytest.mark.usefixtures("month")
@pytest.mark.parametrize(("address", "status"), [
    ("/board/2019-03-02", 200), ("/board/2019-02-30", 404), ("/board/9999-12-31", 404),
    ("/board/0001-01-01", 404),
])  # fmt: skip
def test_days_that_are_there_and_days_that_cannot_be(visitor: Client, address: str, status: int) -> None:
    assert visitor.get(address).status_code == status


@pytest.mark.usefixtures("month")
def test_a_day_ahead_offers_nothing_to_log(visitor: Client) -> None:
    page = words(visitor.get("/board/2019-03-20"))
    assert "This day is still to come." in page
    assert "Log something" not in page


def test_an_earlier_challenge_keeps_its_board(visitor: Client, owner_id: UUID, month: UUID) -> None:  # noqa: F811
    earlier = challenge.start(owner_id, challenge.Draft(date(2019, 1, 1), 10, "January"), at=NOW)
    assert "January" in words(visitor.get("/board"))
    assert "Tuesday 1 January 2019 to Thursday 10 January 2019" in words(visitor.get(f"/board/{earlier}"))
    assert visitor.get(f"/board/{UUID(int=9)}").status_code == 404


def test_the_day_is_put_right_and_judged_again(visitor: Client, told: UUID) -> None:
    page = visitor.get(f"/interactions/{told}")
    assert "Would you both remember it in a week?" in words(page)
    fields = posted(page, f"/interactions/{told}")
    memorable = next(name for name in fields if name.startswith("memorable-"))
    changed = visitor.post(f"/interactions/{told}", fields | {memorable: "no"}, follow=True)
    assert "A hello for now" in words(changed)


@pytest.mark.parametrize(
    ("field", "value", "told_so"),
    [
        ("on", "2030-01-01", "This day lies ahead."),
        ("on", "2019-02-31", "There is no such day."),
        ("more_people", "Nobody Here", "is not one person you have here"),
        ("minutes", "-5", "A number from 0 on fits here."),
    ],
)
def test_what_cannot_be_is_told_and_the_rest_stays(
    visitor: Client, told: UUID, field: str, value: str, told_so: str
) -> None:
    fields = posted(visitor.get(f"/interactions/{told}"), f"/interactions/{told}")
    again = visitor.post(f"/interactions/{told}", fields | {field: value, "note": "kept"})
    assert told_so in words(again)
    assert posted(again, f"/interactions/{told}")["note"] == "kept"


def test_an_encounter_goes_to_the_bin_and_comes_back(visitor: Client, told: UUID) -> None:
    gone = visitor.post(f"/interactions/{told}/bin", follow=True)
    assert "It is in the bin, for 30 days." in words(gone)
    assert "coffee with Mary" not in words(gone)
    assert "Mary" in words(visitor.get("/bin"))
    back = visitor.post(f"/bin/interaction/{told}", follow=True)
    assert "It is back." in words(back)
    assert "coffee with Mary" in words(visitor.get("/board/2019-03-13"))
    assert visitor.post(f"/bin/interaction/{told}").status_code == 404
    assert visitor.post(f"/bin/nonsense/{told}").status_code == 404
