"""Asks for an introduction: those that wait, what was said, what asking has brought."""

from datetime import date
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.domain.asks.asks import Answer, Reminder
from rapport.domain.asks.letters import Letter, LetterKind, Place
from rapport.services.asks import asks, letters
from rapport.services.asks import pages as ask_pages
from rapport.services.asks.pages import AskRow, OpenAsk
from rapport.services.asks.writing import addressees
from rapport.services.errors import Invalid
from rapport.services.owners import OwnerView
from rapport.services.people.pages import Paging
from rapport.services.rows import Saved
from rapport.web.caching import unchanged_is_304
from rapport.web.forms.asks import AnswerForm, AskForm
from rapport.web.nouns import crumb, id_in, keep, named, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, go_back, missing_is_404, show
from rapport.web.paging import number_of, paging_view
from rapport.wording import asks as words
from rapport.wording import dates
from rapport.wording import letters as letter_words
from rapport.wording.words import heading

SHOWN: Final = 50  # answered ones on one page
FIRST: Final = 5  # of those worth a word, before the others are unfolded
ONE_TAP: Final = (Answer.THINKING, Answer.KNOWS_NO_ONE, Answer.DECLINED, Answer.SILENT)


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """Open ones first, then what became of the others."""
    owner = owner_of(request)
    today, number = today_of(owner), number_of(request)
    listed = ask_pages.listing(owner.id, today)
    paging = Paging(number, len(listed.answered), SHOWN)
    answered = paging.of(listed.answered)
    settled = words.settled(listed.counts)
    context = {
        "examples": [{"text": text, "url": _asking_for(text)} for text in words.examples()],
        "ready": [_open(ask, today) for ask in listed.waiting if ask.reminder is not Reminder.WAIT],
        "resting": [_open(ask, today) for ask in listed.waiting if ask.reminder is Reminder.WAIT],
        "answered": [_answered(row, today) for row in answered],
        "paging": paging_view(paging, reverse("asks")),
        "first": FIRST,
        "total": listed.total,
        "settled": settled,
        "brought": words.brought(listed.counts),
        "tally": words.tally(listed.counts) if listed.total else "",
        "answers": [{"value": code.value, "label": heading(code)} for code in ONE_TAP],
    }
    return show(request, "asks/page", context)


