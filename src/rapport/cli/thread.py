"""One line for each dated thing between me and a person."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from rapport.services.people.pages import (
    AskRow,
    Entry,
    EntryKind,
    FollowUpRow,
    HelpRow,
    InteractionRow,
    IntroductionRow,
    NeedRow,
    NoteRow,
    OfferRow,
    PitchRow,
)
from rapport.wording.dates import short_day
from rapport.wording.words import word


def line(entry: Entry) -> str:
    """What happened, and what the referee says of it."""
    said = LINES[entry.kind](entry.row)
    if entry.part and entry.part.ruling:
        return f"{said} · {word(entry.part.ruling.verdict)}"
    return said


def _interaction(row: InteractionRow) -> str:
    where = row.gathering.name if row.gathering else ""
    length = _("%(minutes)s min") % {"minutes": row.minutes} if row.minutes else ""
    return ", ".join(filter(None, (word(row.channel), where, length, row.note)))


def _ask(row: AskRow) -> str:
    what = _("asked: %(target)s") % {"target": row.target} if row.target else _("asked for an introduction")
    return _("%(what)s (%(answer)s)") % {"what": what, "answer": word(row.answer)}


def _introduction(row: IntroductionRow) -> str:
    if row.introducer is None:
        return _("you introduced %(one)s and %(other)s") % {
            "one": row.person.name,
            "other": row.other.name if row.other else "",
        }
    return _("%(introducer)s introduced you to %(person)s") % {
        "introducer": row.introducer.name,
        "person": row.person.name,
    }


def _pitch(row: PitchRow) -> str:
    return _("pitch to %(organisation)s: %(stage)s") % {
        "organisation": row.organisation,
        "stage": word(row.stage),
    }


def _help(row: HelpRow) -> str:
    if row.is_open:
        said = _("you promised: %(what)s") if row.by_me else _("promised to you: %(what)s")
    else:
        said = _("you helped: %(what)s") if row.by_me else _("helped you: %(what)s")
    return said % {"what": row.what}


def _need(row: NeedRow) -> str:
    return _("looks for: %(what)s") % {"what": row.what}


def _offer(row: OfferRow) -> str:
    return _("can give: %(what)s") % {"what": row.what}


def _note(row: NoteRow) -> str:
    return row.text


def _follow_up(row: FollowUpRow) -> str:
    what = row.what or _("follow up")
    state = _("done") if row.done_on else _("let go") if row.dropped_on else short_day(row.due_on)
    return _("%(what)s (%(state)s)") % {"what": what, "state": state}


LINES: dict[EntryKind, Callable[[Any], str]] = {
    EntryKind.INTERACTION: _interaction,
    EntryKind.ASK: _ask,
    EntryKind.INTRODUCTION: _introduction,
    EntryKind.PITCH: _pitch,
    EntryKind.HELP: _help,
    EntryKind.NEED: _need,
    EntryKind.OFFER: _offer,
    EntryKind.NOTE: _note,
    EntryKind.FOLLOW_UP: _follow_up,
}
