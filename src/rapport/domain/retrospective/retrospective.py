"""The month told back: findings from rules over the data, each with its numbers and its evidence."""

from dataclasses import replace

from rapport.domain.challenge.referee import Verdict
from rapport.domain.origins.facts import Facts
from rapport.domain.retrospective import asks, gatherings, goals, pace, pitches, proposals, roots, ways
from rapport.domain.retrospective.month import Month, read
from rapport.domain.retrospective.values import Finding, Retrospective


def look_back(facts: Facts) -> Retrospective:
    """The whole retrospective, from the first day to today or the last; the same facts, the same words."""
    month = read(facts)
    found = _findings(month) if month.days else []
    days = frozenset(month.days)
    tally = [judged.ruling.verdict for judged in facts.judged if judged.on in days]
    unnamed = sum(met.others for met in facts.interactions if met.on in days)
    tally += [Verdict.HELLO] * unnamed  # met without a name: as the board counts them
    return Retrospective(
        challenge=facts.challenge,
        until=month.days[-1] if month.days else facts.today,
        over=month.over,
        verdicts=tuple((verdict, tally.count(verdict)) for verdict in Verdict if verdict in tally),
        days_with=month.days_with,
        rest_days=month.rest_days,
        ways=ways.ways(month) if month.days else (),
        done_on=tuple(done.on for done in month.done if done.on in days),
        feelings=tuple(sorted((one for one in facts.checkins if one.on in days), key=lambda one: one.on)),
        findings=tuple(replace(finding, assumed=_is_assumed(finding, facts)) for finding in found),
    )


def _findings(month: Month) -> list[Finding]:
    found = [
        *goals.findings(month),
        *roots.findings(month),
        *gatherings.findings(month),
        *asks.findings(month),
        *pitches.findings(month),
        *pace.findings(month),
        *ways.findings(month),
    ]
    return [*found, *proposals.findings(month, found)]


def _is_assumed(finding: Finding, facts: Facts) -> bool:
    return any(piece.id in facts.assumed for piece in finding.evidence if piece.id)
