"""Every form of the ways to meet people, sent as no browser would: nothing breaks, and nothing is let in."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client

from rapport.domain.asks.introductions import Step
from rapport.domain.asks.letters import LetterKind, Words
from rapport.domain.gatherings.debrief import Entry
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.pitches.pitches import Stage
from rapport.services import owners
from rapport.services.asks import asks, introductions, letters
from rapport.services.gatherings import debriefs
from rapport.services.pitches import pitches
from rapport.services.setup import demo
from tests.services.gatherings.test_listings import a_listing
from tests.services.makers import a_coffee, a_gathering, a_person
from tests.web.portland import NOW

pytestmark = pytest.mark.django_db

EVIL = "<b>x</b>\"><script>alert(1)</script>&lt;'\u202eenil\u202c {me} [x {first}] %(name)s {{ 7*7 }}"
LONG = "נורה <i>لنا</i> " * 800  # over 10,000 characters, from right to left
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
NOBODY = str(UUID(int=7))
TODAY = demo.LAST
EACH = 8  # pages of one kind
STARTS = (
    "/asks", "/asks/who", "/asks/who?q=VR+studio", "/asks/new", "/introductions", "/introductions/new",
    "/letters",
    "/gatherings", "/gatherings/new", "/pitches", "/pitches?view=dreams", "/pitches?view=list",
    "/pitches?view=record", "/pitches/new", "/pitches/writing-again", "/reconnect",
)  # fmt: skip
OURS = re.compile(
    r"^/(asks|introductions|letters|growth|gatherings(?!/feeds)|series|listings|debriefs|pitches|reconnect)\b"
)
Form = tuple[str, tuple[tuple[str, str, str], ...]]  # address; name, kind and value of each field


@pytest.fixture
def story(visitor: Client) -> Client:
    """The month of the story, and in every state of these pages something with a hostile name."""
    demo.load(at=NOW)
    owner_id = owners.local_owner().id
    owners.edit(owner_id, at=NOW, is_set_up=True, about=EVIL, topics=" vr ")
    one, other = (a_person(owner_id, f"{n} {EVIL}", role=EVIL, note=LONG, organisation=EVIL) for n in (1, 2))
    for days in (900, 950):
        a_coffee(owner_id, one, on=TODAY - timedelta(days=days), note=EVIL)
    evening = a_gathering(owner_id, EVIL, TODAY - timedelta(days=1), Attendance.GOING, place=EVIL, note=LONG)
    debriefs.save(
        owner_id, evening, debriefs.Draft((Entry(f"3 {EVIL}", True, EVIL, EVIL, EVIL),)), on=TODAY, at=NOW
    )
    a_gathering(owner_id, f"next {EVIL}", TODAY - timedelta(days=2), Attendance.GOING, invited_by=one)
    a_gathering(owner_id, f"soon {EVIL}", TODAY + timedelta(days=1), Attendance.MAYBE)
    a_listing(owner_id, f"listed {EVIL}", TODAY + timedelta(days=3), size=20, about=LONG)
    for stage, fright in ((Stage.DREAM, 5), (Stage.DRAFT, 1), (Stage.SENT, 4), (Stage.LOST, None)):
        draft = pitches.Draft(f"{stage} {EVIL}", why=EVIL, fright=fright, person_id=other, through_id=one)
        pitches.create(owner_id, draft, stage, TODAY - timedelta(days=30), at=NOW)
    for introducer, beside in ((None, other), (other, None)):
        made = introductions.Draft(one, TODAY, introducer, beside, Step.PROPOSED, why=EVIL)
        introductions.create(owner_id, made, at=NOW)
    asks.create(owner_id, asks.Draft(one, TODAY - timedelta(days=20), EVIL, text=LONG), at=NOW)
    words = Words(EVIL, LONG)
    letters.create(owner_id, letters.Draft(LetterKind.ASK, "en", words, EVIL[:40]), at=NOW)
    return visitor


def shape(address: str) -> str:
    return ID.sub("<id>", address)


def pages(browser: Client) -> Iterator[tuple[str, str]]:
    """Some pages of each kind, by their links."""
    todo, seen = list(STARTS), Counter[str]()
    while todo:
        address = todo.pop(0)
        answer = browser.get(address)
        assert answer.status_code == 200, address
        page = answer.content.decode()
        _harmless(answer, address)
        yield address, page
        for link in re.findall(r'<a\b[^>]*\bhref="(/[^"#]*)', page):
            found = unescape(link)
            if OURS.match(found) and seen[shape(found).split("?")[0]] < EACH and found not in todo:
                seen[shape(found).split("?")[0]] += 1
                todo.append(found)


def forms(browser: Client) -> list[Form]:
    """One form for each address, with all its fields."""
    found: dict[str, Form] = {}
    for _address, page in pages(browser):
        for form in re.findall(r'<form\b[^>]*method="post".*?</form>', page, re.DOTALL):
            actions = re.findall(r'(?:form)?action="([^"]+)"', form)
            fields = re.findall(r"<(?:input|textarea|select|button)\b[^>]*\bname=\"[^>]*>", form)
            for action in map(unescape, actions):
                if OURS.match(action):
                    found.setdefault(shape(action), (action, tuple(map(_field, fields))))
    return list(found.values())


def _field(tag: str) -> tuple[str, str, str]:
    facts = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
    return unescape(facts["name"]), facts.get("type", "text"), unescape(facts.get("value", ""))


def test_no_form_breaks_or_lets_markup_in(story: Client) -> None:
    every = forms(story)
    assert len(every) > 20
    for action, fields in every:
        for say in (EVIL, LONG, "\x00", "2019-02-31"):
            sent = {name: _said(name, kind, value, say) for name, kind, value in fields}
            _post(story, action, sent)


def test_an_id_of_nobody_is_not_found_and_changes_nothing(story: Client) -> None:
    for action, fields in forms(story):
        if ID.search(action):
            answer = _post(story, ID.sub(NOBODY, action), {name: value for name, _, value in fields})
            assert answer.status_code == 404, action


def _said(name: str, kind: str, value: str, say: str) -> str:
    return value if kind == "hidden" and name in ("once", "store") else say


def _post(browser: Client, action: str, sent: dict[str, str]) -> Any:
    """Sent, looked at, and taken back."""
    with transaction.atomic():
        answer = browser.post(action, sent)
        assert answer.status_code < 500, (action, sent)
        if answer.status_code == 302:
            landed = browser.get(answer.headers["Location"])
            assert landed.status_code == 200, (action, answer.headers["Location"])
            _harmless(landed, action)
        _harmless(answer, action)
        transaction.set_rollback(True)
    return answer


def _harmless(answer: Any, action: str) -> None:
    page = answer.content.decode()
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        assert "<script>alert" not in page, action
        assert "<b>x</b>" not in page, action
        assert "<i>لنا</i>" not in page, action


@pytest.mark.parametrize(
    "page", ["/asks", "/introductions", "/gatherings", "/pitches", "/letters", "/reconnect"]
)
@pytest.mark.parametrize("name", ["page", "view", "language", "all", "q"])
@pytest.mark.parametrize("said", [EVIL, "-1", "99999999999999999999", "\x00"])
def test_no_address_breaks_a_list(visitor: Client, page: str, name: str, said: str) -> None:
    owners.local_owner()
    answer = visitor.get(page, {name: said})
    assert answer.status_code == 200
    _harmless(answer, page)


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("/asks/who", {"q": EVIL}),
        ("/asks/who", {"q": LONG, "as": EVIL}),
        ("/asks/who", {"person": "nobody"}),
        ("/asks/who", {"person": NOBODY}),
        ("/asks/write", {"person": EVIL, "target": EVIL}),
        ("/asks/write", {"person": NOBODY, "in": EVIL}),
        ("/asks/new", {"person": EVIL}),
        ("/introductions/new", {"person": EVIL, "need": NOBODY, "offer": EVIL, "why": LONG}),
        ("/letters/new", {"kind": EVIL, "language": EVIL}),
        (f"/growth/{EVIL}/{NOBODY}", {}),
        (f"/growth/person/{NOBODY}", {}),
        (f"/debriefs/{NOBODY}", {}),
    ],
)
def test_no_address_breaks_a_page(visitor: Client, page: str, asked: dict[str, str]) -> None:
    owners.local_owner()
    answer = visitor.get(page, asked, follow=True)
    assert answer.status_code in (200, 404)
    _harmless(answer, page)
