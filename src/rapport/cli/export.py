"""rapport export FILE: everything you wrote, in one file that other programs can read."""

import argparse
import os
from pathlib import Path
from tempfile import mkstemp

from django.utils.translation import gettext as _

from rapport.cli.output import OK, BadInput, print_json, say
from rapport.cli.session import open_session
from rapport.services import archive

STANDARD_OUTPUT = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", help=_("where to write it, for example rapport.json; - is standard output")
    )
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))


def execute(args: argparse.Namespace) -> int:
    session = open_session()
    if args.file == STANDARD_OUTPUT:
        print(archive.export(session.owner.id, at=session.now))
        return OK
    file = Path(args.file).expanduser().absolute()
    if file.is_dir() or (file.exists() and not args.force):
        raise BadInput(
            _("%(file)s is there already. Choose another name, or add --force.") % {"file": file},
            "file_exists",
        )
    try:
        size = _write(file, archive.export(session.owner.id, at=session.now))
    except OSError as error:
        raise BadInput(
            _("%(file)s could not be written (%(reason)s).")
            % {"file": file, "reason": error.strerror or error},
            "cannot_write",
        ) from None
    if args.json:
        print_json({"file": file, "bytes": size})
        return OK
    say(_("Everything is in %(file)s, as JSON. Only you can read it; it is not encrypted.") % {"file": file})
    return OK


def _write(file: Path, text: str) -> int:
    """The whole file or none, for its owner alone; its size in bytes."""
    data = text.encode()
    handle, draft = mkstemp(dir=file.parent, prefix=f".{file.name[:100]}-")  # 0600 from the first byte
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(draft).replace(file)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return len(data)
