"""A mailbag says what the traces of the same messages say, for whole mailboxes and for damaged ones."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from random import Random
from typing import BinaryIO

import pytest

from rapport.domain.imports.imports import IncomingTrace, Mailbag, Party, Quarantined, Trouble, digest
from rapport.formats import mailbags, mbox, wire
from rapport.formats.mailbags import Packer
from tests import mailboxes
from tests.formats import fuzz

SAMPLES = [path.read_bytes() for path in sorted((Path(__file__).parents[1] / "samples" / "mail").iterdir())]
MAIL = (
    b"From x Fri Mar  1 09:00:00 2019\nFrom: %s\nTo: me@example.org, %s\n"
    b"Date: Fri, 1 Mar 2019 09:00:00 +0000\nMessage-ID: <%d@x>\n\nhello\n\n"
)


def bags(data: BinaryIO, messages: int = 100) -> Iterator[Mailbag]:
    packer = Packer(messages)
    yield from mbox.Mailbox(data, packer)
    if last := packer.close():
        yield last


def told(data: bytes, messages: int = 100) -> list[IncomingTrace | Quarantined]:
    """As bags tell it, once over the wire."""
    found = []
    for bag in bags(BytesIO(data), messages):
        [again] = wire.decode(wire.encode([bag]))
        assert isinstance(again, Mailbag)
        found += mailboxes.unpacked(again)
    return found


def as_kept(item: IncomingTrace | Quarantined) -> object:
    """Without names, of which a bag tells the last, and without what is told once: who is on it twice."""
    if isinstance(item, Quarantined):
        return item
    assert item.sender is not None
    addresses = tuple(dict.fromkeys(party.address for party in item.parties))
    return item.key, item.at, item.sender.address, addresses, item.reply_to, item.is_bulk, item.own


def as_traces(data: bytes) -> list[object]:
    found: list[object] = []
    for item in mbox.read(BytesIO(data)):
        if isinstance(item, IncomingTrace):
            item = item._replace(key=digest(item.key.encode()), reply_to=digest(item.reply_to.encode()))
        found.append(as_kept(item))
    return sorted(found, key=lambda each: isinstance(each, Quarantined))


def check_same(data: bytes, messages: int = 100) -> None:
    found = [as_kept(item) for item in told(data, messages)]
    assert sorted(found, key=lambda each: isinstance(each, Quarantined)) == as_traces(data)


@pytest.mark.parametrize("messages", [1, 2, 100])
@pytest.mark.parametrize("data", SAMPLES)
def test_bags_of_any_size_say_what_traces_say(data: bytes, messages: int) -> None:
    check_same(data, messages)


def test_damaged_mailboxes_too() -> None:
    rng = Random(11)
    for _ in range(3_000):
        check_same(fuzz.damaged(SAMPLES, rng, (b"To:", b"\nFrom ", b"<a@b>", b"Cc: ")), 5)


PEOPLE = (
    b"Karen <karen@example.org>", b'"Holt, Karen" <Karen@example.org>', b"tom@example.org",
    b"Tom <tom@example.org>",
    b'"a>, b" <ab@example.org>', b"<jess@example.org>", b"Priya <no address>", b"Dan <dan@example.org>>",
    b"=?utf-8?q?J=C3=A9r=C3=B4me?= <j@example.org>", b"friends: mary@example.org, Ana <ana@x.org>;", b'"Holt',
    b'Karen" <k@example.org>', b"Omar (at work) <omar@example.org>", b"",
)  # fmt: skip
LISTED = (
    b"From x Fri Mar  1 09:00:00 2019\nFrom: %s\nTo: %s\nCc: %s\nDate: 1 Mar 2019 09:00:00 +0000\n"
    b"Message-ID: <%d@x>\n\nhi\n\n"
)


@pytest.mark.parametrize("remembered", [2, 20_000])
def test_a_list_says_the_same_whatever_was_read_before_it(
    remembered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbags, "REMEMBERED", remembered)
    rng = Random(13)

    def some(most: int) -> bytes:
        between = rng.choice((b", ", b",\n ", b",", b" ,\t"))
        return between.join(rng.choices(PEOPLE, k=rng.randint(1, most)))

    for messages in (1, 7, 100):
        data = b"".join(LISTED % (some(1), some(3), some(6), number) for number in range(400))
        check_same(data, messages)


def test_more_receivers_than_a_letter_has_are_too_many_even_when_each_is_known() -> None:
    crowd = b", ".join(b"Tom <tom%d@example.org>" % n for n in range(1_000))
    data = LISTED % (PEOPLE[0], crowd, b"", 1) + LISTED % (PEOPLE[0], b", ".join([crowd] * 2), b"", 2)
    data += LISTED % (PEOPLE[0], b", ".join([crowd] * 2) + b", Jess <j@example.org>", b"", 3)
    [bag] = bags(BytesIO(data))
    assert (len(bag.keys), [item.trouble for item in bag.left_out]) == (2, [Trouble.TOO_MANY])


def test_karen_is_told_once_by_the_name_she_last_had() -> None:
    data = MAIL % (b"Karen <karen@example.org>", b"tom@example.org", 1)
    data += MAIL % (b"Karen Holt <Karen@example.org>", b"karen@example.org", 2)
    data += MAIL % (b"karen@example.org", b"tom@example.org", 3)
    [bag] = bags(BytesIO(data))
    assert Party("karen@example.org", "Karen Holt") in bag.people
    assert len(bag.people) == 3
    assert bag.circle == [0, 1, 0]


def test_a_bag_whose_columns_do_not_fit_together_is_no_line_of_records() -> None:
    [bag] = bags(BytesIO(b"".join(MAIL % (b"karen@example.org", b"tom@example.org", n) for n in range(3))))
    assert wire.decode(wire.encode([bag])) == [bag]
    for broken in (bag._replace(at=bag.at[1:]), bag._replace(bulk=b""), bag._replace(answers=["", ""])):
        with pytest.raises(ValueError, match="no line of records"):
            wire.decode(wire.encode([broken]))


def test_a_bag_ends_with_the_message_it_names() -> None:
    data = b"".join(MAIL % (b"karen@example.org", b"tom@example.org", n) for n in range(5))
    assert [(bag.where.record, len(bag.keys)) for bag in bags(BytesIO(data), 2)] == [(2, 2), (4, 2), (5, 1)]


def test_a_mailbox_of_nothing_but_odd_messages_fills_bags_too() -> None:
    data = b"".join(MAIL % (b"nobody", b"tom@example.org", n) for n in range(5))
    assert [len(bag.left_out) for bag in bags(BytesIO(data), 2)] == [2, 2, 1]


def test_text_in_a_bag_is_fit_to_keep() -> None:
    rng = Random(12)
    for _ in range(1_000):
        for bag in bags(BytesIO(fuzz.damaged(SAMPLES, rng))):
            for item in (*bag.people, *bag.left_out):
                fuzz._check_text(item)
