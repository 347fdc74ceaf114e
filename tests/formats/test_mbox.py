"""A mailbox is cut where messages begin, whoever wrote it; bodies are passed over."""

import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from random import Random
from time import process_time

import pytest

from rapport.domain.imports.imports import IncomingTrace, Party, Quarantined, Trouble
from rapport.formats import mbox
from rapport.formats.mail import Reader
from tests.formats import fuzz

SAMPLES = Path(__file__).parents[1] / "samples" / "mail"


def message(number: int, body: bytes = b"hello\n") -> bytes:
    return (
        b"From karen@example.org Fri Mar  1 09:%02d:00 2019\nFrom: Karen <karen@example.org>\n"
        b"To: me@example.org\nDate: Fri, 1 Mar 2019 09:%02d:00 +0000\nMessage-ID: <%d@x>\n\n%s\n"
        % (number % 60, number % 60, number, body)
    )


def read(data: bytes, **where: int) -> list[IncomingTrace | Quarantined]:
    return list(mbox.read(BytesIO(data), **where))


def keys(data: bytes, **where: int) -> list[str]:
    return [item.key if isinstance(item, IncomingTrace) else item.trouble for item in read(data, **where)]


def sample(name: str) -> list[IncomingTrace | Quarantined]:
    return read((SAMPLES / name).read_bytes())


def test_quoted_and_unquoted_from_lines_inside_a_body_begin_nothing() -> None:
    lunch, answer, shop = sample("mboxrd.mbox")
    assert isinstance(lunch, IncomingTrace)
    assert isinstance(answer, IncomingTrace)
    assert isinstance(shop, IncomingTrace)
    assert lunch.sender == Party("karen@example.org", "Holt, Karen")
    assert [p.address.partition("@")[0] for p in lunch.parties] == ["me", "priya", "jess", "dan"]
    assert (answer.reply_to, answer.key) == (lunch.key, "<two@example.org>")
    assert (shop.is_bulk, shop.parties) == (True, ())


def test_a_takeout_s_spam_and_bin_are_left_out_and_its_sent_mail_says_who_i_am() -> None:
    sent, answer = sample("takeout.mbox")
    assert isinstance(sent, IncomingTrace)
    assert isinstance(answer, IncomingTrace)
    assert (sent.own, answer.own) == ("me@example.org", "me@example.org")
    assert (answer.reply_to, answer.where.record) == (sent.key, 4)


def test_oddities_come_in_or_are_told_by_name() -> None:
    teo, alma, mae, ruby, nora, dan = sample("odd.mbox")
    assert isinstance(teo, IncomingTrace)
    assert teo.key.startswith("made:")
    assert teo.at == datetime(2019, 3, 1, 9, tzinfo=UTC)
    assert isinstance(alma, IncomingTrace)
    assert alma.at == datetime(2019, 3, 2, 10, tzinfo=UTC)
    assert isinstance(mae, IncomingTrace)
    assert mae.at == datetime(2019, 3, 3, 11, tzinfo=UTC)
    assert isinstance(ruby, Quarantined)
    assert (ruby.trouble, ruby.where.record) == (Trouble.NOT_UNDERSTOOD, 4)
    assert isinstance(nora, IncomingTrace)
    assert nora.sender == Party("nora@example.org", "Nora the second Lindqvist")
    assert [p.address for p in nora.parties] == ["me@example.org", "tom@example.org"]
    assert isinstance(dan, IncomingTrace)
    assert dan.at == datetime(2019, 3, 6, 11, tzinfo=UTC)


def test_line_ends_of_two_kinds_in_one_file_do_no_harm() -> None:
    data = message(1) + message(2).replace(b"\n", b"\r\n") + message(3)
    assert keys(data) == ["<1@x>", "<2@x>", "<3@x>"]
    half = message(4).replace(b"\n", b"\r\n").replace(b"2019\r\n", b"2019\n", 1)
    assert keys(half + message(5)) == ["<4@x>", "<5@x>"]


