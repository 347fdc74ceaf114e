"""The people: searched and listed, one of them whole, written down, changed, binned."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.domain.people_filters import PeopleFilter
from rapport.domain.values import dataclass
from rapport.services.challenge import challenge as challenges
from rapport.services.people import filters as kept_lists
from rapport.services.people import pages as people_pages
from rapport.services.people import people
from rapport.services.people.pages import Paging, PersonRow
from rapport.web import namesakes
from rapport.web import people_filters as filters
from rapport.web.caching import unchanged_is_304
from rapport.web.forms.people import PersonForm
from rapport.web.nouns import crumb, keep, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, missing_is_404, show
from rapport.web.paging import number_of, paging_view
from rapport.web.person import person_context
from rapport.wording import dates
from rapport.wording import people as words

THREAD: Final = 50  # entries of the thread on one page


@dataclass(frozen=True, slots=True)
class RowView:
    """Somebody in the list; plain text, for fifty of them stand on a page."""

    id: str
    url: str
    name: str
    meta: str  # "illustrator, Acme · Portland"
    last: str  # "3 days ago"
    is_connection: bool


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Everybody, or those looked for; `part=rows` is what changes while somebody types."""
    if request.GET.get("part") == "rows":
        text = render_to_string("rapport/people/_found.html", _found(request))
        return HttpResponse(text, headers={"Vary": "Cookie"})
    return _page(request)


@unchanged_is_304
def _page(request: HttpRequest) -> HttpResponse:
    found = _found(request)
    wanted = found["wanted"]
    facets = people_pages.facets(owner_of(request).id)
    context = {
        "choices": filters.choices(wanted, facets),
        "orders": filters.orders(),
        "narrowings": filters.narrowings(wanted),
        "links": _links(),
        "query": urlencode(filters.asked(wanted)),
        "lists": _lists(request, wanted),
        "choose_url": filters.address(reverse("people"), wanted, choose="1"),
        "list_url": filters.address(reverse("people"), wanted),
    }
    return show(request, "people/page", {**found, **context})


def _found(request: HttpRequest) -> dict[str, Any]:
    """Those who are looked for, a page of them."""
    owner = owner_of(request)
    today = today_of(owner)
    current = challenges.current(owner.id, today)
    wanted = filters.wanted(request.GET, current.id if current else None)
    found = people_pages.listing(owner.id, wanted, page=number_of(request), today=today)
    choosing = {"choose": "1"} if request.GET.get("choose") == "1" else {}
    return {
        "rows": _rows(found.rows, today),
        "paging": paging_view(found.paging, filters.address(reverse("people"), wanted, **choosing)),
        "wanted": wanted,
        "is_choosing": bool(choosing),
        "total": found.paging.total,
        "is_narrowed": bool(filters.asked(wanted).keys() - {"sort"}),
        "count": words.count(found.paging.total),
        "connections_label": _("Connections of this challenge") if current else _("Connections"),
    }


def _lists(request: HttpRequest, wanted: PeopleFilter) -> list[dict[str, Any]]:
    """The lists there are; one of them may be the one that is shown."""
    shown = replace(wanted, challenge_id=None)
    return [
        {
            "name": each.name,
            "url": filters.address(reverse("people"), each.wanted),
            "is_here": each.wanted == shown,
            "rename": reverse("filter-rename", args=[each.id]),
            "bin": reverse("filter-bin", args=[each.id]),
        }
        for each in kept_lists.listing(owner_of(request).id)
    ]


def _links() -> list[dict[str, str]]:
    """Where else people are dealt with; pages that are not there are left out."""
    named = (
        ("imports", _("Bring people in")),
        ("export", _("Export")),
        ("duplicates", _("Duplicates")),
        ("map", _("Map")),
        ("reconnect", _("Reconnect")),
    )
    links = []
    for name, label in named:
        with suppress(NoReverseMatch):
            links.append({"label": label, "url": reverse(name)})
    return links


@require_safe
@missing_is_404
@unchanged_is_304
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """One person whole."""
    owner = owner_of(request)
    found = people_pages.read(owner.id, person_id, today=today_of(owner))
    number = number_of(request)
    paging = Paging(number, len(found.thread), THREAD)
    thread = paging.of(found.thread)
    context = person_context(found, thread, challenges.every(owner.id), today_of(owner))
    context["paging"] = paging_view(paging, reverse("person", args=[person_id]))
    return show(request, "people/person", context)


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def new(request: HttpRequest) -> HttpResponse:
    """Write somebody down."""
    owner = owner_of(request)
    form = PersonForm(request.POST or None, owner_id=owner.id)
    if same := namesakes.id_of(request):
        return _added_to(request, same, form)
    lead, crumbs = _("Only the name is needed."), [crumb(_("People"), "people")]
    if there := namesakes.asked_about(request, form):
        context = {"people": there, "question": namesakes.question(there)}
        return show_form(request, form, _("Add somebody"), crumbs=crumbs, more={"namesakes": context})
    if saved := keep(form, lambda: people.create(owner.id, form.draft(), at=clock.now())):
        done(request, _("%(name)s is here now.") % {"name": form.cleaned_data["name"]}, saved.batch_id)
        return go("person", saved.id)
    return show_form(request, form, _("Add somebody"), lead=lead, crumbs=crumbs)


def _added_to(request: HttpRequest, person_id: UUID, typed: PersonForm) -> HttpResponse:
    """Their own form, with what was typed for somebody new put into it; nothing is saved yet."""
    facts = people_pages.read(owner_of(request).id, person_id).person
    filled, left = namesakes.merged(facts, typed)
    form = PersonForm(owner_id=typed.owner_id, person=facts, filled=filled)
    return show_form(
        request,
        form,
        _("Edit"),
        lead=_("What you typed has been added below. Nothing is saved yet."),
        crumbs=[crumb(_("People"), "people"), crumb(facts.name, "person", person_id)],
        action=reverse("person-edit", args=[person_id]),
        more={"left": left},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def edit(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Put right what is written about somebody; what changes the rulings judges them again."""
    owner = owner_of(request)
    facts = people_pages.read(owner.id, person_id).person
    form = PersonForm(request.POST or None, owner_id=owner.id, person=facts)
    if saved := keep(form, lambda: people.edit(owner.id, person_id, form.draft(), at=clock.now())):
        done(request, _("Changed."), saved.batch_id)
        return go("person", person_id)
    crumbs = [crumb(_("People"), "people"), crumb(facts.name, "person", person_id)]
    bin_url = reverse("person-bin", args=[person_id])
    return show_form(request, form, _("Edit"), crumbs=crumbs, bin_url=bin_url)


@require_POST
@missing_is_404
def discard(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Into the bin, for 30 days."""
    owner = owner_of(request)
    name = people_pages.read(owner.id, person_id).person.name
    saved = people.discard(owner.id, person_id, at=clock.now())
    done(request, _("%(name)s is in the bin, for 30 days.") % {"name": name}, saved.batch_id)
    return go("people")


def _rows(found: tuple[PersonRow, ...], today: date) -> list[RowView]:
    prefix = reverse("people") + "/"
    said: dict[date | None, str] = {None: ""}  # many were seen on the same day
    rows = []
    for row in found:
        if row.last_on not in said:
            said[row.last_on] = dates.ago((today - row.last_on).days) if row.last_on else ""
        work = ", ".join(filter(None, (row.role, row.organisation)))
        meta = " · ".join(filter(None, (work, row.city)))
        rows.append(
            RowView(str(row.id), f"{prefix}{row.id}", row.name, meta, said[row.last_on], row.is_connection)
        )
    return rows
