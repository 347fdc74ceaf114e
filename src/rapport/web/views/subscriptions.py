"""Feeds of gatherings: asked for, read at once, read again, paused, let go."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.domain.gatherings.listings import FeedProblem, ListingStatus
from rapport.services.errors import Invalid
from rapport.services.feeds import feeds, subscriptions
from rapport.services.feeds import work as feed_work
from rapport.services.feeds.subscriptions import AnnouncedRow, Draft, FeedRow
from rapport.services.feeds.work import Kind, Work
from rapport.services.owners import OwnerView
from rapport.web import notices
from rapport.web.coming import announced_when
from rapport.web.feed_waiting import ask, host_of
from rapport.web.feed_waiting import rows as waiting_rows
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
    context = {
        "feeds": [_row(row) for row in rows],
        "reading": waiting_rows(feed_work.running(owner.id)),
        "is_demo": owner.is_demo,
    }
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
    if form.is_bound and form.is_valid():
        if not owner.is_demo:
            return _ask(request, form.draft(), owner)
        form.add_error(None, _("This is the demo: it stands still, and reads nothing from outside."))
    return _form_page(request, form)


def _ask(request: HttpRequest, draft: Draft, owner: OwnerView) -> HttpResponse:
    at, today, anyway = clock.now(), today_of(owner), "anyway" in request.POST

    def read(is_stopped: Callable[[], bool]) -> feeds.Added:
        return feeds.add(owner.id, draft, at=at, today=today, anyway=anyway, is_stopped=is_stopped)

    return ask(request, Kind.ADD, host_of(draft.url), read, added)


def added(request: HttpRequest, work: Work) -> HttpResponse:
    """On to the feed, or back to its form with what is the matter."""
    owner_id = owner_of(request).id
    form = FeedForm(work.asked, owner_id=owner_id)
    form.is_valid()
    try:
        return _kept(request, work.brought())
    except Invalid as wrong:
        form.add_error(wrong.field, _feed_problem(wrong))
        return _form_page(request, form)
    except feeds.Unreadable as found:
        if found.problem is FeedProblem.LOCAL:  # the same form, which now asks whether it may be read
            form = FeedForm(work.asked, owner_id=owner_id, may_be_local=True)
            form.is_valid()
        form.add_error("url", words.problem(found.problem, found.detail))
        return _form_page(request, form, found)


def _kept(request: HttpRequest, found: feeds.Added) -> HttpResponse:
    outcome = found.outcome
    if outcome.problem:
        done(request, _("It is kept, and tried again later."), found.saved.batch_id)
    else:
        done(request, words.added(outcome.kept), found.saved.batch_id)
    for told in words.left_out(outcome.left_out):
        notices.say(request, told, level="warning")
    return go("feed", found.saved.id)


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


def _form_page(
    request: HttpRequest, form: FeedForm, unreadable: feeds.Unreadable | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "unreadable": _unreadable(unreadable),
        "title": _("Follow a calendar"),
        "crumbs": [
            {"label": _("Gatherings"), "url": reverse("gatherings")},
            {"label": _("Calendars you follow"), "url": reverse("feeds")},
            {"label": _("Follow a calendar")},
        ],
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
    row = subscriptions.read(owner.id, feed_id, today_of(owner)).feed
    at, today = clock.now(), today_of(owner)

    def read(is_stopped: Callable[[], bool]) -> feeds.Outcome:
        return feeds.refresh(owner.id, feed_id, at=at, today=today, is_stopped=is_stopped)

    return ask(request, Kind.AGAIN, row.name or host_of(row.url), read, was_read)


def was_read(request: HttpRequest, work: Work) -> HttpResponse:
    """What another reading brought."""
    try:
        outcome: feeds.Outcome = work.brought()
    except LookupError:  # let go while it was read
        return go("feeds")
    if outcome.problem:
        said = words.problem(outcome.problem, outcome.detail)
        notices.say(request, f"{said} {words.advice(outcome.problem)}", level="warning")
    else:
        told = _("Read again: %(brought)s.") % {"brought": words.brought(outcome.kept)}
        done(request, told, outcome.kept.batch_id)
    for left in words.left_out(outcome.left_out):
        notices.say(request, left, level="warning")
    return go_back(request, "feeds", wanted=work.asked.get("next", ""))


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
    return {
        "name": row.name,
        "url": reverse("listing", args=[row.id]),
        "day": announced_when(row, owner.time_zone, today_of(owner)),
        "where": _("online") if row.is_online else row.place or row.city,
        "status": words.status(row.status) if row.status is not ListingStatus.PLANNED else "",
        "is_off": row.status in OFF,
    }