def test_a_message_cut_off_within_its_headers_does_not_take_the_next_one_along() -> None:
    data = message(1).partition(b"Message-ID")[0] + b"\n" + message(2)
    assert keys(message(0) + data.replace(b"+0000\n\n", b"+0000\n"))[-1] == "<2@x>"


def test_a_later_message_is_where_the_first_ones_are_passed_over() -> None:
    data = b"".join(map(message, range(5)))
    assert keys(data, start=3) == ["<3@x>", "<4@x>"]
    assert [item.where.record for item in read(data, start=3)] == [4, 5]


def test_a_mailbox_that_has_grown_is_read_from_its_last_message_on() -> None:
    old = b"".join(map(message, range(5)))
    run = mbox.Mailbox(BytesIO(old), Reader())
    assert len(list(run)) == 5
    assert keys(old + message(5) + message(6), offset=run.offset) == ["<4@x>", "<5@x>", "<6@x>"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"From ", b"hello", b"BEGIN:VCARD\nFN:Karen\n", b"\0" * 100])
def test_what_is_no_mailbox_says_so(data: bytes) -> None:
    assert keys(data) in ([], [Trouble.NOT_UNDERSTOOD])


def test_junk_before_the_first_message_is_told_and_costs_nothing() -> None:
    assert keys(b"junk\n" + message(1)) == [Trouble.NOT_UNDERSTOOD, "<1@x>"]


@pytest.mark.parametrize("size", [mbox.BUFFER, mbox.AHEAD, 3 * mbox.BUFFER + 17])
def test_wherever_the_buffer_ends_every_message_is_found(size: int) -> None:
    rng = Random(3)
    for gap in range(-40, 40, 3):
        first = message(1, b"x" * (size - len(message(1, b"")) + gap - 1) + b"\n")
        assert keys(first + message(2) + message(3, rng.randbytes(40))) == ["<1@x>", "<2@x>", "<3@x>"]


class Endless(BytesIO):
    """Messages of a megabyte, without holding them."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.rest = self._parts(count)
        self.left = b""

    def _parts(self, count: int) -> Iterator[bytes]:
        for number in range(count):
            yield message(number, b"a line of a body\n" * 60_000)

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any writable buffer
        self.left = self.left or next(self.rest, b"")
        part, self.left = self.left[: len(buffer)], self.left[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def test_memory_does_not_grow_with_the_mailbox() -> None:
    tracemalloc.start()
    assert sum(1 for _ in mbox.read(Endless(60))) == 60
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5 * mbox.BUFFER


HUGE = {
    "a header line of 10 MB": message(1).replace(b"\n\n", b"\nX: " + b"a" * 10_000_000 + b"\n\n"),
    "100,000 MIME parts": message(1, b"--x\nContent-Type: text/plain\n\nFrom me\n" * 100_000),
    "200,000 From lines": message(1, b"\nFrom me\n" * 200_000),
    "200,000 From lines before headers": message(1, b"From Mon, 10:00\nNote: x\n" * 200_000),
    "no line end": message(1, b"a" * 20_000_000),
}


@pytest.mark.parametrize("name", HUGE)
def test_bombs_end_soon_and_cost_no_good_message(name: str) -> None:
    began = process_time()
    found = keys(message(0) + HUGE[name] + message(2))
    assert process_time() - began < 5
    assert found[0] == "<0@x>"
    assert found[-1] == "<2@x>"


def test_what_was_damaged_neither_raises_nor_hangs() -> None:
    samples = [path.read_bytes() for path in sorted(SAMPLES.iterdir())]
    tokens = (
        b"\nFrom ",
        b"\n\nFrom x Fri Mar  1 09:00:00 2019\n",
        b"\r\n\r\n",
        b"To:",
        b"Date:",
        b"<a@b>",
        b"=?",
    )
    fuzz.run(mbox.read, samples, count=20_000, seed=5, tokens=tokens)
