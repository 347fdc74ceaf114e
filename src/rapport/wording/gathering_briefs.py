"""Before a gathering: who may be there and why, first sentences, and whom to find."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.domain.gatherings.brief import Likely, Opener, Opening, Quest, Sight, ToFind

LIKELY: Final[Mapping[Likely, Promise]] = {
    Likely.HOST: gettext_lazy("hosts it"),
    Likely.INVITED_ME: gettext_lazy("invited you"),
    Likely.CAME_BEFORE: gettext_lazy("came before"),
    Likely.NEAR_TOPIC: gettext_lazy("lives there and cares about the topic"),
}
TO_SOMEBODY: Final[Mapping[Opening, Promise]] = {
    Opening.PROMISE: gettext_lazy("%(first)s, I have not forgotten what I promised you: %(detail)s."),
    Opening.NEED: gettext_lazy("%(first)s, did you find what you were looking for? (%(detail)s)"),
    Opening.HELPED: gettext_lazy("%(first)s, how did it go? (%(detail)s)"),
    Opening.THANKS: gettext_lazy("%(first)s, thank you for introducing me to %(detail)s."),
    Opening.NOTE: gettext_lazy("%(first)s, last time we spoke of this: %(detail)s"),
    Opening.HOST: gettext_lazy("%(first)s, whom should I meet here tonight?"),
    Opening.INVITED: gettext_lazy("%(first)s, would you introduce me to one person here?"),
}
TO_ANYBODY: Final[Mapping[Opening, Promise]] = {
    Opening.LOOK_FOR: gettext_lazy("I am looking for this: %(detail)s. Who comes to your mind?"),
    Opening.TOPIC: gettext_lazy("What are you working on these days?"),
    Opening.AGAIN: gettext_lazy("I have been here before. Is it your first time?"),
    Opening.FIRST: gettext_lazy("It is my first time here. What brought you?"),
    Opening.HOST: gettext_lazy("You seem to know people here. Whom should I meet?"),
}
ABOUT_TOPIC: Final = gettext_lazy("How did you come to %(detail)s?")
OPENINGS: Final = {**TO_ANYBODY, **TO_SOMEBODY}
QUESTS: Final[Mapping[Quest, Promise]] = {
    Quest.PROMISED: gettext_lazy("you promised them something: %(detail)s"),
    Quest.THEY_NEED: gettext_lazy("they look for this: %(detail)s"),
    Quest.DREAM: gettext_lazy("%(detail)s is on your dream list"),
    Quest.EXPECTED: gettext_lazy("you know each other, and a second meeting makes it last"),
    Quest.MY_NEED: gettext_lazy("you look for this: %(detail)s"),
    Quest.MY_TOPIC: gettext_lazy("you both care about it"),
}
KINDS_OF_PEOPLE: Final[Mapping[Quest, Promise]] = {  # where there is no name yet
    Quest.DREAM: gettext_lazy("Somebody from %(detail)s"),
    Quest.MY_NEED: gettext_lazy("Somebody who can help with: %(detail)s"),
    Quest.MY_TOPIC: gettext_lazy("Somebody who works on %(detail)s"),
}


def sight(told: Sight) -> str:
    """Why they may be there: "was there at 2 of 3 dates"."""
    if told.likely is not Likely.CAME_BEFORE:
        return str(LIKELY[told.likely])
    if told.of == 1:
        return _("was there last time")
    return ngettext(
        "was there at %(count)s of %(of)s date", "was there at %(count)s of %(of)s dates", told.of
    ) % {"count": told.count, "of": told.of}


def opener(told: Opener) -> str:
    """A first sentence to say; what was written down stands in it as it was written."""
    parts = {"first": told.person.split()[0] if told.person else "", "detail": told.detail.rstrip(".")}
    if told.person:
        return str(TO_SOMEBODY[told.opening]) % parts
    if told.opening is Opening.TOPIC and told.detail:
        return str(ABOUT_TOPIC) % parts
    return str(TO_ANYBODY[told.opening]) % parts


def whom(told: ToFind) -> str:
    """Their name, or what kind of person."""
    return told.name or str(KINDS_OF_PEOPLE[told.quest]) % {"detail": told.detail}


def why(told: ToFind) -> str:
    """Why to find them."""
    return str(QUESTS[told.quest]) % {"detail": told.detail}


def line(told: ToFind) -> str:
    """As it is written into the plan."""
    if told.quest in (Quest.PROMISED, Quest.THEY_NEED) or (told.quest is Quest.DREAM and told.name):
        return _("%(who)s: %(why)s") % {"who": whom(told), "why": told.detail}
    return whom(told)
