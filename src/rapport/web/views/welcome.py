"""The first page: what this is, where the data lives, and two ways to begin."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rapport.web.owner import owner_of
from rapport.web.pages import go, show


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Shown until something is set up."""
    if owner_of(request).is_set_up:
        return go("today")
    return show(request, "welcome/page")
