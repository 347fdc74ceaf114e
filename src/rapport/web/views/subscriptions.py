"""Feeds of gatherings: asked for, read at once, read again, paused, let go."""

from typing import Any
from urllib.parse import quote
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.domain.listings import FeedProblem, ListingStatus
from rapport.services import feeds, subscriptions
from rapport.services.errors import Invalid
from rapport.services.owners import OwnerView
from rapport.services.subscriptions import AnnouncedRow, FeedRow
from rapport.web import notices
from rapport.web.coming import when_of
from rapport.web.forms.subscriptions import FeedForm, feed_values
from rapport.web.nouns import crumb, keep, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, go_back, missing_is_404, show
from rapport.wording import questions
from rapport.wording import subscriptions as words

OFF = (ListingStatus.CANCELLED, ListingStatus.GONE)
LATER = (FeedProblem.SERVER, FeedProblem.SLOW, FeedProblem.UNREACHABLE)  # may be better tomorrow


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Every feed, with what it announces or what is the matter."""
    owner = owner_of(request)
    rows = subscriptions.listing(owner.id, today_of(owner))
    context = {"feeds": [_row(row) for row in rows], "is_demo": owner.is_demo}
    return show(request, "subscriptions/page", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Ask for a feed: it is read at once, and kept when gatherings are in it."""
    owner = owner_of(request)
    form = FeedForm(
        request.POST or None,
        owner_id=owner.id,
        values={"url": request.GET.get("url", "")[:1000]},
    )
    unreadable: feeds.Unreadable | None = None
    if form.is_bound and form.is_valid():
        if owner.is_demo:
            form.add_error(None, _("This is the demo: it stands still, and reads nothing from outside."))
        else:
            try:
                return _added(request, form, owner)
            except Invalid as wrong:
                form.add_error(wrong.field, _feed_problem(wrong))
            except feeds.Unreadable as found:
                unreadable = found
                form = _local_asked(form, owner, request) if found.problem is FeedProblem.LOCAL else form
                form.is_valid()
                form.add_error("url", words.problem(found.problem, found.detail))
    context = {
        "unreadable": _unreadable(unreadable),
        "what_it_reads": [words.kind(code) for code in words.KINDS],
    }
    return _form_page(request, form, context)


def _added(request: HttpRequest, form: FeedForm, owner: OwnerView) -> HttpResponse:
    anyway = "anyway" in request.POST
    found = feeds.add(owner.id, form.draft(), at=clock.now(), today=today_of(owner), anyway=anyway)
    outcome = found.outcome
    if outcome.problem:
        done(request, _("It is kept, and tried again later."), found.saved.batch_id)
    else:
        done(request, words.added(outcome.kept), found.saved.batch_id)
    for told in words.left_out(outcome.left_out):
        notices.say(request, told, level="warning")
    return go("feed", found.saved.id)


def _local_asked(form: FeedForm, owner: OwnerView, request: HttpRequest) -> FeedForm:
    """The same form, which now asks whether the local network may be read."""
    return FeedForm(request.POST, owner_id=owner.id, may_be_local=True)


def _unreadable(found: feeds.Unreadable | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "advice": words.advice(found.problem),
        "feeds": [
            {"url": url, "add": f"{reverse('feed-new')}?url={quote(url, safe='')}"} for url in found.feeds
        ],
        "may_keep": found.problem in LATER,
    }


def _form_page(request: HttpRequest, form: FeedForm, more: dict[str, Any]) -> HttpResponse:
    context = {
        "form": form,
        "title": _("Follow a calendar"),
        "crumbs": [
            {"label": _("Gatherings"), "url": reverse("gatherings")},
            {"label": _("Calendars you follow"), "url": reverse("feeds")},
            {"label": _("Follow a calendar")},
        ],
        **more,
    }
    return show(request, "subscriptions/new", context)


