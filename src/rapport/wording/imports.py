"""What an import would do, what it did, and what was left out, in words."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.domain.imports.imports import EntryKind, Source, Trouble
from rapport.domain.imports.plan import Fate, Why
from rapport.formats.any_csv_columns import Field
from rapport.services.imports.jobs import State
from rapport.services.imports.values import LeftOut, Mine, PenPal, Plan
from rapport.wording.numbers import grouped

SOURCES: Mapping[Source, Promise] = {
    Source.VCARD: gettext_lazy("address book (vCard)"),
    Source.LINKEDIN: gettext_lazy("LinkedIn export"),
    Source.GOOGLE: gettext_lazy("Google Contacts"),
    Source.OUTLOOK: gettext_lazy("Outlook contacts"),
    Source.CSV: gettext_lazy("table (CSV)"),
    Source.MONICA: gettext_lazy("Monica export"),
    Source.NAMETAG: gettext_lazy("nametag export"),
    Source.MEERKAT: gettext_lazy("Meerkat export"),
    Source.ARCHIVE: gettext_lazy("Rapport archive"),
    Source.MAILBOX: gettext_lazy("mailbox (headers only)"),
    Source.CALENDAR: gettext_lazy("calendar"),
}
WHYS: Mapping[Why, Promise] = {
    Why.RECORD: gettext_lazy("the same record as before"),
    Why.EMAIL: gettext_lazy("the same address"),
    Why.PHONE: gettext_lazy("the same number"),
    Why.PROFILE: gettext_lazy("the same profile"),
    Why.NAME: gettext_lazy("the same name"),
}
TROUBLES: Mapping[Trouble, Promise] = {
    Trouble.NOT_UNDERSTOOD: gettext_lazy("this cannot be read"),
    Trouble.NOT_A_PERSON: gettext_lazy("this is a group or a thing, not a person"),
    Trouble.NO_NAME: gettext_lazy("there is neither a name nor an address"),
    Trouble.LONG_LINE: gettext_lazy("a line is too long"),
    Trouble.LONG_HEADER: gettext_lazy("a header is too long"),
    Trouble.TOO_LARGE: gettext_lazy("it is too large"),
    Trouble.TOO_DEEP: gettext_lazy("it is nested too deeply"),
    Trouble.TOO_MANY: gettext_lazy("it holds too many parts"),
    Trouble.TOO_SLOW: gettext_lazy("reading it took too long"),
    Trouble.BAD_DATE: gettext_lazy("there is no such day"),
    Trouble.BAD_ENCODING: gettext_lazy("its letters cannot be read in any usual encoding"),
    Trouble.BAD_ROW: gettext_lazy("the row does not fit its columns"),
    Trouble.ENCRYPTED: gettext_lazy("it is locked with a password"),
    Trouble.UNSAFE_PATH: gettext_lazy("its name points outside of the file"),
    Trouble.RECURS_TOO_OFTEN: gettext_lazy("it repeats too often"),
    Trouble.PHOTO_TOO_LARGE: gettext_lazy("the photo is too large and was left out"),
    Trouble.NO_COLUMNS: gettext_lazy("no column is known as a name or an address"),
    Trouble.GONE: gettext_lazy("it is no longer there"),
    Trouble.NOT_EMPTY: gettext_lazy(
        "an archive goes into an empty Rapport; start one with --data and another folder"
    ),
    Trouble.NEWER: gettext_lazy("a later version of Rapport wrote it"),
    Trouble.NOBODY: gettext_lazy("it names nobody who is in the file"),
}


STATES: Mapping[State, Promise] = {
    State.READING: gettext_lazy("being read"),
    State.PLANNED: gettext_lazy("waits for your yes"),
    State.APPLYING: gettext_lazy("being written"),
    State.DONE: gettext_lazy("brought in"),
    State.CANCELLED: gettext_lazy("left"),
    State.FAILED: gettext_lazy("failed"),
}
TITLES: Mapping[State, Promise] = {
    State.READING: gettext_lazy("Reading your files"),
    State.PLANNED: gettext_lazy("What they would bring"),
    State.APPLYING: gettext_lazy("Bringing them in"),
    State.DONE: gettext_lazy("Brought in"),
    State.CANCELLED: gettext_lazy("Nothing of it was kept"),
    State.FAILED: gettext_lazy("That did not work"),
}
FIELDS: Mapping[Field, Promise] = {
    Field.NAME: gettext_lazy("whole name"),
    Field.FIRST: gettext_lazy("first name"),
    Field.MIDDLE: gettext_lazy("middle name"),
    Field.LAST: gettext_lazy("last name"),
    Field.ALIAS: gettext_lazy("nickname or other name"),
    Field.EMAIL: gettext_lazy("e-mail address"),
    Field.PHONE: gettext_lazy("telephone number"),
    Field.LINK: gettext_lazy("web address"),
    Field.OTHER: gettext_lazy("another way to reach them"),
    Field.ORGANISATION: gettext_lazy("organisation"),
    Field.ROLE: gettext_lazy("role"),
    Field.CITY: gettext_lazy("city"),
    Field.COUNTRY: gettext_lazy("country"),
    Field.NOTE: gettext_lazy("note"),
    Field.TAGS: gettext_lazy("tags"),
    Field.SINCE: gettext_lazy("known since"),
    Field.KEY: gettext_lazy("its own number or id"),
}


def source(code: Source | None) -> str:
    """What a file is."""
    return str(SOURCES[code]) if code else _("not recognised")


def why(code: Why) -> str:
    """By what somebody was recognised."""
    return str(WHYS[code])


def state(code: State) -> str:
    """How far an import is, in a word or two."""
    return str(STATES[code])


def title(code: State) -> str:
    """What the page of an import is about."""
    return str(TITLES[code])


def fields() -> list[tuple[str, str]]:
    """What a column of a table may hold."""
    return [(code.value, str(label)) for code, label in FIELDS.items()]


def counted(fate: Fate, count: int) -> str:
    """So many people of this fate."""
    match fate:
        case Fate.NEW:
            return ngettext("%(count)s new person", "%(count)s new people", count) % {"count": grouped(count)}
        case Fate.LINKED:
            said = ngettext("%(count)s you know already", "%(count)s you know already", count)
            return said % {"count": grouped(count)}
        case Fate.CHANGED:
            said = ngettext("%(count)s changed since last time", "%(count)s changed since last time", count)
            return said % {"count": grouped(count)}
        case Fate.SEEN:
            said = ngettext("%(count)s here already", "%(count)s here already", count)
            return said % {"count": grouped(count)}


def brought(plan: Plan, least: int) -> list[str]:
    """What comes in: people with those written with so often (0: none of them), what is told of them."""
    pals = plan.pal_fates(least)
    said = []
    for fate in (Fate.NEW, Fate.LINKED, Fate.CHANGED):
        from_mail = pals.get(fate, 0)
        if count := plan.count(fate) + from_mail:
            people = counted(fate, count)
            said.append(_with_pals(people, from_mail) if from_mail else people)
    said += [entries(kind, count) for kind in EntryKind if (count := plan.entries(kind))]
    return said + ([traces(plan.traces_new)] if plan.traces_new else [])


def _with_pals(people: str, count: int) -> str:
    words = ngettext(
        "%(people)s (%(count)s of them you write with)",
        "%(people)s (%(count)s of them you write with)",
        count,
    )
    return words % {"people": people, "count": grouped(count)}


def entries(kind: EntryKind, count: int) -> str:
    """So many things that another program kept beside its people."""
    match kind:
        case EntryKind.EXCHANGE:
            said = ngettext("%(count)s exchange", "%(count)s exchanges", count)
        case EntryKind.NEXT_STEP:
            said = ngettext("%(count)s next step", "%(count)s next steps", count)
        case EntryKind.REFLECTION:
            said = ngettext("%(count)s note", "%(count)s notes", count)
        case EntryKind.HOW_MET:
            said = ngettext("how you met %(count)s person", "how you met %(count)s people", count)
        case EntryKind.RHYTHM:
            said = ngettext("a rhythm for %(count)s person", "a rhythm for %(count)s people", count)
    return said % {"count": grouped(count)}


def more_seen(plan: Plan) -> list[str]:
    """What is told of people and is here already."""
    said = []
    if plan.entries_seen:
        words = ngettext("%(count)s exchange or note", "%(count)s exchanges and notes", plan.entries_seen)
        said.append(words % {"count": grouped(plan.entries_seen)})
    if plan.traces_seen:
        said.append(traces(plan.traces_seen))
    told = [_("%(what)s here already.") % {"what": what} for what in said]
    return [*told, ahead(plan.traces_ahead)] if plan.traces_ahead else told


def ahead(count: int) -> str:
    """So many that are not taken, since they are still to come."""
    said = ngettext(
        "%(count)s message or meeting lies in the future and is left out.",
        "%(count)s messages and meetings lie in the future and are left out.",
        count,
    )
    return said % {"count": grouped(count)}


def traces(count: int) -> str:
    """So many messages and meetings."""
    said = ngettext("%(count)s message or meeting", "%(count)s messages and meetings", count)
    return said % {"count": grouped(count)}


def mine(one: Mine) -> str:
    """An address that seems to be the user's, and what speaks for it."""
    if not one.messages:
        return _("%(address)s seems to be you: the file says so.") % {"address": one.address}
    return _(
        "%(address)s seems to be you: on %(seen)s of %(messages)s messages, %(sent)s written from it."
    ) % {
        "address": one.address,
        "seen": grouped(one.seen),
        "messages": grouped(one.messages),
        "sent": grouped(one.sent),
    }


