"""Pitches in sentences: how scary, what is due, and what came of those sent."""

from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.domain.learning import Share
from rapport.domain.pitches import Stage
from rapport.services.pitch_pages import PitchCard
from rapport.wording import dates, phrases

FRIGHT: Final = {
    1: gettext_lazy("easy"),
    2: gettext_lazy("a little scary"),
    3: gettext_lazy("scary"),
    4: gettext_lazy("very scary"),
    5: gettext_lazy("terrifying"),
}


def fright(level: int | None) -> str:
    """ "terrifying (5 of 5)"; nothing when it is not said."""
    if level is None:
        return ""
    return _("%(word)s (%(level)s of 5)") % {"word": FRIGHT[level], "level": level}


def hopeful(expected: bool | None) -> str:
    """What you expected when you sent it; nothing when it is not said."""
    if expected is None:
        return ""
    return _("You expected an answer.") if expected else _("You expected no answer.")


def due(card: PitchCard, today: date) -> str:
    """What is next, and when; nothing when nothing is."""
    pitch = card.pitch
    if pitch.stage.is_closed:
        return ""
    if pitch.due is not None:
        return _named(pitch.stage, pitch.due, today)
    if card.nudge_on is None:
        return ""
    if card.nudge_on <= today:
        return _("Time to write again, kindly.")
    return _("Write again %(day)s, if nothing has come.") % {"day": dates.spoken_day(card.nudge_on, today)}


def _named(stage: Stage, on: date, today: date) -> str:
    day = dates.spoken_day(on, today)
    if stage is Stage.CALL:
        return (_("Call: %(day)s.") if on >= today else _("The call was %(day)s. How did it go?")) % {
            "day": day
        }
    return (_("Next step: %(day)s.") if on >= today else _("The next step was due %(day)s.")) % {"day": day}


def came_of_it(share: Share) -> str:
    """ "You sent 8 pitches. 3 came to a call." with its interval; nothing when none was sent."""
    if not share.tried:
        return ""
    return f"{sent_and_came(share)} {phrases.interval(share)}"


def sent_and_came(share: Share) -> str:
    """ "You sent 8 pitches. 3 came to a call." """
    sent = ngettext("You sent %(sent)s pitch.", "You sent %(sent)s pitches.", share.tried)
    came = ngettext("%(came)s came to a call.", "%(came)s came to a call.", share.came)
    return f"{sent % {'sent': share.tried}} {came % {'came': share.came}}"
