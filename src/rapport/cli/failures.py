"""What went wrong, as one sentence that says what to do."""

import django
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.cli.language import speak
from rapport.cli.output import BadInput, CommandError
from rapport.services.keeping import disk
from rapport.services.keeping.ready import NotReady, Why
from rapport.wording import system

NOT_READY = {
    Why.NETWORK_DRIVE: gettext_lazy(
        "%(detail)s is on a network drive, and databases break there."
        " Choose a folder of this machine with --data."
    ),
    Why.NOT_A_FOLDER: gettext_lazy("%(detail)s is a file. Choose a folder with --data."),
    Why.NOT_WRITABLE: gettext_lazy("Rapport may not write in %(detail)s. Choose another folder with --data."),
    Why.NEWER_DATA: gettext_lazy(
        "The data was written by a newer Rapport (%(detail)s). Install that version; nothing was changed."
    ),
    Why.BAD_DATABASE_URL: gettext_lazy(
        "RAPPORT_DATABASE_URL should look like postgres://user:password@host:5432/name (see %(detail)s)."
    ),
}


def as_command_error(error: Exception) -> CommandError:
    """A sentence for every failure; what is unexpected is named by its kind only."""
    if not apps.ready:  # it broke before there was a language to say it in
        django.setup()
        speak()
    if isinstance(error, NotReady):
        return CommandError(NOT_READY[error.why] % {"detail": error.detail}, error.why)
    if disk.is_full(error):
        return CommandError(
            _("The disk is full, so this was not saved. Make some room, then try again."), "disk_full"
        )
    if isinstance(error, ValidationError):
        return BadInput(" ".join(error.messages))
    if isinstance(error, DatabaseError):
        return CommandError(
            _("The database did not answer as it should. “rapport doctor” looks it over."), "database"
        )
    if isinstance(error, UnicodeError):
        return BadInput(_("That text is not UTF-8. Save the file as UTF-8 and try again."), "encoding")
    if isinstance(error, OSError):
        return CommandError(
            _("%(file)s: %(reason)s.") % {"file": error.filename or "", "reason": system.reason(error)},
            "file",
        )
    return CommandError(
        _("Something broke inside Rapport (%(kind)s); nothing of this step was saved.")
        % {"kind": type(error).__name__},
        "internal",
    )
