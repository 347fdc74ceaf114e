"""A reading as a form: what was read as chips, each with the field that changes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.domain import quicklog as said
from rapport.domain.people import Match
from rapport.domain.text import fold
from rapport.domain.typed import Wrong
from rapport.services.quicklog import NEW, SKIP, NameChoice, Prepared
from rapport.web.forms.quicklog_controls import WRONG as WRONG
from rapport.web.forms.quicklog_controls import Control, Posted, Values, control_for
from rapport.wording import questions, statements


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

    @property
    def more_is_open(self) -> bool:
        return any(control.error for control in self.more)


@dataclass(frozen=True, slots=True)
class WhoView:
    """A typed name and who it may be."""

    name: str  # of the field
    typed: str
    shown: str
    question: str  # "" when it is clear
    value: str
    options: tuple[tuple[str, str], ...]


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


def who(names: tuple[NameChoice, ...], posted: Posted) -> tuple[WhoView, ...]:
    """A field for each name: somebody known, someone new, or left out. What must be chosen comes first."""
    return tuple(_who(name, posted) for name in sorted(names, key=lambda name: not name.is_open))


def tags(prepared: Prepared, posted: Posted) -> Control:
    value = posted.get("tags", " ".join(f"#{tag}" for tag in prepared.reading.tags))
    return Control("tags", "text", _("Tags"), value)


def _shown(name: NameChoice) -> str:
    if name.match is Match.KNOWN:
        return name.candidates[0].name
    if name.is_open:
        return f"{name.typed}?"
    return _("%(name)s (new)") % {"name": name.typed}


def _who(name: NameChoice, posted: Posted) -> WhoView:
    field = f"who-{name.key}"
    names = [candidate.name for candidate in name.candidates]
    options = [(str(candidate.id), candidate.name) for candidate in name.candidates]
    options += [(NEW.value, _("someone new")), (SKIP.value, _("leave the name out"))]
    first = "" if name.is_open else options[0][0]
    return WhoView(
        name=field,
        typed=name.typed,
        shown=_meant(name),
        question=questions.which_person(name.typed, name.match, names) if name.is_open else "",
        value=posted.get(field, first),
        options=tuple(options),
    )


def _meant(name: NameChoice) -> str:
    """Who it is, beside the name as typed; "" while that is open."""
    if name.is_open:
        return ""
    if not name.candidates:
        return _("someone new")
    known = name.candidates[0].name
    return known if fold(known) != name.key else _("known")


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
    )


def _people(statement: said.Encounter, values: Values, show: statements.ShowName) -> tuple[Remembered, ...]:
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
