"""One change to all who were chosen in the list, or a file of them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport import clock
from rapport.services.challenge import challenge as challenges
from rapport.services.errors import Invalid, Problem
from rapport.services.exports.exports import Kind
from rapport.services.people import chosen as services
from rapport.services.people import pages as people_pages
from rapport.services.people.chosen import Changed
from rapport.web import notices
from rapport.web import people_filters as addresses
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go_back
from rapport.web.views.exports import attachment
from rapport.wording import people as words
from rapport.wording import questions

FILES: Final = {"vcard": (Kind.VCARD, "people.vcf"), "csv": (Kind.CSV, "people.csv")}
FIELDS: Final = ("tag", "city", "rhythm")  # what Enter in a field does, where no other is filled


@require_POST
def act(request: HttpRequest) -> HttpResponseBase:
    """Do what the pressed button says."""
    ids = _chosen(request)
    deed = request.POST.get("do", "") or _meant(request)
    if not ids:
        notices.say(request, _("Choose somebody first."), level="warning")
    elif deed in FILES:
        kind, name = FILES[deed]
        return attachment(request, kind, name, ids)
    elif deed in DEEDS:
        _change(request, deed, ids)
    else:
        notices.say(request, _("Say what to do with them."), level="warning")
    return go_back(request, "people")


def _change(request: HttpRequest, deed: str, ids: list[UUID]) -> None:
    change = partial(DEEDS[deed], request, owner_of(request).id, ids)
    try:
        changed = change()
    except Invalid as wrong:
        notices.say(request, questions.problem(wrong.code), level="error")
        return
    if not changed.count:
        notices.say(request, _("They were so already: nothing has changed."), level="info")
        return
    said = _("In the bin, for 30 days: %(people)s.") if deed == "bin" else _("Changed: %(people)s.")
    done(request, said % {"people": words.count(changed.count)}, changed.batch_id)


def _chosen(request: HttpRequest) -> list[UUID]:
    """Who is ticked; all that fit the list, where that is ticked."""
    if request.POST.get("all") == "1":
        owner = owner_of(request)
        today = today_of(owner)
        current = challenges.current(owner.id, today)
        asked = QueryDict(request.POST.get("query", "")).dict()
        wanted = addresses.wanted(asked, current.id if current else None)
        return people_pages.everyone(owner.id, wanted, today=today)
    found = []
    for value in request.POST.getlist("person"):
        try:
            found.append(UUID(value))
        except ValueError:
            continue
    return found


def _meant(request: HttpRequest) -> str:
    filled = [name for name in FIELDS if request.POST.get(name, "").strip()]
    return filled[0] if len(filled) == 1 else ""


def _tag(request: HttpRequest, owner_id: UUID, ids: list[UUID]) -> Changed:
    return services.tag(owner_id, ids, request.POST.get("tag", ""), at=clock.now())


def _untag(request: HttpRequest, owner_id: UUID, ids: list[UUID]) -> Changed:
    return services.untag(owner_id, ids, request.POST.get("tag", ""), at=clock.now())


def _city(request: HttpRequest, owner_id: UUID, ids: list[UUID]) -> Changed:
    return services.set_city(owner_id, ids, request.POST.get("city", ""), at=clock.now())


def _rhythm(request: HttpRequest, owner_id: UUID, ids: list[UUID]) -> Changed:
    said = request.POST.get("rhythm", "").strip()
    if said and not (said.isascii() and said.isdigit() and len(said) < 6):
        raise Invalid("cadence_days", Problem.OUT_OF_RANGE)
    return services.set_rhythm(owner_id, ids, int(said) if said else None, at=clock.now())


def _bin(request: HttpRequest, owner_id: UUID, ids: list[UUID]) -> Changed:
    return services.discard(owner_id, ids, at=clock.now())


DEEDS: Final[Mapping[str, Callable[[HttpRequest, UUID, list[UUID]], Changed]]] = {
    "tag": _tag,
    "untag": _untag,
    "city": _city,
    "rhythm": _rhythm,
    "bin": _bin,
}
