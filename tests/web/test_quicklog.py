"""A line told in the browser: read, put right, kept, judged."""

import re
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from rapport.services.journal import undo
from rapport.services.people import lookup
from rapport.services.people.pages import read as read_person
from tests.web.portland import friends, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month", "friends")]


def read(visitor: Client, text: str, **more: str) -> Any:
    return visitor.post("/log", {"text": text, **more})


def save(visitor: Client, response: Any, **changes: str) -> Any:
    return visitor.post("/log/save", posted(response, "/log/save") | changes, follow=True)


def test_a_coffee_with_mary_is_read_then_kept_then_judged(visitor: Client) -> None:
    shown = read(visitor, "coffee with Mary yesterday, 45min, intro by Jess")
    assert "Nothing is saved yet." in words(shown)
    assert "yesterday (Thursday 14 March)" in words(shown)
    kept = save(visitor, shown)
    assert kept.redirect_chain[0][0].startswith("/log/")
    assert "It counts: you met Mary for the first time, in person." in words(kept)


def test_reading_alone_keeps_nothing(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    before = undo.recent(owner_id)
    read(visitor, "coffee with Mary")
    assert undo.recent(owner_id) == before


def test_which_priya_must_be_said(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    shown = read(visitor, "coffee with Priya")
    assert "Which “Priya”: “Priya Nair” or “Priya Shah”?" in words(shown)
    asked_again = save(visitor, shown)
    assert "Which “Priya”" in words(asked_again)
    shah = lookup.find(owner_id, "Priya Shah").people[0].id
    kept = save(visitor, shown, **{"who-priya": str(shah)})
    assert "Priya Shah" in words(kept)
    assert read_person(owner_id, shah).thread


def test_somebody_elses_id_is_no_answer(visitor: Client) -> None:
    shown = read(visitor, "coffee with Priya")
    assert "Which “Priya”" in words(save(visitor, shown, **{"who-priya": str(UUID(int=7))}))


def test_a_hello_that_neither_would_remember_says_what_would_make_it_more(visitor: Client) -> None:
    shown = read(visitor, "met Ruby at the conference")
    kept = save(visitor, shown, **{"0-0-memorable": "no"})
    assert "A hello for now" in words(kept)
    assert "What would make it more" in words(kept)
    form = posted(kept, "/follow-ups/add")
    reminded = visitor.post("/follow-ups/add", form, follow=True)
    assert reminded.redirect_chain[0][0] == kept.redirect_chain[0][0]
    assert "You will be reminded Sunday 17 March." in words(reminded)


def test_a_day_that_does_not_exist_is_asked_for_and_the_text_stays(visitor: Client) -> None:
    shown = read(visitor, "coffee with Mary on 31 February")
    assert "There is no such day as “on 31 February”." in words(shown)
    assert "/log/save" not in shown.content.decode()
    better = visitor.post("/log", posted(shown, "/log") | {"doubt-0": "2019-03-02"})
    assert "Saturday 2 March" in words(better)
    assert "It counts" in words(save(visitor, better))


def test_a_lunch_tomorrow_can_be_kept_as_a_plan(visitor: Client) -> None:
    shown = read(visitor, "lunch with Karen tomorrow")
    planned = visitor.post("/log", {"text": "lunch with Karen tomorrow", "later": "yes"})
    assert "lies ahead" in words(shown)
    assert "A next step" in words(planned)
    kept = save(visitor, planned)
    assert "Written down" in words(kept)
    assert "Karen" in words(visitor.get("/follow-ups"))


def test_she_is_said_by_name_when_two_are_named(visitor: Client) -> None:
    shown = read(visitor, "coffee with Mary and Nora, she needs a copywriter")
    assert "Who is “she”?" in words(shown)
    form = {"text": "coffee with Mary and Nora, she needs a copywriter", "doubt-0": "Nora"}
    assert "Nora (new)" in words(visitor.post("/log", form))


def test_chips_change_what_is_kept(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    shown = read(visitor, "coffee with Mary, she needs a copywriter")
    save(visitor, shown, **{"0-on": "2019-03-12", "0-minutes": "30", "1-drop": "yes"})
    mary = lookup.find(owner_id, "Mary").people[0].id
    page = read_person(owner_id, mary)
    (entry,) = page.thread
    assert (entry.on.isoformat(), entry.row.minutes) == ("2019-03-12", 30)  # type: ignore[union-attr]
    assert page.needs == ()


def test_a_bad_chip_is_told_beside_its_field_and_keeps_the_others(visitor: Client) -> None:
    shown = read(visitor, "coffee with Mary")
    again = save(visitor, shown, **{"0-minutes": "5000", "0-0-memorable": "yes"})
    assert "This figure is not possible here." in words(again)
    fields = posted(again, "/log/save")
    assert (fields["0-minutes"], fields["0-0-memorable"]) == ("5000", "yes")


def test_leaving_everything_out_saves_nothing(visitor: Client) -> None:
    again = save(visitor, read(visitor, "coffee with Mary"), **{"0-drop": "yes"})
    assert "Everything is left out" in words(again)


@pytest.mark.parametrize(
    ("text", "told"),
    [("coffee\0 with Mary", "There is a control character"), ("x" * 20_001, "This has 20001 characters")],
)
def test_what_cannot_be_read_is_told_kindly_and_nothing_typed_is_lost(
    visitor: Client, text: str, told: str
) -> None:
    response = read(visitor, text)
    assert response.status_code == 400
    assert told in words(response)
    assert text.replace("\0", "") in response.content.decode()


def test_html_in_a_line_stays_text(visitor: Client) -> None:
    page = read(visitor, 'coffee with <b>Mary</b> "><script>alert(1)</script>').content.decode()
    assert "<script>alert" not in page
    assert "<b>Mary" not in page


def test_a_line_is_taken_back_whole(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - the fixture
    kept = save(visitor, read(visitor, "coffee with Mary"))
    batch = re.search(r'action="(/undo/[^"]+)"', kept.content.decode())
    assert batch
    back = visitor.post(batch.group(1), follow=True)
    assert "Taken back." in words(back)
    assert lookup.find(owner_id, "Mary").people == ()
    assert "was taken back" in words(visitor.get(kept.redirect_chain[0][0]))


def test_the_same_form_sent_again_keeps_nothing_twice(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    shown = read(visitor, "coffee with Mary")
    first = save(visitor, shown)
    before = undo.recent(owner_id)
    again = save(visitor, shown)
    assert again.redirect_chain[0][0] == first.redirect_chain[0][0]
    assert "This was kept already." in words(again)
    assert undo.recent(owner_id) == before
    batch = re.search(r'action="(/undo/[^"]+)"', again.content.decode())
    assert batch
    assert "Taken back." in words(visitor.post(batch.group(1), follow=True))


def test_a_form_sent_again_after_it_was_taken_back_is_kept(visitor: Client) -> None:
    shown = read(visitor, "coffee with Mary")
    page = save(visitor, shown).content.decode()
    visitor.post(re.search(r'action="(/undo/[^"]+)"', page)[1])  # type: ignore[index]  # it is there
    assert "It counts" in words(save(visitor, shown))


def test_many_lines_fit_in_the_cookie(visitor: Client) -> None:
    for number in range(25):
        save(visitor, read(visitor, f"energy {number % 5 + 1}, coffee with Karen on {number % 14 + 1} March"))
    assert len(visitor.session["kept_once"]) <= 20
    assert all(len(cookie.value) < 4000 for cookie in visitor.cookies.values())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("asked Karen for an intro to a VR studio", "Kept."),
        ("sent a pitch to Acme", "Kept. It counts as done: you sent it."),
    ],
)
def test_what_the_referee_does_not_judge_is_simply_kept(visitor: Client, line: str, told: str) -> None:
    said = words(save(visitor, read(visitor, line)))
    assert told in said
    assert ("It counts as done" in said) == ("It counts as done" in told)


def test_a_line_of_nobody_is_not_there(visitor: Client) -> None:
    assert visitor.get(f"/log/{UUID(int=1)}").status_code == 404


def test_a_line_for_another_day_is_about_that_day(visitor: Client) -> None:
    page = visitor.get("/log?on=2019-03-10")
    assert "Log something for Sunday 10 March 2019" in words(page)
    shown = visitor.post("/log", posted(page, "/log") | {"text": "coffee with Mary"})
    assert "Sunday 10 March" in words(shown)


def test_logging_for_a_day_ahead_is_about_today(visitor: Client) -> None:
    assert posted(visitor.get("/log?on=2030-01-01"), "/log")["written"] == "2019-03-15"


def test_an_empty_line_brings_the_page_with_examples(visitor: Client) -> None:
    assert "For example" in words(visitor.post("/log", {"text": "  "}))


def test_after_a_new_connection_one_is_asked_how_to_help_until_one_has_said(visitor: Client) -> None:
    kept = save(visitor, read(visitor, "coffee with Mary yesterday"))
    assert "How can you help Mary?" in words(kept)
    action = re.search(r'action="(/give/how/[^"]+)"', kept.content.decode())
    assert action
    sent = posted(kept, action[1]) | {"need": "a copywriter"}
    told = visitor.post(action[1], sent, follow=True)
    assert "Written down" in words(told)
    assert "How can you help" not in words(told)
    assert "How can you help" not in words(save(visitor, read(visitor, "coffee with Mary")))
    assert "How can you help" not in words(save(visitor, read(visitor, "met Ruby, not memorable")))


def test_a_walk_alone_is_a_note_unless_one_says_who_was_there(visitor: Client) -> None:
    shown = read(visitor, "went for a walk")
    assert "Nobody was recognised in “went for a walk”, so it is kept as a note" in words(shown)
    assert "Keep it as a note" in words(shown)
    named = visitor.post("/log", posted(shown, "/log") | {"text": "went for a walk", "company": "Mary"})
    assert "Nobody was recognised" not in words(named)
    assert "It counts: you met Mary" in words(save(visitor, named))


def test_whoever_is_left_out_leaves_a_note(visitor: Client) -> None:
    shown = read(visitor, "coffee with Priya")
    key = re.search(r'name="([^"]+)" value="skip"', shown.content.decode())
    assert key
    assert "Nobody was left in it, so it was kept as a note." in words(
        save(visitor, shown, **{key[1]: "skip"})
    )


def test_she_may_stay_with_nobody(visitor: Client) -> None:
    shown = read(visitor, "she needs a copywriter")
    assert "Who is “she”? Nobody is named before" in words(shown)
    assert "Kept." in words(save(visitor, shown))
