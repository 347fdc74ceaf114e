"""What every page knows without its view saying so."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import ResolverMatch
from django.utils import translation

from rapport.domain.values import dataclass
from rapport.services.setup import demo_store
from rapport.web import notices, stores


@dataclass(frozen=True, slots=True)
class Site:
    """The frame around a page; see templates/rapport/base.html."""

    owner_name: str
    language: str
    theme: str
    data_dir: str
    is_demo: bool
    can_leave_demo: bool  # a visit to the demo, beside one's own data
    nav_current: str
    challenge_day: int | None  # told by the views that know it
    path: str
    here: str  # the path and what was asked, for coming back
    csrf_input: Callable[[], str]


SECTIONS: Final = {  # the place in the menu that a page belongs to, by the first word of its name
    "today": "today", "feel": "today", "card": "today", "follow": "today", "welcome": "today",
    "board": "board", "day": "board", "challenge": "board", "checkin": "board", "note": "board",
    "interaction": "board", "people": "people", "person": "people", "notes": "people", "map": "people",
    "export": "people", "growth": "people", "reconnect": "reconnect",
    "duplicates": "people", "duplicate": "people", "filter": "people",
    "ask": "asks", "asks": "asks", "gathering": "gatherings", "gatherings": "gatherings",
    "series": "gatherings", "listing": "gatherings", "debriefed": "gatherings",
    "feeds": "feeds", "feed": "feeds",
    "pitch": "pitches", "pitches": "pitches", "give": "give", "help": "give", "need": "give", "offer": "give",
    "introduction": "introductions", "introductions": "introductions", "opportunity": "give",
    "retrospective": "retrospective", "settings": "settings", "bin": "settings", "diary": "settings",
    "letter": "letters", "letters": "letters", "works": "works", "pace": "today",
}  # fmt: skip


def _section(match: ResolverMatch | None) -> str:
    """By the name of the page; what grew from a gathering belongs to the gatherings."""
    if match is None:
        return ""
    name = str(match.kwargs.get("noun") or match.url_name or "")
    return SECTIONS.get(name.split("-")[0], "")


def page(request: HttpRequest) -> dict[str, Any]:
    """`site`, and the `messages` of the last action."""
    owner = getattr(request, "owner", None)
    match = request.resolver_match
    visits = demo_store.is_demo(request.session)
    site = Site(
        owner_name=owner.name if owner else "",
        language=translation.get_language() or "en",
        theme=(owner.theme if owner else "") or "system",
        data_dir=str(settings.DATA_DIR),
        is_demo=visits or bool(owner and owner.is_demo),
        can_leave_demo=visits,
        nav_current=_section(match),
        challenge_day=getattr(request, "challenge_day", None),
        path=request.path,
        here=request.get_full_path(),
        csrf_input=cache(partial(stores.hidden, request)),  # one token will do for all forms of a page
    )
    return {"site": site, "messages": list(notices.waiting(request))}
