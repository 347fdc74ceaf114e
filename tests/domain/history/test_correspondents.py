"""Which addresses are mine, and whom I write with, from a mailbox alone."""

from datetime import timedelta
from random import Random

import pytest

from rapport.domain.history.correspondents import Census, correspondents, name_of, own_addresses
from rapport.domain.imports.imports import IncomingTrace, Party, TraceKind, Where
from tests import mailboxes
from tests.mailboxes import ME, NOW


def counted(*traces: IncomingTrace) -> Census:
    census = Census()
    for trace in traces:
        census.add(trace)
    return census


def mail(sender: str, to: str, *, days: int = 1, own: str = "", bulk: bool = False) -> IncomingTrace:
    at = NOW - timedelta(days=days)
    return IncomingTrace(
        Where(1), TraceKind.MAIL, "<1>", at, Party(sender, "Name"), (Party(to),), is_bulk=bulk, own=own
    )


def test_the_address_on_nearly_every_message_is_mine() -> None:
    box = mailboxes.make(Random(1), people=60, friends=3)
    (mine,) = own_addresses(counted(*box.traces))
    assert mine.address == ME.address
    assert mine.sent > 100
    assert mine.seen == mine.messages


def test_a_mailbag_counts_as_its_messages_do() -> None:
    box = mailboxes.make(Random(3), people=30, friends=2)
    traces = [trace._replace(at=trace.at.replace(microsecond=0), own=ME.address) for trace in box.traces]
    mails = [trace for trace in traces if trace.kind is TraceKind.MAIL]
    crowd = mails[0]._replace(parties=tuple(Party(f"{n}@x.org", "N") for n in range(60)))
    one_by_one, at_once = counted(*mails, crowd), Census()
    for some in (mails[:500], [*mails[500:], crowd]):
        at_once.add_bag(mailboxes.packed(some))
    assert vars(at_once) == vars(one_by_one)


def test_an_alias_is_known_by_what_was_delivered_to_it() -> None:
    main = [mail("karen@x.org", ME.address, own=ME.address) for _ in range(40)]
    alias = [mail("karen@x.org", "old@x.org", own="old@x.org") for _ in range(8)]
    forwarded = [mail("karen@x.org", "club@x.org", own="club@x.org") for _ in range(2)]
    lists = [mail("karen@x.org", "friday@lists.x.org", own="friday@lists.x.org") for _ in range(30)]
    found = own_addresses(counted(*main, *alias, *forwarded, *lists))
    assert [own.address for own in found] == [ME.address, "old@x.org"]
    assert found[1].named == 8


def test_karen_who_writes_most_is_not_me() -> None:
    traces = [mail("karen@x.org", ME.address) for _ in range(90)] + [mail(ME.address, "karen@x.org")] * 10
    assert own_addresses(counted(*traces)) == ()


def test_whom_i_write_with_both_ways_are_people() -> None:
    census = counted(
        mail("karen@x.org", ME.address, days=30), mail(ME.address, "karen@x.org", days=20),
        mail("karen@x.org", ME.address, days=10), mail("tom@x.org", ME.address),
        mail(ME.address, "jess@x.org"),
        mail("no-reply@x.org", ME.address), mail(ME.address, "no-reply@x.org"),
        mail("mae@x.org", ME.address, bulk=True), mail(ME.address, "mae@x.org"),
    )  # fmt: skip
    (karen,) = correspondents(census, {ME.address})
    assert (karen.address, karen.received, karen.written) == ("karen@x.org", 2, 1)
    assert karen.first_at == NOW - timedelta(days=30)
    assert karen.two_way_since == NOW - timedelta(days=20)


@pytest.mark.parametrize(
    ("written", "address", "name"),
    [
        ("Shah, Priya", "p@x.org", "Priya Shah"),
        ("'Karen Holt'", "k@x.org", "Karen Holt"),
        ("Tom Reed via Friday", "friday@x.org", "Tom Reed"),
        ("", "mary.castellan@x.org", "Mary Castellan"),
        ("jess@x.org", "jess_moran2+news@x.org", "Jess Moran"),
        ("", "42@x.org", "42@x.org"),
        ("Holt, Karen, PhD, and others", "k@x.org", "Holt, Karen, PhD, and others"),
    ],
)
def test_a_name_comes_from_the_header_or_else_from_the_address(written: str, address: str, name: str) -> None:
    assert name_of(written, address) == name
