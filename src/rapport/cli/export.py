"""rapport export FILE: what you wrote, in one file that other programs can read; its name says which kind."""

import argparse
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import mkstemp

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.cli.output import OK, BadInput, print_json, say
from rapport.cli.session import open_session
from rapport.services.exports.exports import Kind, pieces
from rapport.wording import system

STANDARD_OUTPUT = "-"


SAID: Mapping[Kind, Promise] = {
    Kind.JSON: gettext_lazy("Everything is in %(file)s, as JSON. Only you can read it; it is not encrypted."),
    Kind.ICS: gettext_lazy(
        "Your gatherings, next steps and dated promises are in %(file)s, for any calendar."
        " Only you can read it; it is not encrypted."
    ),
    Kind.VCARD: gettext_lazy(
        "Your people are in %(file)s, as vCards for any address book."
        " Only you can read it; it is not encrypted."
    ),
    Kind.CSV: gettext_lazy(
        "Your people are in %(file)s, as a table for any spreadsheet."
        " Only you can read it; it is not encrypted."
    ),
}
KINDS = {".vcf": Kind.VCARD, ".csv": Kind.CSV, ".ics": Kind.ICS}  # any other name: everything


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", help=_("where to write it, for example rapport.json; - is standard output")
    )
    parser.add_argument(
        "--vcard", choices=("3", "4"), default="4", help=_("the version of a .vcf file; 4 unless you say")
    )
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))


def execute(args: argparse.Namespace) -> int:
    session = open_session()
    if args.file == STANDARD_OUTPUT:
        print("".join(pieces(session.owner.id, Kind.JSON, at=session.now)))
        return OK
    file = Path(args.file).expanduser().absolute()
    if file.is_dir() or (file.exists() and not args.force):
        raise BadInput(
            _("%(file)s is there already. Choose another name, or add --force.") % {"file": file},
            "file_exists",
        )
    kind = KINDS.get(file.suffix.lower(), Kind.JSON)
    exact = Kind.VCARD_3 if kind is Kind.VCARD and args.vcard == "3" else kind
    try:
        size = _write(file, pieces(session.owner.id, exact, at=session.now))
    except OSError as error:
        raise BadInput(
            _("%(file)s could not be written (%(reason)s).") % {"file": file, "reason": system.reason(error)},
            "cannot_write",
        ) from None
    if args.json:
        print_json({"file": file, "bytes": size})
        return OK
    say(str(SAID[kind]) % {"file": file})
    return OK


def _write(file: Path, text: Iterable[str]) -> int:
    """The whole file or none, for its owner alone; its size in bytes."""
    handle, draft = mkstemp(dir=file.parent, prefix=f".{file.name[:100]}-")  # 0600 from the first byte
    try:
        with os.fdopen(handle, "wb") as stream:
            for piece in text:
                stream.write(piece.encode())
            stream.flush()
            os.fsync(stream.fileno())
            size = stream.tell()
        Path(draft).replace(file)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return size
