"""What each property says of a person."""

import re
from functools import lru_cache
from unicodedata import normalize

from rapport.domain.imports.extras import Extra
from rapport.domain.imports.imports import IncomingPoint, Trouble
from rapport.domain.links import web_address
from rapport.domain.people.people import ContactKind
from rapport.formats.vcard.caps import HEAD, PICTURE, PIXELS
from rapport.formats.vcard.card import Card, Head, Put
from rapport.formats.vcard.heads import parameters, words
from rapport.formats.vcard.pixels import pixels
from rapport.formats.vcard.values import one_line, parts, unescaped

EMAIL, PHONE, OTHER = ContactKind.EMAIL, ContactKind.PHONE, ContactKind.OTHER
FIELD = "X-RAPPORT-FIELD"
SCHEME = re.compile("[a-z][a-z0-9]*")
HANDLE = re.compile(r"[^\s:\\]+")
NOT_TAGS = frozenset(
    {"mycontacts", "* mycontacts", "* starred", "starred in android"}
)  # Google puts them on all


def said(value: str) -> str:
    """The text of a value, trimmed, in NFC."""
    if "\\" in value:
        value = unescaped(value)
    if not value.isascii():
        value = normalize("NFC", value)
    return value.strip()


def put_version(card: Card, head: Head, value: str) -> None:
    """Whoever reads has seen it already, unless it is written in an odd way."""
    if value.strip() == "2.1" and not card.is_old:
        card.troubles.append(Trouble.NOT_UNDERSTOOD)


def put_frame(card: Card, head: Head, value: str) -> None:
    """BEGIN or END inside a card: whoever reads has to look at each line."""
    card.troubles.append(Trouble.NOT_UNDERSTOOD)


def put_extra(card: Card, head: Head, value: str) -> None:
    card.keep(head, value)


def put_single(card: Card, head: Head, value: str) -> None:
    """What a person has one of: chosen once the whole card is read."""
    if value.strip(" ;"):
        card.singles.setdefault(head.name, []).append((head, value))


def put_name_parts(card: Card, head: Head, value: str) -> None:
    """N may be all empty, and still be meant: a company has no family name."""
    card.singles.setdefault("N", []).append((head, value))


def put_email(card: Card, head: Head, value: str) -> None:
    if head.is_exact and "@" in value and value.isascii() and ":" not in value and "\\" not in value:
        card.points.append(IncomingPoint(EMAIL, value.strip(), head.label))  # nearly every one
        return
    address = said(value)
    is_bare = address[:7].lower() != "mailto:"
    if not is_bare:
        address = address[7:].partition("?")[0]
    if "@" in address:
        card.points.append(IncomingPoint(EMAIL, one_line(address), head.label))
        if is_bare and head.is_exact:
            return
    if address:
        card.keep(head, value)


def put_phone(card: Card, head: Head, value: str) -> None:
    number = said(value)
    if not number:
        return
    is_bare = number[:4].lower() != "tel:"
    if not is_bare:
        number = number[4:].partition(";")[0].strip()
    if number:
        card.points.append(IncomingPoint(PHONE, one_line(number), head.label))
    if not (is_bare and head.is_exact and number):
        card.keep(head, value)


def put_point(card: Card, head: Head, value: str) -> None:
    """Rapport's own, for ways to reach someone that vCard has no property for."""
    if address := said(value):
        card.points.append(IncomingPoint(OTHER, address, head.label))
        if not head.is_exact:
            card.keep(head, value)


def put_messenger(card: Card, head: Head, value: str) -> None:
    """IMPP, or a property of its own as X-SKYPE."""
    address = said(value)
    if not address:
        return
    scheme, colon, handle = address.partition(":")
    service = _parameter(head, "X-SERVICE-TYPE") or (scheme.lower() if colon else "")
    if not (colon and handle):
        handle = address
    if head.name != "IMPP":
        service = head.name.removeprefix("X-").removesuffix("-USERNAME").lower()
    if web_address(address) == address:
        card.links.append(address)
    else:
        card.points.append(IncomingPoint(OTHER, one_line(handle), service))
        if address == messenger(service, handle) and not head.parameters and not head.group:
            return
    card.keep(head, value)


def messenger(service: str, handle: str) -> str | None:
    """The address that IMPP takes ("signal:+4930123"); None where these make none."""
    return f"{service}:{handle}" if SCHEME.fullmatch(service) and HANDLE.fullmatch(handle) else None


def put_profile(card: Card, head: Head, value: str) -> None:
    """X-SOCIALPROFILE: a page, or a name at a service."""
    address = said(value)
    service = _parameter(head, "TYPE") or _parameter(head, "SERVICE-TYPE")
    handle = address.removeprefix("x-apple:") or _parameter(head, "X-USER")
    if "://" in address and web_address(address) == address:
        card.links.append(address)
    elif handle:
        card.points.append(IncomingPoint(OTHER, one_line(handle), service))
    card.keep(head, value)


