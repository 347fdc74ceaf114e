"""Encounters: who, by which channel, at which gathering, how deep and how memorable."""

from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.quicklog.quicklog import About, GatheringName, Name, Question, Trait
from rapport.domain.text import fold
from rapport.formats.quicklog.captures import Captures
from rapport.formats.quicklog.drafts import Draft, EncounterDraft, MetDraft, PlainDraft
from rapport.formats.quicklog.index import CORRECTING
from rapport.formats.quicklog.line import Found, Line
from rapport.formats.quicklog.notebook import Notebook
from rapport.formats.quicklog.people import People, next_item, people_at
from rapport.formats.quicklog.textline import SEPARATORS

_REMOTE = frozenset({Channel.EMAIL, Channel.MESSAGE, Channel.PHONE})
_CALLS = frozenset({Channel.PHONE, Channel.VIDEO, Channel.MESSAGE})
_FILLS_GAPS = frozenset({"at", "with", "others", "minutes", "memorable"})


def begin(book: Notebook, args: list[str], caught: Captures) -> list[Draft]:
    """ "encounter phone mutual [hello] [lost] [deep]" with whom and where its pattern caught."""
    draft = EncounterDraft(channel=Channel(args[0]), direction=Direction(args[1]))
    draft.add(book.who(caught.people()))
    draft.gathering = caught.value("gathering", GatheringName)
    draft.minutes = caught.value("minutes", int)
    draft.others = caught.value("n", int) or max(0, (caught.value("count", int) or 0) - len(draft.people))
    draft.substance = caught.value("depth", bool)
    draft.memorable = False if "hello" in args else None
    draft.lost_touch = "lost" in args
    if "shallow" in args:
        draft.substance = False
    introducer = next(iter(book.who(caught.people("by"))), None)
    for met in draft.people:
        met.introducer = introducer
    return [draft]


def is_alone(line: Line, at: int, found: Found) -> bool:
    """ "went for a walk, saw nobody": a meeting verb in a sentence that names no one and says so."""
    named = any(isinstance(caught.value, People | GatheringName) for caught in found.match.caught)
    if named or not found.key.startswith("encounter"):
        return False
    start = end = at
    while start and not line.is_hard(start - 1):
        start -= 1
    while end < line.size and not line.is_hard(end):
        end += 1
    said = any((more := line.modifier(place)) and more.key == "alone" for place in range(start, end))
    return said and all(line.name(place) is None for place in range(start, end))


def called_off(line: Line) -> list[int]:
    """Where something is said to be cancelled or moved; "annule" alone is an order, "annulé" is not."""
    return [
        place
        for place in range(1, line.size)
        if (found := line.modifier(place)) is not None
        and found.key == "called off"
        and not (line.folds[place - 1] in SEPARATORS and line.tokens[place].text.lower() in CORRECTING)
    ]


def is_called_off(line: Line, at: int, off: int) -> bool:
    """ "coffee with Mary was cancelled": it did not take place, unless another is said to have cancelled."""
    if any(line.is_hard(place) for place in range(at, off)):
        return False
    clause = max((place + 1 for place in range(at, off) if line.folds[place] in SEPARATORS), default=at)
    return clause == at or all(line.name(place) is None for place in range(clause, off))


def absorb(book: Notebook, met: Draft) -> bool:
    """ "went to the conference: met Sue, said hello to Tom" is one encounter: the later people join it."""
    last = book.drafts[-1] if book.drafts else None
    if not isinstance(last, EncounterDraft) or not isinstance(met, EncounterDraft) or not met.people:
        return False
    fits = last.gathering is not None and met.gathering is None and met.minutes is None
    in_person = last.channel is Channel.IN_PERSON is met.channel and not met.lost_touch
    near = last.sentence == book.sentence or not last.people
    if not (fits and in_person and near) or met.when is not None:
        return False
    last.add(met.who())
    for joined, named in zip(last.people[last.last_list :], met.people, strict=True):
        joined.memorable, joined.introducer = met.memorable, named.introducer
    return True


