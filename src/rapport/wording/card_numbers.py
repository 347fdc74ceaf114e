"""The numbers behind a card, each with what it is."""

from collections.abc import Mapping, Sequence
from typing import Final

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.domain.coach.cards import Action
from rapport.domain.learning.arms import UNIT
from rapport.wording.cards import minutes, title
from rapport.wording.coach import chance

FACTS: Final[Mapping[str, Promise]] = {
    "days": gettext_lazy("Days since then"),
    "done": gettext_lazy("Done so far"),
    "of": gettext_lazy("What you meant to do"),
    "days_left": gettext_lazy("Working days left"),
    "worth": gettext_lazy("What it was and may bring, from 0 to 1"),
}
PUSHES: Final[Mapping[str, Promise]] = {  # what makes it more or less today, beside what it may bring
    "duty": gettext_lazy("Others wait for it, or you set the day"),
    "late": gettext_lazy("Its day has come, or is past"),
    "goal": gettext_lazy("It serves a goal of yours"),
    "put_off": gettext_lazy("You put it off before"),
    "again": gettext_lazy("There is one of its kind already"),
}
TIMES: Final = ("late", "goal", "put_off", "again")  # these multiply


def behind(action: Action, rivals: Sequence[Action] = ()) -> list[tuple[str, str]]:
    """First the facts the reason speaks of, then what ranked it; `rivals`: the other cards."""
    facts = [(str(FACTS[name]), figure(value)) for name, value in action.candidate.numbers if name in FACTS]
    terms = dict(action.terms)
    return [*facts, *_own(action, terms), *_effort(terms), *_pushed(terms), *_score(action, rivals)]


def _own(action: Action, terms: Mapping[str, float]) -> list[tuple[str, str]]:
    """The first guess, one's own tries, and what they make together."""
    arm = action.candidate.arm
    if arm is None or "estimate" not in terms:
        return []
    came, tries = int(terms["came"]), int(terms["tried"])
    own = _("%(came)s from %(tries)s") % {"came": came, "tries": tries} if tries else _("none yet")
    between = {"low": chance(arm, terms["low"]), "high": chance(arm, terms["high"])}
    return [
        (_("First guess"), chance(arm, terms["prior"])),
        (_("Your own tries"), own),
        (_("To expect of one"), chance(arm, terms["estimate"])),
        (_("Four times in five between"), _("%(low)s and %(high)s") % between),
        *([(_("What may grow from it"), number_format(terms["after"], 2))] if "after" in terms else []),
    ]


def _effort(terms: Mapping[str, float]) -> list[tuple[str, str]]:
    found = []
    if "effort" in terms:
        found.append(
            (_("Effort, the way there and getting into it included"), minutes(round(terms["effort"] * UNIT)))
        )
    if "energy" in terms:
        found.append((_("Your energy of late, of 5"), figure(round(1 + 4 * terms["energy"], 1))))
    return found


def _pushed(terms: Mapping[str, float]) -> list[tuple[str, str]]:
    return [
        (str(words), f"× {number_format(terms[name], 2)}" if name in TIMES else f"+ {figure(terms[name])}")
        for name, words in PUSHES.items()
        if name in terms
    ]


def _score(action: Action, rivals: Sequence[Action]) -> list[tuple[str, str]]:
    """What it weighs, and the next best."""
    found = [(_("Connections to expect of 45 minutes"), number_format(action.score, 2))]
    if "estimate" not in dict(action.terms) or "duty" in dict(action.terms):
        found = [(_("What it weighs today"), number_format(action.score, 2))]
    after = [one for one in rivals if one.score < action.score and "duty" not in dict(action.terms)]
    if after:
        best = max(after, key=lambda one: one.score)
        found.append(
            (_("Next best"), _("%(what)s: %(score)s")
            % {"what": title(best.candidate), "score": number_format(best.score, 2)})
        )  # fmt: skip
    return found


def figure(value: float) -> str:
    """At most one decimal, as the language writes it."""
    return number_format(value, 0 if float(value).is_integer() else 1)
