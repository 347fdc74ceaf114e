"""What there was between you and somebody beside meetings, one line each."""

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.domain.asks.introductions import Step
from rapport.domain.interactions.followups import Evidence
from rapport.services.people.pages import (
    AskRow,
    Entry,
    EntryKind,
    FollowUpRow,
    HelpRow,
    IntroductionRow,
    NeedRow,
    NoteRow,
    OfferRow,
    PitchRow,
)
from rapport.wording.dates import listed, short_day
from rapport.wording.words import word


def line(entry: Entry) -> str:
    """What it was. An interaction has no line: the referee speaks of it."""
    return LINES[entry.kind](entry.row)


def introduction(row: IntroductionRow) -> str:
    """Who brought whom together."""
    parts = {
        "introducer": row.introducer.name if row.introducer else "",
        "one": row.person.name,
        "other": row.other.name if row.other else "",
    }
    if row.introducer is None and row.step is Step.DECLINED:
        return _("You meant to introduce %(one)s and %(other)s") % parts
    if row.introducer is None and row.step in (Step.PROPOSED, Step.ONE_AGREED):
        return _("You are about to introduce %(one)s and %(other)s") % parts
    if row.introducer is None:
        return _("You introduced %(one)s and %(other)s") % parts
    if row.other is None and row.step in (Step.PROPOSED, Step.ONE_AGREED):
        return _("%(introducer)s would introduce you to %(one)s") % parts
    if row.other is None and row.step is Step.DECLINED:
        return _("%(introducer)s would have introduced you to %(one)s") % parts
    if row.other is None:
        return _("%(introducer)s introduced you to %(one)s") % parts
    return _("%(introducer)s introduced %(one)s and %(other)s") % parts


def ask(row: AskRow) -> str:
    """For whom or what, and how it was answered."""
    what = (
        _("You asked for: %(target)s") % {"target": row.target} if row.target else _("You asked for anybody")
    )
    answer = word(row.answer)
    if row.introduced:
        names = listed([person.name for person in row.introduced])
        answer = _("introduced you to %(names)s") % {"names": names}
    return _("%(what)s (%(answer)s)") % {"what": what, "answer": answer}


def _pitch(row: PitchRow) -> str:
    return _("Pitch to %(organisation)s: %(stage)s") % {
        "organisation": row.organisation,
        "stage": word(row.stage),
    }


def _help(row: HelpRow) -> str:
    if row.is_open:
        said = _("You promised: %(what)s") if row.by_me else _("Promised to you: %(what)s")
    else:
        said = _("You helped: %(what)s") if row.by_me else _("Helped you: %(what)s")
    return said % {"what": row.what}


def _need(row: NeedRow) -> str:
    return (_("Looked for: %(what)s") if row.met_on else _("Looks for: %(what)s")) % {"what": row.what}


def _offer(row: OfferRow) -> str:
    return _("Can give: %(what)s") % {"what": row.what}


def _note(row: NoteRow) -> str:
    return row.text


def _follow_up(row: FollowUpRow) -> str:
    what = row.what or _("Be in touch")
    state = _("done") if row.done_on else _("let go") if row.dropped_on else short_day(row.due_on)
    line = _("%(what)s (%(state)s)") % {"what": what, "state": state}
    return f"{line} {CLOSED[row.closed_by]}" if row.closed_by else line


CLOSED: dict[Evidence, Promise] = {
    Evidence.INTERACTION: gettext_lazy("Closed by itself: you were in touch."),
    Evidence.MESSAGE: gettext_lazy("Closed by itself: your mailbox shows a message."),
    Evidence.MEETING: gettext_lazy("Closed by itself: your calendar shows a meeting."),
    Evidence.PITCH: gettext_lazy("Closed by itself: the pitch went further."),
    Evidence.HELP: gettext_lazy("Closed by itself: the promise was kept."),
}

LINES: dict[EntryKind, Callable[[Any], str]] = {
    EntryKind.ASK: ask,
    EntryKind.INTRODUCTION: introduction,
    EntryKind.PITCH: _pitch,
    EntryKind.HELP: _help,
    EntryKind.NEED: _need,
    EntryKind.OFFER: _offer,
    EntryKind.NOTE: _note,
    EntryKind.FOLLOW_UP: _follow_up,
}
