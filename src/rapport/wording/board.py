"""The days of the challenge in words: what a square shows, for those who hear it."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.domain.challenge.challenge import Board, BoardDay, Challenge, Square
from rapport.domain.challenge.referee import Verdict
from rapport.wording import dates

COUNTED = (
    Verdict.CONNECTION,
    Verdict.REKINDLED,
    Verdict.HELLO,
)  # what a day is told by; the rest stays inside it


def connections(count: int) -> str:
    return ngettext("%(count)s connection", "%(count)s connections", count) % {"count": count}


def hellos(count: int) -> str:
    return ngettext("%(count)s hello", "%(count)s hellos", count) % {"count": count}


def rekindled(count: int) -> str:
    return ngettext("%(count)s rekindled", "%(count)s rekindled", count) % {"count": count}


SAY = {Verdict.CONNECTION: connections, Verdict.REKINDLED: rekindled, Verdict.HELLO: hellos}


def met(day: BoardDay) -> str:
    """ "1 connection, 2 hellos"; "" when nobody was met."""
    return ", ".join(SAY[verdict](count) for verdict in COUNTED if (count := day.count(verdict)))


def square(day: BoardDay, today: date) -> str:
    """The whole day: "Day 3, Sunday 3 March, rest day: 1 connection"."""
    words = [_("Day %(number)s") % {"number": day.number}, dates.day(day.on, today)]
    if day.square is Square.TODAY:
        words.append(_("today"))
    if day.is_rest:
        words.append(_("rest day"))
    said = ", ".join(words)
    found = met(day)
    return _("%(day)s: %(met)s") % {"day": said, "met": found} if found else said


def tally(board: Board) -> str:
    """What the days so far have brought, in one sentence."""
    total = board.connections
    if not total:
        return _("No connection yet, and nothing is owed.")
    days = sum(1 for day in board.days if day.count(Verdict.CONNECTION))
    return ngettext(
        "%(connections)s so far, on %(days)s day.", "%(connections)s so far, on %(days)s days.", days
    ) % {"connections": connections(total), "days": days}


def of_challenge(challenge: Challenge, on: date) -> str:
    """ "Day 12 of 30"."""
    days = (challenge.ends_on - challenge.starts_on).days + 1
    return _("Day %(number)s of %(days)s") % {"number": challenge.day_number(on), "days": days}


def rest_days(challenge: Challenge) -> str:
    """Which days ask for nothing, in one sentence."""
    weekly = dates.listed([dates.weekday(number) for number in sorted(challenge.rest_weekdays)])
    dated = dates.listed([dates.day(day) for day in sorted(challenge.rest_dates) if day in challenge])
    if weekly and dated:
        return _("Rest days: every %(weekdays)s, and %(days)s.") % {"weekdays": weekly, "days": dated}
    if weekly:
        return _("Rest days: every %(weekdays)s.") % {"weekdays": weekly}
    if dated:
        return _("Rest days: %(days)s.") % {"days": dated}
    return _("No rest days. A day off a week would do you good.")
