"""What came of a gathering, in a few words; what a series gives, and what to do about it."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.domain.challenge.referee import Verdict
from rapport.domain.gatherings.gatherings import SizeBand
from rapport.domain.gatherings.yields import Advice, Came, Rate
from rapport.services.gatherings.pages import Yield
from rapport.wording import dates, fit
from rapport.wording.verdicts import counted

ADVICE: Final[Mapping[Advice, Promise]] = {
    Advice.TOO_EARLY: gettext_lazy("Too early to tell."),
    Advice.GO_REGULARLY: gettext_lazy("It gives. Go %(rhythm)s."),
    Advice.KEEP_RHYTHM: gettext_lazy("It gives, and you go %(rhythm)s."),
    Advice.GO_IF_AGAIN: gettext_lazy("If it comes again, go."),
    Advice.AS_YOU_LIKE: gettext_lazy("Go when you feel like it."),
    Advice.LET_GO: gettext_lazy("It gave nothing the last times. You may let it go."),
    Advice.THREE_PEOPLE: gettext_lazy("Next time: three people to find, not three thousand."),
}
BANDS: Final[Mapping[SizeBand, Promise]] = {
    SizeBand.FEW: gettext_lazy("Up to 30 people"),
    SizeBand.SMALL: gettext_lazy("31 to 100 people"),
    SizeBand.LARGE: gettext_lazy("More than 100 people"),
    SizeBand.CONFERENCE: gettext_lazy("Conferences and crowds"),
}
MONTHLY: Final = range(28, 32)  # days


def came(of: Yield) -> str:
    """ "4 met, 3 connections, 4 to remember, 2 hellos"; nothing when nobody was met."""
    hellos = of.others + of.hellos
    counts = [
        (ngettext("%(count)s met", "%(count)s met", of.people) % {"count": of.people}, of.people),
        (counted(Verdict.CONNECTION, of.connections), of.connections),
        (
            ngettext("%(count)s to remember", "%(count)s to remember", of.memorable)
            % {"count": of.memorable},
            of.memorable,
        ),
        (counted(Verdict.HELLO, hellos), hellos),
    ]
    return ", ".join(said for said, count in counts if count)


def size(people: int | None) -> str:
    """ "60 people"; nothing when it is not said."""
    if not people:
        return ""
    grouped = number_format(people, use_l10n=True, force_grouping=True)
    return ngettext("%(count)s person", "%(count)s people", people) % {"count": grouped}


def gone(dates: int) -> str:
    """How often you went to a series."""
    if not dates:
        return _("you have not been there yet")
    if dates == 1:
        return _("you went once")
    return ngettext("you went %(count)s time", "you went %(count)s times", dates) % {"count": dates}


def rhythm(days: int | None) -> str:
    """How often a series comes."""
    if not days:
        return ""
    if days % 7 == 0:
        return ngettext("every %(count)s week", "every %(count)s weeks", days // 7) % {"count": days // 7}
    return ngettext("every %(count)s day", "every %(count)s days", days) % {"count": days}


def often(days: int | None) -> str:
    """How often one goes: "once a month", "every 2 weeks"."""
    if days in MONTHLY:
        return _("once a month")
    return rhythm(days)


def advice(code: Advice, days: int | None) -> str:
    """What to do about it."""
    return str(ADVICE[code]) % {"rhythm": often(days)}


def gave(came: Came) -> str:
    """ "4 people to remember of 6 met, in 2 visits and 3 hours"."""
    if not came.met:
        return _("Nobody new, in %(visits)s.") % {"visits": fit.visits(came.visits)}
    return _("%(people)s of %(met)s met, in %(visits)s and %(hours)s.") % {
        "people": capfirst(fit.to_remember(came.memorable)),
        "met": came.met,
        "visits": fit.visits(came.visits),
        "hours": fit.hours(came.hours),
    }


def grew(came: Came) -> str:
    """What grew from it; empty where nothing did yet."""
    said = []
    if came.introduced:
        said.append(
            ngettext("%(count)s introduction", "%(count)s introductions", came.introduced)
            % {"count": came.introduced}
        )
    if came.opened:
        said.append(
            ngettext("%(count)s opportunity", "%(count)s opportunities", came.opened) % {"count": came.opened}
        )
    return _("From it grew %(what)s.") % {"what": dates.listed(said)} if said else ""


def per_hour(told: Rate) -> str:
    """ "2 an hour to remember; the true rate may be anywhere from 0.7 to 5.9."."""
    return _("%(rate)s to remember an hour; the true rate may be anywhere from %(low)s to %(high)s.") % {
        "rate": fit.decimal(told.per_hour),
        "low": fit.decimal(told.low),
        "high": fit.decimal(told.high),
    }


def of_all(name: str, memorable: int, total: int) -> str:
    """ "Freelance Friday gave 5 of 11."; empty where it says nothing."""
    if memorable < 2 or total <= memorable:
        return ""
    return _("%(name)s gave %(count)s of the %(total)s people you would remember.") % {
        "name": name,
        "count": memorable,
        "total": total,
    }


def next_date(on: date | None, today: date, *, is_planned: bool) -> str:
    """When it is next."""
    if on is None:
        return ""
    day = dates.spoken_day(on, today)
    return _("You go next on %(day)s.") % {"day": day} if is_planned else _("Next: %(day)s.") % {"day": day}
