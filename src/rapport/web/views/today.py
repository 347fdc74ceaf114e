"""The page a day begins with."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from rapport import clock
from rapport.domain.asks.asks import Answer
from rapport.domain.asks.letters import Letter, Own
from rapport.domain.challenge.challenge import Challenge
from rapport.domain.coach.cards import Action, Candidate, Kind
from rapport.domain.coach.open_things import NearGathering, OpenFollowUp, OpenPromise, Who
from rapport.domain.values import dataclass
from rapport.services.asks import introduction_pages, letters
from rapport.services.asks.introduction_pages import Open
from rapport.services.coach import today as days
from rapport.services.coach.today import TodayPage
from rapport.services.journal import undo
from rapport.services.owners import OwnerView
from rapport.web import coaching
from rapport.web.caching import unchanged_is_304
from rapport.web.days import squares
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, show
from rapport.wording import board as board_words
from rapport.wording import card_numbers, cards, dates, drafts
from rapport.wording import introductions as introduction_words
from rapport.wording.letters import language
from rapport.wording.words import heading

SHOWN: Final = 5  # rows of each kind of open thing
MINUTES: Final = (10, 30, 60)  # how long one may say one has

GATHERINGS: Final = {  # where such a card is done
    Kind.GO_TO_GATHERING: ("gathering-before", gettext_lazy("Before you go")),
    Kind.DEBRIEF: ("gathering-debrief", gettext_lazy("Tell of it in a minute")),
}
PITCHES: Final = frozenset({Kind.PITCH, Kind.NUDGE_PITCH})  # cards done at the desk of a pitch
PEOPLE: Final = frozenset(  # cards that name somebody by id
    {Kind.FOLLOW_UP_HELLO, Kind.ANSWER, Kind.ASK, Kind.RECONNECT, Kind.FOLLOW_UP, Kind.KEEP_PROMISE}
)


@dataclass(frozen=True, slots=True)
class CardView:
    """A card as `action_card` draws it."""

    id: str
    way_label: str
    title: str
    people: tuple[dict[str, str], ...]
    minutes: int | None
    why: str
    first_step: str  # a link, or nothing
    numbers: list[tuple[str, str]]
    draft: Letter | None


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """Today, or the welcome where nothing is set up yet."""
    owner = owner_of(request)
    if not owner.is_set_up and not undo.recent(owner.id, 1):  # the daily round moves the revision too
        return go("welcome")
    today = today_of(owner)
    minutes = minutes_in(request.GET.get("minutes", ""))
    told = days.open_today(owner.id, today, minutes=minutes)
    request.challenge_day = told.day_number  # type: ignore[attr-defined]  # for the letterhead
    return show(request, "today/page", _context(told, owner, minutes))


@require_POST
def feel(request: HttpRequest) -> HttpResponse:
    """One tap on a face; the plan reshapes at once, and says how."""
    owner = owner_of(request)
    level = request.POST.get("energy", "")
    if level in {"1", "2", "3", "4", "5"}:
        batch = days.feel(owner.id, today_of(owner), energy=int(level), at=clock.now())
        done(request, _("Noted: energy %(level)s of 5.") % {"level": level}, batch)
    return go("today", minutes=minutes_in(request.POST.get("minutes", "")))


def _context(told: TodayPage, owner: OwnerView, minutes: int | None) -> dict[str, Any]:
    challenge = told.challenge
    own = letters.own(owner.id, language())
    return {
        "page": told,
        "heading": _heading(told),
        "date": capfirst(dates.day(told.on)),
        "moment": told.moment.value,
        "shape": cards.day_in_words(told.plan, told.energy, told.felt),
        "change": coaching.change(told),
        "hours": coaching.hours(told),
        "others": coaching.others(told),
        "is_rest": told.plan.shape.value == "rest",
        "days": squares(told.board, told.on) if told.board else (),
        "days_label": _board_label(challenge),
        "tally": board_words.tally(told.board) if told.board else "",
        "cards": [_card(action, told, owner, own) for action in told.plan.actions],
        "given": cards.minutes(_about(told.plan.minutes)),
        "minutes": minutes,
        "minutes_choices": [{"value": n, "label": cards.minutes(n)} for n in MINUTES],
        "done_count": len(told.done),
        "goals": [{"label": heading(goal.way), "done": goal.done, "of": goal.of} for goal in told.goals],
        "groups": _open_things(told, introduction_pages.agenda(owner.id, told.on).mine),
        "awaited": _awaited(told),
        "days_to_go": (challenge.starts_on - told.on).days if challenge else 0,
        "intention": challenge.intention if challenge else "",
        "starts_on": dates.day(challenge.starts_on, told.on) if challenge else "",
    }


def _heading(told: TodayPage) -> str:
    if told.day_number and told.challenge:
        return board_words.of_challenge(told.challenge, told.on)
    return _("Today")


def _board_label(challenge: Challenge | None) -> str:
    return _("The days of %(name)s") % {"name": challenge.name or _("your challenge")} if challenge else ""


def _card(action: Action, told: TodayPage, owner: OwnerView, own: Own) -> CardView:
    card, actions = action.candidate, told.plan.actions
    return CardView(
        id=card.key,
        way_label=heading(card.way),
        title=cards.title(card),
        people=_people(action),
        minutes=_about(card.minutes),
        why=coaching.why(action, actions),
        first_step=_where_to(card, told.challenge),
        numbers=card_numbers.behind(action, actions),
        draft=drafts.letter(card, owner.name, owner.about, own),
    )


def _where_to(card: Candidate, challenge: Challenge | None) -> str:
    """A link to the page where it is done, for cards that are done here."""
    goals = reverse("challenge-edit", args=[challenge.id]) if challenge else reverse("challenge-new")
    where = {
        Kind.CHOOSE_GOALS: (goals, _("Choose them here")),
        Kind.LOG_SOMEONE: (reverse("quicklog"), _("Write a line about them")),
        Kind.FIND_GATHERING: (reverse("gatherings"), _("Look at your gatherings")),
        Kind.GIVE: (reverse("give"), _("See who needs what")),
        Kind.ASK: (reverse("ask-new"), _("A new ask")),
        Kind.RECONNECT: (reverse("reconnect"), _("Others you lost touch with")),
    }.get(card.kind)
    if card.kind in PITCHES and card.subject_id:
        where = reverse("pitch", args=[card.subject_id]), _("Open the pitch")
    if card.kind in GATHERINGS and card.subject_id:
        name, said = GATHERINGS[card.kind]
        where = reverse(name, args=[card.subject_id]), str(said)
    return format_html('<a href="{}">{}</a>', *where) if where else ""


def _people(action: Action) -> tuple[dict[str, str], ...]:
    card = action.candidate
    if card.kind not in PEOPLE or card.subject_id is None:
        return ()
    return ({"name": card.subject, "url": reverse("person", args=[card.subject_id])},)


def _open_things(told: TodayPage, introductions: Sequence[Open]) -> list[dict[str, Any]]:
    """What wants a look today, in groups; an empty group is not shown."""
    today, shown = told.on, {action.candidate.key for action in told.plan.actions}
    groups = [
        _group(_("Today’s gatherings"), "gatherings", [_gathering(g) for g in told.gatherings]),
        _group(_("To follow up"), "follow-ups", [_follow_up(step, today) for step in told.follow_ups]),
        _group(
            _("They wrote to you"), "people", [_person(m.who, m.note, m.on, today) for m in told.messages]
        ),
        _group(
            _("Help you promised"),
            "give",
            [_promise(p, today) for p in told.promises if f"{Kind.KEEP_PROMISE}:{p.id}" not in shown],
        ),
        _group(_("Introductions"), "introductions", [_introduction(each) for each in introductions]),
    ]
    return [group for group in groups if group["rows"]]


def _awaited(told: TodayPage) -> list[dict[str, str]]:
    """What is in others' hands: counted, not listed, for nothing is to be done about it."""
    thinking = sum(one.ask.answer is Answer.THINKING for one in told.asks)
    asks, pitches = len(told.asks) - thinking, sum(not sent.pitch.came_of_it for sent in told.pitches)
    said = []
    if asks:
        text = ngettext("%(count)s ask is unanswered", "%(count)s asks are unanswered", asks)
        said.append({"text": text % {"count": asks}, "url": reverse("asks")})
    if thinking:
        text = ngettext(
            "%(count)s person is thinking about it", "%(count)s people are thinking about it", thinking
        )
        said.append({"text": text % {"count": thinking}, "url": reverse("asks")})
    if pitches:
        text = ngettext(
            "%(count)s pitch waits for an answer", "%(count)s pitches wait for an answer", pitches
        )
        said.append({"text": text % {"count": pitches}, "url": reverse("pitches")})
    return said


