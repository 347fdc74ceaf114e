"""Kind pages for when something is not as it should be. They never touch the database."""

import logging
import secrets
import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils import translation

from rapport.services.keeping import disk

log = logging.getLogger("rapport.errors")


def page(request: HttpRequest, name: str, status: int, **facts: str | int | bool) -> HttpResponse:
    """Render rapport/errors/NAME.html, in the browser's language where none is chosen yet."""
    code = getattr(request, "LANGUAGE_CODE", None) or translation.get_language_from_request(request)
    with translation.override(code):
        body = get_template(f"rapport/errors/{name}.html").render(
            {"status": status, "language": code, **facts}
        )
    return HttpResponse(body, status=status, headers={"Content-Language": code})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, "400", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, "403", 403, why="forbidden")


def from_elsewhere(request: HttpRequest) -> HttpResponse:
    """Another site, or another port of this machine, asked."""
    return page(request, "403", 403, why="elsewhere")


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token is missing or old: loading its page again makes a new one."""
    return page(request, "403", 403, why="form")


def not_launched(request: HttpRequest) -> HttpResponse:
    """No session yet: say how to get one."""
    return page(request, "launch-needed", 403)


def too_large(request: HttpRequest, what: str, megabytes: int) -> HttpResponse:
    """More than a page takes (`what`: page, diary or files); nothing of it was read."""
    return page(request, "413", 413, what=what, megabytes=megabytes)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, "404", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke: page and log share an id. A full disk is told apart, the reader can help it."""
    error, error_id = sys.exception(), secrets.token_hex(4)
    log.error("error %s", error_id, exc_info=error)
    full = disk.is_full(error)
    return page(request, "500", 507 if full else 500, disk_full=full, error_id=error_id)
