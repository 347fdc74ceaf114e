"""What a line was read as: short chips of label and value, for the preview in every door."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.quicklog import quicklog as said
from rapport.wording.chips import Chip, ShowName, Speaker, duration
from rapport.wording.dates import listed
from rapport.wording.words import heading, word


def chips(
    reading: said.Reading, today: date, show: ShowName = lambda name: name.text
) -> tuple[tuple[Chip, ...], ...]:
    """The chips of each statement, in order; the day is told once, and tags come last."""
    speaker = Speaker(today, show)
    told: date | None = None
    groups = []
    for statement in reading.statements:
        is_now = isinstance(statement, said.CORRECTIONS)  # what it corrects says its own day
        if is_now or statement.on == told:
            groups.append(tuple(_SAY[type(statement)](statement, speaker)))
            continue
        groups.append(statement_chips(statement, today, show))
        told = statement.on
    if reading.tags:
        groups.append((Chip("tags", pgettext("chip", "Tags"), " ".join(f"#{tag}" for tag in reading.tags)),))
    return tuple(groups)


def statement_chips(
    statement: said.Statement, today: date, show: ShowName = lambda name: name.text
) -> tuple[Chip, ...]:
    """The chips of one statement, its day among them."""
    speaker = Speaker(today, show)
    return (
        *_SAY[type(statement)](statement, speaker),
        Chip("on", pgettext("chip", "When"), speaker.day(statement.on)),
    )


def _encounter(s: said.Encounter, speaker: Speaker) -> Iterator[Chip]:
    yield Chip("channel", pgettext("chip", "How"), _how(s))
    if s.people:
        yield Chip("people", pgettext("chip", "With"), speaker.people([met.name for met in s.people]))
    if s.gathering:
        yield from _gathering(s.gathering, speaker, pgettext("chip", "Where"))
    if s.minutes:
        yield Chip("minutes", pgettext("chip", "How long"), duration(s.minutes))
    yield from _memories(s, speaker)
    for introducer, brought in _introducers(s):
        value = speaker.show(introducer)
        if len(brought) < len(s.people):
            value = _("%(introducer)s (%(people)s)") % {
                "introducer": value,
                "people": speaker.people(brought),
            }
        yield Chip("introducer", pgettext("chip", "Introduced by"), value)
    if s.others:
        hellos = ngettext("%(count)s hello", "%(count)s hellos", s.others) % {"count": s.others}
        yield Chip("others", pgettext("chip", "And"), hellos)
    if s.lost_touch:
        yield Chip("lost_touch", pgettext("chip", "Before"), _("you had lost touch"))
    if s.substance is not None:
        yield Chip(
            "substance", pgettext("chip", "What"), _("a real exchange") if s.substance else _("a courtesy")
        )


def _how(s: said.Encounter) -> str:
    if s.channel is Channel.IN_PERSON or s.direction is Direction.MUTUAL:
        return word(s.channel)
    return _("%(channel)s, %(direction)s") % {"channel": word(s.channel), "direction": word(s.direction)}


def _memories(s: said.Encounter, speaker: Speaker) -> Iterator[Chip]:
    """Who would remember it, and who would not; nothing where nobody said."""
    for memorable, label in ((True, pgettext("chip", "To remember")), (False, pgettext("chip", "A hello"))):
        who = [met.name for met in s.people if met.memorable is memorable]
        if who:
            yield Chip("memorable", label, speaker.people(who))


def _introducers(s: said.Encounter) -> list[tuple[said.Name, list[said.Name]]]:
    """Each introducer, and whom they brought."""
    found: list[tuple[said.Name, list[said.Name]]] = []
    for met in s.people:
        if met.introducer is None:
            continue
        same = next((brought for name, brought in found if name.text == met.introducer.text), None)
        if same is None:
            found.append((met.introducer, [met.name]))
        else:
            same.append(met.name)
    return found


def _gathering(gathering: said.GatheringName, speaker: Speaker, label: str) -> Iterator[Chip]:
    yield Chip("gathering", label, gathering.text)
    if gathering.size is not None:
        size = ngettext("%(count)s person", "%(count)s people", gathering.size) % {"count": gathering.size}
        yield Chip("size", pgettext("chip", "How many"), size)
    if gathering.starts_at is not None:
        yield Chip("starts_at", pgettext("chip", "From"), f"{gathering.starts_at:%H:%M}")
    if gathering.stretch:
        yield Chip("stretch", pgettext("chip", "Stretch"), _("outside your comfort zone"))
    if gathering.invited_by:
        yield Chip("invited_by", pgettext("chip", "Invited by"), speaker.show(gathering.invited_by))
    if gathering.found:
        yield Chip("found", pgettext("chip", "Found"), gathering.found)


def _asked(s: said.Asked, speaker: Speaker) -> Iterator[Chip]:
    yield Chip("people", pgettext("chip", "Asked"), speaker.people(s.people))
    if s.target:
        yield Chip("target", pgettext("chip", "For"), s.target)


def _answered(s: said.Answered, speaker: Speaker) -> Iterator[Chip]:
    yield Chip("person", pgettext("chip", "Answer of"), speaker.show(s.person))
    yield Chip("answer", pgettext("chip", "They said"), word(s.answer))
    if s.introduced:
        yield Chip("introduced", pgettext("chip", "You to"), speaker.people(s.introduced))


def _introduced(s: said.Introduced, speaker: Speaker) -> Iterator[Chip]:
    if s.introducer:
        yield Chip("introducer", pgettext("chip", "Introduced by"), speaker.show(s.introducer))
        yield Chip("people", pgettext("chip", "You to"), speaker.people(s.people))
    else:
        yield Chip(
            "people", pgettext("chip", "You introduced"), listed([speaker.show(name) for name in s.people])
        )


def _pitched(s: said.Pitched, speaker: Speaker) -> Iterator[Chip]:
    yield Chip("organisation", pgettext("chip", "Pitch"), s.organisation)
    yield Chip("stage", pgettext("chip", "Stage"), word(s.stage))
    if s.person:
        yield Chip("person", pgettext("chip", "With"), speaker.show(s.person))
    if s.fright is not None:
        yield Chip("fright", pgettext("chip", "Scary"), _("%(figure)s of 5") % {"figure": s.fright})
    if s.hopeful is not None:
        yield Chip("hopeful", pgettext("chip", "You expect"), _("an answer") if s.hopeful else _("no answer"))
    if s.due:
        yield Chip("due", pgettext("chip", "Next step"), speaker.day(s.due))


def _promised(s: said.Promised, speaker: Speaker) -> Iterator[Chip]:
    yield Chip(
        "people",
        pgettext("chip", "Promised to") if s.by_me else pgettext("chip", "Promised by"),
        speaker.people(s.people),
    )
    yield from _what(s.what)
    if s.due:
        yield Chip("due", pgettext("chip", "Until"), speaker.day(s.due))


def _helped(s: said.Helped, speaker: Speaker) -> Iterator[Chip]:
    yield Chip(
        "people",
        pgettext("chip", "You helped") if s.by_me else pgettext("chip", "Helped by"),
        speaker.people(s.people),
    )
    yield from _what(s.what)


def _needs(s: said.Needs, speaker: Speaker) -> Iterator[Chip]:
    yield from _wants(pgettext("chip", "Looking for"), s, speaker)


def _offers(s: said.Offers, speaker: Speaker) -> Iterator[Chip]:
    yield from _wants(pgettext("chip", "Can give"), s, speaker)


def _wants(label: str, s: said.Needs | said.Offers, speaker: Speaker) -> Iterator[Chip]:
    yield Chip(
        "people", pgettext("chip", "Who"), speaker.people(s.people) if s.people else pgettext("chip", "you")
    )
    yield Chip("what", label, s.what)


def _follow_up(s: said.FollowUp, speaker: Speaker) -> Iterator[Chip]:
    yield Chip("due", pgettext("chip", "Follow up"), speaker.day(s.due))
    if s.people:
        yield Chip("people", pgettext("chip", "With"), speaker.people(s.people))
    yield from _what(s.what)


def _checked_in(s: said.CheckedIn, speaker: Speaker) -> Iterator[Chip]:
    for name, label, figure in (
        ("energy", pgettext("chip", "Energy"), s.energy),
        ("pressure", pgettext("chip", "Pressure"), s.pressure),
    ):
        if figure is not None:
            yield Chip(name, label, _("%(figure)s of 5") % {"figure": figure})


def _opened(s: said.Opened, speaker: Speaker) -> Iterator[Chip]:
    yield Chip("what", pgettext("chip", "Opportunity"), s.what)
    if s.people:
        yield Chip("people", pgettext("chip", "Through"), speaker.people(s.people))
    if s.gathering:
        yield from _gathering(s.gathering, speaker, pgettext("chip", "Where"))


def _planned(s: said.Planned, speaker: Speaker) -> Iterator[Chip]:
    yield from _gathering(s.gathering, speaker, pgettext("chip", "Going to"))


def _about(s: said.About, speaker: Speaker) -> Iterator[Chip]:
    yield Chip("people", pgettext("chip", "About"), speaker.people(s.people))
    if s.value:
        yield Chip("value", heading(s.trait), s.value)
    else:
        yield Chip("trait", pgettext("chip", "Who is"), word(s.trait))


def _correction(s: said.Correction, speaker: Speaker) -> Iterator[Chip]:
    from rapport.wording.corrections import chips_of  # start-up counts: few lines correct another

    return chips_of(s, speaker)


def _noted(s: said.Noted, speaker: Speaker) -> Iterator[Chip]:
    yield Chip("text", pgettext("chip", "Note"), s.text)


def _what(what: str) -> Iterator[Chip]:
    if what:
        yield Chip("what", pgettext("chip", "What"), what)


_SAY: dict[type[Any], Callable[[Any, Speaker], Iterator[Chip]]] = {
    said.Encounter: _encounter,
    said.Asked: _asked,
    said.Answered: _answered,
    said.Introduced: _introduced,
    said.Pitched: _pitched,
    said.Promised: _promised,
    said.Helped: _helped,
    said.Needs: _needs,
    said.Offers: _offers,
    said.FollowUp: _follow_up,
    said.CheckedIn: _checked_in,
    said.Opened: _opened,
    said.Planned: _planned,
    said.About: _about,
    said.Noted: _noted,
    said.Bin: _correction,
    said.Restore: _correction,
    said.Amend: _correction,
    said.TakeBack: _correction,
}
