"""The tables of LinkedIn's export: which is which, and what one row of each says.

The text of a message or an invitation is never looked at; nor is any part of a row shown that cannot be
read: whatever stands in it may be that text.
"""

from collections.abc import Sequence
from html import unescape

from rapport.domain.imports.imports import (
    IncomingPerson,
    IncomingTrace,
    Party,
    Quarantined,
    Source,
    TraceKind,
    Trouble,
)
from rapport.domain.text import fold
from rapport.formats.cells import a_day, a_moment, excerpt, link, listed, one_line
from rapport.formats.someone import Someone, full_name
from rapport.formats.tables import Row

PROFILE, ADDRESSES, INVITATIONS, CONNECTIONS, MESSAGES = (
    "profile", "addresses", "invitations", "connections", "messages",
)  # fmt: skip
# Columns that a table alone has; any of the sets will do.
_COLUMNS: dict[str, tuple[frozenset[str], ...]] = {
    PROFILE: (frozenset({"first name", "last name", "headline"}),),
    ADDRESSES: (frozenset({"email address", "confirmed", "primary"}),),
    INVITATIONS: (frozenset({"from", "to", "sent at", "direction"}),),
    CONNECTIONS: (
        frozenset({"first name", "last name", "connected on"}),
        frozenset({"prenom", "nom", "connecte le"}),
        frozenset({"prenom", "nom de famille", "date de la mise en relation"}),
    ),
    MESSAGES: (
        frozenset({"conversation id", "from", "date"}),
        frozenset({"conversation id", "sender profile url"}),
    ),
}
# What a column of Connections.csv says.
_CONNECTION = {
    "first name": "first", "last name": "last", "prenom": "first", "nom": "last", "nom de famille": "last",
    "url": "url", "email address": "mail", "adresse e-mail": "mail", "company": "organisation",
    "societe": "organisation", "entreprise": "organisation", "position": "role", "poste": "role",
    "fonction": "role", "connected on": "since", "connecte le": "since",
    "date de la mise en relation": "since",
}  # fmt: skip
_OUTGOING = "outgoing"

Said = dict[str, str]  # folded header → cell, of one row


def table_of(cells: Sequence[str]) -> str:
    """Which table of the export has these columns; empty when none has."""
    said = {fold(one_line(cell)) for cell in cells}
    for name, headers in _COLUMNS.items():
        if any(header <= said for header in headers):
            return name
    return ""


def profile_address(url: str) -> str:
    """The address of a profile, as Party.address has it: in lower case, with nothing after it."""
    found = link(one_line(url))
    return found.lower().split("?", 1)[0].rstrip("/") if found and "linkedin." in found.lower() else ""


def said_in(row: Row, header: Sequence[str]) -> Said:
    return {title: cell for title, cell in zip(header, row.cells, strict=True) if cell}


def connection(row: Row, header: Sequence[str], titles: Sequence[str]) -> list[IncomingPerson | Quarantined]:
    """The person of a row of Connections.csv, and what of it was no date."""
    someone, said = Someone(), {}
    for key, title, cell in zip(header, titles, row.cells, strict=True):
        what = _CONNECTION.get(key)
        if not cell:
            continue
        if what:
            said[what] = unescape(cell) if "&" in cell else cell
        else:
            someone.keep(title, cell)
    someone.name = full_name(said.get("first", ""), said.get("last", ""))
    someone.organisation = one_line(said.get("organisation", ""))
    someone.role = one_line(said.get("role", ""))
    someone.mail(said.get("mail", ""))
    if url := said.get("url", ""):
        someone.page(url, "URL")
        someone.key = profile_address(url)
    day = said.get("since", "")
    since = a_day(day, month_first=True) if day else None
    if day and since is None:
        someone.keep("Connected On", day)
    found: list[IncomingPerson | Quarantined] = [someone.finished(row.where, Source.LINKEDIN, since=since)]
    if day and since is None and isinstance(found[0], IncomingPerson):
        found.append(
            Quarantined(row.where, Trouble.BAD_DATE, excerpt(day), expected="05 Mar 2026", is_part=True)
        )
    return found


def message(row: Row, said: Said) -> IncomingTrace | Quarantined | None:
    """Who wrote to whom, and when; None for a draft, which nobody got."""
    if said.get("is message draft", "").strip().lower() in {"yes", "true"}:
        return None
    at = a_moment(said.get("date", ""), month_first=True)
    if at is None:
        return Quarantined(row.where, Trouble.BAD_DATE, expected="2026-03-05 09:30:00 UTC")
    senders = _parties(said.get("sender profile url", ""), said.get("from", ""))
    parties = _parties(said.get("recipient profile urls", ""), said.get("to", ""))
    if not senders and not parties:
        return Quarantined(row.where, Trouble.NO_NAME)
    sender = senders[0] if senders else None
    conversation = one_line(said.get("conversation id", ""))
    return IncomingTrace(
        row.where,
        TraceKind.MAIL,
        f"linkedin:{conversation}:{at:%Y%m%dT%H%M%S}:{sender.address if sender else ''}",
        at,
        sender,
        parties,
        is_bulk="sponsored" in said.get("conversation title", "").lower() or sender is None,
    )


def invitation(row: Row, said: Said) -> IncomingTrace | Quarantined:
    """Who invited whom to connect."""
    at = a_moment(said.get("sent at", ""), month_first=True)
    if at is None:
        return Quarantined(row.where, Trouble.BAD_DATE, expected="3/5/26, 9:30 AM")
    inviter = _parties(said.get("inviterprofileurl", ""), said.get("from", ""))
    invitees = _parties(said.get("inviteeprofileurl", ""), said.get("to", ""))
    if not inviter or not invitees:
        return Quarantined(row.where, Trouble.NO_NAME)
    key = f"linkedin:invitation:{inviter[0].address}:{invitees[0].address}"
    return IncomingTrace(row.where, TraceKind.MAIL, key, at, inviter[0], invitees)


def mine(invited: IncomingTrace, said: Said) -> str:
    """Which side of an invitation is the owner of the export."""
    outgoing = said.get("direction", "").strip().lower() == _OUTGOING
    side = invited.sender if outgoing else invited.parties[0]
    return side.address if side else ""


def _parties(urls: str, names: str) -> tuple[Party, ...]:
    """Profiles with the names they go with, when there are as many; a name without a profile is nobody."""
    addresses = [address for url in listed(urls, ";,") if (address := profile_address(url))]
    called = [one_line(names)] if len(addresses) == 1 else listed(names, ";,")
    if len(called) != len(addresses):
        called = [""] * len(addresses)
    pairs = zip(addresses, called, strict=True)
    return tuple(dict.fromkeys(Party(address, unescape(name)) for address, name in pairs))
