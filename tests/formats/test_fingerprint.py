"""A mailbox that has not changed is only looked at; one that has grown is read from where it ended."""

from io import BytesIO

import pytest

from rapport.formats import mbox
from rapport.formats.fingerprint import Change, Fingerprint, compare, take
from rapport.formats.mail import Reader
from tests.formats.test_mbox import keys, message

OLD = b"".join(message(number, b"a line\n" * 400) for number in range(12))


@pytest.fixture
def known() -> Fingerprint:
    run = mbox.Mailbox(BytesIO(OLD), Reader())
    assert len(list(run)) == 12
    return take(BytesIO(OLD), len(OLD), 1, run.offset)


def test_size_and_time_are_enough(known: Fingerprint) -> None:
    assert compare(known, len(OLD), 1) is Change.SAME
    assert compare(known, len(OLD), 2) is Change.OTHER


def test_a_touched_file_with_the_same_ends_is_the_same(known: Fingerprint) -> None:
    assert compare(known, len(OLD), 2, BytesIO(OLD)) is Change.SAME
    other = OLD[:-3] + b"x\n\n"
    assert compare(known, len(other), 2, BytesIO(other)) is Change.OTHER


def test_a_grown_mailbox_goes_on_at_its_last_message(known: Fingerprint) -> None:
    new = OLD + message(12) + message(13)
    assert compare(known, len(new), 2, BytesIO(new)) is Change.GROWN
    assert keys(new, offset=known.offset) == ["<11@x>", "<12@x>", "<13@x>"]


def test_a_mailbox_tidied_up_is_read_whole(known: Fingerprint) -> None:
    fewer = OLD[len(message(0, b"a line\n" * 400)) :]
    for data in (fewer, fewer + b"".join(map(message, range(40, 90)))):
        assert compare(known, len(data), 2, BytesIO(data)) is Change.OTHER
