"""The minute after a gathering: one screen for everybody met, then the verdicts and what is next."""

import secrets
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rapport import clock
from rapport.domain.asks.letters import LetterKind, Place
from rapport.domain.challenge.referee import Verdict
from rapport.services.asks import letters
from rapport.services.challenge import challenge as challenges
from rapport.services.errors import Invalid
from rapport.services.gatherings import debriefed as told_before
from rapport.services.gatherings import debriefs
from rapport.services.gatherings.debriefed import Debriefed, FollowUpRow, RulingGiven
from rapport.services.gatherings.debriefs import DebriefPage
from rapport.services.owners import OwnerView
from rapport.services.people import lookup
from rapport.web import notices, once
from rapport.web.forms import debriefs as forms
from rapport.web.forms.debriefs import Sheet
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import go, missing_is_404, show
from rapport.wording import dates, questions, verdicts
from rapport.wording.letters import first, language, write


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def debrief(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Everybody met, in one step; nothing typed is lost when something is to be asked."""
    owner = owner_of(request)
    today = today_of(owner)
    page = debriefs.open_debrief(owner.id, gathering_id, today)
    if request.method != "POST":
        return _sheet(request, page, forms.fresh(page), today)
    if before := once.kept(request, request.POST.get(once.FIELD, "")):
        notices.say(request, _("This was kept already."), level="info")
        return go("debriefed", before)
    sheet = forms.posted(request.POST)
    wish = request.POST.get("go", "")
    if wish in ("more", "lines"):
        (forms.with_room if wish == "more" else forms.with_lines)(sheet)
        return _sheet(request, page, sheet, today)
    draft = forms.draft(
        sheet, lambda name: debriefs.who(owner.id, name), lambda ids: lookup.details(owner.id, ids)
    )
    if draft is None:
        return _sheet(request, page, sheet, today)
    try:
        saved = debriefs.save(owner.id, gathering_id, draft, on=today, at=clock.now())
    except Invalid as wrong:
        sheet.problems.append(questions.problem(wrong.code))
        return _sheet(request, page, sheet, today)
    if saved.batch_id is None:
        return go("gathering", gathering_id)
    once.keep(request, request.POST.get(once.FIELD, ""), saved.batch_id)
    return go("debriefed", saved.batch_id)


@require_safe
@missing_is_404
def debriefed(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """What the referee says of everybody met, and a draft for each next step."""
    owner = owner_of(request)
    found = told_before.read_back(owner.id, batch_id)
    today = today_of(owner)
    context = {
        "told": found,
        "batch_id": batch_id,
        "rulings": _rulings(owner.id, found),
        "steps": _steps(found, owner, today),
        "people_made": [{"name": name, "id": pk} for pk, name in found.people_made],
    }
    return show(request, "gatherings/debriefed", context)


def _sheet(request: HttpRequest, page: DebriefPage, sheet: Sheet, today: date) -> HttpResponse:
    row = page.gathering
    numbered = list(enumerate(sheet.rows))
    context: dict[str, Any] = {
        "gathering": row,
        "when": capfirst(dates.spoken_day(row.on, today)),
        "sheet": sheet,
        "expected": [(n, one) for n, one in numbered if one.expected],
        "typed": [(n, one) for n, one in numbered if not one.expected],
        "met": [part.person.name for one in page.met for part in one.people],
        "plan": page.plan,
        "is_early": page.is_early,
        "is_fresh": request.method != "POST",
        "has_questions": sheet.asks,
        "once": request.POST.get(once.FIELD) or secrets.token_urlsafe(6),
        "names": lookup.offered(owner_of(request).id),
        "last": len(sheet.rows),
    }
    return show(request, "gatherings/debrief", context)


def _rulings(owner_id: UUID, found: Debriefed) -> list[dict[str, Any]]:
    """What counts first; what would make a hello more is said once."""
    order = list(Verdict)
    new = sorted((one for one in found.rulings if one.is_new), key=lambda one: order.index(one.verdict))
    said: set[str] = set()
    told = []
    for ruling in new:
        one = _told(owner_id, ruling)
        told.append(one | {"more": "" if one["told"].more in said else one["told"].more})
        said.add(one["told"].more)
    return told


def _told(owner_id: UUID, ruling: RulingGiven) -> dict[str, Any]:
    current = challenges.current(owner_id, ruling.on)
    rule = {"rule": current.rule} if current and ruling.on in current else {}
    told = verdicts.tell(
        ruling.person, ruling.verdict, ruling.reasons, in_challenge=ruling.in_challenge, **rule
    )
    return {
        "code": ruling.verdict.value,
        "told": told,
        "person": {"name": ruling.person, "url": reverse("person", args=[ruling.person_id])},
    }


def _steps(found: Debriefed, owner: OwnerView, today: date) -> list[dict[str, Any]]:
    """Each next step with its day and a letter to start from."""
    own = letters.own(owner.id, language())
    promised = {help_.person.id: help_.what for help_ in found.promises}
    return [
        {
            "id": step.id,
            "person": step.person.name,
            "url": reverse("person", args=[step.person.id]),
            "what": step.what,
            "day": dates.spoken_day(step.due_on, today),
            "letter": write(
                LetterKind.FOLLOW_UP, _values(step, found, owner), own, found.emails.get(step.person.id, "")
            ),
            "promised": promised.get(step.person.id, ""),
        }
        for step in found.steps
        if step.person
    ]


def _values(step: FollowUpRow, found: Debriefed, owner: OwnerView) -> dict[str, str]:
    name = step.person.name if step.person else ""
    return {Place.FIRST: first(name), Place.NAME: name, Place.ME: owner.name, Place.DETAIL: found.name}
