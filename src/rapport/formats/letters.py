"""A letter on its way to a mail program: as a mailto: link (RFC 6068) and as a draft file (RFC 5322)."""

import re
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final
from urllib.parse import quote

from rapport.domain.asks.letters import Letter
from rapport.domain.text import spared

LONGEST_LINK: Final = 1900  # characters; Windows hands over 2,083 at most, its shell and some browsers less
_ADDRESS = re.compile(r"[^\s@<>(),;:\\\"\[\]\x00-\x1f\x7f]+@[^\s@<>(),;:\\\"\[\]\x00-\x1f\x7f]+")


def addresses(text: str) -> tuple[str, ...]:
    """The mail addresses in a list with commas, each once; what is none is left out."""
    found = (part.strip() for part in text.replace(";", ",").split(","))
    return tuple(dict.fromkeys(part for part in found if _ADDRESS.fullmatch(part)))


def mailto(letter: Letter) -> str:
    """The link that opens it in the mail program; "" where it would be too long to arrive whole."""
    to = ",".join(quote(address, safe="@") for address in addresses(letter.email))
    parts = {"subject": _one_line(letter.subject), "body": _lines(letter.body).replace("\n", "\r\n")}
    asked = "&".join(f"{name}={quote(said, safe='')}" for name, said in parts.items() if said)
    link = f"mailto:{to}?{asked}" if asked else f"mailto:{to}"
    return link if len(link) <= LONGEST_LINK else ""


def draft(letter: Letter) -> bytes:
    """A message file that mail programs open as a draft (X-Unsent), without a sender or a date."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    to = [address for address in addresses(letter.email) if address.isascii()]
    if to:
        message["To"] = ", ".join(to)
    message["Subject"] = _one_line(letter.subject)
    message.set_content(_lines(letter.body) + "\n", cte="quoted-printable")
    return bytes(message)


def _one_line(text: str) -> str:
    return " ".join(_lines(text).split())


def _lines(text: str) -> str:
    return spared(text.replace("\r\n", "\n").replace("\r", "\n"))
