"""Files brought in: dropped, shown with what they would bring, kept as one, taken back whole."""

from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.domain.imports.imports import Trouble
from rapport.domain.imports.plan import Fate
from rapport.services.imports import bring, jobs
from rapport.services.imports.jobs import ImportView, State
from rapport.services.imports.values import FileTold, Plan
from rapport.web.owner import owner_of
from rapport.web.pages import done, go, missing_is_404, show
from rapport.wording import dates
from rapport.wording import imports as words
from rapport.wording.numbers import grouped

MOST_FILES: Final = 20
SHOWN_NAMES: Final = 12
SHOWN: Final = 100  # records left out, on the page


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Choose files; they are read beside the server, and shown before anything is kept."""
    owner = owner_of(request)
    if request.method != "POST":
        return _ask(request)
    if owner.is_demo:
        return _ask(
            request, _("This is the demo. Leave it first: your people belong in your own Rapport."), 409
        )
    uploads = request.FILES.getlist("files")
    if not uploads:
        return _ask(request, _("Choose a file first."), 400)
    if len(uploads) > MOST_FILES:
        return _ask(request, _("At most %(count)s files at once.") % {"count": MOST_FILES}, 400)
    files = ((str(upload.name), upload.chunks()) for upload in uploads)
    import_id = jobs.receive(owner.id, _data(), files, at=clock.now())
    jobs.start(_data(), import_id)
    return go("import", import_id)


@require_safe
@missing_is_404
def one(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """How far it is; what it would bring; what it brought."""
    return show(request, "imports/import", _told(jobs.read(owner_of(request).id, _data(), import_id)))


@require_safe
@missing_is_404
def state(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """The same for a script: how far it is, and whether the page has something new to say."""
    view = jobs.read(owner_of(request).id, _data(), import_id)
    return JsonResponse(
        {"state": view.state, "done": view.done, "total": view.total, "at_work": view.is_at_work}
    )


@require_POST
@missing_is_404
def confirm(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Bring it in."""
    offered, kept = request.POST.getlist("offered"), set(request.POST.getlist("mine"))
    also = [word.lower() for word in request.POST.get("also", "").replace(",", " ").split() if "@" in word]
    least = request.POST.get("both_ways", "")
    choices = {
        "not_mine": [address for address in offered if address not in kept],
        "also_mine": also,
        "both_ways": int(least) if least.isdigit() else bring.Choices().both_ways,
    }
    jobs.confirm(owner_of(request).id, _data(), import_id, choices)
    return go("import", import_id)


@require_POST
@missing_is_404
def again(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Read it once more, with what the columns mean."""
    mapping = {
        column: target
        for column, target in zip(request.POST.getlist("column"), request.POST.getlist("field"), strict=False)
        if target
    }
    jobs.read_again(owner_of(request).id, _data(), import_id, mapping or None)
    return go("import", import_id)


@require_POST
@missing_is_404
def cancel(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Stop; what was written of it is taken back."""
    jobs.cancel(owner_of(request).id, _data(), import_id)
    done(request, _("Nothing of it was kept."))
    return go("imports")


def _data() -> Any:
    from django.conf import settings

    return settings.DATA_DIR


def _ask(request: HttpRequest, problem: str = "", status: int = 200) -> HttpResponse:
    recent = [
        {
            "url": reverse("import", args=[view.id]),
            "names": ", ".join(view.names),
            "on": dates.short_day(view.at.date()),
            "state": _("taken back") if _is_taken_back(view) else words.state(view.state),
        }
        for view in jobs.recent(owner_of(request).id, _data())
    ]
    return show(request, "imports/page", {"problem": problem, "recent": recent}, status=status)


def _told(view: ImportView) -> dict[str, Any]:
    plan = view.plan
    return {
        "id": view.id,
        "state": view.state.value,
        "title": _("Taken back") if _is_taken_back(view) else words.title(view.state),
        "is_taken_back": _is_taken_back(view),
        "names": ", ".join(view.names),
        "is_running": view.state in (State.READING, State.APPLYING) and view.is_at_work,
        "is_stopped": view.state in (State.READING, State.APPLYING) and not view.is_at_work,
        "done": view.done,
        "total": max(view.total, 1),
        "share": round(100 * view.done / max(view.total, 1)),
        "brought": words.brought(plan, bring.Choices().both_ways),
        "is_empty": plan.is_empty,
        "seen": _seen(plan),
        "files": [_file(told) for told in plan.files],
        "people": [
            _sample(fate, plan.names.get(fate, []), plan.count(fate)) for fate in SAMPLED if plan.count(fate)
        ],
        "left_out": [words.left_out(out) for out in plan.left_out[:SHOWN]],
        "left_out_count": plan.left_out_count,
        "left_out_title": ngettext(
            "%(count)s record is left out", "%(count)s records are left out", plan.left_out_count
        )
        % {"count": grouped(plan.left_out_count)},
        "columns": _columns(view),
        "mine": [{"address": one.address, "said": words.mine(one)} for one in plan.mine],
        "has_traces": bool(plan.traces_new),
        "pen_pals": _pen_pals(plan),
        "fields": words.fields(),
        "undo_url": reverse("undo", args=[view.batch_id]) if view.batch_id and not view.is_taken_back else "",
    }


def _seen(plan: Plan) -> list[str]:
    """What the files hold that is here already."""
    said = [words.counted(Fate.SEEN, n) + "." for n in (plan.count(Fate.SEEN),) if n]
    said += words.more_seen(plan)
    unchanged = _("(unchanged since last time)")
    return said + [f"{told.name} {unchanged}" for told in plan.files if told.is_unchanged]


def _file(told: FileTold) -> dict[str, str]:
    return {
        "name": told.name,
        "source": words.source(told.source),
        "counts": ", ".join(
            [words.counted(fate, n) for fate, n in told.people.items() if n]
            + [words.entries(kind, n) for kind, n in told.entries.items() if n]
        ),
        "traces": words.traces(told.traces_new) if told.traces_new else "",
    }


def _is_taken_back(view: ImportView) -> bool:
    return view.state is State.DONE and view.is_taken_back


SAMPLED: Final = (Fate.NEW, Fate.LINKED, Fate.CHANGED)


def _sample(fate: Fate, names: Any, count: int) -> dict[str, Any]:
    return {
        "title": words.counted(fate, count),
        "more": count - len(names),
        "names": [
            {
                "name": one.name,
                "url": reverse("person", args=[one.person_id])
                if one.person_id and fate is not Fate.NEW
                else "",
                "why": words.why(one.why) if one.why else "",
            }
            for one in names
        ],
    }


def _pen_pals(plan: Plan) -> dict[str, Any]:
    """How many people would come in from the mailbox alone, for each least number of messages."""
    usual = bring.Choices().both_ways
    counts = [(least, sum(each.both_ways >= least for each in plan.pen_pals)) for least in (1, usual, 10)]
    return {
        "count": len(plan.pen_pals),
        "said": words.pen_pals(plan.pen_pals, usual) if plan.pen_pals else "",
        "choices": [(least, words.pen_pal_choice(least, count)) for least, count in counts if count],
        "usual": usual,
        "names": [each.name for each in plan.pen_pals[:SHOWN_NAMES]],
    }


def _columns(view: ImportView) -> list[dict[str, str]]:
    """The columns of a table nobody knows: what each means is asked."""
    for out in view.plan.left_out:
        if out.trouble is Trouble.NO_COLUMNS and out.expected:
            columns = out.expected.split(jobs.COLUMN_BETWEEN)
            return [{"name": name, "field": view.mapping.get(name, "")} for name in columns]
    return []
