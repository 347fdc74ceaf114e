"""Gatherings: where you go, where you were, and whom you met there."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.domain.gatherings import Attendance, GatheringKind
from rapport.services import challenge as challenges
from rapport.services import gatherings
from rapport.services.gathering_pages import GatheringPage, GatheringRow, InteractionRow, SeriesRow
from rapport.web.caching import unchanged_is_304
from rapport.web.forms.gatherings import GatheringForm, SeriesForm, gathering_values, series_values
from rapport.web.nouns import crumb, keep, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, go_back, missing_is_404, show
from rapport.web.paging import number_of, paging_view
from rapport.web.thread import told
from rapport.wording import dates
from rapport.wording import gatherings as words
from rapport.wording.words import heading


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """What comes, what was and what it gave, and the series."""
    owner = owner_of(request)
    today = today_of(owner)
    listed = gatherings.listing(owner.id, today, page=number_of(request))
    context = {
        "upcoming": [_row(row, today) for row in listed.upcoming],
        "past": [_row(row, today) for row in listed.past],
        "series": [_series(row) for row in listed.series],
        "paging": paging_view(listed.paging, reverse("gatherings")),
    }
    return show(request, "gatherings/page", context)


@require_safe
@missing_is_404
@unchanged_is_304
def gathering(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """One gathering, with everybody met there."""
    owner = owner_of(request)
    today = today_of(owner)
    found = gatherings.read(owner.id, gathering_id)
    row = found.gathering
    context = {
        "gathering": row,
        "when": _when(row, today),
        "facts": _facts(row),
        "came": words.came(row.came),
        "is_over": row.on <= today,
        "wants_debrief": row.on <= today and row.attendance is not Attendance.SKIPPED and not row.came.people,
        "answers": [{"value": code.value, "label": heading(code)} for code in Attendance],
        "met": _met(owner.id, found),
        "opened": [
            {"what": one.what, "url": reverse("opportunity-edit", args=[one.id])}
            for one in found.opportunities
        ],
        "other_dates": [_row(other, today) for other in found.other_dates],
        "log_text": " ".join(
            filter(None, (_("met … at %(name)s") % {"name": row.name}, _other_day(row, today)))
        ),
    }
    return show(request, "gatherings/gathering", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a gathering down."""
    owner = owner_of(request)
    today = today_of(owner)
    values = {"on": today, "attendance": Attendance.GOING.value, "kind": GatheringKind.MEETUP.value}
    series = gatherings.listing(owner.id, today).series
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
    row = gatherings.read(owner.id, gathering_id).gathering
    form = GatheringForm(
        request.POST or None,
        owner_id=owner.id,
        series=gatherings.listing(owner.id, today_of(owner)).series,
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
    name = gatherings.read(owner.id, gathering_id).gathering.name
    saved = gatherings.discard(owner.id, gathering_id, at=clock.now())
    done(request, _("%(name)s is in the bin, for 30 days.") % {"name": name}, saved.batch_id)
    return go("gatherings")


@require_safe
@missing_is_404
@unchanged_is_304
def series(request: HttpRequest, series_id: UUID) -> HttpResponse:
    """One series with its dates."""
    owner = owner_of(request)
    today = today_of(owner)
    found = gatherings.read_series(owner.id, series_id)
    rows = [_row(row, today) for row in found.dates]
    return show(
        request, "gatherings/series", {"series": found.series, "told": _series(found.series), "rows": rows}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def series_edit(request: HttpRequest, series_id: UUID) -> HttpResponse:
    """Put right what is written about a series."""
    owner = owner_of(request)
    row = gatherings.read_series(owner.id, series_id).series
    form = SeriesForm(request.POST or None, owner_id=owner.id, values=series_values(row))
    if saved := keep(form, lambda: gatherings.edit_series(owner.id, series_id, form.draft(), at=clock.now())):
        done(request, _("Changed."), saved.batch_id)
        return go("series", series_id)
    crumbs = [crumb(_("Gatherings"), "gatherings"), crumb(row.name, "series", series_id)]
    bin_url = reverse("series-bin", args=[series_id])
    return show_form(request, form, _("Edit"), crumbs=crumbs, bin_url=bin_url)


@require_POST
@missing_is_404
def series_discard(request: HttpRequest, series_id: UUID) -> HttpResponse:
    """Into the bin, for 30 days; its dates stay, each for itself."""
    saved = gatherings.discard_series(owner_of(request).id, series_id, at=clock.now())
    done(request, _("The series is in the bin, for 30 days. Its dates stay."), saved.batch_id)
    return go("gatherings")


def _row(row: GatheringRow, today: date) -> dict[str, Any]:
    about = [words.size(row.size), row.place, _("a stretch") if row.stretch else ""]
    return {
        "id": row.id,
        "name": row.name,
        "url": reverse("gathering", args=[row.id]),
        "day": _when(row, today),
        "about": ", ".join(filter(None, about)),
        "came": words.came(row.came),
        "state": heading(row.attendance),
        "is_skipped": row.attendance is Attendance.SKIPPED,
        "is_settled": row.attendance in (Attendance.WENT, Attendance.SKIPPED),
        "assumed": row.assumed,
    }


def _when(row: GatheringRow, today: date) -> str:
    day = dates.spoken_day(row.on, today)
    return f"{day}, {row.starts_at:%H:%M}" if row.starts_at else day


def _other_day(row: GatheringRow, today: date) -> str:
    """For the quick log, which takes a line without a day as today's."""
    return "" if row.on == today else row.on.isoformat()


def _series(row: SeriesRow) -> dict[str, str]:
    return {
        "name": row.name,
        "url": reverse("series", args=[row.id]),
        "about": ", ".join(filter(None, (words.rhythm(row.rhythm_days), row.place))),
        "gone": words.gone(row.dates),
        "came": words.came(row.came),
    }


def _facts(row: GatheringRow) -> list[tuple[str, Any]]:
    said: list[tuple[str, Any]] = [
        (_("Kind"), heading(row.kind)),
        (_("People there"), words.size(row.size)),
        (_("Place"), row.place),
        (_("Found through"), row.found_how),
        (_("A stretch"), _("yes, on purpose") if row.stretch else ""),
    ]
    return [(term, value) for term, value in said if value]


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
