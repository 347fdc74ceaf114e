"""rapport board: the days of the challenge as one row, and what each day brought."""

import argparse
from uuid import UUID

from django.utils.translation import gettext as _

from rapport.cli.output import OK, BadInput, CommandError, print_json, say, show_table
from rapport.cli.session import Session, add_day, open_session
from rapport.domain.challenge.challenge import Board, BoardDay, Challenge, Square
from rapport.domain.challenge.referee import Verdict
from rapport.services.challenge import challenge as challenges
from rapport.wording.board import of_challenge, tally
from rapport.wording.dates import day as day_in_words
from rapport.wording.verdicts import counted, rule_in_words

CONNECTION, OTHER, NOTHING, REST, AHEAD = "●", "○", "·", "–", "_"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_day(parser, _("the day you look from; today where nothing is said"))
    parser.add_argument(
        "--challenge", metavar="ID", help=_("another challenge than the one that runs, or ran last")
    )


def execute(args: argparse.Namespace) -> int:
    session = open_session(args.on)
    board = challenges.board(session.owner.id, chosen(session, args.challenge), session.today)
    if args.json:
        print_json(document(board))
        return OK
    show(board)
    return OK


def chosen(session: Session, typed: str | None) -> Challenge:
    """The challenge named, or else the one that runs, is to come, or ended last."""
    if typed is None:
        found = challenges.current(session.owner.id, session.today)
        if found is None:
            raise CommandError(_("There is no challenge yet. “rapport start” begins one."), "no_challenge")
        return found
    try:
        return challenges.read(session.owner.id, UUID(typed))
    except (ValueError, LookupError):
        raise BadInput(
            _("There is no challenge with the id “%(id)s”.") % {"id": typed}, "no_such_challenge"
        ) from None


def show(board: Board) -> None:
    """The row of days, its key, each day that brought something, and the rule."""
    say(_where(board))
    say()
    say("".join(_sign(day) for day in board.days))
    say(
        _(
            "%(connection)s a connection  %(other)s something else"
            "  %(nothing)s quiet  %(rest)s rest  %(ahead)s ahead"
        )
        % {"connection": CONNECTION, "other": OTHER, "nothing": NOTHING, "rest": REST, "ahead": AHEAD}
    )
    say()
    eventful = [day for day in board.days if day.verdicts]
    show_table([(day.number, day_in_words(day.on), verdicts(day.verdicts)) for day in eventful])
    if eventful:
        say()
    for sentence in rule_in_words(board.challenge.rule):
        say(sentence)


def verdicts(counts: tuple[tuple[Verdict, int], ...]) -> str:
    """ "2 connections, 1 hello"."""
    return ", ".join(counted(verdict, count) for verdict, count in counts)


def document(board: Board) -> dict[str, object]:
    """The board as JSON."""
    return {
        "challenge": board.challenge,
        "ends_on": board.challenge.ends_on,
        "day_number": board.today.number if board.today else None,
        "connections": board.connections,
        "rule": rule_in_words(board.challenge.rule),
        "days": [
            {
                "on": day.on,
                "number": day.number,
                "square": day.square,
                "is_rest": day.is_rest,
                "verdicts": dict(day.verdicts),
            }
            for day in board.days
        ],
    }


def _where(board: Board) -> str:
    said = tally(board)
    if board.today:
        return _("%(day)s. %(tally)s") % {"day": of_challenge(board.challenge, board.today.on), "tally": said}
    days = {"first": day_in_words(board.challenge.starts_on), "last": day_in_words(board.challenge.ends_on)}
    return _("%(first)s to %(last)s. %(tally)s") % {**days, "tally": said}


def _sign(day: BoardDay) -> str:
    if day.count(Verdict.CONNECTION):
        return CONNECTION
    if day.verdicts:
        return OTHER
    if day.is_rest:
        return REST
    return AHEAD if day.square is Square.AHEAD else NOTHING
