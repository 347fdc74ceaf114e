"""The answers to Today's cards: done, not today, not for me; and honestly what came of it."""

from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport import clock
from rapport.domain.coach.cards import USUAL, Kind, Reply
from rapport.services.coach import cards as services
from rapport.services.coach import today as days
from rapport.services.coach.today import TodayPage
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, missing_is_404
from rapport.web.views.today import minutes_in
from rapport.wording.cards import TO_TELL
from rapport.wording.words import heading

LEFT: Final = {
    Reply.NOT_TODAY: lambda: _("Not today, then. It is no debt."),
    Reply.NOT_FOR_ME: lambda: _("It stays away for a month."),
    Reply.LATER: lambda: _("Not now, then. It is no debt."),
}


@require_POST
@missing_is_404
def answer(request: HttpRequest) -> HttpResponse:
    """Keep it. What is done without saying whom it concerns is asked for in one line."""
    owner = owner_of(request)
    today = today_of(owner)
    key = request.POST.get("action", "")
    name, _colon, subject = key.partition(":")
    try:
        reply, kind = Reply(request.POST.get("answer", "")), Kind(name)
    except ValueError as error:
        raise LookupError(key) from error
    said = minutes_in(request.POST.get("minutes", ""))
    before = days.open_today(owner.id, today, minutes=said)
    minutes = next(
        (a.candidate.minutes for a in before.plan.actions if a.candidate.key == key), USUAL[kind][1]
    )
    batch = services.reply(
        owner.id, key, reply, on=today, way=USUAL[kind][0], minutes=minutes, at=clock.now()
    )
    if reply is not Reply.DONE:
        done(request, LEFT[reply](), batch)
    elif not subject and kind in TO_TELL:
        return _ask_for_a_line(request, kind, batch)
    else:
        done(request, _came_of_it(before, days.open_today(owner.id, today, minutes=said)), batch)
    return go("today", minutes=said)


def _ask_for_a_line(request: HttpRequest, kind: Kind, batch: UUID) -> HttpResponse:
    done(request, _("Noted as done for today."), batch)
    return HttpResponseRedirect(f"{reverse('quicklog')}?{urlencode({'card': kind})}")


def _came_of_it(before: TodayPage, after: TodayPage) -> str:
    """Which goal moved, when one did."""
    earlier = {goal.way: goal.done for goal in before.goals}
    for goal in after.goals:
        if goal.done > earlier.get(goal.way, goal.done):
            facts = {"goal": heading(goal.way), "done": goal.done, "of": goal.of}
            return _("Done. Well done. %(goal)s: %(done)s of %(of)s.") % facts
    return _("Done. Well done.")
