"""The commands, in the order `rapport --help` lists them."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A module with add_arguments(parser) and execute(args), imported only when it is called."""

    module: str
    summary: str | Promise
    touches_data: bool = True  # False: runs on whatever is there, and brings no table up to date


COMMANDS: Final = {
    "serve": Command("rapport.cli.serve", _("start Rapport and open it in the browser")),
    "open": Command("rapport.cli.open", _("open the browser on the Rapport that runs"), touches_data=False),
    "demo": Command("rapport.cli.demo", _("look at a month that someone else lived")),
    "start": Command("rapport.cli.start", _("start your challenge")),
    "today": Command("rapport.cli.today", _("what you could do today")),
    "log": Command("rapport.cli.log", _("log a line, or a whole diary")),
    "board": Command("rapport.cli.board", _("the days of the challenge, and what counted")),
    "people": Command("rapport.cli.people", _("list or find people")),
    "person": Command("rapport.cli.person", _("everything about one person")),
    "map": Command("rapport.cli.map", _("who came through whom, as lists or as a picture")),
    "ask": Command("rapport.cli.ask", _("who could introduce you to somebody")),
    "asks": Command("rapport.cli.asks", _("who you asked for an introduction")),
    "gatherings": Command("rapport.cli.gatherings", _("meetings you go to")),
    "debrief": Command("rapport.cli.debrief", _("who you met at a gathering, a line for each")),
    "feeds": Command("rapport.cli.feeds", _("calendars you follow, and what they announce")),
    "pitches": Command("rapport.cli.pitches", _("offers of your work, and how far they are")),
    "reconnect": Command("rapport.cli.reconnect", _("those you lost touch with, and why to write again")),
    "help": Command("rapport.cli.help", _("help given, help received, promises")),
    "introductions": Command("rapport.cli.introductions", _("who should meet whom, and what is next")),
    "retro": Command("rapport.cli.retro", _("look back: what the month shows")),
    "works": Command("rapport.cli.works", _("what works for you, and how sure that is")),
    "simulate": Command("rapport.cli.simulate", _("try a pace on made-up people before you choose it")),
    "next": Command("rapport.cli.next", _("the next challenge, proposed from the last")),
    "import": Command("rapport.cli.imports", _("bring in address books, mailboxes and calendars")),
    "work": Command("rapport.cli.work", _("go on with imports that were interrupted")),
    "duplicates": Command("rapport.cli.duplicates", _("who may be here twice, to merge or to tell apart")),
    "undo": Command("rapport.cli.undo", _("take the last thing back, whole")),
    "export": Command("rapport.cli.export", _("write everything to a file other programs can read")),
    "backup": Command("rapport.cli.backup", _("write a checked copy of everything to one file")),
    "restore": Command("rapport.cli.restore", _("put a backup in the place of the data"), touches_data=False),
    "doctor": Command("rapport.cli.doctor", _("check that the data is safe and sound"), touches_data=False),
}
