"""Rulings are derived: made again from nothing, or in a window, they come out the same."""

from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.challenge.referee import Rule
from rapport.services.challenge import challenge, rulings
from rapport.services.journal.journal import Verb, journal
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW, Tell

TODAY = date(2019, 3, 30)


def read_rulings() -> list[str]:
    columns = ("person__name", "on", "interaction_id", "verdict", "reasons", "evidence", "challenge_id")
    return sorted(map(repr, models.Ruling.objects.values_list(*columns)))


def read_ties() -> list[str]:
    columns = ("person__name", "closeness", "interactions", "first_on", "last_on")
    return sorted(map(repr, models.Tie.objects.values_list(*columns)))


@pytest.mark.parametrize("seed", range(12))
def test_rebuilding_changes_nothing(owner_id: UUID, month: UUID, seed: int) -> None:
    """Entries that arrive in any order, late ones too, are judged in a window as they are from the start."""
    rng = Random(seed)
    with journal(owner_id, Verb.CREATE, at=NOW) as book:
        people = [book.add(models.Person(name=name, folded=name)) for name in ("ana", "mae")]
    for _ in range(12):
        _log_at_random(owner_id, people, rng)
    before = read_rulings(), read_ties()
    rulings.rebuild(owner_id, TODAY)
    assert (read_rulings(), read_ties()) == before


def _log_at_random(owner_id: UUID, people: list[Any], rng: Random) -> None:
    with journal(owner_id, Verb.LOG, at=NOW) as book:
        met = book.add(
            models.Interaction(
                on=FIRST_DAY + timedelta(days=rng.randint(-500, 40)),
                channel=rng.choice(["in_person", "email", "phone", "message"]),
                direction=rng.choice(["outbound", "inbound", "mutual"]),
                lost_touch=rng.random() < 0.1,
            )
        )
        for person in rng.sample(people, rng.randint(1, 2)):
            memorable = rng.choice([None, True, False])
            book.add(models.Participant(interaction=met, person=person, memorable=memorable))


def test_a_stricter_rule_judges_the_month_again(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("coffee with Mary")
    was = challenge.read(owner_id, month)
    stricter = challenge.Draft(starts_on=was.starts_on, days=was.days, rule=Rule(unsaid_is_memorable=False))
    challenge.edit(owner_id, month, stricter, at=NOW)
    assert [row.verdict for row in models.Ruling.objects.all()] == ["hello"]


def test_moving_away_from_mae_makes_the_call_count(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("called Mae, 30min")
    assert [row.verdict for row in models.Ruling.objects.all()] == ["within_reach"]
    tell("Mae lives in Chicago", day(2))
    assert [row.verdict for row in models.Ruling.objects.all()] == ["connection"]
