"""Words for asks, pitches, pace and feelings."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.domain.learning.learning import Way
from rapport.domain.retrospective.values import Code, Finding
from rapport.wording.phrases import interval, level

Speaker = Callable[[Finding, list[str]], str]
Words = Callable[[], str]


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _asks(after: Words) -> Speaker:
    def say(finding: Finding, names: list[str]) -> str:
        numbers = dict(finding.numbers)
        asked = ngettext(
            "You asked %(tried)s person for an introduction.",
            "You asked %(tried)s people for an introduction.",
            numbers["tried"],
        )
        came = ngettext(
            "%(came)s introduced you to someone.", "%(came)s introduced you to someone.", numbers["came"]
        )
        thinking = ngettext(
            "%(thinking)s is still thinking.", "%(thinking)s are still thinking.", numbers["thinking"]
        )
        # One form in English, two in other languages: hence the plural.
        no_one = ngettext(
            "%(knows_no_one)s knew no one who fits.",
            "%(knows_no_one)s knew no one who fits.",
            numbers["knows_no_one"],
        )
        silent = ngettext("%(silent)s did not answer.", "%(silent)s did not answer.", numbers["silent"])
        told = [asked, came if numbers["came"] else _("No introduction came of it.")]
        told += [
            text
            for text, key in ((thinking, "thinking"), (no_one, "knows_no_one"), (silent, "silent"))
            if numbers[key]
        ]
        return _joined(*(text % numbers for text in told), interval(finding.shares[0]), after())

    return say


def _answered(after: Words) -> Speaker:
    def say(finding: Finding, names: list[str]) -> str:
        counts = _(
            "Of the people close to you, %(close_came)s of %(close_tried)s answered; of the others, "
            "%(others_came)s of %(others_tried)s."
        ) % dict(finding.numbers)
        return _joined(counts, after())

    return say


def _introduced(after: Words) -> Speaker:
    def say(finding: Finding, names: list[str]) -> str:
        counts = _(
            "Of the people close to you, %(close_came)s of %(close_tried)s introduced you to someone; of the "
            "others, %(others_came)s of %(others_tried)s."
        ) % dict(finding.numbers)
        return _joined(counts, after())

    return say


def _pitches(after: Words) -> Speaker:
    def say(finding: Finding, names: list[str]) -> str:
        numbers = dict(finding.numbers)
        sent = ngettext("You sent %(tried)s pitch", "You sent %(tried)s pitches", numbers["tried"]) % numbers
        came = (
            ngettext("%(sent)s and got %(came)s call.", "%(sent)s and got %(came)s calls.", numbers["came"])
            if numbers["came"]
            else _("%(sent)s and got no call so far.")
        )
        return _joined(came % {"sent": sent, **numbers}, interval(finding.shares[0]), after())

    return say


def _load(after: Words) -> Speaker:
    def say(finding: Finding, names: list[str]) -> str:
        numbers = {name: round(number) for name, number in finding.numbers}
        first = ngettext(
            "In the first %(first_days)s days you did about %(first_weekly)s thing a week.",
            "In the first %(first_days)s days you did about %(first_weekly)s things a week.",
            numbers["first_weekly"],
        )
        if "before_weekly" in numbers:
            before = (
                _("Before, it was about %(before_weekly)s a week.")
                if numbers["before_weekly"]
                else _("Before, it was next to nothing.")
            )
        else:
            before = ""
        later = _("After that, about %(later_weekly)s a week.")
        return _joined(first % numbers, before % numbers, later % numbers, after())

    return say


def _felt(text: Words) -> Speaker:
    def say(finding: Finding, names: list[str]) -> str:
        shown = {name: level(number) for name, number in finding.numbers}
        return _joined(text() % shown, _check_ins(finding))

    return say


def _check_ins(finding: Finding) -> str:
    count = finding.number("check_ins")
    return ngettext(
        "(From %(count)s check-in.)",
        "(From %(count)s check-ins.)",
        count,
    ) % {"count": count}


def _too_early(finding: Finding, names: list[str]) -> str:
    numbers = dict(finding.numbers)
    tried = numbers["tried"]
    said = {
        Way.ASK: ngettext(
            "%(tried)s ask, %(came)s of them with an introduction.",
            "%(tried)s asks, %(came)s of them with an introduction.",
            tried,
        ),
        Way.GATHERING: ngettext(
            "%(tried)s gathering, %(came)s of them with a connection.",
            "%(tried)s gatherings, %(came)s of them with a connection.",
            tried,
        ),
        Way.PITCH: ngettext(
            "%(tried)s pitch, %(came)s of them with a call.",
            "%(tried)s pitches, %(came)s of them with a call.",
            tried,
        ),
        Way.RECONNECT: ngettext(
            "%(tried)s old tie taken up, %(came)s of them rekindled.",
            "%(tried)s old ties taken up, %(came)s of them rekindled.",
            tried,
        ),
    }
    text = said[finding.way] % numbers if finding.way else ""
    return _joined(text, interval(finding.shares[0]), _("Too early to tell."))


SPEAKERS: dict[Code, Speaker] = {
    Code.MASS_ASKING_LOW_YIELD: _asks(
        lambda: _("Asking many at once brings little: people introduce someone they know well.")
    ),
    Code.ASKING_LOW_YIELD: _asks(lambda: _("That is little for the trouble.")),
    Code.ASKING_MIXED: _asks(lambda: _("Neither much nor little.")),
    Code.ASKING_WORKED: _asks(lambda: _("Asking works for you.")),
    Code.CLOSE_ANSWER_MORE: _answered(lambda: _("Those who know you well answer.")),
    Code.DISTANT_ANSWER_MORE: _answered(lambda: _("It was not the close ones who answered.")),
    Code.CLOSE_INTRODUCE_MORE: _introduced(lambda: _("Those who know you well introduce you.")),
    Code.DISTANT_INTRODUCE_MORE: _introduced(lambda: _("Acquaintances reach where friends do not.")),
    Code.CLOSENESS_UNTOLD: _answered(lambda: _("That is too little to tell whether closeness matters.")),
    Code.PITCHES_BETTER_THAN_FEARED: _pitches(lambda: _("You had expected less.")),
    Code.PITCHES_WORSE_THAN_HOPED: _pitches(
        lambda: _("You had hoped for more. It may be bad luck, or a hint to write to others.")
    ),
    Code.PITCHES_WORKED: _pitches(lambda: _("Worth going on.")),
    Code.PITCHES_BROUGHT_LITTLE: _pitches(lambda: _("Some answers take longer than this.")),
    Code.LOAD_JUMPED: _load(lambda: _("So much at once is hard to keep up.")),
    Code.LOAD_STEADY: _load(lambda: _("You kept an even pace.")),
    Code.LOAD_GREW: _load(lambda: _("You started gently and did more later.")),
    Code.LOAD_EASED: _load(lambda: _("You slowed down, from a pace you were used to.")),
    Code.PRESSURE_ROSE_WITH_LOAD: _felt(
        lambda: _(
            "When the load jumped, pressure rose from %(opening)s of 5 to about %(afterwards)s, at most "
            "%(highest)s."
        )
    ),
    Code.PRESSURE_EASED_WITH_LOAD: _felt(
        lambda: _(
            "Pressure was at %(opening)s of 5 in the busy first days and about %(afterwards)s once you did "
            "less."
        )
    ),
    Code.PRESSURE_ROSE: _felt(
        lambda: _("Pressure rose from %(opening)s of 5 to about %(afterwards)s, at most %(highest)s.")
    ),
    Code.PRESSURE_FELL: _felt(lambda: _("Pressure fell from %(opening)s of 5 to about %(afterwards)s.")),
    Code.PRESSURE_EVEN: _felt(lambda: _("Pressure stayed near %(afterwards)s of 5.")),
    Code.ENERGY_ROSE: _felt(lambda: _("Your energy rose from %(first)s of 5 to %(last)s.")),
    Code.ENERGY_FELL: _felt(lambda: _("Your energy fell from %(first)s of 5 to %(last)s.")),
    Code.ENERGY_EVEN: _felt(lambda: _("Your energy stayed near %(last)s of 5.")),
    Code.TOO_EARLY_TO_TELL: _too_early,
}
