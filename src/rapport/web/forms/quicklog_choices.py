"""What only the writer of a line can say: who a name is, and which of several things kept is meant."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services.quicklog.choices import NameChoice, RowChoice
from rapport.services.quicklog.prepare import Prepared
from rapport.services.quicklog.save import NEW, SKIP, Choice
from rapport.web.forms.quicklog_controls import Posted
from rapport.wording import corrections, questions


@dataclass(frozen=True, slots=True)
class WhoView:
    """A typed name and who it may be; or words that mean something kept, and what."""

    name: str  # of the field
    typed: str
    shown: str
    question: str  # "" when it is clear
    value: str
    options: tuple[tuple[str, str], ...]


def who(names: tuple[NameChoice, ...], posted: Posted) -> tuple[WhoView, ...]:
    """A field for each name: somebody known, someone new, or left out. What must be chosen comes first."""
    return tuple(_who(name, posted) for name in sorted(names, key=lambda name: not name.is_open))


def which(rows: tuple[RowChoice, ...], posted: Posted, today: date) -> tuple[WhoView, ...]:
    """A field for each reference: which row it means; asked where that is open."""
    return tuple(_which(row, posted, today) for row in sorted(rows, key=lambda row: not row.is_open))


def _which(row: RowChoice, posted: Posted, today: date) -> WhoView:
    field = f"who-{row.key}"
    options = [(str(each.id), corrections.target(each, today)) for each in row.targets]
    question = questions.which_row(row.typed, [told for _pk, told in options]) if row.is_open else ""
    value = posted.get(field, "" if row.is_open else options[0][0])
    return WhoView(
        name=field,
        typed=row.typed,
        shown="" if row.is_open else options[0][1],
        question=question,
        value=value if value in dict(options) else "",
        options=(*options, (SKIP.value, _("none of these"))) if row.is_open else tuple(options),
    )


def made(prepared: Prepared, fields: Posted) -> dict[str, Choice]:
    """Whom each name means, as chosen; only somebody offered can be."""
    chosen: dict[str, Choice] = {}
    for name in prepared.names:
        value = fields.get(f"who-{name.key}", "")
        if value in (NEW.value, SKIP.value):
            chosen[name.key] = NEW if value == NEW.value else SKIP
        elif found := next((c.id for c in name.candidates if str(c.id) == value), None):
            chosen[name.key] = found
    for row in prepared.rows:
        value = fields.get(f"who-{row.key}", "")
        if value:  # also one that is not offered any more: then the page asks again
            chosen[row.key] = SKIP if value == SKIP.value else _id(value)
    return chosen


def _id(value: str) -> UUID:
    try:
        return UUID(value)
    except ValueError:
        return UUID(int=0)  # nothing has it


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
