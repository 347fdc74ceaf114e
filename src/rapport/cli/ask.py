"""rapport ask: who could introduce you to a person, an organisation, or a kind of person."""

import argparse

from django.utils.translation import gettext as _

from rapport.cli.output import OK, print_json, say
from rapport.cli.session import Session, open_session, text
from rapport.services.asks.introducers import Proposal, WhoPage, who
from rapport.wording import introducer_reasons as reasons
from rapport.wording import introducers as words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "wanted", metavar="WHOM", nargs="?", default="", type=text(200),
        help=_("a name, an organisation, or a few words: “a VR studio in Portland”"),
    )  # fmt: skip
    parser.add_argument(
        "--words", action="store_true", help=_("look for the words, even where somebody is called so")
    )


def execute(args: argparse.Namespace) -> int:
    session = open_session()
    found = who(session.owner.id, args.wanted, session.today, words_only=args.words)
    if args.json:
        print_json(document(found))
    else:
        show(found, session)
    return OK


def document(found: WhoPage) -> dict[str, object]:
    """What was understood, and whom to ask, the best first."""
    wanted = found.wanted
    return {
        "wanted": {"kind": wanted.kind, "text": wanted.text, "person": wanted.person and wanted.person.id},
        "which": wanted.choices or wanted.near,
        "themselves": [{"id": one.id, "name": one.name, "hits": hits} for one, hits in found.themselves],
        "ask": [_one(one) for one in found.proposals],
        "more": found.more,
    }


def show(found: WhoPage, session: Session) -> None:
    """The people to ask, each with what speaks for it."""
    wanted = found.wanted
    say(words.heading(wanted))
    for line in (words.known_already(wanted.person) if wanted.person else "", words.nothing_points(found)):
        if line:
            say(line)
    for one in wanted.choices or wanted.near:
        say(_("  Do you mean %(name)s? “rapport ask %(id)s”") % {"name": one.name, "id": one.id})
    for person, hits in found.themselves:
        said = {"name": person.name, "said": reasons.said_of(hits)}
        say(_("  Of your own people: %(name)s, %(said)s") % said)
    for number, each in enumerate(found.proposals, 1):
        _tell(number, each, session)
    if not found.proposals and not wanted.choices:
        say(words.nobody(wanted))
    elif found.proposals:
        say()
        say(words.basis(found.yielded))


def _tell(number: int, one: Proposal, session: Session) -> None:
    say()
    say(f"{number}. {one.person.name}")
    lines = [
        words.closeness(one.person, session.today),
        words.asked(one, session.today),
        *(reasons.reason(told, one.person.name) for told in one.reasons),
        words.chance(one.chance),
    ]
    for line in filter(None, lines):
        say(f"   {line}")


def _one(one: Proposal) -> dict[str, object]:
    introducer = one.introducer
    return {
        "id": one.person.id,
        "name": one.person.name,
        "closeness": one.person.closeness,
        "fit": introducer.fit,
        "readiness": introducer.readiness,
        "band": introducer.band,
        "chance": one.chance,
        "last_asked": introducer.last_asked,
        "again_on": introducer.again_on,
        "reasons": one.reasons,
    }
