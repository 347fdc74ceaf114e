"""Coming in by a one-time link, being alive, and hearing what the browser refused."""

import json
import logging
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST, require_safe

from rapport import clock
from rapport.services.setup import launch
from rapport.web.middleware import SESSION_KEY
from rapport.web.views import errors

REPORT_LIMIT: Final = 8 * 1024  # bytes

log = logging.getLogger("rapport.csp")


@require_GET  # a program that only looks at a link must not use it up
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Trade a one-time token for a session; an old link in a browser that is already in does no harm."""
    wanted = request.GET.get("next", "/")
    safe = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    if launch.redeem(settings.DATA_DIR, token, clock.now()):
        request.session.flush()
        request.session[SESSION_KEY] = True
        rotate_token(request)
    elif not request.session.get(SESSION_KEY):
        return errors.not_launched(request)
    response = HttpResponseRedirect(wanted if safe else "/")
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """The server answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@csrf_exempt
@require_POST
def csp_report(request: HttpRequest) -> HttpResponse:
    """Note which rule a page broke, by the page's route: never an address, never a word of content."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > REPORT_LIMIT:
        return HttpResponse(status=413)
    try:
        report = json.loads(request.read(REPORT_LIMIT))["csp-report"]
        rule = str(report["effective-directive"])[:40]
        path = "/" + str(report["document-uri"]).split("/", 3)[3].partition("?")[0]
        log.warning("csp %r on /%s", rule, resolve(path).route)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, Resolver404):
        log.warning("csp report that could not be read")
    return HttpResponse(status=204)
