"""When to be in touch again, and what that is counted from."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.domain.interactions.interactions import Channel
from rapport.services.people.pages import Rhythm
from rapport.wording import dates

MESSAGES: Final = frozenset({Channel.EMAIL, Channel.MESSAGE})


def due(rhythm: Rhythm | None, today: date) -> str:
    """ "Due on 2 April 2026, 30 days after the call of 3 March 2026."; empty without a rhythm."""
    if rhythm is None:
        return ""
    parts = {"day": dates.short_day(rhythm.due_on), "after": _after(rhythm)}
    if rhythm.due_on < today:
        return _("Due since %(day)s, %(after)s.") % parts
    if rhythm.due_on == today:
        return _("Due today, %(after)s.") % parts
    return _("Due on %(day)s, %(after)s.") % parts


def _after(rhythm: Rhythm) -> str:
    parts: Mapping[str, object] = {"count": rhythm.days, "day": dates.short_day(rhythm.last_on)}
    if rhythm.channel is Channel.IN_PERSON:
        text = ngettext(
            "%(count)s day after you met on %(day)s",
            "%(count)s days after you met on %(day)s",
            rhythm.days,
        )
    elif rhythm.channel in (Channel.PHONE, Channel.VIDEO):
        text = ngettext(
            "%(count)s day after the call of %(day)s",
            "%(count)s days after the call of %(day)s",
            rhythm.days,
        )
    elif rhythm.channel in MESSAGES:
        text = ngettext(
            "%(count)s day after the message of %(day)s",
            "%(count)s days after the message of %(day)s",
            rhythm.days,
        )
    else:
        text = ngettext(
            "%(count)s day after you were last in touch, on %(day)s",
            "%(count)s days after you were last in touch, on %(day)s",
            rhythm.days,
        )
    return text % parts
