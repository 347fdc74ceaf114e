"""Introductions by double opt-in: what is next, each of them with its letters, and a new one."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.domain.asks.introductions import Move, Side, Step, Todo
from rapport.services.asks import introduction_pages, introductions, letters
from rapport.services.asks.introduction_pages import IntroductionPage, Open
from rapport.services.asks.introductions import IntroductionRow
from rapport.services.errors import Invalid
from rapport.services.giving import pages as giving_pages
from rapport.services.people.pages import Named
from rapport.web import notices
from rapport.web.caching import unchanged_is_304
from rapport.web.forms.introductions import IntroductionForm
from rapport.web.nouns import crumb, id_in, keep, named, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, go_back, missing_is_404, show
from rapport.web.paging import number_of, paging_view
from rapport.wording import dates, dealings
from rapport.wording import introductions as words
from rapport.wording.letters import language

USUAL: Final = {  # the moves that follow what is next
    Todo.ASK: (Move.ASKED, Move.AGREED, Move.DECLINED),
    Todo.WAIT: (Move.AGREED, Move.DECLINED),
    Todo.CONNECT: (Move.CONNECTED,),
    Todo.ANSWER: (Move.AGREED, Move.DECLINED),
    Todo.GREET: (Move.HAPPENED,),
    Todo.CHECK: (Move.HAPPENED, Move.DID_NOT),
}
BOTH: Final = (Move.CONNECTED, Move.HAPPENED, Move.DID_NOT)  # moves that are about both sides


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """What is yours to do first, what is over last."""
    owner = owner_of(request)
    today = today_of(owner)
    found = introduction_pages.agenda(owner.id, today, number_of(request))
    parts = (
        (_("Yours to do"), found.mine),
        (_("With others"), found.waiting),
        (_("What there was"), found.over),
    )
    groups = [{"title": title, "rows": [_row(each, today) for each in rows]} for title, rows in parts if rows]
    paging = paging_view(found.paging, reverse("introductions"))
    return show(request, "introductions/page", {"groups": groups, "paging": paging})


@require_safe
@unchanged_is_304
@missing_is_404
def introduction(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One of them: what is next, the letters for it, and what was done."""
    owner = owner_of(request)
    today = today_of(owner)
    told = introduction_pages.one(owner.id, pk, today)
    each, row = told.open, told.open.row
    own = letters.own(owner.id, language())
    following = _following(told)
    context = {
        "id": row.id,
        "title": words.title(row),
        "role": words.role(row),
        "why": row.why,
        "people": [_person(one) for one in (row.introducer, row.person, row.other) if one],
        "todo": words.todo(each),
        "because": words.because(each, today),
        "drafts": list(words.drafts(each, told.emails, owner.name, owner.about, own)),
        "taps": _taps(row, following),
        "others": _taps(row, sorted(told.possible - set(following), key=_order)),
        "lines": [(dates.short_day(one.on), words.done(row, one)) for one in told.taken],
        "wants": [one.name for one in (row.need, row.offer) if one],
        "assumed": row.assumed,
    }
    return show(request, "introductions/introduction", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """From two people, or from a need and an offer; says when there was one of these two before."""
    owner = owner_of(request)
    people = {name: named(owner.id, id_in(request, name)) for name in ("person", "other", "introducer")}
    values = {
        "on": today_of(owner),
        "step": Step.PROPOSED.value,
        "need": id_in(request, "need"),
        "offer": id_in(request, "offer"),
        "why": request.GET.get("why", "")[:2000] or _why(owner.id, request),
    }
    form = IntroductionForm(request.POST or None, owner_id=owner.id, named=people, values=values)
    earlier = _earlier(owner.id, form, people)
    if not (earlier and form.is_bound and not form.cleaned_data["again"]) and (
        saved := keep(form, lambda: introductions.create(owner.id, form.draft(), at=clock.now()))
    ):
        done(request, _("Written down."), saved.batch_id)
        return go("introduction", saved.id)
    if earlier:
        form = _told(form)
    more = {"earlier": earlier and _row(earlier, today_of(owner))}
    return show_form(
        request, form, _("An introduction"), crumbs=_crumbs(), more=more, template="introductions/new"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put right who, when, why, and how far."""
    owner = owner_of(request)
    row = introductions.read(owner.id, pk)
    form = IntroductionForm(
        request.POST or None,
        owner_id=owner.id,
        named={"introducer": row.introducer, "person": row.person, "other": row.other},
        values={
            "on": row.on,
            "step": row.step.value,
            "why": row.why,
            "need": row.need and row.need.id,
            "offer": row.offer and row.offer.id,
        },
    )
    if saved := keep(form, lambda: introductions.edit(owner.id, pk, form.draft(row), at=clock.now())):
        done(request, _("Changed."), saved.batch_id)
        return go("introduction", pk)
    crumbs = [*_crumbs(), crumb(words.title(row), "introduction", pk)]
    bin_url = reverse("introduction-bin", args=[pk])
    return show_form(request, form, dealings.introduction(row), crumbs=crumbs, bin_url=bin_url)


@require_POST
@missing_is_404
def take(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One move further, in one tap."""
    owner = owner_of(request)
    name, _dot, side_name = request.POST.get("move", "").partition(".")
    try:
        move, side = Move(name), Side(side_name) if side_name else None
    except ValueError as error:
        raise LookupError(str(pk)) from error
    row = introductions.read(owner.id, pk)
    try:
        saved = introductions.take(owner.id, pk, move, side, max(row.on, today_of(owner)), at=clock.now())
    except Invalid:
        notices.say(request, _("That was noted already, or cannot come now. Nothing has changed."))
    else:
        done(request, _("Noted: %(what)s.") % {"what": words.tap(row, move, side)}, saved.batch_id)
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


def _earlier(owner_id: UUID, form: IntroductionForm, people: dict[str, Named | None]) -> Open | None:
    """The last time these two were to be brought together by me."""
    if form.is_bound:
        pair = form.pair() if form.is_valid() else None
    else:
        one, other, by = people["person"], people["other"], people["introducer"]
        pair = (one.id, other.id) if one and other and not by else None
    return introduction_pages.before(owner_id, *pair) if pair else None


def _told(form: IntroductionForm) -> IntroductionForm:
    """The form as it is sent again, knowing that there was one."""
    if form.is_bound:
        form.data = dict(form.data.items()) | {"again": "True"}
    else:
        form.initial["again"] = True
    return form


def _why(owner_id: UUID, request: HttpRequest) -> str:
    """What they may have for each other, where a need and an offer are named."""
    need_id, offer_id = id_in(request, "need"), id_in(request, "offer")
    if need_id is None or offer_id is None:
        return ""
    try:
        need, offer = giving_pages.read_need(owner_id, need_id), giving_pages.read_offer(owner_id, offer_id)
    except LookupError:
        return ""
    if need.person is None or offer.person is None:
        return ""
    return words.why(need.what, offer.what, need.person.name, offer.person.name)


def _person(one: Named) -> dict[str, str]:
    return {"name": one.name, "url": reverse("person", args=[one.id])}


def _following(told: IntroductionPage) -> list[tuple[Move, Side | None]]:
    """The moves that what is next usually leads to, in their order, those that can be taken."""
    step = told.open.next
    if step is None:
        return []
    usual = [(move, None if move in BOTH else step.side) for move in USUAL[step.what]]
    return [one for one in usual if one in told.possible]


def _order(one: tuple[Move, Side | None]) -> tuple[int, int]:
    move, side = one
    return list(Side).index(side) if side else len(Side), list(Move).index(move)


def _taps(row: IntroductionRow, moves: list[tuple[Move, Side | None]]) -> list[dict[str, str]]:
    return [
        {"value": f"{move}.{side}" if side else str(move), "text": words.tap(row, move, side)}
        for move, side in moves
    ]


def _row(each: Open, today: date) -> dict[str, Any]:
    row = each.row
    return {
        "title": words.title(row),
        "url": reverse("introduction", args=[row.id]),
        "role": words.role(row),
        "todo": words.todo(each),
        "because": words.because(each, today),
        "when": dates.ago((today - row.on).days),
        "assumed": row.assumed,
    }
