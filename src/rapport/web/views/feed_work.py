"""A feed or a link that is being read: looked at, and stopped."""

from typing import Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport.services.feeds import work as feed_work
from rapport.services.feeds.work import Kind
from rapport.web import notices
from rapport.web.feed_waiting import Ended, show_end
from rapport.web.owner import owner_of
from rapport.web.pages import go, show
from rapport.web.views import pasted, subscriptions

ENDED: Final[dict[Kind, Ended]] = {
    Kind.ADD: subscriptions.added,
    Kind.AGAIN: subscriptions.was_read,
    Kind.PASTE: pasted.was_read,
}
LOOK_AGAIN: Final = 2  # seconds
LEAVING: Final = 1.0  # seconds that a reading has to end when it is stopped


@require_safe
def page(request: HttpRequest, work_id: UUID) -> HttpResponse:
    """That it is being read, and how to stop it; what it brought when it is over."""
    try:
        work = feed_work.find(owner_of(request).id, work_id)
    except LookupError:
        return go("feeds")  # it was shown already
    if work.is_over:
        return show_end(request, work, ENDED[work.kind])
    context = {
        "what": work.what,
        "stop": reverse("feed-work-stop", args=[work.id]),
        "here": reverse("feed-work", args=[work.id]),
        "is_kept": work.kind is not Kind.PASTE,
    }
    answer = show(request, "subscriptions/reading", context)
    answer["Refresh"] = str(LOOK_AGAIN)
    return answer


@require_POST
def stop(request: HttpRequest, work_id: UUID) -> HttpResponse:
    """Nobody waits for it any more, and nothing of it is kept."""
    try:
        work = feed_work.find(owner_of(request).id, work_id)
    except LookupError:
        return go("feeds")
    work.stop()
    if work.wait(LEAVING):
        return show_end(request, work, ENDED[work.kind])
    notices.say(request, _("Stopped. Nothing was changed."), level="info")
    feed_work.forget(work)
    return go("feeds")
