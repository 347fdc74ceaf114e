"""What the referee rules on things told of one person, in the month of the cast."""

from uuid import UUID

from rapport.domain.challenge.referee import Calendar, Period, Rule, Ruling, Verdict, judge_story
from rapport.domain.interactions.interactions import Interaction
from rapport.domain.people.people import Person
from tests.cast import FIRST_DAY, PORTLAND, day, story_with


def the_month(rule: Rule | None = None) -> Calendar:
    return Calendar((Period(UUID(int=1), FIRST_DAY, day(30), rule or Rule()),))


def rulings(person: Person, *told: Interaction, rule: Rule | None = None) -> list[Ruling]:
    """One for each thing told, in the order of telling."""
    judged = judge_story(story_with(person, *told), person, the_month(rule), PORTLAND)
    return [judged[each.id] for each in told]


def verdicts(person: Person, *told: Interaction, rule: Rule | None = None) -> list[Verdict]:
    return [ruling.verdict for ruling in rulings(person, *told, rule=rule)]
