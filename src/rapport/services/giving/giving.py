"""Help promised, given and received; needs and offers."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from rapport.db.models import Help, Need, Offer, Person
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services import checks, rows
from rapport.services.errors import Invalid, Problem
from rapport.services.interactions import closing
from rapport.services.journal.journal import Journal, Verb, journal
from rapport.services.rows import Saved

__all__ = [
    "HelpDraft",
    "HowToHelp",
    "NeedDraft",
    "OfferDraft",
    "create_help",
    "create_need",
    "create_offer",
    "discard_help",
    "discard_need",
    "discard_offer",
    "edit_help",
    "edit_need",
    "edit_offer",
    "how_to_help",
    "keep_promise",
    "meet_need",
    "record_help",
    "record_need",
    "record_offer",
    "record_promise",
    "restore_help",
    "restore_need",
    "restore_offer",
]


@dataclass(frozen=True, slots=True)
class HelpDraft:
    """Help to write down: promised, given, or both."""

    person_id: UUID
    what: str
    by_me: bool = True
    promised_on: date | None = None
    due_on: date | None = None
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class NeedDraft:
    what: str
    on: date
    person_id: UUID | None = None  # None: me
    met_on: date | None = None


@dataclass(frozen=True, slots=True)
class OfferDraft:
    what: str
    on: date
    person_id: UUID | None = None  # None: me


@dataclass(frozen=True, slots=True)
class HowToHelp:
    """The answer to "how can I help?"; either may be empty."""

    need: str = ""  # what they look for
    promise: str = ""  # what I could do for them


def how_to_help(owner_id: UUID, person_id: UUID, said: HowToHelp, on: date, *, at: datetime) -> Saved:
    """Their need and my promise, in one step. Raises LookupError, Invalid where both are empty."""
    person = rows.live(Person, owner_id, person_id)
    need, promise = checks.line("need", said.need), checks.line("promise", said.promise)
    if not need and not promise:
        raise Invalid("need", Problem.REQUIRED)
    with journal(owner_id, Verb.CREATE, at=at, subject=need or promise) as book:
        if need:
            record_need(book, person_id, need, on)
        if promise:
            record_promise(book, person_id, promise, on, by_me=True, due=None)
    return rows.saved(book, person.pk)


def create_help(owner_id: UUID, draft: HelpDraft, *, at: datetime) -> Saved:
    """Raises Invalid."""
    return _create(owner_id, Help, _help(owner_id, draft), at)


def edit_help(owner_id: UUID, help_id: UUID, draft: HelpDraft, *, at: datetime) -> Saved:
    """Raises LookupError, Invalid."""
    return _edit(owner_id, Help, help_id, _help(owner_id, draft), at)


def keep_promise(owner_id: UUID, help_id: UUID, on: date | None, *, at: datetime) -> Saved:
    """The help was given on that day; None: not yet after all. Raises LookupError, Invalid."""
    row = rows.live(Help, owner_id, help_id)
    checks.not_before("on", on, row.promised_on)
    if on is None and row.promised_on is None:
        raise Invalid("on", Problem.REQUIRED)
    with journal(owner_id, Verb.EDIT, at=at, subject=row.what) as book:
        book.change(row, given_on=on)
        if on is not None and row.by_me:
            closing.after_help(book, row.person_id, row.what, on)
    return rows.saved(book, row.pk)


def discard_help(owner_id: UUID, help_id: UUID, *, at: datetime) -> Saved:
    """Into the bin. Raises LookupError."""
    return _discard(owner_id, Help, help_id, at)


def restore_help(owner_id: UUID, help_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError."""
    return _restore(owner_id, Help, help_id, at)


def create_need(owner_id: UUID, draft: NeedDraft, *, at: datetime) -> Saved:
    """Raises Invalid."""
    return _create(owner_id, Need, _need(owner_id, draft), at)


def edit_need(owner_id: UUID, need_id: UUID, draft: NeedDraft, *, at: datetime) -> Saved:
    """Raises LookupError, Invalid."""
    return _edit(owner_id, Need, need_id, _need(owner_id, draft), at)


def meet_need(owner_id: UUID, need_id: UUID, on: date | None, *, at: datetime) -> Saved:
    """It was met on that day; None: still open. Raises LookupError, Invalid."""
    row = rows.live(Need, owner_id, need_id)
    checks.not_before("on", on, row.on)
    return rows.change(owner_id, row, at=at, subject=row.what, met_on=on)


def discard_need(owner_id: UUID, need_id: UUID, *, at: datetime) -> Saved:
    """Into the bin. Raises LookupError."""
    return _discard(owner_id, Need, need_id, at)


