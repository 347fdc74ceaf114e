"""Asks in sentences: what an open one wants of you, and what asking has brought."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from rapport.domain.asks.asks import Answer, Reminder
from rapport.domain.learning.learning import Share, share
from rapport.services.asks.pages import MayAsk, OpenAsk
from rapport.wording import dates, phrases

WANTED = {
    Reminder.REMIND: gettext_lazy("Time for one kind reminder."),
    Reminder.LET_GO: gettext_lazy("Reminded once, and still nothing: time to let it go."),
}
TALLY = {
    Answer.INTRODUCED: ngettext_lazy(
        "%(count)s introduced you to somebody", "%(count)s introduced you to somebody", "count"
    ),
    Answer.THINKING: ngettext_lazy(
        "%(count)s is thinking about it", "%(count)s are thinking about it", "count"
    ),
    Answer.KNOWS_NO_ONE: ngettext_lazy("%(count)s knows no one", "%(count)s know no one", "count"),
    Answer.SILENT: ngettext_lazy("%(count)s stayed silent", "%(count)s stayed silent", "count"),
    Answer.DECLINED: ngettext_lazy("%(count)s said no", "%(count)s said no", "count"),
    Answer.ASKED: ngettext_lazy("%(count)s has not answered yet", "%(count)s have not answered yet", "count"),
}


def reminder(waiting: OpenAsk, today: date) -> str:
    """What to do about an open ask, and when."""
    if waiting.reminder in WANTED:
        return str(WANTED[waiting.reminder])
    if waiting.ask.heard_on is not None:
        parts = {"name": waiting.ask.person.name, "day": dates.day(waiting.ask.heard_on, today)}
        return _("%(name)s wrote on %(day)s. What did they say?") % parts
    if waiting.next_on is None:
        return ""
    day = dates.spoken_day(waiting.next_on, today)
    if waiting.ask.reminded_on and waiting.ask.reminded_on >= waiting.waiting_since:
        return _("Reminded once. If nothing comes, let it go %(day)s.") % {"day": day}
    return _("Give it time. A kind reminder may go out %(day)s.") % {"day": day}


def examples() -> tuple[str, ...]:
    """What could be typed into the box."""
    return (_("a VR studio in Portland"), _("an editor at a food magazine"))


def waiting(days: int) -> str:
    """ "asked 3 days ago" is the day; this is the wait."""
    if days <= 0:
        return _("since today")
    return ngettext("for %(count)s day", "for %(count)s days", days) % {"count": days}


def too_soon(name: str, may: MayAsk, today: date) -> str:
    """Why somebody is left alone for now, and from when on not."""
    last, again = may.last_on or today, may.again_on or today
    return _(
        "You asked %(name)s %(ago)s. Nobody is asked twice within the month: from %(day)s on, you may again."
    ) % {"name": name, "ago": dates.ago((today - last).days), "day": dates.day(again, today)}


def settled(counts: Sequence[tuple[Answer, int]]) -> Share:
    """What came of the asks that something is known of."""
    by = dict(counts)
    return share(by[Answer.INTRODUCED], sum(by.values()) - by[Answer.ASKED])


def brought(counts: Sequence[tuple[Answer, int]]) -> str:
    """What asking yields, with what so few tries cannot tell."""
    got = settled(counts)
    if not got.tried:
        return _("No answer yet. That is too early to tell anything.")
    said = ngettext(
        "Of %(tried)s ask that something is known of, %(came)s led to an introduction.",
        "Of %(tried)s asks that something is known of, %(came)s led to an introduction.",
        got.tried,
    ) % {"tried": got.tried, "came": got.came}
    return f"{said} {phrases.interval(got)}"


def tally(counts: Sequence[tuple[Answer, int]]) -> str:
    """ "3 introduced you to somebody, 10 know no one and 16 stayed silent."."""
    by = dict(counts)
    said = [str(words % {"count": by[answer]}) for answer, words in TALLY.items() if by[answer]]
    return _("%(sentence)s.") % {"sentence": dates.listed(said)}
