"""rapport log: one line read, shown, saved and judged; or a whole diary."""

import argparse

from django.utils.translation import gettext as _

from rapport.cli import entries, names
from rapport.cli.actions import add_name_options
from rapport.cli.output import OK, BadInput, print_json, say
from rapport.cli.session import Session, add_day, bad_text, open_session
from rapport.cli.terminal import Cancelled, ask, confirm, not_confirmed, somebody_is_there
from rapport.domain.quicklog.company import alone
from rapport.domain.quicklog.quicklog import Question, Reading
from rapport.domain.text import BadText
from rapport.services.quicklog.prepare import LONGEST, Prepared, TooLong, prepare
from rapport.services.quicklog.save import Choice


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "text", nargs="*", metavar="TEXT", help=_("what happened, for example: coffee with Mary yesterday")
    )
    parser.add_argument(
        "--file", metavar="FILE",
        help=_("a diary: entries that begin with their date; - reads standard input"),
    )  # fmt: skip
    parser.add_argument("--encoding", metavar="NAME", help=_("how the diary is written, if not in UTF-8"))
    add_day(parser, _("the day you tell it on; today where nothing is said"))
    parser.add_argument("--yes", action="store_true", help=_("save without asking"))
    parser.add_argument("--dry-run", action="store_true", help=_("show what was read, save nothing"))
    add_name_options(parser)


def execute(args: argparse.Namespace) -> int:
    if bool(args.text) == (args.file is not None):
        raise BadInput(
            _("Tell what happened (rapport log coffee with Mary), or name a diary with --file."), "usage"
        )
    session = open_session(args.on)
    if args.file is not None:
        from rapport.cli import diary  # reading files is work of its own

        return diary.execute(args, session)
    return _Line(args, session).run(" ".join(args.text))


def read(session: Session, text: str) -> Prepared:
    """The line read and matched; BadInput for what no line may hold."""
    try:
        prepared = prepare(session.owner.id, text, session.today, session.language)
    except BadText as bad:
        raise bad_text(bad) from None
    except TooLong:
        raise BadInput(
            _("That is too long for one line (%(longest)s characters at most). A diary can hold it: --file.")
            % {"longest": LONGEST},
            "too_long",
        ) from None
    if not prepared.reading.text:
        raise BadInput(_("The line is empty."), "empty")
    return prepared


def tell_nameless(reading: Reading) -> None:
    """That nobody was recognised where an exchange has somebody, so that it is a note."""
    asked = [doubt for doubt in reading.doubts if doubt.question in (Question.ALONE, Question.NOBODY_MEANT)]
    if not asked:
        return
    from rapport.wording.questions import question  # start-up counts: most lines name somebody

    for doubt in asked:
        say("  " + question(doubt.question, reading.text[doubt.span.start : doubt.span.end]))


class _Line:
    """One line on its way from typed to saved."""

    def __init__(self, args: argparse.Namespace, session: Session) -> None:
        self.args, self.session = args, session
        self.there = somebody_is_there(as_json=args.json) and not args.yes and not args.dry_run

    def run(self, text: str) -> int:
        prepared = read(self.session, text)
        if self.there:
            prepared = self._clarified(prepared)
        settled = names.from_options(self.session.owner.id, prepared, self.args)
        if self.there:
            settled |= names.ask_for(prepared.names, settled)
            settled |= self._which(prepared, settled)
        if not self.args.json:
            entries.show_reading(prepared, self.session.today, settled)
            if not self.there:
                tell_nameless(prepared.reading)
        if self.args.dry_run:
            if self.args.json:
                print_json(entries.document(prepared, settled))
            else:
                self._tell_doubts(prepared)
            return OK
        self._agreed()
        return entries.keep(self.session, prepared, settled, as_json=self.args.json)

    def _which(self, prepared: Prepared, settled: dict[str, Choice]) -> dict[str, Choice]:
        """Which row a correction means, where several could be meant."""
        if not any(row.is_open for row in prepared.rows):
            return {}
        from rapport.cli import which  # start-up counts: few lines correct another

        return which.ask_for(prepared.rows, settled, self.session.today)

    def _clarified(self, prepared: Prepared) -> Prepared:
        """The line with every doubtful word replaced by what the person types."""
        from rapport.domain.quicklog.amendments import (  # start-up counts: most lines are clear
            answered,
            open_doubts,
        )
        from rapport.wording.questions import question  # the same

        prepared = self._in_company(prepared)
        while doubts := open_doubts(prepared.reading):
            place, doubt = doubts[0]
            words = prepared.reading.text[doubt.span.start : doubt.span.end]
            say(question(doubt.question, words))
            answer = ask(_("Instead of “%(words)s”:") % {"words": words})
            if not answer:
                raise Cancelled
            prepared = read(self.session, answered(prepared.reading, {place: answer}))
        return prepared

    def _in_company(self, prepared: Prepared) -> Prepared:
        """The line with whoever was there; as it was when nobody is named."""
        tell_nameless(prepared.reading)
        if alone(prepared.reading) is None:
            return prepared
        from rapport.services.quicklog.company import in_company  # start-up counts: most lines name somebody

        name = ask(_("Who was there? (Enter keeps the note)"))
        if not name:
            return prepared
        session = self.session
        told = in_company(session.owner.id, prepared.reading.text, name, session.today, session.language)
        return read(session, told)

    def _tell_doubts(self, prepared: Prepared) -> None:
        """What saving would ask."""
        from rapport.domain.quicklog.amendments import open_doubts  # start-up counts: most lines are saved
        from rapport.wording.questions import question  # the same

        for _place, doubt in open_doubts(prepared.reading):
            words = prepared.reading.text[doubt.span.start : doubt.span.end]
            say("  " + question(doubt.question, words))

    def _agreed(self) -> None:
        if self.args.yes:
            return
        if not self.there:
            raise not_confirmed()
        if not confirm(_("Save this?")):
            raise Cancelled
