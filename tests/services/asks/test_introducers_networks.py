"""In made networks with known introducers, the right one is among the first three, with true reasons."""

from collections.abc import Iterator
from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.history.acquaintances import FEW, Sign
from rapport.domain.imports.imports import TraceKind
from rapport.domain.people.people import ContactKind
from rapport.services.asks.introducer_reasons import Link, Reason
from rapport.services.asks.introducers import Kind, who
from rapport.services.people import search_index
from tests import networks
from tests.networks import Network, Shown
from tests.services.conftest import NOW
from tests.services.traces import take_in

TODAY = NOW.date()


def fill(owner_id: UUID, network: Network) -> list[UUID]:
    rows = [
        models.Person(
            owner_id=owner_id,
            name=networks.name(person),
            folded=networks.name(person).lower(),
            organisation=f"Qfirm{chr(97 + network.firm[person])}" if person in network.says_firm else "",
            city=f"Qcity{network.city[person]}",
        )
        for person in network.people
    ]
    models.Person.objects.bulk_create(rows)
    models.ContactPoint.objects.bulk_create(
        models.ContactPoint(
            owner_id=owner_id, person=row, kind=ContactKind.EMAIL, value=networks.address(person)
        )
        for person, row in enumerate(rows)
    )
    search_index.refresh_all(owner_id)
    take_in(owner_id, network.traces, networks.ME)
    return [row.pk for row in rows]


@pytest.mark.slow
def test_the_right_introducer_is_among_the_first_three_with_true_reasons(owner_id: UUID) -> None:
    network = networks.made(11)
    ids = fill(owner_id, network)
    number = {pk: person for person, pk in enumerate(ids)}
    targets, shown, right = network.targets(), network.shown(FEW), 0
    for target in targets:
        page = who(owner_id, "", TODAY, person_id=ids[target])
        first = [number[one.person.id] for one in page.proposals[:3]]
        right += network.introducers(target)[0] in first
        for one in page.proposals:
            for link in links(one.reasons):
                is_true(network, shown, link, number)
    assert len(targets) >= 80
    assert right >= 0.9 * len(targets), f"{right} of {len(targets)}"


@pytest.mark.slow
def test_the_right_introducer_to_a_firm_is_among_the_first_three(owner_id: UUID) -> None:
    network = networks.made(12)
    ids = fill(owner_id, network)
    number = {pk: person for person, pk in enumerate(ids)}
    right = []
    for firm in sorted(set(network.firm)):
        likely = {tie: network.leads_to(firm, tie) for tie in network.mine}
        best = max(likely, key=lambda tie: likely[tie])
        page = who(owner_id, f"Qfirm{chr(97 + firm)}", TODAY)
        assert page.wanted.kind is Kind.ORGANISATION
        right.append(best in [number[one.person.id] for one in page.proposals[:3]])
    assert sum(right) >= 0.9 * len(right)


def links(reasons: tuple[Reason, ...]) -> Iterator[Link]:
    for reason in reasons:
        yield from reason.links


def is_true(network: Network, shown: Shown, link: Link, number: dict[UUID, int]) -> None:
    """What is told of two people is what their traces show: how many, and the last day."""
    a, b = number[link.person.id], number[link.other.id]
    for told in link.evidence:
        if told.sign is Sign.ORGANISATION:
            assert network.firm[a] == network.firm[b]
            assert {a, b} <= network.says_firm
        else:
            kind = {Sign.MAIL: TraceKind.MAIL, Sign.MEETING: TraceKind.MEETING}[told.sign]
            assert (told.times, told.last) == shown[kind, networks.address(a), networks.address(b)]
