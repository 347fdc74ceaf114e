"""Why the next challenge is proposed as it is."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.domain.coach.next_challenge import Because, Proposal, Reason
from rapport.wording import findings
from rapport.wording.phrases import level
from rapport.wording.words import heading

REASONS: Final[Mapping[Because, Promise]] = {
    Because.JUMPED: gettext_lazy(
        "You began with %(first)s actions a week and went on with %(later)s."
        " A start that is smaller lasts longer."
    ),
    Because.TIRED: gettext_lazy(
        "Your energy averaged %(energy)s of 5. Less, over more weeks, leaves more of it."
    ),
    Because.PRESSED: gettext_lazy("The pressure grew while it ran. A smaller load gives it less to grow on."),
    Because.STEADY: gettext_lazy("About %(weekly)s actions a week went on well. Keep that."),
    Because.NOTHING_KNOWN: gettext_lazy(
        "Too little was done to tell what suits you, so this is what suits most people:"
        " %(weekly)s actions a week."
    ),
    Because.FEWER_ASKS: gettext_lazy(
        "%(asked)s people asked, %(came)s introductions."
        " One ask a week at most, of somebody close, does as much."
    ),
    Because.MORE: gettext_lazy("%(way)s: it gave you %(times)s times what is usual, so there is more of it."),
    Because.LESS: gettext_lazy("%(way)s: it gave you %(times)s times what is usual, so there is less of it."),
    Because.SERIES: gettext_lazy("Go back to the gathering that gave you most."),
    Because.SECOND_REST_DAY: gettext_lazy(
        "A second day of rest each week. It asks for nothing and costs nothing."
    ),
    Because.OWED: gettext_lazy("Some help you promised is still open."),
}


def reason(one: Reason, names: Mapping[UUID, str]) -> str:
    """One plain sentence with its numbers."""
    said: dict[str, str] = {name: level(round(value, 1)) for name, value in one.numbers}
    said["way"] = heading(one.way) if one.way else ""
    if one.because in (Because.SERIES, Because.OWED) and one.finding:
        return findings.sentence(one.finding, names)
    if one.because is Because.FEWER_ASKS and not one.numbers:
        return _("Asking many brought little. One ask a week at most, of somebody close, does as much.")
    return str(REASONS[one.because]) % said


def summary(proposal: Proposal) -> str:
    """The proposal in one sentence."""
    days = ngettext("%(count)s day", "%(count)s days", proposal.days) % {"count": proposal.days}
    about = round(proposal.weekly) if proposal.weekly >= 2 else proposal.weekly
    said = {"days": days, "weekly": level(about)}
    if proposal.is_gentler:
        return _("A gentler one: %(days)s, about %(weekly)s actions a week.") % said
    return _("One like the last: %(days)s, about %(weekly)s actions a week.") % said
