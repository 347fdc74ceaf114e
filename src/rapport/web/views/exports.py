"""What you wrote, as files for other programs."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from rapport import clock
from rapport.services.exports import exports
from rapport.services.exports.exports import FILES, Kind
from rapport.services.people import pages as people_pages
from rapport.web.caching import unchanged_is_304
from rapport.web.nouns import crumb
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import show

NAMES: Final = {
    "people.vcf": Kind.VCARD,
    "people-3.vcf": Kind.VCARD_3,
    "people.csv": Kind.CSV,
    "calendar.ics": Kind.ICS,
    "rapport.json": Kind.JSON,
}
SAID: Final = {
    Kind.VCARD: (
        gettext_lazy("Your people, for an address book"),
        gettext_lazy("vCard 4. What other programs said of them and Rapport has no place for is in it too."),
    ),
    Kind.VCARD_3: (
        gettext_lazy("Your people, for an older address book"),
        gettext_lazy("vCard 3, where the first one is not understood."),
    ),
    Kind.CSV: (
        gettext_lazy("Your people, for a spreadsheet"),
        gettext_lazy("CSV. Nothing in it can be run as a formula."),
    ),
    Kind.ICS: (
        gettext_lazy("Your calendar"),
        gettext_lazy("ICS: gatherings, next steps, and promises with a date."),
    ),
    Kind.JSON: (
        gettext_lazy("Everything you wrote"),
        gettext_lazy("JSON, documented: for another Rapport, or for a program of your own."),
    ),
}
BLOCK: Final = 64 * 1024  # characters sent at once


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """The kinds of files there are."""
    files = [
        {
            "name": name,
            "url": reverse("export-file", args=[name]),
            "what": SAID[kind][0],
            "note": SAID[kind][1],
        }
        for name, kind in NAMES.items()
    ]
    label, address = crumb(_("People"), "people")
    return show(request, "exports/page", {"files": files, "back": {"label": label, "url": address}})


@require_safe
def download(request: HttpRequest, name: str) -> HttpResponseBase:
    """One of them, to keep."""
    if name not in NAMES:
        raise Http404
    stem, _dot, suffix = name.rpartition(".")
    return attachment(request, NAMES[name], f"{stem}-{today_of(owner_of(request)).isoformat()}.{suffix}")


@require_safe
def person(request: HttpRequest, person_id: UUID) -> HttpResponseBase:
    """One person as a vCard."""
    try:
        name = people_pages.read(owner_of(request).id, person_id).person.name
    except LookupError as error:
        raise Http404 from error
    return attachment(request, Kind.VCARD, f"{slugify(name) or 'person'}.vcf", [person_id])


def attachment(
    request: HttpRequest, kind: Kind, name: str, chosen: Collection[UUID] | None = None
) -> HttpResponseBase:
    """A file that the browser keeps, sent block by block."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if request.method == "HEAD":
        return HttpResponse(content_type=FILES[kind].mime, headers=headers)
    pieces = exports.pieces(owner_of(request).id, kind, at=clock.now(), people=chosen)
    return StreamingHttpResponse(_blocks(pieces), content_type=FILES[kind].mime, headers=headers)


def _blocks(pieces: Iterable[str]) -> Iterator[bytes]:
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= BLOCK:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    yield "".join(waiting).encode()
