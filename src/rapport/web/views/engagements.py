"""Evenings that are taken: one's own calendar file, given here, read here, and kept on this machine."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from rapport.services.gatherings import engagements
from rapport.web import notices
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go


@require_POST
def take_in(request: HttpRequest) -> HttpResponse:
    """Replace what is known of the calendar; without a file, forget it."""
    owner = owner_of(request)
    if request.POST.get("go") == "forget":
        engagements.forget(owner.id)
        done(request, _("Your calendar is forgotten."))
        return go("gatherings")
    upload = request.FILES.get("file")
    if upload is None:
        notices.say(request, _("Choose the file of your calendar first."), level="warning")
        return go("gatherings", at="calendar")
    try:
        count = engagements.take_in(owner.id, upload.read(), today=today_of(owner))
    except engagements.NotACalendar:
        notices.say(
            request, _("This is no calendar that can be read (.ics). Nothing was kept."), level="warning"
        )
        return go("gatherings", at="calendar")
    said = ngettext(
        "%(count)s time of the next months is taken. Gatherings are ranked by it.",
        "%(count)s times of the next months are taken. Gatherings are ranked by them.",
        count,
    )
    done(request, said % {"count": count})
    return go("gatherings")
