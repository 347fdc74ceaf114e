"""A minute after a gathering: everybody met, and what is to be done within two days."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from rapport.domain.interactions.followups import IsRest, working_days_after
from rapport.domain.text import fold
from rapport.domain.values import dataclass

FOLLOW_UP_DAYS: Final = 2  # after these the first warmth is gone (STORY.md, COACH.md §3.6)
AFTER: Final = timedelta(hours=2)  # once it has begun, and nothing tells when it ends
LATEST: Final = timedelta(days=14)  # names fade: it is not offered any longer
STARS: Final = "*+★"  # after a name in a list: one would remember them
SAYS: Final[Mapping[str, str]] = {  # how a piece of a line begins, folded, and what it tells; both languages
    "needs": "need", "looks for": "need", "cherche": "need", "a besoin de": "need", "a besoin d'": "need",
    "promised": "promise", "i promised": "promise", "promis": "promise", "j'ai promis": "promise",
    "then": "step", "next": "step", "puis": "step", "ensuite": "step",
}  # fmt: skip
_LAST_DAY: Final = re.compile(r"(?:^|[\s,]+)(?:(?:on|le)\s+)?(\d{4}-\d{2}-\d{2})$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person met."""

    name: str
    memorable: bool = False  # would you both remember it in a week?
    need: str = ""
    promise: str = ""
    step: str = ""  # the next one
    step_on: date | None = None
    person_id: UUID | None = None  # known already; None: somebody new

    @property
    def is_empty(self) -> bool:
        return not self.name.strip() and self.person_id is None


@dataclass(frozen=True, slots=True)
class NextStep:
    """A follow-up to write down."""

    person: int  # which entry
    what: str
    due_on: date


def entries_in(text: str) -> Iterator[Entry]:
    """Several at once, one a line or with commas; a star behind a name says that one would remember them."""
    for line in text.replace(",", "\n").replace(";", "\n").splitlines():
        name = " ".join(line.split()).lstrip("-•– ")
        bare = name.rstrip(f"{STARS} ")
        if bare:
            yield Entry(bare, memorable=bare != name.rstrip())


class BadPiece(ValueError):
    """A piece of a line that says neither a need nor a promise nor a next step."""


def entry_told(line: str) -> Entry:
    """ "Nora Lindqvist *; needs a headline; promised the template; then a coffee 2019-03-20".

    Raises BadPiece.
    """
    name, *pieces = (" ".join(piece.split()) for piece in line.split(";"))
    bare = name.rstrip(f"{STARS} ")
    said: dict[str, str] = {}
    for piece in filter(None, pieces):
        what, text = _says(piece)
        said[what] = ", ".join(filter(None, (said.get(what), text)))
    step, on = said.get("step", ""), None
    if found := _LAST_DAY.search(step):
        try:
            step, on = step[: found.start()], date.fromisoformat(found[1])
        except ValueError:
            raise BadPiece(step) from None
    return Entry(bare, bare != name, said.get("need", ""), said.get("promise", ""), step, on)


def _says(piece: str) -> tuple[str, str]:
    folded = fold(piece).replace("’", "'")
    for start, what in SAYS.items():
        rest = piece[len(start) :].lstrip(": ")
        is_whole = start.endswith("'") or not folded[len(start) : len(start) + 1].isalnum()
        if folded.startswith(start) and rest and is_whole:
            return what, rest
    raise BadPiece(piece)


def next_steps(
    entries: Sequence[Entry], gathering_on: date, today: date, is_rest: IsRest, *, remind: bool
) -> list[NextStep]:
    """What was said to be next, on its day; with `remind`, a few lines to everybody one would remember."""
    due = write_by(gathering_on, today, is_rest)
    return [
        NextStep(at, entry.step, max(entry.step_on or due, today))
        for at, entry in enumerate(entries)
        if entry.step or entry.step_on or (remind and entry.memorable)
    ]


def write_by(gathering_on: date, today: date, is_rest: IsRest) -> date:
    """Two days after, a day earlier or later where that is a rest day; never before today."""
    due = gathering_on + timedelta(days=FOLLOW_UP_DAYS)
    if is_rest(due) and not is_rest(due - timedelta(days=1)):
        due -= timedelta(days=1)
    if due < today or is_rest(due):
        due = today if not is_rest(today) else working_days_after(today, 1, is_rest)
    return due


def is_time(starts: datetime | None, ends: datetime | None, on: date, now: datetime) -> bool:
    """Whether it can be told of: at its end, or two hours in; without hours on the next morning.

    All hours are the owner's, without a zone.
    """
    if ends is not None:
        return now >= ends
    if starts is not None:
        return now >= starts + AFTER
    return now.date() > on
