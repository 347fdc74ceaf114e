"""rapport serve: start Rapport on this machine and open it in the browser."""

import argparse
import os
import sys
import webbrowser
from importlib import import_module

from django.utils import translation
from django.utils.translation import gettext as _

from rapport import clock
from rapport.cli.output import FAILED, OK, BadInput, CommandError, data_folder, print_json, say
from rapport.services.keeping import disk, rounds, serving
from rapport.services.setup import launch


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port", type=int, metavar="N", help=_("the port to use; else a free one from 8765 on")
    )
    parser.add_argument("--no-browser", action="store_true", help=_("print the link, open nothing"))


def execute(args: argparse.Namespace) -> int:
    """Serve until stopped; where a server runs already, open that one."""
    data = data_folder()
    if args.port is not None and not 1 <= args.port <= 65535:
        raise BadInput(_("A port is a number from 1 to 65535."), "bad_port")
    try:
        with serving.alone(data):
            return _serve(args)
    except serving.AlreadyRunning as error:
        return show_running(error.running, as_json=args.json, browser=not args.no_browser)


def _serve(args: argparse.Namespace) -> int:
    server = import_module("rapport.config.server")  # the wiring stands above the doors: by name
    data = data_folder()
    try:
        listener = server.listen(args.port)
    except server.PortTaken as taken:
        raise CommandError(
            _("Another program uses port %(port)s. Leave --port out and Rapport finds a free one.")
            % {"port": args.port},
            "port_taken",
        ) from taken
    port = listener.getsockname()[1]
    disk.keep_reserve(data)
    serving.announce(data, port)
    address = fresh_link(port)
    language = translation.get_language()

    def when_up() -> None:
        translation.activate(language)  # each thread speaks for itself
        if args.json:
            print_json({"address": address, "port": port, "pid": os.getpid(), "data": data})
        else:
            say(_("Rapport runs. Open it with this link (it works once, for ten minutes):"))
            say(f"  {address}")
            say(_("Your data is in %(folder)s. Ctrl-C stops Rapport.") % {"folder": data})
        sys.stdout.flush()
        if not args.no_browser:
            open_browser(address)

    server.serve(
        listener,
        when_up,
        lambda: rounds.daily(data, clock.now(), clock.owners_day),
        lambda: rounds.often(clock.now, clock.owners_day),
    )
    return OK


def fresh_link(port: int) -> str:
    """A one-time address for the server on that port."""
    return f"http://127.0.0.1:{port}/launch/{launch.mint(data_folder(), clock.now())}"


def show_running(running: serving.Running, *, as_json: bool, browser: bool) -> int:
    """Lead to the server that runs already."""
    if not running.port:
        say(_("Rapport is just starting; try again in a moment."))
        return FAILED
    address = fresh_link(running.port)
    if as_json:
        print_json({"address": address, "port": running.port, "pid": running.pid, "data": data_folder()})
    else:
        say(
            _("Rapport runs already (process %(pid)s, port %(port)s). Open it with this link:")
            % {"pid": running.pid, "port": running.port}
        )
        say(f"  {address}")
    if browser:
        open_browser(address)
    return OK


def open_browser(address: str) -> bool:
    """Open a graphical browser where there is a screen; a text browser would take over the terminal."""
    screen = sys.platform in {"darwin", "win32"} or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    return screen and webbrowser.open(address)
