"""Introductions: what is next and why, what was done, and the letters each step takes."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.domain.asks.introductions import Because, Move, Role, Side, Step, Taken, Todo
from rapport.domain.asks.letters import Letter, LetterKind, Own, Place
from rapport.domain.values import dataclass
from rapport.services.asks.introduction_pages import Open
from rapport.services.asks.introductions import IntroductionRow
from rapport.wording import letters
from rapport.wording.dates import ago

ROLES: Final[Mapping[Role, Promise]] = {
    Role.MADE: gettext_lazy("You bring them together"),
    Role.RECEIVED: gettext_lazy("%(introducer)s brings you together"),
    Role.HEARD: gettext_lazy("%(introducer)s brings them together"),
}
ROLES_PAST: Final[Mapping[Role, Promise]] = {
    Role.MADE: gettext_lazy("You brought them together"),
    Role.RECEIVED: gettext_lazy("%(introducer)s brought you together"),
    Role.HEARD: gettext_lazy("%(introducer)s brought them together"),
}
TODOS: Final[Mapping[Todo, Promise]] = {
    Todo.ASK: gettext_lazy("Ask %(who)s"),
    Todo.WAIT: gettext_lazy("Wait for %(who)s"),
    Todo.CONNECT: gettext_lazy("Connect %(one)s and %(other)s"),
    Todo.ANSWER: gettext_lazy("Say yes or no to %(introducer)s"),
    Todo.GREET: gettext_lazy("Write to %(who)s"),
    Todo.CHECK: gettext_lazy("Ask how it went"),
}
BECAUSE: Final[Mapping[Because, Promise]] = {
    Because.FIRST: gettext_lazy("Nobody has been asked yet. Each side is, before you connect them."),
    Because.GIVER_FIRST: gettext_lazy("%(who)s has what %(beside)s looks for, and so is asked first."),
    Because.OTHER_SAID_YES: gettext_lazy("%(beside)s said yes %(ago)s."),
    Because.BOTH_SAID_YES: gettext_lazy("Both said yes."),
    Because.ASKED_LATELY: gettext_lazy("You asked %(who)s %(ago)s. A week is a friendly time to answer."),
    Because.SILENT: gettext_lazy(
        "You asked %(who)s %(ago)s, and nothing has come back. Ask once more, or let it go."
    ),
    Because.OFFERED: gettext_lazy("%(introducer)s would introduce you to %(one)s. Both answers are fine."),
    Because.I_SAID_YES: gettext_lazy("You said yes. It is with %(introducer)s now."),
    Because.CONNECTED_LATELY: gettext_lazy("You connected them %(ago)s. Give them a week to find a moment."),
    Because.A_WEEK_SINCE: gettext_lazy("You connected them %(ago)s. They may like to be asked."),
}
BECAUSE_TO_ME: Final[Mapping[Because, Promise]] = {
    Because.SILENT: gettext_lazy(
        "You said yes %(ago)s, and nothing has come of it yet. A line to %(introducer)s is fine."
    ),
    Because.CONNECTED_LATELY: gettext_lazy(
        "%(introducer)s brought you together %(ago)s. The first lines are easiest soon after."
    ),
    Because.A_WEEK_SINCE: gettext_lazy("%(introducer)s brought you together %(ago)s."),
}
DONE: Final[Mapping[Move, Promise]] = {  # as a line of what was done
    Move.ASKED: gettext_lazy("You asked %(who)s"),
    Move.AGREED: gettext_lazy("%(who)s said yes"),
    Move.DECLINED: gettext_lazy("%(who)s said no"),
    Move.CONNECTED: gettext_lazy("You connected them"),
    Move.HAPPENED: gettext_lazy("They talked"),
    Move.DID_NOT: gettext_lazy("They never talked"),
}
DONE_TO_ME: Final[Mapping[Move, Promise]] = {
    Move.ASKED: gettext_lazy("%(introducer)s asked you"),
    Move.AGREED: gettext_lazy("You said yes"),
    Move.DECLINED: gettext_lazy("You said no"),
    Move.CONNECTED: gettext_lazy("%(introducer)s brought you together"),
    Move.HAPPENED: gettext_lazy("You talked"),
    Move.DID_NOT: gettext_lazy("You never talked"),
}
TAPS: Final[Mapping[Move, Promise]] = {  # as what one says oneself
    Move.ASKED: gettext_lazy("I asked %(who)s"),
    Move.AGREED: gettext_lazy("%(who)s said yes"),
    Move.DECLINED: gettext_lazy("%(who)s said no"),
    Move.CONNECTED: gettext_lazy("I connected them"),
    Move.HAPPENED: gettext_lazy("They talked"),
    Move.DID_NOT: gettext_lazy("They never talked"),
}
TAPS_TO_ME: Final[Mapping[Move, Promise]] = {
    Move.ASKED: gettext_lazy("I was asked"),
    Move.AGREED: gettext_lazy("I said yes"),
    Move.DECLINED: gettext_lazy("I said no"),
    Move.CONNECTED: gettext_lazy("We are in touch"),
    Move.HAPPENED: gettext_lazy("We talked"),
    Move.DID_NOT: gettext_lazy("We never talked"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter that a step takes, and what it is."""

    kind: LetterKind
    label: str
    letter: Letter


def title(row: IntroductionRow) -> str:
    """Whom it is about."""
    if row.other:
        return _("%(one)s and %(other)s") % {"one": row.person.name, "other": row.other.name}
    return row.person.name


def role(row: IntroductionRow) -> str:
    """Who brings whom together, or brought."""
    roles = ROLES_PAST if row.step in (Step.CONNECTED, Step.HAPPENED) else ROLES
    return str(roles[row.role]) % _names(row, None)


