"""Corrections of earlier lines: what is meant, and what it should say from now on."""

from datetime import time

from rapport.domain.nouns import Noun
from rapport.domain.quicklog.quicklog import Amend, Bin, GatheringName, Question, Reference, Restore, TakeBack
from rapport.formats.quicklog import encounters
from rapport.formats.quicklog.captures import Captures
from rapport.formats.quicklog.correction_drafts import CorrectionDraft
from rapport.formats.quicklog.drafts import Draft, PlainDraft
from rapport.formats.quicklog.exchanges import Exchange
from rapport.formats.quicklog.line import Found
from rapport.formats.quicklog.notebook import Notebook
from rapport.formats.quicklog.people import People
from rapport.formats.quicklog.textline import STOPS
from rapport.formats.quicklog.tokens import Kind
from rapport.formats.quicklog.when import When

_KINDS: dict[str, type[Bin] | type[Restore] | type[Amend]] = {"bin": Bin, "restore": Restore, "amend": Amend}
_SEVERAL = {  # a name alone
    "any": (Noun.PERSON, Noun.PITCH, Noun.GATHERING),
    "kept": (Noun.GATHERING, Noun.PITCH),
}
_DETAILS = frozenset({"with", "at", "memorable", "channel", "others", "minutes", "substance", "lost"})


def begin(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    """ "bin interaction", "restore any", "amend ask", or "takeback"."""
    if args == ["takeback"]:
        return _take_back(book, caught)
    kind, noun = args
    exchange = caught.value("exchange", Exchange)
    where = caught.value("gathering", GatheringName)
    known = caught.value("named", GatheringName)
    pair = caught.pair("named") or caught.pair("what")
    tokens = _tokens(caught)
    named = caught.people()
    if named is not None and named.pronoun:
        return None
    ref = Reference(
        nouns=_SEVERAL.get(noun) or (Noun(noun),),
        span=book.span(*tokens),
        people=_texts(named),
        channels=exchange.channels if exchange else (),
        word=exchange.word if exchange else "",
        what=known.text if known else _text(book, pair),
        gathering=where.text if where else "",
        by=" ".join(_texts(caught.people("by"))),
    )
    draft = CorrectionDraft(kind=_KINDS[kind], ref=ref, tokens=tokens)
    draft.name, draft.about = _text(book, caught.pair("name")), _text(book, caught.pair("about"))
    draft.starts_at, draft.size = caught.value("clock", time), caught.value("n", int)
    return [draft]


def _take_back(book: Notebook, caught: Captures) -> list[Draft] | None:
    """Only as a line of its own: in the middle of a story it is part of the story."""
    rest = book.line.folds[caught.end :]
    if caught.start or not STOPS.issuperset(rest):
        return None
    span = book.span(caught.start, caught.end)
    return [PlainDraft(prototype=TakeBack(book.line.on, span))]


def _tokens(caught: Captures) -> tuple[int, int]:
    """Where the reference stands: from its noun on, up to what is to be new."""
    start = caught.range("ref")[0] if caught.has("ref") else caught.start
    end = caught.range("end")[0] if caught.has("end") else caught.end
    return start, end


def _texts(people: People | None) -> tuple[str, ...]:
    return tuple(name.text for name in people.names) if people else ()


def _text(book: Notebook, pair: tuple[int, int] | None) -> str:
    """Text as typed, out of its quotes."""
    if pair is None:
        return ""
    start, end = pair
    if end - start == 1 and book.line.tokens[start].kind is Kind.QUOTED:
        return book.line.tokens[start].text[1:-1].strip()
    return book.text(start, end)


def complete(book: Notebook, draft: Draft, found: Found) -> bool:
    """What it should say from now on; False when that does not fit."""
    key, *args = found.key.split()
    caught = Captures(found.match)
    if not isinstance(draft, CorrectionDraft) or draft.kind is not Amend:
        return False
    if key == "when":
        return _move(book, draft, caught)
    if key == "size":
        draft.size = caught.value("n", int)
        return True
    if key not in _DETAILS or not encounters.complete(book, draft.details, key, args, caught, adjacent=True):
        return False
    if key == "channel":
        draft.channel = draft.details.channel
    return True


def _move(book: Notebook, draft: CorrectionDraft, caught: Captures) -> bool:
    """ "it was tuesday"."""
    when = caught.value("when", When)
    if when is None or draft.moved is not None:
        return False
    draft.moved = when
    book.ask(Question.FUTURE_DATE if when.lean > 0 else when.doubt, *caught.range("when"))
    return True


def check(book: Notebook, draft: Draft) -> None:
    """A change that changes nothing asks what it should be."""
    if isinstance(draft, CorrectionDraft) and draft.kind is Amend and draft.is_empty:
        book.ask(Question.NOTHING_NEW, *draft.tokens)
