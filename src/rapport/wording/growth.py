"""What grew from somebody or something, in words."""

from collections.abc import Callable, Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.services.asks.growth import Growth, How, Line
from rapport.wording.dates import listed, short_day

HOW: Final[Mapping[How, Promise]] = {
    How.INTRODUCED: gettext_lazy("introduced to you"),
    How.MET_THERE: gettext_lazy("met there"),
    How.TOOK_ME: gettext_lazy("where you were brought along"),
    How.OPENED: gettext_lazy("an opportunity"),
    How.DATE: gettext_lazy("one of its dates"),
}
COUNTS: Final[tuple[tuple[str, Callable[[int], str]], ...]] = (
    ("people", lambda n: ngettext("%(count)s person", "%(count)s people", n)),
    ("gatherings", lambda n: ngettext("%(count)s gathering", "%(count)s gatherings", n)),
    ("introductions", lambda n: ngettext("%(count)s introduction", "%(count)s introductions", n)),
    ("opportunities", lambda n: ngettext("%(count)s opportunity", "%(count)s opportunities", n)),
)


def summary(growth: Growth) -> str:
    """How much of each, and between which days; "" where nothing grew."""
    counts = [(getattr(growth, name), said) for name, said in COUNTS]
    parts = [said(count) % {"count": count} for count, said in counts if count]
    if not parts:
        return ""
    what = listed(parts)
    if growth.since is None or growth.last_on is None or growth.days is None:
        return _("%(what)s.") % {"what": what}
    if growth.days == 0:
        return _("%(what)s, all on %(day)s.") % {"what": what, "day": short_day(growth.last_on)}
    said = ngettext(
        "%(what)s. From %(first)s to %(last)s: %(days)s day.",
        "%(what)s. From %(first)s to %(last)s: %(days)s days.",
        growth.days,
    )
    first, last = short_day(growth.since), short_day(growth.last_on)
    return said % {"what": what, "first": first, "last": last, "days": growth.days}


def how(line: Line) -> str:
    """How it came, and after how long."""
    text = str(HOW[line.how])
    if line.by:
        text = _("met there, introduced by %(name)s") % {"name": line.by}
    if line.days is None:
        return text
    if line.days == 0:
        return _("%(how)s, the same day") % {"how": text}
    said = ngettext("%(how)s, %(days)s day later", "%(how)s, %(days)s days later", line.days)
    return said % {"how": text, "days": line.days}
