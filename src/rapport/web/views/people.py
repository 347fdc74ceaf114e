"""The people: searched and listed, one of them whole, written down, changed, binned."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport import clock
from rapport.domain.text import spared
from rapport.services import challenge as challenges
from rapport.services import people
from rapport.services.people_pages import Paging, PeopleFilter, PersonRow, Sort
from rapport.web.caching import unchanged_is_304
from rapport.web.forms.people import PersonForm
from rapport.web.nouns import crumb, keep, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, missing_is_404, show
from rapport.web.paging import number_of, paging_view
from rapport.web.person import person_context
from rapport.wording import dates
from rapport.wording import people as words

SORTS: Final = {
    Sort.NAME: gettext_lazy("by name"),
    Sort.LAST_CONTACT: gettext_lazy("by last contact"),
    Sort.CLOSENESS: gettext_lazy("by closeness"),
}
LONGEST: Final = 200  # characters to search for
THREAD: Final = 50  # entries of the thread on one page


@dataclass(frozen=True, slots=True)
class RowView:
    """Somebody in the list; plain text, for fifty of them stand on a page."""

    url: str
    name: str
    meta: str  # "illustrator, Acme · Portland"
    last: str  # "3 days ago"
    is_connection: bool


@require_GET
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """Everybody, or those looked for."""
    owner = owner_of(request)
    today = today_of(owner)
    current = challenges.current(owner.id, today)
    wanted = _wanted(request, current.id if current else None)
    found = people.listing(owner.id, wanted, page=number_of(request))
    facets = people.facets(owner.id)
    asked = _asked(wanted)
    address = reverse("people") + (f"?{urlencode(asked)}" if asked else "")
    context = {
        "rows": _rows(found.rows, today),
        "paging": paging_view(found.paging, address),
        "wanted": wanted,
        "is_narrowed": bool(asked.keys() - {"sort"}),
        "count": words.count(found.paging.total),
        "tags": [{"value": tag, "label": f"#{tag} ({count})"} for tag, count in facets.tags],
        "cities": [{"value": city, "label": f"{city} ({count})"} for city, count in facets.cities],
        "sorts": [{"value": sort.value, "label": label} for sort, label in SORTS.items()],
        "connections_label": _("Connections of this challenge") if current else _("Connections"),
    }
    return show(request, "people/page", context)


@require_GET
@missing_is_404
@unchanged_is_304
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """One person whole."""
    owner = owner_of(request)
    found = people.read(owner.id, person_id)
    number = number_of(request)
    thread = found.thread[(number - 1) * THREAD : number * THREAD]
    paging = Paging(number, len(found.thread), THREAD)
    context = person_context(found, thread, challenges.every(owner.id), today_of(owner))
    context["paging"] = paging_view(paging, reverse("person", args=[person_id]))
    return show(request, "people/person", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write somebody down."""
    owner = owner_of(request)
    form = PersonForm(request.POST or None, owner_id=owner.id)
    if saved := keep(form, lambda: people.create(owner.id, form.draft(), at=clock.now())):
        done(request, _("%(name)s is here now.") % {"name": form.cleaned_data["name"]}, saved.batch_id)
        return go("person", saved.id)
    lead = _("Only the name is needed.")
    return show_form(request, form, _("Add somebody"), lead=lead, crumbs=[crumb(_("People"), "people")])


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def edit(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Put right what is written about somebody; what changes the rulings judges them again."""
    owner = owner_of(request)
    facts = people.read(owner.id, person_id).person
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
    name = people.read(owner.id, person_id).person.name
    saved = people.discard(owner.id, person_id, at=clock.now())
    done(request, _("%(name)s is in the bin, for 30 days.") % {"name": name}, saved.batch_id)
    return go("people")


def _wanted(request: HttpRequest, challenge_id: UUID | None) -> PeopleFilter:
    asked = {name: spared(value)[:LONGEST] for name, value in request.GET.items() if isinstance(value, str)}
    sort = asked.get("sort", "")
    return PeopleFilter(
        search=asked.get("q", "").strip(),
        tag=asked.get("tag", "").strip().lstrip("#"),
        city=asked.get("city", ""),
        challenge_id=challenge_id,
        only_connections=asked.get("met") == "1",
        sort=Sort(sort) if sort in set(Sort) else Sort.NAME,
    )


def _asked(wanted: PeopleFilter) -> dict[str, str]:
    """The filter as it stands in an address; what is not asked for is left out."""
    said = {
        "q": wanted.search,
        "tag": wanted.tag,
        "city": wanted.city,
        "met": "1" if wanted.only_connections else "",
        "sort": wanted.sort.value if wanted.sort is not Sort.NAME else "",
    }
    return {name: value for name, value in said.items() if value}


def _rows(found: tuple[PersonRow, ...], today: date) -> list[RowView]:
    prefix = reverse("people") + "/"
    said: dict[date | None, str] = {None: ""}  # many were seen on the same day
    rows = []
    for row in found:
        if row.last_on not in said:
            said[row.last_on] = dates.ago((today - row.last_on).days) if row.last_on else ""
        work = ", ".join(filter(None, (row.role, row.organisation)))
        meta = " · ".join(filter(None, (work, row.city)))
        rows.append(RowView(f"{prefix}{row.id}", row.name, meta, said[row.last_on], row.is_connection))
    return rows
