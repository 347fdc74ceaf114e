"""Erasing somebody for good: first what goes, then, once it is meant, doing it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport import clock
from rapport.services.people import erasure
from rapport.services.people import pages as people_pages
from rapport.web.nouns import crumb
from rapport.web.owner import owner_of
from rapport.web.pages import done, go, missing_is_404, show
from rapport.wording import erasure as words

MEANT = "meant"


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def page(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """There is no way back, so a tick says that it is meant."""
    owner = owner_of(request)
    name = people_pages.read(owner.id, person_id).person.name
    is_sent = request.method == "POST"
    if is_sent and request.POST.get(MEANT) == "yes":
        erasure.erase(owner.id, person_id, at=clock.now())
        done(request, _("It is done. Rapport no longer knows anything about them."))
        return go("people")
    told = erasure.preview(owner.id, person_id, at=clock.now())
    crumbs = [crumb(_("People"), "people"), crumb(name, "person", person_id)]
    context = {
        "name": name,
        "crumbs": [*({"label": label, "url": url} for label, url in crumbs), {"label": _("Erase")}],
        "called": [each for each in told.names if each != name],
        "goes": words.goes(told),
        "stays": words.stays(told),
        "keep_url": reverse("person-file", args=[person_id]),
        "cancel_url": reverse("person", args=[person_id]),
        "action": reverse("person-erase", args=[person_id]),
        "is_unsure": is_sent,
    }
    return show(request, "erasure/page", context)
