"""What opened up, and where it came from; they are listed on the page of giving."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport import clock
from rapport.services.pitches import opportunities
from rapport.services.pitches import pages as pitch_pages
from rapport.web.forms.opportunities import OpportunityForm, opportunity_values
from rapport.web.nouns import crumb, keep, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, missing_is_404


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A door opened."""
    owner = owner_of(request)
    today = today_of(owner)
    form = OpportunityForm(
        request.POST or None,
        owner_id=owner.id,
        pitches=pitch_pages.listing(owner.id, today).cards,
        values={"on": today},
    )
    if saved := keep(form, lambda: opportunities.create(owner.id, form.draft(), at=clock.now())):
        done(request, _("Written down. The look back will tell where it came from."), saved.batch_id)
        return go("give", at="opened")
    return show_form(request, form, _("An opportunity"), crumbs=[crumb(_("Give"), "give")])


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put right what, when, and where it came from."""
    owner = owner_of(request)
    row = opportunities.read(owner.id, pk)
    form = OpportunityForm(
        request.POST or None,
        owner_id=owner.id,
        pitches=pitch_pages.listing(owner.id, today_of(owner)).cards,
        row=row,
        named={"person": row.person},
        values=opportunity_values(row),
    )
    if saved := keep(form, lambda: opportunities.edit(owner.id, pk, form.draft(), at=clock.now())):
        done(request, _("Changed."), saved.batch_id)
        return go("give", at="opened")
    bin_url = reverse("opportunity-bin", args=[pk])
    return show_form(request, form, row.what, crumbs=[crumb(_("Give"), "give")], bin_url=bin_url)


@require_POST
@missing_is_404
def discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Into the bin, for 30 days."""
    saved = opportunities.discard(owner_of(request).id, pk, at=clock.now())
    done(request, _("It is in the bin, for 30 days."), saved.batch_id)
    return go("give", at="opened")