def begin_bare(book: Notebook, at: int) -> tuple[EncounterDraft, int] | None:
    """ "Mary and Tom at Freelance Friday", "12 hellos": people or a gathering, and nothing else."""
    line = book.line
    named = people_at(line, at)
    has_names = named is not None and not named[0].pronoun
    start = named[1] if named and has_names else at
    end, keys = start, set[str]()
    while not line.ends_at(end):
        found = line.modifier(line.past_breaks(end))
        if found is None:
            return None
        keys.add(found.key.split()[0])
        end = found.match.end
    if not keys & ({"at"} if has_names else {"at", "others"}):
        return None
    draft = EncounterDraft(start=at)
    draft.add(book.who(named[0]) if named and has_names else ())
    return draft, start


def complete(
    book: Notebook, draft: EncounterDraft, key: str, args: list[str], caught: Captures, *, adjacent: bool
) -> bool:
    """Adds one completion; False when it does not fit."""
    if not adjacent and key not in _FILLS_GAPS:
        return False
    if key == "with":
        return _add_people(book, draft, caught)
    if key == "at":
        return _set_gathering(book, draft, caught, may_be_city="city" in args)
    if key == "lives":
        is_remote = draft.channel is not Channel.IN_PERSON
        return is_remote and _set_city(book, draft, caught.pair("city") or (0, 0))
    if key == "whence":
        return adjacent and _set_whence(book, draft, caught)
    if key == "unanswered":
        return _set_unanswered(draft)
    if key == "works":
        return _set_organisation(book, draft, caught)
    if key == "introducer":
        return _set_introducer(book, draft, caught)
    if key == "memorable":
        _set_memorable(book, draft, caught, value=args[0] == "yes")
    elif key == "channel":
        _set_channel(draft, Channel(args[0]))
    elif key == "others":
        draft.others += caught.value("n", int) or 0
    elif key == "substance":
        draft.substance = args[0] == "yes"
    elif key == "lost":
        draft.lost_touch = True
    elif key == "minutes" and draft.minutes is None:
        draft.minutes = caught.value("minutes", int)
    else:
        return False
    return True


def _add_people(book: Notebook, draft: EncounterDraft, caught: Captures) -> bool:
    draft.add(book.who(caught.people()))
    return True


def _set_gathering(book: Notebook, draft: EncounterDraft, caught: Captures, *, may_be_city: bool) -> bool:
    gathering = caught.value("gathering", GatheringName)
    if gathering is None or draft.gathering is not None:
        return False
    start, end = caught.range("gathering")
    is_known = book.line.known.at(book.line.folds, start) is not None
    is_place = may_be_city and not is_known and book.line.tokens[start].is_capital
    if is_place and draft.channel is not Channel.IN_PERSON and _set_city(book, draft, (start, end)):
        return True
    if draft.channel in _REMOTE and not is_known:
        return False
    draft.gathering = gathering
    return True


def _set_organisation(book: Notebook, draft: EncounterDraft, caught: Captures) -> bool:
    """ "called Sue at Acme": where she works, when Acme is a known organisation."""
    pair = caught.pair("korg")
    if len(draft.people) != 1 or pair is None:
        return False
    return _state(book, draft, Trait.ORGANISATION, pair)


def _set_whence(book: Notebook, draft: EncounterDraft, caught: Captures) -> bool:
    """ "lunch with Priya from Berlin": a city or a firm, which only the map can tell."""
    pair = caught.pair("city")
    if len(draft.people) != 1 or pair is None:
        return False
    words = book.text(caught.start, caught.end)
    about = About(book.line.on, draft.who(), Trait.FROM, book.text(*pair), words)
    _put_before(book, draft, about)
    return True


