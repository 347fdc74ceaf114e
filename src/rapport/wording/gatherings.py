"""What came of a gathering, in a few words."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.domain.referee import Verdict
from rapport.services.gathering_pages import Yield
from rapport.wording.verdicts import counted


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
