"""A header block says who wrote to whom and when, as the standard library reads it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes
from email.header import Header, decode_header, make_header
from email.utils import format_datetime, formataddr, getaddresses, parsedate_to_datetime
from io import BytesIO
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.imports.imports import IncomingTrace, Party, Quarantined, Trouble
from rapport.formats import mail
from rapport.formats.mail_addresses import tidy
from tests.formats import fuzz

HEAD = b"From: Karen Holt <karen@example.org>\nDate: Fri, 1 Mar 2019 10:00:00 +0000\nMessage-ID: <1@x>\n"


def read(head: bytes) -> IncomingTrace:
    found = mail.read_message(head, 1)
    assert isinstance(found, IncomingTrace)
    return found


def trouble(head: bytes) -> Trouble:
    found = mail.read_message(head, 1)
    assert isinstance(found, Quarantined)
    return found.trouble


def as_the_library(head: bytes) -> tuple[object, ...]:
    """The same six fields by `email`, compat32."""
    message = message_from_bytes(head)

    def parties(name: str) -> list[Party]:
        found = getaddresses([str(value) for value in message.get_all(name) or []])
        return [
            Party(address.lower(), tidy(str(make_header(decode_header(said))))) for said, address in found
        ]

    at = parsedate_to_datetime(str(message["Date"])).astimezone(UTC)
    answers = str(message["In-Reply-To"] or "").strip()
    parts = (str(message["Message-ID"]).strip(), at, parties("From")[0])
    return (*parts, (*parties("To"), *parties("Cc")), answers)


WORDS = st.text("abcdefghijkl mnopqrstuvwxyzABCDEF.'-éñøŁ山Ω0123", min_size=1, max_size=24)
NAMES = WORDS.map(lambda name: " ".join(name.split())).filter(bool)
LOCAL = st.text("abcdefgXYZ0123456789._-", min_size=1, max_size=12).map(
    lambda s: f"a{s.strip('.')}b".replace("..", ".")
)
MAILBOXES = st.tuples(
    NAMES | st.just(""), st.builds("{}@{}.example".format, LOCAL, st.from_regex(r"\A[a-z]{2,8}\Z"))
)
TIMES = st.integers(500_000_000, 3_700_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
ZONES = st.integers(-47, 55).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
IDS = st.from_regex(r"\A<[a-zA-Z0-9.$_+-]{1,40}@[a-z.]{1,20}>\Z")


@st.composite
def heads(draw: st.DrawFn) -> bytes:
    """Well-formed headers, in any order and case, folded or not, names written in every legal way."""

    def written(mailbox: tuple[str, str]) -> str:
        name, address = mailbox
        if not name.isascii():
            charset, long = draw(st.sampled_from(("utf-8", "utf-16-be"))), draw(st.booleans())
            word = Header(name, charset, maxlinelen=None if long else 76).encode()
            return f"{word} <{address}>".replace("\n", "")
        return formataddr(mailbox) if draw(st.booleans()) or "." in name else f"{name} <{address}>".strip()

    many = st.lists(MAILBOXES, min_size=1, max_size=5)
    gap = draw(st.sampled_from((", ", ",", ",\n ", " ,\n\t")))
    at = draw(TIMES).astimezone(draw(ZONES))
    lines = [
        f"From: {written(draw(MAILBOXES))}",
        f"To: {gap.join(map(written, draw(many)))}",
        f"Date: {format_datetime(at)}",
        f"Message-ID:{draw(st.sampled_from((' ', chr(10) + ' ')))}{draw(IDS)}",
        *draw(st.lists(st.just(f"Cc: {gap.join(map(written, draw(many)))}"), max_size=1)),
        *draw(st.lists(st.just(f"In-Reply-To: {draw(IDS)}"), max_size=1)),
        *draw(
            st.lists(
                st.sampled_from(("Subject: From: you", "X-To: a@b.c", "Received: by x;\n\tdate: no")),
                max_size=3,
            )
        ),
    ]
    shuffled = draw(st.permutations(lines))
    cases: list[Callable[[str], str]] = [str, str.upper, str.lower]
    cased = []
    for name, _colon, value in (line.partition(":") for line in shuffled):
        cased.append(f"{draw(st.sampled_from(cases))(name)}:{value}")
    end = draw(st.sampled_from(("\n", "\r\n")))
    return ("\n".join(cased) + "\n\nFrom: body@example.org\n").replace("\n", end).encode()


@settings(max_examples=200, deadline=None)
@given(heads())
def test_well_formed_mail_reads_as_by_the_standard_library(head: bytes) -> None:
    found = read(head)
    assert (found.key, found.at, found.sender, found.parties, found.reply_to) == as_the_library(head)


def test_karen_s_mail_in_full() -> None:
    found = read(HEAD + b'To: me@example.org, "Shah, Priya" <Priya@Example.org>\n\nFrom: x@y.z')
    assert found.sender == Party("karen@example.org", "Karen Holt")
    assert found.parties == (Party("me@example.org"), Party("priya@example.org", "Shah, Priya"))
    assert (found.key, found.at) == ("<1@x>", datetime(2019, 3, 1, 10, tzinfo=UTC))
    assert (found.reply_to, found.is_bulk, found.title) == ("", False, "")


def test_what_stands_behind_an_empty_first_line_is_body() -> None:
    assert trouble(b"\n" + HEAD) is Trouble.NOT_UNDERSTOOD
    assert trouble(b"\r\n" + HEAD) is Trouble.NOT_UNDERSTOOD


def test_names_in_two_words_of_rfc_2047_come_together_and_broken_ones_stay() -> None:
    found = read(
        HEAD + b"To: =?utf-8?q?=C5=81uk?= =?utf-8?b?YXN6?= <l@x.y>, =?nope?q?Z?= <z@x.y>, Jos\xe9 <j@x.y>\n"
    )
    assert [party.name for party in found.parties] == ["Łukasz", "=?nope?q?Z?=", "José"]


def test_nobody_is_addressed_where_recipients_are_undisclosed() -> None:
    assert read(HEAD + b"To: undisclosed-recipients:;\n").parties == ()


@pytest.mark.parametrize(
    "line",
    [
        b"List-Id: <friday.lists.example>", b"List-Unsubscribe: <mailto:x@y>", b"Precedence: bulk",
        b"Precedence:\n list", b"Auto-Submitted: auto-replied", b"LIST-POST: <mailto:x@y>",
    ],
)  # fmt: skip
def test_lists_newsletters_and_automatic_answers_are_told_apart(line: bytes) -> None:
    assert read(HEAD + line + b"\n").is_bulk


@pytest.mark.parametrize("line", [b"Auto-Submitted: no", b"Precedence: first-class", b"Subject: List-Id: x"])
def test_a_friend_s_mail_is_no_mailing(line: bytes) -> None:
    assert not read(HEAD + line + b"\n").is_bulk


def test_the_last_reference_is_what_a_mail_without_in_reply_to_answers() -> None:
    assert read(HEAD + b"References: <a@x>\n <b@x>\n").reply_to == "<b@x>"
    assert read(HEAD + b"In-Reply-To: Tom's of Friday <c@x> (late)\nReferences: <b@x>\n").reply_to == "<c@x>"


def test_without_an_id_the_key_is_made_of_the_rest_and_is_the_same_again() -> None:
    one, other = (HEAD.replace(b"Message-ID: <1@x>\n", b"Subject: " + s + b"\n") for s in (b"a", b"b"))
    assert read(one).key == read(one).key != read(other).key


def test_where_the_source_says_so_an_address_is_mine() -> None:
    assert read(HEAD + b"Delivered-To: Me@Example.org\n").own == "me@example.org"
    assert read(HEAD + b"X-Gmail-Labels: Inbox,Sent\nDelivered-To: x@y.z\n").own == "karen@example.org"
    assert mail.read_message(HEAD + b"X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe?=\n", 1) is None


@pytest.mark.parametrize(
    ("date", "at"),
    [
        (b"1 Mar 2019 10:00 EST", datetime(2019, 3, 1, 15, tzinfo=UTC)),
        (b"Fri, 1 Mar 2019 10:00:00 -9999", datetime(2019, 3, 1, 10, tzinfo=UTC)),
        (b"Fri, 31 Feb 2019 10:00:00 +0000", None),
        (b"Thu, 1 Jan 1970 00:00:00 +0000", None),
        (b"Thu, 1 Jan 12019 00:00:00 +0000", None),
        (b"9" * 5000, None),
    ],
)
def test_dates_as_clocks_write_them(date: bytes, at: datetime | None) -> None:
    head = HEAD.replace(b"Fri, 1 Mar 2019 10:00:00 +0000", date)
    assert (trouble(head) is Trouble.BAD_DATE) if at is None else (read(head).at == at)
    arrived = b"Received: from a by b;\n Sat, 2 Mar 2019 10:00:00 +0100\n"
    assert read(head + arrived).at == (at or datetime(2019, 3, 2, 9, tzinfo=UTC))


BOMBS = {
    "20,000 RFC 2047 words": (b"To: " + b"=?utf-8?q?a?= " * 20_000 + b"<a@x>\n", Trouble.LONG_HEADER),
    "4,000 words within the limit": (b"To: " + b"=?utf-8?q?a?= " * 4_000 + b"<a@x>\n", None),
    "20,000 addresses": (b"To: " + b"a@x.y," * 20_000 + b"\n", Trouble.LONG_HEADER),
    "9,000 addresses within the limit": (b"To: " + b"a@b.c," * 9_000 + b"\n", Trouble.TOO_MANY),
    "9,000 odd addresses": (b"To: \\" + b"a@b.c," * 9_000 + b"\n", Trouble.TOO_MANY),
    "a line of 10 MB": (b"Subject: " + b"a" * 10_000_000 + b"\n", Trouble.LONG_HEADER),
    "60,000 comments in each other": (b"To: a@b.c " + b"(" * 60_000 + b"\n", Trouble.TOO_DEEP),
    "60,000 brackets": (b"To: a@b.c " + b"[" * 60_000 + b"\n", Trouble.TOO_DEEP),
    "60,000 quotes": (b"To: " + b'"' * 60_000 + b"\n", None),
    "60,000 colons": (b"To: " + b":" * 60_000 + b"\n", Trouble.TOO_DEEP),
    "30,000 angles": (b"To: " + b"<a" * 30_000 + b"\n", None),
    "a date of 60,000 digits": (b"Received: by x; " + b"1 " * 30_000 + b"\n", None),
    "a folded line of 30,000 folds": (b"Cc: a@b.c" + b"\n " * 30_000 + b"\n", None),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_end_soon_with_a_reason(name: str) -> None:
    lines, expected = BOMBS[name]
    began = process_time()
    found = mail.read_message(HEAD + lines, 1)
    assert process_time() - began < 1.0
    assert (found.trouble if isinstance(found, Quarantined) else None) == expected


def test_a_file_is_read_no_further_than_its_headers_go() -> None:
    file = BytesIO(HEAD + b"X-Long: " + b"a" * 20_000 + b"\n\n" + b"body" * 1_000_000)
    found = mail.read_file(file.read, 7, mail.Reader())
    assert isinstance(found, IncomingTrace)
    assert file.tell() < 100_000


def test_what_was_damaged_neither_raises_nor_hangs() -> None:
    samples = [HEAD + b'To: "A" <a@b.c>, =?utf-8?q?B?= <b@b.c>\nCc: x: y@z.w;\nReferences: <a@b>\n\nbody']
    tokens = (b"From:", b"\nDate: ", b"<", b">", b"(", b"=?utf-8?b?", b"@", b"\n ", b"To: ")
    reader = mail.Reader()
    fuzz.run(
        lambda data: [found for found in [mail.read_file(data.read, 1, reader)] if found],
        samples, count=20_000, seed=11, tokens=tokens,
    )  # fmt: skip
