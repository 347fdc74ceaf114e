"""Lists of people worth coming back to: kept under a name, named otherwise, binned."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport import clock
from rapport.services.errors import Invalid
from rapport.services.people import filters
from rapport.web import notices
from rapport.web import people_filters as addresses
from rapport.web.owner import owner_of
from rapport.web.pages import done, go, go_back, missing_is_404
from rapport.wording import questions


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """The list as it is shown, under a name."""
    name = request.POST.get("name", "")
    wanted = addresses.wanted(QueryDict(request.POST.get("query", "")).dict())
    try:
        saved = filters.keep(owner_of(request).id, name, wanted, at=clock.now())
    except Invalid as wrong:
        notices.say(request, questions.problem(wrong.code), level="error")
    else:
        done(request, _("“%(name)s” is kept, above your people.") % {"name": name.strip()}, saved.batch_id)
    return HttpResponseRedirect(addresses.address(reverse("people"), wanted))


@require_POST
@missing_is_404
def rename(request: HttpRequest, filter_id: UUID) -> HttpResponse:
    """By another name from now on."""
    try:
        saved = filters.rename(owner_of(request).id, filter_id, request.POST.get("name", ""), at=clock.now())
    except Invalid as wrong:
        notices.say(request, questions.problem(wrong.code), level="error")
    else:
        done(request, _("Changed."), saved.batch_id)
    return go_back(request, "people")


@require_POST
@missing_is_404
def discard(request: HttpRequest, filter_id: UUID) -> HttpResponse:
    """Into the bin; the people in it stay as they are."""
    saved = filters.discard(owner_of(request).id, filter_id, at=clock.now())
    done(request, _("The list is in the bin, for 30 days. The people in it stay."), saved.batch_id)
    return go("people")
