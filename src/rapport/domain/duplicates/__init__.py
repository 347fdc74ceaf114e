"""Which records are the same person: candidates with a weight, a probability and reasons; groups to merge."""

from rapport.domain.duplicates.finding import find
from rapport.domain.duplicates.values import (
    Agreement,
    Bulk,
    Candidate,
    Candidates,
    Field,
    Group,
    Model,
    Reason,
    Record,
)

__all__ = [
    "Agreement",
    "Bulk",
    "Candidate",
    "Candidates",
    "Field",
    "Group",
    "Model",
    "Reason",
    "Record",
    "find",
]
