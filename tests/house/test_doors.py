"""The doors agree: the terminal and the browser say the same of the same month."""

from datetime import UTC, datetime
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from rapport.cli import board as cli_board
from rapport.cli import retro as cli_retro
from rapport.cli import today as cli_today
from rapport.cli.commands import COMMANDS
from rapport.services import owners
from rapport.services.challenge import challenge
from rapport.services.challenge.retrospective import open_retrospective
from rapport.services.coach.today import open_today
from rapport.services.setup import demo
from rapport.web.urls import urlpatterns

NOW = datetime(2019, 3, 30, 12, tzinfo=UTC)

IN_BOTH = {  # a command of the terminal, and the page that does the same
    "today": "today",
    "start": "setup",
    "log": "quicklog",
    "board": "board",
    "people": "people",
    "person": "person",
    "map": "map",
    "ask": "asks-who",
    "asks": "asks",
    "feeds": "feeds",
    "gatherings": "gatherings",
    "debrief": "gathering-debrief",
    "pitches": "pitches",
    "reconnect": "reconnect",
    "help": "give",
    "introductions": "introductions",
    "retro": "retrospective",
    "works": "works",
    "simulate": "pace",
    "next": "challenge-next",
    "import": "imports",
    "duplicates": "duplicates",
    "undo": "undo",
    "demo": "demo-enter",
}
MACHINE_ONLY = {"serve", "open", "backup", "restore", "doctor", "export", "work"}  # about files and processes


@pytest.fixture
def owner_id(visitor: Client) -> UUID:
    demo.load(at=NOW)
    return owners.local_owner().id


def read(visitor: Client, path: str) -> str:
    return unescape(visitor.get(path).content.decode())


def test_every_command_about_the_month_has_its_page() -> None:
    pages = {pattern.name for pattern in urlpatterns if hasattr(pattern, "name")}
    assert set(COMMANDS) == IN_BOTH.keys() | MACHINE_ONLY
    assert set(IN_BOTH.values()) <= pages


def test_the_retrospective_says_the_same_sentences(visitor: Client, owner_id: UUID) -> None:
    running = challenge.current(owner_id, demo.LAST)
    assert running
    told = cli_retro.document(open_retrospective(owner_id, running.id, demo.LAST))
    page = read(visitor, "/retrospective")
    assert [finding["code"] for finding in told["findings"] if finding["sentence"] not in page] == []


def test_today_holds_the_same_cards(visitor: Client, owner_id: UUID) -> None:
    told = cli_today.document(open_today(owner_id, demo.LAST))
    page = read(visitor, "/")
    cards = told["plan"]["actions"]
    assert cards
    assert [card["title"] for card in cards if card["title"] not in page] == []


def test_the_board_counts_the_same(visitor: Client, owner_id: UUID) -> None:
    running = challenge.current(owner_id, demo.LAST)
    assert running
    told = cli_board.document(challenge.board(owner_id, running, demo.LAST))
    assert told["connections"] == 11
    assert "11 connections" in read(visitor, "/board")
