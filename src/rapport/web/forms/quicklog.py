"""A reading as a form: what was read as chips, each with the field that changes it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.domain.people.people import Match
from rapport.domain.quicklog import quicklog as said
from rapport.domain.quicklog.amendments import BATCH
from rapport.domain.quicklog.typed import Wrong
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services.quicklog.choices import NameChoice
from rapport.services.quicklog.prepare import Prepared
from rapport.web.forms.quicklog_controls import WRONG as WRONG
from rapport.web.forms.quicklog_controls import Control, Posted, Values, control_for
from rapport.wording import statements
from rapport.wording.chips import ShowName


@dataclass(frozen=True, slots=True)
class ChipView:
    """One thing that was read, and the fields that change it; none where the line itself must."""

    field: str
    label: str
    value: str
    controls: tuple[Control, ...]

    @property
    def is_open(self) -> bool:
        return any(control.error for control in self.controls)


@dataclass(frozen=True, slots=True)
class Remembered:
    """One person of an encounter, and what is asked about them."""

    name: str
    memorable: Control
    introducer: Control


@dataclass(frozen=True, slots=True)
class Section:
    """One statement: its chips, what could be added, and whether to leave it out."""

    legend: str
    drop: str  # the name of the checkbox
    is_dropped: bool
    chips: tuple[ChipView, ...]
    more: tuple[Control, ...]
    people: tuple[Remembered, ...]
    hidden: tuple[tuple[str, str], ...] = ()  # what must still be so when it is saved

    @property
    def more_is_open(self) -> bool:
        return any(control.error for control in self.more)


LEGENDS: Final[Mapping[type[Any], Promise]] = {
    said.Encounter: gettext_lazy("An encounter"),
    said.Asked: gettext_lazy("An ask"),
    said.Answered: gettext_lazy("An answer"),
    said.Introduced: gettext_lazy("An introduction"),
    said.Pitched: gettext_lazy("A pitch"),
    said.Promised: gettext_lazy("A promise"),
    said.Helped: gettext_lazy("Help"),
    said.Needs: gettext_lazy("Something needed"),
    said.Offers: gettext_lazy("Something to give"),
    said.FollowUp: gettext_lazy("A next step"),
    said.CheckedIn: gettext_lazy("How it feels"),
    said.Opened: gettext_lazy("An opportunity"),
    said.Planned: gettext_lazy("A plan"),
    said.About: gettext_lazy("About someone"),
    said.Noted: gettext_lazy("A note"),
    said.Bin: gettext_lazy("To be binned"),
    said.Restore: gettext_lazy("To be brought back"),
    said.Amend: gettext_lazy("To be put right"),
    said.TakeBack: gettext_lazy("To be taken back"),
}
FIELDS: Final[Mapping[type[Any], tuple[str, ...]]] = {  # in the order they can be added
    said.Encounter: ("on", "channel", "direction", "minutes", "gathering", "size", "others", "substance"),
    said.Asked: ("on", "target"),
    said.Answered: ("on", "answer"),
    said.Introduced: ("on",),
    said.Pitched: ("on", "organisation", "stage", "due", "fright", "hopeful"),
    said.Promised: ("on", "what", "due"),
    said.Helped: ("on", "what"),
    said.Needs: ("on", "what"),
    said.Offers: ("on", "what"),
    said.FollowUp: ("due", "what"),
    said.CheckedIn: ("on", "energy", "pressure"),
    said.Opened: ("on", "what"),
    said.Planned: ("on", "gathering", "size"),
    said.About: ("value",),
    said.Noted: ("on", "text"),
    said.Bin: (),
    said.Restore: (),
    said.Amend: (),
    said.TakeBack: (),
}
TOGETHER: Final[Mapping[str, tuple[str, ...]]] = {"channel": ("channel", "direction"), "size": ("size",)}

TOLD_BELOW: Final = frozenset({"people", "memorable", "introducer"})  # a row for each person met


def sections(
    prepared: Prepared, today: date, posted: Posted, wrong: Mapping[str, Wrong]
) -> tuple[Section, ...]:
    """A section for each statement; what was posted stands in the fields, over what was read."""
    shown = {name.key: _shown(name) for name in prepared.names}
    return tuple(
        _section(place, statement, Values(str(place), posted, wrong), today, shown)
        for place, statement in enumerate(prepared.reading.statements)
    )


def tags(prepared: Prepared, posted: Posted) -> Control:
    value = posted.get("tags", " ".join(f"#{tag}" for tag in prepared.reading.tags))
    return Control("tags", "text", _("Tags"), value)


def _shown(name: NameChoice) -> str:
    if name.match is Match.KNOWN:
        return name.candidates[0].name
    if name.is_open:
        return f"{name.typed}?"
    return _("%(name)s (new)") % {"name": name.typed}


def _section(
    place: int, statement: said.Statement, values: Values, today: date, shown: Mapping[str, str]
) -> Section:
    def show(name: said.Name) -> str:
        return shown.get(fold(name.text), name.text)

    controls = {control.name.partition("-")[2]: control for control in _controls(statement, values)}
    chips = []
    for chip in statements.statement_chips(statement, today, show):
        names = TOGETHER.get(chip.field, (chip.field,))
        edits = tuple(controls.pop(name) for name in names if name in controls)
        is_told_elsewhere = isinstance(statement, said.Encounter) and chip.field in TOLD_BELOW
        has_no_day = chip.field == "on" and "on" not in FIELDS[type(statement)]
        if not (is_told_elsewhere or has_no_day):
            chips.append(ChipView(chip.field, chip.label, chip.value, edits))
    people = _people(statement, values, show) if isinstance(statement, said.Encounter) else ()
    return Section(
        legend=str(LEGENDS[type(statement)]),
        drop=f"{place}-drop",
        is_dropped=f"{place}-drop" in values.posted,
        chips=tuple(chips),
        more=tuple(controls.values()),
        people=people,
        hidden=_hidden(place, statement),
    )


def _hidden(place: int, statement: said.Statement) -> tuple[tuple[str, str], ...]:
    if isinstance(statement, said.TakeBack):
        return ((f"{place}-{BATCH}", str(statement.batch_id)),)
    return ()


def _people(statement: said.Encounter, values: Values, show: ShowName) -> tuple[Remembered, ...]:
    return tuple(
        Remembered(
            show(met.name),
            values.part(place).control("memorable", "yes_no", _("To remember in a week?"), met.memorable),
            values.part(place).control("introducer", "text", _("Introduced by"), met.introducer),
        )
        for place, met in enumerate(statement.people)
    )


def _controls(statement: said.Statement, values: Values) -> Iterator[Control]:
    """The fields of a statement, in order."""
    where: Any = getattr(statement, "gathering", None)
    for field in FIELDS[type(statement)]:
        read = where.size if field == "size" and where else getattr(statement, field, None)
        if field == "value" and not read:
            continue  # a fact that holds no words
        if field == "others":
            read = read or None
        yield control_for(field, read, values)
