"""The door's guards: this machine, this browser, this person; then whose rows and which language."""

from collections.abc import Callable
from typing import Final

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.http.response import ResponseHeaders
from django.urls import is_valid_path
from django.utils import translation

from rapport.services.present_owner import present_owner
from rapport.services.setup import demo_store
from rapport.web.views import errors

Handler = Callable[[HttpRequest], HttpResponseBase]

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
HERE: Final = frozenset({None, "same-origin", "none"})  # Sec-Fetch-Site of our own pages and typed addresses
SESSION_KEY: Final = "launched"
CSP: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types rapport; report-uri /csp-report"
)
HEADERS: Final = (
    ("Content-Security-Policy", CSP),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cache-Control", "private, no-cache"),
)
STRICT: Final = ResponseHeaders(dict(HEADERS))._store


def guard(get_response: Handler) -> Handler:
    """Our own host names only; no request from another site, another port or a frame; strict headers."""

    def handle(request: HttpRequest) -> HttpResponseBase:
        try:
            host = request.get_host()
        except DisallowedHost as error:
            return dressed(errors.bad_request(request, error))
        if is_from_elsewhere(request, host):
            return dressed(errors.from_elsewhere(request))
        return dressed(get_response(request))

    return handle


def dressed(response: HttpResponseBase) -> HttpResponseBase:
    """Put the security headers on, keeping those a view has set, and say how long the page is."""
    if isinstance(response, HttpResponse) and response.status_code != 304:
        response.headers.setdefault("Content-Length", str(len(response.content)))
    # As `setdefault` for each would, without looking at constants letter by letter for every page.
    response.headers._store = {**STRICT, **response.headers._store}
    return response


def is_from_elsewhere(request: HttpRequest, host: str) -> bool:
    """Whether the browser says that another origin made this request."""
    site = request.META.get("HTTP_SEC_FETCH_SITE")
    if request.method in SAFE:
        # A link in a mail may lead here; another site's picture, script, frame or fetch may not.
        visit = (request.META.get("HTTP_SEC_FETCH_MODE"), request.META.get("HTTP_SEC_FETCH_DEST"))
        return site not in HERE and visit != ("navigate", "document")
    origin = request.META.get("HTTP_ORIGIN")
    return site not in HERE or origin not in {None, f"{request.scheme}://{host}"}


def is_open_to_all(path: str) -> bool:
    """The two addresses that need no session: coming in, and being alive."""
    return path.startswith("/launch/") or path == "/health"


def launched(get_response: Handler) -> Handler:
    """Only a browser that came in by a one-time link sees anything."""

    def handle(request: HttpRequest) -> HttpResponseBase:
        if is_open_to_all(request.path) or request.session.get(SESSION_KEY):
            return get_response(request)
        return errors.not_launched(request)

    return handle


def store(get_response: Handler) -> Handler:
    """Choose the rows for this request, one's own or the demo's, and read whose they are."""

    def with_owner(request: HttpRequest) -> HttpResponseBase:
        request.owner = present_owner()  # type: ignore[attr-defined]  # every view's first argument
        return get_response(request)

    def handle(request: HttpRequest) -> HttpResponseBase:
        if is_open_to_all(request.path):
            return get_response(request)
        if demo_store.is_demo(request.session):
            if demo_store.exists():
                with demo_store.demo_rows():
                    return with_owner(request)
            demo_store.leave_demo(request.session)  # another window has thrown it away
            request.meant_for = "demo"  # type: ignore[attr-defined]  # a form that names no store: see stores.py
        return with_owner(request)

    return handle


def landed(get_response: Handler) -> Handler:
    """An address that only takes forms, opened like a page, leads to the nearest page above it."""

    def handle(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.method in {"GET", "HEAD"} and response.headers.get("Allow") == "POST":
            return HttpResponseRedirect(_page_above(request.path))
        return response

    return handle


def _page_above(path: str) -> str:
    parts = path.strip("/").split("/")
    above = ("/" + "/".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))
    return next((address for address in above if is_valid_path(address)), "/")


def language(get_response: Handler) -> Handler:
    """Speak the language chosen in the settings, else the browser's."""

    def handle(request: HttpRequest) -> HttpResponseBase:
        owner = getattr(request, "owner", None)
        code = (owner and owner.language) or translation.get_language_from_request(request)
        request.LANGUAGE_CODE = code
        with translation.override(code):
            response = get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response

    return handle
