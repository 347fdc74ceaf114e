"""The `rapport` command: find the command, make things ready, run it, end with the right code."""

import argparse
import gc
import io
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec
from typing import TYPE_CHECKING, Final, NoReturn

from rapport import __version__
from rapport.cli.output import FAILED, OK, BadInput, CommandError, complain, data_folder

if TYPE_CHECKING:
    from rapport.cli.commands import Command

INTERRUPTED: Final = 130  # what shells call a Ctrl-C
GARBAGE: Final = 100_000  # new objects between two collections: start-up makes many, and keeps them all


class Parser(argparse.ArgumentParser):
    """Argparse that raises instead of printing usage and leaving."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(message, "usage")


def run(argv: Sequence[str] | None = None) -> int:
    """The entry point: the exit code of the words given, or else those of this process, which it ends."""
    if argv is not None:
        return _run(list(argv))
    gc.set_threshold(GARBAGE)
    code = _run(sys.argv[1:])
    if threading.active_count() == 1:
        _leave(code)
    return code


def _leave(code: int) -> NoReturn:
    """End the process at once: taking every module apart costs a short command a seventh of its time."""
    if "django.db" in sys.modules:
        sys.modules["django.db"].connections.close_all()  # the write-ahead log is folded back in
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # whoever read it is gone
            stream.flush()
    os._exit(code)


def _run(words: list[str]) -> int:
    """No traceback unless RAPPORT_DEBUG is set."""
    options = words[: words.index("--")] if "--" in words else words
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rapport.config.settings")
    _speak_utf8()
    try:
        code = _dispatch(words, _data_option(options))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except SystemExit as leaving:  # argparse after --help or --version
        return leaving.code if isinstance(leaving.code, int) else OK
    except CommandError as error:
        return complain(error, as_json="--json" in options)
    except Exception as error:
        if os.environ.get("RAPPORT_DEBUG"):
            raise
        from rapport.cli.failures import as_command_error

        return complain(as_command_error(error), as_json="--json" in options)
    return code


def _dispatch(words: list[str], data: str | None) -> int:
    before, rest = _split(words)
    asks_help = bool({"-h", "--help"} & set(before))
    options = [word for word in before if word not in {"-h", "--help"}]
    given, wrong = argparse.Namespace(data=None, json=False), False
    try:
        _common().parse_args(options, given)
    except BadInput:
        wrong = True  # to be said once there is a language to say it in
    _put_off("django.forms")  # models bring them along, with all of the template engine; no command shows one
    wiring = import_module("rapport.config.boot")  # it stands above the doors: by name, like the settings
    wiring.start_django(data)
    from rapport.cli.language import speak, speak_as_the_owner_likes  # Django is ready only now

    speak()
    if wrong:
        _common().parse_args(options)
    if asks_help or not (rest or given.json):
        _print_overview()
        return OK
    if not rest:
        raise BadInput(_no_command(), "usage")
    command = _find(rest[0])
    module = import_module(command.module)
    parser = Parser(prog=f"rapport {rest[0]}", description=str(command.summary), parents=[_common()])
    module.add_arguments(parser)
    args = parser.parse_args(rest[1:], given)
    if command.touches_data:
        wiring.boot(data)
        speak_as_the_owner_likes()
    return int(module.execute(args))


def _put_off(name: str) -> None:
    """Load a module only when something of it is asked for."""
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    parent, _dot, own = name.rpartition(".")
    setattr(sys.modules[parent], own, module)


def _common() -> Parser:
    """What every command takes, before or after its name."""
    common = Parser(prog="rapport", add_help=False)
    common.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS)
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    common.add_argument("--version", action="version", version=f"rapport {__version__}", help=_version_help())
    return common


def _version_help() -> str:
    """Argparse's own sentence; not every Python looks it up in its catalogue."""
    said: str = argparse._("show program's version number and exit")  # type: ignore[attr-defined]  # its look-up
    return said


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    """The options before the command, and the rest."""
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] == "--data" else 1
    return words[:at], words[at:]


def _data_option(options: Sequence[str]) -> str | None:
    """`--data DIR`, wherever it stands: the settings need it before the command is looked at."""
    for word, following in zip(options, [*options[1:], None], strict=False):
        if word == "--data" and following is not None:
            return following
        if word.startswith("--data="):
            return word.removeprefix("--data=")
    return None


def _find(name: str) -> "Command":
    from django.utils.translation import gettext as _

    from rapport.cli.commands import COMMANDS

    command = COMMANDS.get(name)
    if command is not None and find_spec(command.module) is not None:
        return command
    like = get_close_matches(name, COMMANDS, n=1)
    if like:
        raise BadInput(
            _("There is no command “%(name)s”. Did you mean “rapport %(like)s”?")
            % {"name": name, "like": like[0]},
            "no_such_command",
        )
    raise BadInput(
        _("There is no command “%(name)s”. “rapport --help” lists them.") % {"name": name}, "no_such_command"
    )


def _no_command() -> str:
    from django.utils.translation import gettext as _

    return _("Say which command; “rapport --help” lists them.")


def _print_overview() -> None:
    from django.utils.translation import gettext as _

    from rapport.cli.commands import COMMANDS

    print(_("Rapport keeps the people you know, and the month in which you meet more of them."))
    print()
    print(_("Usage: rapport [--data DIR] [--json] COMMAND …"))
    print()
    there = [(name, command) for name, command in COMMANDS.items() if find_spec(command.module) is not None]
    for name, command in there:
        print(f"  {name:<14}{command.summary}")
    print()
    print(_("“rapport COMMAND --help” tells more. The data is in %(folder)s.") % {"folder": data_folder()})


def _speak_utf8() -> None:
    """Names are in every script, whatever the terminal's locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(run())
