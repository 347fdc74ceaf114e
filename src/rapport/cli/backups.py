"""The sentences of backup and restore."""

from django.utils.translation import gettext_lazy

from rapport.cli.output import BAD_INPUT, CommandError
from rapport.services.keeping.sealed import Refusal, Refused
from rapport.wording import system

REFUSALS = {
    Refusal.NOT_A_BACKUP: gettext_lazy("%(file)s is not a backup of Rapport. Nothing was changed."),
    Refusal.DAMAGED: gettext_lazy("%(file)s is damaged (%(detail)s). Nothing was changed."),
    Refusal.NEWER: gettext_lazy("%(file)s was made by a newer Rapport (%(detail)s). Nothing was changed."),
    Refusal.RUNNING: gettext_lazy(
        "Rapport runs (process %(detail)s). Stop it with Ctrl-C first. Nothing was changed."
    ),
    Refusal.NO_ROOM: gettext_lazy("There is not enough free room on the disk. Nothing was changed."),
    Refusal.NOT_SQLITE: gettext_lazy(
        "This data is in PostgreSQL: use pg_dump and pg_restore,"
        " or “rapport export FILE” for a copy of everything."
    ),
    Refusal.NOTHING_YET: gettext_lazy("There is no data to back up yet."),
    Refusal.FILE_EXISTS: gettext_lazy("%(file)s exists and is not a backup. Choose another name."),
    Refusal.CANNOT_READ: gettext_lazy("%(file)s cannot be read (%(detail)s)."),
    Refusal.CANNOT_WRITE: gettext_lazy("%(file)s could not be written (%(detail)s)."),
}
DAMAGE = {  # what did not fit, by the code of the check
    "manifest": gettext_lazy("what it says of itself cannot be read"),
    "seal": gettext_lazy("its seal does not fit"),
    "size": gettext_lazy("its size does not fit"),
    "zip": gettext_lazy("it cannot be unpacked"),
    "sha256": gettext_lazy("its checksum does not fit"),
    "tables": gettext_lazy("its rows do not add up"),
    "quick_check": gettext_lazy("the database in it is not sound"),
    "foreign_key_check": gettext_lazy("links in it lead nowhere"),
}
BAD_FILE = frozenset(
    {Refusal.NOT_A_BACKUP, Refusal.DAMAGED, Refusal.NEWER, Refusal.FILE_EXISTS, Refusal.CANNOT_READ}
)


def as_command_error(refused: Refused, file: str) -> CommandError:
    """The sentence for a refusal; a bad file is bad input."""
    detail = system.of_code(refused.detail) or str(DAMAGE.get(refused.detail, refused.detail))
    error = CommandError(REFUSALS[refused.code] % {"file": file, "detail": detail}, refused.code)
    if refused.code in BAD_FILE:
        error.exit_code = BAD_INPUT
    return error