def _parameter(head: Head, name: str) -> str:
    for each in parameters(head.parameters):
        if each.name == name and (found := words(each.value)):
            return found[0]
    return ""


def put_link(card: Card, head: Head, value: str) -> None:
    typed = said(value)
    address = web_address(typed) if typed else None
    if address is None:
        if typed:
            card.keep(head, value)
        return
    if address not in card.links:
        card.links.append(address)
    if typed != address or head.parameters or head.label or head.group:
        card.keep(head, value)


def put_nickname(card: Card, head: Head, value: str) -> None:
    for item in parts(value, ","):
        if alias := one_line(said(item)):
            card.aliases.append(alias)
    if head.parameters:
        card.keep(head, value)


def put_tags(card: Card, head: Head, value: str) -> None:
    tags, is_whole = split_tags(value)
    card.tags += tags if not card.tags else [tag for tag in tags if tag not in card.tags]
    if head.parameters or not is_whole:
        card.keep(head, value)


def split_tags(value: str) -> tuple[tuple[str, ...], bool]:
    """The tags that mean something, each once; and whether these are all."""
    return _tags(value) if len(value) < HEAD else _tags.__wrapped__(value)


@lru_cache(maxsize=1024)  # few sets of tags are on many cards
def _tags(value: str) -> tuple[tuple[str, ...], bool]:
    said_tags = [tag for item in parts(value, ",") if (tag := one_line(said(item)))]
    tags = tuple(tag for tag in dict.fromkeys(said_tags) if tag.lower() not in NOT_TAGS)
    return tags, not NOT_TAGS.intersection(tag.lower() for tag in said_tags)


def put_former_name(card: Card, head: Head, value: str) -> None:
    if alias := one_line(said(value)):
        card.aliases.append(alias)
    card.keep(head, value)


def put_phonetic(card: Card, head: Head, value: str) -> None:
    """How a name is said, in parts: X-PHONETIC-FIRST-NAME."""
    if part := one_line(said(value)):
        card.phonetic.append(part)
    card.keep(head, value)


def put_android(card: Card, head: Head, value: str) -> None:
    """X-ANDROID-CUSTOM: the type of a row in Android's own table, then its columns."""
    table, *columns = parts(value)
    if table.endswith("/nickname") and columns and (alias := one_line(said(columns[0]))):
        card.aliases.append(alias)
    card.keep(head, value)


def put_field(card: Card, head: Head, value: str) -> None:
    """A column of a table that came in, on its way back."""
    name, text, kept = [unescaped(part) for part in [*parts(value), "", ""][:3]]
    if name:
        card.extra.append(Extra(name, text, kept))


def put_uid(card: Card, head: Head, value: str) -> None:
    if not card.key:
        card.key = said(value)
    if value.strip():
        card.keep(head, value)


def put_kind(card: Card, head: Head, value: str) -> None:
    card.kind = value.strip().lower()
    card.keep(head, value)


def put_picture(card: Card, head: Head, value: str) -> None:
    """Kept while small, whether it stands in base64, as a data: address or as a link."""
    if len(value) > PICTURE or pixels(value) > PIXELS:
        card.troubles.append(Trouble.PHOTO_TOO_LARGE)
    elif value.strip():
        card.keep(head, value)


SERVICES = (
    "X-AIM", "X-ICQ", "X-JABBER", "X-MSN", "X-YAHOO", "X-SKYPE", "X-SKYPE-USERNAME", "X-GOOGLE-TALK", "X-QQ",
    "X-GADUGADU", "X-GROUPWISE", "X-TWITTER", "X-TELEGRAM", "X-SIGNAL", "X-WHATSAPP", "X-MATRIX",
)  # fmt: skip
PUTS: dict[str, Put] = {
    "BEGIN": put_frame, "END": put_frame, "VERSION": put_version,
    "FN": put_single, "N": put_name_parts, "ORG": put_single, "TITLE": put_single, "ROLE": put_single,
    "NOTE": put_single, "ADR": put_single,
    "EMAIL": put_email, "TEL": put_phone, "URL": put_link, "NICKNAME": put_nickname, "CATEGORIES": put_tags,
    "UID": put_uid, "KIND": put_kind, "X-ADDRESSBOOKSERVER-KIND": put_kind,
    "PHOTO": put_picture, "LOGO": put_picture,
    "X-SOCIALPROFILE": put_profile, "SOCIALPROFILE": put_profile, "IMPP": put_messenger,
    **dict.fromkeys(SERVICES, put_messenger),
    "X-MAIDENNAME": put_former_name,
    "X-PHONETIC-FIRST-NAME": put_phonetic, "X-PHONETIC-MIDDLE-NAME": put_phonetic,
    "X-PHONETIC-LAST-NAME": put_phonetic,
    "X-ANDROID-CUSTOM": put_android, "X-RAPPORT-POINT": put_point, FIELD: put_field,
}  # fmt: skip
TELLING = (
    put_email, put_phone, put_point, put_messenger, put_profile, put_link, put_nickname, put_tags,
    put_former_name, put_phonetic, put_android,
)  # fmt: skip
