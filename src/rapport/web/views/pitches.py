"""Pitches: the dream list, what is on its way, and what came of it."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.domain.pitches import Stage
from rapport.services import pitches
from rapport.services.pitch_pages import PitchCard, PitchesPage
from rapport.services.rows import Saved
from rapport.web.caching import unchanged_is_304
from rapport.web.forms.pitches import NewPitchForm, PitchForm, StepForm, pitch_values
from rapport.web.nouns import crumb, keep, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, go_back, missing_is_404, show
from rapport.wording import dates
from rapport.wording import pitches as words
from rapport.wording.words import heading, word

VIEWS: Final = ("board", "list", "dreams")
ON_THE_WAY: Final = (Stage.SENT, Stage.FOLLOWED_UP, Stage.ANSWERED, Stage.CALL)
OVER: Final = (Stage.WON, Stage.LOST, Stage.PARKED)


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """By stage, as one list, or the dreams from easy to scary."""
    owner = owner_of(request)
    today = today_of(owner)
    listed = pitches.listing(owner.id, today)
    view = request.GET.get("view", "")
    share = listed.came_of_it
    context = {
        "view": view if view in VIEWS else VIEWS[0],
        "total": len(listed.cards),
        "columns": [_column(listed, stage, today) for stage in (*ON_THE_WAY, *OVER)],
        "cards": [_card(card, today) for card in listed.cards],
        "dreams": [_card(card, today) for card in listed.dreams],
        "due": [_card(card, today) for card in listed.cards if card.is_due],
        "stages": [{"value": stage.value, "label": heading(stage)} for stage in Stage],
        "share": share,
        "came_of_it": words.came_of_it(share),
        "tabs_items": _tabs(view, listed),
    }
    return show(request, "pitches/page", context)


@require_safe
@missing_is_404
@unchanged_is_304
def pitch(request: HttpRequest, pitch_id: UUID) -> HttpResponse:
    """One pitch, its steps, and the next."""
    owner = owner_of(request)
    return _pitch_page(request, pitches.read(owner.id, pitch_id, today_of(owner)))


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
    row = pitches.read(owner.id, pitch_id, today_of(owner)).pitch
    form = PitchForm(
        request.POST or None, owner_id=owner.id, named={"person": row.person}, values=pitch_values(row)
    )
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
    card = pitches.read(owner.id, pitch_id, today)
    posted = request.POST if "on" in request.POST else {"stage": request.POST.get("stage"), "on": today}
    form = StepForm(posted, owner_id=owner.id)

    def save() -> Saved:
        data = form.cleaned_data
        stage = Stage(data["stage"])
        return pitches.step(owner.id, pitch_id, stage, data["on"], data["due"], at=clock.now())

    if saved := keep(form, save):
        parts = {"name": card.pitch.organisation, "stage": word(Stage(form.cleaned_data["stage"]))}
        done(request, _("%(name)s: %(stage)s.") % parts, saved.batch_id)
        return go_back(request, "pitches")
    return _pitch_page(request, card, form)


@require_POST
@missing_is_404
def discard(request: HttpRequest, pitch_id: UUID) -> HttpResponse:
    """Into the bin, for 30 days."""
    owner = owner_of(request)
    saved = pitches.discard(owner.id, pitch_id, at=clock.now())
    done(request, _("The pitch is in the bin, for 30 days."), saved.batch_id)
    return go("pitches")


def _pitch_page(request: HttpRequest, card: PitchCard, form: StepForm | None = None) -> HttpResponse:
    owner = owner_of(request)
    today, row = today_of(owner), card.pitch
    context = {
        "pitch": row,
        "stage": heading(row.stage),
        "due": words.due(card, today),
        "fright": words.fright(row.fright),
        "hopeful": words.hopeful(row.hopeful),
        "steps": [(dates.day(one.on, today), heading(one.stage)) for one in row.steps],
        "form": form or StepForm(owner_id=owner.id, values={"stage": row.stage.value, "on": today}),
    }
    return show(request, "pitches/pitch", context)


def _tabs(view: str, listed: PitchesPage) -> list[dict[str, Any]]:
    address = reverse("pitches")
    labels = (("board", _("Board")), ("dreams", _("Dream list")), ("list", _("All, by name")))
    counts = {"dreams": len(listed.dreams), "list": len(listed.cards)}
    now = view if view in VIEWS else VIEWS[0]
    return [
        {
            "label": label,
            "url": address if code == "board" else f"{address}?view={code}",
            "current": code == now,
            "count": counts.get(code),
        }
        for code, label in labels
    ]


def _column(listed: PitchesPage, stage: Stage, today: date) -> dict[str, Any]:
    found = next(column.cards for column in listed.columns if column.stage is stage)
    return {"title": heading(stage), "id": stage.value, "cards": [_card(card, today) for card in found]}


def _card(card: PitchCard, today: date) -> dict[str, Any]:
    row = card.pitch
    return {
        "id": row.id,
        "name": row.organisation,
        "url": reverse("pitch", args=[row.id]),
        "person": row.person.name if row.person else "",
        "why": row.why,
        "fright": words.fright(row.fright),
        "level": row.fright or 0,
        "stage": heading(row.stage),
        "code": row.stage.value,
        "since": dates.ago((today - row.stage_on).days) if row.stage_on else "",
        "due": words.due(card, today),
        "is_due": card.is_due,
        "move": reverse("pitch-step", args=[row.id]),
        "assumed": row.assumed,
    }
