"""A chip, a label and a value of one thing that was read; how names, days and lengths are said on it."""

from collections.abc import Callable, Sequence
from dataclasses import field
from datetime import date

from django.utils.translation import gettext as _

from rapport.domain.quicklog import quicklog as said
from rapport.domain.values import dataclass
from rapport.wording.dates import spoken_day

ShowName = Callable[[said.Name], str]  # a name as typed → as shown ("Mary Castellan", "Priya (new)")


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that was read. `field` is a stable code: what an edit control hangs on."""

    field: str
    label: str
    value: str

    @property
    def text(self) -> str:
        return _("%(label)s: %(value)s") % {"label": self.label, "value": self.value}


@dataclass(frozen=True, slots=True)
class Speaker:
    """How names and days are said in this reading."""

    today: date
    show: ShowName = field(default=lambda name: name.text)

    def day(self, on: date) -> str:
        return spoken_day(on, self.today)

    def people(self, names: Sequence[said.Name]) -> str:
        return ", ".join(self.show(name) for name in names)


def duration(minutes: int) -> str:
    """ "45 min", "1 h 30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(minutes)s min") % {"minutes": rest}
    if not rest:
        return _("%(hours)s h") % {"hours": hours}
    return _("%(hours)s h %(minutes)s") % {"hours": hours, "minutes": f"{rest:02}"}
