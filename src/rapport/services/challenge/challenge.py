"""The challenge: started, changed, ended, and its board."""

from dataclasses import field
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from rapport.db.models import Challenge as Row
from rapport.db.queries import challenge as queries
from rapport.domain.challenge.challenge import ActionGoal, Board, Challenge, make_board, overlapping
from rapport.domain.challenge.referee import Rule
from rapport.domain.days import is_plausible
from rapport.domain.values import dataclass
from rapport.services.journal.journal import Verb, journal

LONGEST = 366  # days


class CannotStart(ValueError):
    """The days do not fit; `code` says why."""

    def __init__(self, code: str, other: Challenge | None = None) -> None:
        super().__init__(code)
        self.code = code  # "length" or "overlap"
        self.other = other


@dataclass(frozen=True, slots=True)
class Draft:
    """A challenge to start, or what it should become."""

    starts_on: date
    days: int
    name: str = ""
    intention: str = ""
    rest_weekdays: frozenset[int] = frozenset({6})
    rest_dates: frozenset[date] = frozenset()
    rule: Rule = field(default_factory=Rule)
    action_goals: tuple[ActionGoal, ...] = ()
    hope_count: int | None = None
    hope: str = ""


def start(owner_id: UUID, draft: Draft, *, at: datetime, instead_of: UUID | None = None) -> UUID:
    """Begin a challenge. Raises CannotStart when it is too long or shares a day with another.

    `instead_of` ends on the day before this one begins, if it has begun by then.
    """
    row = _row(owner_id, instead_of) if instead_of else None
    day_before = draft.starts_on - timedelta(days=1)
    if row is not None and not row.starts_on <= day_before < queries.value(row).ends_on:
        row = None
    _check(owner_id, draft, uuid4(), leaving_out=row.pk if row else None)
    with journal(owner_id, Verb.CHALLENGE, at=at, subject=draft.name or draft.intention) as book:
        if row is not None:
            book.change(row, ended_on=day_before)
        pk: UUID = book.add(Row(**_columns(draft))).pk
    return pk


def edit(owner_id: UUID, challenge_id: UUID, draft: Draft, *, at: datetime) -> None:
    """Change it; every day is judged again by the new rule. Raises LookupError, CannotStart."""
    row = _row(owner_id, challenge_id)
    _check(owner_id, draft, challenge_id)
    with journal(owner_id, Verb.CHALLENGE, at=at, subject=draft.name or draft.intention) as book:
        book.change(row, **_columns(draft))


def end(owner_id: UUID, challenge_id: UUID, on: date, *, at: datetime) -> None:
    """Stop early: `on` is its last day. What was logged stays."""
    row = _row(owner_id, challenge_id)
    with journal(owner_id, Verb.CHALLENGE, at=at, subject=row.name) as book:
        book.change(row, ended_on=max(on, row.starts_on))


def discard(owner_id: UUID, challenge_id: UUID, *, at: datetime) -> None:
    """Move it to the bin; the people and what happened stay."""
    row = _row(owner_id, challenge_id)
    with journal(owner_id, Verb.BIN, at=at, subject=row.name) as book:
        book.change(row, binned_at=at)


def current(owner_id: UUID, today: date) -> Challenge | None:
    """The one running today, else the one to come, else the last that ended."""
    every = queries.every(owner_id)
    running = [c for c in every if today in c]
    ahead = [c for c in every if c.starts_on > today]
    found = running or ahead or every[-1:]
    return found[0] if found else None


def every(owner_id: UUID) -> list[Challenge]:
    """Oldest first."""
    return queries.every(owner_id)


def read(owner_id: UUID, challenge_id: UUID) -> Challenge:
    return queries.value(_row(owner_id, challenge_id))


def board(owner_id: UUID, challenge: Challenge, today: date) -> Board:
    return make_board(challenge, queries.verdicts(owner_id, challenge), today)


def public_holidays(country: str, first: date, days: int) -> dict[date, str]:
    """Public holidays of a country (ISO code) in these days, by name; empty when the country is unknown."""
    import holidays  # large: only when a challenge is set up

    last = first + timedelta(days=days - 1)
    try:
        found = holidays.country_holidays(country.upper(), years=range(first.year, last.year + 1))
    except (KeyError, NotImplementedError):
        return {}
    return {day: name for day, name in sorted(found.items()) if first <= day <= last}


def _check(owner_id: UUID, draft: Draft, challenge_id: UUID, leaving_out: UUID | None = None) -> None:
    if not 1 <= draft.days <= LONGEST or not is_plausible(draft.starts_on):
        raise CannotStart("length")
    new = Challenge(challenge_id, draft.starts_on, draft.days)
    if other := overlapping(new, [one for one in queries.every(owner_id) if one.id != leaving_out]):
        raise CannotStart("overlap", other)


def _row(owner_id: UUID, challenge_id: UUID) -> Row:
    row: Row | None = Row.objects.of(owner_id).live().filter(pk=challenge_id).first()
    if row is None:
        raise LookupError(str(challenge_id))
    return row


def _columns(draft: Draft) -> dict[str, object]:
    return {
        "starts_on": draft.starts_on,
        "days": draft.days,
        "name": draft.name,
        "intention": draft.intention,
        "rest_weekdays": sorted(draft.rest_weekdays),
        "rest_dates": sorted(day.isoformat() for day in draft.rest_dates),
        "rule": queries.rule_to(draft.rule),
        "action_goals": [{"way": goal.way.value, "count": goal.count} for goal in draft.action_goals],
        "hope_count": draft.hope_count,
        "hope": draft.hope,
    }
