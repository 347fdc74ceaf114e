"""nametag's JSON export (Settings → Account → Export Data): people with how to reach them, groups as tags."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from rapport.domain.imports import Incoming, IncomingPerson, IncomingSelf, Quarantined, Source, Trouble, Where
from rapport.domain.people import ContactKind
from rapport.formats.cells import mail_address, one_line
from rapport.formats.documents import as_text, damage, document, list_in, object_in, objects_in, text_in
from rapport.formats.someone import Someone, full_name

_PLACED = frozenset({
    "id", "name", "middleName", "surname", "secondLastName", "suffix", "nickname",
    "displayNameOverride", "organization", "jobTitle", "notes", "groups", "emails", "phoneNumbers",
    "addresses", "urls", "imHandles", "photo",
})  # fmt: skip
_HOUSEKEEPING = frozenset(
    {"contactReminderEnabled", "contactReminderInterval", "contactReminderIntervalUnit"}
)


def is_document(found: Any) -> bool:
    """Whether a JSON document is such an export."""
    return isinstance(found, dict) and "exportDate" in found and isinstance(found.get("people"), list)


def read(data: BinaryIO, *, start: int = 0) -> Iterator[Incoming]:
    """The people of an export, after the first `start` ones."""
    found = document(data, "nametag")
    if isinstance(found, Quarantined) or not is_document(found):
        yield (
            found
            if isinstance(found, Quarantined)
            else Quarantined(Where(1), Trouble.NOT_UNDERSTOOD, expected="nametag")
        )
        return
    user = object_in(found, "user")
    mail = mail_address(text_in(user, "email"))
    if user:
        name = one_line(text_in(user, "name"))
        yield IncomingSelf(Where(1), Source.NAMETAG, name, (one_line(mail).lower(),) if mail else ())
    for place, person in enumerate(list_in(found, "people"), start=1):
        where = Where(place)
        if place <= start:
            continue
        if isinstance(person, dict):
            yield _person(person, where)
            yield from damage(person, where)
        else:
            yield Quarantined(where, Trouble.NOT_UNDERSTOOD, expected='{"name": …}')


def _person(said: dict[str, Any], where: Where) -> IncomingPerson | Quarantined:
    someone = Someone()
    someone.key = one_line(text_in(said, "id"))
    whole = full_name(
        *(text_in(said, key) for key in ("name", "middleName", "surname", "secondLastName", "suffix"))
    )
    shown = one_line(text_in(said, "displayNameOverride"))
    someone.name = shown or whole
    someone.alias(whole)
    someone.alias(text_in(said, "nickname"))
    someone.organisation = one_line(text_in(said, "organization"))
    someone.role = one_line(text_in(said, "jobTitle"))
    someone.remark(text_in(said, "notes"))
    someone.tags.extend(one_line(as_text(group)) for group in list_in(said, "groups"))
    for mail in objects_in(said, "emails"):
        someone.mail(text_in(mail, "email"), text_in(mail, "type"))
    for phone in objects_in(said, "phoneNumbers"):
        someone.phone(text_in(phone, "number"), text_in(phone, "type"))
    for page in objects_in(said, "urls"):
        someone.page(text_in(page, "url"), "urls")
    for handle in objects_in(said, "imHandles"):
        someone.point(ContactKind.OTHER, text_in(handle, "handle"), text_in(handle, "protocol"))
    for address in objects_in(said, "addresses"):
        someone.place(text_in(address, "locality"), text_in(address, "country"), "country")
        for key in ("streetLine1", "streetLine2", "region", "postalCode"):
            someone.keep(f"addresses.{key}", text_in(address, key))
    for key, value in said.items():
        if key not in _PLACED and key not in _HOUSEKEEPING:
            someone.keep(one_line(key), as_text(value))
    return someone.finished(where, Source.NAMETAG)
