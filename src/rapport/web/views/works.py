"""What works for me: the estimates with what they rest on, my own guesses, forgetting, taking along."""

import json
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport import clock
from rapport.domain.learning.arms import ARMS, Arm
from rapport.domain.learning.works import Line, Works
from rapport.pictures.estimates import estimates
from rapport.services.coach import backfill, coaching, works
from rapport.services.errors import Invalid
from rapport.web import notices
from rapport.web.caching import unchanged_is_304
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, show
from rapport.wording import week as week_words
from rapport.wording import works as words
from rapport.wording.words import heading

SIZES: Final = (Arm.SMALL, Arm.MIDDLE, Arm.LARGE, Arm.CONFERENCE, Arm.SERIES)
ASKS: Final = (Arm.ASK_HIGH, Arm.ASK_MIDDLE, Arm.ASK_LOW)
OTHERS: Final = (
    Arm.PITCH, Arm.RECONNECT_CLOSE, Arm.RECONNECT_FAR, Arm.FOLLOW_UP, Arm.NUDGE, Arm.GIVE,
)  # fmt: skip
IN_100: Final = 100  # a guess of a message is typed as so many in a hundred


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """What was tried and what came of it, by kind, size, closeness and hour."""
    owner = owner_of(request)
    found = works.open_works(owner.id, today_of(owner))
    by_arm = {one.arm: one for one in found.lines}
    context = {
        "lead": words.lead(found),
        "week": week_words.told(works.week(owner.id, today_of(owner))) if found.tried else [],
        "tables": [
            _table(_("Asking, by how close they are"), by_arm, ASKS),
            _table(_("Gatherings, by size"), by_arm, SIZES),
            _table(_("Other ways"), by_arm, OTHERS),
        ],
        "pictures": _pictures(found),
        "hours": [words.hours(one) for one in found.hours],
        "compared": [words.compared(one) for one in found.compared],
        "guesses": [_guess(one) for one in found.lines],
        "tried": found.tried,
        "waiting": backfill.waiting(owner.id),
    }
    return show(request, "works/page", context)


@require_POST
def guesses(request: HttpRequest) -> HttpResponse:
    """My own first guesses; an empty field takes the usual one."""
    owner = owner_of(request)
    said: dict[Arm, float | None] = {}
    for arm in ARMS:
        typed = request.POST.get(arm.value, "").strip().replace(",", ".")
        if not typed:
            said[arm] = None
            continue
        try:
            said[arm] = float(typed) if ARMS[arm].many else float(typed) / IN_100
        except ValueError:
            return _refused(request)
    try:
        saved = coaching.guess(owner.id, said, at=clock.now())
    except Invalid:
        return _refused(request)
    done(request, _("Your guesses are kept. Your own tries weigh more with each one."), saved.batch_id)
    return go("works", at="guesses")


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """What was learned so far counts no more."""
    owner = owner_of(request)
    saved = coaching.forget(owner.id, today_of(owner), at=clock.now())
    done(request, _("Forgotten. What happened stays written down."), saved.batch_id)
    return go("works")


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """All that was learned, as a file."""
    owner = owner_of(request)
    document = works.export(owner.id, today_of(owner), at=clock.now())
    response = HttpResponse(json.dumps(document, indent=1), content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="rapport-learned.json"'
    return response


def _refused(request: HttpRequest) -> HttpResponse:
    notices.say(
        request,
        _("A guess is a number: up to 100 for messages, up to 10 for gatherings. Nothing was changed."),
        level="error",
    )
    return go("works", at="guesses")


def _table(title: str, by_arm: dict[Arm, Line], arms: tuple[Arm, ...]) -> dict[str, Any]:
    """Kinds that were tried; the others wait."""
    rows = [words.row(by_arm[arm]) for arm in arms if by_arm[arm].estimate.tried]
    return {"title": title, "rows": rows, "remembers": any(row["remembered"] for row in rows)}


def _pictures(found: Works) -> list[dict[str, Any]]:
    """Messages and gatherings on scales of their own."""
    drawn = []
    for key, many in (("messages", False), ("gatherings", True)):
        lines = [one for one in found.lines if ARMS[one.arm].many is many and one.estimate.tried]
        if lines:
            drawn.append(
                {
                    "wide": estimates(lines, key=key),
                    "narrow": estimates(lines, narrow=True, key=f"{key}-narrow"),
                }
            )
    return drawn


def _guess(one: Line) -> dict[str, Any]:
    many = ARMS[one.arm].many
    value = one.guess if many else one.guess * IN_100
    return {
        "arm": one.arm.value,
        "name": words.row(one)["name"],
        "way": heading(ARMS[one.arm].way),
        "value": f"{value:.6f}".rstrip("0").rstrip("."),
        "most": 10 if many else IN_100,
        "unit": words.unit(one.arm),
        "note": words.guess(one),
    }
