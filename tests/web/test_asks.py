"""Asks: what waits, what was said, and not twice within the month."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.domain.asks.asks import Answer
from rapport.services import owners
from rapport.services.asks import asks
from rapport.services.asks import pages as ask_pages
from rapport.services.people import pages as people_pages
from rapport.services.people import people
from tests.services.makers import a_person, mail
from tests.services.traces import ME, take_in
from tests.services.traces import mail as a_mail
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


@pytest.fixture
def tom(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    return a_person(owner_id, "Tom Reed", known_before=True)


@pytest.fixture
def ask(owner_id: UUID, tom: UUID) -> UUID:  # noqa: F811 - the fixture
    """On the first day of the month, for a VR studio; no answer since."""
    draft = asks.Draft(tom, date(2019, 3, 1), "a VR studio")
    return asks.create(owner_id, draft, at=NOW).id


def test_no_ask_yet_is_said_kindly(visitor: Client) -> None:
    assert "You have asked nobody yet." in words(visitor.get("/asks"))


def test_an_old_ask_wants_one_kind_reminder(visitor: Client, ask: UUID) -> None:
    said = words(visitor.get("/asks"))
    assert "Worth a word Tom Reed a VR studio No answer yet for 14 days. Time for one kind reminder." in said
    reminded = words(visitor.post(f"/asks/{ask}/remind", {"next": "/asks"}, follow=True))
    assert "Noted: reminded once." in reminded
    assert "In their hands Tom Reed" in reminded
    assert "Reminded once. If nothing comes, let it go" in reminded


def test_a_fresh_ask_is_given_time(visitor: Client, owner_id: UUID, tom: UUID) -> None:  # noqa: F811 - fixture
    asks.create(owner_id, asks.Draft(tom, TODAY), at=NOW)
    assert "No answer yet since today. Give it time. A kind reminder may go out" in words(
        visitor.get("/asks")
    )


@pytest.mark.parametrize("answer", ["thinking", "knows_no_one", "declined", "silent"])
def test_an_answer_is_one_tap(visitor: Client, owner_id: UUID, ask: UUID, answer: str) -> None:  # noqa: F811 - fixture
    page = visitor.get("/asks")
    address = f"/asks/{ask}/answer"
    assert f'name="answer" value="{answer}"' in page.content.decode()
    sent = posted(page, address) | {"answer": answer}
    assert visitor.post(address, sent).headers["Location"] == "/asks"
    assert ask_pages.read(owner_id, ask, TODAY).ask.answer is Answer(answer)


def test_an_introduction_names_whom_and_makes_who_is_new(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    ask: UUID,
    tom: UUID,
) -> None:
    a_person(owner_id, "Annabel Lee")
    address = f"/asks/{ask}/answer"
    sent = posted(visitor.get(f"/asks/{ask}"), address)
    said = visitor.post(address, sent | {"answer": "introduced", "introduced": "Ann\nAnnabel"}, follow=True)
    assert "Tom Reed: Introduced you." in words(said)
    assert "It led to Ann , Annabel Lee" in words(said)
    found = people_pages.listing(owner_id).rows
    assert [row.name for row in found] == ["Ann", "Annabel Lee", "Tom Reed"]
    assert f'href="/people/{tom}"' in visitor.get(f"/people/{found[0].id}").content.decode()
    assert "1 of 1" in words(visitor.get("/asks"))


def test_names_belong_to_an_introduction(visitor: Client, ask: UUID) -> None:
    sent = {"answer": "thinking", "introduced": "Ana", "on": "2019-03-15"}
    page = visitor.post(f"/asks/{ask}/answer", sent)
    assert "Names go with “introduced you” only." in words(page)
    assert posted(page, f"/asks/{ask}/answer")["introduced"] == "Ana"


def test_an_answer_before_the_ask_is_refused(visitor: Client, ask: UUID) -> None:
    page = visitor.post(f"/asks/{ask}/answer", {"answer": "thinking", "introduced": "", "on": "2019-02-01"})
    assert "This lies before the day it follows." in words(page)


def test_an_answer_that_is_none_is_refused(visitor: Client, ask: UUID) -> None:
    assert "Nothing has been saved yet." in words(visitor.post(f"/asks/{ask}/answer", {"answer": "perhaps"}))


def test_a_new_ask_is_written_down(visitor: Client, tom: UUID) -> None:
    address = f"/asks/new?person={tom}"
    fields = posted(visitor.get(address), address)
    assert fields["person"] == "Tom Reed"
    made = visitor.post(address, fields | {"target": "a VR studio"}, follow=True)
    assert "Written down. If no answer comes, you will be reminded once." in words(made)


def test_nobody_is_asked_twice_within_the_month(visitor: Client, ask: UUID) -> None:
    page = visitor.post("/asks/new", {"person": "Tom", "target": "clients", "on": "2019-03-15"})
    said = words(page)
    assert "You asked Tom Reed 14 days ago." in said
    assert "from Sunday 31 March on, you may again." in said
    assert posted(page, "/asks/new")["target"] == "clients"


def test_somebody_unknown_is_not_asked(visitor: Client) -> None:
    page = visitor.post("/asks/new", {"person": "Zoe", "on": "2019-03-15"})
    assert "Nobody called “Zoe” is here yet." in words(page)


def test_an_ask_is_put_right_and_binned(visitor: Client, ask: UUID) -> None:
    address = f"/asks/{ask}/edit"
    fields = posted(visitor.get(address), address)
    assert "Games studios" in words(visitor.post(address, fields | {"target": "games studios"}, follow=True))
    gone = visitor.post(f"/asks/{ask}/bin", follow=True)
    assert "The ask is in the bin, for 30 days." in words(gone)
    assert visitor.get(f"/asks/{ask}").status_code == 404


def test_what_asking_yields_comes_with_what_it_cannot_tell(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    for number in range(8):
        pk = asks.create(owner_id, asks.Draft(a_person(owner_id, f"Nora {number}"), TODAY), at=NOW).id
        said = Answer.KNOWS_NO_ONE if number else Answer.INTRODUCED
        asks.answer(owner_id, pk, said, TODAY, at=NOW)
    said_there = words(visitor.get("/asks"))
    assert "Of 8 asks that something is known of, 1 led to an introduction. With 8 tries" in said_there
    assert "1 introduced you to somebody and 7 know no one." in said_there


@pytest.mark.parametrize("count", [3, 60])
def test_queries_do_not_grow_with_asks(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
    django_assert_max_num_queries: Any,
    count: int,
) -> None:
    for number in range(count):
        on = TODAY - timedelta(days=number % 20)
        pk = asks.create(owner_id, asks.Draft(a_person(owner_id, f"Nora {number}"), on), at=NOW).id
        if number % 2:
            asks.answer(owner_id, pk, Answer.DECLINED, on, at=NOW)
    with django_assert_max_num_queries(9):
        visitor.get("/asks")


def test_the_reminder_stands_on_the_page_of_the_ask_with_the_lines_to_pass_on(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - fixture
    ask: UUID,
) -> None:
    assert "Lines about you that they can pass on" not in words(visitor.get(f"/asks/{ask}"))
    owners.edit(owner_id, at=NOW, about="I write about food.")
    page = visitor.get(f"/asks/{ask}")
    assert "Did somebody come to mind? If not, that is perfectly fine" in words(page)
    assert "would like to meet a VR studio. I write about food." in words(page)
    assert f'formaction="/asks/{ask}/remind"' in page.content.decode()
    assert f'href="/asks/{ask}#remind"' in visitor.get("/asks").content.decode()
    visitor.post(f"/asks/{ask}/remind")
    assert "Did somebody come to mind?" not in words(visitor.get(f"/asks/{ask}"))


def test_of_many_worth_a_word_the_first_are_open(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    for number in range(7):
        person = a_person(owner_id, f"Nora {number}")
        asks.create(owner_id, asks.Draft(person, TODAY - timedelta(days=20 - number)), at=NOW)
    page = visitor.get("/asks").content.decode()
    assert page.index("Nora 4") < page.index("and 2 more") < page.index("Nora 5")


@pytest.mark.parametrize("page", ["", "/edit", "/answer", "/remind", "/bin"])
def test_an_unknown_ask_is_not_there(visitor: Client, page: str) -> None:
    knock = visitor.get if page in ("", "/edit") else visitor.post
    assert knock(f"/asks/{UUID(int=1)}{page}").status_code == 404


def test_a_mail_since_the_ask_is_asked_about(visitor: Client, owner_id: UUID, ask: UUID, tom: UUID) -> None:  # noqa: F811 - fixture
    edit = people.Draft("Tom Reed", known_before=True, contact_points=(mail("tom@example.org"),))
    people.edit(owner_id, tom, edit, at=NOW)
    take_in(owner_id, [a_mail("tom@example.org", ME, at=datetime(2019, 3, 5, 9, tzinfo=UTC))])
    said = words(visitor.get("/asks"))
    assert "Tom Reed wrote on Tuesday 5 March. What did they say?" in said
    assert "Time for one kind reminder." not in said
    visitor.post(f"/asks/{ask}/overlook", {"next": "/asks"})
    assert "Time for one kind reminder." in words(visitor.get("/asks"))
