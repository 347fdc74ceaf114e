"""Tries that mailbox and calendar remember, as questions."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.attempts import Remembering
from rapport.services.coach.backfill import Memory, RememberedRow
from rapport.wording import dates
from rapport.wording.coach import ARM_NAMES

ASKED: Final = gettext_lazy(
    "You wrote to %(name)s, and they brought you together with %(about)s. Had you asked?"
)
SEEMS: Final[Mapping[Arm, Promise]] = {
    Arm.ASK_HIGH: ASKED,
    Arm.ASK_MIDDLE: ASKED,
    Arm.ASK_LOW: ASKED,
    Arm.RECONNECT_CLOSE: gettext_lazy("You wrote to %(name)s again after more than a year."),
    Arm.RECONNECT_FAR: gettext_lazy("You wrote to %(name)s again after more than a year."),
    Arm.PITCH: gettext_lazy("You wrote to %(name)s for the first time. Was it a pitch?"),
    Arm.FOLLOW_UP: gettext_lazy("You met %(name)s for the first time, and wrote to them soon after."),
    Arm.SMALL: gettext_lazy("You were at “%(about)s”."),
    Arm.MIDDLE: gettext_lazy("You were at “%(about)s”."),
    Arm.LARGE: gettext_lazy("You were at “%(about)s”."),
    Arm.CONFERENCE: gettext_lazy("You were at “%(about)s”."),
    Arm.SERIES: gettext_lazy("You were at “%(about)s” again."),
}


def question(one: Memory) -> str:
    """What it looks like."""
    return str(SEEMS[one.arm]) % {"name": one.name, "about": one.about}


def so_far(one: Memory) -> str:
    """What the headers show of what came of it."""
    if ARMS[one.arm].many:
        if not one.came:
            return _("As far as your mailbox shows, nobody from there stayed in touch.")
        return ngettext(
            "As far as your mailbox shows, %(count)s person from there stayed in touch.",
            "As far as your mailbox shows, %(count)s people from there stayed in touch.",
            one.came,
        ) % {"count": one.came}
    if one.came:
        return _("As far as your mailbox shows, an exchange came of it.")
    return _("As far as your mailbox shows, nothing came back.")


def choices(one: Memory) -> list[tuple[str, str]]:
    """(came, label): what it led to, one tap each."""
    if not ARMS[one.arm].many:
        return [("1", _("Something came of it")), ("0", _("Nothing came of it"))]
    labels = [_("Nobody new"), _("1 person"), _("2 people"), _("3 people"), _("4 or more")]
    return [(str(came), label) for came, label in enumerate(labels)]


def told(row: RememberedRow, today: date) -> str:
    """What was said of one."""
    said = {"kind": ARM_NAMES[row.arm], "name": row.name, "day": dates.day(row.on, today)}
    what = _("%(day)s: %(kind)s (%(name)s)") if row.name else _("%(day)s: %(kind)s")
    if row.reply is Remembering.NOT_MINE:
        return _("%(what)s. Not counted.") % {"what": what % said}
    came = ngettext("%(count)s connection", "%(count)s connections", row.came) % {"count": row.came}
    return _("%(what)s. %(came)s.") % {"what": what % said, "came": came}
