"""The next challenge, proposed from the last."""

from datetime import date
from uuid import UUID

from rapport.domain.challenge.challenge import Challenge
from rapport.domain.coach.next_challenge import Proposal, propose_next
from rapport.domain.learning.arms import ARMS
from rapport.domain.values import dataclass
from rapport.domain.ways import Way
from rapport.services.challenge import challenge as challenges
from rapport.services.challenge.retrospective import open_retrospective
from rapport.services.coach import works
from rapport.services.coach.works import Works

__all__ = ["NextChallenge", "Proposal", "next_challenge"]


@dataclass(frozen=True, slots=True)
class NextChallenge:
    """What is proposed, and from which challenge."""

    last: Challenge
    proposal: Proposal
    names: dict[UUID, str]  # of people and gatherings, for the reasons


def next_challenge(owner_id: UUID, today: date, challenge_id: UUID | None = None) -> NextChallenge | None:
    """From that challenge, or the one that runs or ran last; None where there is none yet."""
    last = challenges.read(owner_id, challenge_id) if challenge_id else challenges.current(owner_id, today)
    if last is None or last.starts_on > today:
        return None
    page = open_retrospective(owner_id, last.id, today)
    proposal = propose_next(page.told, gave(works.open_works(owner_id, today)))
    return NextChallenge(last, proposal, page.names)


def gave(found: Works) -> dict[Way, float]:
    """What the best kind of each way gives against the usual guess: one is free to choose the kind."""
    best: dict[Way, float] = {}
    for one in found.lines:
        if not one.is_early:
            way = ARMS[one.arm].way
            best[way] = max(best.get(way, 0.0), one.estimate.mean / one.usual)
    return best
