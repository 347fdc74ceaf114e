"""Every form names the store it was shown for, one's own or the demo's; what is meant for the other waits."""

import re
from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.backends.utils import csrf_input
from django.utils.html import format_html
from django.utils.safestring import SafeString

from rapport.services.setup import demo_store
from rapport.web import carrying
from rapport.web.pages import show
from rapport.web.views import demo

FIELD: Final = "store"
TURN: Final = "store-turn"  # sent by the page that asks: yes, take it there
OWN, DEMO = "own", "demo"
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
ANYWHERE: Final = frozenset({"demo-enter", "leave-demo", "language", "launch", "csp-report"})  # write no rows
ONLY_READ: Final = frozenset({"quicklog", "diary", "imports", "letter-file"})  # they show what would be saved
UNTYPED: Final = re.compile(  # fields that pages fill themselves
    r"csrfmiddlewaretoken|store|store-turn|next|once|written|language|data|encoding|action|minutes|go|preset"
    r"|again|who-.*|.*-initial"
)
CODE: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[\d-]*|[a-z_]*", re.ASCII)  # ids, days, figures, choices
SHOWN: Final = 20  # things typed that the page repeats
EXCERPT: Final = 2000  # characters of each


def hidden(request: HttpRequest) -> SafeString:
    """What every form carries: its token, and the store it is shown for."""
    field = format_html('<input type="hidden" name="{}" value="{}">', FIELD, present(request))
    return SafeString(csrf_input(request) + field)


def present(request: HttpRequest) -> str:
    """The store this browser looks at."""
    return DEMO if demo_store.is_demo(request.session) else OWN


class Addressed:
    """A form sent to the other store writes nothing: a page keeps it all and offers to take it there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """After the token was looked at, before the view."""
        name = request.resolver_match.url_name if request.resolver_match else None
        if request.method in SAFE or name in ANYWHERE:
            return None
        otherwise = getattr(request, "meant_for", present(request))  # see the `store` middleware
        meant_for = request.POST.get(FIELD, otherwise)
        if meant_for == present(request) or meant_for not in (OWN, DEMO):
            return None
        if request.POST.get(TURN) != meant_for:
            return _ask(request, meant_for, name)
        _turn(request, meant_for)
        # 307: the browser sends the very same form once more, now to the store that it names
        return HttpResponse(status=307, headers={"Location": request.get_full_path()})


def _turn(request: HttpRequest, store: str) -> None:
    if store == DEMO:
        demo_store.enter_demo(request.session, demo.fill)
    else:
        demo_store.leave_demo(request.session)


def _ask(request: HttpRequest, meant_for: str, name: str | None) -> HttpResponse:
    fields = [
        (field, value)
        for field, values in request.POST.lists()
        if field not in (FIELD, TURN, "csrfmiddlewaretoken")
        for value in values
    ]
    typed = [value for field, value in fields if _is_typed(field, str(value))]
    uploads: Any = [file for _name, files in request.FILES.lists() for file in files]
    typed += [str(upload.name) for upload in uploads]
    if carried := name == "diary":  # its page unpacks the file again; other files may be too large for a form
        for upload in uploads:
            fields += [("data", carrying.pack(upload.read())), ("name", str(upload.name))]
    context = {
        "meant_for": meant_for,
        "is_gone": meant_for == DEMO and not demo_store.exists(),
        "only_reads": name in ONLY_READ,
        "files_stay": bool(uploads) and not carried,
        "address": request.get_full_path(),
        "token": csrf_input(request),
        "fields": [*fields, (FIELD, meant_for), (TURN, meant_for)],
        "typed": [one[:EXCERPT] for one in typed[:SHOWN]],
    }
    return show(request, "errors/other-store", context, status=409)


def _is_typed(name: str, value: str) -> bool:
    return bool(value.strip()) and not UNTYPED.fullmatch(name) and not CODE.fullmatch(value)
