"""What the database itself refuses, whoever writes."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from rapport.db import models
from rapport.domain.interactions.interactions import Channel, Direction
from tests.cast import day
from tests.services.conftest import NOW

Make = Callable[[UUID, UUID], Any]


def _interaction(owner: UUID, **said: Any) -> models.Interaction:
    facts = {"on": day(1), "channel": Channel.IN_PERSON, "direction": Direction.MUTUAL, **said}
    return models.Interaction(owner_id=owner, **facts)


REFUSED: dict[str, Make] = {
    "a person without a name": lambda o, p: models.Person(owner_id=o, name="", folded=""),
    "an unknown reach": lambda o, p: models.Person(owner_id=o, name="Mary", folded="mary", reach="moon"),
    "an unknown closeness": lambda o, p: models.Person(owner_id=o, name="Mary", folded="mary", told="best"),
    "an empty address": lambda o, p: models.ContactPoint(owner_id=o, person_id=p, kind="email", value=""),
    "a pigeon": lambda o, p: models.ContactPoint(owner_id=o, person_id=p, kind="pigeon", value="x"),
    "a channel that is none": lambda o, p: _interaction(o, channel="pigeon"),
    "a direction that is none": lambda o, p: _interaction(o, direction="up"),
    "more than a day": lambda o, p: _interaction(o, minutes=1441),
    "a gathering without a name": lambda o, p: models.Gathering(owner_id=o, name="", folded="", on=day(1)),
    "a gathering of no kind": lambda o, p: models.Gathering(
        owner_id=o, name="x", folded="x", on=day(1), kind="war"
    ),
    "help neither promised nor given": lambda o, p: models.Help(owner_id=o, person_id=p, what="a link"),
    "an introduction of one": lambda o, p: models.Introduction(owner_id=o, person_id=p, on=day(1)),
    "an introduction to oneself": lambda o, p: models.Introduction(
        owner_id=o, person_id=p, other_id=p, on=day(1)
    ),
    "a pitch to nobody": lambda o, p: models.Pitch(owner_id=o, organisation="", folded=""),
    "a fright of six": lambda o, p: models.Pitch(owner_id=o, organisation="A", folded="a", fright=6),
    "energy beyond five": lambda o, p: models.CheckIn(owner_id=o, on=day(1), energy=6),
    "pressure of nothing": lambda o, p: models.CheckIn(owner_id=o, on=day(1), pressure=0),
    "a challenge of no day": lambda o, p: models.Challenge(owner_id=o, starts_on=day(1), days=0),
    "a challenge of two years": lambda o, p: models.Challenge(owner_id=o, starts_on=day(1), days=700),
}


@pytest.fixture
def mary(owner: UUID) -> UUID:
    pk: UUID = models.Person.objects.create(owner_id=owner, name="Mary", folded="mary").pk
    return pk


@pytest.fixture
def owner(db: None) -> UUID:
    pk: UUID = models.Owner.objects.create(rest_weekdays=[6]).pk
    return pk


@pytest.mark.parametrize("what", REFUSED)
def test_it_refuses(owner: UUID, mary: UUID, what: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        REFUSED[what](owner, mary).save()


TWICE: dict[str, Make] = {
    "check-ins of one day": lambda o, p: models.CheckIn(owner_id=o, on=day(1), energy=3),
    "gatherings of one name and day": lambda o, p: models.Gathering(
        owner_id=o, name="Friday", folded="friday", on=day(1)
    ),
    "series of one name": lambda o, p: models.Series(owner_id=o, name="Friday", folded="friday"),
    "ties to one person": lambda o, p: models.Tie(owner_id=o, person_id=p),
}


@pytest.mark.parametrize("what", TWICE)
def test_it_holds_one_of_two(owner: UUID, mary: UUID, what: str) -> None:
    TWICE[what](owner, mary).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        TWICE[what](owner, mary).save()


def test_mary_is_in_a_coffee_once(owner: UUID, mary: UUID) -> None:
    coffee = _interaction(owner)
    coffee.save()
    models.Participant.objects.create(owner_id=owner, interaction=coffee, person_id=mary)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Participant.objects.create(owner_id=owner, interaction=coffee, person_id=mary)


def test_a_binned_name_is_free_again(owner: UUID, mary: UUID) -> None:
    friday = TWICE["gatherings of one name and day"](owner, mary)
    friday.binned_at = NOW
    friday.save()
    TWICE["gatherings of one name and day"](owner, mary).save()
    assert models.Gathering.objects.of(owner).count() == 2
