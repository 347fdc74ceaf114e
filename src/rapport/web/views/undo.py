"""Taking the last action back, whole."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport import clock
from rapport.services.journal import undo as services
from rapport.services.journal.undo import CannotUndo
from rapport.web import notices
from rapport.web.owner import owner_of
from rapport.web.pages import go_back, missing_is_404
from rapport.wording.nouns import taken_back


@require_POST
@missing_is_404
def undo(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Take one action back, or say kindly why not."""
    try:
        taken = services.undo(owner_of(request).id, batch_id, at=clock.now())
    except CannotUndo:
        sentence = _(
            "Something later builds on this, so it was left as it is. Take back the later change first: "
            "Settings lists them."
        )
        notices.say(request, sentence, level="warning")
    else:
        notices.say(request, taken_back(taken.kept))
    return go_back(request)
