"""One encounter put right, or moved to the bin."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport import clock
from rapport.domain.challenge.challenge import Challenge
from rapport.services.challenge import challenge as challenges
from rapport.services.challenge import rejudged
from rapport.services.errors import Invalid
from rapport.services.interactions import interactions as services
from rapport.services.interactions import pages as interaction_pages
from rapport.services.interactions.pages import InteractionRow
from rapport.web import notices
from rapport.web.forms.interactions import InteractionForm
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, missing_is_404, show
from rapport.web.thread import told
from rapport.wording import dates, questions
from rapport.wording.words import word

FIELDS = {"people": "more_people", "gathering_id": "gathering"}  # where a service's field stands in the form


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def edit(request: HttpRequest, interaction_id: UUID) -> HttpResponse:
    """Tell it as it was; everybody in it is judged again."""
    owner = owner_of(request)
    row = interaction_pages.read(owner.id, interaction_id)
    form = InteractionForm(request.POST or None, row=row, owner_id=owner.id)
    if request.method == "POST" and form.is_valid():
        draft = form.draft()
        if draft.on > today_of(owner):
            form.add_error("on", _("This day lies ahead. What has happened has a day up to today."))
        else:
            try:
                saved = services.edit(owner.id, interaction_id, draft, at=clock.now())
            except Invalid as wrong:
                form.add_error(FIELDS.get(wrong.field, wrong.field), questions.problem(wrong.code))
            else:
                now = interaction_pages.read(owner.id, interaction_id)
                done(request, _rejudged(row, now, challenges.every(owner.id)), saved.batch_id)
                notices.say_moved(request, rejudged.named(owner.id, saved.moved), today_of(owner))
                return go("day", draft.on.isoformat(), at=f"i-{interaction_id}")
    return show(request, "interactions/edit", {"form": form, "row": row, "day": capfirst(dates.day(row.on))})


@require_POST
@missing_is_404
def discard(request: HttpRequest, interaction_id: UUID) -> HttpResponse:
    """Into the bin, for 30 days; the people in it are judged without it."""
    owner = owner_of(request)
    on = interaction_pages.read(owner.id, interaction_id).on
    saved = services.discard(owner.id, interaction_id, at=clock.now())
    done(request, _("It is in the bin, for 30 days."), saved.batch_id)
    notices.say_moved(request, rejudged.named(owner.id, saved.moved), today_of(owner))
    return go("day", on.isoformat())


def _rejudged(before: InteractionRow, now: InteractionRow, every: list[Challenge]) -> str:
    """What the referee says now, of everybody of whom it was something else before."""
    was = {part.person.id: part.ruling for part in before.people}
    new = [part for part in now.people if part.ruling and part.ruling != was.get(part.person.id)]
    said = [(part, told(part.person.name, part.ruling, now.on, every)) for part in new]
    if not said:
        return _("Changed. The referee says the same as before.")
    part, ruling = said[0]
    if len(said) == 1 and part.ruling and ruling:
        parts = {"verdict": word(part.ruling.verdict), "reason": ruling.reason}
        return _("Changed. Now: %(verdict)s. %(reason)s") % parts
    listed = [f"{one.person.name} ({word(one.ruling.verdict)})" for one, _told in said if one.ruling]
    return _("Changed. Now: %(people)s.") % {"people": dates.listed(listed)}