def todo(each: Open) -> str:
    """What is next; "" when nothing is."""
    if each.next is None:
        return ""
    side = None if each.row.role is Role.RECEIVED and each.next.what is Todo.WAIT else each.next.side
    names = _names(each.row, side)
    if each.next.what is Todo.WAIT and side is None:
        names["who"] = names["introducer"] if each.row.introducer else title(each.row)
    if each.next.what is Todo.CHECK and each.row.role is Role.RECEIVED:
        return _("Did you talk?")
    return str(TODOS[each.next.what]) % names


def because(each: Open, today: date) -> str:
    """Why that is next; what came of it where nothing is."""
    if each.next is None:
        return _outcome(each)
    to_me = BECAUSE_TO_ME if each.row.role is Role.RECEIVED else {}
    sentence = to_me.get(each.next.because) or BECAUSE[each.next.because]
    since = ago((today - each.next.since).days) if each.next.since else ""
    return str(sentence) % (_names(each.row, each.next.side) | {"ago": since})


def _outcome(each: Open) -> str:
    now, to_me = each.now, each.row.role is Role.RECEIVED
    if now.happened is False:
        return _("You never talked. That happens.") if to_me else _("They never talked. That happens.")
    if now.step is Step.DECLINED:
        return _("One side said no, and that is a good answer too.")
    if now.step is Step.HAPPENED or each.met_on:
        return _("You talked.") if to_me else _("They talked.")
    if now.step is Step.CONNECTED:
        return _("You are in touch.") if to_me else _("They are in touch.")
    return _("Nothing came of it. It can rest.")


def done(row: IntroductionRow, taken: Taken) -> str:
    """A move, as a line of what was done."""
    lines = DONE_TO_ME if row.role is Role.RECEIVED else DONE
    if row.role is Role.HEARD and taken.move is Move.CONNECTED:
        return str(ROLES_PAST[Role.HEARD]) % _names(row, None)
    if taken.move is Move.DECLINED and taken.side is None:
        return _("One side said no")
    return str(lines[taken.move]) % _names(row, taken.side)


def tap(row: IntroductionRow, move: Move, side: Side | None) -> str:
    """A move, as one says that it was done."""
    taps = TAPS_TO_ME if row.role is Role.RECEIVED else TAPS
    return str(taps[move]) % _names(row, side)


def why(need: str, offer: str, seeker: str, giver: str) -> str:
    """What they may have for each other, as a sentence to start from."""
    return _("%(seeker)s looks for: %(need)s. %(giver)s can give: %(offer)s.") % {
        "seeker": seeker,
        "need": need,
        "giver": giver,
        "offer": offer,
    }


def drafts(each: Open, emails: Mapping[UUID, str], me: str, about: str, own: Own) -> Iterator[Draft]:
    """The letters that the next step takes, or its end."""
    row = each.row

    def write(kind: LetterKind, label: str, to: Side | None, *, both: bool = False) -> Draft:
        whom = row.introducer if to is None else row.other if to is Side.OTHER else row.person
        beside = (
            row.person if to is None else row.introducer or (row.person if to is Side.OTHER else row.other)
        )
        assert whom
        assert beside
        values: dict[str, str] = {
            Place.FIRST: letters.first(whom.name),
            Place.NAME: whom.name,
            Place.OTHER: beside.name,
            Place.OTHER_FIRST: letters.first(beside.name),
            Place.WHY: row.why,
            Place.ME: me,
            Place.ABOUT: about,
        }
        to_whom = [emails.get(one.id, "") for one in ((whom, beside) if both else (whom,))]
        letter = letters.write(kind, values, own, ", ".join(filter(None, to_whom)))
        return Draft(kind, label % {"name": whom.name}, letter)

    if row.role is Role.RECEIVED:
        yield from _to_me(each, write)
    elif row.role is Role.MADE:
        yield from _between(each, write)


Write = Callable[..., Draft]


def _to_me(each: Open, write: Write) -> Iterator[Draft]:
    what = each.next.what if each.next else None
    if what is Todo.ANSWER:
        yield write(LetterKind.AGREE, _("A yes to %(name)s"), None)
        yield write(LetterKind.NO_THANKS, _("A kind no to %(name)s"), None)
    elif what is Todo.GREET:
        yield write(LetterKind.GREET, _("First lines to %(name)s"), Side.PERSON)
    elif each.now.step is Step.DECLINED:
        yield write(LetterKind.NO_THANKS, _("A kind no to %(name)s"), None)
    elif each.now.connected_on and each.now.happened is not False:
        yield write(LetterKind.THANKS, _("Thanks to %(name)s"), None)


def _between(each: Open, write: Write) -> Iterator[Draft]:
    what, now = each.next.what if each.next else None, each.now
    if each.next and what is Todo.ASK:
        yield write(LetterKind.OPT_IN, _("A question to %(name)s"), each.next.side)
    elif what is Todo.CONNECT:
        yield write(LetterKind.CONNECT, _("A letter to both"), Side.PERSON, both=True)
    elif what is Todo.CHECK:
        for side in Side:
            yield write(LetterKind.DID_IT_HAPPEN, _("A question to %(name)s"), side)
    elif now.step is Step.DECLINED:
        for side in Side:
            if (side in now.asked or side in now.agreed) and side not in now.declined:
                yield write(LetterKind.NOT_NOW, _("A line to %(name)s, so that they do not wait"), side)


def _names(row: IntroductionRow, side: Side | None) -> dict[str, str]:
    one, other = row.person.name, row.other.name if row.other else ""
    return {
        "one": one,
        "other": other,
        "who": other if side is Side.OTHER and other else one,
        "beside": one if side is Side.OTHER else other,
        "introducer": row.introducer.name if row.introducer else "",
    }
