"""Which mail addresses are yours: told by what you brought in, and yours to set right."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.services.errors import Invalid
from rapport.services.history import history
from rapport.web import notices
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import go, show


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """All of them; each can be given back, and one that is missing be named."""
    owner = owner_of(request)
    if request.method != "POST":
        return show(request, "settings/addresses", {"addresses": sorted(history.mine(owner.id))})
    is_mine = request.POST.get("mine") == "yes"
    try:
        address = history.say(owner.id, request.POST.get("address", ""), today_of(owner), is_mine=is_mine)
    except Invalid:
        notices.say(request, _("That is no mail address."), level="warning")
    else:
        said = _("%(address)s is yours.") if is_mine else _("%(address)s is not yours.")
        notices.say(request, said % {"address": address})
    return go("settings-addresses")
