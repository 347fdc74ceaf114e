"""Next steps: one made in a click, done, or let go."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport import clock
from rapport.services.errors import Invalid
from rapport.services.interactions import followups
from rapport.web.caching import unchanged_is_304
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go_back, missing_is_404, show
from rapport.wording import dates
from rapport.wording import followups as words

SHOWN = 20  # of those done or let go


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """Everything one wants to come back to."""
    owner = owner_of(request)
    today = today_of(owner)
    listed = followups.listing(owner.id, today)
    likely = {each.id: each for each in listed.likely}
    groups = [
        {"title": title, "rows": [_row(row, today, likely.get(row.id)) for row in rows]}
        for title, rows in ((_("Due"), listed.due), (_("Later"), listed.later))
    ]
    closed = [_row(row, today) for row in listed.closed[:SHOWN]]
    return show(request, "followups/page", {"groups": groups, "closed": closed})


@require_POST
@missing_is_404
def add(request: HttpRequest) -> HttpResponse:
    """Remember to be in touch with somebody, on a day."""
    owner = owner_of(request)
    today = today_of(owner)
    try:
        due, person_id = date.fromisoformat(request.POST.get("due", "")), UUID(request.POST.get("person", ""))
        draft = followups.Draft(due, today, person_id, request.POST.get("what", ""))
        saved = followups.create(owner.id, draft, at=clock.now())
    except (ValueError, Invalid) as error:
        raise LookupError("follow-up") from error
    done(request, _("You will be reminded %(day)s.") % {"day": dates.spoken_day(due, today)}, saved.batch_id)
    return go_back(request)


@require_POST
@missing_is_404
def finish(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    """It happened."""
    owner = owner_of(request)
    saved = followups.done(owner.id, follow_up_id, today_of(owner), at=clock.now())
    done(request, _("Done. Well done."), saved.batch_id)
    return go_back(request)


@require_POST
@missing_is_404
def drop(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    """It need not happen any more."""
    owner = owner_of(request)
    saved = followups.drop(owner.id, follow_up_id, today_of(owner), at=clock.now())
    done(request, _("Let go."), saved.batch_id)
    return go_back(request)


@require_POST
@missing_is_404
def reopen(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    """It is not done, whatever shows; from now on only its owner closes it."""
    saved = followups.reopen(owner_of(request).id, follow_up_id, at=clock.now())
    done(request, _("Still open. Only you will close it now."), saved.batch_id)
    return go_back(request, "follow-ups")


def _row(row: followups.FollowUpRow, today: date, likely: followups.Likely | None = None) -> dict[str, Any]:
    person = row.person
    return {
        "name": person.name if person else row.what,
        "url": reverse("person", args=[person.id]) if person else "",
        "what": row.what if person else "",
        "when": dates.spoken_day(row.due_on, today),
        "state": _("done") if row.done_on else _("let go") if row.dropped_on else "",
        "done": reverse("follow-up-done", args=[row.id]),
        "drop": reverse("follow-up-drop", args=[row.id]),
        "reopen": reverse("follow-up-reopen", args=[row.id]),
        "likely": words.likely(likely, today) if likely else "",
        "because": words.closed(row.closed_by, row.done_on, today),
    }
