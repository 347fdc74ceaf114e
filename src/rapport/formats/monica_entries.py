"""What Monica keeps beside its contacts: activities, calls, conversations, reminders, tasks, life events,
its journal, through whom you met, and how often you wish to be in touch.

The places are those of Monica 4's own exporter (app/ExportResources): activities stand in the account, each
contact names its own by uuid; the rest stands with the contact.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from rapport.domain.imports.imports import EntryKind, Source
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.formats.cells import a_day
from rapport.formats.documents import list_in, object_in, objects_in, text_in
from rapport.formats.entries import MOST_DAYS, MOST_MONTHS, Shaped, a_number, entry

Thing = dict[str, Any]
PLACED = frozenset({
    "call", "conversation", "reminder", "task", "life_event", "activity", "contact_field", "note", "address",
})  # fmt: skip
MONTHS = {"year": 12, "month": 1}
DAYS = {"week": 7, "day": 1}
MAIL = frozenset({"email", "mailto:"})
monica = partial(entry, Source.MONICA)


class _Words(NamedTuple):
    """What uuids of the instance stand for."""

    activities: Mapping[str, str]
    events: Mapping[str, str]
    mail: frozenset[str]  # kinds of contact field that are mail


def values(holder: Any, kind: str) -> Iterator[Thing]:
    """The things of one kind in what Monica calls data: a list of {type, values}."""
    for collection in objects_in(holder, "data"):
        if collection.get("type") == kind:
            yield from objects_in(collection, "values")


def relations(account: Thing, names: Mapping[str, str]) -> dict[str, list[str]]:
    """For each contact who they have to do with: "Child: Mila Holt"."""
    found: dict[str, list[str]] = {}
    for relationship in values(account, "relationship"):
        said = object_in(relationship, "properties")
        other, kind = names.get(text_in(said, "contact_is")), text_in(said, "type").replace("_", " ")
        if other and kind:
            found.setdefault(text_in(said, "of_contact"), []).append(f"{kind.capitalize()}: {other}")
    return found


def entries(account: Thing, contacts: Sequence[Thing]) -> Iterator[Shaped]:
    """All of it, for the contacts that came in."""
    words = _words(account)
    with_whom: dict[str, list[str]] = {}
    for contact in contacts:
        for uuid in _named(contact, "activity"):
            with_whom.setdefault(uuid, []).append(text_in(contact, "uuid"))
    for activity in values(account, "activity"):
        yield _activity(activity, with_whom.get(text_in(activity, "uuid"), ()), words)
    for contact in contacts:
        yield from _of_contact(contact, words)
    for said in objects_in(object_in(account, "properties"), "journal_entries"):
        yield _journal(said)


def _named(contact: Thing, kind: str) -> Iterator[str]:
    """The uuids that a contact gives."""
    for collection in objects_in(contact, "data"):
        if collection.get("type") == kind:
            for one in list_in(collection, "values"):
                yield one if isinstance(one, str) else text_in(one, "uuid")


def _words(account: Thing) -> _Words:
    instance = object_in(account, "instance")
    mail = (
        text_in(one, "uuid")
        for one in objects_in(instance, "contact_field_types")
        if MAIL & {text_in(object_in(one, "properties"), key) for key in ("type", "protocol")}
    )
    return _Words(_names(instance, "activity_types"), _names(instance, "life_event_types"), frozenset(mail))


def _names(instance: Thing, kind: str) -> dict[str, str]:
    """A type of one's own has a name, Monica's have a key to translate: "watched_movie_at_home"."""
    found = {}
    for one in objects_in(instance, kind):
        said = object_in(one, "properties")
        own, key = text_in(said, "name"), text_in(said, "translation_key")
        found[text_in(one, "uuid")] = own or key.replace("_", " ").capitalize()
    return found


def _activity(activity: Thing, people: Sequence[str], words: _Words) -> Shaped:
    said = object_in(activity, "properties")
    summary = text_in(said, "summary") or words.activities.get(text_in(said, "type"), "")
    lines = (summary, text_in(said, "description"))
    key = text_in(activity, "uuid")
    if not people:  # something done alone: a dated note
        return monica(EntryKind.REFLECTION, key, (), text_in(said, "happened_at"), lines)
    return monica(EntryKind.EXCHANGE, key, people, text_in(said, "happened_at"), lines)


def _of_contact(contact: Thing, words: _Words) -> Iterator[Shaped]:
    who = text_in(contact, "uuid")
    for count, call in enumerate(values(contact, "call")):
        yield _call(call, who, count)
    for count, conversation in enumerate(values(contact, "conversation")):
        yield _conversation(conversation, who, count, words)
    for event in values(contact, "life_event"):
        said = object_in(event, "properties")
        name = text_in(said, "name") or words.events.get(text_in(said, "type"), "")
        lines = (name, text_in(said, "note"))
        yield monica(
            EntryKind.REFLECTION, text_in(event, "uuid"), (who,), text_in(said, "happened_at"), lines
        )
    for reminder in values(contact, "reminder"):
        yield _reminder(reminder, who)
    for task in values(contact, "task"):
        yield _task(task, who)
    yield from _about(contact, who)


def _call(call: Thing, who: str, count: int) -> Shaped:
    said = object_in(call, "properties")
    when = text_in(said, "called_at")
    key = text_in(call, "uuid") or f"{who}|call|{when}|{count}"
    return monica(EntryKind.EXCHANGE, key, (who,), when, (text_in(said, "content"),), channel=Channel.PHONE)


def _conversation(conversation: Thing, who: str, count: int, words: _Words) -> Shaped:
    """Who wrote in it says its direction."""
    said = object_in(conversation, "properties")
    when = text_in(said, "happened_at")
    messages = [object_in(message, "properties") or message for message in objects_in(said, "messages")]
    mine = {bool(message.get("written_by_me")) for message in messages}
    direction = Direction.MUTUAL
    if len(mine) == 1:
        direction = Direction.OUTBOUND if mine == {True} else Direction.INBOUND
    is_mail = text_in(said, "contact_field_type") in words.mail
    return monica(
        EntryKind.EXCHANGE,
        text_in(conversation, "uuid") or f"{who}|conversation|{when}|{count}",
        (who,),
        when,
        (text_in(message, "content") for message in messages),
        channel=Channel.EMAIL if is_mail else Channel.MESSAGE,
        direction=direction,
    )


def _reminder(reminder: Thing, who: str) -> Shaped:
    """One that has passed for good, or is switched off, is done with."""
    said = object_in(reminder, "properties")
    when, number = text_in(said, "initial_date"), a_number(said.get("frequency_number"), MOST_MONTHS) or 1
    unit = text_in(said, "frequency_type").removesuffix("s")
    return monica(
        EntryKind.NEXT_STEP,
        text_in(reminder, "uuid") or f"{who}|reminder|{when}|{text_in(said, 'title')}",
        (who,),
        when,
        (text_in(said, "title"), text_in(said, "description")),
        done_on=a_day(when) if said.get("inactive") else None,
        months=min(MOST_MONTHS, MONTHS.get(unit, 0) * number),
        days=min(MOST_DAYS, DAYS.get(unit, 0) * number),
    )


def _task(task: Thing, who: str) -> Shaped:
    """Monica's tasks have no day: an open one is for the day it comes in."""
    said = object_in(task, "properties")
    done_on = None
    if said.get("completed"):
        done_on = a_day(text_in(said, "completed_at")) or a_day(text_in(task, "updated_at"))
    return monica(
        EntryKind.NEXT_STEP,
        text_in(task, "uuid") or f"{who}|task|{text_in(said, 'title')}",
        (who,),
        done_on.isoformat() if done_on else "",
        (text_in(said, "title"), text_in(said, "description")),
        done_on=done_on,
    )


def _about(contact: Thing, who: str) -> Iterator[Shaped]:
    said = object_in(contact, "properties")
    through = text_in(said, "first_met_through")
    words = (text_in(said, "first_met_where"), text_in(said, "first_met_additional_info"))
    if through or any(words):
        people = (who, through) if through else (who,)
        yield monica(EntryKind.HOW_MET, who, people, "", words)
    if days := a_number(said.get("stay_in_touch_frequency"), MOST_DAYS):
        yield monica(EntryKind.RHYTHM, who, (who,), days=days)


def _journal(said: Thing) -> Shaped:
    """An entry of the journal, or the mark of a day."""
    found = object_in(said, "properties")
    when = text_in(found, "date")
    if not when and all(found.get(part) for part in ("year", "month", "day")):
        when = "-".join(text_in(found, part) for part in ("year", "month", "day"))
    rate = text_in(found, "rate")
    lines = (
        text_in(found, "title"), text_in(found, "post"), text_in(found, "comment"),
        f"{rate}/3" if rate else "",
    )  # fmt: skip
    return monica(EntryKind.REFLECTION, text_in(said, "uuid") or f"journal|{when}|{lines}", (), when, lines)
