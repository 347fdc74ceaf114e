"""What grew from a person, a gathering, a series or an ask."""

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rapport.domain.origins.origins import NodeKind
from rapport.services.asks import growth
from rapport.services.asks.growth import Growth, Line
from rapport.web.caching import unchanged_is_304
from rapport.web.nouns import crumb
from rapport.web.owner import owner_of
from rapport.web.pages import missing_is_404, show
from rapport.wording import dates
from rapport.wording import growth as words

ROOTS: Final[Mapping[str, Callable[[UUID, UUID], tuple[str, Growth]]]] = {
    "person": growth.of_person,
    "gathering": growth.of_gathering,
    "series": growth.of_series,
    "ask": growth.of_ask,
}
PAGES: Final = {
    NodeKind.PERSON: "person",
    NodeKind.GATHERING: "gathering",
    NodeKind.OPPORTUNITY: "opportunity-edit",
}
MOST: Final = 300  # lines on a page; the counts tell of all


@require_safe
@unchanged_is_304
@missing_is_404
def page(request: HttpRequest, noun: str, pk: UUID) -> HttpResponse:
    """All of it as an indented list."""
    if noun not in ROOTS:
        raise Http404
    name, found = ROOTS[noun](owner_of(request).id, pk)
    context = {
        "crumbs": [{"label": label, "url": url} for label, url in _crumbs(noun, name, pk)],
        "title": _title(noun, name),
        "summary": words.summary(found),
        "tree": _nested(found.lines[:MOST]),
        "more": max(0, len(found.lines) - MOST),
        "back": reverse(noun, args=[pk]),
        "name": name,
    }
    return show(request, "growth/page", context)


def _title(noun: str, name: str) -> str:
    if noun == "ask":
        return _("What grew from asking %(name)s") % {"name": name}
    return _("What grew from %(name)s") % {"name": name}


def _crumbs(noun: str, name: str, pk: UUID) -> list[tuple[str, str]]:
    lists = {
        "person": crumb(_("People"), "people"),
        "gathering": crumb(_("Gatherings"), "gatherings"),
        "series": crumb(_("Gatherings"), "gatherings"),
        "ask": crumb(_("Asks"), "asks"),
    }
    return [lists[noun], crumb(name, noun, pk), (_("What grew"), "")]


def _nested(lines: tuple[Line, ...]) -> list[dict[str, Any]]:
    """Each with what grew from it inside."""
    top: list[dict[str, Any]] = []
    open_: list[list[dict[str, Any]]] = [top]
    for line in lines:
        node: dict[str, Any] = {
            "kind": line.kind.value,
            "name": line.name,
            "url": reverse(PAGES[line.kind], args=[line.id]),
            "on": dates.short_day(line.on) if line.on else "",
            "iso": line.on.isoformat() if line.on else "",
            "how": words.how(line),
            "inside": [],
        }
        del open_[line.depth + 1 :]
        open_[-1].append(node)
        open_.append(node["inside"])
    return top
