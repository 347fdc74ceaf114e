"""What a line leaves open: whom a name, and which row a reference may mean."""

from uuid import UUID

from rapport.domain.people.people import Match
from rapport.domain.quicklog.quicklog import Target
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a typed name may mean."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class NameChoice:
    """A typed name, what it turned out to be, and whom to choose from."""

    key: str  # the name folded: the same key, the same person
    typed: str
    match: Match
    candidates: tuple[Candidate, ...]

    @property
    def is_open(self) -> bool:
        """The user has to choose."""
        return self.match in (Match.AMBIGUOUS, Match.MAYBE)


@dataclass(frozen=True, slots=True)
class RowChoice:
    """What a line points back at, and the rows it may mean."""

    key: str  # of the reference: "#0"
    typed: str
    targets: tuple[Target, ...]
    is_open: bool  # the user has to choose
