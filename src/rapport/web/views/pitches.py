"""Pitches: the board, the ladder of dreams, what came of them, and one of them."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.domain.learning.learning import Share
from rapport.domain.pitches.pitches import Stage
from rapport.services.pitches import pages as pitch_pages
from rapport.services.pitches import pitches
from rapport.services.pitches.pages import PitchCard, PitchesPage
from rapport.services.rows import Saved
from rapport.web.caching import unchanged_is_304
from rapport.web.forms.pitches import NewPitchForm, PitchForm, StepForm, pitch_values
from rapport.web.nouns import crumb, keep, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, go_back, missing_is_404, show
from rapport.web.views.pitch_desk import pitch_page
from rapport.web.views.pitch_ladder import card_view, ladder_view
from rapport.wording import pitches as words
from rapport.wording.words import heading, word

VIEWS: Final = ("board", "dreams", "list", "record")
OVER: Final = (Stage.WON, Stage.LOST, Stage.PARKED)


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """By stage, as one list, the dreams from easy to scary, or what came of them."""
    owner = owner_of(request)
    today = today_of(owner)
    listed = pitch_pages.listing(owner.id, today)
    view = request.GET.get("view", "")
    view = view if view in VIEWS else VIEWS[0]
    context: dict[str, Any] = {
        "view": view,
        "total": len(listed.cards),
        "stages": [{"value": stage.value, "label": heading(stage)} for stage in Stage],
        "tabs_items": _tabs(view, listed),
        "here": f"{reverse('pitches')}?view={view}",
    }
    if view == "board":
        context |= _board(listed, today)
    elif view == "dreams":
        context |= ladder_view(pitch_pages.ladder(owner.id, today), today)
    elif view == "list":
        context["cards"] = [card_view(card, today) for card in listed.cards]
    else:
        context |= _record(listed)
    return show(request, "pitches/page", context)


@require_safe
@missing_is_404
@unchanged_is_304
def pitch(request: HttpRequest, pitch_id: UUID) -> HttpResponse:
    """One pitch, its steps, its letter, and the next."""
    return pitch_page(request, pitch_id)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A dream put on the list, or one sent already."""
    owner = owner_of(request)
    values = {"stage": Stage.DREAM.value, "on": today_of(owner)}
    form = NewPitchForm(request.POST or None, owner_id=owner.id, values=values)

    def save() -> Saved:
        data = form.cleaned_data
        return pitches.create(owner.id, form.draft(), Stage(data["stage"]), data["on"], at=clock.now())

    if saved := keep(form, save):
        done(request, _("Written down."), saved.batch_id)
        return go("pitch", saved.id)
    lead = _("Dreams first: whom would you love to work with, if you dared to write?")
    return show_form(request, form, _("A new pitch"), lead=lead, crumbs=[crumb(_("Pitches"), "pitches")])


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def edit(request: HttpRequest, pitch_id: UUID) -> HttpResponse:
    """Put right whom and why."""
    owner = owner_of(request)
    row = pitch_pages.read(owner.id, pitch_id, today_of(owner)).pitch
    named = {"person": row.person, "through": row.through}
    form = PitchForm(request.POST or None, owner_id=owner.id, named=named, values=pitch_values(row))
    if saved := keep(form, lambda: pitches.edit(owner.id, pitch_id, form.draft(), at=clock.now())):
        done(request, _("Changed."), saved.batch_id)
        return go("pitch", pitch_id)
    crumbs = [crumb(_("Pitches"), "pitches"), crumb(row.organisation, "pitch", pitch_id)]
    return show_form(request, form, _("Edit"), crumbs=crumbs, bin_url=reverse("pitch-bin", args=[pitch_id]))


@require_POST
@missing_is_404
def step(request: HttpRequest, pitch_id: UUID) -> HttpResponse:
    """It reached a stage: moved on the board today, or told with its day on its own page."""
    owner = owner_of(request)
    today = today_of(owner)
    name = pitch_pages.read(owner.id, pitch_id, today).pitch.organisation
    posted = request.POST if "on" in request.POST else {"stage": request.POST.get("stage"), "on": today}
    form = StepForm(posted, owner_id=owner.id)

    def save() -> Saved:
        data = form.cleaned_data
        stage = Stage(data["stage"])
        return pitches.step(owner.id, pitch_id, stage, data["on"], data["due"], at=clock.now())

    if saved := keep(form, save):
        parts = {"name": name, "stage": word(Stage(form.cleaned_data["stage"]))}
        done(request, _("%(name)s: %(stage)s.") % parts, saved.batch_id)
        return go_back(request, "pitches")
    return pitch_page(request, pitch_id, form)


@require_POST
@missing_is_404
def discard(request: HttpRequest, pitch_id: UUID) -> HttpResponse:
    """Into the bin, for 30 days."""
    owner = owner_of(request)
    saved = pitches.discard(owner.id, pitch_id, at=clock.now())
    done(request, _("The pitch is in the bin, for 30 days."), saved.batch_id)
    return go("pitches")


def _board(listed: PitchesPage, today: date) -> dict[str, Any]:
    lanes = [
        {
            "title": heading(column.stage),
            "id": column.stage.value,
            "is_over": column.stage in OVER,
            "cards": [card_view(card, today) for card in column.cards],
        }
        for column in listed.columns
    ]
    return {"lanes": lanes, "due": _due(listed.cards, today)}


def _due(cards: tuple[PitchCard, ...], today: date) -> list[dict[str, Any]]:
    """What wants a line today, and what may rest; the longest wait first."""
    found = [card for card in cards if card.is_due or card.may_rest(today)]
    found.sort(key=lambda card: card.pitch.stage_on or today)
    return [card_view(card, today) for card in found]


def _record(listed: PitchesPage) -> dict[str, Any]:
    told = listed.record
    by_height = [_share(words.HEIGHTS[height], share) for height, share in told.by_height]
    by_path = [_share(words.PATHS[path], share) for path, share in told.by_path]
    return {
        "share": told.all,
        "came_of_it": words.came_of_it(told.all),
        "waiting": words.waiting(told),
        "groups": [
            {"title": _("By rung of the ladder"), "rows": by_height},
            {"title": _("Warm or cold"), "rows": by_path},
        ],
        "corner": words.corner_view(listed.corner),
        "policy": words.policy(listed.nudge_after),
    }


def _share(label: object, share: Share) -> dict[str, Any]:
    return {"label": str(label), "share": share, "sentence": words.few(share)}


def _tabs(view: str, listed: PitchesPage) -> list[dict[str, Any]]:
    labels = (
        ("board", _("Board")),
        ("dreams", _("Ladder")),
        ("list", _("All, by name")),
        ("record", _("What came of it")),
    )
    counts = {"dreams": len(listed.dreams), "list": len(listed.cards)}
    address = reverse("pitches")
    return [
        {
            "label": label,
            "url": address if code == "board" else f"{address}?view={code}",
            "current": code == view,
            "count": counts.get(code),
        }
        for code, label in labels
    ]
