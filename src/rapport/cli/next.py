"""rapport next: the next challenge, proposed from what the last one showed. It begins nothing."""

import argparse
from typing import Any

from django.utils.translation import gettext as _

from rapport.cli.output import OK, CommandError, print_json, say
from rapport.cli.session import add_day, open_session
from rapport.services.coach.next_challenge import NextChallenge, next_challenge
from rapport.services.coach.simulate import Outcome
from rapport.wording import next_challenge as words
from rapport.wording import simulate as simulated
from rapport.wording.phrases import labelled
from rapport.wording.words import heading

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")  # as `rapport start --rest` reads them


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_day(parser, _("the day to look from; today where nothing is said"))
    parser.add_argument("--model", action="store_true", help=_("ask the model which pace lasts, too"))


def execute(args: argparse.Namespace) -> int:
    session = open_session(args.on)
    found = next_challenge(session.owner.id, session.today)
    if found is None:
        raise CommandError(_("There is no challenge yet. “rapport start” begins one."), "no_challenge")
    outcomes = _modelled(session.owner.weekly_minutes, found.proposal.days) if args.model else ()
    if args.json:
        print_json(document(found) | {"model": outcomes})
    else:
        show(found)
        for line in simulated.told(outcomes):
            say()
            say(line)
    return OK


def _modelled(weekly_minutes: int, days: int) -> tuple[Outcome, ...]:
    """Ctrl-C ends it."""
    from rapport.cli.progress import Progress  # few ask for it
    from rapport.services.coach.simulate import simulate

    with Progress() as progress:
        return simulate(weekly_minutes, days, progress=progress)


def document(found: NextChallenge) -> dict[str, Any]:
    """The proposal with its reasons, as codes and in words."""
    proposal = found.proposal
    return {
        "after": found.last.id,
        "days": proposal.days,
        "weekly": proposal.weekly,
        "is_gentler": proposal.is_gentler,
        "rest_weekdays": sorted(proposal.rest_weekdays),
        "goals": [{"way": goal.way, "count": goal.count} for goal in proposal.goals],
        "reasons": [
            {"code": one.because, "sentence": words.reason(one, found.names)} for one in proposal.reasons
        ],
        "command": command(found),
    }


def show(found: NextChallenge) -> None:
    """What, why, and how to begin it."""
    say(words.summary(found.proposal))
    for one in found.proposal.reasons:
        say(f"- {words.reason(one, found.names)}")
    say()
    for goal in found.proposal.goals:
        say(labelled(heading(goal.way), goal.count))
    say()
    say(_("It is a proposal. To begin it, changed as you like:"))
    say(f"  {command(found)}")


def command(found: NextChallenge) -> str:
    """As `rapport start` reads it."""
    proposal = found.proposal
    goals = " ".join(f"--goal {goal.way.value}={goal.count}" for goal in proposal.goals)
    rest = ",".join(DAYS[day] for day in sorted(proposal.rest_weekdays)) or "none"
    return f"rapport start --days {proposal.days} --rest {rest} {goals}"