def pen_pals(them: Sequence[PenPal], least: int) -> str:
    """How many people are written with, and how many of them often."""
    often = sum(each.both_ways >= least for each in them)
    said = ngettext(
        "%(count)s person you write with is not here yet; %(often)s at least %(least)s times each way.",
        "%(count)s people you write with are not here yet; %(often)s at least %(least)s times each way.",
        len(them),
    )
    return said % {"count": grouped(len(them)), "often": grouped(often), "least": least}


def pen_pal_choice(least: int, count: int) -> str:
    """One choice of who comes in from a mailbox."""
    if least == 1:
        said = ngettext("whoever you wrote with (%(count)s)", "everybody you wrote with (%(count)s)", count)
        return said % {"count": grouped(count)}
    return _("those with at least %(least)s messages each way (%(count)s)") % {
        "least": least,
        "count": grouped(count),
    }


def left_out(one: LeftOut) -> str:
    """Which file and line, what is wrong, what was expected."""
    trouble = str(TROUBLES[one.trouble])
    if one.line is not None:
        place = _("%(file)s, line %(line)s") % {"file": one.file, "line": one.line}
    elif one.record:
        place = _("%(file)s, record %(record)s") % {"file": one.file, "record": one.record}
    else:
        place = one.file
    said = _("%(place)s: %(trouble)s.") % {"place": place, "trouble": trouble}
    if one.trouble is Trouble.NO_COLUMNS:
        return said + " " + _("Its columns: %(columns)s.") % {"columns": one.expected}
    if one.expected:
        said += " " + _("Expected: %(expected)s.") % {"expected": one.expected}
    return _("%(said)s “%(excerpt)s”") % {"said": said, "excerpt": one.excerpt} if one.excerpt else said
