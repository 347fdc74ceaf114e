"""What a correction does to what was written down, as chips: said plainly, before it is done."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from rapport.domain.nouns import Noun
from rapport.domain.quicklog import quicklog as said
from rapport.wording.chips import Chip, Speaker, duration
from rapport.wording.dates import spoken_day
from rapport.wording.words import word

SHOWN = 80  # characters of a note or a line

# What it is; with its words, and without.
ROWS: Final[Mapping[Noun, tuple[Promise, Promise]]] = {
    Noun.INTERACTION: (gettext_lazy("%(what)s with %(people)s"), gettext_lazy("%(what)s with %(people)s")),
    Noun.PERSON: (gettext_lazy("%(what)s (person)"), gettext_lazy("%(what)s (person)")),
    Noun.PITCH: (gettext_lazy("%(what)s (pitch)"), gettext_lazy("%(what)s (pitch)")),
    Noun.GATHERING: (gettext_lazy("%(what)s (gathering)"), gettext_lazy("%(what)s (gathering)")),
    Noun.SERIES: (gettext_lazy("%(what)s (series)"), gettext_lazy("%(what)s (series)")),
    Noun.ASK: (gettext_lazy("ask to %(people)s for %(what)s"), gettext_lazy("ask to %(people)s")),
    Noun.INTRODUCTION: (
        gettext_lazy("introduction of %(people)s by %(what)s"),
        gettext_lazy("introduction of %(people)s"),
    ),
    Noun.HELP: (gettext_lazy("help, with %(people)s: %(what)s"), gettext_lazy("help, with %(people)s")),
    Noun.NEED: (gettext_lazy("need of %(people)s: %(what)s"), gettext_lazy("need of %(people)s")),
    Noun.OFFER: (gettext_lazy("offer of %(people)s: %(what)s"), gettext_lazy("offer of %(people)s")),
    Noun.FOLLOW_UP: (
        gettext_lazy("next step with %(people)s: %(what)s"),
        gettext_lazy("next step with %(people)s"),
    ),
    Noun.OPPORTUNITY: (gettext_lazy("opportunity: %(what)s"), gettext_lazy("opportunity: %(what)s")),
    Noun.NOTE: (gettext_lazy("note: “%(what)s”"), gettext_lazy("note: “%(what)s”")),
    Noun.CHALLENGE: (gettext_lazy("%(what)s (challenge)"), gettext_lazy("%(what)s (challenge)")),
    Noun.FILTER: (gettext_lazy("%(what)s (list)"), gettext_lazy("%(what)s (list)")),
    Noun.LETTER: (gettext_lazy("%(what)s (letter)"), gettext_lazy("%(what)s (letter)")),
    Noun.FEED: (gettext_lazy("%(what)s (feed)"), gettext_lazy("%(what)s (feed)")),
}


def target(found: said.Target, today: date) -> str:
    """ "coffee with Ana Costa, yesterday (Thursday 14 March)"."""
    with_words, without = ROWS[found.noun]
    what = _cut(found.what)
    if found.noun is Noun.INTERACTION and not what and found.channel:
        what = word(found.channel)
    if found.line:
        named = _("“%(line)s”") % {"line": _cut(found.line)}
    elif found.noun is Noun.INTERACTION and not found.people:
        named = what
    else:
        facts = {"what": what, "people": ", ".join(found.people) or pgettext("chip", "you")}
        named = str(with_words if found.what else without) % facts
    if found.on is None:
        return named
    return _("%(what)s, %(day)s") % {"what": named, "day": spoken_day(found.on, today)}


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def chips_of(correction: said.Correction, speaker: Speaker) -> Iterator[Chip]:
    """What goes, what returns, what changes and to what."""
    match correction:
        case said.TakeBack():
            subject = correction.subject or _("the last step")
            yield Chip("take_back", pgettext("chip", "Take back"), subject)
        case said.Bin():
            yield Chip("bin", pgettext("chip", "Into the bin"), _meant(correction.ref, speaker))
        case said.Restore():
            yield Chip("restore", pgettext("chip", "Out of the bin"), _meant(correction.ref, speaker))
        case said.Amend():
            yield Chip("amend", pgettext("chip", "To change"), _meant(correction.ref, speaker))
            yield from _new(correction, speaker)


def _meant(ref: said.Reference, speaker: Speaker) -> str:
    """The row where it is clear; the words where there is none, and a question where there are several."""
    if len(ref.targets) == 1:
        return target(ref.targets[0], speaker.today)
    typed = ", ".join(part for part in (ref.word, *ref.people, ref.what) if part)
    return _("%(what)s: which one?") % {"what": typed} if ref.targets else typed


def _new(new: said.Amend, speaker: Speaker) -> Iterator[Chip]:
    """Every detail that replaces what was kept."""
    if new.name:
        yield Chip("name", pgettext("chip", "New name"), new.name)
    if new.about:
        is_ask = new.ref.nouns == (Noun.ASK,)
        label = pgettext("chip", "It was about") if is_ask else pgettext("chip", "It says from now on")
        yield Chip("about", label, new.about)
    if new.day:
        yield Chip("day", pgettext("chip", "It was"), speaker.day(new.day))
    if new.channel:
        yield Chip("channel", pgettext("chip", "How"), word(new.channel))
    if new.minutes:
        yield Chip("minutes", pgettext("chip", "How long"), duration(new.minutes))
    yield from _company(new, speaker)
    if new.gathering:
        yield Chip("gathering", pgettext("chip", "Where"), new.gathering.text)
    if new.starts_at is not None:
        yield Chip("starts_at", pgettext("chip", "From"), f"{new.starts_at:%H:%M}")
    if new.size is not None:
        size = ngettext("%(count)s person", "%(count)s people", new.size) % {"count": new.size}
        yield Chip("size", pgettext("chip", "How many"), size)
    if new.substance is not None:
        said_so = _("a real exchange") if new.substance else _("a courtesy")
        yield Chip("substance", pgettext("chip", "What"), said_so)
    if new.lost_touch:
        yield Chip("lost_touch", pgettext("chip", "Before"), _("you had lost touch"))


def _company(new: said.Amend, speaker: Speaker) -> Iterator[Chip]:
    """Who else was there, and who would remember it."""
    if new.memorable is not None:
        value = _("to remember") if new.memorable else _("just a hello")
        yield Chip("memorable", pgettext("chip", "It was"), value)
    for memorable, label in (
        (None, pgettext("chip", "Also there")),
        (True, pgettext("chip", "To remember")),
        (False, pgettext("chip", "A hello")),
    ):
        if who := [met.name for met in new.people if met.memorable is memorable]:
            yield Chip("people", label, speaker.people(who))
    if new.others:
        hellos = ngettext("%(count)s hello", "%(count)s hellos", new.others) % {"count": new.others}
        yield Chip("others", pgettext("chip", "And"), hellos)