def _set_city(book: Notebook, draft: EncounterDraft, place: tuple[int, int]) -> bool:
    """ "call with Priya in Mumbai": who is not met in person lives there."""
    return bool(draft.people) and _state(book, draft, Trait.CITY, place)


def _state(book: Notebook, draft: EncounterDraft, trait: Trait, value: tuple[int, int]) -> bool:
    """A fact about the people of the encounter, said before it."""
    _put_before(book, draft, About(book.line.on, draft.who(), trait, book.text(*value)))
    return True


def _put_before(book: Notebook, draft: EncounterDraft, about: About) -> None:
    place = book.drafts.index(draft)
    book.drafts.insert(place, PlainDraft(draft.start, draft.sentence, prototype=about, people=draft.who()))


def _set_unanswered(draft: EncounterDraft) -> bool:
    """A call nobody took went one way only."""
    if not may_go_unanswered(draft):
        return False
    draft.direction = Direction.OUTBOUND
    return True


def may_go_unanswered(draft: EncounterDraft) -> bool:
    """A call I made, or the message left after it."""
    return draft.channel in _CALLS and draft.direction is not Direction.INBOUND


def _set_channel(draft: EncounterDraft, channel: Channel) -> None:
    draft.channel = channel
    if channel.is_live:
        draft.direction = Direction.MUTUAL


def _set_introducer(book: Notebook, draft: EncounterDraft, caught: Captures) -> bool:
    introducer = next(iter(book.who(caught.people())), None)
    if introducer is None or not draft.people:
        return False
    for met in draft.people[-1:] if _means_last(book, draft, caught) else draft.people:
        met.introducer = met.introducer or introducer
    return True


def _set_memorable(book: Notebook, draft: EncounterDraft, caught: Captures, *, value: bool) -> None:
    people = caught.people()
    if people is not None:
        _mark(draft, book.who(people), value)
    elif draft.people and _means_last(book, draft, caught):
        draft.people[-1].memorable = value
    else:
        draft.memorable = value


def _mark(draft: EncounterDraft, names: tuple[Name, ...], value: bool) -> None:
    """ "memorable: Ana, Tom": they are, the others are not; whoever was not named yet is met too."""
    spelled = {fold(name.text) for name in names}
    missing = [name for name in names if all(not _same(met.name, name) for met in draft.people)]
    for met in draft.people:
        if fold(met.name.text) in spelled or any(_same(met.name, name) for name in names):
            met.memorable = value
        elif met.memorable is None:
            met.memorable = not value
    draft.people += [MetDraft(name, value) for name in missing]


def _same(met: Name, named: Name) -> bool:
    """ "Priya" again after "Priya Shah"."""
    long, short = fold(met.text), fold(named.text)
    return long == short or long.startswith(short + " ")


def _means_last(book: Notebook, draft: EncounterDraft, caught: Captures) -> bool:
    """Inside parentheses within a list, only the person named just before is meant."""
    return book.depth > 0 and (draft.lists > 1 or _list_goes_on(book, caught.end))


def _list_goes_on(book: Notebook, at: int) -> bool:
    line = book.line
    while at < line.size and not line.is_hard(at):
        if line.folds[at] == ")":
            return next_item(line, at + 1) is not None
        at += 1
    return False


def join_people(book: Notebook, at: int) -> int | None:
    """The list of people goes on after a parenthesis: "Ana (memorable), Tom and Sue"."""
    draft = next((draft for draft in reversed(book.drafts) if isinstance(draft, EncounterDraft)), None)
    following = next_item(book.line, at)
    found = people_at(book.line, following) if following is not None else None
    if draft is None or not draft.people or found is None:
        return None
    draft.add(found[0].names)
    return found[1]


def check(book: Notebook, draft: EncounterDraft, span: tuple[int, int]) -> None:
    """An encounter with nobody and nowhere asks who it was."""
    if not draft.people and draft.gathering is None:
        book.ask(Question.WHO, *span)
