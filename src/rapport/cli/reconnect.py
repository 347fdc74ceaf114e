"""rapport reconnect: those you lost touch with, a handful, and why them."""

import argparse

from django.utils.translation import gettext as _

from rapport.cli.output import OK, print_json, say
from rapport.cli.session import open_session
from rapport.cli.somebody import one_person
from rapport.domain.coach.cards import Reply
from rapport.services.coach import reconnect
from rapport.services.coach.reconnect import ReconnectPage, Sleeping
from rapport.wording import reconnect as words

ANSWERS = {"done": Reply.DONE, "later": Reply.LATER, "never": Reply.NOT_FOR_ME}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--done", metavar="PERSON", help=_("you wrote to them"))
    one.add_argument("--later", metavar="PERSON", help=_("not now: they come back in three months"))
    one.add_argument("--never", metavar="PERSON", help=_("not for you: they do not come up again"))
    one.add_argument("--back", metavar="PERSON", help=_("bring somebody back who was put aside"))


def execute(args: argparse.Namespace) -> int:
    session = open_session()
    owner_id = session.owner.id
    for name, reply in ANSWERS.items():
        if typed := getattr(args, name):
            person = one_person(owner_id, typed)
            reconnect.answer(owner_id, person.id, reply, session.today, at=session.now)
    if args.back:
        reconnect.bring_back(owner_id, one_person(owner_id, args.back).id, at=session.now)
    page = reconnect.listing(owner_id, session.today)
    if args.json:
        print_json(document(page))
        return OK
    if not page.few:
        say(_("Nobody has gone quiet: with those you met often, you were in touch within the year."))
        return OK
    say(str(words.WELCOME))
    for one in page.few:
        say()
        who = one.tie.who
        say(f"{who.name}  {', '.join(filter(None, (who.role, who.organisation)))}".rstrip())
        for line in (words.why(one.tie), words.silent(who.last_on, session.today), words.last_shared(one)):
            if line:
                say(f"  {line}")
    if page.others:
        say()
        say(words.others(page.others))
    return OK


def document(page: ReconnectPage) -> dict[str, object]:
    """The handful with why, and who was put aside."""
    return {
        "few": [_one(one) for one in page.few],
        "others": page.others,
        "aside": [{"person": put.person, "until": put.until} for put in page.aside],
    }


def _one(one: Sleeping) -> dict[str, object]:
    who = one.tie.who
    return {
        "id": who.id,
        "name": who.name,
        "organisation": who.organisation,
        "role": who.role,
        "email": one.email,
        "last_on": who.last_on,
        "why": words.why(one.tie),
        "signs": one.tie.signs,
        "shared": one.shared,
        "score": round(one.tie.score, 4),
    }
