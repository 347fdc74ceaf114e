"""One person's page, ready to be drawn."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from rapport.domain.challenge.challenge import Challenge
from rapport.domain.giving.giving import Flow
from rapport.domain.people.people import ContactKind
from rapport.services.interactions.followups import Likely
from rapport.services.people.pages import ContactPointRow, Entry, EntryKind, FollowUpRow, HelpRow, PersonPage
from rapport.web.thread import lines
from rapport.wording import dates, followups, giving, rhythm, ties
from rapport.wording import people as words
from rapport.wording.countries import countries
from rapport.wording.imports import source
from rapport.wording.words import heading, word

KNOWN: Final = 0.5  # closeness from which on one writes to them oneself
DEALINGS: Final = (EntryKind.ASK, EntryKind.INTRODUCTION, EntryKind.HELP)  # both know of these
SCHEMES: Final = {ContactKind.EMAIL: "mailto:", ContactKind.PHONE: "tel:"}


def person_context(
    page: PersonPage, thread: Sequence[Entry], challenges: Sequence[Challenge], today: date
) -> dict[str, Any]:
    """Plain values for people/person.html; `thread` is the part of the page's that is shown."""
    person = page.person
    likely = {each.id: each for each in page.likely}
    return {
        "person": person,
        "work": ", ".join(filter(None, (person.role, person.organisation))),
        "closeness": _closeness(page, today),
        "how_met": words.how_met(person.name, page.chain, known_before=person.known_before),
        "chain": _chain(page),
        "between": giving.between(person.name, page.flow),
        "due": rhythm.due(page.rhythm, today),
        "follow_ups": [_follow_up(step, today, likely.get(step.id)) for step in page.follow_ups],
        "asks_how": not (page.needs or page.promises),
        "promises": [_promise(promise, today) for promise in page.promises],
        "needs": [
            {"what": need.what, "met": _at("need-met", need), "url": _at("need-edit", need)}
            for need in page.needs
        ],
        "offers": [{"what": offer.what, "url": _at("offer-edit", offer)} for offer in page.offers],
        "brought": [{"name": one.name, "url": _at("person", one)} for one in page.brought],
        "lines": lines(person.name, thread, challenges),
        "contacts": [_contact(point) for point in person.contact_points],
        "facts": _facts(page),
        "who_url": "" if _in_touch(page) else f"{reverse('asks-who')}?person={person.id}",
        "log_text": _("coffee with %(name)s") % {"name": person.name},
        "today": today.isoformat(),
    }


def _at(name: str, row: Any) -> str:
    return reverse(name, args=[row.id])


def _chain(page: PersonPage) -> list[dict[str, str]]:
    """From me to them, each a link; empty where the sentence says it all."""
    steps = []
    for link in reversed(page.chain[: words.FURTHEST]):
        if link.person:
            steps.append({"name": link.person.name, "url": _at("person", link.person)})
        elif link.gathering:
            steps.append({"name": link.gathering.name, "url": _at("gathering", link.gathering)})
    return steps


def _closeness(page: PersonPage, today: date) -> str:
    """What is written down, and what mailboxes and calendars tell; one of them where it says it all."""
    told = ties.explanation(page.history, today) if page.history else ""
    if page.person.interactions or not (told or page.flow is not Flow.NONE):
        return words.closeness(page.person, today)
    return told  # help is something between us, though we never met


def _follow_up(step: FollowUpRow, today: date, likely: Likely | None) -> dict[str, str]:
    return {
        "what": step.what or _("Be in touch"),
        "when": dates.spoken_day(step.due_on, today),
        "done": _at("follow-up-done", step),
        "drop": _at("follow-up-drop", step),
        "likely": followups.likely(likely, today) if likely else "",
        "reopen": _at("follow-up-reopen", step),
    }


def _promise(row: HelpRow, today: date) -> dict[str, str]:
    return {
        "kind": _("You promised") if row.by_me else _("Promised to you"),
        "what": row.what,
        "when": giving.promise(row, today),
        "keep": _at("help-keep", row),
        "url": _at("help-edit", row),
    }


def _in_touch(page: PersonPage) -> bool:
    """Nobody needs to introduce us: we are close, or there is something between us already."""
    person = page.person
    has_dealt = any(entry.kind in DEALINGS for entry in page.thread)
    return has_dealt or person.last_on is not None or (person.closeness or 0.0) >= KNOWN


def _contact(point: ContactPointRow) -> dict[str, str]:
    scheme = SCHEMES.get(point.kind, "")
    value = "".join(point.value.split()) if point.kind is ContactKind.PHONE else point.value
    url = f"{scheme}{value}" if scheme else value if point.kind is ContactKind.URL else ""
    label = capfirst(words.point_label(point.label)) or heading(point.kind)
    return {"label": label, "value": point.value, "url": url}


def _facts(page: PersonPage) -> list[tuple[str, str]]:
    """What else is written down, where it is."""
    person, came = page.person, page.came_in
    place = ", ".join(filter(None, (person.city, _country(person.country))))
    if person.reach:
        place = " · ".join(filter(None, (place, word(person.reach))))
    said = [
        (_("Also called"), dates.listed(person.aliases)),
        (_("City"), place),
        (_("Met at"), person.met_at.name if person.met_at and not page.chain else ""),
        (_("First exchange"), dates.short_day(person.first_on) if person.first_on else ""),
        (_("In your words"), person.how_met),
        (_("Known since"), dates.short_day(came.since) if came.since else ""),
        (_("Birthday"), words.birthday(came.birthday)),
        (_("Came from"), ", ".join(source(each) for each in came.sources)),
        (_("Known before"), _("yes") if person.known_before and page.chain else ""),
    ]
    return [(term, value) for term, value in said if value]


def _country(code: str) -> str:
    return dict(countries()).get(code, "") if code else ""
