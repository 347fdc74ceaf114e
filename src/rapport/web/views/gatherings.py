"""Gatherings: where you go, where you were, and whom you met there."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.domain.gatherings.gatherings import Attendance, GatheringKind
from rapport.domain.gatherings.yields import Advice
from rapport.services.challenge import challenge as challenges
from rapport.services.gatherings import debriefs, engagements, gatherings, listings
from rapport.services.gatherings import fits as gathering_fits
from rapport.services.gatherings import pages as gathering_pages
from rapport.services.gatherings import yields as gathering_yields
from rapport.services.gatherings.pages import GatheringPage, GatheringRow, InteractionRow
from rapport.web.caching import unchanged_is_304
from rapport.web.coming import REPLIES, planned_view, row_view, when_of, worth_view
from rapport.web.forms.gatherings import GatheringForm, gathering_values
from rapport.web.given import given_view
from rapport.web.nouns import crumb, keep, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, go_back, missing_is_404, show
from rapport.web.paging import number_of, paging_view
from rapport.web.thread import told
from rapport.wording import dates, fit
from rapport.wording import gatherings as words
from rapport.wording.words import heading

WORTH: Final = 8  # announced ones that are shown at once
WAITING: Final = 3  # evenings to tell of
GIVEN: Final = 12  # series
DECIDE: Final = frozenset({Advice.GO_REGULARLY, Advice.LET_GO})


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What comes and why to go, what was and what it gave."""
    owner = owner_of(request)
    today = today_of(owner)
    shows_all = request.GET.get("all") == "1"
    past, paging = gathering_pages.past(owner.id, today, page=number_of(request))
    ahead = gathering_fits.coming(owner.id, today)
    worth = ahead.worth if shows_all else ahead.worth[:WORTH]
    waiting = debriefs.waiting(owner.id, today, clock.now())
    told = {row.id for row in waiting}
    context = {
        "waiting": [_waiting(row, today) for row in waiting[:WAITING]],
        "going": [planned_view(one, today) for one in ahead.going if one.gathering.id not in told],
        "maybe": [planned_view(one, today) for one in ahead.maybe if one.gathering.id not in told],
        "worth": [worth_view(one, owner.time_zone, today) for one in worth],
        "more_worth": len(ahead.worth) - len(worth),
        "replies": [{"value": code.value, "label": heading(code)} for code in REPLIES],
        "taken": engagements.count(owner.id),
        "refused": _refused(owner.id, today),
        "past": [row_view(row, today) for row in past],
        **_given(owner.id, today),
        "paging": paging_view(paging, reverse("gatherings")),
    }
    return show(request, "gatherings/page", context)


