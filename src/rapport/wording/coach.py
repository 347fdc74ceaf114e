"""What the coach reckons with, in sentences: what may come of a try, how sure it is, why not another."""

from collections.abc import Mapping
from typing import Final

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.domain.coach.cards import Action
from rapport.domain.coach.coach import SMALL, Verdict, WhyNot
from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.learning import friendly
from rapport.wording import cards
from rapport.wording.phrases import level, odds

ARM_NAMES: Final[Mapping[Arm, Promise]] = {
    Arm.ASK_HIGH: gettext_lazy("Asking somebody close, or an obvious fit"),
    Arm.ASK_MIDDLE: gettext_lazy("Asking somebody you know fairly well"),
    Arm.ASK_LOW: gettext_lazy("Asking somebody you hardly know"),
    Arm.RECONNECT_CLOSE: gettext_lazy("Writing again to somebody once close"),
    Arm.RECONNECT_FAR: gettext_lazy("Writing again to somebody you knew a little"),
    Arm.GIVE: gettext_lazy("Giving a hand, or bringing two people together"),
    Arm.PITCH: gettext_lazy("A pitch"),
    Arm.SMALL: gettext_lazy("A gathering of up to 30 people"),
    Arm.MIDDLE: gettext_lazy("A gathering of 30 to 100 people"),
    Arm.LARGE: gettext_lazy("A gathering of more than 100 people"),
    Arm.CONFERENCE: gettext_lazy("A conference"),
    Arm.SERIES: gettext_lazy("Going back to a circle you know"),
    Arm.FOLLOW_UP: gettext_lazy("Writing to somebody you just met"),
    Arm.NUDGE: gettext_lazy("A kind reminder after silence"),
}
ABOUT_EQUAL: Final = 0.005  # scores that look the same in two decimals


def chance(arm: Arm, value: float) -> str:
    """Of one try: odds for a message, people for a gathering."""
    if not ARMS[arm].many:
        return odds(value) if friendly(value)[0] else _("almost never")
    said = round(value, 1)
    number = 1 if said == 1 else 0 if said < 1 else 2  # as languages count fractions
    return ngettext("%(count)s person", "%(count)s people", number) % {"count": level(said)}


def tried(came: int, tries: int) -> str:
    """ "4 tries, 5 connections"."""
    of = ngettext("%(count)s try", "%(count)s tries", tries) % {"count": tries}
    people = ngettext("%(count)s connection", "%(count)s connections", came) % {"count": came}
    return _("%(tries)s, %(people)s") % {"tries": of, "people": people}


def reason(action: Action, others: tuple[Action, ...] = ()) -> str:
    """Why it stands where it stands, from the very numbers that ranked it; "" for what only waits."""
    terms, arm = dict(action.terms), action.candidate.arm
    if arm is None or "estimate" not in terms:
        return ""
    said = {"chance": chance(arm, terms["estimate"])}
    if terms["tried"]:
        said["tried"] = tried(int(terms["came"]), int(terms["tried"]))
        text = _("Of your own so far: %(tried)s. To expect of one: %(chance)s.")
    else:
        text = _("You have not tried it yet; a first guess says %(chance)s.")
    return " ".join(filter(None, (text % said, _against(action, others))))


def _against(action: Action, others: tuple[Action, ...]) -> str:
    """That it is the best of what one may choose, and the next best."""
    free = sorted((one for one in others if "duty" not in dict(one.terms)), key=lambda one: -one.score)
    if not free or free[0].candidate.key != action.candidate.key:
        return ""
    said = {"score": number_format(action.score, 2)}
    if len(free) == 1:
        return _("For 45 minutes of your time that makes %(score)s connections.") % said
    said |= {"next": cards.title(free[1].candidate), "other": number_format(free[1].score, 2)}
    return (
        _(
            "For 45 minutes of your time that makes %(score)s connections, the most today;"
            " next best: %(next)s, %(other)s."
        )
        % said
    )


