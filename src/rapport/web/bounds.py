"""How much one page may be sent: looked at before anything is read, so that the answer can say it."""

from collections.abc import Callable, Mapping
from typing import Final

from django.http import HttpRequest, HttpResponseBase

from rapport.services.gatherings.engagements import LARGEST as CALENDAR
from rapport.services.quicklog.diary import LARGEST
from rapport.web.views import errors

MEGABYTE: Final = 1024 * 1024  # bytes
PAGE: Final = 2 * MEGABYTE  # of any form
FILES: Final = 200 * MEGABYTE  # of files brought in at once (TRUST.md §4)
# A diary travels on packed: base64 writes four bytes for three, and a form one of those in sixteen as three.
DIARY_PAGE: Final = LARGEST * 4 // 3 * 9 // 8 + PAGE
DIARY: Final = ("diary", LARGEST, DIARY_PAGE)
OTHERS: Final[
    Mapping[str, tuple[str, int, int]]
] = {  # what is sent there, its limit as told, and of the request
    "/diary": DIARY,
    "/diary/save": DIARY,
    "/import": ("files", FILES, FILES + PAGE),
    "/gatherings/calendar": ("files", CALENDAR, CALENDAR + PAGE),
}


def bounded(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Refuse what is too long with a page that says the limit; config/wsgi.py hears the rest out."""

    def handle(request: HttpRequest) -> HttpResponseBase:
        what, told, most = OTHERS.get(request.path, ("page", PAGE, PAGE))
        if int(request.META.get("CONTENT_LENGTH") or 0) > most:
            return errors.too_large(request, what, told // MEGABYTE)
        return get_response(request)

    return handle
