"""rapport retro: the month told back, each finding with what it rests on."""

import argparse
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from rapport.cli.board import chosen, verdicts
from rapport.cli.output import OK, print_json, say
from rapport.cli.session import add_day, open_session
from rapport.domain.retrospective.values import Finding, Part, WayTold
from rapport.services.challenge.retrospective import RetrospectivePage, open_retrospective
from rapport.wording.dates import day
from rapport.wording.findings import assumed_note, heading, sentence
from rapport.wording.words import heading as part_heading
from rapport.wording.words import word

FORMATS = ("text", "json", "md", "html")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help=_("how to tell it; text where nothing is said")
    )
    parser.add_argument(
        "--challenge", metavar="ID", help=_("another challenge than the one that runs, or ran last")
    )
    add_day(parser, _("the day to look back from; today where nothing is said"))


def execute(args: argparse.Namespace) -> int:
    session = open_session(args.on)
    challenge = chosen(session, args.challenge)
    page = open_retrospective(session.owner.id, challenge.id, session.today)
    TELL["json" if args.json else args.format](page)
    return OK


def document(page: RetrospectivePage) -> dict[str, Any]:
    """The month told back as JSON."""
    told = page.told
    return {
        "challenge": told.challenge,
        "until": told.until,
        "over": told.over,
        "connections": told.connections,
        "verdicts": dict(told.verdicts),
        "days_with": told.days_with,
        "rest_days": told.rest_days,
        "ways": [_way(way) for way in told.ways],
        "feelings": told.feelings,
        "findings": [_finding(page, finding) for finding in told.findings],
        "assumed": page.assumed,
    }


def show(page: RetrospectivePage) -> None:
    """What came, then what worked, what was hard, what it shows, and what to do next."""
    told = page.told
    say(_("%(first)s to %(last)s") % {"first": day(told.challenge.starts_on), "last": day(told.until)})
    if told.challenge.intention:
        say(told.challenge.intention)
    if told.verdicts:
        say(verdicts(told.verdicts))
    for part in Part:
        findings = told.told_as(part)
        if findings:
            say()
            say(part_heading(part))
        for finding in findings:
            say(f"  {heading(finding.code)}. {sentence(finding, page.names)}")
    assumed = sum(finding.assumed for finding in told.findings)
    if assumed:
        say()
        say(assumed_note(assumed))


def _way(way: WayTold) -> dict[str, Any]:
    return {
        "way": way.way,
        "words": word(way.way),
        "tried": way.tried,
        "came": way.came,
        "low": way.share.low,
        "high": way.share.high,
        "connections": way.connections,
        "minutes": way.minutes,
    }


def _finding(page: RetrospectivePage, finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "part": finding.part,
        "heading": heading(finding.code),
        "sentence": sentence(finding, page.names),
        "numbers": dict(finding.numbers),
        "shares": finding.shares,
        "evidence": finding.evidence,
        "subjects": [{"id": pk, "name": page.names.get(pk, "")} for pk in finding.subjects],
        "way": finding.way,
        "assumed": finding.assumed,
    }


def _print_markdown(page: RetrospectivePage) -> None:
    from rapport.wording.retrospective import as_markdown  # read only where it is wanted: start-up counts

    print(as_markdown(page), end="")


def _print_html(page: RetrospectivePage) -> None:
    from rapport.pictures.month import month  # the same
    from rapport.wording.retrospective import as_html

    print(as_html(page, month(page, standing=True)), end="")


TELL: dict[str, Callable[[RetrospectivePage], None]] = {
    "text": show,
    "json": lambda page: print_json(document(page)),
    "md": _print_markdown,
    "html": _print_html,
}