def why_not(answer: WhyNot) -> str:
    """One plain sentence."""
    numbers = {name: _plain(value) for name, value in answer.numbers}
    match answer.code:
        case Verdict.ASKED_LATELY:
            return _asked(dict(answer.numbers))
        case Verdict.NOT_FOR_ME:
            return _days(WHY_NOT_DAYS, int(dict(answer.numbers)["days"]))
        case Verdict.STRETCH if dict(answer.numbers).get("days"):
            return _days(STRETCH_DAYS, int(dict(answer.numbers)["days"]))
        case Verdict.TOO_BIG if dict(answer.numbers)["minutes"] <= SMALL:
            return _("It takes some courage, and your energy is low today.")
        case Verdict.LOWER:
            return _lower(dict(answer.numbers))
        case Verdict.GAVE_NOTHING:
            return _gave_nothing(dict(answer.numbers))
        case _:
            return str(WHY_NOT[answer.code]) % numbers


WHY_NOT: Final[Mapping[Verdict, Promise]] = {
    Verdict.CHOSEN: gettext_lazy("It is on your cards today."),
    Verdict.UNKNOWN: gettext_lazy("Nothing open goes by that name."),
    Verdict.REST: gettext_lazy("Today is a rest day: nothing is asked of you."),
    Verdict.DONE_TODAY: gettext_lazy("You have dealt with it today already."),
    Verdict.OWES: gettext_lazy(
        "You have asked them more than you gave lately. Something for them first, then ask again."
    ),
    Verdict.TOO_BIG: gettext_lazy("It would take %(minutes)s minutes: too much for today’s energy."),
    Verdict.STRETCH: gettext_lazy(
        "It is scarier (%(fright)s of 5) than anything you have done (%(hardest)s)."
        " It waits for a day with energy."
    ),
    Verdict.NO_MINUTES: gettext_lazy(
        "It would take %(minutes)s minutes. The day has %(given)s, and the cards above take %(used)s."
    ),
    Verdict.ONE_A_DAY: gettext_lazy(
        "One of that kind, or one card about the same people, is enough for a day."
    ),
}
WHY_NOT_DAYS: Final = (
    gettext_lazy("You said “Not for me”. It may come up again tomorrow."),
    gettext_lazy("You said “Not for me”. It may come up again in %(count)s days."),
)
STRETCH_DAYS: Final = (
    gettext_lazy("You did something brave lately. The next stretch may come tomorrow."),
    gettext_lazy("You did something brave lately. The next stretch may come in %(count)s days."),
)


def _days(words: tuple[Promise, Promise], days: int) -> str:
    return str(words[days > 1]) % {"count": days}


def _asked(numbers: Mapping[str, float]) -> str:
    since, again = int(numbers["days"]), int(numbers["again"])
    asked = ngettext(
        "You asked them %(count)s day ago.", "You asked them %(count)s days ago.", since
    ) % {"count": since}  # fmt: skip
    if since == 0:
        asked = _("You asked them today.")
    free = ngettext(
        "Nobody is asked twice in a month: again in %(count)s day.",
        "Nobody is asked twice in a month: again in %(count)s days.",
        again,
    ) % {"count": again}
    return f"{asked} {free}"


def _lower(numbers: Mapping[str, float]) -> str:
    said = {
        "rank": int(numbers["rank"]),
        "score": number_format(numbers["score"], 2),
        "against": number_format(numbers["against"], 2),
    }
    if abs(numbers["score"] - numbers["against"]) < ABOUT_EQUAL:
        return _("It weighs as much as the last card (%(score)s). A day has room for a few.") % said
    return (
        _("It stands in place %(rank)s: %(score)s for 45 minutes, against %(against)s of the last card.")
        % said
    )


def _gave_nothing(numbers: Mapping[str, float]) -> str:
    came, tries = int(numbers.get("came", 0)), int(numbers.get("tried", 0))
    text = _("Of your own so far: %(tried)s. That is much less than was to be expected, so it rests.")
    return text % {"tried": tried(came, tries)}


def _plain(value: float) -> str:
    return number_format(value, 0 if float(value).is_integer() else 1)
