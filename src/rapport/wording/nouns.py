"""The nouns of the month, and the verbs that change them, as the lists of the settings name them."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from rapport.services.journal.journal import Verb
from rapport.services.keeping.bin import Noun

NOUNS: Final[Mapping[Noun, Promise]] = {
    Noun.PERSON: pgettext_lazy("in the bin", "Person"),
    Noun.INTERACTION: pgettext_lazy("in the bin", "Exchange"),
    Noun.GATHERING: pgettext_lazy("in the bin", "Gathering"),
    Noun.SERIES: pgettext_lazy("in the bin", "Series"),
    Noun.ASK: pgettext_lazy("in the bin", "Ask"),
    Noun.INTRODUCTION: pgettext_lazy("in the bin", "Introduction"),
    Noun.PITCH: pgettext_lazy("in the bin", "Pitch"),
    Noun.HELP: pgettext_lazy("in the bin", "Help"),
    Noun.NEED: pgettext_lazy("in the bin", "Need"),
    Noun.OFFER: pgettext_lazy("in the bin", "Offer"),
    Noun.FOLLOW_UP: pgettext_lazy("in the bin", "Next step"),
    Noun.OPPORTUNITY: pgettext_lazy("in the bin", "Opportunity"),
    Noun.NOTE: pgettext_lazy("in the bin", "Note"),
    Noun.CHALLENGE: pgettext_lazy("in the bin", "Challenge"),
    Noun.FILTER: pgettext_lazy("in the bin", "List"),
    Noun.FEED: pgettext_lazy("in the bin", "Feed"),
    Noun.LETTER: pgettext_lazy("in the bin", "Letter"),
}
VERBS: Final[Mapping[Verb, Promise]] = {
    Verb.LOG: gettext_lazy("Logged"),
    Verb.DIARY: gettext_lazy("Brought in a diary"),
    Verb.CREATE: gettext_lazy("Added"),
    Verb.EDIT: gettext_lazy("Changed"),
    Verb.BIN: gettext_lazy("Moved to the bin"),
    Verb.RESTORE: gettext_lazy("Brought back"),
    Verb.ANSWER: gettext_lazy("Noted an answer"),
    Verb.CHALLENGE: gettext_lazy("Changed the challenge"),
    Verb.SETTINGS: gettext_lazy("Changed the settings"),
    Verb.CHECK_IN: gettext_lazy("Checked in"),
    Verb.CARD: gettext_lazy("Answered a card"),
    Verb.DEMO: gettext_lazy("Loaded the demo"),
    Verb.IMPORT: gettext_lazy("Brought in"),
    Verb.MERGE: gettext_lazy("Merged"),
    Verb.FEED: gettext_lazy("Followed a change of"),
    Verb.ERASE: gettext_lazy("Erased somebody for good"),
}


def noun(code: Noun) -> str:
    """What something in the bin is."""
    return str(NOUNS[code])


def verb(code: Verb) -> str:
    """What an action did."""
    return str(VERBS[code])


def taken_back(kept: int) -> str:
    """What taking an action back did; people of an import stay when something was written about them."""
    if not kept:
        return _("Taken back. All is as it was before.")
    said = ngettext(
        "Taken back, but for %(count)s person: you have written about them since.",
        "Taken back, but for %(count)s people: you have written about them since.",
        kept,
    )
    return said % {"count": kept}
