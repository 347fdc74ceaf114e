"""Series of gatherings: their dates, what they gave, how often to go."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.services.errors import Invalid
from rapport.services.gatherings import gatherings
from rapport.services.gatherings import pages as gathering_pages
from rapport.services.gatherings import yields as gathering_yields
from rapport.web.caching import unchanged_is_304
from rapport.web.coming import row_view
from rapport.web.forms.gatherings import SeriesForm, series_values
from rapport.web.given import given_view
from rapport.web.nouns import crumb, keep, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, go_back, missing_is_404, show
from rapport.wording import dates
from rapport.wording import gatherings as words


@require_safe
@missing_is_404
@unchanged_is_304
def series(request: HttpRequest, series_id: UUID) -> HttpResponse:
    """One series with its dates."""
    owner = owner_of(request)
    today = today_of(owner)
    found = gathering_pages.read_series(owner.id, series_id)
    gave = gathering_yields.yields_of(owner.id, series_id, today)
    context = {
        "series": found.series,
        "about": ", ".join(filter(None, (words.rhythm(found.series.rhythm_days), found.series.place))),
        "came": words.came(found.series.came),
        "given": given_view(gave, today) if gave else None,
        "let_go": dates.spoken_day(found.series.let_go_on, today) if found.series.let_go_on else "",
        "rows": [row_view(row, today) for row in found.dates],
    }
    return show(request, "gatherings/series", context)


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def edit(request: HttpRequest, series_id: UUID) -> HttpResponse:
    """Put right what is written about a series."""
    owner = owner_of(request)
    row = gathering_pages.read_series(owner.id, series_id).series
    form = SeriesForm(request.POST or None, owner_id=owner.id, values=series_values(row))
    if saved := keep(form, lambda: gatherings.edit_series(owner.id, series_id, form.draft(), at=clock.now())):
        done(request, _("Changed."), saved.batch_id)
        return go("series", series_id)
    crumbs = [crumb(_("Gatherings"), "gatherings"), crumb(row.name, "series", series_id)]
    bin_url = reverse("series-bin", args=[series_id])
    return show_form(request, form, _("Edit"), crumbs=crumbs, bin_url=bin_url)


@require_POST
@missing_is_404
def discard(request: HttpRequest, series_id: UUID) -> HttpResponse:
    """Into the bin, for 30 days; its dates stay, each for itself."""
    saved = gatherings.discard_series(owner_of(request).id, series_id, at=clock.now())
    done(request, _("The series is in the bin, for 30 days. Its dates stay."), saved.batch_id)
    return go("gatherings")


@require_POST
@missing_is_404
def go_regularly(request: HttpRequest, series_id: UUID) -> HttpResponse:
    """Set the rhythm, and write the next date down."""
    owner = owner_of(request)
    try:
        days = int(request.POST.get("days", ""))
        on = date.fromisoformat(request.POST["on"]) if request.POST.get("on") else None
        saved = gathering_yields.go_regularly(owner.id, series_id, days, on, at=clock.now())
    except (ValueError, Invalid) as error:
        raise LookupError(str(series_id)) from error
    name = gathering_pages.read_series(owner.id, series_id).series.name
    said = _("%(name)s: %(rhythm)s.") % {"name": name, "rhythm": words.often(days)}
    if on:
        said = f"{said} {words.next_date(on, today_of(owner), is_planned=True)}"
    done(request, said, saved.batch_id)
    return go_back(request, "gatherings")


@require_POST
@missing_is_404
def let_go(request: HttpRequest, series_id: UUID) -> HttpResponse:
    """It gives nothing: not proposed any more."""
    owner = owner_of(request)
    saved = gathering_yields.let_go(owner.id, series_id, today_of(owner), at=clock.now())
    name = gathering_pages.read_series(owner.id, series_id).series.name
    done(request, _("%(name)s will not be proposed again. What was, stays.") % {"name": name}, saved.batch_id)
    return go_back(request, "gatherings")


@require_POST
@missing_is_404
def take_up(request: HttpRequest, series_id: UUID) -> HttpResponse:
    """It may be proposed again."""
    saved = gathering_yields.take_up_again(owner_of(request).id, series_id, at=clock.now())
    done(request, _("It is proposed again."), saved.batch_id)
    return go_back(request, "gatherings")
