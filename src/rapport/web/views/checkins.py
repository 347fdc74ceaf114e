"""How a day felt, and what one wants to remember of it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport import clock
from rapport.services.challenge import checkins
from rapport.services.errors import Invalid
from rapport.services.interactions import notes
from rapport.web.forms.checkins import CheckInForm, NoteForm
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, missing_is_404, show
from rapport.wording import dates, questions


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def checkin(request: HttpRequest, on: date) -> HttpResponse:
    """Energy, pressure and a few words, once a day."""
    owner = owner_of(request)
    if on > today_of(owner):
        raise LookupError(str(on))
    said = checkins.of_day(owner.id, on)
    start = {"energy": said.energy, "pressure": said.pressure, "note": said.note} if said else {}
    form = CheckInForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            saved = checkins.save(
                owner.id, on, _level(data["energy"]), _level(data["pressure"]), data["note"], at=clock.now()
            )
        except Invalid as wrong:
            form.add_error(wrong.field, questions.problem(wrong.code))
        else:
            done(request, _("Noted."), saved.batch_id)
            return go("day", on.isoformat())
    return show(
        request, "checkins/form", {"form": form, "on": on, "day": capfirst(dates.day(on)), "said": said}
    )


@require_POST
@missing_is_404
def unsay(request: HttpRequest, on: date) -> HttpResponse:
    """Take the check-in of a day away."""
    saved = checkins.discard(owner_of(request).id, on, at=clock.now())
    done(request, _("The check-in is gone."), saved.batch_id)
    return go("day", on.isoformat())


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def note_new(request: HttpRequest, on: date) -> HttpResponse:
    """Write a note for a day."""
    owner = owner_of(request)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        draft = notes.Draft(on, form.cleaned_data["text"], tuple(form.cleaned_data["tags"].split()))
        try:
            saved = notes.create(owner.id, draft, at=clock.now())
        except Invalid as wrong:
            form.add_error(wrong.field, questions.problem(wrong.code))
        else:
            done(request, _("Written down."), saved.batch_id)
            return go("day", on.isoformat(), at=f"n-{saved.id}")
    return _note_page(request, form, on, _("A note"))


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def note_edit(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Say it otherwise."""
    owner = owner_of(request)
    kept = notes.read(owner.id, note_id)
    form = NoteForm(request.POST or None, initial={"text": kept.text, "tags": " ".join(kept.tags)})
    if request.method == "POST" and form.is_valid():
        tags = tuple(form.cleaned_data["tags"].split())
        draft = notes.Draft(kept.on, form.cleaned_data["text"], tags, kept.person.id if kept.person else None)
        try:
            saved = notes.edit(owner.id, note_id, draft, at=clock.now())
        except Invalid as wrong:
            form.add_error(wrong.field, questions.problem(wrong.code))
        else:
            done(request, _("Changed."), saved.batch_id)
            return go("day", kept.on.isoformat(), at=f"n-{note_id}")
    bin_url = reverse("note-bin", args=[note_id])
    return _note_page(request, form, kept.on, _("Edit the note"), bin_url=bin_url)


@require_POST
@missing_is_404
def note_bin(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Into the bin, for 30 days."""
    owner = owner_of(request)
    on = notes.read(owner.id, note_id).on
    saved = notes.discard(owner.id, note_id, at=clock.now())
    done(request, _("The note is in the bin, for 30 days."), saved.batch_id)
    return go("day", on.isoformat())


def _note_page(request: HttpRequest, form: NoteForm, on: date, title: str, **more: Any) -> HttpResponse:
    context = {"form": form, "on": on, "day": capfirst(dates.day(on)), "title": title, "bin_url": ""} | more
    return show(request, "checkins/note", context)


def _level(text: str) -> int | None:
    return int(text) if text else None
