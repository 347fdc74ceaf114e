"""Those one lost touch with: a handful, each with a few lines to begin with."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport import clock
from rapport.domain.asks.letters import LetterKind, Own, Place
from rapport.domain.coach.cards import Reply
from rapport.services.asks import letters
from rapport.services.coach import reconnect
from rapport.services.coach.reconnect import Sleeping
from rapport.services.owners import OwnerView
from rapport.web.caching import unchanged_is_304
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, missing_is_404, show
from rapport.wording import reconnect as words
from rapport.wording.letters import first, language, write

BACK: Final = "back"  # the answer that brings somebody back
SAID: Final = {
    Reply.DONE: lambda: _("Written down: you wrote to %(name)s. Well done."),
    Reply.LATER: lambda: _("%(name)s comes back in three months, if you like."),
    Reply.NOT_FOR_ME: lambda: _("%(name)s will not come up here again."),
}


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """A handful of ties to wake."""
    owner = owner_of(request)
    today = today_of(owner)
    listed = reconnect.listing(owner.id, today)
    own = letters.own(owner.id, language())
    context = {
        "few": [_sleeping(one, owner, own, today) for one in listed.few],
        "others": words.others(listed.others),
        "aside": [
            {
                "name": put.person.name,
                "url": reverse("person", args=[put.person.id]),
                "until": words.aside(put, today),
                "answer": reverse("reconnect-answer", args=[put.person.id]),
            }
            for put in listed.aside
        ],
        "knows_anybody": listed.knows_anybody,
        "welcome": str(words.WELCOME),
        "fresh": str(words.FRESH),
    }
    return show(request, "reconnect/page", context)


@require_POST
@missing_is_404
def answer(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """I wrote, not now, not for me, or bring them back."""
    owner = owner_of(request)
    said = request.POST.get("answer", "")
    if said == BACK:
        saved = reconnect.bring_back(owner.id, person_id, at=clock.now())
        done(request, _("Brought back."), saved.batch_id)
        return go("reconnect")
    reply = next((code for code in SAID if code == said), None)
    if reply is None:
        raise LookupError(said)
    saved = reconnect.answer(owner.id, person_id, reply, today_of(owner), at=clock.now())
    name = reconnect.name_of(owner.id, person_id)
    done(request, SAID[reply]() % {"name": name}, saved.batch_id)
    return go("reconnect")


def _sleeping(one: Sleeping, owner: OwnerView, own: Own, today: date) -> dict[str, Any]:
    who = one.tie.who
    values: dict[str, str] = {
        Place.NAME: who.name,
        Place.FIRST: first(who.name),
        Place.ME: owner.name,
        Place.DETAIL: words.detail(one),
    }
    return {
        "id": who.id,
        "name": who.name,
        "url": reverse("person", args=[who.id]),
        "place": ", ".join(filter(None, (who.role, who.organisation))),
        "why": words.why(one.tie),
        "silent": words.silent(who.last_on, today),
        "shared": words.last_shared(one),
        "letter": write(LetterKind.RECONNECT, values, own, one.email),
        "answer": reverse("reconnect-answer", args=[who.id]),
    }
