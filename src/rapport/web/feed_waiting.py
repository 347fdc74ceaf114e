"""Asking somebody outside from a page: what is soon there is shown at once, else that it is being read."""

from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from rapport.services.feeds import work as feed_work
from rapport.services.feeds.work import Kind, Stopped, Work
from rapport.web import notices
from rapport.web.owner import owner_of
from rapport.web.pages import go

Ended = Callable[[HttpRequest, Work], HttpResponse]
PATIENCE: Final = 1.5  # seconds before the page shows that it is being read
NOT_SENT_ON = frozenset({"csrfmiddlewaretoken", "once", "store"})


def ask(request: HttpRequest, kind: Kind, what: str, read: feed_work.Read, ended: Ended) -> HttpResponse:
    """What it brought, or the page that waits for it."""
    asked = {name: str(value) for name, value in request.POST.items() if name not in NOT_SENT_ON}
    work = feed_work.begin(owner_of(request).id, kind, what, asked, read)
    return show_end(request, work, ended) if work.wait(PATIENCE) else go("feed-work", work.id)


def show_end(request: HttpRequest, work: Work, ended: Ended) -> HttpResponse:
    """What a reading that is over brought, shown once."""
    feed_work.forget(work)
    try:
        return ended(request, work)
    except Stopped:
        notices.say(request, _("Stopped. Nothing was changed."), level="info")
        return go("feeds")


def host_of(address: str) -> str:
    """Whom a page names while it is asked."""
    try:
        host = urlsplit(address if "://" in address else f"https://{address}").hostname or address
    except ValueError:
        host = address
    return host[:80]


def rows(works: list[Work]) -> list[Mapping[str, Any]]:
    """Readings that go on, as a page shows them."""
    return [{"what": work.what, "url": reverse("feed-work", args=[work.id])} for work in works]
