"""rapport person: everything about one person."""

import argparse
from collections.abc import Iterator

from django.utils.translation import gettext as _

from rapport.cli.output import OK, plain, print_json, say, show_table
from rapport.cli.session import open_session
from rapport.cli.somebody import one_person
from rapport.cli.thread import line
from rapport.services.people import pages as people_pages
from rapport.services.people.pages import PersonFacts, PersonPage
from rapport.wording.dates import short_day
from rapport.wording.people import birthday, point_label
from rapport.wording.phrases import labelled
from rapport.wording.words import word


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ref", nargs="+", metavar="REF", help=_("a name, a part of one, or an id"))


def execute(args: argparse.Namespace) -> int:
    session = open_session()
    somebody = one_person(session.owner.id, " ".join(args.ref))
    page = people_pages.read(session.owner.id, somebody.id, today=session.today)
    if args.json:
        document = plain(page)
        for entry, row in zip(document["thread"], page.thread, strict=True):
            entry["line"] = line(row)
        print_json(document)
    else:
        show(page)
    return OK


def show(page: PersonPage) -> None:
    """The facts, what is open, how you met, and the thread."""
    say(page.person.name)
    for label, value in (*_facts(page.person), *_story(page)):
        if value:
            say("  " + labelled(label, value))
    if page.thread:
        say()
    show_table([(entry.on.isoformat(), line(entry)) for entry in page.thread])


def _facts(person: PersonFacts) -> Iterator[tuple[str, str]]:
    yield _("Also called"), ", ".join(person.aliases)
    yield _("Work"), ", ".join(filter(None, (person.role, person.organisation)))
    yield _("City"), person.city
    yield _("Reach"), word(person.reach) if person.reach else ""
    yield _("Closeness"), word(person.told) if person.told else ""
    for point in person.contact_points:
        yield point_label(point.label) or word(point.kind), point.value
    yield _("Links"), " ".join(person.links)
    yield _("Tags"), " ".join(f"#{tag}" for tag in person.tags)
    yield _("Note"), person.note
    yield _("Last contact"), short_day(person.last_on) if person.last_on else ""


def _story(page: PersonPage) -> Iterator[tuple[str, str]]:
    person = page.person
    links = (link.person or link.gathering for link in page.chain)
    through = " ← ".join(link.name for link in links if link)
    met_at = person.met_at.name if person.met_at else ""
    yield _("How you met"), ", ".join(filter(None, (person.how_met, through, met_at)))
    yield _("Known since"), short_day(page.came_in.since) if page.came_in.since else ""
    yield _("Birthday"), birthday(page.came_in.birthday)
    yield _("Came through them"), ", ".join(other.name for other in page.brought)
    yield _("Looks for"), ", ".join(need.what for need in page.needs)
    yield _("Can give"), ", ".join(offer.what for offer in page.offers)
    yield _("You promised"), ", ".join(help_.what for help_ in page.promises if help_.by_me)
    yield _("Promised to you"), ", ".join(help_.what for help_ in page.promises if not help_.by_me)
    yield (
        _("Next step"),
        ", ".join(" ".join(filter(None, (short_day(step.due_on), step.what))) for step in page.follow_ups),
    )
    yield _("In touch again by"), short_day(page.due_on) if page.due_on else ""
