"""Everything there was between you and somebody, ready to be drawn."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from rapport.domain.challenge.challenge import Challenge
from rapport.domain.challenge.referee import DEFAULT_RULE, Ruling
from rapport.domain.values import dataclass
from rapport.services.people.pages import Entry, EntryKind, InteractionRow
from rapport.wording import dates, dealings, verdicts
from rapport.wording.verdicts import Told
from rapport.wording.words import heading

KINDS: dict[EntryKind, Promise] = {
    EntryKind.ASK: gettext_lazy("Ask"),
    EntryKind.INTRODUCTION: gettext_lazy("Introduction"),
    EntryKind.PITCH: gettext_lazy("Pitch"),
    EntryKind.HELP: gettext_lazy("Help"),
    EntryKind.NEED: gettext_lazy("Need"),
    EntryKind.OFFER: pgettext_lazy("what somebody can give", "Offer"),
    EntryKind.NOTE: gettext_lazy("Note"),
    EntryKind.FOLLOW_UP: gettext_lazy("Next step"),
}
EDITED_AT = {  # the page where an entry is put right
    EntryKind.INTERACTION: "interaction-edit",
    EntryKind.ASK: "ask",
    EntryKind.INTRODUCTION: "introduction",
    EntryKind.PITCH: "pitch",
    EntryKind.HELP: "help-edit",
    EntryKind.NEED: "need-edit",
    EntryKind.OFFER: "offer-edit",
    EntryKind.NOTE: "note-edit",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the thread."""

    on: date
    day: str  # "8 March 2019"
    kind: str  # "Video call", "Ask"
    texts: tuple[str, ...]  # what it was; of an interaction: where, who else, how long
    note: str
    url: str  # where it is put right
    code: str  # the verdict, for its glyph; "" where nothing was judged
    told: Told | None
    assumed: bool


def lines(name: str, entries: Sequence[Entry], challenges: Sequence[Challenge]) -> list[Line]:
    """In the order given."""
    return [_line(name, entry, challenges) for entry in entries]


def _line(name: str, entry: Entry, challenges: Sequence[Challenge]) -> Line:
    row, at = entry.row, EDITED_AT.get(entry.kind)
    is_meeting = isinstance(row, InteractionRow)
    return Line(
        on=entry.on,
        day=dates.short_day(entry.on),
        kind=heading(row.channel) if isinstance(row, InteractionRow) else str(KINDS[entry.kind]),
        texts=_around(name, row) if isinstance(row, InteractionRow) else (dealings.line(entry),),
        note=row.note if isinstance(row, InteractionRow) else "",
        url=reverse(at, args=[row.id]) if at else reverse("follow-ups"),
        code=entry.part.ruling.verdict.value if is_meeting and entry.part and entry.part.ruling else "",
        told=told(name, entry.part.ruling if entry.part else None, entry.on, challenges),
        assumed=getattr(row, "assumed", False),  # a next step is never assumed
    )


def _around(name: str, row: InteractionRow) -> tuple[str, ...]:
    """Where, who else was there, and for how long."""
    others = [part.person.name for part in row.people if part.person.name != name]
    said = [row.gathering.name if row.gathering else ""]
    said.append(_("with %(names)s") % {"names": dates.listed(others[:6])} if others else "")
    said.append(_("%(minutes)s min") % {"minutes": row.minutes} if row.minutes else "")
    return tuple(filter(None, said))


def told(name: str, ruling: Ruling | None, on: date, challenges: Sequence[Challenge]) -> Told | None:
    """What the referee says of somebody, by the rule of the challenge that day lies in."""
    if ruling is None:
        return None
    challenge = next((one for one in challenges if on in one), None)
    return verdicts.tell(
        name,
        ruling.verdict,
        ruling.reasons,
        in_challenge=challenge is not None,
        rule=challenge.rule if challenge else DEFAULT_RULE,
    )
