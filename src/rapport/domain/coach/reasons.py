"""Why something is not on today's cards: the rule that kept it out, or the numbers that ranked it lower."""

from collections.abc import Container

from rapport.domain.asks.asks import BETWEEN_ASKS
from rapport.domain.challenge.pace import Shape
from rapport.domain.coach.cards import Candidate, Kind
from rapport.domain.coach.choosing import BETWEEN_STRETCHES, EASY_FRIGHT, ONE_A_DAY, SMALL, Choosing
from rapport.domain.coach.scores import Outlook
from rapport.domain.coach.values import Plan, Verdict, WhyNot


def ruled_out(candidate: Candidate, outlook: Outlook) -> WhyNot | None:
    """What the user said of it, and what is owed to the person."""
    who, today = candidate.subject_id, outlook.today
    if candidate.key in outlook.closed:
        days = outlook.closed[candidate.key]
        return WhyNot(Verdict.NOT_FOR_ME, (("days", days),)) if days else WhyNot(Verdict.DONE_TODAY)
    if candidate.kind is Kind.ASK and who in outlook.asked:
        since = (today - outlook.asked[who]).days
        numbers = (("days", float(since)), ("again", float(BETWEEN_ASKS.days - since)))
        return WhyNot(Verdict.ASKED_LATELY, numbers)
    if candidate.kind is Kind.ASK and who in outlook.owes:
        return WhyNot(Verdict.OWES, (("balance", outlook.owes[who]),))
    if candidate.arm in outlook.stopped:
        return WhyNot(Verdict.GAVE_NOTHING, outlook.action(candidate).terms)
    return None


def held_back(candidate: Candidate, choosing: Choosing) -> WhyNot | None:
    """What is too much for today."""
    outlook = choosing.outlook
    energy = ("energy", outlook.pace.energy)
    if choosing.is_stretch(candidate):
        hardest = float(max(choosing.hardest or 0, EASY_FRIGHT))
        since = choosing.stretched_on
        waits = max(0, (BETWEEN_STRETCHES - (outlook.today - since)).days) if since else 0
        numbers = (
            ("fright", float(candidate.fright or 0)),
            ("hardest", hardest),
            ("days", float(waits)),
            energy,
        )
        return WhyNot(Verdict.STRETCH, numbers)
    minutes = outlook.effort(candidate)
    is_small = candidate.minutes <= SMALL and (candidate.fright or 0) <= EASY_FRIGHT
    if outlook.pace.shape is Shape.LOW_ENERGY and not is_small:
        return WhyNot(Verdict.TOO_BIG, (("minutes", float(candidate.minutes)), energy))
    if not choosing.is_possible(candidate):
        return WhyNot(Verdict.TOO_BIG, (("minutes", minutes), energy, ("bank", float(outlook.pace.bank))))
    return None


def outranked(candidate: Candidate, choosing: Choosing, plan: Plan, first: Container[str]) -> WhyNot:
    """Others came first: where it stands, or what they left. `first`: keys of what ranked best."""
    outlook, chosen = choosing.outlook, [action.candidate for action in plan.actions]
    if any(_crowds_out(each, candidate) for each in chosen):
        return WhyNot(Verdict.ONE_A_DAY)
    if candidate.key in first:
        used = float(sum(each.minutes for each in chosen))
        numbers = (("minutes", float(candidate.minutes)), ("given", float(plan.minutes)), ("used", used))
        return WhyNot(Verdict.NO_MINUTES, numbers)
    against = min((action.score for action in plan.actions), default=0.0)
    score = outlook.action(candidate, sum(each.kind is candidate.kind for each in chosen)).score
    numbers = (("rank", float(choosing.place(candidate))), ("score", score), ("against", against))
    return WhyNot(Verdict.LOWER, numbers)


def _crowds_out(chosen: Candidate, candidate: Candidate) -> bool:
    """Only one of the two fits into a day."""
    if chosen.kind is candidate.kind and chosen.kind in ONE_A_DAY:
        return True
    return chosen.subject_id is not None and chosen.subject_id == candidate.subject_id
