"""Monica 4's JSON export (Settings → Export → JSON): contacts with how to reach them, notes and tags.

What it keeps beside them is in `monica_entries`.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from rapport.domain.imports.imports import (
    Incoming,
    IncomingPerson,
    IncomingSelf,
    Quarantined,
    Source,
    Trouble,
    Where,
)
from rapport.domain.people.people import ContactKind
from rapport.formats.cells import a_day, mail_address, one_line
from rapport.formats.documents import as_text, damage, document, list_in, object_in, objects_in, text_in
from rapport.formats.entries import numbered
from rapport.formats.monica_entries import PLACED, entries, relations, values
from rapport.formats.someone import Someone, full_name

# Of a contact's properties: what Rapport has a place for, and what is Monica's own housekeeping.
_PLACED = frozenset({
    "first_name", "middle_name", "last_name", "nickname", "job", "company", "tags", "description",
    "stay_in_touch_frequency", "first_met_where", "first_met_additional_info",
})  # fmt: skip
_HOUSEKEEPING = frozenset({
    "avatar", "is_starred", "is_partial", "is_active", "number_of_views", "last_consulted_at",
    "distant_etag", "vcard", "gender", "stay_in_touch_trigger_date", "first_met_date",
    "deceased_reminder", "first_met_reminder",
})  # fmt: skip
_PHONES = frozenset({"phone", "tel:"})
_MAILS = frozenset({"email", "mailto:"})


def is_document(found: Any) -> bool:
    """Whether a JSON document is such an export."""
    return isinstance(found, dict) and isinstance(found.get("account"), dict) and "exported_by" in found


def read(data: BinaryIO, *, start: int = 0) -> Iterator[Incoming]:
    """The contacts of an export, after the first `start` ones; not those that only name a relation."""
    found = document(data, "Monica")
    if isinstance(found, Quarantined) or not is_document(found):
        yield (
            found
            if isinstance(found, Quarantined)
            else Quarantined(Where(1), Trouble.NOT_UNDERSTOOD, expected="Monica")
        )
        return
    account = found["account"]
    kinds = {
        text_in(kind, "uuid"): _kind(kind)
        for kind in objects_in(object_in(account, "instance"), "contact_field_types")
    }
    everybody = list(values(account, "contact"))
    contacts = [item for item in everybody if not object_in(item, "properties").get("is_partial")]
    names = {text_in(item, "uuid"): _name(item) for item in everybody}
    related = relations(account, names)
    mine = set()
    for user in values(account, "user"):
        mine.add(text_in(object_in(user, "properties"), "me_contact"))
        name = full_name(text_in(user, "first_name"), text_in(user, "last_name"))
        mail = mail_address(text_in(user, "email"))
        yield IncomingSelf(Where(1), Source.MONICA, name, (one_line(mail).lower(),) if mail else ())
    others = []
    for place, contact in enumerate(contacts, start=1):
        where, uuid = Where(place), text_in(contact, "uuid")
        if (uuid or "-") in mine:
            continue
        others.append(contact)
        if place > start:
            yield _person(contact, where, kinds, names, related.get(uuid, []))
            yield from damage(contact, where)
    yield from numbered(entries(account, others), len(contacts), start)


def _kind(kind: dict[str, Any]) -> tuple[ContactKind, str]:
    said = object_in(kind, "properties")
    marks = {text_in(said, "type"), text_in(said, "protocol")}
    name = text_in(said, "name")
    if marks & _MAILS:
        return ContactKind.EMAIL, ""
    return (ContactKind.PHONE, "") if marks & _PHONES else (ContactKind.OTHER, name)


def _name(contact: dict[str, Any]) -> str:
    said = object_in(contact, "properties")
    return full_name(*(text_in(said, key) for key in ("first_name", "middle_name", "last_name")))


def _person(
    contact: dict[str, Any],
    where: Where,
    kinds: dict[str, tuple[ContactKind, str]],
    names: dict[str, str],
    related: list[str],
) -> IncomingPerson | Quarantined:
    said = object_in(contact, "properties")
    someone = Someone()
    someone.key = one_line(text_in(contact, "uuid"))
    someone.name = _name(contact)
    someone.alias(text_in(said, "nickname"))
    someone.role = one_line(text_in(said, "job"))
    someone.organisation = one_line(text_in(said, "company"))
    someone.tags.extend(one_line(as_text(tag)) for tag in list_in(said, "tags"))
    someone.remark(text_in(said, "description"))
    for note in values(contact, "note"):
        someone.remark(text_in(object_in(note, "properties"), "body"))
    for line in related:
        someone.remark(line)
    for field in values(contact, "contact_field"):
        _reach(someone, object_in(field, "properties"), kinds)
    for address in values(contact, "address"):
        _address(someone, object_in(address, "properties"))
    _keep(someone, contact, names)
    met = text_in(object_in(said, "first_met_date"), "date")
    return someone.finished(where, Source.MONICA, since=a_day(met) if met else None)


def _keep(someone: Someone, contact: dict[str, Any], names: dict[str, str]) -> None:
    """What Rapport has no place for: gifts, debts, pets and the rest."""
    for key, value in object_in(contact, "properties").items():
        if key == "first_met_through":
            someone.keep(one_line(key), names.get(as_text(value)) or as_text(value))
        elif key == "birthdate":
            someone.keep("BDAY", _birthday(value))
        elif key not in _PLACED and key not in _HOUSEKEEPING:
            day = text_in(value, "date") if isinstance(value, dict) else as_text(value)
            someone.keep(one_line(key), day)
    for collection in objects_in(contact, "data"):
        if (kind := one_line(text_in(collection, "type"))) not in PLACED:
            for thing in objects_in(collection, "values"):
                someone.keep(f"data.{kind}", as_text(object_in(thing, "properties") or thing))


def _birthday(value: Any) -> str:
    """As vCard writes it: "--03-05" where the year is not known."""
    text = text_in(value, "date") if isinstance(value, dict) else as_text(value)
    day = a_day(text)
    if day is None:
        return text
    return f"--{day:%m-%d}" if isinstance(value, dict) and value.get("is_year_unknown") else day.isoformat()


def _reach(someone: Someone, said: dict[str, Any], kinds: dict[str, tuple[ContactKind, str]]) -> None:
    kind, label = kinds.get(text_in(said, "type"), (ContactKind.OTHER, ""))
    value = text_in(said, "data")
    if kind is ContactKind.EMAIL or (kind is ContactKind.OTHER and not label and mail_address(value)):
        someone.mail(value)
    else:
        someone.point(kind, value, label)


def _address(someone: Someone, said: dict[str, Any]) -> None:
    someone.place(text_in(said, "city"), text_in(said, "country"), "country")
    for key in ("name", "street", "province", "postal_code"):
        someone.keep(f"address.{key}", text_in(said, key))
