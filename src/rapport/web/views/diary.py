"""A diary brought in: shown first, kept as one, taken back whole."""

from collections import Counter
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from rapport import clock
from rapport.domain.challenge.referee import Verdict
from rapport.formats.diary import ProblemCode
from rapport.services.quicklog import diary as services
from rapport.services.quicklog.diary import Open, Outcome
from rapport.web import carrying
from rapport.web.bounds import MEGABYTE
from rapport.web.owner import owner_of
from rapport.web.pages import done, go, show
from rapport.wording import dates
from rapport.wording import diary as words
from rapport.wording.kinds import tally
from rapport.wording.words import heading

SHOWN: Final = 200  # lines of each kind on the page
ENCODINGS: Final = ("cp1252", "latin-1", "utf-16")  # what may be chosen when a file is not UTF-8


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Choose a file or paste; then see what it would bring. Nothing is kept yet."""
    if request.method != "POST":
        return _ask(request)
    upload, text = request.FILES.get("file"), request.POST.get("text", "")
    if (upload and (upload.size or 0) > services.LARGEST) or len(
        text.encode("utf-8", "replace")
    ) > services.LARGEST:
        sentence = _(
            "This is over %(megabytes)s MB, and nothing of it was kept. "
            "Cut it in parts: an entry that is here already is never added twice."
        ) % {"megabytes": services.LARGEST // MEGABYTE}
        return _ask(request, sentence, status=413)
    data = (
        upload.read()
        if upload
        else text.encode("utf-8", "surrogatepass") or carrying.unpack(request.POST.get("data", ""))
    )
    if not data.strip():
        return _ask(request, _("There is nothing in it yet."), status=400)
    encoding = request.POST.get("encoding", "")
    outcome = _take_in(request, data, encoding, keep=False)
    name = str(upload.name) if upload else request.POST.get("name", "")
    context = _told(outcome) | {"data": carrying.pack(data), "name": name, "encoding": encoding}
    return show(request, "diary/preview", context)


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep what was shown, all as one change."""
    data = carrying.unpack(request.POST.get("data", ""))
    if not data:
        return _ask(request, _("The file got lost on the way. Choose it once more."), status=400)
    outcome = _take_in(request, data, request.POST.get("encoding", ""), keep=True)
    count = len(outcome.taken)
    told = ngettext("%(count)s entry is in.", "%(count)s entries are in.", count) % {"count": count}
    done(request, told, outcome.batch_id)
    return go("board")


def _ask(request: HttpRequest, problem: str = "", *, status: int = 200) -> HttpResponse:
    context = {
        "text": request.POST.get("text", ""),
        "problem": problem,
        "megabytes": services.LARGEST // MEGABYTE,
    }
    return show(request, "diary/page", context, status=status)


def _take_in(request: HttpRequest, data: bytes, encoding: str, *, keep: bool) -> Outcome:
    return services.take_in(
        owner_of(request).id,
        data,
        at=clock.now(),
        language=translation.get_language() or "en",
        name=request.POST.get("name", "")[:200],
        keep=keep,
        encoding=encoding if encoding in ENCODINGS else None,
    )


def _told(outcome: Outcome) -> dict[str, Any]:
    counts = Counter(ruling.verdict for ruling in outcome.rulings if ruling.is_new)
    rows = [
        {"line": one.line, "on": dates.short_day(one.on), "text": one.text} for one in outcome.taken[:SHOWN]
    ]
    return {
        "taken": rows,
        "taken_count": len(outcome.taken),
        "seen": outcome.seen,
        "people": outcome.people_made,
        "kinds": tally(kind for one in outcome.taken for kind in one.kinds),
        "verdicts": [(heading(verdict), counts[verdict]) for verdict in Verdict if counts[verdict]],
        "open": [_open(one) for one in outcome.open[:SHOWN]],
        "open_count": len(outcome.open),
        "problems": [words.problem(one) for one in outcome.problems[:SHOWN]],
        "problem_count": len(outcome.problems),
        "is_misread": any(one.code is ProblemCode.NOT_UTF8 for one in outcome.problems),
        "encodings": ENCODINGS,
    }


def _open(one: Open) -> dict[str, Any]:
    """An entry left out, and what only its writer can say."""
    return {
        "line": one.line,
        "on": dates.short_day(one.on),
        "text": one.text,
        "asked": words.questions(one),
    }
