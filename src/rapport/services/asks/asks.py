"""Asks for an introduction, and their answers."""

from datetime import date, datetime
from uuid import UUID

from rapport.db.models import Ask, AskAnswer, Introduction, Person
from rapport.domain.asks.asks import Answer
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.errors import Invalid, Problem
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.people import people
from rapport.services.rows import Saved

__all__ = [
    "Draft",
    "answer",
    "create",
    "discard",
    "edit",
    "latest",
    "let_go",
    "overlook",
    "record",
    "record_answer",
    "record_brought",
    "remind",
    "restore",
]


@dataclass(frozen=True, slots=True)
class Draft:
    """An ask to write down."""

    person_id: UUID
    on: date
    target: str = ""  # to whom or what; empty for anyone
    wanted_id: UUID | None = None  # whom I would like to meet
    organisation: str = ""  # where I would like to meet somebody
    text: str = ""  # what was written to them


def create(owner_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Write an ask down; `may_ask` tells beforehand whether a month has passed. Raises Invalid."""
    target = _checked(owner_id, draft)
    if draft.wanted_id is not None:
        checks.owned("wanted_id", Person, owner_id, draft.wanted_id)
        if draft.wanted_id == draft.person_id:
            raise Invalid("wanted_id", Problem.SAME_PERSON)
    columns = {
        "wanted_id": draft.wanted_id,
        "organisation": checks.line("organisation", draft.organisation, checks.NAME),
        "text": checks.text("text", draft.text),
    }
    with journal(owner_id, Verb.CREATE, at=at, subject=target) as book:
        pk: UUID = book.add(Ask(person_id=draft.person_id, on=draft.on, target=target, **columns)).pk
    return rows.saved(book, pk)


def edit(owner_id: UUID, ask_id: UUID, draft: Draft, *, at: datetime) -> Saved:
    """Raises LookupError, Invalid."""
    row = rows.live(Ask, owner_id, ask_id)
    target = _checked(owner_id, draft)
    first = row.answers.order_by("on").values_list("on", flat=True).first()
    if first is not None and first < draft.on:
        raise Invalid("on", Problem.TOO_LATE)
    return rows.change(
        owner_id, row, at=at, subject=target, person_id=draft.person_id, on=draft.on, target=target
    )


def discard(owner_id: UUID, ask_id: UUID, *, at: datetime) -> Saved:
    """Into the bin, with its answers. Raises LookupError."""
    row = rows.live(Ask, owner_id, ask_id)
    return rows.discard(owner_id, row, at=at, subject=row.target)


def restore(owner_id: UUID, ask_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError."""
    row = rows.binned(Ask, owner_id, ask_id)
    return rows.restore(owner_id, row, at=at, subject=row.target)


def answer(
    owner_id: UUID,
    ask_id: UUID,
    said: Answer,
    on: date,
    introduced: tuple[UUID, ...] = (),
    *,
    strangers: tuple[str, ...] = (),
    at: datetime,
) -> Saved:
    """What they said. INTRODUCED may name whom they led to: each came through them; `strangers` are made.

    Raises LookupError, Invalid.
    """
    row = rows.live(Ask, owner_id, ask_id)
    checks.owned("introduced", Person, owner_id, *introduced)
    checks.not_before("on", on, row.on)
    names = [checks.line("introduced", name, checks.NAME, required=True) for name in strangers]
    if (introduced or names) and said is not Answer.INTRODUCED:
        raise Invalid("introduced", Problem.UNKNOWN)
    if row.person_id in introduced:
        raise Invalid("introduced", Problem.SAME_PERSON)
    with journal(owner_id, Verb.ANSWER, at=at, subject=row.target) as book:
        _say(book, row, said, on)
        known = Introduction.objects.of(owner_id).live().filter(ask=row).values_list("person_id", flat=True)
        new = tuple(person_id for person_id in dict.fromkeys(introduced) if person_id not in set(known))
        made = tuple(people.record(book, name) for name in names)
        record_brought(book, row.person_id, new + made, on, row)
    return rows.saved(book, ask_id)


def remind(owner_id: UUID, ask_id: UUID, on: date, *, at: datetime) -> Saved:
    """They were reminded, once and kindly. Raises LookupError, Invalid."""
    row = rows.live(Ask, owner_id, ask_id)
    checks.not_before("on", on, row.on)
    return rows.change(owner_id, row, at=at, subject=row.target, reminded_on=on)


def overlook(owner_id: UUID, ask_id: UUID, until: date, *, at: datetime) -> Saved:
    """What they wrote up to that day was no answer: it is waited for again. Raises LookupError, Invalid."""
    row = rows.live(Ask, owner_id, ask_id)
    checks.not_before("until", until, row.on)
    return rows.change(owner_id, row, at=at, subject=row.target, read_until=until)


def let_go(owner_id: UUID, ask_id: UUID, on: date, *, at: datetime) -> Saved:
    """No answer came, and none is waited for. Raises LookupError, Invalid."""
    return answer(owner_id, ask_id, Answer.SILENT, on, at=at)


def record(book: Journal, person_id: UUID, on: date, target: str = "", *, assumed: bool = False) -> UUID:
    pk: UUID = book.add(Ask(person_id=person_id, on=on, target=target[:400], assumed=assumed)).pk
    return pk


def record_answer(book: Journal, person_id: UUID, on: date, answer: Answer, *, assumed: bool = False) -> UUID:
    """Answer the newest ask to this person; an answer to an ask that nobody logged tells of that ask too."""
    ask = latest(book, person_id, on)
    ask_id = ask.pk if ask else record(book, person_id, on, assumed=assumed)
    book.add(AskAnswer(ask_id=ask_id, on=on, answer=answer))
    return ask_id


def record_brought(
    book: Journal,
    introducer: UUID,
    brought: tuple[UUID, ...],
    on: date,
    ask: Ask | None,
    *,
    assumed: bool = False,
) -> None:
    """`introducer` brought me together with each; the origin of whoever is new."""
    for person_id in brought:
        book.add(Introduction(introducer_id=introducer, person_id=person_id, on=on, ask=ask, assumed=assumed))
        people.record_origin(book, person_id, introduced_by=introducer)


def latest(book: Journal, person_id: UUID, on: date) -> Ask | None:
    row: Ask | None = (
        Ask.objects.of(book.owner_id)
        .live()
        .filter(person_id=person_id, on__lte=on)
        .order_by("-on", "-id")
        .first()
    )
    return row


def _checked(owner_id: UUID, draft: Draft) -> str:
    """The target; Invalid when anything cannot be saved."""
    checks.owned("person_id", Person, owner_id, draft.person_id)
    checks.day("on", draft.on)
    return checks.line("target", draft.target)


def _say(book: Journal, row: Ask, said: Answer, on: date) -> None:
    """One answer a day; saying it again, or another on the same day, corrects it."""
    same_day = row.answers.filter(on=on).first()
    if same_day is None:
        book.add(AskAnswer(ask=row, on=on, answer=said))
    else:
        book.change(same_day, answer=said)