@require_safe
@missing_is_404
@unchanged_is_304
def ask(request: HttpRequest, ask_id: UUID) -> HttpResponse:
    """One ask, and the question what they said."""
    owner = owner_of(request)
    return _ask_page(request, ask_pages.read(owner.id, ask_id, today_of(owner)))


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write an ask down, unless the same person was asked within the month."""
    owner = owner_of(request)
    today = today_of(owner)
    whom = named(owner.id, id_in(request, "person"))
    form = AskForm(request.POST or None, owner_id=owner.id, named={"person": whom}, values={"on": today})
    if form.is_bound and form.is_valid():
        _refuse_too_soon(form, today)
    if saved := keep(form, lambda: asks.create(owner.id, form.draft(), at=clock.now())):
        done(request, _("Written down. If no answer comes, you will be reminded once."), saved.batch_id)
        return go("asks")
    return show_form(
        request,
        form,
        _("A new ask"),
        lead=_("Ask few people, close ones, for one precise thing. And make a no easy."),
        crumbs=[crumb(_("Asks"), "asks")],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def edit(request: HttpRequest, ask_id: UUID) -> HttpResponse:
    """Put right whom, for what and when."""
    owner = owner_of(request)
    row = ask_pages.read(owner.id, ask_id, today_of(owner)).ask
    form = AskForm(
        request.POST or None,
        owner_id=owner.id,
        named={"person": row.person},
        values={"target": row.target, "on": row.on},
    )
    if saved := keep(form, lambda: asks.edit(owner.id, ask_id, form.draft(), at=clock.now())):
        done(request, _("Changed."), saved.batch_id)
        return go("ask", ask_id)
    crumbs = [crumb(_("Asks"), "asks"), crumb(row.person.name, "ask", ask_id)]
    return show_form(request, form, _("Edit"), crumbs=crumbs, bin_url=reverse("ask-bin", args=[ask_id]))


@require_POST
@missing_is_404
def answer(request: HttpRequest, ask_id: UUID) -> HttpResponse:
    """What they said: in one tap from the list, or with names and a day from the page of the ask."""
    owner = owner_of(request)
    today = today_of(owner)
    waiting = ask_pages.read(owner.id, ask_id, today)
    posted = request.POST if "on" in request.POST else {"answer": request.POST.get("answer"), "on": today}
    form = AnswerForm(posted, owner_id=owner.id)
    if saved := keep(form, lambda: _said(owner.id, ask_id, form)):
        code = Answer(form.cleaned_data["answer"])
        text = _("%(name)s: %(answer)s.") % {"name": waiting.ask.person.name, "answer": heading(code)}
        done(request, text, saved.batch_id)
        return go_back(request, "asks")
    return _ask_page(request, waiting, form)


@require_POST
@missing_is_404
def remind(request: HttpRequest, ask_id: UUID) -> HttpResponse:
    """They were reminded, once and kindly."""
    owner = owner_of(request)
    try:
        saved = asks.remind(owner.id, ask_id, today_of(owner), at=clock.now())
    except Invalid as error:  # asked on a day that lies ahead
        raise LookupError(str(ask_id)) from error
    done(request, _("Noted: reminded once. No more is needed."), saved.batch_id)
    return go_back(request, "asks")


@require_POST
@missing_is_404
def overlook(request: HttpRequest, ask_id: UUID) -> HttpResponse:
    """What they wrote was about something else."""
    owner = owner_of(request)
    try:
        saved = asks.overlook(owner.id, ask_id, today_of(owner), at=clock.now())
    except Invalid as error:  # asked on a day that lies ahead
        raise LookupError(str(ask_id)) from error
    done(request, _("Noted: that was no answer yet."), saved.batch_id)
    return go_back(request, "asks")


@require_POST
@missing_is_404
def discard(request: HttpRequest, ask_id: UUID) -> HttpResponse:
    """Into the bin, for 30 days."""
    owner = owner_of(request)
    saved = asks.discard(owner.id, ask_id, at=clock.now())
    done(request, _("The ask is in the bin, for 30 days."), saved.batch_id)
    return go("asks")


def _said(owner_id: UUID, ask_id: UUID, form: AnswerForm) -> Saved:
    known, strangers = form.people
    data = form.cleaned_data
    return asks.answer(
        owner_id, ask_id, Answer(data["answer"]), data["on"], known, strangers=strangers, at=clock.now()
    )


def _refuse_too_soon(form: AskForm, today: date) -> None:
    """Nobody is asked twice within the month."""
    draft = form.draft()
    may = ask_pages.may_ask(form.owner_id, draft.person_id, draft.on)
    if not may.is_free:
        whom = named(form.owner_id, draft.person_id)
        form.add_error("person", words.too_soon(whom.name if whom else "", may, today))


def _ask_page(request: HttpRequest, waiting: OpenAsk, form: AnswerForm | None = None) -> HttpResponse:
    owner = owner_of(request)
    row, today = waiting.ask, today_of(owner)
    context = {
        "ask": row,
        "title": capfirst(row.target),
        "is_open": row.answer.is_open,
        "reminder": words.reminder(waiting, today) if row.answer.is_open else "",
        "has_heard": waiting.reminder is Reminder.HEARD,
        "asked": dates.day(row.on, today),
        "steps": [(dates.day(said.on, today), heading(said.answer)) for said in row.answers],
        "reminded": dates.day(row.reminded_on, today) if row.reminded_on else "",
        "form": form or AnswerForm(owner_id=owner.id, values={"on": today}),
    }
    return show(request, "asks/ask", context | _letters(owner, waiting, today))


def _letters(owner: OwnerView, waiting: OpenAsk, today: date) -> dict[str, Letter | None]:
    """While it is open: the reminder, once it is time, and the lines they can pass on."""
    row = waiting.ask
    if not row.answer.is_open:
        return {"remind": None, "blurb": None}
    own = letters.own(owner.id, letter_words.language())
    values: dict[str, str] = {
        Place.FIRST: letter_words.first(row.person.name),
        Place.NAME: row.person.name,
        Place.ME: owner.name,
        Place.ABOUT: owner.about.strip(),
        Place.TARGET: row.target,
        Place.ORGANISATION: row.organisation,
    }
    is_time = waiting.reminder is Reminder.REMIND
    email = next((one.email for one in addressees(owner.id, [row.person.id], today)), "") if is_time else ""
    return {
        "remind": letter_words.write(LetterKind.REMIND_ASK, values, own, email) if is_time else None,
        "blurb": letter_words.write(LetterKind.BLURB, values, own) if owner.about.strip() else None,
    }


def _asking_for(text: str) -> str:
    return f"{reverse('asks-who')}?{urlencode({'q': text})}"


def _open(waiting: OpenAsk, today: date) -> dict[str, Any]:
    row = waiting.ask
    return {
        "name": row.person.name,
        "url": reverse("ask", args=[row.id]),
        "target": row.target,
        "state": heading(row.answer),
        "waiting": words.waiting(waiting.waiting_days),
        "reminder": words.reminder(waiting, today),
        "may_remind": waiting.reminder is Reminder.REMIND,
        "has_heard": waiting.reminder is Reminder.HEARD,
        "id": row.id,
        "now": row.answer.value,
    }


def _answered(row: AskRow, today: date) -> dict[str, Any]:
    return {
        "name": row.person.name,
        "url": reverse("ask", args=[row.id]),
        "target": row.target,
        "state": heading(row.answer),
        "is_good": row.answer is Answer.INTRODUCED,
        "to": dates.listed([person.name for person in row.introduced]),
        "on": dates.ago((today - (row.answered_on or row.on)).days),
    }
