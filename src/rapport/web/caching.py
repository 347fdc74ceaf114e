"""An unchanged page costs one small query: its tag is known without making the page, and it is made once."""

import functools
import hashlib
from collections.abc import Callable
from datetime import date, time
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.middleware.csrf import CSRF_SESSION_KEY
from django.utils import translation

from rapport import clock
from rapport.domain.values import dataclass
from rapport.services.owners import OwnerView
from rapport.services.present_owner import present_owner
from rapport.services.setup import demo_store
from rapport.web.assets import code_version

View = Callable[..., HttpResponse]
Handler = Callable[[HttpRequest], HttpResponseBase]

KEPT: Final = 32  # pages made
REMEMBERED: Final = 512  # visits; all are forgotten when there are more


class Visit(NamedTuple):
    """All that a browser can say about a page it wants again. The cookie carries session and messages."""

    address: str
    cookie: str
    languages: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What that visit was shown."""

    owner: UUID
    revision: int
    day: date
    language: str
    tag: str


_made: dict[str, bytes] = {}  # by tag, the oldest first
_visits: dict[Visit, Seen] = {}  # of this process, and so of this code


def unchanged_is_304(view: View) -> View:
    """For a page made only from the owner's rows, its address, the language and the day."""

    @functools.wraps(view)
    def handle(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in {"GET", "HEAD"} or has_news(request):
            return view(request, *args, **kwargs)
        tag = etag(request)
        if tag in request.META.get("HTTP_IF_NONE_MATCH", ""):
            return not_modified(tag)
        made = _made.get(tag)
        response = view(request, *args, **kwargs) if made is None else HttpResponse(made)
        if response.status_code == 200 and not response.streaming and not has_news(request):
            response.headers["ETag"] = tag
            _remember(request, tag)
            _keep(request, tag, response)
        return response

    return handle


def revisit(get_response: Handler) -> Handler:
    """Answer a browser that asks for the same page again before anything is unpacked for it.

    Its cookie is, byte for byte, one that got the page from this process: nothing is trusted that was not.
    """

    def handle(request: HttpRequest) -> HttpResponseBase:
        seen = _visits.get(_visit(request)) if request.method == "GET" else None
        if seen is not None and _is_still_so(seen):
            if seen.tag in request.META.get("HTTP_IF_NONE_MATCH", ""):
                return not_modified(seen.tag)
            if (made := _made.get(seen.tag)) is not None:
                facts = {"ETag": seen.tag, "Vary": "Cookie", "Content-Language": seen.language}
                return HttpResponse(made, headers=facts)
        return get_response(request)

    return handle


def _is_still_so(seen: Seen) -> bool:
    owner = present_owner()
    return (seen.owner, seen.revision, seen.day) == (owner.id, owner.revision, living_day(owner))


def not_modified(tag: str) -> HttpResponse:
    """The page is as the browser has it."""
    return HttpResponseNotModified(headers={"ETag": tag, "Vary": "Cookie"})


def etag(request: HttpRequest) -> str:
    """A name for what the page would show: it changes with every write, at midnight and with the code."""
    owner = request.owner  # type: ignore[attr-defined]  # set by the `store` middleware
    parts = (
        settings.INSTANCE,
        demo_store.is_demo(request.session),
        owner.id,
        owner.revision,
        living_day(owner),
        translation.get_language(),
        code_version(),
        request.session.get(CSRF_SESSION_KEY),  # the page's forms carry it
        request.get_full_path(),
    )
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


def living_day(owner: OwnerView) -> date:
    """The day the owner is in; a demo stands still on its last one."""
    return owner.stands_on or clock.today(owner.time_zone, time(owner.day_ends_hour))


def has_news(request: HttpRequest) -> bool:
    """Whether a message waits to be shown (once)."""
    return "_messages" in request.session


def _keep(request: HttpRequest, tag: str, response: HttpResponse) -> None:
    """Keep a page for a browser that lost its copy; the tag names the session whose token its forms carry."""
    if not request.session.modified:
        _made[tag] = response.content
        while len(_made) > KEPT:
            _made.pop(next(iter(_made)), None)


def _visit(request: HttpRequest) -> Visit:
    meta = request.META
    return Visit(
        f"{request.path}?{meta.get('QUERY_STRING', '')}",
        meta.get("HTTP_COOKIE", ""),
        meta.get("HTTP_ACCEPT_LANGUAGE", ""),
    )


def _remember(request: HttpRequest, tag: str) -> None:
    """Keep a visit to one's own rows; a session about to get a new cookie is not one to come back with."""
    if demo_store.is_demo(request.session) or request.session.modified:
        return
    if len(_visits) >= REMEMBERED:
        _visits.clear()
    owner = request.owner  # type: ignore[attr-defined]  # set by the `store` middleware
    spoken = translation.get_language() or settings.LANGUAGE_CODE
    _visits[_visit(request)] = Seen(owner.id, owner.revision, living_day(owner), spoken, tag)
