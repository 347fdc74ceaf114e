"""Shared history from mailboxes and calendars: taken in, taken back, and whose addresses these are."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef

from rapport.db.models import Address, Owner, Trace, TraceParty
from rapport.db.queries import history as queries
from rapport.domain.history.correspondents import (
    Census,
    Correspondent,
    OwnAddress,
    correspondents,
    own_addresses,
)
from rapport.domain.history.history import AddressKind, kind_of
from rapport.services.errors import Invalid, Problem
from rapport.services.history import acquaintances
from rapport.services.history import people as person_history
from rapport.services.history.trace_rows import contacts, slices

__all__ = [
    "Census",
    "Correspondent",
    "OwnAddress",
    "claim",
    "is_any",
    "mine",
    "propose_mine",
    "propose_people",
    "recompute_all",
    "relink",
    "remove",
    "say",
]

LONGEST = 320  # characters: 64 before the @ and 255 behind it (RFC 5321 §4.5.3.1)


def remove(owner_id: UUID, batch_id: UUID, today: date) -> int:
    """Take back the traces of a batch, the addresses they alone named, and what followed; how many."""
    traces = Trace.objects.of(owner_id).filter(batch_id=batch_id)
    parties = TraceParty.objects.filter(trace__in=traces)
    named = parties.filter(address__person__isnull=False)
    people = set(named.values_list("address__person_id", flat=True).distinct())
    count: int = traces.count()
    parties.filter(trace__batch_id=batch_id).delete()
    traces._raw_delete(traces.db)  # their parties are gone
    _forget_unused(owner_id)
    person_history.recompute(owner_id, people)
    person_history.weigh(owner_id, people, count, today)
    acquaintances.refresh(owner_id, people, today)
    return count


def is_any(owner_id: UUID) -> bool:
    """Whether any trace has named an address."""
    return Address.objects.of(owner_id).exists()


def mine(owner_id: UUID) -> frozenset[str]:
    """The addresses known to be the user's own."""
    return queries.mine(owner_id)


def recompute_all(owner_id: UUID) -> None:
    """Work out everybody's sums again from all traces."""
    named = Address.objects.of(owner_id).filter(person__isnull=False)
    person_history.recompute(owner_id, set(named.values_list("person_id", flat=True)))


def claim(owner_id: UUID, address: str, today: date, *, is_mine: bool) -> None:
    """The user says that an address is theirs, or that it is not; all its traces are read anew."""
    address = address.strip().lower()
    row, _made = Address.objects.of(owner_id).get_or_create(
        owner_id=owner_id, address=address, defaults={"kind": kind_of(address)}
    )
    was_mine = row.kind == AddressKind.ME
    row.kind = AddressKind.ME if is_mine else kind_of(address)
    row.person_id = None if is_mine else contacts(owner_id).get(address)
    row.confirmed = True
    row.save()
    if was_mine == is_mine:
        return
    there = TraceParty.objects.filter(address=row)
    sent = Trace.objects.of(owner_id).filter(Exists(there.filter(trace=OuterRef("pk"), is_sender=True)))
    on = Trace.objects.of(owner_id).filter(Exists(there.filter(trace=OuterRef("pk"))))
    sent.update(from_me=is_mine)
    on.update(size=F("size") + (-1 if is_mine else 1))
    beside = TraceParty.objects.filter(trace__in=on.values("pk"), address__person__isnull=False)
    people = set(beside.values_list("address__person_id", flat=True).distinct())
    person_history.recompute(owner_id, people)
    person_history.weigh(owner_id, people, on.count(), today)
    acquaintances.refresh(owner_id, people, today)


def say(owner_id: UUID, address: str, today: date, *, is_mine: bool) -> str:
    """As `claim`, for what somebody typed; the address as it is kept. Invalid where it is none."""
    said = address.strip().lower()
    name, _at, host = said.partition("@")
    if not (name and host) or len(said) > LONGEST or not said.isprintable() or " " in said or "@" in host:
        raise Invalid("address", Problem.NOT_AN_EMAIL)
    with transaction.atomic():
        claim(owner_id, said, today, is_mine=is_mine)
        Owner.objects.filter(pk=owner_id).update(revision=F("revision") + 1)
    return said


def relink(owner_id: UUID, people: Collection[UUID], today: date) -> set[UUID]:
    """Give these people the addresses of their contact points, and no others: after a merge or an edit.

    They, and whoever had one of their addresses. Sums are worked out again where an address changed hands.
    """
    wanted = contacts(owner_id)
    touched: set[UUID] = set(people)
    moved: set[UUID] = set()
    for some in slices(people):
        for row in Address.objects.of(owner_id).filter(person_id__in=some):
            now = wanted.get(row.address)
            if now != row.person_id:
                Address.objects.filter(pk=row.pk).update(person_id=now)
                moved.update(each for each in (row.person_id, now) if each)
    touched |= moved
    chosen = {address: person for address, person in wanted.items() if person in touched}
    nobodys = Address.objects.of(owner_id).filter(person__isnull=True)
    nobodys = nobodys.exclude(kind__in=(AddressKind.ME, AddressKind.MACHINE))
    for some_addresses in slices(chosen):
        for row in nobodys.filter(address__in=some_addresses):
            Address.objects.filter(pk=row.pk).update(person_id=chosen[row.address])
            moved.add(chosen[row.address])
    person_history.recompute(owner_id, moved)
    person_history.weigh(owner_id, touched, 0, today)
    return touched


def propose_mine(owner_id: UUID, census: Census) -> tuple[OwnAddress, ...]:
    """Addresses that look like the user's own and are not known yet, with what speaks for each."""
    known = mine(owner_id)
    said = Address.objects.of(owner_id).filter(confirmed=True).exclude(kind=AddressKind.ME)
    refused = set(said.values_list("address", flat=True))
    return tuple(own for own in own_addresses(census) if own.address not in known | refused)


def propose_people(owner_id: UUID, census: Census, own: Collection[str]) -> tuple[Correspondent, ...]:
    """People I write with who are not in Rapport yet, the most messages first; nobody is made here."""
    known = set(contacts(owner_id))
    linked = Address.objects.of(owner_id).filter(person__isnull=False)
    known.update(linked.values_list("address", flat=True))
    everybody = correspondents(census, {*own, *mine(owner_id)})
    return tuple(each for each in everybody if each.address not in known)


def _forget_unused(owner_id: UUID) -> None:
    """Addresses that no trace names and nobody spoke about."""
    used = TraceParty.objects.filter(address=OuterRef("pk"))
    unused = Address.objects.of(owner_id).filter(~Exists(used), confirmed=False)
    unused._raw_delete(unused.db)  # no party hangs on them
