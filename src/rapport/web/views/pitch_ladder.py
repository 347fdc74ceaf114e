"""The ladder of dreams: its order, who is there, and which to send this week."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from rapport import clock
from rapport.services.pitches import pages as pitch_pages
from rapport.services.pitches import pitches
from rapport.services.pitches.pages import Ladder, PitchCard, Rung, There
from rapport.web.forms.pitches import NudgesForm, nudge_values
from rapport.web.nouns import crumb, keep, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go_back, missing_is_404
from rapport.wording import dates
from rapport.wording import pitches as words
from rapport.wording.words import heading

NAMED = 3  # people of one organisation on the ladder
MOVES = {"up": -1, "down": 1}


@require_POST
@missing_is_404
def move(request: HttpRequest, pitch_id: UUID) -> HttpResponse:
    """One rung up or down the ladder."""
    by = MOVES.get(request.POST.get("by", ""))
    if by is None:
        raise LookupError("by")
    saved = pitches.move(owner_of(request).id, pitch_id, by, at=clock.now())
    if saved.batch_id:
        done(request, _("The ladder has a new order."), saved.batch_id)
    return go_back(request, "pitches")


@require_POST
@missing_is_404
def plan(request: HttpRequest) -> HttpResponse:
    """Mean to send these on these days; an empty day is some day."""
    owner = owner_of(request)
    try:
        posted = zip(request.POST.getlist("pick"), request.POST.getlist("on"), strict=True)
        wanted = {UUID(pick): date.fromisoformat(on) if on else None for pick, on in posted}
    except ValueError as error:
        raise LookupError("plan") from error
    saved = pitches.plan(owner.id, wanted, at=clock.now())
    planned = sum(on is not None for on in wanted.values())
    if planned:
        text = ngettext("%(count)s pitch is planned.", "%(count)s pitches are planned.", planned)
        done(request, text % {"count": planned}, saved.batch_id)
    else:
        done(request, _("Some other day, then."), saved.batch_id)
    return go_back(request, "pitches")


@require_http_methods(["GET", "HEAD", "POST"])
def nudges(request: HttpRequest) -> HttpResponse:
    """When to write again after sending."""
    owner = owner_of(request)
    after = pitch_pages.listing(owner.id, today_of(owner)).nudge_after
    form = NudgesForm(request.POST or None, owner_id=owner.id, values=nudge_values(after))
    if saved := keep(form, lambda: pitches.set_nudges(owner.id, form.days(), at=clock.now())):
        done(request, _("Saved."), saved.batch_id)
        return go_back(request, "pitches")
    lead = _("One polite line raises replies; more bring little. Some never write again, on purpose.")
    return show_form(request, form, _("Writing again"), lead=lead, crumbs=[crumb(_("Pitches"), "pitches")])


def ladder_view(told: Ladder, today: date) -> dict[str, Any]:
    """The ladder page's part."""
    names = {rung.card.pitch.id: rung.card.pitch for rung in told.rungs}
    return {
        "rungs": [_rung(rung, today) for rung in told.rungs],
        "week": str(words.WEEKS[told.batch.week]),
        "picks": [
            {
                "id": pick.pitch_id,
                "name": names[pick.pitch_id].organisation,
                "url": reverse("pitch", args=[pick.pitch_id]),
                "on": pick.on.isoformat(),
                "day": words.pick_day(pick, today),
                "why": words.pick(pick),
            }
            for pick in told.batch.picks
        ],
        "planned": [card_view(card, today) for card in told.planned],
    }


def card_view(card: PitchCard, today: date) -> dict[str, Any]:
    """A pitch as lists show it."""
    row = card.pitch
    return {
        "id": row.id,
        "name": row.organisation,
        "url": reverse("pitch", args=[row.id]),
        "person": row.person.name if row.person else "",
        "through": row.through.name if row.through else "",
        "why": row.why,
        "fright": words.fright(row.fright),
        "level": row.fright or 0,
        "stage": heading(row.stage),
        "code": row.stage.value,
        "since": dates.ago((today - row.stage_on).days) if row.stage_on else "",
        "due": words.due(card, today),
        "is_due": card.is_due,
        "may_rest": card.may_rest(today),
        "move": reverse("pitch-step", args=[row.id]),
        "assumed": row.assumed,
    }


def there_view(there: There) -> dict[str, Any]:
    """Who is at an organisation, and the way there."""
    people = [
        {"name": one.name, "url": reverse("person", args=[one.id]), "role": one.role} for one in there.people
    ]
    return {"path": words.path(there), "people": people[:NAMED], "more": max(0, len(people) - NAMED)}


def _rung(rung: Rung, today: date) -> dict[str, Any]:
    return (
        card_view(rung.card, today)
        | there_view(rung.there)
        | {"order": reverse("pitch-move", args=[rung.card.pitch.id])}
    )