def _group(title: str, more: str, rows: list[dict[str, str]]) -> dict[str, Any]:
    """The first few; the rest stay on their own page."""
    return {
        "title": title,
        "rows": rows[:SHOWN],
        "more": max(0, len(rows) - SHOWN),
        "more_url": reverse(more),
    }


def _line(name: str, url: str = "", meta: str = "", end: str = "", done: str = "") -> dict[str, str]:
    return {"name": name, "url": url, "meta": meta, "end": end, "done": done, "keep": ""}


def _gathering(near: NearGathering) -> dict[str, str]:
    """Before and after, for nobody knows when it is over."""
    links = format_html(
        '<a href="{}">{}</a> <a href="{}">{}</a>',
        reverse("gathering-before", args=[near.id]),
        _("Before you go"),
        reverse("gathering-debrief", args=[near.id]),
        _("Tell of it"),
    )
    return _line(near.name, reverse("gathering", args=[near.id]), end=links)


def _introduction(each: Open) -> dict[str, str]:
    address = reverse("introduction", args=[each.row.id])
    return _line(introduction_words.title(each.row), address, introduction_words.todo(each))


def _follow_up(step: OpenFollowUp, today: date) -> dict[str, str]:
    end, finished = dates.spoken_day(step.due_on, today), reverse("follow-up-done", args=[step.id])
    if step.who is None:
        return _line(step.what, end=end, done=finished)
    return _line(step.who.name, reverse("person", args=[step.who.id]), step.what, end, finished)


def _person(who: Who, meta: str, since: date, today: date) -> dict[str, str]:
    return _line(who.name, reverse("person", args=[who.id]), meta, _since(since, today))


def _promise(promise: OpenPromise, today: date) -> dict[str, str]:
    row = _person(promise.who, promise.what, promise.promised_on, today)
    return row | {"keep": reverse("help-keep", args=[promise.id])}


def _since(day: date | None, today: date) -> str:
    return dates.ago((today - day).days) if day else ""


def _about(minutes: int) -> int:
    """As one would say it: nobody plans 38 minutes."""
    return minutes if minutes < 10 else 5 * round(minutes / 5)


def minutes_in(text: str) -> int | None:
    """How long the user says they have; anything else is unsaid."""
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= 600 else None
