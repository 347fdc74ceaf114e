"""From a rule that fits to the statement it makes: one small function per kind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from rapport.domain.asks.asks import Answer
from rapport.domain.pitches.pitches import Stage
from rapport.domain.quicklog.quicklog import (
    About,
    Answered,
    Asked,
    FollowUp,
    GatheringName,
    Helped,
    Introduced,
    Name,
    Needs,
    Offers,
    Opened,
    Promised,
    Trait,
)
from rapport.formats.quicklog import encounters
from rapport.formats.quicklog.captures import Captures
from rapport.formats.quicklog.completions import complete_check_in, set_when
from rapport.formats.quicklog.drafts import CheckInDraft, Draft, PitchDraft, PlainDraft, PlannedDraft
from rapport.formats.quicklog.notebook import Notebook
from rapport.formats.quicklog.pattern import Match
from rapport.formats.quicklog.people import People
from rapport.formats.quicklog.tokens import Kind
from rapport.formats.quicklog.when import When

_SOON = timedelta(days=2)  # a follow-up without a day: what the referee advises after a hello
_DATE_REACH = 9  # tokens a date at the end of a text may take


def drafts_from(book: Notebook, key: str, match: Match) -> list[Draft] | None:
    """What the rule says, in the making; None when, looked at closely, it says nothing."""
    kind, *args = key.split()
    caught = Captures(match)
    drafts = _MAKERS[kind](book, args, caught)
    for start, end in caught.unused() if drafts is not None else ():
        book.keep(start, end)
    return drafts


def _plain(
    book: Notebook, caught: Captures, prototype: Any, *, text: str = "", slot: str = "what"
) -> PlainDraft:
    """A statement with its open text; a date at the text's end becomes its day or deadline if it can."""
    draft = PlainDraft(prototype=prototype, people=prototype.people, text_field=text)
    pair = caught.pair(slot)
    if pair is None:
        draft.text_field = ""
        return draft
    start, end = pair
    cut = _date_inside(book, start, end)
    if cut and _takes(draft, cut[2]):
        set_when(draft, cut[2])
        book.ask(cut[2].doubt, cut[0], cut[1])
        start, end = (cut[1], end) if cut[0] == start else (start, cut[0])
    draft.text_span = (start, end)
    draft.text = open_text(book, start, end)
    return draft


def _date_inside(book: Notebook, start: int, end: int) -> tuple[int, int, When] | None:
    """A date at the beginning or at the end of a text, with some text left."""
    line = book.line
    leading = line.when(start)
    if leading and leading[1] < end:
        return start, leading[1], leading[0]
    for at in range(max(start + 1, end - _DATE_REACH), end):
        found = line.when(at)
        if found and found[1] == end:
            return at, end, found[0]
    return None


def _takes(draft: PlainDraft, when: When) -> bool:
    if draft.has_deadline:
        return True
    if isinstance(draft.prototype, Needs | Offers | Opened | About):
        return when.lean < 0
    return when.lean <= 0 and not when.is_deadline


def open_text(book: Notebook, start: int, end: int) -> str:
    """Text as typed, out of its quotes."""
    if end - start == 1 and book.line.tokens[start].kind is Kind.QUOTED:
        return book.line.tokens[start].text[1:-1].strip()
    return book.text(start, end)


def _subject(book: Notebook, caught: Captures, name: str = "people") -> tuple[Name, ...]:
    """Who is named; where nobody is ("…, needs a copywriter"), the people named last."""
    people = caught.people(name)
    if people is None:
        if not any(draft.who() for draft in book.drafts):
            return ()
        people = People(book.line, caught.start, caught.start + 1, pronoun=True)
    return book.who(people)


