"""The demo: a month to look around in, beside one's own data and gone with one click."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport import clock
from rapport.services.setup import demo, demo_store
from rapport.web import notices
from rapport.web.pages import go


@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Load the demo into a store of its own, the first time, and look at it."""
    demo_store.enter_demo(request.session, fill)
    return go("today")


def fill() -> None:
    """Load the story's month, in the reader's language."""
    language = "fr" if (translation.get_language() or "en").startswith("fr") else "en"
    demo.load(at=clock.now(), language=language)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Back to one's own people; the demo is thrown away, and can be loaded again."""
    was_here = demo_store.is_demo(request.session)
    demo_store.leave_demo(request.session)
    demo_store.wipe_demo()
    if was_here:
        notices.say(request, _("You have left the demo, and it is gone. This is your own Rapport."))
    return go("today")
