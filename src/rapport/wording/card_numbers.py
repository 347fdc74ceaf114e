"""The numbers behind a card, each with what it is."""

from collections.abc import Mapping
from typing import Final

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.domain.cards import Action

FACTS: Final[Mapping[str, Promise]] = {
    "days": gettext_lazy("Days since then"),
    "done": gettext_lazy("Done so far"),
    "of": gettext_lazy("What you meant to do"),
    "days_left": gettext_lazy("Working days left"),
    "closeness": gettext_lazy("How close you are, from 0 to 1"),
    "worth": gettext_lazy("What it was and may bring, from 0 to 1"),
}
TERMS: Final[Mapping[str, Promise]] = {
    "base": gettext_lazy("What kind of step it is"),
    "due": gettext_lazy("Its day has come"),
    "fresh": gettext_lazy("Still fresh"),
    "goal": gettext_lazy("It serves a goal of yours"),
    "close": gettext_lazy("Someone close"),
    "worth": gettext_lazy("What it was, and what may come of it"),
    "again": gettext_lazy("There is one of its kind already"),
    "put_off": gettext_lazy("You put it off before"),
    "chance": gettext_lazy("Chance, between equals"),
}


def behind(action: Action) -> list[tuple[str, str]]:
    """First the facts the reason speaks of, then what the card weighs, term by term."""
    facts = [(str(FACTS[name]), figure(value)) for name, value in action.candidate.numbers if name in FACTS]
    terms = [
        (str(TERMS[name]), f"{'+' if value > 0 else '−'} {figure(abs(value))}")
        for name, value in action.terms
        if abs(value) >= 0.05
    ]
    return [*facts, *terms, (_("What it weighs today"), figure(action.score))]


def figure(value: float) -> str:
    """At most one decimal, as the language writes it."""
    return number_format(value, 0 if float(value).is_integer() else 1)
