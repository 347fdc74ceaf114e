"""Introductions: made, received, heard of; each side is asked before anybody is connected."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.domain.introductions import Step
from rapport.services import introductions
from rapport.services.introductions import IntroductionRow
from rapport.web.caching import unchanged_is_304
from rapport.web.forms.introductions import IntroductionForm
from rapport.web.nouns import crumb, id_in, keep, named, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, go_back, missing_is_404, show
from rapport.wording import dates, dealings
from rapport.wording.words import heading, word

NEXT = {  # the step that usually follows
    Step.PROPOSED: Step.ONE_AGREED,
    Step.ONE_AGREED: Step.CONNECTED,
    Step.CONNECTED: Step.HAPPENED,
}


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """Those made by you first."""
    owner = owner_of(request)
    today = today_of(owner)
    found = introductions.listing(owner.id)
    parts = (
        (_("Made by you"), found.mine),
        (_("Made to you"), found.received),
        (_("Between others"), found.heard_of),
    )
    groups = [{"title": title, "rows": [_row(row, today) for row in rows]} for title, rows in parts if rows]
    return show(request, "introductions/page", {"groups": groups})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write an introduction down."""
    owner = owner_of(request)
    people = {name: named(owner.id, id_in(request, name)) for name in ("person", "other", "introducer")}
    values = {"on": today_of(owner), "step": Step.PROPOSED.value}
    form = IntroductionForm(request.POST or None, owner_id=owner.id, named=people, values=values)
    if saved := keep(form, lambda: introductions.create(owner.id, form.draft(), at=clock.now())):
        done(request, _("Written down."), saved.batch_id)
        return go("introductions")
    return show_form(request, form, _("An introduction"), crumbs=_crumbs())


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put right who, when, and how far."""
    owner = owner_of(request)
    row = introductions.read(owner.id, pk)
    form = IntroductionForm(
        request.POST or None,
        owner_id=owner.id,
        named={"introducer": row.introducer, "person": row.person, "other": row.other},
        values={"on": row.on, "step": row.step.value},
    )
    if saved := keep(form, lambda: introductions.edit(owner.id, pk, form.draft(row), at=clock.now())):
        done(request, _("Changed."), saved.batch_id)
        return go("introductions")
    bin_url = reverse("introduction-bin", args=[pk])
    return show_form(request, form, dealings.introduction(row), crumbs=_crumbs(), bin_url=bin_url)


@require_POST
@missing_is_404
def move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One step further, in one tap."""
    try:
        step = Step(request.POST.get("step", ""))
    except ValueError as error:
        raise LookupError(str(pk)) from error
    saved = introductions.move(owner_of(request).id, pk, step, at=clock.now())
    done(request, _("Noted: %(step)s.") % {"step": word(step)}, saved.batch_id)
    return go_back(request, "introductions")


@require_POST
@missing_is_404
def discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Into the bin, for 30 days."""
    saved = introductions.discard(owner_of(request).id, pk, at=clock.now())
    done(request, _("The introduction is in the bin, for 30 days."), saved.batch_id)
    return go("introductions")


def _crumbs() -> list[tuple[str, str]]:
    return [crumb(_("Give"), "give"), crumb(_("Introductions"), "introductions")]


def _row(row: IntroductionRow, today: date) -> dict[str, Any]:
    following = NEXT.get(row.step)
    is_told = row.step is Step.CONNECTED and row.introducer is not None and row.other is None
    return {
        "text": dealings.introduction(row),
        "url": reverse("introduction-edit", args=[row.id]),
        "state": "" if is_told else heading(row.step),
        "next": {"value": following.value, "label": heading(following)}
        if following and not is_told
        else None,
        "move": reverse("introduction-move", args=[row.id]),
        "when": dates.ago((today - row.on).days),
    }
