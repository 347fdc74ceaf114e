"""Which language to speak: for everybody, also before anything is set up."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from rapport import clock
from rapport.services import owners
from rapport.services.setup import demo_store
from rapport.web.owner import owner_of
from rapport.web.pages import go_back

CODES = frozenset(code for code, _name in settings.LANGUAGES)


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Remember it in this browser, and as the owner's own where something is set up."""
    code, owner = request.POST.get("language", ""), owner_of(request)
    response = go_back(request)
    if code not in CODES:
        return response
    if owner.is_set_up and not demo_store.is_demo(request.session) and owner.language != code:
        owners.edit(owner.id, at=clock.now(), language=code)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, code, max_age=365 * 24 * 3600, httponly=True, samesite="Lax"
    )
    return response
