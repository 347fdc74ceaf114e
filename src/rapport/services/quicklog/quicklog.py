"""One typed line, as doors meet it: prepared, shown, saved."""

from rapport.services.quicklog.prepare import Candidate, NameChoice, Prepared, RowChoice, prepare
from rapport.services.quicklog.save import NEW, SKIP, Choice, Logged, RulingGiven, Unclear, save

__all__ = [
    "NEW",
    "SKIP",
    "Candidate",
    "Choice",
    "Logged",
    "NameChoice",
    "Prepared",
    "RowChoice",
    "RulingGiven",
    "Unclear",
    "prepare",
    "save",
]
