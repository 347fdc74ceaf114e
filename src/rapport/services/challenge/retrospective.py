"""The month told back: gathered, looked at, and ready to be dressed."""

from datetime import date
from uuid import UUID

from rapport.db.queries import challenge as challenge_queries
from rapport.db.queries import facts as facts_queries
from rapport.domain.challenge.challenge import Board, make_board
from rapport.domain.origins.facts import Facts
from rapport.domain.retrospective.retrospective import look_back
from rapport.domain.retrospective.values import Retrospective
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class RetrospectivePage:
    """All that a door needs to tell a month back."""

    told: Retrospective
    facts: Facts
    board: Board
    names: dict[UUID, str]  # of people, gatherings, organisations and opportunities, for the sentences
    assumed: int  # how many facts are marked as assumed


def open_retrospective(owner_id: UUID, challenge_id: UUID, today: date) -> RetrospectivePage:
    """Raises LookupError when there is no such challenge."""
    challenge = next((c for c in challenge_queries.every(owner_id) if c.id == challenge_id), None)
    if challenge is None:
        raise LookupError(str(challenge_id))
    facts = facts_queries.gather(owner_id, challenge, today)
    return RetrospectivePage(
        told=look_back(facts),
        facts=facts,
        board=make_board(challenge, challenge_queries.verdicts(owner_id, challenge), today),
        names=_names(facts),
        assumed=len(facts.assumed),
    )


def _names(facts: Facts) -> dict[UUID, str]:
    names = {pk: person.name for pk, person in facts.people.items()}
    names |= {gathering.id: gathering.name for gathering in facts.gatherings}
    names |= {pitch.id: pitch.organisation for pitch in facts.pitches}
    names |= {opportunity.id: opportunity.what for opportunity in facts.opportunities}
    return names
