"""A reading shown and kept: the same for a typed line and for the fields of `add`."""

import argparse
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rapport.cli import names, rulings
from rapport.cli.output import OK, BadInput, CommandError, print_json, say
from rapport.cli.session import Session
from rapport.cli.terminal import somebody_is_there
from rapport.domain.challenge.referee import DEFAULT_RULE, Rule, Verdict
from rapport.domain.quicklog.quicklog import Name, Reading, Statement
from rapport.domain.text import fold
from rapport.services.challenge import challenge
from rapport.services.errors import Invalid
from rapport.services.journal.undo import CannotUndo
from rapport.services.quicklog.prepare import Prepared, match_names
from rapport.services.quicklog.save import Choice, Logged, Unclear, save
from rapport.wording.kinds import tally
from rapport.wording.questions import problem
from rapport.wording.statements import chips

Settled = Mapping[str, Choice]


def enter(session: Session, statement: Statement, words: str, args: argparse.Namespace) -> int:
    """Keep one statement made of a command's fields; its people are matched as those of a line are."""
    reading = Reading(words, session.today, (statement,))
    prepared = Prepared(reading, match_names(session.owner.id, reading))
    settled = names.from_options(session.owner.id, prepared, args)
    if somebody_is_there(as_json=args.json):
        settled |= names.ask_for(prepared.names, settled)
    if not args.json:
        show_reading(prepared, session.today, settled)
    return keep(session, prepared, settled, as_json=args.json)


def keep(session: Session, prepared: Prepared, settled: Settled, *, as_json: bool) -> int:
    """Save as one batch, and say what counts. BadInput when something is left open."""
    try:
        logged = save(session.owner.id, prepared, settled, at=session.now)
    except Unclear as unclear:
        raise names.as_bad_input(unclear, session.today) from None
    except Invalid as invalid:
        raise as_bad_input(invalid) from None
    except CannotUndo:
        raise CommandError(
            _("Something later rests on it. Take the later steps back first. Nothing was changed."),
            "rests_on_it",
        ) from None
    rule = rule_of(session)
    if as_json:
        print_json(document(prepared, settled, logged, rule))
        return OK
    if logged.undone is not None:
        say(_("Taken back: %(what)s") % {"what": logged.undone.subject})
        return OK
    say()
    rulings.show(logged.rulings, session.today, rule)
    rulings.show_moved(logged, session.today)
    _ask_how(session, logged)
    say(_("Saved: %(what)s. “rapport undo” takes it back.") % {"what": tally(logged.kinds)})
    return OK


def _ask_how(session: Session, logged: Logged) -> None:
    """How can I help? After each new connection of whom nothing is known yet."""
    if not any(one.is_new and one.verdict is Verdict.CONNECTION for one in logged.rulings):
        return
    from rapport.services.giving import how_to_help  # start-up counts: most lines bring no new connection
    from rapport.wording.giving import how_can_i_help  # the same

    for one in how_to_help.unasked(session.owner.id, logged.rulings):
        say(how_can_i_help(one.person))


def as_bad_input(invalid: Invalid) -> BadInput:
    """Which field cannot be saved, and why."""
    facts = {"field": invalid.field, "problem": problem(invalid.code)}
    return BadInput(_("%(field)s: %(problem)s Nothing was saved.") % facts, invalid.code, field=invalid.field)


def show_reading(prepared: Prepared, today: date, settled: Settled) -> None:
    """The chips, one statement a line."""
    shown = names.shown(prepared, settled)

    def show(name: Name) -> str:
        return shown.get(fold(name.text), name.text)

    reading = prepared.reading
    if prepared.rows:
        from rapport.cli.which import narrowed  # start-up counts: few lines correct another

        reading = narrowed(prepared, settled)
    for group in chips(reading, today, show):
        say("  " + " · ".join(chip.text for chip in group))


def document(
    prepared: Prepared, settled: Settled, logged: Logged | None = None, rule: Rule = DEFAULT_RULE
) -> dict[str, Any]:
    """What was read, and what was saved of it."""
    reading = prepared.reading
    return {
        "saved": logged is not None,
        "batch_id": logged.batch_id if logged else None,
        "text": reading.text,
        "on": reading.on,
        "statements": [{"kind": type(s).__name__, "said": s} for s in reading.statements],
        "tags": reading.tags,
        "names": [
            {
                "typed": name.typed,
                "match": name.match,
                "candidates": name.candidates,
                "choice": settled.get(name.key),
            }
            for name in prepared.names
        ],
        "rows": [
            {"typed": row.typed, "candidates": row.targets, "choice": settled.get(row.key)}
            for row in prepared.rows
        ],
        "undone": logged.undone if logged else None,
        "doubts": [
            {"code": doubt.question, "words": reading.text[doubt.span.start : doubt.span.end]}
            for doubt in reading.doubts
        ],
        "interactions": logged.interactions if logged else (),
        "people_made": logged.people_made if logged else (),
        "rulings": [rulings.as_json(ruling, rule) for ruling in logged.rulings] if logged else [],
        "moved": logged.moved if logged else (),
    }


def rule_of(session: Session) -> Rule:
    """By which the referee of the day counts."""
    running = challenge.current(session.owner.id, session.today)
    return running.rule if running else DEFAULT_RULE