@require_safe
@missing_is_404
def feed(request: HttpRequest, feed_id: UUID) -> HttpResponse:
    """One feed with what it announces."""
    owner = owner_of(request)
    found = subscriptions.read(owner.id, feed_id, today_of(owner))
    context = {
        "feed": _row(found.feed),
        "announced": [_announced(row, owner) for row in found.announced],
        "more": max(0, found.feed.ahead - len(found.announced)),
        "is_demo": owner.is_demo,
    }
    return show(request, "subscriptions/feed", context)


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def edit(request: HttpRequest, feed_id: UUID) -> HttpResponse:
    """Another name, city or address."""
    owner = owner_of(request)
    row = subscriptions.read(owner.id, feed_id, today_of(owner)).feed
    is_local = row.allows_local or row.problem is FeedProblem.LOCAL
    form = FeedForm(request.POST or None, owner_id=owner.id, values=feed_values(row), may_be_local=is_local)
    if saved := keep(form, lambda: subscriptions.edit(owner.id, feed_id, form.draft(), at=clock.now())):
        done(request, _("Changed."), saved.batch_id)
        return go("feed", feed_id)
    crumbs = [crumb(_("Calendars you follow"), "feeds"), crumb(row.name, "feed", feed_id)]
    return show_form(request, form, _("Edit"), crumbs=crumbs, bin_url=reverse("feed-bin", args=[feed_id]))


@require_POST
@missing_is_404
def read_again(request: HttpRequest, feed_id: UUID) -> HttpResponse:
    """Now, because somebody wants to know."""
    owner = owner_of(request)
    if owner.is_demo:
        notices.say(
            request, _("This is the demo: it stands still, and reads nothing from outside."), level="info"
        )
        return go("feed", feed_id)
    outcome = feeds.refresh(owner.id, feed_id, at=clock.now(), today=today_of(owner))
    if outcome.problem:
        said = words.problem(outcome.problem, outcome.detail)
        notices.say(request, f"{said} {words.advice(outcome.problem)}", level="warning")
    else:
        told = _("Read again: %(brought)s.") % {"brought": words.brought(outcome.kept)}
        done(request, told, outcome.kept.batch_id)
    for left in words.left_out(outcome.left_out):
        notices.say(request, left, level="warning")
    return go_back(request, "feeds")


@require_POST
@missing_is_404
def pause(request: HttpRequest, feed_id: UUID) -> HttpResponse:
    """Not read until it is wanted again."""
    is_paused = request.POST.get("paused") == "yes"
    saved = subscriptions.pause(owner_of(request).id, feed_id, is_paused=is_paused, at=clock.now())
    done(request, _("It is not read for now.") if is_paused else _("It is read again."), saved.batch_id)
    return go_back(request, "feeds")


@require_POST
@missing_is_404
def discard(request: HttpRequest, feed_id: UUID) -> HttpResponse:
    """Into the bin with what it announces; gatherings you said yes to stay."""
    saved = subscriptions.discard(owner_of(request).id, feed_id, at=clock.now())
    done(request, _("It is no longer read. The gatherings you said yes to stay."), saved.batch_id)
    return go("feeds")


def _feed_problem(wrong: Invalid) -> str:
    if wrong.code == "taken":
        return _("You follow this one already.")
    return questions.problem(wrong.code)


def _row(row: FeedRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name or row.url,
        "url": row.url,
        "page": reverse("feed", args=[row.id]),
        "kind": words.kind(row.kind),
        "city": row.city,
        "ahead": words.ahead(row),
        "about": _about(row),
        "read": words.read_when(row, clock.now()),
        "problem": words.problem(row.problem, row.detail) if row.problem else "",
        "advice": words.advice(row.problem) if row.problem else "",
        "is_paused": row.is_paused,
        "is_local_asked": row.problem is FeedProblem.LOCAL,
    }


def _about(row: FeedRow) -> str:
    """ "calendar (iCalendar), Lyon, read 2 hours ago"."""
    read = _("paused") if row.is_paused else words.read_when(row, clock.now())
    kind = words.kind(row.kind) if row.kind else ""
    return ", ".join(filter(None, (kind, row.city, read)))


def _announced(row: AnnouncedRow, owner: OwnerView) -> dict[str, Any]:
    today = today_of(owner)
    starts = row.starts_at.astimezone(ZoneInfo(owner.time_zone)).time() if row.starts_at else None
    return {
        "name": row.name,
        "url": reverse("listing", args=[row.id]),
        "day": when_of(row.on, starts, today),
        "where": _("online") if row.is_online else row.place or row.city,
        "status": words.status(row.status) if row.status is not ListingStatus.PLANNED else "",
        "is_off": row.status in OFF,
    }
