"""A browser in Portland, on day 15 of the month: what the page tests share."""

import re
from datetime import UTC, date, datetime
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client

from rapport.domain.challenge.challenge import ActionGoal
from rapport.domain.learning.learning import Way
from rapport.services import owners
from rapport.services.challenge import challenge
from rapport.services.challenge.challenge import Draft
from rapport.services.setup import setup
from tests.cast import FIRST_DAY

NOW = datetime(2019, 3, 15, 12, tzinfo=UTC)
TODAY = date(2019, 3, 15)


@pytest.fixture
def owner_id(visitor: Client) -> UUID:
    """Somebody set up, who stands still on Friday 15 March 2019."""
    owner = owners.local_owner()
    owners.edit(owner.id, at=NOW, name="Ada", city="Portland", country="US", is_set_up=True, stands_on=TODAY)
    return owner.id


@pytest.fixture
def month(owner_id: UUID) -> UUID:
    """Thirty days from Friday 1 March, Sundays off, with eight pitches to send."""
    goals = (ActionGoal(Way.PITCH, 8),)
    draft = Draft(FIRST_DAY, 30, intention="To feel at home here.", action_goals=goals)
    return challenge.start(owner_id, draft, at=NOW)


@pytest.fixture
def friends(owner_id: UUID) -> None:
    """Karen, Jess and two people called Priya, all known before."""
    setup.add_known_people(owner_id, ["Karen", "Jess", "Priya Shah", "Priya Nair"], at=NOW)


def words(response: HttpResponse | Any) -> str:
    """What the page says, without its markup; scripts and hidden fields are left out."""
    text = re.sub(r"<(script|style|head)\b.*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def posted(response: HttpResponse | Any, address: str) -> dict[str, str]:
    """What the form to that address would send as it stands: hidden and filled fields, ticked choices."""
    page = response.content.decode()
    form = next(f for f in re.findall(r"<form\b.*?</form>", page, re.DOTALL) if f'action="{address}"' in f)
    fields: dict[str, str] = {}
    for tag in re.findall(r"<input\b[^>]*>", form):
        facts = dict(re.findall(r'(\w[\w-]*)="([^"]*)"', tag))
        is_choice = facts.get("type") in ("radio", "checkbox")
        if "name" in facts and (not is_choice or " checked" in tag):
            fields[unescape(facts["name"])] = unescape(facts.get("value", "on" if is_choice else ""))
    for name, inside in re.findall(r'<select\b[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', inside)
        fields[name] = unescape(chosen.group(1)) if chosen else ""
    for name, inside in re.findall(r'<textarea\b[^>]*name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.DOTALL):
        fields[name] = unescape(inside.removeprefix("\n"))  # as browsers do
    return fields
