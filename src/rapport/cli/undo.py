"""rapport undo: take the last thing back, whole."""

import argparse
from uuid import UUID

from django.utils.translation import gettext as _

from rapport.cli.output import OK, BadInput, CommandError, print_json, say, show_table
from rapport.cli.session import Session, number, open_session
from rapport.services.journal import undo
from rapport.services.journal.undo import Done
from rapport.wording.nouns import taken_back, verb

USUAL = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("batch", nargs="?", metavar="ID", help=_("another one than the last"))
    parser.add_argument("--list", action="store_true", help=_("show the last steps instead"))
    parser.add_argument(
        "--limit", type=number(1, 1000), default=USUAL, metavar="N", help=_("how many to list")
    )


def execute(args: argparse.Namespace) -> int:
    session = open_session()
    if args.list:
        return _list(session, args)
    batch_id = _batch(session, args.batch)
    try:
        done = undo.undo(session.owner.id, batch_id, at=session.now)
    except LookupError:
        raise BadInput(
            _("There is no step “%(id)s” to take back. “rapport undo --list” shows the last ones.")
            % {"id": batch_id},
            "no_such_step",
        ) from None
    except undo.CannotUndo:
        raise CommandError(
            _("Something later rests on it. Take the later steps back first. Nothing was changed."),
            "rests_on_it",
        ) from None
    if args.json:
        print_json({"undone": done})
    else:
        say(_("Taken back: %(what)s") % {"what": _line(done)})
        if done.kept:
            say(taken_back(done.kept))
    return OK


def _batch(session: Session, typed: str | None) -> UUID:
    if typed is not None:
        try:
            return UUID(typed)
        except ValueError:
            raise BadInput(_("“%(id)s” is no id of a step.") % {"id": typed}, "no_such_step") from None
    last = undo.last_undoable(session.owner.id)
    if last is None:
        raise CommandError(_("There is nothing to take back."), "nothing_to_undo")
    return last.id


def _list(session: Session, args: argparse.Namespace) -> int:
    done = undo.recent(session.owner.id, args.limit)
    if args.json:
        print_json({"steps": done})
        return OK
    show_table([(str(step.id), _line(step), _("taken back") if step.is_undone else "") for step in done])
    return OK


def _line(done: Done) -> str:
    said = verb(done.verb)
    return _("%(what)s: %(subject)s") % {"what": said, "subject": done.subject} if done.subject else said
