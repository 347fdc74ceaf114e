"""People and what happened with them, made the way a form makes them; crowds made in bulk."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from rapport.db import models
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.interactions.interactions import Channel, Direction, Participation
from rapport.domain.people.people import ContactKind
from rapport.services.gatherings import gatherings
from rapport.services.interactions import interactions
from rapport.services.people import people, search_index
from rapport.services.people.drafts import ContactPoint
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW


def a_person(owner_id: UUID, name: str, **facts: Any) -> UUID:
    return people.create(owner_id, people.Draft(name, **facts), at=NOW).id


def a_coffee(
    owner_id: UUID, *people_there: UUID, on: date = FIRST_DAY, memorable: bool | None = True, **facts: Any
) -> UUID:
    parts = tuple(Participation(person, memorable) for person in people_there)
    return interactions.create(owner_id, interactions.Draft(on=on, people=parts, **facts), at=NOW).id


def a_gathering(
    owner_id: UUID, name: str, on: date = FIRST_DAY, attendance: Attendance = Attendance.WENT, **facts: Any
) -> UUID:
    draft = gatherings.Draft(name=name, on=on, attendance=attendance, **facts)
    return gatherings.create(owner_id, draft, at=NOW).id


def a_crowd(owner_id: UUID, count: int) -> list[UUID]:
    """People with a tie each, without the journal: for counting queries, and for speed."""
    rows = [
        models.Person(
            owner_id=owner_id,
            name=f"Nora {number:05}",
            folded=f"nora {number:05}",
            city="Portland",
            tags=" freelance ",
        )
        for number in range(count)
    ]
    models.Person.objects.bulk_create(rows)
    models.Tie.objects.bulk_create(
        models.Tie(owner_id=owner_id, person=row, closeness=0.5, last_on=FIRST_DAY + timedelta(days=n % 30))
        for n, row in enumerate(rows)
    )
    search_index.refresh_all(owner_id)
    return [row.pk for row in rows]


def many_coffees(owner_id: UUID, people_there: Sequence[UUID], **facts: Any) -> None:
    """One coffee with each, without the journal."""
    met = [
        models.Interaction(
            owner_id=owner_id, on=FIRST_DAY, channel=Channel.IN_PERSON, direction=Direction.MUTUAL, **facts
        )
        for _ in people_there
    ]
    models.Interaction.objects.bulk_create(met)
    models.Participant.objects.bulk_create(
        models.Participant(owner_id=owner_id, interaction=row, person_id=person)
        for row, person in zip(met, people_there, strict=True)
    )


def mail(address: str, label: str = "") -> ContactPoint:
    return ContactPoint(ContactKind.EMAIL, address, label)


def phone(number: str) -> ContactPoint:
    return ContactPoint(ContactKind.PHONE, number)


def two_marys(owner_id: UUID) -> tuple[UUID, UUID]:
    """Mary from the address book, who has a story, and Mary from LinkedIn."""
    mary = a_person(
        owner_id,
        "Mary Castellan",
        city="Portland",
        role="coach",
        contact_points=(mail("mary@castellan.example"), phone("+1 503 555 0142")),
        tags=("vr",),
        note="Has a newsletter.",
    )
    other = a_person(
        owner_id,
        "Castellan, Mary J.",
        organisation="Ladies’ Night",
        role="career coach",
        contact_points=(mail("Mary@Castellan.example", "work"),),
        tags=("vr", "coach"),
        note="Knows Alma.",
        known_before=True,
    )
    for number in (3, 9):
        a_coffee(owner_id, mary, on=day(number))
    return mary, other
