"""Once a day: what is old is let go, and silence shows."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from rapport.db import models
from rapport.services.keeping import rounds
from rapport.services.people import people
from tests.cast import day
from tests.services.conftest import NOW, Tell


def closeness() -> float:
    return models.Tie.objects.get(person__name="Karen").closeness


def test_a_quiet_quarter_makes_karen_less_close(owner_id: UUID, tell: Tell) -> None:
    for number in (1, 8, 15, 22):
        tell("lunch with Karen, 90min", day(number))
    before = closeness()
    rounds.weigh_ties(owner_id, day(120))
    assert closeness() < before


def test_what_lay_in_the_bin_for_a_month_goes_for_good(owner_id: UUID, tell: Tell, data_dir: Path) -> None:
    tell("coffee with Karen")
    karen = models.Person.objects.get().pk
    people.discard(owner_id, karen, at=datetime(2019, 3, 2, tzinfo=UTC))
    rounds.daily(data_dir, NOW, lambda owner: day(29))
    assert models.Person.objects.exists()
    rounds.daily(data_dir, NOW + timedelta(days=30), lambda owner: day(60))
    assert not models.Person.objects.exists()


def test_a_new_store_stays_untouched(owner_id: UUID) -> None:
    before = models.Owner.objects.get().revision
    rounds.weigh_ties(owner_id, day(1))
    assert models.Owner.objects.get().revision == before
