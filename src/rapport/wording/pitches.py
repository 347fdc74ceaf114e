"""Pitches in sentences: how scary, what is due, what came of those sent, and which to send this week."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.domain.learning.learning import Share
from rapport.domain.pitches.pitches import Stage
from rapport.services.pitches.pages import (
    Corner,
    Height,
    Next,
    Path,
    Pick,
    PickWhy,
    PitchCard,
    Record,
    There,
    Warmth,
    Week,
)
from rapport.wording import dates, phrases

FRIGHT: Final = {
    1: gettext_lazy("easy"),
    2: gettext_lazy("a little scary"),
    3: gettext_lazy("scary"),
    4: gettext_lazy("very scary"),
    5: gettext_lazy("terrifying"),
}
HEIGHTS: Final[Mapping[Height, Promise]] = {
    Height.LOW: gettext_lazy("The easy ones"),
    Height.MIDDLE: gettext_lazy("Those in the middle"),
    Height.HIGH: gettext_lazy("The scary ones"),
}
PATHS: Final[Mapping[Path, Promise]] = {
    Path.WARM: gettext_lazy("Warm: somebody led there"),
    Path.COLD: gettext_lazy("Cold"),
}
PICKS: Final[Mapping[PickWhy, Promise]] = {
    PickWhy.DRAFTED: gettext_lazy("It is written already."),
    PickWhy.EASIEST: gettext_lazy("The lowest rung."),
    PickWhy.NEXT_RUNG: gettext_lazy("One rung further."),
    PickWhy.GOOD_DAY: gettext_lazy("The scary one, on a day of the week when you usually have energy."),
    PickWhy.SCARY: gettext_lazy("The scary one, two days later."),
}
WEEKS: Final[Mapping[Week, Promise]] = {
    Week.FULL: gettext_lazy("A proposal for the next seven days. Change it as you like."),
    Week.LIGHT: gettext_lazy("Your energy was low lately: one this week, and an easy one."),
    Week.PLANNED: gettext_lazy("Enough is planned for the next seven days."),
    Week.NO_DAY: gettext_lazy("The next seven days are for rest."),
    Week.EMPTY: gettext_lazy("The ladder is empty."),
}
COMING: Final[Mapping[Next, Promise]] = {
    Next.NUDGE: gettext_lazy("Time to write again, kindly."),
    Next.LET_REST: gettext_lazy("You have written, and they are silent. You may let it rest."),
}
WAYS: Final[Mapping[tuple[Warmth, bool], Promise]] = {  # how warm, and whether through one more
    (Warmth.KNOWN, False): gettext_lazy("%(name)s is at %(organisation)s, and you know each other well."),
    (Warmth.INTRODUCED, False): gettext_lazy(
        "%(through)s is close to you, and introduced you to %(name)s, who is at %(organisation)s."
    ),
    (Warmth.LED, False): gettext_lazy(
        "%(through)s is close to you, and seems to know %(name)s, who is at %(organisation)s."
    ),
    (Warmth.LED, True): gettext_lazy(
        "%(through)s is close to you, and may reach %(name)s at %(organisation)s through %(via)s."
    ),
    (Warmth.FAINT, False): gettext_lazy(
        "%(name)s is at %(organisation)s. You hardly know each other; a word first may open the door."
    ),
}
STILL: Final = gettext_lazy(
    "No answer is not a no to you: people are busy, mails get lost, the moment is wrong. "
    "Setting it aside closes it kindly, and you can take it up again any day."
)


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
    if pitch.planned_on is not None and pitch.sent_on is None:
        return planned(pitch.planned_on, today)
    if card.next is None:
        return ""
    if card.next.on <= today:
        return str(COMING[card.next.what])
    if card.next.what is Next.LET_REST:
        return _("If nothing comes, you may let it rest %(day)s.") % {
            "day": dates.spoken_day(card.next.on, today)
        }
    return _("Write again %(day)s, if nothing has come.") % {"day": dates.spoken_day(card.next.on, today)}


def planned(on: date, today: date) -> str:
    """The day it is meant to go out; past days are no debt."""
    if on < today:
        return _("It was meant for %(day)s. Any other day is fine.") % {"day": dates.spoken_day(on, today)}
    return _("Planned: %(day)s.") % {"day": dates.spoken_day(on, today)}


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


def waiting(record: Record) -> str:
    """How many may still be answered, and what few tries cannot tell."""
    said = []
    if record.waiting:
        text = ngettext(
            "%(count)s still waits for an answer.", "%(count)s still wait for an answer.", record.waiting
        )
        said.append(text % {"count": record.waiting})
    if record.is_early:
        said.append(_("It is too early to compare."))
    return " ".join(said)


def few(share: Share) -> str:
    """ "3 of 8", and what so few cannot tell."""
    return phrases.interval(share)


def corner(told: Corner) -> str:
    """ "You dreaded 4 of these. 3 answered." Nothing before the first one."""
    if not told.dreaded:
        return ""
    dreaded = ngettext(
        "You dreaded %(count)s pitch, and sent it.",
        "You dreaded %(count)s of these, and sent them.",
        told.dreaded,
    ) % {"count": told.dreaded}
    if not told.answered:
        if told.waiting:
            return f"{dreaded} {_('No answer yet, and nothing worse happened.')}"
        return f"{dreaded} {_('They stayed silent, and nothing worse happened.')}"
    if told.calls == told.answered:
        every = ngettext(
            "%(count)s answered, and it came to a call.",
            "%(count)s answered, and all of these came to a call.",
            told.answered,
        )
        return f"{dreaded} {every % {'count': told.answered}}"
    answered = ngettext("%(count)s answered.", "%(count)s answered.", told.answered) % {
        "count": told.answered
    }
    calls = ngettext("%(count)s came to a call.", "%(count)s came to a call.", told.calls) % {
        "count": told.calls
    }
    return " ".join(filter(None, (dreaded, answered, calls if told.calls else "")))


def corner_view(told: Corner) -> dict[str, object]:
    """The corner as pages show it: the sentence, and the last of them with what came."""
    last = [
        {
            "name": pitch.organisation,
            "id": pitch.id,
            "feared": pitch.feared,
            "afterwards": pitch.afterwards,
            "happened": happened(pitch.was_answered, pitch.came_of_it, pitch.stage.is_waiting),
        }
        for pitch in told.last
    ]
    return {"sentence": corner(told), "last": last}


def happened(was_answered: bool, came: bool, is_waiting: bool) -> str:
    """What came after one of them, in a few words."""
    if came:
        return _("It came to a call.")
    if was_answered:
        return _("They answered.")
    return _("No answer yet.") if is_waiting else _("Silence, and nothing worse.")


def pick(one: Pick) -> str:
    """Why this one, on that day."""
    return str(PICKS[one.why])


def pick_day(one: Pick, today: date) -> str:
    """The day, to begin a line with: "Tomorrow (Tuesday 24 November):" """
    return _("%(day)s:") % {"day": capfirst(dates.spoken_day(one.on, today))}


def path(there: There) -> str:
    """The warm way in one sentence; nothing when nobody is there."""
    found = there.path
    if found is None:
        return ""
    names = {
        "name": found.there.name,
        "through": found.through.name,
        "via": found.via.name if found.via else "",
        "organisation": found.there.organisation,
    }
    return str(WAYS[found.warmth, found.via is not None]) % names


def policy(after: Sequence[int]) -> str:
    """When one writes again, in words."""
    if not after:
        return _("You do not write again after sending.")
    if len(after) == 1:
        text = ngettext(
            "You write again once, %(first)s working day after sending.",
            "You write again once, %(first)s working days after sending.",
            after[0],
        )
        return text % {"first": after[0]}
    return _("You write again %(first)s and %(second)s working days after sending, then it rests.") % {
        "first": after[0],
        "second": after[1],
    }