def restore_need(owner_id: UUID, need_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError."""
    return _restore(owner_id, Need, need_id, at)


def create_offer(owner_id: UUID, draft: OfferDraft, *, at: datetime) -> Saved:
    """Raises Invalid."""
    return _create(owner_id, Offer, _offer(owner_id, draft), at)


def edit_offer(owner_id: UUID, offer_id: UUID, draft: OfferDraft, *, at: datetime) -> Saved:
    """Raises LookupError, Invalid."""
    return _edit(owner_id, Offer, offer_id, _offer(owner_id, draft), at)


def discard_offer(owner_id: UUID, offer_id: UUID, *, at: datetime) -> Saved:
    """Into the bin. Raises LookupError."""
    return _discard(owner_id, Offer, offer_id, at)


def restore_offer(owner_id: UUID, offer_id: UUID, *, at: datetime) -> Saved:
    """Out of the bin. Raises LookupError."""
    return _restore(owner_id, Offer, offer_id, at)


def _create(owner_id: UUID, model: Any, columns: dict[str, Any], at: datetime) -> Saved:
    with journal(owner_id, Verb.CREATE, at=at, subject=columns["what"]) as book:
        row = book.add(model(**columns))
    return rows.saved(book, row.pk)


def _edit(owner_id: UUID, model: Any, pk: UUID, columns: dict[str, Any], at: datetime) -> Saved:
    row = rows.live(model, owner_id, pk)
    return rows.change(owner_id, row, at=at, subject=columns["what"], **columns)


def _discard(owner_id: UUID, model: Any, pk: UUID, at: datetime) -> Saved:
    row = rows.live(model, owner_id, pk)
    return rows.discard(owner_id, row, at=at, subject=row.what)


def _restore(owner_id: UUID, model: Any, pk: UUID, at: datetime) -> Saved:
    row = rows.binned(model, owner_id, pk)
    return rows.restore(owner_id, row, at=at, subject=row.what)


def _help(owner_id: UUID, draft: HelpDraft) -> dict[str, Any]:
    checks.owned("person_id", Person, owner_id, draft.person_id)
    if draft.promised_on is None and draft.given_on is None:
        raise Invalid("promised_on", Problem.REQUIRED)
    return {
        "person_id": draft.person_id,
        "what": checks.line("what", draft.what, required=True),
        "by_me": draft.by_me,
        "promised_on": checks.not_before("promised_on", draft.promised_on, None),
        "due_on": checks.not_before("due_on", draft.due_on, draft.promised_on),
        "given_on": checks.not_before("given_on", draft.given_on, draft.promised_on),
    }


def _need(owner_id: UUID, draft: NeedDraft) -> dict[str, Any]:
    met_on = checks.not_before("met_on", draft.met_on, draft.on)
    return {**_said(owner_id, draft), "met_on": met_on}


def _offer(owner_id: UUID, draft: OfferDraft) -> dict[str, Any]:
    return _said(owner_id, draft)


def _said(owner_id: UUID, draft: NeedDraft | OfferDraft) -> dict[str, Any]:
    checks.owned("person_id", Person, owner_id, draft.person_id)
    what = checks.line("what", draft.what, required=True)
    return {"person_id": draft.person_id, "what": what, "on": checks.day("on", draft.on)}


def record_promise(
    book: Journal,
    person_id: UUID,
    what: str,
    on: date,
    *,
    by_me: bool,
    due: date | None,
    assumed: bool = False,
) -> UUID:
    pk: UUID = book.add(
        Help(person_id=person_id, what=what[:400], by_me=by_me, promised_on=on, due_on=due, assumed=assumed)
    ).pk
    return pk


def record_help(
    book: Journal, person_id: UUID, what: str, on: date, *, by_me: bool, assumed: bool = False
) -> UUID:
    """Help given or received: the open promise it fits is kept, or it stands alone."""
    promise = _fitting(book, person_id, what, by_me=by_me)
    if promise is not None:
        book.change(promise, given_on=on)
    else:
        promise = book.add(
            Help(person_id=person_id, what=what[:400], by_me=by_me, given_on=on, assumed=assumed)
        )
    if by_me:
        closing.after_help(book, person_id, promise.what, on)
    pk: UUID = promise.pk
    return pk


def _fitting(book: Journal, person_id: UUID, what: str, *, by_me: bool) -> Help | None:
    """The open promise that shares a word with `what`; the only one open when nothing is said."""
    rows = list(
        Help.objects.of(book.owner_id).live().filter(person_id=person_id, by_me=by_me, given_on__isnull=True)
    )
    words = {word for word in fold(what).split() if len(word) > 3}
    shared = [(len(words & set(fold(row.what).split())), row) for row in rows]
    best = max(shared, key=lambda pair: pair[0], default=(0, None))
    if best[0]:
        return best[1]
    return rows[0] if len(rows) == 1 and not words else None


def record_need(book: Journal, person_id: UUID | None, what: str, on: date, *, assumed: bool = False) -> None:
    book.add(Need(person_id=person_id, what=what[:400], on=on, assumed=assumed))


def record_offer(
    book: Journal, person_id: UUID | None, what: str, on: date, *, assumed: bool = False
) -> None:
    book.add(Offer(person_id=person_id, what=what[:400], on=on, assumed=assumed))