def _asked(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    people = _subject(book, caught) + book.who(caught.people("also"))
    return [_plain(book, caught, Asked(book.line.on, people), text="target")] if people else None


def _answer(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    """One statement per person; "introduced" makes the introduction as well."""
    on, answer = book.line.on, Answer(args[0])
    introduced = book.who(caught.people("to"))
    people = _subject(book, caught)
    drafts: list[Draft] = []
    if answer is Answer.INTRODUCED:
        drafts += [
            PlainDraft(prototype=Introduced(on, name, introduced), people=introduced) for name in people
        ]
    drafts += [PlainDraft(prototype=Answered(on, name, answer, introduced), people=people) for name in people]
    return drafts


def _introduced(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    on = book.line.on
    to = book.who(caught.people("to"))
    if args[0] == "mine":
        people = (*_subject(book, caught), *to)
        made = Introduced(on, None, people)
        return [PlainDraft(prototype=made, people=people)] if len(people) > 1 else None
    introducer = _subject(book, caught)
    if not introducer or not to:
        return None
    return [PlainDraft(prototype=Introduced(on, name, to), people=to) for name in introducer]


def _pitch(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    single = caught.pair("org") or caught.pair("korg")
    pairs = (single,) if single else caught.value("orgs", tuple) or ()
    person = next(iter(book.who(caught.people("person"))), None)
    drafts: list[Draft] = []
    for start, end in pairs:
        draft = PitchDraft(
            organisation=open_text(book, start, end),
            span=book.span(start, end),
            stage=Stage(args[0]),
            person=person,
        )
        due = caught.value("due", When)
        if due is not None:
            set_when(draft, due if due.lean else replace(due, lean=1))
            book.ask(due.doubt, *caught.range("due"))
        drafts.append(draft)
    return drafts or None


def _promise(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    inside = caught.pair("what") or (0, 0)
    named = caught.people() or (People(book.line, *inside) if args[0] == "mine" else None)
    people = book.who(named) or _subject(book, caught)
    made = Promised(book.line.on, people, "", by_me=args[0] == "mine")
    return [_plain(book, caught, made, text="what")] if people else None


def _help(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    people = _subject(book, caught)
    slot = "what" if caught.pair("what") else "thing"
    made = Helped(book.line.on, people, "", by_me=args[0] == "mine")
    draft = _plain(book, caught, made, text="what", slot=slot)
    return [draft] if people else None


def _need(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    people = () if args[0] == "mine" else _subject(book, caught)
    start = (caught.pair("what") or (0, 0))[0]
    is_task = args[0] == "mine" and book.line.folds[start] in book.line.lexicon.infinitives
    if is_task or (not people and args[0] != "mine"):
        return None
    return [_plain(book, caught, Needs(book.line.on, people, ""), text="what")]


def _offer(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    people = () if args[0] == "mine" else _subject(book, caught)
    if not people and args[0] != "mine":
        return None
    return [_plain(book, caught, Offers(book.line.on, people, ""), text="what")]


def _follow(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    """Without people named, the people of the line; without a day, soon."""
    named = caught.people()
    recent = next((draft.who() for draft in reversed(book.drafts) if draft.who()), ())
    people = book.who(named) if named else recent
    soon = min(book.line.on, date.max - _SOON) + _SOON
    made = FollowUp(book.line.on, people, soon, what=" ".join(args))
    draft = _plain(book, caught, made, text="what")
    return [draft]


def _feel(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    """Energy and pressure said one after the other are one check-in."""
    last = book.drafts[-1] if book.drafts else None
    if isinstance(last, CheckInDraft) and complete_check_in(book, last, args[0], caught):
        return []
    draft = CheckInDraft()
    return [draft] if complete_check_in(book, draft, args[0], caught) else None


def _opened(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    gathering = caught.value("gathering", GatheringName)
    people = book.who(caught.people())
    made = Opened(book.line.on, "", people, gathering)
    return [_plain(book, caught, made, text="what")]


def _plan(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    gathering = caught.value("gathering", GatheringName)
    inviter = next(iter(book.who(caught.people("by"))), None)
    if gathering and inviter:
        gathering = replace(gathering, invited_by=inviter)
    return [PlannedDraft(gathering=gathering)] if gathering else None


def _fact(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    people = _subject(book, caught)
    on = book.line.on
    drafts: list[Draft] = []
    if args[0] in (Trait.EMAIL, Trait.PHONE):
        value = book.text(*(caught.pair("what") or (0, 0)))
        return [PlainDraft(prototype=About(on, people, Trait(args[0]), value), people=people)]
    if args[0] == Trait.FROM:
        value, words = book.text(*(caught.pair("what") or (0, 0))), book.text(caught.start, caught.end)
        return [PlainDraft(prototype=About(on, people, Trait.FROM, value, words), people=people)]
    for slot, trait in (("what", Trait(args[0])), ("role", Trait.ROLE)):
        if caught.pair(slot) or (slot == "what" and people):
            text = "value" if caught.pair(slot) else ""
            drafts.append(_plain(book, caught, About(on, people, trait), text=text, slot=slot))
    return drafts if people else None


def _correction(book: Notebook, args: list[str], caught: Captures) -> list[Draft] | None:
    from rapport.formats.quicklog import corrections  # start-up counts: few lines correct another

    return corrections.begin(book, args, caught)


_MAKERS: dict[str, Callable[[Notebook, list[str], Captures], list[Draft] | None]] = {
    "encounter": encounters.begin,
    "asked": _asked,
    "answer": _answer,
    "introduced": _introduced,
    "pitch": _pitch,
    "promise": _promise,
    "help": _help,
    "need": _need,
    "offer": _offer,
    "follow": _follow,
    "feel": _feel,
    "opened": _opened,
    "plan": _plan,
    "fact": _fact,
    "correct": _correction,
}
