"""The single fields of a reading's form."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from rapport.domain.asks.asks import Answer
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.pitches.pitches import Stage
from rapport.domain.quicklog import quicklog as said
from rapport.domain.quicklog.typed import Wrong
from rapport.domain.values import dataclass
from rapport.wording.words import heading

Posted = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Control:
    """One field. `kind`: date, number, text, area, select or yes_no; `value` as it is posted."""

    name: str
    kind: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...] = ()
    low: int | str = ""
    high: int | str = ""
    error: str = ""


WRONG: Final[Mapping[Wrong, Promise]] = {
    Wrong.NOT_A_DATE: gettext_lazy("There is no such day. Choose one, or write it as 2026-03-05."),
    Wrong.IN_THE_FUTURE: gettext_lazy("This day lies ahead. What has happened has a day up to today."),
    Wrong.OUT_OF_RANGE: gettext_lazy("This figure is not possible here."),
    Wrong.EMPTY: gettext_lazy("This is needed, or leave the whole part out."),
    Wrong.TOO_LONG: gettext_lazy("This is too long."),
    Wrong.BAD_TEXT: gettext_lazy("There is a control character in it, which no text may hold."),
    Wrong.UNKNOWN: gettext_lazy("Choose one of the list."),
    Wrong.OVERTAKEN: gettext_lazy("Something else was done meanwhile. This is the last step now."),
    Wrong.NOTHING_LEFT: gettext_lazy("Everything is left out, so there is nothing to save."),
}


@dataclass(frozen=True, slots=True)
class Values:
    """What stands in a statement's fields."""

    prefix: str
    posted: Posted
    wrong: Mapping[str, Wrong]

    def control(self, field: str, kind: str, label: str, read: object, **limits: Any) -> Control:
        name = f"{self.prefix}-{field}"
        error = self.wrong.get(name)
        value = self.posted.get(name, _as_posted(read))
        return Control(name, kind, label, value, error=str(WRONG[error]) if error else "", **limits)

    def part(self, place: int) -> "Values":
        return replace(self, prefix=f"{self.prefix}-{place}")


def _as_posted(read: object) -> str:
    if isinstance(read, bool):
        return "yes" if read else "no"
    if isinstance(read, said.GatheringName | said.Name):
        return read.text
    if isinstance(read, StrEnum):
        return read.value
    return "" if read is None else str(read)


def control_for(field: str, read: object, values: Values) -> Control:
    match field:
        case "on":
            return values.control(field, "date", _("When"), read)
        case "due":
            return values.control(field, "date", _("Due"), read)
        case "channel":
            return values.control(field, "select", _("How"), read, options=_options(Channel))
        case "direction":
            return values.control(field, "select", _("Who took part"), read, options=_options(Direction))
        case "answer":
            return values.control(field, "select", _("They said"), read, options=_options(Answer))
        case "stage":
            return values.control(field, "select", _("Stage"), read, options=_options(Stage))
        case "minutes":
            return values.control(field, "number", _("Minutes"), read, low=1, high=1440)
        case "size":
            return values.control(field, "number", _("How many people were there?"), read, low=1)
        case "others":
            return values.control(field, "number", _("Hellos with nobody named"), read, low=0)
        case "fright":
            return values.control(field, "number", _("How scary, 1 to 5?"), read, low=1, high=5)
        case "energy":
            return values.control(field, "number", _("Energy, 1 to 5"), read, low=1, high=5)
        case "pressure":
            return values.control(field, "number", _("Pressure, 1 to 5"), read, low=1, high=5)
        case "substance":
            return values.control(field, "yes_no", _("Was it a real exchange?"), read)
        case "hopeful":
            return values.control(field, "yes_no", _("Do you expect an answer?"), read)
        case "text":
            return values.control(field, "area", _("Note"), read)
        case _:
            return values.control(field, "text", _text_label(field), read)


def _text_label(field: str) -> str:
    return {
        "gathering": pgettext("a gathering", "Where"),
        "target": _("For what or whom"),
        "organisation": _("Organisation"),
        "value": _("In words"),
    }.get(field, _("What"))


def _options(codes: type[StrEnum]) -> tuple[tuple[str, str], ...]:
    return tuple((code.value, heading(code)) for code in codes)
