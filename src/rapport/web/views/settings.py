"""How you like things, where they live, and the way back from the last changes."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport import clock
from rapport.services import owners
from rapport.services.challenge import challenge as challenges
from rapport.services.journal import undo
from rapport.services.journal.journal import Verb
from rapport.services.journal.undo import Done
from rapport.web.forms.setup import SettingsForm
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, show
from rapport.web.views.challenge import last_batch
from rapport.web.views.setup import values_of
from rapport.wording import dates
from rapport.wording.nouns import verb

SHOWN = 15  # last changes


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Everything that can be set, and the last changes."""
    owner = owner_of(request)
    start = values_of(owner) | {"theme": owner.theme, "about": owner.about, "topics": " ".join(owner.topics)}
    form = SettingsForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        changed = owners.edit(owner.id, at=clock.now(), **form.columns())
        done(request, _("Saved."), last_batch(owner.id) if changed.revision != owner.revision else None)
        response = go("settings")
        if not form.cleaned_data["language"]:
            response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
        return response
    zone = owner.time_zone
    context = {
        "form": form,
        "challenge": challenges.current(owner.id, today_of(owner)),
        "changes": [_change(one, zone) for one in undo.recent(owner.id, SHOWN)],
        "data_dir": str(settings.DATA_DIR),
    }
    return show(request, "settings/page", context)


def _change(one: Done, zone: str) -> dict[str, Any]:
    """One action, and where to take it back."""
    at = one.at.astimezone(clock.now(zone).tzinfo)
    return {
        "what": verb(one.verb),
        "about": _subject(one),
        "at": _("%(day)s at %(time)s") % {"day": dates.short_day(at.date()), "time": f"{at:%H:%M}"},
        "undo": "" if one.is_undone or one.verb is Verb.ERASE else reverse("undo", args=[one.id]),
        "is_undone": one.is_undone,
    }


def _subject(one: Done) -> str:
    """Its name; a card's key is no name."""
    return "" if one.verb is Verb.CARD else one.subject
