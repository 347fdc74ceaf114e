"""Who could introduce me to somebody, and the ask written to them."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport import clock
from rapport.domain.asks.letters import LetterKind, Place
from rapport.domain.text import spared
from rapport.services.asks import asks, introducers, letters
from rapport.services.asks import writing as ask_writing
from rapport.services.asks.introducers import Kind, Proposal, Wanted
from rapport.services.asks.writing import Addressee
from rapport.services.errors import Invalid
from rapport.services.owners import OwnerView
from rapport.services.people import lookup
from rapport.web import notices
from rapport.web.caching import unchanged_is_304
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, go_back, missing_is_404, show
from rapport.wording import asks as ask_words
from rapport.wording import introducer_reasons as reasons
from rapport.wording import introducers as words
from rapport.wording import letters as letter_words

LONGEST: Final = 200  # characters of a description
MOST_AT_ONCE: Final = 20  # letters on one page
PASSED: Final = ("target", "wanted", "organisation")
OTHER_LANGUAGE: Final = {"en": "fr", "fr": "en"}


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """The people to ask, best first."""
    owner = owner_of(request)
    today, text = today_of(owner), request.GET.get("q", "")[:LONGEST]
    only_words = request.GET.get("as") == "words"
    person_id = _id(request.GET.get("person"))
    found = introducers.who(owner.id, text, today, person_id=person_id, words_only=only_words)
    wanted = found.wanted
    choices = wanted.choices or wanted.near
    passed = _passed(wanted)
    free = sum(one.introducer.again_on is None for one in found.proposals)
    context = {
        "q": text or wanted.text,
        "heading": words.heading(wanted),
        "lead": words.known_already(wanted.person) if wanted.person else words.nothing_points(found),
        "other_reading": _other_reading(wanted, text),
        "choices": _choices(owner, choices),
        "choices_head": _("Which one?") if wanted.choices else _("Or do you mean one of these?"),
        "themselves": [
            {"name": one.name, "url": reverse("person", args=[one.id]), "said": reasons.said_of(hits)}
            for one, hits in found.themselves
        ],
        "proposals": [_proposal(one, passed, today) for one in found.proposals],
        "head_note": _("Best first: by how close you are, and by what speaks for it."),
        "passed": passed,
        "several": free > 1,
        "mass": words.mass(found.yielded),
        "basis": words.basis(found.yielded),
        "more": words.more(found.more) if found.more else "",
        "nobody": "" if choices else words.nobody(wanted),
    }
    return show(request, "asks/who", context)


@require_safe
def write(request: HttpRequest) -> HttpResponse:
    """A letter to each of those who were chosen."""
    owner = owner_of(request)
    ids = [pk for each in request.GET.getlist("person")[:MOST_AT_ONCE] if (pk := _id(each))]
    language = request.GET.get("in", "")
    language = language if language in OTHER_LANGUAGE else letter_words.language()
    target = request.GET.get("target", "")[:400]
    asked = ask_writing.addressees(owner.id, ids, today_of(owner))
    if not asked:
        return go("asks-who")
    passed = [(name, said) for name in PASSED if (said := request.GET.get(name))]
    other = OTHER_LANGUAGE[language]
    context = {
        "title": _("The same ask to several")
        if len(asked) > 1
        else _("An ask to %(name)s") % {"name": asked[0].name},
        "who_url": f"{reverse('asks-who')}?{urlencode({'q': request.GET.get('q', target)})}",
        "letters": _letters(owner, asked, target, language, request),
        "passed": passed,
        "has_about": bool(owner.about.strip()),
        "mass": words.mass(ask_writing.yielded(owner.id, today_of(owner))) if len(asked) > 1 else "",
        "language_url": _here(request, ids, other),
        "language_code": other,
        "language_text": _("Write it in French") if other == "fr" else _("Write it in English"),
    }
    return show(request, "asks/write", context)


@require_POST
@missing_is_404
def sent(request: HttpRequest) -> HttpResponse:
    """They wrote it: kept, with what was written, and reminded of once if no answer comes."""
    owner = owner_of(request)
    person_id = _id(request.POST.get("person"))
    person = ask_writing.addressees(owner.id, [person_id] if person_id else [], today_of(owner))
    if not person:
        raise LookupError(str(person_id))
    if person[0].may.is_free:
        draft = asks.Draft(
            person[0].id,
            today_of(owner),
            spared(request.POST.get("target", ""))[:400],
            _id(request.POST.get("wanted")),
            spared(request.POST.get("organisation", ""))[:200],
            spared(request.POST.get("body", "")),  # a mail program may leave control characters in it
        )
        try:
            saved = asks.create(owner.id, draft, at=clock.now())
        except Invalid as error:
            raise LookupError(error.field) from error
        text = _("Written down: you asked %(name)s. If no answer comes, you will be reminded once.")
        done(request, text % {"name": person[0].name}, saved.batch_id)
    else:
        notices.say(request, ask_words.too_soon(person[0].name, person[0].may, today_of(owner)), level="info")
    return go_back(request, "asks")


def _passed(wanted: Wanted) -> list[tuple[str, str]]:
    """What a link to the letter carries."""
    carried = {
        "target": words.target(wanted),
        "wanted": str(wanted.person.id) if wanted.person else "",
        "organisation": wanted.text if wanted.kind is Kind.ORGANISATION else "",
        "q": wanted.text,
    }
    return [(name, value) for name, value in carried.items() if value]


def _other_reading(wanted: Wanted, text: str) -> dict[str, str] | None:
    """What was typed may be words, though somebody is called so."""
    if not (wanted.is_certain and text):
        return None
    return {
        "text": _("Look for these words in what you know of everybody instead"),
        "url": f"{reverse('asks-who')}?{urlencode({'q': text, 'as': 'words'})}",
    }


def _choices(owner: OwnerView, people: Sequence[lookup.Somebody]) -> list[dict[str, str]]:
    details = lookup.details(owner.id, [one.id for one in people]) if people else {}
    return [
        {
            "name": one.name,
            "detail": details.get(one.id, ""),
            "url": f"{reverse('asks-who')}?{urlencode({'q': one.name, 'person': str(one.id)})}",
        }
        for one in people
    ]


def _proposal(one: Proposal, passed: Sequence[tuple[str, str]], today: date) -> dict[str, Any]:
    person = one.person
    return {
        "id": person.id,
        "name": person.name,
        "url": reverse("person", args=[person.id]),
        "detail": ", ".join(filter(None, (person.role, person.organisation, person.city))),
        "closeness": words.closeness(person, today),
        "asked": words.asked(one, today),
        "reasons": [reasons.reason(told, person.name) for told in one.reasons],
        "without": words.without_reason(person),
        "chance": words.chance(one.chance),
        "is_free": one.introducer.again_on is None,
        "write_url": f"{reverse('ask-write')}?{urlencode([('person', str(person.id)), *passed])}",
    }


def _letters(
    owner: OwnerView, asked: Sequence[Addressee], target: str, language: str, request: HttpRequest
) -> list[dict[str, Any]]:
    """One for each; after one was sent, the page comes back with the others."""
    own = letters.own(owner.id, language)
    values: dict[str, str] = {Place.ME: owner.name, Place.ABOUT: owner.about.strip(), Place.TARGET: target}
    found = []
    for one in asked:
        named = {**values, Place.FIRST: letter_words.first(one.name), Place.NAME: one.name}
        others = [other.id for other in asked if other.id != one.id and other.may.is_free]
        found.append(
            {
                "id": one.id,
                "name": one.name,
                "letter": letter_words.write(LetterKind.ASK, named, own, one.email),
                "is_free": one.may.is_free,
                "note": "" if one.may.is_free else ask_words.too_soon(one.name, one.may, today_of(owner)),
                "next": _here(request, others, language) if others else reverse("asks"),
            }
        )
    return found


def _here(request: HttpRequest, people: Sequence[UUID], language: str) -> str:
    """This page for these people, in that language."""
    kept = [(name, said) for name in (*PASSED, "q") if (said := request.GET.get(name))]
    query = [*(("person", str(pk)) for pk in people), *kept, ("in", language)]
    return f"{request.path}?{urlencode(query)}"


def _id(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
