"""A month begun, changed, ended."""

from datetime import date
from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.challenge.referee import Verdict
from rapport.services.challenge import challenge
from rapport.services.challenge.challenge import CannotStart, Draft
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW, Tell


def test_the_month_runs_from_its_first_day_to_its_thirtieth(owner_id: UUID, month: UUID) -> None:
    running = challenge.current(owner_id, day(12))
    assert running
    assert (running.starts_on, running.ends_on, running.day_number(day(12))) == (FIRST_DAY, day(30), 12)


def test_a_day_belongs_to_one_challenge(owner_id: UUID, month: UUID) -> None:
    with pytest.raises(CannotStart) as refused:
        challenge.start(owner_id, Draft(starts_on=day(30), days=10), at=NOW)
    assert refused.value.code == "overlap"


@pytest.mark.parametrize("days", [0, 367])
def test_a_challenge_lasts_a_day_to_a_year(owner_id: UUID, days: int) -> None:
    with pytest.raises(CannotStart):
        challenge.start(owner_id, Draft(starts_on=FIRST_DAY, days=days), at=NOW)


def test_ending_early_keeps_what_was_logged(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("coffee with Mary")
    tell("coffee with Nora", day(20))
    challenge.end(owner_id, month, day(10), at=NOW)
    counted = models.Ruling.objects.filter(challenge_id=month)
    assert [row.person.name for row in counted] == ["Mary"]
    assert models.Interaction.objects.count() == 2


def test_the_board_counts_what_each_day_brought(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("met Nora and Priya at Freelance Friday, memorable: Nora, Priya")
    board = challenge.board(owner_id, challenge.read(owner_id, month), day(2))
    assert board.connections == 2
    assert board.today
    assert board.today.number == 2
    assert [square.on for square in board.days if square.is_rest] == [day(3), day(10), day(17), day(24)]


def test_public_holidays_come_from_the_country() -> None:
    found = challenge.public_holidays("FR", date(2026, 5, 1), 31)
    assert date(2026, 5, 1) in found
    assert date(2026, 5, 8) in found
    assert challenge.public_holidays("ZZ", date(2026, 5, 1), 31) == {}


def test_twelve_hellos_without_a_name_are_on_the_board(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("met Ruby at the conference, memorable: Ruby, and 12 hellos", day(28))
    board = challenge.board(owner_id, challenge.read(owner_id, month), day(30))
    (square,) = [each for each in board.days if each.on == day(28)]
    assert (square.count(Verdict.CONNECTION), square.count(Verdict.HELLO)) == (1, 12)


def test_a_challenge_does_not_begin_at_the_end_of_time(owner_id: UUID) -> None:
    with pytest.raises(CannotStart):
        challenge.start(owner_id, Draft(starts_on=date(9999, 12, 31), days=30), at=NOW)


def test_one_that_has_not_begun_by_then_cannot_give_way(owner_id: UUID, month: UUID) -> None:
    with pytest.raises(CannotStart):
        challenge.start(owner_id, Draft(starts_on=FIRST_DAY, days=5), at=NOW, instead_of=month)
