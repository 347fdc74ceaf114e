"""One minute before a gathering."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport import clock
from rapport.domain.gatherings.brief import TO_FIND, Acquainted, ToFind
from rapport.domain.text import spared
from rapport.services.errors import Invalid
from rapport.services.gatherings import briefs as gathering_briefs
from rapport.web.caching import unchanged_is_304
from rapport.web.coming import when_of
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, missing_is_404, show
from rapport.wording import dates
from rapport.wording import gathering_briefs as words


@require_safe
@missing_is_404
@unchanged_is_304
def before(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Who may be there, how to begin, whom to find."""
    owner = owner_of(request)
    today = today_of(owner)
    page = gathering_briefs.open_brief(owner.id, gathering_id, today)
    row = page.gathering
    context = {
        "gathering": row,
        "when": capfirst(when_of(row.on, row.starts_at, today)),
        "where": ", ".join(filter(None, (row.place, row.city))),
        "expected": [_person(one, today) for one in page.brief.expected],
        "openers": [words.opener(one) for one in page.brief.openers],
        "is_crowd": page.is_crowd,
        "plan": page.plan,
        "plan_text": "\n".join(page.plan or [words.line(one) for one in page.brief.to_find]),
        "proposals": [_proposal(one) for one in page.brief.to_find],
        "to_find": TO_FIND,
    }
    return show(request, "gatherings/before", context)


@require_POST
@missing_is_404
def plan(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Whom to find, one a line."""
    try:
        saved = gathering_briefs.plan(
            owner_of(request).id, gathering_id, spared(request.POST.get("plan", "")), at=clock.now()
        )
    except Invalid as error:
        raise LookupError(str(gathering_id)) from error
    done(request, _("Your plan is kept. The debrief will ask about it."), saved.batch_id)
    return go("gathering-before", gathering_id, at="plan")


def _person(one: Acquainted, today: date) -> dict[str, Any]:
    return {
        "name": one.name,
        "url": reverse("person", args=[one.id]),
        "why": dates.listed([words.sight(sight) for sight in one.sights]),
        "needs": one.needs,
        "promises": one.promises,
        "met": dates.ago((today - one.met_on).days) if one.met_on else "",
    }


def _proposal(one: ToFind) -> dict[str, str]:
    url = reverse("person", args=[one.person_id]) if one.person_id else ""
    return {"who": words.whom(one), "why": words.why(one) if one.name else "", "url": url}
