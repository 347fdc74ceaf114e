"""Help, needs and offers: each written down, put right, settled in one tap, binned."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport import clock
from rapport.services.errors import Invalid
from rapport.services.giving import giving, matches
from rapport.services.giving import pages as giving_pages
from rapport.services.rows import Saved
from rapport.web import notices
from rapport.web.forms.giving import HelpForm, NeedForm, OfferForm, help_values, need_values, offer_values
from rapport.web.nouns import crumb, id_in, keep, named, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, go_back, missing_is_404


@require_http_methods(["GET", "HEAD", "POST"])
def help_new(request: HttpRequest) -> HttpResponse:
    """A promise, or help that was given."""
    owner = owner_of(request)
    form = HelpForm(
        request.POST or None,
        owner_id=owner.id,
        named={"person": named(owner.id, id_in(request, "person"))},
        values={"by": "me", "promised_on": today_of(owner)},
    )
    if saved := keep(form, lambda: giving.create_help(owner.id, form.draft(), at=clock.now())):
        return _kept(request, saved)
    return show_form(request, form, _("A promise or help"), crumbs=[crumb(_("Give"), "give")])


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def help_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    owner = owner_of(request)
    row = giving_pages.read_help(owner.id, pk)
    form = HelpForm(
        request.POST or None, owner_id=owner.id, named={"person": row.person}, values=help_values(row)
    )
    if saved := keep(form, lambda: giving.edit_help(owner.id, pk, form.draft(), at=clock.now())):
        return _kept(request, saved)
    return _edit_page(request, form, row.what, "help-bin", pk)


@require_POST
@missing_is_404
def help_keep(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The promise is kept, today."""
    return _settle(request, giving.keep_promise, pk, _("Kept. That is how people come to trust each other."))


@require_POST
@missing_is_404
def help_bin(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _bin(request, giving.discard_help, pk)


@require_http_methods(["GET", "HEAD", "POST"])
def need_new(request: HttpRequest) -> HttpResponse:
    """What somebody looks for, or you do."""
    owner = owner_of(request)
    form = NeedForm(
        request.POST or None,
        owner_id=owner.id,
        named={"person": named(owner.id, id_in(request, "person"))},
        values={"on": today_of(owner)},
    )
    if saved := keep(form, lambda: giving.create_need(owner.id, form.draft(), at=clock.now())):
        return _kept(request, saved)
    return show_form(request, form, _("A need"), crumbs=[crumb(_("Give"), "give")])


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def need_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    owner = owner_of(request)
    row = giving_pages.read_need(owner.id, pk)
    form = NeedForm(
        request.POST or None, owner_id=owner.id, named={"person": row.person}, values=need_values(row)
    )
    if saved := keep(form, lambda: giving.edit_need(owner.id, pk, form.draft(), at=clock.now())):
        return _kept(request, saved)
    return _edit_page(request, form, row.what, "need-bin", pk)


@require_POST
@missing_is_404
def need_met(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It was found, today."""
    return _settle(request, giving.meet_need, pk, _("Found. One thing less to look for."))


@require_POST
@missing_is_404
def need_bin(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _bin(request, giving.discard_need, pk)


@require_http_methods(["GET", "HEAD", "POST"])
def offer_new(request: HttpRequest) -> HttpResponse:
    """What somebody can give, or you can."""
    owner = owner_of(request)
    form = OfferForm(
        request.POST or None,
        owner_id=owner.id,
        named={"person": named(owner.id, id_in(request, "person"))},
        values={"on": today_of(owner)},
    )
    if saved := keep(form, lambda: giving.create_offer(owner.id, form.draft(), at=clock.now())):
        return _kept(request, saved)
    return show_form(request, form, _("An offer"), crumbs=[crumb(_("Give"), "give")])


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def offer_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    owner = owner_of(request)
    row = giving_pages.read_offer(owner.id, pk)
    form = OfferForm(
        request.POST or None, owner_id=owner.id, named={"person": row.person}, values=offer_values(row)
    )
    if saved := keep(form, lambda: giving.edit_offer(owner.id, pk, form.draft(), at=clock.now())):
        return _kept(request, saved)
    return _edit_page(request, form, row.what, "offer-bin", pk)


@require_POST
@missing_is_404
def offer_bin(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _bin(request, giving.discard_offer, pk)


@require_POST
@missing_is_404
def match_promise(request: HttpRequest, need_id: UUID, offer_id: UUID) -> HttpResponse:
    """I promise what I can give to whoever looks for it, in one tap."""
    owner = owner_of(request)
    try:
        saved = matches.promise(owner.id, need_id, offer_id, today_of(owner), at=clock.now())
    except Invalid as wrong:
        raise LookupError("match") from wrong  # not mine to give: no page offers it
    done(request, _("Promised. It stands above, until you say it is kept."), saved.batch_id)
    return go_back(request, "give")


@require_POST
@missing_is_404
def match_no(request: HttpRequest, need_id: UUID, offer_id: UUID) -> HttpResponse:
    """These two do not fit: not shown again."""
    owner = owner_of(request)
    saved = matches.refuse(owner.id, need_id, offer_id, today_of(owner), at=clock.now())
    done(request, _("All right, not these two."), saved.batch_id)
    return go_back(request, "give")


@require_POST
@missing_is_404
def how_to_help(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What a new acquaintance looks for, and what one could do for them: both may be left empty."""
    owner = owner_of(request)
    sent = giving.HowToHelp(request.POST.get("need", ""), request.POST.get("promise", ""))
    try:
        saved = giving.how_to_help(owner.id, person_id, sent, today_of(owner), at=clock.now())
    except Invalid:
        notices.say(request, _("Say at least one of the two. Nothing was saved."), level="warning")
    else:
        done(request, _("Written down."), saved.batch_id)
    return go_back(request, "give")


def _kept(request: HttpRequest, saved: Saved) -> HttpResponse:
    done(request, _("Written down."), saved.batch_id)
    return go("give")


def _edit_page(request: HttpRequest, form: Any, what: str, bin_name: str, pk: UUID) -> HttpResponse:
    bin_url = reverse(bin_name, args=[pk])
    return show_form(request, form, what, crumbs=[crumb(_("Give"), "give")], bin_url=bin_url)


def _settle(request: HttpRequest, verb: Callable[..., Saved], pk: UUID, text: str) -> HttpResponse:
    """In one tap; what lies ahead cannot have happened yet."""
    owner = owner_of(request)
    try:
        saved = verb(owner.id, pk, today_of(owner), at=clock.now())
    except Invalid:
        notices.say(
            request, _("That lies ahead: its date comes after today. Change the date first."), level="warning"
        )
    else:
        done(request, text, saved.batch_id)
    return go_back(request, "give")


def _bin(request: HttpRequest, verb: Callable[..., Saved], pk: UUID) -> HttpResponse:
    saved = verb(owner_of(request).id, pk, at=clock.now())
    done(request, _("It is in the bin, for 30 days."), saved.batch_id)
    return go("give")
