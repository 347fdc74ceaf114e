"""What mailbox and calendar remember: one question after the other, one tap each."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport import clock
from rapport.services.coach import backfill
from rapport.services.errors import Invalid
from rapport.web import notices
from rapport.web.caching import unchanged_is_304
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, missing_is_404, show
from rapport.wording import backfill as words
from rapport.wording import dates

NOT_MINE = "not_mine"
AGAIN = "again"


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """What waits for a word, and what was told."""
    owner = owner_of(request)
    today = today_of(owner)
    past = backfill.open_past(owner.id, today)
    context = {
        "waiting": [
            {
                "key": one.key,
                "on": dates.day(one.on, today),
                "question": words.question(one),
                "so_far": words.so_far(one),
                "choices": [
                    {
                        "came": came,
                        "label": label,
                        "look": "primary" if came == str(min(one.came, 4)) else "quiet",
                    }
                    for came, label in words.choices(one)
                ],
                "url": reverse("works-remember", args=[one.key]),
                "person": reverse("person", args=[one.person_id]) if one.person_id else "",
                "name": one.name,
            }
            for one in past.waiting
        ],
        "told": [
            {"text": words.told(row, today), "url": reverse("works-remember", args=[row.key])}
            for row in past.told
        ],
        "failed": past.failed,
        "most_failed": backfill.MOST_FAILED,
        "has_traces": past.has_traces,
    }
    return show(request, "works/before", context)


@require_POST
@missing_is_404
def remember(request: HttpRequest, key: str) -> HttpResponse:
    """It led to so many, it was something else, or ask me again."""
    owner = owner_of(request)
    today, at, said = today_of(owner), clock.now(), request.POST.get("came", "")
    if said == AGAIN:
        done(request, _("It is asked again."), backfill.ask_again(owner.id, key, at=at).batch_id)
    elif said == NOT_MINE:
        done(request, _("Not counted."), backfill.not_mine(owner.id, key, today, at=at).batch_id)
    elif said.isascii() and said.isdigit():
        try:
            saved = backfill.count(owner.id, key, int(said[:4]), today, at=at)
        except Invalid as error:
            raise LookupError(said) from error
        done(request, _("Counted. The coach begins from there."), saved.batch_id)
    else:
        raise LookupError(said)
    return go("works-before")


@require_POST
def failed(request: HttpRequest) -> HttpResponse:
    """How many asks led nowhere."""
    owner = owner_of(request)
    said = request.POST.get("asks", "").strip()
    try:
        number = int(said) if said.isascii() and said.isdigit() and len(said) < 4 else -1
        saved = backfill.tell_failed(owner.id, number, today_of(owner), at=clock.now())
    except Invalid:
        most = {"most": backfill.MOST_FAILED}
        notices.say(
            request, _("That is no number from 0 to %(most)s. Nothing was saved.") % most, level="error"
        )
        return go("works-before", at="failed")
    done(request, _("Noted. That keeps the guesses honest."), saved.batch_id)
    return go("works-before", at="failed")
