"""rapport doctor: is the data safe and sound?"""

import argparse
from importlib import import_module

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport import clock
from rapport.cli.output import FAILED, OK, print_json, say
from rapport.services.keeping.doctor import Check, State, Subject, examine

SIGNS = {State.OK: "✓", State.WARN: "!", State.FAIL: "✗"}
MEGABYTE = 1024 * 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing beyond what every command takes."""


def execute(args: argparse.Namespace) -> int:
    """Look at everything; exit 1 if something is wrong."""
    checks = examine(import_module("rapport.config.place").look_around(), clock.now())
    wrong = any(check.state is State.FAIL for check in checks)
    if args.json:
        print_json({"ok": not wrong, "checks": checks})
    else:
        for check in checks:
            say(f"{SIGNS[check.state]} {sentence(check)}")
        say()
        say(_("Something needs your attention.") if wrong else _("All is well."))
    return FAILED if wrong else OK


def sentence(check: Check) -> str:
    """What was found, and what to do about it."""
    return SENTENCES[check.subject](check)


def _folder(check: Check) -> str:
    if check.state is State.FAIL:
        return _("%(detail)s is a file. Choose a folder with --data.") % {"detail": check.facts["folder"]}
    if check.facts["exists"]:
        return _("The data is in %(folder)s.") % check.facts
    return _("There is no data in %(folder)s yet.") % check.facts


def _permissions(check: Check) -> str:
    count = int(check.facts["open_to_others"])
    if not count:
        return _("Only you can read it.")
    return ngettext(
        "%(count)s file can be read by other accounts of this machine: chmod -R go= on the folder closes it.",
        "%(count)s files can be read by other accounts of this machine:"
        " chmod -R go= on the folder closes them.",
        count,
    ) % {"count": count}


def _network_drive(check: Check) -> str:
    if check.state is State.OK:
        return _("It is on a disk of this machine.")
    return (
        _("It is on a network drive (%(kind)s), where databases break. Move it to this machine.")
        % check.facts
    )


def _cloud_folder(check: Check) -> str:
    if check.state is State.OK:
        return _("No cloud service seems to copy it.")
    return (
        _(
            "%(service)s seems to copy this folder while Rapport writes in it, which can damage it."
            " Keep the data elsewhere, and put backups here instead."
        )
        % check.facts
    )


def _engine(check: Check) -> str:
    if check.facts["fixed"]:
        return _("The database engine is SQLite %(version)s, free of the write-ahead-log bug.") % check.facts
    return (
        _(
            "The database engine is SQLite %(version)s, which can damage write-ahead logs;"
            " Rapport uses a rollback journal with it, a little slower and just as safe."
        )
        % check.facts
    )


def _journal(check: Check) -> str:
    return _("Changes go through its journal (mode %(mode)s) and are on the disk before Rapport says so.") % (
        check.facts
    )


def _tables(check: Check) -> str:
    if "error" in check.facts:
        return _("The tables cannot be read: %(error)s.") % check.facts
    if check.state is State.FAIL:
        return (
            _("The data was written by a newer Rapport (%(applied)s; this one knows %(known)s).")
            % check.facts
        )
    if check.state is State.WARN:
        return _("The tables are brought up to date at the next start.")
    return _("The tables are up to date (%(applied)s).") % check.facts


def _integrity(check: Check) -> str:
    if "error" in check.facts:
        return (
            _("The database is damaged: %(error)s. “rapport restore FILE” puts a backup back.") % check.facts
        )
    if check.state is State.FAIL:
        return (
            _(
                "The database is damaged (%(said)s; %(orphans)s rows lead nowhere)."
                " “rapport restore FILE” puts a backup back."
            )
            % check.facts
        )
    return _("Every page and every link of the database is sound.")


def _room(check: Check) -> str:
    free = int(check.facts["free_bytes"]) // MEGABYTE
    facts = {"megabytes": number_format(free, force_grouping=True)}
    if check.state is State.OK:
        return _("There is room on the disk: %(megabytes)s MB.") % facts
    return _("The disk is nearly full: %(megabytes)s MB left.") % facts


def _backup(check: Check) -> str:
    if not check.facts["last"]:
        return _("There is no automatic backup yet; “rapport serve” makes one a day.")
    return _("The last automatic backup is from %(last)s.") % check.facts


def _server(check: Check) -> str:
    if check.facts["running"]:
        return _("Rapport runs (process %(pid)s, port %(port)s).") % check.facts
    return _("Rapport does not run at the moment.")


SENTENCES = {
    Subject.FOLDER: _folder,
    Subject.PERMISSIONS: _permissions,
    Subject.NETWORK_DRIVE: _network_drive,
    Subject.CLOUD_FOLDER: _cloud_folder,
    Subject.ENGINE: _engine,
    Subject.JOURNAL: _journal,
    Subject.TABLES: _tables,
    Subject.INTEGRITY: _integrity,
    Subject.ROOM: _room,
    Subject.BACKUP: _backup,
    Subject.SERVER: _server,
}
