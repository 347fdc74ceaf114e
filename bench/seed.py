"""Fill a Rapport data directory: `python -m bench.seed DIR PEOPLE INTERACTIONS`."""

import os
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from uuid import uuid4

from bench.people import invent

TODAY = date(2026, 3, 12)


def fill(folder: Path, many: int, interactions: int) -> None:
    """People, their contact points and a year of exchanges, judged and weighed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rapport.config.settings")
    from rapport.config import boot

    boot.start_django(str(folder))
    boot.boot(str(folder))

    from django.db import transaction

    from rapport.db import models
    from rapport.domain.text import fold
    from rapport.services import owners
    from rapport.services.challenge import challenge, rulings

    owner = owners.local_owner()
    rng = Random(11)
    people = [
        models.Person(
            id=uuid4(),
            owner_id=owner.id,
            name=each.name,
            folded=fold(each.name),
            organisation=each.organisation,
            role=each.role,
            city=each.city,
        )
        for each in invent(many)
    ]
    with transaction.atomic():
        models.Person.objects.bulk_create(people, batch_size=500)
        _contact_points(models, owner.id, people)
        _exchanges(models, owner.id, people, interactions, rng)
    at = datetime.combine(TODAY, time(9), UTC)
    challenge.start(owner.id, challenge.Draft(starts_on=TODAY - timedelta(days=11), days=30), at=at)
    owners.edit(owner.id, at=at, is_set_up=True, stands_on=TODAY)
    rulings.rebuild(owner.id, TODAY)


def _contact_points(models, owner_id, people) -> None:  # type: ignore[no-untyped-def]  # rows of a late import
    rows = [
        models.ContactPoint(owner_id=owner_id, person=p, kind="email", value=f"p{n}@example.org")
        for n, p in enumerate(people)
    ]
    models.ContactPoint.objects.bulk_create(rows, batch_size=500)


def _exchanges(models, owner_id, people, many, rng) -> None:  # type: ignore[no-untyped-def]  # the same
    met = people[: max(1, len(people) // 3)]
    rows, parts = [], []
    for _ in range(many):
        row = models.Interaction(
            id=uuid4(),
            owner_id=owner_id,
            on=TODAY - timedelta(days=int(rng.random() ** 2 * 365)),
            channel=rng.choice(["in_person", "email", "phone", "message"]),
            direction="mutual",
            minutes=rng.choice([None, 15, 30, 60]),
        )
        rows.append(row)
        parts.append(models.Participant(owner_id=owner_id, interaction=row, person=rng.choice(met)))
    models.Interaction.objects.bulk_create(rows, batch_size=500)
    models.Participant.objects.bulk_create(parts, batch_size=500)


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