@require_safe
@missing_is_404
@unchanged_is_304
def gathering(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """One gathering, with everybody met there."""
    owner = owner_of(request)
    today = today_of(owner)
    found = gathering_pages.read(owner.id, gathering_id)
    row = found.gathering
    context = {
        "gathering": row,
        "when": capfirst(when_of(row.on, row.starts_at, today)),
        "facts": _facts(row),
        "came": words.came(row.came),
        "is_over": row.on <= today,
        "is_ahead": row.on >= today and row.attendance not in (Attendance.WENT, Attendance.SKIPPED),
        "wants_debrief": row.on <= today and row.attendance is not Attendance.SKIPPED and not row.came.people,
        "cancelled": dates.spoken_day(row.cancelled_on, today) if row.cancelled_on else "",
        "answers": [{"value": code.value, "label": heading(code)} for code in Attendance],
        "met": _met(owner.id, found),
        "opened": [
            {"what": one.what, "url": reverse("opportunity-edit", args=[one.id])}
            for one in found.opportunities
        ],
        "other_dates": [row_view(other, today) for other in found.other_dates],
    }
    return show(request, "gatherings/gathering", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a gathering down."""
    owner = owner_of(request)
    today = today_of(owner)
    values = {"on": today, "attendance": Attendance.GOING.value, "kind": GatheringKind.MEETUP.value}
    series = gathering_pages.listing(owner.id, today).series
    form = GatheringForm(request.POST or None, owner_id=owner.id, series=series, values=values)
    if saved := keep(form, lambda: gatherings.create(owner.id, form.draft(), at=clock.now())):
        done(request, _("Written down."), saved.batch_id)
        return go("gathering", saved.id)
    return show_form(request, form, _("Add a gathering"), crumbs=[crumb(_("Gatherings"), "gatherings")])


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def edit(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Put right what is written about it."""
    owner = owner_of(request)
    row = gathering_pages.read(owner.id, gathering_id).gathering
    form = GatheringForm(
        request.POST or None,
        owner_id=owner.id,
        series=gathering_pages.listing(owner.id, today_of(owner)).series,
        named={"invited_by": row.invited_by},
        values=gathering_values(row),
    )
    if saved := keep(form, lambda: gatherings.edit(owner.id, gathering_id, form.draft(), at=clock.now())):
        done(request, _("Changed."), saved.batch_id)
        return go("gathering", gathering_id)
    crumbs = [crumb(_("Gatherings"), "gatherings"), crumb(row.name, "gathering", gathering_id)]
    bin_url = reverse("gathering-bin", args=[gathering_id])
    return show_form(request, form, _("Edit"), crumbs=crumbs, bin_url=bin_url)


@require_POST
@missing_is_404
def attend(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Going, maybe, went, skipped: in one tap."""
    owner = owner_of(request)
    try:
        said = Attendance(request.POST.get("attendance", ""))
    except ValueError as error:
        raise LookupError(str(gathering_id)) from error
    saved = gatherings.attend(owner.id, gathering_id, said, at=clock.now())
    done(request, _("Noted: %(attendance)s.") % {"attendance": heading(said)}, saved.batch_id)
    return go_back(request, "gatherings")


@require_POST
@missing_is_404
def discard(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Into the bin, for 30 days; who was met there stays."""
    owner = owner_of(request)
    name = gathering_pages.read(owner.id, gathering_id).gathering.name
    saved = gatherings.discard(owner.id, gathering_id, at=clock.now())
    done(request, _("%(name)s is in the bin, for 30 days.") % {"name": name}, saved.batch_id)
    return go("gatherings")


@require_POST
@missing_is_404
def again(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """It comes again: a series from now on."""
    saved = gathering_yields.as_series(owner_of(request).id, gathering_id, at=clock.now())
    done(request, _("It is a series now."), saved.batch_id)
    return go_back(request, "gatherings")


def _waiting(row: GatheringRow, today: date) -> dict[str, Any]:
    """One to tell of; its day begins a sentence."""
    view = row_view(row, today)
    return view | {"day": capfirst(view["day"])}


def _refused(owner_id: UUID, today: date) -> list[dict[str, str]]:
    """Said no to, and still ahead."""
    return [
        {
            "name": row.name,
            "url": reverse("listing", args=[row.id]),
            "forgive": reverse("listing-forgive", args=[row.id]),
            "day": dates.day(row.on, today),
        }
        for row in listings.refused(owner_id, today)
    ]


def _given(owner_id: UUID, today: date) -> dict[str, Any]:
    """What they gave: what wants to be decided first, and each size with its numbers."""
    yields = gathering_yields.open_yields(owner_id, today)
    total = yields.total.memorable
    first = sorted(yields.series, key=lambda gave: gave.told.advice not in DECIDE)  # stays sorted by yield
    return {
        "given": [given_view(gave, today, total) for gave in first[:GIVEN]],
        "sizes": [
            {
                "label": str(words.BANDS[one.band]),
                "gave": words.gave(one.came),
                "rate": _("Too early to tell.") if one.came.is_early else words.per_hour(one.came.rate),
                "share": one.came.share,
                "expected": fit.expected(one.expected),
            }
            for one in yields.sizes
        ],
    }


def _facts(row: GatheringRow) -> list[tuple[str, Any]]:
    said: list[tuple[str, Any]] = [
        (_("Kind"), heading(row.kind)),
        (_("People there"), words.size(row.size)),
        (_("Place"), _("online") if row.is_online else ", ".join(filter(None, (row.place, row.city)))),
        (_("Price"), _price(row)),
        (_("Found through"), row.found_how),
        (_("A stretch"), _("yes, on purpose") if row.stretch else ""),
    ]
    return [(term, value) for term, value in said if value]


def _price(row: GatheringRow) -> str:
    if row.price is None:
        return ""
    return fit.price(row.price, row.currency) if row.price else _("free of charge")


def _met(owner_id: UUID, page: GatheringPage) -> list[dict[str, Any]]:
    """Everybody met there, with the referee's word on each."""
    every = challenges.every(owner_id)
    return [
        {
            "name": part.person.name,
            "url": reverse("person", args=[part.person.id]),
            "edit": reverse("interaction-edit", args=[row.id]),
            "code": part.ruling.verdict.value if part.ruling else "",
            "told": told(part.person.name, part.ruling, row.on, every),
            "note": _note(row),
        }
        for row in page.interactions
        for part in row.people
    ]


def _note(row: InteractionRow) -> str:
    """What was written about the two of you; a note on a whole evening is said once, below."""
    return row.note if len(row.people) == 1 else ""
