"""What may complete a statement already begun: where, when, how long, through whom, how it was."""

from dataclasses import replace
from datetime import time

from rapport.domain.quicklog.quicklog import GatheringName, Question
from rapport.formats.quicklog import encounters
from rapport.formats.quicklog.amounts import is_level
from rapport.formats.quicklog.captures import Captures
from rapport.formats.quicklog.drafts import (
    CheckInDraft,
    Draft,
    EncounterDraft,
    PitchDraft,
    PlainDraft,
    PlannedDraft,
)
from rapport.formats.quicklog.line import Found
from rapport.formats.quicklog.notebook import Notebook
from rapport.formats.quicklog.pattern import Caught
from rapport.formats.quicklog.when import When

_DETAILS = frozenset({"size", "stretch", "invited", "found", "hour"})


def complete(book: Notebook, draft: Draft, found: Found, *, adjacent: bool) -> bool:
    """Adds the completion to the statement; False when it does not fit there.

    Words nobody understood may stand between (`adjacent` False): then only what is still missing is taken.
    """
    if draft.is_correction:
        from rapport.formats.quicklog import corrections  # start-up counts: few lines correct another

        return corrections.complete(book, draft, found)
    key, *args = found.key.split()
    caught = Captures(found.match)
    if key == "when":
        return _take_when(book, draft, caught, adjacent=adjacent)
    if key in _DETAILS:
        return _take_detail(book, draft, key, caught)
    taken = False
    if isinstance(draft, EncounterDraft):
        taken = encounters.complete(book, draft, key, args, caught, adjacent=adjacent)
    elif isinstance(draft, PitchDraft):
        taken = complete_pitch(book, draft, key, args, caught)
    elif isinstance(draft, PlainDraft):
        taken = _complete_plain(book, draft, key, caught)
    if taken:
        _take_when(book, draft, caught, adjacent=True)
        for start, end in caught.unused():
            book.keep(start, end)
    return taken


def _take_when(book: Notebook, draft: Draft, caught: Captures, *, adjacent: bool) -> bool:
    when = caught.value("when", When)
    if when is None or (not adjacent and (when.lean > 0 or draft.when is not None)):
        return False
    return place_when(book, draft, Caught("when", when, *caught.range("when")))


def place_when(book: Notebook, draft: Draft, caught: Caught) -> bool:
    """Gives the statement a date, and asks what the date leaves open."""
    when = caught.value
    if not isinstance(when, When) or not set_when(draft, when):
        return False
    book.ask(when.doubt, caught.start, caught.end)
    if isinstance(draft, EncounterDraft) and when.lean > 0:
        book.ask(Question.FUTURE_DATE, caught.start, caught.end)
    return True


def set_when(draft: Draft, when: When) -> bool:
    """Puts a date where the statement has room: its day, or its deadline."""
    if isinstance(draft, PitchDraft | PlainDraft) and draft.has_deadline and _lies_ahead(draft, when):
        draft.due = when.coming
        return True
    if draft.when is not None or when.is_deadline:
        return False
    draft.when = when
    return True


def _lies_ahead(draft: PitchDraft | PlainDraft, when: When) -> bool:
    return when.is_deadline or when.lean > 0 or (when.lean == 0 and draft.is_ahead)


def _take_detail(book: Notebook, draft: Draft, key: str, caught: Captures) -> bool:
    """Size, stretch, invitation: of the gathering of an encounter, a plan or an opportunity."""
    if not isinstance(draft, EncounterDraft | PlannedDraft) or draft.gathering is None:
        return False
    if key == "hour" and not isinstance(draft, PlannedDraft):
        return False  # when somebody was met there, not when it began
    draft.gathering = _detailed(book, draft.gathering, key, caught)
    return True


def _detailed(book: Notebook, gathering: GatheringName, key: str, caught: Captures) -> GatheringName:
    if key == "size":
        return replace(gathering, size=caught.value("n", int))
    if key == "hour":
        return replace(gathering, starts_at=caught.value("clock", time))
    if key == "stretch":
        return replace(gathering, stretch=True)
    if key == "invited":
        return replace(gathering, invited_by=next(iter(book.who(caught.people())), gathering.invited_by))
    how = caught.pair("thing") or caught.pair("what")
    return replace(gathering, found=book.text(*how) if how else gathering.found)


def complete_pitch(book: Notebook, draft: PitchDraft, key: str, args: list[str], caught: Captures) -> bool:
    """How frightening it was, and whether an answer is expected."""
    if key == "hope":
        draft.hopeful = args[0] == "yes"
    elif key == "fright":
        level = caught.value("level", int) or int(args[0] if args else 4)
        if not is_level(level):
            book.ask(Question.OUT_OF_RANGE, *caught.range("level"))
            return False
        draft.fright = level
    elif key == "with" and draft.person is None:
        people = book.who(caught.people())
        draft.person = people[0] if len(people) == 1 else None
        return len(people) == 1
    else:
        return False
    return True


def complete_check_in(book: Notebook, draft: CheckInDraft, key: str, caught: Captures) -> bool:
    """The other of energy and pressure."""
    level = caught.value("level", int)
    if level is None:
        return False
    if not is_level(level):
        book.ask(Question.OUT_OF_RANGE, *caught.range("level"))
        return False
    if key == "energy" and draft.energy is None:
        draft.energy = level
    elif key == "pressure" and draft.pressure is None:
        draft.pressure = level
    else:
        return False
    return True


def _complete_plain(book: Notebook, draft: PlainDraft, key: str, caught: Captures) -> bool:
    """The people of a follow-up or an opportunity, named after it."""
    if key != "with" or draft.people or not draft.takes_people:
        return False
    draft.people = book.who(caught.people())
    draft.prototype = replace(draft.prototype, people=draft.people)
    return True
