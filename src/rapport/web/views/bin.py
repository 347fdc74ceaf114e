"""What was deleted, for 30 days."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from rapport import clock
from rapport.services.challenge import rejudged
from rapport.services.errors import Invalid
from rapport.services.keeping import bin as services
from rapport.services.keeping.bin import Noun
from rapport.web import notices
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, missing_is_404, show
from rapport.web.paging import number_of, paging_view
from rapport.wording.nouns import noun


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Everything in the bin, the last one first."""
    found = services.listing(owner_of(request).id, at=clock.now(), page=number_of(request))
    rows = [
        {
            "name": ", ".join(filter(None, (row.binned.who, row.binned.what))) or row.binned.on,
            "on": row.binned.on,
            "kind": noun(row.binned.noun),
            "left": ngettext("%(days)s day left", "%(days)s days left", row.days_left)
            % {"days": row.days_left},
            "url": reverse("bin-restore", args=[row.binned.noun.value, row.binned.id]),
        }
        for row in found.rows
    ]
    return show(request, "bin/page", {"rows": rows, "paging": paging_view(found.paging, reverse("bin"))})


@require_POST
@missing_is_404
def restore(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    """Out of the bin, as it was."""
    owner = owner_of(request)
    try:
        saved = services.restore(owner.id, Noun(kind), pk, at=clock.now())
    except Invalid:
        sentence = _("Something else has taken its place, so it stays in the bin for now.")
        notices.say(request, sentence, level="warning")
    except ValueError as error:
        raise LookupError(kind) from error
    else:
        done(request, _("It is back."), saved.batch_id)
        notices.say_moved(request, rejudged.named(owner.id, saved.moved), today_of(owner))
    return go("bin")
