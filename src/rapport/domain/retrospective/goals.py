"""The hope against what came, the days of rest it forgot, and the actions meant to be done."""

from datetime import date

from rapport.domain.challenge.challenge import ActionGoal
from rapport.domain.retrospective.month import Month, evidence
from rapport.domain.retrospective.values import Code, Evidence, EvidenceKind, Finding
from rapport.domain.retrospective.ways import TOLD, told

FAR = 0.5  # less than half of the hope is far from it
WEEKEND = (5, 6)  # Saturday, Sunday


def findings(month: Month) -> list[Finding]:
    return [*_hope(month), *_room(month), *_actions(month)]


def _hope(month: Month) -> list[Finding]:
    hope, came = month.facts.challenge.hope_count, len(month.connections)
    numbers = [("connections", came), ("days", len(month.days)), ("days_with", month.days_with)]
    if not hope:
        code = Code.NO_HOPE_SET
    else:
        numbers.append(("hope", hope))
        code = _verdict(came, hope, over=month.over)
    rests_on = evidence(EvidenceKind.INTERACTION, (judged.interaction_id for judged in month.connections))
    return [Finding(code, tuple(numbers), (_challenge(month), *rests_on))]


def _verdict(came: int, hope: int, *, over: bool) -> Code:
    if came >= hope:
        return Code.HOPE_MET
    if not over:
        return Code.HOPE_OPEN
    return Code.HOPE_MISSED_BY_FAR if came < FAR * hope else Code.HOPE_PARTLY_MET


def _room(month: Month) -> list[Finding]:
    """Did the hope leave room for rest, at one a day on the other days?"""
    challenge = month.facts.challenge
    hope, days = challenge.hope_count, challenge.dates()
    if not hope or hope <= len(month.connections):
        return []
    quiet = _quiet_weekdays(month)
    free = [day for day in days if challenge.is_rest(day) or day.weekday() in quiet]
    room = len(days) - len(free)
    numbers = [("hope", hope), ("days", len(days)), ("rest_days", len(free)), ("room", room)]
    weekdays = {day.weekday() for day in free}
    if len(weekdays) == 1:
        numbers.append(("weekday", weekdays.pop()))  # 0 Monday … 6 Sunday
    if hope <= room:
        code = Code.HOPE_LEFT_ROOM if free else Code.HOPE_WITHOUT_REST if hope == room else None
    else:
        code = Code.HOPE_COUNTED_REST_DAYS if free else Code.HOPE_WITHOUT_REST
    return [Finding(code, tuple(numbers), (_challenge(month),))] if code else []


def _quiet_weekdays(month: Month) -> set[int]:
    """Saturdays or Sundays on which nothing was ever done, where there were three or more of them."""
    active = {done.on for done in month.done}
    by_weekday: dict[int, list[date]] = {}
    for day in month.days:
        by_weekday.setdefault(day.weekday(), []).append(day)
    return {
        weekday
        for weekday in WEEKEND
        if len(by_weekday.get(weekday, [])) >= 3 and active.isdisjoint(by_weekday[weekday])
    }


def _actions(month: Month) -> list[Finding]:
    return [
        found
        for goal in month.facts.challenge.action_goals
        if goal.way in TOLD and (found := _action(month, goal))
    ]


def _action(month: Month, goal: ActionGoal) -> Finding | None:
    way = told(month, goal.way)
    kept = way.tried >= goal.count
    if not kept and not month.over:
        return None
    code = Code.ACTION_GOAL_KEPT if kept else Code.ACTION_GOAL_OPEN
    numbers = (("done", way.tried), ("goal", goal.count))
    return Finding(code, numbers, (_challenge(month), *way.evidence), way=goal.way)


def _challenge(month: Month) -> Evidence:
    return Evidence(EvidenceKind.CHALLENGE, month.facts.challenge.id)
