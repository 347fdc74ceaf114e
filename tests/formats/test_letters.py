"""A letter on its way to the mail program: as a link and as a draft."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from urllib.parse import parse_qs, unquote

from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.asks.letters import Letter
from rapport.formats.letters import LONGEST_LINK, addresses, draft, mailto

TO_ZOE = Letter("Un café ?", "Bonjour Zoé,\n\nça va & toi ?\n50 % + 1", "zoe+pdx@example.org")


def opened(letter: Letter) -> EmailMessage:
    return message_from_bytes(draft(letter), policy=default)


def test_the_link_carries_accents_and_lines_as_mail_programs_read_them() -> None:
    link = mailto(TO_ZOE)
    assert link.startswith("mailto:zoe%2Bpdx@example.org?subject=Un%20caf%C3%A9")
    asked = parse_qs(link.partition("?")[2].replace("+", "%2B"))
    assert asked["body"] == ["Bonjour Zoé,\r\n\r\nça va & toi ?\r\n50 % + 1"]


def test_without_an_address_the_link_still_opens_the_letter() -> None:
    assert mailto(Letter("", "Hello")) == "mailto:?body=Hello"


def test_two_sides_get_one_letter() -> None:
    assert addresses("ana@x.org, Tom@x.org; ana@x.org,nobody") == ("ana@x.org", "Tom@x.org")
    assert mailto(Letter("", "", "ana@x.org, tom@x.org")) == "mailto:ana@x.org,tom@x.org"


def test_a_letter_too_long_for_a_link_has_none() -> None:
    fits = "x" * (LONGEST_LINK - len("mailto:?body="))
    assert len(mailto(Letter("", fits))) == LONGEST_LINK
    assert mailto(Letter("", fits + "x")) == ""


def test_a_draft_opens_as_it_was_written() -> None:
    message = opened(TO_ZOE)
    assert message["X-Unsent"] == "1"
    assert (message["Subject"], message["To"]) == ("Un café ?", "zoe+pdx@example.org")
    assert message.get_content().replace("\r\n", "\n") == TO_ZOE.body + "\n"
    assert b"\n" not in draft(TO_ZOE).replace(b"\r\n", b"")


def test_no_line_typed_becomes_a_header() -> None:
    nasty = Letter("Hi\r\nBcc: all@x.org", "Hello", "tom@x.org\r\nBcc: all@x.org")
    message = opened(nasty)
    assert set(message.keys()) <= {
        "X-Unsent", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    assert message["Subject"] == "Hi Bcc: all@x.org"
    assert message["To"] is None


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_typed_makes_a_whole_draft(subject: str, text: str, to: str) -> None:
    letter = Letter(subject, text, to)
    head = draft(letter).partition(b"\r\n\r\n")[0]
    names = {line.partition(b":")[0] for line in head.split(b"\r\n") if line[:1] not in (b" ", b"\t")}
    assert names <= {
        b"X-Unsent", b"To", b"Subject", b"Content-Type", b"Content-Transfer-Encoding", b"MIME-Version",
    }  # fmt: skip
    assert "\n" not in unquote(mailto(letter)).partition("body=")[0]
