"""rapport today: where the challenge stands, and what could be done now."""

import argparse
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.cli.output import OK, plain, print_json, say
from rapport.cli.session import Session, add_day, number, open_session
from rapport.domain.coach.cards import Action
from rapport.domain.coach.coach import Verdict, WhyNot
from rapport.services.coach.today import Moment, Other, TodayPage, open_today, why_not
from rapport.wording import coach
from rapport.wording.board import of_challenge
from rapport.wording.cards import day_in_words, minutes, title, why
from rapport.wording.dates import day, spoken_day
from rapport.wording.phrases import labelled

MOST_MINUTES = 24 * 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_day(parser, _("the day to plan; today where nothing is said"))
    parser.add_argument(
        "--energy", type=number(1, 5), metavar="N",
        help=_("plan for this energy, from 1 (low) to 5; “rapport log energy 2” keeps it"),
    )  # fmt: skip
    parser.add_argument(
        "--minutes", type=number(0, MOST_MINUTES), metavar="N", help=_("how many minutes are free today")
    )
    parser.add_argument(
        "--why-not",
        metavar="REF",
        help=_("why not this: a name, an organisation, or a card’s key"),
    )


def execute(args: argparse.Namespace) -> int:
    session = open_session(args.on)
    if args.why_not is not None:
        return _say_why_not(session, args.why_not, as_json=args.json)
    page = open_today(session.owner.id, session.today, energy=args.energy, minutes=args.minutes)
    if args.json:
        print_json(document(page))
    else:
        show(page)
    return OK


def _say_why_not(session: Session, wanted: str, *, as_json: bool) -> int:
    """The answer for each that goes by that name."""
    found = why_not(session.owner.id, session.today, wanted)
    if as_json:
        print_json([other(one) for one in found])
        return OK
    if not found:
        say(coach.why_not(WhyNot(Verdict.UNKNOWN)))
    for one in found:
        say(labelled(title(one.candidate), coach.why_not(one.why_not)))
    return OK


def other(one: Other) -> dict[str, Any]:
    """Something that is not on the cards, and why."""
    card = one.candidate
    return {
        "key": card.key,
        "title": title(card),
        "code": one.why_not.code,
        "numbers": dict(one.why_not.numbers),
        "why_not": coach.why_not(one.why_not),
    }


def document(page: TodayPage) -> dict[str, Any]:
    """The whole page, each card with its sentences."""
    whole: dict[str, Any] = plain(page)
    whole["day_number"] = page.day_number
    whole["plan"]["sentence"] = day_in_words(page.plan, page.energy, page.felt)
    for card, action in zip(whole["plan"]["actions"], page.plan.actions, strict=True):
        card["title"], card["why"] = title(action.candidate), _why(action, page)
    whole["others"] = [other(one) for one in page.others]
    return whole


def show(page: TodayPage) -> None:
    """The day in words, the cards, and what else waits."""
    say(_heading(page))
    say(day_in_words(page.plan, page.energy, page.felt))
    for place, action in enumerate(page.plan.actions, start=1):
        say()
        _show_card(place, action, page)
    waiting = [*_due(page), *_counts(page)]
    if waiting:
        say()
    for line in waiting:
        say(line)


def _heading(page: TodayPage) -> str:
    today = capfirst(day(page.on))
    if page.challenge and page.day_number:
        return _("%(today)s · %(note)s") % {"today": today, "note": of_challenge(page.challenge, page.on)}
    note = {
        Moment.NONE: _("“rapport start” begins a challenge."),
        Moment.AHEAD: _("Your challenge begins on %(first)s."),
        Moment.OVER: _("Your challenge is over; “rapport retro” looks back."),
    }[page.moment]
    first = day(page.challenge.starts_on, page.on) if page.challenge else ""
    return _("%(today)s · %(note)s") % {"today": today, "note": note % {"first": first}}


def _show_card(place: int, action: Action, page: TodayPage) -> None:
    card = action.candidate
    say(f"{place}. {title(card)} ({minutes(card.minutes)})")
    say(f"   {_why(action, page)}")


def _why(action: Action, page: TodayPage) -> str:
    """The reason, and what ranked it."""
    return " ".join(filter(None, (why(action.candidate), coach.reason(action, page.plan.actions))))


def _due(page: TodayPage) -> list[str]:
    """What else has its day today, unless a card says so already."""
    on_cards = {action.candidate.key.partition(":")[2] for action in page.plan.actions}
    lines = [
        _("Planned: %(what)s (%(when)s)")
        % {
            "what": ", ".join(filter(None, (step.who.name if step.who else "", step.what))),
            "when": spoken_day(step.due_on, page.on),
        }
        for step in page.follow_ups
        if str(step.id) not in on_cards
    ]
    lines += [_("Today: %(name)s") % {"name": g.name} for g in page.gatherings if str(g.id) not in on_cards]
    lines += [
        _("Promised: %(name)s, %(what)s") % {"name": promise.who.name, "what": promise.what}
        for promise in page.promises
        if str(promise.id) not in on_cards
    ]
    return lines


def _counts(page: TodayPage) -> list[str]:
    """What waits for others, by number: nobody needs a backlog."""
    lines = []
    if count := len(page.asks):
        text = ngettext(
            "%(count)s ask waits for an answer: “rapport asks”.",
            "%(count)s asks wait for an answer: “rapport asks”.",
            count,
        )
        lines.append(text % {"count": count})
    if count := len(page.pitches):
        text = ngettext(
            "%(count)s pitch is on its way: “rapport pitches”.",
            "%(count)s pitches are on their way: “rapport pitches”.",
            count,
        )
        lines.append(text % {"count": count})
    return lines
