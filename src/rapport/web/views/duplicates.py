"""People who may be one: side by side, merged with a choice of fields, or told apart."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.services.duplicates import duplicates as services
from rapport.services.duplicates.duplicates import Lookalike
from rapport.web.owner import owner_of
from rapport.web.pages import done, go, go_back, missing_is_404, show
from rapport.web.paging import number_of, paging_view
from rapport.web.side_by_side import both, choices, rows
from rapport.wording import dates
from rapport.wording import duplicates as words


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Who may be the same person, the surest first."""
    owner = owner_of(request)
    found = services.look(owner.id, at=clock.now(), page=number_of(request))
    searched = found.searched
    context = {
        "pairs": [_pair(pair, owner.country) for pair in found.pairs],
        "found": words.found(found.total) if found.total else "",
        "sure": found.sure.people,
        "merge_all": words.merge_all(found.sure),
        "what_is_sure": words.what_is_sure(),
        "how_sure": words.how_sure(found.sure),
        "searched": bool(searched),
        "is_current": bool(searched and searched.is_current),
        "searched_on": dates.short_day(searched.at.date()) if searched else "",
        "looked_at": _looked_at(searched.people) if searched else "",
        "paging": paging_view(found, reverse("duplicates")),
    }
    return show(request, "duplicates/page", context)


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def pair(request: HttpRequest, a: UUID, b: UUID) -> HttpResponse:
    """What would be kept of each, to choose and to merge."""
    owner = owner_of(request)
    two = services.compare(owner.id, a, b)
    proposed = services.propose(owner.id, (a, b))
    if request.method == "POST":
        chosen = _chosen(request, {a, b})
        keep = proposed.entry.id
        name = services.propose(owner.id, (a, b), chosen).entry.name
        saved = services.merge(owner.id, keep, b if keep == a else a, chosen, at=clock.now())
        done(request, _("%(name)s is one person now.") % {"name": name}, saved.batch_id)
        return go("duplicates")
    context = {
        "one": _pair(two, owner.country),
        "names": (two.a.name, two.b.name),
        "choices": choices(two, proposed),
        "both": both(proposed),
    }
    return show(request, "duplicates/pair", context)


@require_POST
@missing_is_404
def never(request: HttpRequest, a: UUID, b: UUID) -> HttpResponse:
    """They are two people."""
    saved = services.never(owner_of(request).id, a, b, at=clock.now())
    done(request, _("Noted: two people. You will not be asked about them again."), saved.batch_id)
    return go_back(request, "duplicates")


@require_POST
def sure(request: HttpRequest) -> HttpResponse:
    """Merge all that are sure, as one step."""
    batch_id, count = services.merge_sure(owner_of(request).id, at=clock.now())
    done(request, words.merged(count) if count else _("Nothing was sure enough to merge."), batch_id)
    return go("duplicates")


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Look through everybody again."""
    services.look_again(owner_of(request).id, at=clock.now())
    return go("duplicates")


def _looked_at(people: int) -> str:
    said = ngettext("%(count)s person looked at", "%(count)s people looked at", people)
    return said % {"count": people}


def _chosen(request: HttpRequest, them: set[UUID]) -> Mapping[str, UUID]:
    """Whose value each field takes, where that is one of the two."""
    by = {str(pk): pk for pk in them}
    return {
        field: by[said] for field in words.FIELD_LABELS if (said := request.POST.get(f"take-{field}")) in by
    }


def _pair(two: Lookalike, country: str) -> dict[str, object]:
    args = [two.a.id, two.b.id]
    return {
        "a": {"name": two.a.name, "url": reverse("person", args=[two.a.id])},
        "b": {"name": two.b.name, "url": reverse("person", args=[two.b.id])},
        "rows": rows(two, country),
        "for_one": [words.reason(each) for each in two.reasons if words.speaks_for_one(each)],
        "for_two": [words.reason(each) for each in two.reasons if words.speaks_for_two(each)],
        "chance": words.chance(two.probability) if two.reasons else "",
        "is_sure": two.is_sure,
        "url": reverse("duplicate", args=args),
        "never_url": reverse("duplicate-never", args=args),
    }
