"""What a list of people can be narrowed by, in words."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from rapport.domain.people_filters import Closeness, Due, LastContact, Sort

CLOSENESS: Final[Mapping[Closeness, Promise]] = {
    Closeness.CLOSE: pgettext_lazy("how close", "close"),
    Closeness.SOME: pgettext_lazy("how close", "a little"),
    Closeness.FAINT: pgettext_lazy("how close", "hardly yet"),
    Closeness.DORMANT: pgettext_lazy("how close", "once close, silent for a year"),
}
LAST_CONTACT: Final[Mapping[LastContact, Promise]] = {
    LastContact.MONTH: gettext_lazy("in the last month"),
    LastContact.QUARTER: gettext_lazy("in the last three months"),
    LastContact.YEAR: gettext_lazy("in the last year"),
    LastContact.LONGER: gettext_lazy("longer ago"),
    LastContact.NEVER: gettext_lazy("never so far"),
}
DUE: Final[Mapping[Due, Promise]] = {
    Due.ANY: gettext_lazy("something is due"),
    Due.RHYTHM: gettext_lazy("by your rhythm"),
    Due.STEP: gettext_lazy("a next step"),
}
SORTS: Final[Mapping[Sort, Promise]] = {
    Sort.NAME: gettext_lazy("by name"),
    Sort.LAST_CONTACT: gettext_lazy("by last contact"),
    Sort.CLOSENESS: gettext_lazy("by closeness"),
}

USUAL: Final = gettext_lazy("as it fits")  # the closest first where words are typed, else by name
