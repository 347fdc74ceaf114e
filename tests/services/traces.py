"""People with addresses, mail between them and me, and what it leaves behind."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from rapport.db import models
from rapport.domain.imports.imports import IncomingTrace, Party, TraceKind, Where
from rapport.domain.people.people import ContactKind
from rapport.services.history.intake import Applied, Intake
from rapport.services.journal.bulk import bulk
from rapport.services.journal.journal import Verb
from tests.services.conftest import NOW
from tests.services.makers import a_person

ME = "me@example.org"
KAREN, PRIYA = "karen@example.org", "priya@example.org"
TODAY = NOW.date()


def reachable(owner_id: UUID, name: str, *addresses: str) -> UUID:
    person = a_person(owner_id, name)
    for address in addresses:
        models.ContactPoint.objects.create(
            owner_id=owner_id, person_id=person, kind=ContactKind.EMAIL, value=address.capitalize()
        )
    return person


def mail(
    sender: str,
    *to: str,
    at: datetime = NOW - timedelta(days=40),
    key: str = "",
    answers: str = "",
    bulk: bool = False,
) -> IncomingTrace:
    parties = tuple(Party(address) for address in to)
    return IncomingTrace(
        Where(1),
        TraceKind.MAIL,
        key or f"<{sender}{to}{at}>",
        at,
        Party(sender, "Somebody"),
        parties,
        answers,
        bulk,
    )


def take_in(owner_id: UUID, traces: Iterable[IncomingTrace], *own: str) -> tuple[Applied, UUID]:
    with bulk(owner_id, Verb.IMPORT, at=NOW, subject="mail") as book, book.step():
        run = Intake(book, own or (ME,))
        run.add(traces)
        done = run.finish()
    return done, book.batch.pk


def tie(person: UUID) -> models.Tie:
    return models.Tie.objects.get(person_id=person)


def everything() -> list[str]:
    """All that traces leave behind, but for numbers."""
    columns = ("person__name", "closeness", "last_on", "was_strong")
    return [
        *sorted(map(repr, models.Trace.objects.values_list("key", "from_me", "size", "is_bulk"))),
        *sorted(
            map(repr, models.TraceParty.objects.values_list("trace__key", "address__address", "is_sender"))
        ),
        *sorted(map(repr, models.Address.objects.values_list("address", "kind", "person__name"))),
        *sorted(map(repr, models.PersonHistory.objects.values_list("person__name", "sums"))),
        *sorted(map(repr, models.Tie.objects.values_list(*columns))),
    ]


def rounded(lines: list[str]) -> list[str]:
    """Sums of floats differ in the last digits by the order of adding."""
    return [re.sub(r"\d+\.\d+(e[-+]\d+)?", lambda m: f"{float(m.group()):.6g}", line) for line in lines]
