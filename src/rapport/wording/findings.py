"""Findings as sentences: every code has a heading and words, and none of them blames."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.utils.translation import gettext_lazy, ngettext, pgettext

from rapport.domain.retrospective.values import Code, Finding
from rapport.wording import findings_met, findings_next, findings_tried

Names = Mapping[UUID, str]
Speaker = Callable[[Finding, list[str]], str]

SPEAKERS: dict[Code, Speaker] = {
    **findings_met.SPEAKERS,
    **findings_tried.SPEAKERS,
    **findings_next.SPEAKERS,
}

HEADINGS = {
    Code.HOPE_MISSED_BY_FAR: gettext_lazy("The hope was far off"),
    Code.HOPE_PARTLY_MET: gettext_lazy("Part of the hope came true"),
    Code.HOPE_MET: gettext_lazy("The hope came true"),
    Code.HOPE_OPEN: gettext_lazy("The hope so far"),
    Code.NO_HOPE_SET: gettext_lazy("What came"),
    Code.HOPE_COUNTED_REST_DAYS: gettext_lazy("The hope forgot the days of rest"),
    Code.HOPE_WITHOUT_REST: gettext_lazy("A hope without a day off"),
    Code.HOPE_LEFT_ROOM: gettext_lazy("The hope left room for rest"),
    Code.ACTION_GOAL_KEPT: gettext_lazy("You did what you meant to do"),
    Code.ACTION_GOAL_OPEN: gettext_lazy("Something you meant to do"),
    Code.FEW_CLOSE_INTRODUCERS: gettext_lazy("A few close people opened most doors"),
    Code.FEW_DISTANT_INTRODUCERS: gettext_lazy("A few acquaintances opened most doors"),
    Code.FEW_INTRODUCERS: gettext_lazy("A few people opened most doors"),
    Code.SPREAD_ORIGINS: gettext_lazy("Many people opened doors"),
    Code.OWN_ORIGINS: gettext_lazy("You found most of it yourself"),
    Code.SMALL_GATHERINGS_MEMORABLE: gettext_lazy("Small gatherings stay in mind"),
    Code.LARGE_GATHERINGS_MEMORABLE: gettext_lazy("Large gatherings stay in mind"),
    Code.GATHERING_SIZE_UNTOLD: gettext_lazy("Small or large, who can tell"),
    Code.BEST_GATHERING: gettext_lazy("The gathering that gave most"),
    Code.STRETCH_OPENED_OPPORTUNITY: gettext_lazy("The unfamiliar opened something"),
    Code.STRETCH_OPENED_NOTHING: gettext_lazy("The unfamiliar, so far"),
    Code.MASS_ASKING_LOW_YIELD: gettext_lazy("Asking many at once"),
    Code.ASKING_LOW_YIELD: gettext_lazy("Asking brought little"),
    Code.ASKING_MIXED: gettext_lazy("Asking, so far"),
    Code.ASKING_WORKED: gettext_lazy("Asking works for you"),
    Code.CLOSE_ANSWER_MORE: gettext_lazy("Those who know you answer"),
    Code.DISTANT_ANSWER_MORE: gettext_lazy("Acquaintances answer"),
    Code.CLOSE_INTRODUCE_MORE: gettext_lazy("Those who know you introduce you"),
    Code.DISTANT_INTRODUCE_MORE: gettext_lazy("Acquaintances introduce you"),
    Code.CLOSENESS_UNTOLD: gettext_lazy("Does closeness matter"),
    Code.PITCHES_BETTER_THAN_FEARED: gettext_lazy("Better than you feared"),
    Code.PITCHES_WORSE_THAN_HOPED: gettext_lazy("Less than you hoped"),
    Code.PITCHES_WORKED: gettext_lazy("Pitches work for you"),
    Code.PITCHES_BROUGHT_LITTLE: gettext_lazy("Pitches, so far"),
    Code.LOAD_JUMPED: gettext_lazy("The load jumped at the start"),
    Code.LOAD_STEADY: gettext_lazy("An even pace"),
    Code.LOAD_GREW: gettext_lazy("A gentle start"),
    Code.LOAD_EASED: gettext_lazy("Slower as it went on"),
    Code.PRESSURE_ROSE_WITH_LOAD: gettext_lazy("Pressure rose with the load"),
    Code.PRESSURE_EASED_WITH_LOAD: gettext_lazy("Pressure eased with the load"),
    Code.PRESSURE_ROSE: gettext_lazy("Pressure rose"),
    Code.PRESSURE_FELL: gettext_lazy("Pressure fell"),
    Code.PRESSURE_EVEN: gettext_lazy("Pressure stayed even"),
    Code.ENERGY_ROSE: gettext_lazy("Energy rose"),
    Code.ENERGY_FELL: gettext_lazy("Energy fell"),
    Code.ENERGY_EVEN: gettext_lazy("Energy stayed even"),
    Code.TOO_EARLY_TO_TELL: gettext_lazy("Too early to tell"),
    Code.NEXT_ACTION_GOALS: gettext_lazy("Aim at what you do"),
    Code.NEXT_GENTLER_PACE: gettext_lazy("A gentler pace"),
    Code.NEXT_KEEP_PACE: gettext_lazy("The same pace"),
    Code.NEXT_RETURN_TO_SERIES: gettext_lazy("Go back"),
    Code.NEXT_RETURN_IF_AGAIN: gettext_lazy("Go back, if it comes again"),
    Code.NEXT_ASK_CLOSE: gettext_lazy("Ask few, ask close"),
    Code.NEXT_ASK_WIDELY: gettext_lazy("Go on asking"),
    Code.NEXT_STRETCH_AGAIN: gettext_lazy("Go where you would not go"),
    Code.NEXT_HELP_OWED: gettext_lazy("How you can help"),
    Code.NEXT_THANK_INTRODUCERS: gettext_lazy("Say thank you"),
}


def covered() -> frozenset[Code]:
    """The codes that have both a heading and words."""
    return frozenset(SPEAKERS) & frozenset(HEADINGS)


def heading(code: Code) -> str:
    """A few words, without a full stop."""
    return str(HEADINGS[code])


def sentence(finding: Finding, names: Names) -> str:
    """What was found, in the reader's language; `names` says how to call its subjects."""
    subjects = [names.get(uid) or pgettext("a person without a name", "someone") for uid in finding.subjects]
    return SPEAKERS[finding.code](finding, subjects)


def assumed_note(findings: int) -> str:
    """Said below findings of which some rest on assumed facts."""
    return ngettext(
        "%(count)s of these findings rests partly on facts marked as assumed.",
        "%(count)s of these findings rest partly on facts marked as assumed.",
        findings,
    ) % {"count": findings}
